"""What follows a reporting verb: where the words said begin and end, and in which frame."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.extract.lexicon import Cue, Lexicon
from diptych.extract.phrases import phrase_right
from diptych.extract.units import Unit

_LOOK = 24
_LATER = frozenset(
    ("again", "also", "later", "earlier", "then", "too", "today", "yesterday", "recently", "online", "here")
)


@dataclass(slots=True)
class Complement:
    """The frame found and the items `[first, stop)` that are said; `cue_stop` is the end of the reporting words."""

    frame: str
    first: int
    stop: int
    cue_stop: int


def _has(cue: Cue, *frames: str) -> bool:
    return any(frame in cue.frames for frame in frames)


def finite_follows(unit: Unit, first: int) -> bool:
    """Whether a clause (a noun phrase and its finite verb) starts at `first`."""
    if first >= len(unit):
        return False
    tag = unit.tag[first]
    if tag == "P":
        return True
    if unit.word[first] in ("there", "it", "if", "when"):
        return True
    end = min(len(unit), first + 30)
    at = phrase_right(unit, first)
    if at == first:
        return False
    open_relatives = 0
    while at < end:
        tag = unit.tag[at]
        finite = tag in "AV" or (tag == "v" and unit.word[at - 1].endswith("s"))
        if tag == "V" and at + 1 < end and unit.word[at + 1] == "by":
            finite = False  # a participle after its noun: people displaced by the dam
        if tag == "W" and unit.tag[at - 1] in "NXP)" and at + 1 < end:
            third = unit.word[at].endswith("s")
            finite = (third or unit.word[at - 1].endswith("s")) and unit.tag[at + 1] in "DTXPHNJIMBO"
        if finite:
            if not open_relatives:
                return True
            open_relatives -= 1
            while at + 1 < end and unit.tag[at + 1] in "ABVE":
                at += 1
        elif tag in ";:.S":
            return False
        elif tag in "RH":
            open_relatives += 1
        elif tag == "," and open_relatives:
            open_relatives = 0
        elif tag == "," and at + 1 < end and unit.tag[at + 1] not in "AVBQK":
            return False
        elif tag == "C" and at + 1 < end and unit.tag[at + 1] in "VABP" and not open_relatives:
            return False
        at += 1
    return False


def intro_end(unit: Unit) -> int:
    """The comma that ends an introductory clause (While he agreed, she said …), or -1."""
    first = 0
    while first < len(unit) and unit.tag[first] in "CB":
        first += 1
    if first >= len(unit) or unit.tag[first] not in "SIG" or unit.word[first] in ("according", "as"):
        return -1
    for at in range(first + 1, min(len(unit) - 2, first + 40)):
        if unit.tag[at] == ",":
            start = at + 1
            while start < len(unit) and unit.tag[start] == "B":
                start += 1
            end = phrase_right(unit, start)
            while end > start and end < len(unit) and unit.tag[end] in "B,":
                end += 1
            if end > start and end < len(unit) and unit.tag[end] in "AVW" and unit.tag[start] not in "GI":
                return at
    return -1


def main_clause(unit: Unit, first: int) -> int:
    """The comma after which the main clause begins that a subordinate clause, open at `first`, came before; else -1."""
    for at in range(first, min(len(unit) - 2, first + 60)):
        if unit.tag[at] == ",":
            end = phrase_right(unit, at + 1)
            while at + 1 < end < len(unit) and unit.tag[end] in "BY,I":
                end += 1
            if at + 1 < end < len(unit) and unit.tag[end] in "AVW" and unit.tag[at + 1] not in "GIR":
                return at
    return -1


def clause_end(unit: Unit, first: int, lexicon: Lexicon, past: bool) -> int:
    """Where the words said end that start at `first`: the unit's end, or where the same speaker's next verb takes over.

    `past` says whether the verb before is in the past, as a coordinated verb of the same speaker is too.
    """
    total = len(unit)
    intro = intro_end(unit)
    if first <= intro:
        total = intro
    at = first + 1
    while at < total:
        tag = unit.tag[at]
        if tag == "," and at + 1 < total:
            following = at + 1
            while following < total - 1 and unit.tag[following] in "BC":
                following += 1
            word = unit.word[following]
            if unit.tag[following] == "G" and word in lexicon.verbs and _reports(word, lexicon):
                return at
            if unit.word[at + 1] == "according" or (unit.tag[following] == "V" and word in ("said", "added")):
                return at
            if unit.tag[at + 1] in "CS" and _new_speaker(unit, at + 2, lexicon):
                return at
        elif tag == ";" and _new_speaker(unit, at + 1, lexicon):
            return at
        elif tag == "C":
            following = at + 1
            while following < total - 1 and unit.tag[following] == "B":
                following += 1
            if following < total and unit.tag[following] in "VW" and unit.word[following] in lexicon.verbs:
                if past and _past(unit.word[following], lexicon) and _says(unit.word[following], lexicon):
                    return at
                if not past and _third(unit.word[following], lexicon) and _says(unit.word[following], lexicon):
                    return at
        elif tag == "S" and _new_speaker(unit, at + 1, lexicon):
            return at
        at += 1
    while at > first + 1 and unit.tag[at - 1] in ".":
        at -= 1
    return at


def _says(word: str, lexicon: Lexicon) -> bool:
    return any(
        form.cue is not None and ("clause" in form.cue.frames or "object" in form.cue.frames)
        for form in lexicon.verbs[word]
    )


def _reports(word: str, lexicon: Lexicon) -> bool:
    return any(
        form.cue is not None
        and ("quote" in form.cue.frames or "object" in form.cue.frames or "of" in form.cue.frames)
        and "believes" not in form.cue.frames.values()
        for form in lexicon.verbs[word]
    )


def _past(word: str, lexicon: Lexicon) -> bool:
    return any("past" in form.features for form in lexicon.verbs[word])


def _third(word: str, lexicon: Lexicon) -> bool:
    return any("s" in form.features for form in lexicon.verbs[word])


def _new_speaker(unit: Unit, first: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase and a reporting verb with a clause of its own start at `first`."""
    if first >= len(unit):
        return False
    end = phrase_right(unit, first)
    if end == first:
        return False
    while end < len(unit) and unit.tag[end] in "BA":
        end += 1
    if end + 1 >= len(unit) or unit.tag[end] not in "VW" or unit.word[end] not in lexicon.verbs:
        return False
    if unit.tag[end + 1] not in "HPRQKD:NX":
        return False
    return any(form.cue is not None and _has(form.cue, "quote", "name") for form in lexicon.verbs[unit.word[end]])


def _skip_adjuncts(unit: Unit, at: int) -> int:
    """Goes over adverbs and times that belong to the verb, not to what is said."""
    while at < len(unit) and unit.tag[at] in "YB" and unit.word[at] not in ("not", "there"):
        following = unit.tag[at + 1] if at + 1 < len(unit) else "."
        if unit.tag[at] == "Y" and following in "ZNXWAV":
            break
        if (
            unit.tag[at] == "B"
            and following in "DMJAvPNXSR"
            and not (unit.word[at].endswith("ly") or unit.word[at] in _LATER)
        ):
            break
        at += 1
    return at


def _after_adjunct(unit: Unit, at: int, quote: bool, asks: bool = False) -> int:
    """The place after an adjunct where "that", a colon or a quotation resumes: in a statement on Monday that …; else -1."""
    end = min(len(unit), at + _LOOK)
    comma = -1
    for item in range(at, end):
        tag = unit.tag[item]
        if tag == "H" and item > at:
            before = unit.tag[item - 1]
            return item if before in "NXYMQK)O,BZP" else -1
        if tag == ":":
            return item + 1
        if (
            tag == "R"
            and asks
            and item > at
            and unit.word[item] not in ("who", "which", "whom", "whose", "where", "when")
        ):
            return item
        if tag in "QK" and quote and (unit.tag[item - 1] in ",NXYMO)B" or item == at):
            return item
        if tag == ",":
            if comma >= 0:
                return -1
            comma = item
        elif tag not in "NXDIMYJZCBOTWGP(%)v":
            return -1
    return -1


def complement(unit: Unit, after: int, cue: Cue, lexicon: Lexicon, past: bool) -> Complement | None:
    """What the verb says to its right, or None; `after` is the item after the verb."""
    total = len(unit)
    at = _skip_adjuncts(unit, after)
    if at >= total:
        return None
    made = _direct(unit, at, cue, lexicon, past)
    if made is not None:
        return made
    tag = unit.tag[at]
    if tag in "IT" and unit.word[at] in cue.frames:
        made = _prepositional(unit, at, cue, lexicon, past)
        if made is not None and not ("quote" in cue.frames and _after_adjunct(unit, at, True) > 0):
            return made
    if "person" in cue.frames and tag in "DNXPOMJQKYG":
        made = _personal(unit, at, cue, lexicon, past)
        if made is not None:
            return made
    if tag in "IDNXBYPOT," and _has(cue, "quote", "clause"):
        resumed = _after_adjunct(unit, at, "quote" in cue.frames)
        if resumed > 0 and resumed < total and not (tag in "DNX" and not _has(cue, "person", "to-noun", "quote")):
            if tag not in "DNXP" or "person" in cue.frames:
                found = _direct(unit, resumed, cue, lexicon, past)
                if found is not None:
                    return found
    if _has(cue, "clause") and tag in "DPXNMJYKQBISWGV" and (finite_follows(unit, at) or _quoted_verb(unit, at, cue)):
        return Complement("clause", at, clause_end(unit, at, lexicon, past), at)
    if _has(cue, "object", "name", "as", "findings") and tag in "DNXMJQKOPWRGBVHY":
        return _object(unit, at, cue, lexicon, past)
    return None


def _quoted_verb(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether a clause's verb stands within a quotation: said the plan "will never work"."""
    if "object" in cue.frames:
        return False
    end = phrase_right(unit, at, appositions=False)
    return end > at and any(tag in "QK" for tag in unit.tag[at + 1 : end + 1])


def _direct(unit: Unit, at: int, cue: Cue, lexicon: Lexicon, past: bool) -> Complement | None:
    """A complement that its first word gives away: a colon, a quotation, "that", a question word, "to"."""
    total = len(unit)
    tag = unit.tag[at]
    speaks = _has(cue, "quote", "clause")
    if at > 0 and unit.tag[at - 1] == ":" and "quote" in cue.frames:
        return Complement("quote", at, total, at)
    if tag == ":" and speaks:
        return Complement("quote", at + 1, total, at + 1) if at + 1 < total else None
    if tag == "," and at + 1 < total and unit.tag[at + 1] in "QK" and "quote" in cue.frames:
        return Complement("quote", at + 1, clause_end(unit, at + 1, lexicon, past), at)
    if tag == "," and at + 2 < total and unit.tag[at + 1] == "C" and unit.tag[at + 2] in "QK":
        return None
    if tag in "QK" and _has(cue, "quote", "object", "name", "clause"):
        return Complement("quote", at, clause_end(unit, at, lexicon, past), at)
    if tag == "H" and _has(cue, "clause", "that"):
        return Complement("clause", at, clause_end(unit, at, lexicon, past), at)
    if tag == "R" and _has(cue, "wh", "object", "name", "findings"):
        return Complement("wh", at, clause_end(unit, at, lexicon, past), at)
    if unit.word[at] in ("if", "as", "whether") and "wh" in cue.frames and unit.word[at] != "as":
        return Complement("wh", at, clause_end(unit, at, lexicon, past), at)
    if tag == "T" and "to" in cue.frames and at + 1 < total and unit.tag[at + 1] in "vWAB":
        return Complement("to", at, _phrase_end(unit, at, clause_end(unit, at, lexicon, past)), at)
    if tag == "T" and "to" in cue.frames and at + 1 < total and unit.tag[at + 1] in "QK":
        return Complement("to", at, _phrase_end(unit, at, clause_end(unit, at, lexicon, past)), at)
    if unit.word[at] == "not" and "to" in cue.frames and at + 1 < total and unit.tag[at + 1] == "T":
        return Complement("to", at, _phrase_end(unit, at, clause_end(unit, at, lexicon, past)), at)
    if tag == "G" and "ing" in cue.frames and not finite_follows(unit, at):
        return Complement("ing", at, clause_end(unit, at, lexicon, past), at)
    return None


def _prepositional(unit: Unit, at: int, cue: Cue, lexicon: Lexicon, past: bool) -> Complement | None:
    if at + 1 >= len(unit) or unit.tag[at + 1] not in "DNXMJQKOPWGRBVY":
        return None
    frame = unit.word[at]
    if unit.tag[at + 1] == "M" and frame in ("about", "over"):
        return None  # about twenty people
    if frame == "with" and unit.tag[at + 1] == "Y":
        return None
    return Complement(frame, at + 1, _phrase_end(unit, at + 1, clause_end(unit, at + 1, lexicon, past)), at + 1)


def _phrase_end(unit: Unit, first: int, stop: int) -> int:
    """Ends what is no clause before a new main clause: called for a ban, but the state refused."""
    for at in range(first, stop - 2):
        if unit.tag[at] == "," and unit.tag[at + 1] == "C":
            end = phrase_right(unit, at + 2)
            if end > at + 2 and end < len(unit) and unit.tag[end] in "AV":
                return at
    return stop


def _personal(unit: Unit, at: int, cue: Cue, lexicon: Lexicon, past: bool) -> Complement | None:
    """Somebody told, then what: told them that, urged them to, accused them of."""
    end = phrase_right(unit, at, appositions=False)
    if end == at or end >= len(unit):
        return None
    stop = _skip_adjuncts(unit, end)
    if stop >= len(unit):
        return None
    tag = unit.tag[stop]
    if tag in "GVERH" and "to" in cue.frames and unit.tag[stop - 1] in "NX":
        # who is told has a relative clause: asked firms supplying the project to leave
        infinitive = next((item for item in range(stop, min(len(unit) - 1, stop + 12)) if unit.tag[item] in "T,"), stop)
        while (
            unit.tag[infinitive] == "T"
            and unit.tag[infinitive + 1] not in "vWA"
            and infinitive < min(len(unit) - 2, stop + 12)
        ):
            infinitive += 1
            while infinitive < len(unit) - 2 and unit.tag[infinitive] not in "T,":
                infinitive += 1
        if unit.tag[infinitive] == "T":
            return Complement("to", at, _phrase_end(unit, at, clause_end(unit, infinitive, lexicon, past)), at)
    if tag == "T" and "to" in cue.frames:
        return Complement("to", at, _phrase_end(unit, at, clause_end(unit, stop, lexicon, past)), at)
    if unit.word[stop] in cue.frames and unit.word[stop] in ("of", "with", "for", "against", "about", "into"):
        return Complement(unit.word[stop], at, clause_end(unit, stop, lexicon, past), at)
    # "accused the party of stoking": the preposition went into the noun phrase
    for item in range(at + 1, end):
        if unit.word[item] == "of" and "of" in cue.frames:
            return Complement("of", at, clause_end(unit, item, lexicon, past), at)
    if not _has(cue, "clause", "quote", "wh"):
        return None
    found = _direct(unit, stop, cue, lexicon, past)
    if found is not None:
        return found
    resumed = _after_adjunct(unit, stop, "quote" in cue.frames, "wh" in cue.frames) if tag in "IYB," else -1
    if resumed > 0 and resumed < len(unit):
        return _direct(unit, resumed, cue, lexicon, past)
    if "clause" in cue.frames and tag in "DPXN" and finite_follows(unit, stop):
        return Complement("clause", stop, clause_end(unit, stop, lexicon, past), stop)
    return None


def _object_end(unit: Unit, at: int, limit: int, cue: Cue) -> int:
    """Where a noun phrase that is said ends: with its relative clause, without what is told of the saying."""
    end = phrase_right(unit, at, appositions=False)
    if end == at:
        return limit
    limit = next((item for item in range(at, limit) if unit.tag[item] == ";"), limit)
    while end < limit:
        tag, word = unit.tag[end], unit.word[end]
        if tag in ",;:.-S" and word != "as":
            return end
        if tag in "RHTVGE":
            while end < limit and unit.tag[end] not in ",;:.-":
                end += 1
            return end
        if word in cue.frames or (word == "as" and _has(cue, "as", "name")):
            return limit
        if word == "as":
            return end
        if tag == "I":
            inner = phrase_right(unit, end + 1, appositions=False)
            if inner == end + 1:
                return limit
            if unit.tag[end + 1] == "Y" or word in ("during", "after", "before", "at", "since", "amid", "following"):
                return end
            end = inner
        elif tag in "YB":
            return end
        elif tag == "C":
            inner = phrase_right(unit, end + 1, appositions=False)
            if inner == end + 1:
                return end
            end = inner
        else:
            return limit
    return limit


def _object(unit: Unit, at: int, cue: Cue, lexicon: Lexicon, past: bool) -> Complement | None:
    stop = clause_end(unit, at, lexicon, past)
    frame = "object" if "object" in cue.frames else "findings"
    if frame in cue.frames and unit.tag[at] not in "QKR" and "name" not in cue.frames:
        return Complement(frame, at, _object_end(unit, at, stop, cue), at)
    if frame not in cue.frames:
        items = range(at, stop)
        named = any(unit.tag[item] in "QK" or unit.word[item] == "as" for item in items)
        if not named and ("name" not in cue.frames or not _two_phrases(unit, at, stop)):
            return None
        frame = "as" if "name" not in cue.frames else "name"
        return Complement(frame, at, stop, at)
    return Complement(frame, at, stop, at)


def _two_phrases(unit: Unit, at: int, stop: int) -> bool:
    """Whether a second phrase follows the first: called the plan a hoax, called it useless."""
    end = phrase_right(unit, at, appositions=False)
    return at < end < stop and unit.tag[end] in "DJNXVEGB"
