"""A reporting verb with its speaker: he said that …; "…," she said; "…," said the mayor; he, adding …."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.extract.asides import around, as_aside, aside, introduces, quoted_left
from diptych.extract.clauses import clause_end, main_clause
from diptych.extract.complements import complement
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.implied import implied
from diptych.extract.phrases import phrase_right, reduced
from diptych.extract.rules.relayed import passes_on
from diptych.extract.saying import counted, source_left
from diptych.extract.speakable import speakable
from diptych.extract.subjects import NONE, phrase_left, subject_left
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb, reporting_verbs
from diptych.spans import Span

_BEFORE_MAIN = frozenset(
    ("after", "before", "since", "when", "while", "although", "though", "because", "if", "once", "until")
)
_FRAMES_WITH_RULE = frozenset(("quote", "to", "ing", "object", "name"))
#: Whoever stands between these and a plain verb does what another has them do.
_HAS_DO = frozenset(("had", "has", "have", "let", "made", "make", "makes", "helped", "help", "watched", "saw", "heard"))
#: After these stands who is told, never who speaks.
_TELLS = frozenset(("tell", "tells", "told"))


@dataclass(slots=True)
class _Made:
    """A finding, the verb it is of, and the item up to which its words reach."""

    verb: int
    finding: Finding
    reached: int


def find(case: Case) -> Iterator[Finding]:
    """Every reporting verb: first those beside what is said, which hold the whole sentence, then the others in order.

    What stands inside something already said is left to it.
    """
    unit = case.unit
    verbs = [verb for verb in reporting_verbs(unit) if not counted(unit, verb)]
    made = [found for verb in verbs if (found := _inverted(unit, verb) or _beside(unit, verb)) is not None]
    taken = {found.verb for found in made}
    covered = -1
    subjects = [(source[0], source[1]) for verb in verbs for source, own in (source_left(unit, verb),) if own]
    for verb in verbs:
        idle = verb.gerund and verb.first > 0 and unit.word[verb.first - 1] in ("worth", "without")
        if idle or verb.at in taken or verb.first < covered or _inside(unit, verb, made):
            continue
        limit = len(unit)
        if verb.first > 0 and unit.tag[verb.first - 1] == "R":
            limit = next((stop for first, stop in subjects if first <= verb.at < stop), limit)
        found = _forward(unit, verb, made, min(limit, _inserted_end(unit, verb)))
        if found is not None:
            covered = max(covered, found.reached)
            made.append(found)
            made.sort(key=lambda one: one.verb)
    for one in made:
        yield one.finding


def _inserted_end(unit: Unit, verb: Verb) -> int:
    """The comma before the main verb at which an insertion ends: Reed, who asked, said; Reed, speaking there, said."""
    at = verb.first - 1
    if at > 0 and unit.tag[at] == "R":
        at -= 1
    elif not verb.gerund:
        return len(unit)
    if at > 0 and unit.tag[at] == ",":
        for item in range(verb.after, len(unit) - 1):
            if unit.tag[item] == "," and unit.tag[item + 1] in "AVW":
                return item
    return len(unit)


def _inside(unit: Unit, verb: Verb, made: list[_Made]) -> bool:
    """Whether a verb stands in words that are said already."""
    start = unit.start[verb.at]
    return any(span.start <= start < span.end for one in made for span in one.finding.content)


def _cue(unit: Unit, verb: Verb) -> Span:
    return unit.span(verb.at, verb.after)


def _inverted(unit: Unit, verb: Verb) -> _Made | None:
    """A speaker after the verb: "…," said the mayor; said the mayor: "…"."""
    before = verb.first - 1
    if verb.gerund or verb.infinitive or verb.passive or verb.first != verb.at or unit.word[verb.at] in _TELLS:
        return None
    if unit.tag[max(0, before - 3) : before + 1] in (["A", ",", "B", ","], ["A", ",", "S", ","]):
        return None  # the board has, though, announced a fund
    quoted = quoted_left(unit, before)
    end = phrase_right(unit, verb.after)
    if end == verb.after or unit.tag[verb.after] == "O":
        return None
    impersonal = verb.cue.lemma in unit.lexicon.sets["impersonal"]
    named = unit.tag[verb.after] == "X" and (impersonal or not {"object", "person"}.intersection(verb.cue.frames))
    closed = named and unit.tag[phrase_right(unit, verb.after, appositions=False) :][:1] in ([","], ["."], [])
    if before >= 0 and not quoted and (unit.tag[before] != "," or (subject_left(unit, before) != NONE and not closed)):
        return None
    following = "".join(unit.tag[end : end + 2])
    if before >= 0:
        spans = [] if following[:1] in ("A", "V", "H") else aside(unit, verb, before, (verb.after, end), inverted=True)
    elif following[:1] in (":", "Q", "K") or following in (",Q", ",K"):
        spans = around(unit, (0, 0), (end, len(unit)))
    else:
        spans = []
    if not spans:
        return None
    force = verb.cue.force("quote" if quoted or before < 0 else "aside", "clause")
    source = unit.trimmed(verb.after, end, ",-")
    return _Made(verb.at, Finding("said-inverted", spans, force, source, _cue(unit, verb)), end)


def _beside(unit: Unit, verb: Verb) -> _Made | None:
    """A speaker and verb beside what is said: "…," she said; …, she said, …; as she said, …."""
    if verb.gerund or verb.infinitive or verb.passive:
        return None
    source, own = source_left(unit, verb)
    source = _parting(unit, verb, source)
    boundary = source[0] - 1
    if source == NONE or not own or boundary < 0:
        return None
    as_clause = unit.word[boundary] == "as"
    if unit.word[max(0, boundary - 1) : boundary + 1] == ["or", "so"]:
        as_clause, boundary = True, boundary - 1  # …, or so he says
    quoted = quoted_left(unit, boundary)
    if quoted and introduces(unit, boundary):
        return None
    if not quoted and verb.first == verb.at and not _may_speak(unit, source):
        return None
    if as_clause:
        spans = as_aside(unit, verb, boundary)
    elif quoted or (
        unit.tag[boundary] in ",-"
        and (_told(unit, verb) or _when(unit, verb) or complement(unit, verb.after, verb.cue, past=True) is None)
    ):
        spans = aside(unit, verb, boundary, source, inverted=False)
    else:
        return None
    if not spans:
        return None
    rule = "said-after" if quoted else "said-aside"
    force = verb.cue.force("quote" if quoted else "aside", "clause")
    return _Made(verb.at, Finding(rule, spans, force, unit.trimmed(*source, ",-"), _cue(unit, verb)), verb.after)


def _may_speak(unit: Unit, source: tuple[int, int]) -> bool:
    """Whether a subject may be somebody who speaks: it has a name or is a pronoun, or a noun for such."""
    return any(tag in "XPOR" for tag in unit.tag[slice(*source)]) or speakable(" ".join(unit.word[slice(*source)]))


def _parting(unit: Unit, verb: Verb, source: tuple[int, int]) -> tuple[int, int]:
    """The speaker alone where what was taken for one starts with the subject of what is said: The pond, | Reed, its
    owner, said, was dry."""
    first, stop = source
    comma = next((at for at in range(first, stop) if unit.tag[at] == ","), 0)
    goes_on = unit.tag[verb.after : verb.after + 2]
    parts = comma and first == 0 and len(goes_on) == 2 and goes_on[0] == "," and goes_on[1] in "AV"
    return (
        (comma + 1, stop) if parts and unit.tag[stop - 1] == "," and "," in unit.tag[comma + 1 : stop - 1] else source
    )


def _when(unit: Unit, verb: Verb) -> bool:
    """Whether only a time or an occasion stands after a verb: …, he insisted when we rang; …, it reported this week."""
    at = verb.after
    if unit.word[at : at + 1] == ["when"]:
        return verb.cue.force() != "asks"
    return at < len(unit) and unit.tag[at] in "JD" and reduced(unit, at)


def _told(unit: Unit, verb: Verb) -> bool:
    """Whether only somebody told stands after a verb, before the comma that closes an aside: …, she told us, …."""
    if "person" not in verb.cue.frames:
        return False
    end = phrase_right(unit, verb.after, appositions=False)
    end += unit.tag[verb.after : verb.after + 1] == ["O"] and end == verb.after
    return (
        end > verb.after
        and unit.tag[end : end + 1] == [","]
        and unit.tag[end + 1 : end + 2] not in (["H"], ["Q"], ["K"])
    )


def _made_to(unit: Unit, verb: Verb, source: tuple[int, int]) -> bool:
    """Whether somebody only has others do it, in a plain form: had 412 people ask for their files."""
    before = source[0] - 1
    plain = verb.first == verb.at and unit.tag[verb.at] in "vW" and not unit.word[verb.at].endswith("s")
    return plain and source != NONE and before > 0 and unit.word[before] in _HAS_DO


def _forward(unit: Unit, verb: Verb, made: list[_Made], limit: int) -> _Made | None:
    """What is said after the verb and before `limit`, where a later verb's subject ends that holds this one."""
    if verb.passive:
        return _passive(unit, verb)
    source, _ = source_left(unit, verb)
    if unit.tag[verb.first - 1 : verb.first] == [":"] and verb.first == verb.at and unit.tag[verb.at] in "vW":
        return None  # there is one rule: ask to see the paper
    past = not unit.word[verb.at].endswith("s")
    found = complement(unit, verb.after, verb.cue, past)
    if _made_to(unit, verb, source):
        return None
    if found is None:
        return _in_relative(unit, verb) or _announced(unit, verb, source)
    if 0 < source[0] <= 12 and unit.word[source[0] - 1] in _BEFORE_MAIN:
        # A day after the office said …, the state ….
        comma = main_clause(unit, max(found.first, verb.after))
        cut = found.first < comma < found.stop
        if cut and verb.cue.lemma == "call" and not {"Q", "K", "D", "J"} & set(unit.tag[found.first + 1 : comma]):
            return None  # when the paper called the firm, Reed said …
        found.stop = comma if cut else found.stop
    found.stop = min(found.stop, limit)
    within = verb.first > 0 and unit.tag[verb.first - 1] in "RH"
    if within and found.frame == "clause" and not any(tag in "AVvWQK" for tag in unit.tag[found.first : found.stop]):
        return None  # the firm that maintains the bells, said
    finds = found.frame == "findings" or (found.frame == "as" and verb.cue.force("as") == "concludes")
    if found.first >= found.stop or (finds and not _studies(unit, source)):
        return None  # nurses treat patients as guests
    if source != NONE and found.frame in ("clause", "that", "wh") and passes_on(unit, source, found.first, found.stop):
        return None
    span = unit.trimmed(found.first, found.stop, ",:;-.")
    speaker = (
        unit.trimmed(*source, ",-") if source != NONE else implied(unit, verb, [one.finding.source for one in made])
    )
    if speaker is not None and speaker.overlap(span):
        speaker = None
    if speaker is None and not verb.gerund and found.frame != "quote":
        return None
    kind = found.frame if found.frame in _FRAMES_WITH_RULE else "preposition"
    rule = "said-clause" if found.frame in ("clause", "wh", "that") else f"said-{kind}"
    force = verb.cue.force(found.frame, "clause")
    return _Made(verb.at, Finding(rule, [span], force, speaker, _cue(unit, verb)), found.stop)


def _in_relative(unit: Unit, verb: Verb) -> _Made | None:
    """A speaker within a relative clause: the data, which Reed said could be online by May; a cook who he says left."""
    opens = verb.first - 1
    while opens > 0 and unit.tag[opens] in "NXDJMZP,":
        opens -= 1
    if opens < 1 or opens == verb.first - 1 or unit.word[opens] not in ("which", "that", "who", "whom"):
        return None
    after = next((at for at in range(verb.after, len(unit)) if unit.tag[at] != "B"), len(unit))
    if "clause" not in verb.cue.frames or after >= len(unit) or unit.tag[after] not in "AV":
        return None
    last = opens - 1 - (unit.tag[opens - 1] == ",")
    first = phrase_left(unit, last)
    stop = clause_end(unit, after, past=True)
    if first < 0 or unit.tag[last] not in "NXM" or not _told_of(unit, first):
        return None
    spans = [unit.span(first, last + 1), unit.trimmed(verb.after, stop, ",:;-.")]
    source = unit.trimmed(opens + 1, verb.first, ",-")
    finding = Finding("said-clause", spans, verb.cue.force("clause"), source, _cue(unit, verb))
    return _Made(verb.at, finding, stop)


def _told_of(unit: Unit, first: int) -> bool:
    """Whether a verb stands before a phrase in its part of the sentence: the phrase is not what it is about."""
    tags = unit.tag[:first]
    return any(tag in "AVW" for tag in tags[max((at for at, tag in enumerate(tags) if tag in ";:."), default=0) :])


def _announced(unit: Unit, verb: Verb, source: tuple[int, int]) -> _Made | None:
    """A verb before the colon that ends its sentence: what is said follows in the next paragraph."""
    if unit.tag[-1] != ":" or source == NONE or "quote" not in verb.cue.frames or len(unit) - verb.after > 20:
        return None
    if any(tag in "AVH.;" for tag in unit.tag[verb.after :]):
        return None
    finding = Finding("announced", [], verb.cue.force("quote"), unit.trimmed(*source, ",-"), _cue(unit, verb))
    return _Made(verb.at, finding, len(unit))


def _studies(unit: Unit, source: tuple[int, int]) -> bool:
    """Whether a subject is one that finds things: a document, a body, those who study, or "it"."""
    if source == NONE:
        return False
    sets = unit.lexicon.sets
    head = ""
    ended = False
    for at in range(*source):
        ended = ended or (unit.tag[at] in "I,RVE" and bool(head))
        if unit.tag[at] in "NWXP" and not ended:
            head = unit.word[at]
        if unit.word[at] == "who" and unit.word[at + 1 : at + 3] in (["wrote", "it"], ["led", "it"]):
            return True
    known = ("documents", "bodies", "general_bodies", "studies")
    return head in ("it", "which") or any(head in sets[name] for name in known)


def _passive(unit: Unit, verb: Verb) -> _Made | None:
    """She was accused of …; the plan was criticised by …; it was described by X as …."""
    subject = subject_left(unit, verb.first - 1)
    impersonal = subject != NONE and unit.word[subject[0]] == "it" and "clause" in verb.cue.frames
    if impersonal or subject == NONE or not {"passive", "as"}.intersection(verb.cue.frames):
        return _impersonal(unit, verb) if impersonal else None
    spans = [unit.trimmed(*subject, ",-")]
    cue = unit.span(verb.first, verb.after)
    force = verb.cue.force("passive")
    by = next((at for at in range(verb.after, min(len(unit), verb.after + 12)) if unit.word[at] == "by"), -1)
    if by > verb.after and (unit.tag[by - 1] in "VE" or (unit.tag[by - 1] in "BI" and unit.tag[by - 2] in "VE")):
        by = -1  # criticised for taking lists drawn up by the yard
    if by >= 0:
        end = phrase_right(unit, by + 1)
        if end == by + 1 or unit.tag[by + 1] == "G":
            return None
        called = unit.word[end : end + 1] == ["as"] and "G" not in unit.tag[end + 1 : end + 2]
        if "as" in verb.cue.frames and called and end + 1 < len(unit):
            spans = [unit.trimmed(end + 1, len(unit), ",:;-.")]
        elif "person" in verb.cue.frames and unit.tag[end : end + 1] == ["H"]:
            spans = [unit.trimmed(end, len(unit), ",:;-.")]  # she was told by the guard that …
        elif "passive" not in verb.cue.frames:
            return None
        elif unit.word[verb.at] == "ordered" and unit.tag[end : end + 1] != ["T"]:
            return None  # the boats had been ordered by customers
        return _Made(verb.at, Finding("passive", spans, force, unit.trimmed(by + 1, end, ",-"), cue), end)
    found = complement(unit, verb.after, verb.cue, past=True) if "passive" in verb.cue.frames else None
    if found is None:
        return None
    spans.append(unit.trimmed(found.first, found.stop, ",:;-."))
    return _Made(verb.at, Finding("passive", spans, force, None, cue), found.stop)


def _impersonal(unit: Unit, verb: Verb) -> _Made | None:
    """It was argued by counsel that …; it is alleged in the report that …."""
    if unit.word[verb.after : verb.after + 1] not in (["by"], ["in"]):
        return None
    end = phrase_right(unit, verb.after + 1, appositions=False)
    if unit.word[verb.after] == "in" and not unit.lexicon.sets["documents"] & set(unit.word[verb.after + 1 : end]):
        return None
    at = next((item for item in range(end, min(len(unit), end + 6)) if unit.tag[item] == "H"), -1)
    if end == verb.after + 1 or at < 0:
        return None
    span = unit.trimmed(at, len(unit), ",:;-.")
    source = unit.trimmed(verb.after + 1, end, ",-")
    cue = unit.span(verb.first, verb.after)
    return _Made(verb.at, Finding("passive", [span], verb.cue.force("clause"), source, cue), len(unit))


RULES = (Rule("said", "a reporting verb with its speaker and what is said", find),)
