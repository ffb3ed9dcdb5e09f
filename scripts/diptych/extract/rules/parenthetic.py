"""A speaker and a reporting verb beside what is said: "…," she said; "…," said the mayor; …, she said, …."""

from __future__ import annotations

from diptych.extract.asides import around, as_aside, aside, introduces, quoted_left
from diptych.extract.clauses import finite_follows
from diptych.extract.complements import complement
from diptych.extract.finding import Finding, Made
from diptych.extract.phrases import phrase_right, reduced
from diptych.extract.saying import source_left
from diptych.extract.speakable import speakable
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb

#: After these stands who is told, never who speaks.
_TELLS = frozenset(("tell", "tells", "told"))


def inverted(unit: Unit, verb: Verb) -> Made | None:
    """A speaker after the verb: "…," said the mayor; said the mayor: "…"."""
    before = verb.first - 1
    if verb.gerund or verb.first != verb.at or unit.word[verb.at] in _TELLS:
        return None
    if unit.tag[max(0, before - 3) : before + 1] in (["A", ",", "B", ","], ["A", ",", "S", ","]):
        return None  # the board has, though, announced a fund
    quoted = quoted_left(unit, before)
    end = phrase_right(unit, verb.after)
    if end == verb.after and unit.word[end : end + 1] in (["another"], ["others"]):
        end += 1
    if "".join(unit.tag[end : end + 2]) in ("VI", "EI", "GI"):
        end = max(end, phrase_right(unit, end + 2))  # said two people | involved in the talks
    alone = phrase_right(unit, verb.after, appositions=False)
    if end == verb.after or unit.tag[verb.after] == "O" or "K" in unit.tag[verb.after : alone]:
        return None
    impersonal = verb.cue.lemma in unit.lexicon.sets["impersonal"]
    named = unit.tag[verb.after] == "X" and (impersonal or not {"object", "person"}.intersection(verb.cue.frames))
    closed = named and unit.tag[alone : alone + 1] in ([","], ["."], [])
    closed = closed or (unit.word[alone : alone + 1] == ["who"] and not finite_follows(unit, verb.after))
    ends = unit.tag[end : end + 1] in (["."], [";"], []) and unit.tag[verb.after] == "D"
    alone_said = ends and verb.cue.lemma == "say" and complement(unit, verb.after, verb.cue, past=True) is None
    closed = closed or alone_said  # …, said its director.
    if before >= 0 and not quoted and (unit.tag[before] != "," or (_subject(unit, before) and not closed)):
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
    source = unit.trimmed(verb.after, _reporting(unit, verb.after, end), ",-")
    return Made(verb.at, Finding("said-inverted", spans, force, source, unit.span(verb.at, verb.after)), end)


def _subject(unit: Unit, comma: int) -> bool:
    """Whether what ends with a comma is the subject of the verb behind it: it has no verb of its own."""
    first, stop = subject_left(unit, comma)
    own = unit.tag[first + (unit.tag[first] == "C") : stop]
    clause = "A" in own and own[0] in "PDNX" and {"R", "H", "I"}.isdisjoint(own[: own.index("A")])
    return (first, stop) != NONE and not clause


def _reporting(unit: Unit, first: int, stop: int) -> int:
    """Where a speaker ends before a relative clause that tells what else they said: Reed, | who added that …."""
    for at in range(first, stop - 2):
        if unit.tag[at : at + 2] == [",", "R"] and unit.word[at + 1] in ("who", "which"):
            forms = unit.lexicon.verbs.get(unit.word[at + 2], ()) if unit.tag[at + 2] == "V" else ()
            told = (complement(unit, at + 3, form.cue, past=True) for form in forms if form.cue is not None)
            return at if any(one is not None and one.frame == "clause" for one in told) else stop
    return stop


def beside(unit: Unit, verb: Verb) -> Made | None:
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
    return Made(
        verb.at, Finding(rule, spans, force, unit.trimmed(*source, ",-"), unit.span(verb.at, verb.after)), verb.after
    )


def _may_speak(unit: Unit, source: tuple[int, int]) -> bool:
    """Whether a subject may be somebody who speaks: it has a name or is a pronoun, or a noun for such."""
    return any(tag in "XPOR" for tag in unit.tag[slice(*source)]) or speakable(" ".join(unit.word[slice(*source)]))


def _parting(unit: Unit, verb: Verb, source: tuple[int, int]) -> tuple[int, int]:
    """The speaker alone where what was taken for one starts with the subject of what is said: The pond, | Reed, its
    owner, said, was dry."""
    first, stop = source
    commas = [at for at in range(first, stop) if unit.tag[at] == ","]
    goes_on = unit.tag[verb.after : verb.after + 2] in ([",", "A"], [",", "V"])
    return (commas[0] + 1, stop) if goes_on and first == 0 and len(commas) > 2 and commas[-1] == stop - 1 else source


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
