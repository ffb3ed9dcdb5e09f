"""A reporting verb with its speaker: he said that …; "…," she said; "…," said the mayor; he, adding …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import main_clause
from diptych.extract.complements import Complement, complement
from diptych.extract.finding import Finding, Rule
from diptych.extract.phrases import phrase_left, phrase_right, subject_left
from diptych.extract.units import Read, Unit
from diptych.extract.verbs import Verb, reporting_verbs
from diptych.spans import Span

_NONE = (-1, -1)
_BEFORE_MAIN = frozenset(
    ("after", "before", "since", "when", "while", "although", "though", "because", "if", "once", "until")
)


def main_subject(unit: Unit, limit: int) -> tuple[int, int]:
    """The items of the first noun phrase before `limit` that a verb follows: the subject of the sentence."""
    at = 0
    while at < limit:
        tag = unit.tag[at]
        if tag in "CB,QK-:;.(":
            at += 1
            continue
        if tag in "DNXMJPWY":
            end = phrase_right(unit, at)
            if at < end < len(unit):
                stop = end
                if unit.tag[stop] == "," and stop + 1 < len(unit):
                    stop += 1
                    if unit.tag[stop] in "GERIDN":
                        stop = next((item + 1 for item in range(stop, limit) if unit.tag[item] == ","), stop)
                while stop < len(unit) and (
                    unit.tag[stop] in "BY" or (unit.tag[stop] == "I" and unit.tag[stop + 1 : stop + 2] == ["Y"])
                ):
                    stop += 1
                if stop < len(unit) and unit.tag[stop] in "AVvWZ" and end <= limit:
                    return at, end
        while at < limit and unit.tag[at] not in ",QK:;-C":
            at += 1
        at += 1
    return _NONE


def _quoted_left(read: Read, unit: Unit, item: int) -> bool:
    """Whether a quotation that is speech ends right before `item + 1`: with its comma within or after."""
    if item >= 0 and unit.tag[item] == "," and item > 0 and unit.tag[item - 1] in "QK":
        return True
    if item < 0 or unit.tag[item] not in "QK":
        return False
    if item > 0 and unit.tag[item - 1] in "DJ":
        return False
    return unit.tag[item] == "Q" or item == 0


def _aside_start(unit: Unit, boundary: int) -> int:
    """The first item of what is said before an aside whose left boundary is `boundary`."""
    first = 0
    for at in range(boundary - 1, -1, -1):
        if unit.tag[at] == ";":
            first = at + 1
            break
    return first


def _content_around(unit: Unit, left: tuple[int, int], right: tuple[int, int]) -> list[Span]:
    spans = []
    for first, stop in (left, right):
        while first < stop and unit.tag[first] in ",:;-.":
            first += 1
        while stop > first and unit.tag[stop - 1] in ",:;-" + ("." if unit.tag[stop - 2] not in "QK" else "."):
            stop -= 1
        if first < stop:
            spans.append(unit.span(first, stop))
    return spans


def _has_verb(unit: Unit, first: int, stop: int) -> bool:
    return any(unit.tag[at] in "AVQK" or (unit.tag[at] in "vW" and at > first) for at in range(first, stop))


def _after_aside(unit: Unit, after: int, quoted: bool = False) -> int:
    """The item at which an aside closes: its comma, or the end; -1 where words follow that an aside cannot hold."""
    at = after
    limit = min(len(unit), after + 40)
    while at < limit:
        tag = unit.tag[at]
        if tag in ",.;QK:" or tag == "-":
            return at
        if tag == "H" and not quoted:
            return -1
        at += 1
    return at if at == len(unit) else -1


def _aside(read: Read, unit: Unit, verb: Verb, boundary: int, source: tuple[int, int], inverted: bool) -> list[Span]:
    """What is said around an aside (… , he said, …), or nothing where this is none."""
    quoted = _quoted_left(read, unit, boundary)
    if not quoted and "aside" not in verb.cue.frames:
        return []
    if quoted and not ({"quote", "aside"} & set(verb.cue.frames)):
        return []
    if boundary < 0:
        return []
    if not quoted and unit.tag[boundary] not in ",-":
        return []
    if not quoted and not inverted and not _bare(unit, verb):
        return []
    left = (_aside_start(unit, boundary), boundary + 1 if unit.tag[boundary] in "QK" else boundary)
    closing = source[1] if inverted else _after_aside(unit, verb.after, quoted)
    if closing < 0:
        return []
    right = (closing, closing)
    if quoted:
        resumed = _resumes(read, unit, closing)
        return _content_around(unit, left, (resumed, len(unit)) if resumed >= 0 else right)
    if closing < len(unit) and unit.tag[closing] in ",-":
        rest = closing + 1
        if rest < len(unit) and _goes_on(unit, rest):
            stop = len(unit)
            right = (rest, stop)
    if not _has_verb(unit, *left) and right[0] == right[1]:
        return []
    return _content_around(unit, left, right)


def _resumes(read: Read, unit: Unit, closing: int) -> int:
    """Where a quotation goes on in the same sentence after its speaker (…, he said, pointing at it, "…"), or -1."""
    for at in range(closing, len(unit)):
        tag = unit.tag[at]
        if tag in "QK":
            first = at
            while first > closing and unit.tag[first - 1] == "C":
                first -= 1
            return first if unit.tag[at - 1] in ",:-C;" else -1
        if at > closing and tag in "VWG" and unit.word[at] in read.lexicon.verbs:
            return -1
    return -1


def _bare(unit: Unit, verb: Verb) -> bool:
    """Whether nothing but adjuncts or somebody told follows a verb."""
    if verb.after >= len(unit):
        return True
    tag = unit.tag[verb.after]
    return tag in ",.;-:QKBYIS)" or ("person" in verb.cue.frames and tag in "DNXOPM")


def _goes_on(unit: Unit, at: int) -> bool:
    """Whether the words said go on after an aside rather than a remark of the writer's."""
    tag = unit.tag[at]
    return tag not in "GS" or unit.word[at] in ("but", "because", "if", "unless")


def _source(read: Read, unit: Unit, verb: Verb, earlier: list[Finding]) -> tuple[tuple[int, int], str]:
    """The speaker's items to the left, and how they were found."""
    before = verb.first - 1
    if verb.gerund or verb.infinitive or before < 0:
        return _NONE, "implied"
    tag = unit.tag[before]
    if (tag == "R" and unit.word[before] in ("who", "which")) or (
        tag == "H" and before > 0 and unit.tag[before - 1] in "NX"
    ):
        last = before - 1
        if last >= 0 and unit.tag[last] == ",":
            last -= 1
        first = phrase_left(unit, last)
        if first >= 0:
            return (first, last + 1), "relative"
        return (before, before + 1), "relative"
    if tag in "CBT":
        return _NONE, "implied"
    if tag == "," and before > 0:
        found = subject_left(unit, before)
        if found != _NONE:
            return found, "subject"
        return _NONE, "implied"
    return subject_left(unit, before), "subject"


def _implied(unit: Unit, verb: Verb, earlier: list[Finding]) -> Span | None:
    """The speaker of the clause before, or the sentence's subject."""
    for finding in reversed(earlier):
        if finding.source is not None and unit.start[0] <= finding.source.start < unit.start[verb.at]:
            return finding.source
    if verb.gerund and verb.first <= 2:
        return _after_intro(unit, verb)
    first, stop = main_subject(unit, verb.first)
    return _trim(unit, first, stop) if first >= 0 else None


def _after_intro(unit: Unit, verb: Verb) -> Span | None:
    """The subject of the main clause after a participle: Citing the law, the office refused."""
    comma = main_clause(unit, verb.after)
    if comma < 0:
        return None
    first = comma + 1
    while first < len(unit) and unit.tag[first] == "B":
        first += 1
    return _trim(unit, first, phrase_right(unit, first))


def _trim(unit: Unit, first: int, stop: int) -> Span:
    while stop > first + 1 and unit.tag[stop - 1] in ",-":
        stop -= 1
    return unit.span(first, stop)


def _cue(unit: Unit, verb: Verb) -> Span:
    return unit.span(verb.at, verb.after)


def _said(read: Read, unit: Unit, verb: Verb, found: Complement, content: Span) -> str:
    """The id of the rule that a right-hand complement came by."""
    if found.frame == "quote":
        return "said-quote"
    if found.frame in ("clause", "wh", "that"):
        return "said-clause"
    return f"said-{found.frame}" if found.frame in ("to", "ing", "object", "name") else "said-preposition"


def find(read: Read, unit: Unit, earlier: list[Finding]) -> Iterator[Finding]:
    """Every reporting verb: first those beside what is said, which hold the whole sentence, then the others, left to right.

    What stands inside something already said is left to it.
    """
    verbs = list(reporting_verbs(unit, read.lexicon))
    found: list[tuple[int, Finding, int]] = []
    taken: set[int] = set()
    for verb in verbs:
        made = _inverted(read, unit, verb) or _beside(read, unit, verb)
        if made is not None:
            found.append((verb.at, made[0], made[1]))
            taken.add(verb.at)
    covered = -1
    own = [finding for _, finding, _ in found]
    for verb in verbs:
        if verb.gerund and verb.first > 0 and unit.word[verb.first - 1] in ("worth", "without"):
            continue
        if verb.at in taken or verb.first < covered or _inside(unit, verb, own):
            continue
        made = _left(read, unit, verb, own)
        if made is not None:
            covered = max(covered, made[1])
            own.append(made[0])
            own.sort(key=_place)
            found.append((verb.at, *made))
    found.sort(key=lambda item: item[0])
    for _, finding, _ in found:
        yield finding


def _place(finding: Finding) -> int:
    return finding.cue.start if finding.cue else finding.whole.start


def _inside(unit: Unit, verb: Verb, found: list[Finding]) -> bool:
    """Whether a verb stands in words that are said already."""
    start = unit.start[verb.at]
    return any(span.start <= start < span.end for finding in found for span in finding.content)


def _inverted(read: Read, unit: Unit, verb: Verb) -> tuple[Finding, int] | None:
    """ "…," said the mayor."""
    before = verb.first - 1
    if verb.gerund or verb.infinitive or verb.passive or verb.first != verb.at:
        return None
    quoted = _quoted_left(read, unit, before)
    if before >= 0 and not quoted and (unit.tag[before] != "," or subject_left(unit, before) != _NONE):
        return None
    if verb.after < len(unit) and unit.tag[verb.after] == "O":
        return None
    end = phrase_right(unit, verb.after)
    if end == verb.after:
        return None
    if before < 0:
        if end < len(unit) and (
            unit.tag[end] in ":QK" or (unit.tag[end] == "," and end + 1 < len(unit) and unit.tag[end + 1] in "QK")
        ):
            spans = _content_around(unit, (0, 0), (end, len(unit)))
            if spans:
                return Finding(
                    "said-inverted", spans, verb.cue.force("quote"), _trim(unit, verb.after, end), _cue(unit, verb)
                ), len(unit)
        return None
    if end < len(unit) and unit.tag[end] in "AVH":
        return None
    spans = _aside(read, unit, verb, before, (verb.after, end), inverted=True)
    if not spans:
        return None
    force = verb.cue.force("quote" if quoted else "aside", "clause")
    return Finding("said-inverted", spans, force, _trim(unit, verb.after, end), _cue(unit, verb)), end


def _beside(read: Read, unit: Unit, verb: Verb) -> tuple[Finding, int] | None:
    """ "…," she said; …, she said, …; as she said, …."""
    if verb.gerund or verb.infinitive or verb.passive:
        return None
    source, how = _source(read, unit, verb, [])
    if source == _NONE or how != "subject":
        return None
    boundary = source[0] - 1
    if boundary < 0:
        return None
    as_clause = unit.word[boundary] == "as"
    quoted = _quoted_left(read, unit, boundary)
    if quoted and _introduces(unit, boundary):
        return None
    if not as_clause and not quoted:
        if (
            unit.tag[boundary] not in ",-"
            or complement(unit, verb.after, verb.cue, read.lexicon, past=True) is not None
        ):
            return None
    spans = _as_aside(unit, verb, boundary) if as_clause else _aside(read, unit, verb, boundary, source, inverted=False)
    if not spans:
        return None
    rule = "said-after" if quoted else "said-aside"
    force = verb.cue.force("quote" if quoted else "aside", "clause")
    return Finding(rule, spans, force, _trim(unit, *source), _cue(unit, verb)), verb.after


def _introduces(unit: Unit, boundary: int) -> bool:
    """Whether the quotation before `boundary` is a title in an introduction: In an interview on "The Hour," Reed said …."""
    at = boundary if unit.tag[boundary] in "QK" else boundary - 1
    return unit.tag[0] in "ISG" and at > 0 and unit.tag[at - 1] in "ZXIND"


def _left(read: Read, unit: Unit, verb: Verb, own: list[Finding]) -> tuple[Finding, int] | None:
    source, how = _source(read, unit, verb, own)
    past = not unit.word[verb.at].endswith("s")
    if source != _NONE and how == "subject" and not verb.passive:
        found = complement(unit, verb.after, verb.cue, read.lexicon, past)
    elif verb.passive:
        return _passive(read, unit, verb, own)
    else:
        found = complement(unit, verb.after, verb.cue, read.lexicon, past)
    if (
        found is None
        and unit.tag[-1] == ":"
        and source != _NONE
        and "quote" in verb.cue.frames
        and _announces(unit, verb)
    ):
        force = verb.cue.force("quote")
        return Finding("announced", [], force, _trim(unit, *source), _cue(unit, verb)), len(unit)
    if found is None or found.first >= found.stop:
        return None
    if boundary_is_subordinate(unit, source):
        comma = main_clause(unit, max(found.first, verb.after))
        if found.first < comma < found.stop:
            found.stop = comma
    if found.frame == "findings" and not _studies(read, unit, source):
        return None
    span = _trim_content(unit, found.first, found.stop)
    speaker = _trim(unit, *source) if source != _NONE else _implied(unit, verb, own)
    if speaker is not None and speaker.overlap(span):
        speaker = None
    if speaker is None and (verb.infinitive or not verb.gerund) and found.frame not in ("quote",):
        return None
    rule = _said(read, unit, verb, found, span)
    return Finding(rule, [span], verb.cue.force(found.frame, "clause"), speaker, _cue(unit, verb)), found.stop


def boundary_is_subordinate(unit: Unit, source: tuple[int, int]) -> bool:
    """Whether a subject stands in a clause that comes before the main one: a day after the office said …, the state …."""
    if source[0] < 1 or source[0] > 12:
        return False
    return unit.word[source[0] - 1] in _BEFORE_MAIN


def _studies(read: Read, unit: Unit, source: tuple[int, int]) -> bool:
    """Whether a subject is one that finds things: a document, a body, those who study, or "it"."""
    if source == _NONE:
        return False
    sets = read.lexicon.sets
    head = ""
    for at in range(*source):
        if unit.tag[at] in "I,RVE" and head:
            break
        if unit.tag[at] in "NWXP":
            head = unit.word[at]
    known = (sets["documents"], sets["bodies"], sets["general_bodies"], sets["studies"])
    return head in ("it", "which") or any(head in words for words in known)


def _announces(unit: Unit, verb: Verb) -> bool:
    """Whether nothing but an adjunct stands between the verb and the colon that ends the unit."""
    return len(unit) - verb.after < 20 and not any(tag in "AVH.;" for tag in unit.tag[verb.after :])


def _trim_content(unit: Unit, first: int, stop: int) -> Span:
    while stop > first + 1 and unit.tag[stop - 1] in ",:;-.":
        stop -= 1
    return unit.span(first, stop)


def _as_aside(unit: Unit, verb: Verb, boundary: int) -> list[Span]:
    """As Smith noted, …; …, as Smith noted."""
    closing = _after_aside(unit, verb.after)
    if closing < 0:
        return []
    if boundary == 0:
        return (
            _content_around(unit, (0, 0), (closing, len(unit)))
            if closing < len(unit) and unit.tag[closing] in ",:QK"
            else []
        )
    if unit.tag[boundary - 1] not in ",-":
        return []
    right = (closing + 1, len(unit)) if closing < len(unit) and unit.tag[closing] in ",-" else (closing, closing)
    return _content_around(unit, (_aside_start(unit, boundary - 1), boundary - 1), right)


def _passive(read: Read, unit: Unit, verb: Verb, own: list[Finding]) -> tuple[Finding, int] | None:
    """She was accused of …; the plan was criticised by …."""
    if "passive" not in verb.cue.frames:
        return None
    subject = subject_left(unit, verb.first - 1)
    if subject == _NONE:
        return None
    by = next((at for at in range(verb.after, min(len(unit), verb.after + 12)) if unit.word[at] == "by"), -1)
    found = complement(unit, verb.after, verb.cue, read.lexicon, past=True)
    spans = [_trim(unit, *subject)]
    reached = verb.after
    source = None
    if by >= 0:
        end = phrase_right(unit, by + 1)
        if end == by + 1 or unit.tag[by + 1] == "G":
            return None
        source = _trim(unit, by + 1, end)
        reached = end
    elif found is not None:
        spans.append(_trim_content(unit, found.first, found.stop))
        reached = found.stop
    else:
        return None
    return Finding("passive", spans, verb.cue.force("passive"), source, unit.span(verb.first, verb.after)), reached


RULES = (Rule("said", "a reporting verb with its speaker and what is said", find),)
