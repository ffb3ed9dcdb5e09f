"""A reporting verb with its speaker and, behind it, what is said: he said that …; he, adding …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end, main_clause
from diptych.extract.complements import complement
from diptych.extract.contact import with_clause
from diptych.extract.finding import Case, Finding, Made, Rule
from diptych.extract.implied import implied
from diptych.extract.mainverb import main_verb
from diptych.extract.phrases_left import phrase_left
from diptych.extract.rules.parenthetic import beside, inverted
from diptych.extract.rules.passive import passive
from diptych.extract.rules.relayed import passes_on
from diptych.extract.saying import counted, source_left
from diptych.extract.subjects import NONE
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb, reporting_verbs

_BEFORE_MAIN = frozenset(
    ("after", "before", "since", "when", "while", "although", "though", "because", "if", "once", "until")
)
_FRAMES_WITH_RULE = frozenset(("quote", "to", "ing", "object", "name"))
#: Whoever stands between these and a plain verb does what another has them do.
_HAS_DO = frozenset(
    ("had", "has", "have", "let", "lets", "made", "make", "makes", "helped", "help", "helps", "watched", "saw", "heard")
)


def find(case: Case) -> Iterator[Finding]:
    """Every reporting verb: first those beside what is said, which hold the whole sentence, then the others in order.

    What stands inside something already said is left to it.
    """
    unit = case.unit
    verbs = [verb for verb in reporting_verbs(unit) if not counted(unit, verb)]
    made = [found for verb in verbs if (found := inverted(unit, verb) or beside(unit, verb)) is not None]
    taken = {found.verb for found in made}
    covered = -1
    subjects = [(source[0], source[1]) for verb in verbs for source, own in (source_left(unit, verb),) if own]
    finite = [verb for verb in verbs if verb.finite and verb.first]
    clauses = [(clause[1], verb.first) for verb in finite if (clause := with_clause(unit, verb.first - 1)) is not None]
    for verb in verbs:
        idle = verb.gerund and verb.first > 0 and unit.word[verb.first - 1] in ("worth", "without")
        idle = idle or any(stop <= verb.at < later for stop, later in clauses)
        if idle or verb.at in taken or verb.first < covered or _inside(unit, verb, made):
            continue
        limit = len(unit)
        within = verb.infinitive and "R" in unit.tag[: verb.first]
        if verb.first > 0 and (unit.tag[verb.first - 1] == "R" or within):
            limit = next((stop for first, stop in subjects if first <= verb.at < stop), limit)
        found = _forward(unit, verb, made, min(limit, _inserted_end(unit, verb), _others(unit, verb, made)))
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
    elif not verb.gerund or {"A", "V", "Q", "K"} & set(unit.tag[: max(at, 0)]):
        return len(unit)
    if at > 0 and unit.tag[at] == ",":
        for item in range(verb.after, len(unit) - 1):
            if unit.tag[item] == "," and unit.tag[item + 1] in "AVW":
                return item
    return len(unit)


def _others(unit: Unit, verb: Verb, made: list[Made]) -> int:
    """The item behind a verb at which words begin that somebody else is said to say: he said it was: "…," Reed said."""
    starts = {span.start for one in made for span in one.finding.content}
    return next((at for at in range(verb.after, len(unit)) if unit.start[at] in starts), len(unit))


def _inside(unit: Unit, verb: Verb, made: list[Made]) -> bool:
    """Whether a verb stands in words that are said already."""
    start = unit.start[verb.at]
    return any(span.start <= start < span.end for one in made for span in one.finding.content)


def _made_to(unit: Unit, verb: Verb, source: tuple[int, int]) -> bool:
    """Whether somebody only has others do it, in a plain form: had 412 people ask for their files."""
    before = source[0] - 1
    plain = verb.first == verb.at and unit.tag[verb.at] in "vW" and not unit.word[verb.at].endswith("s")
    return plain and source != NONE and before > 0 and unit.word[before] in _HAS_DO


def _forward(unit: Unit, verb: Verb, made: list[Made], limit: int) -> Made | None:
    """What is said after the verb and before `limit`, where a later verb's subject ends that holds this one."""
    if verb.passive:
        return passive(unit, verb)
    source, _ = source_left(unit, verb)
    if unit.tag[verb.first - 1 : verb.first] == [":"] and verb.first == verb.at and unit.tag[verb.at] in "vW":
        return None  # there is one rule: ask to see the paper
    if source == NONE and verb.first and unit.word[verb.first - 1] == "when" and not verb.gerund:
        return None  # and when asked whether it was so, he said
    past = not unit.word[verb.at].endswith("s")
    found = complement(unit, verb.after, verb.cue, past)
    if _made_to(unit, verb, source):
        return None
    if found is None:
        return _in_relative(unit, verb) or _called(unit, verb, source) or _announced(unit, verb, source)
    before = source[0] if 0 < source[0] <= 12 else verb.first  # when asked why, | he said
    if unit.word[max(0, before - 1)] in _BEFORE_MAIN:
        # A day after the office said …, the state ….
        comma = main_clause(unit, max(found.first, verb.after))
        cut = found.first < comma <= found.stop
        if cut and verb.cue.lemma == "call" and not {"Q", "K", "D", "J"} & set(unit.tag[found.first + 1 : comma]):
            return None  # when the paper called the firm, Reed said …
        found.stop = comma if cut else found.stop
    found.stop = min(found.stop, limit)
    if _of_subject(unit, verb, source):
        main = main_verb(unit, found.first)
        found.stop = main if found.first < main < found.stop else found.stop
    within = verb.first > 0 and unit.tag[verb.first - 1] in "RH"
    if within and found.frame == "clause" and not any(tag in "AVvWQK" for tag in unit.tag[found.first : found.stop]):
        return None  # the firm that maintains the bells, said
    finds = found.frame == "findings" or (found.frame == "as" and verb.cue.force("as") == "concludes")
    if found.first >= found.stop or (finds and not _studies(unit, source) and not _in_vain(unit, source, found.first)):
        return None  # nurses treat patients as guests
    if source != NONE and found.frame in ("clause", "that", "wh") and passes_on(unit, source, found.first, found.stop):
        return None
    span = unit.trimmed(found.first, found.stop, ",:;-." if "(" in unit.tag[found.first : found.stop] else ",:;-.)")
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
    return Made(verb.at, Finding(rule, [span], force, speaker, unit.span(verb.at, verb.after)), found.stop)


def _in_relative(unit: Unit, verb: Verb) -> Made | None:
    """A speaker within a relative clause: the data, which Reed said could be online; cuts they say hurt them; what she
    said was a slip."""
    opens = verb.first - 1
    while opens > 0 and unit.tag[opens] in "NXDJMZP,":
        opens -= 1
    fused = 0 < opens < verb.first - 1 and unit.word[opens] == "what" and unit.tag[opens - 1] in "IVGvT"
    relative = fused or (0 < opens < verb.first - 1 and unit.word[opens] in ("which", "that", "who", "whom"))
    if not relative:
        opens = verb.first - 2
    bare = opens > 0 and unit.tag[opens + 1] == "P" and unit.tag[opens] in "NW"
    after = next((at for at in range(verb.after, len(unit)) if unit.tag[at] != "B"), len(unit))
    if not (relative or bare) or "clause" not in verb.cue.frames or after >= len(unit) or unit.tag[after] not in "AV":
        return None
    last = opens - 1 - (unit.tag[opens - 1] == ",") if relative and not fused else opens
    first = opens if fused else _thing(unit, phrase_left(unit, last), last)
    stop = clause_end(unit, after, past=True)
    if not fused and (first < 0 or unit.tag[last] not in "NXMW" or not _told_of(unit, first)):
        return None
    spans = [unit.span(first, last + 1), unit.trimmed(verb.after, stop, ",:;-.")]
    source = unit.trimmed(opens + 1, verb.first, ",-")
    finding = Finding("said-clause", spans, verb.cue.force("clause"), source, unit.span(verb.at, verb.after))
    return Made(verb.at, finding, stop)


def _thing(unit: Unit, first: int, last: int) -> int:
    """The first item of a phrase behind the last verb in it: many of which were lost, and kept | some facts."""
    return next((at + 1 for at in range(last - 1, first, -1) if first >= 0 and unit.tag[at] in "AVvG"), first)


def _called(unit: Unit, verb: Verb, source: tuple[int, int]) -> Made | None:
    """What somebody calls something: in what Reed, its owner, called "a war"; on what she described as a slip."""
    first, stop = source
    if first > 2 and unit.tag[first - 1] == ",":
        first = phrase_left(unit, first - 2)
    asks = source != NONE and first > 0 and unit.word[first - 1] in ("what", "who", "whom", "which", "that")
    begins = verb.after + (unit.word[verb.after : verb.after + 1] == ["as"])
    if not asks or "name" not in verb.cue.frames or begins + 1 > len(unit):
        return None
    quoted = unit.tag[begins] in "QK"
    if not quoted and begins == verb.after:
        return None
    ends = begins + 1 if quoted else clause_end(unit, begins, past=True)
    if unit.tag[first - 2] == "," and first > 2:
        ends = min(ends, next((at for at in range(begins, ends) if unit.tag[at] == ","), ends))  # a slip, which he
    said = unit.trimmed(begins, ends, ",:;-.")
    speaker, cue = unit.trimmed(first, stop, ",-"), unit.span(verb.at, verb.after)
    return Made(verb.at, Finding("said-name", [said], verb.cue.force("name"), speaker, cue), ends)


def _told_of(unit: Unit, first: int) -> bool:
    """Whether a verb stands before a phrase in its part of the sentence: the phrase is not what it is about."""
    tags = unit.tag[:first]
    return any(tag in "AVW" for tag in tags[max((at for at, tag in enumerate(tags) if tag in ";:."), default=0) :])


def _announced(unit: Unit, verb: Verb, source: tuple[int, int]) -> Made | None:
    """A verb before the colon that ends its sentence: what is said follows in the next paragraph."""
    if unit.tag[-1] != ":" or source == NONE or "quote" not in verb.cue.frames or len(unit) - verb.after > 20:
        return None
    if any(tag in "AVH.;" for tag in unit.tag[verb.after :]):
        return None
    finding = Finding(
        "announced", [], verb.cue.force("quote"), unit.trimmed(*source, ",-"), unit.span(verb.at, verb.after)
    )
    return Made(verb.at, finding, len(unit))


def _of_subject(unit: Unit, verb: Verb, source: tuple[int, int]) -> bool:
    """Whether a verb stands in a relative clause of the sentence's subject, with no comma before it: riders who say."""
    relative = verb.first - 1
    if relative < 1 or unit.tag[relative] not in "RH" or unit.tag[relative - 1] == ",":
        return False
    first = min(source[0], relative - 1)
    return not any(tag in "AVvWRHQK" for tag in unit.tag[:first])


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


def _in_vain(unit: Unit, source: tuple[int, int], first: int) -> bool:
    """Whether some looked for what would prove something, and found none: they found no evidence that he knew."""
    vain = unit.word[first] == "no" and unit.word[first + 1 : first + 2]
    return source != NONE and unit.tag[source[0]] == "P" and vain in (["evidence"], ["proof"], ["indication"], ["sign"])


RULES = (Rule("said", "a reporting verb with its speaker and what is said", find),)
