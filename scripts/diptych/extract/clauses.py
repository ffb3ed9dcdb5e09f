"""Where clauses begin and end: finite verbs, introductions, and the next verb of the same or another speaker."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.extract.lexicon import Form
from diptych.extract.phrases import phrase_right
from diptych.extract.units import Unit

#: What follows a comma or a conjunction where no finite verb of the same clause can.
_NO_VERB_AFTER = {",": "NXDPMJIRHTGEYCSW.v;:(", "C": "VABP"}
_SUBJECT = 12  # items that a subject has before a verb that no list has
_FAR = 60  # items that a search for a clause goes at most
#: Verbs that report so plainly that they join another of any tense: says it failed, and said so again.
_PLAIN = frozenset(("say", "add", "note", "tell"))
#: What begins the occasion on which something is said.
_OCCASION = frozenset(
    ("during", "after", "before", "amid", "following", "because", "when", "although", "though", "while")
)


def finite_follows(unit: Unit, first: int) -> bool:
    """Whether a clause (a noun phrase and its finite verb) starts at `first`."""
    if first >= len(unit):
        return False
    if unit.tag[first] == "P" or unit.word[first] in ("there", "it", "if", "when"):
        return True
    end = min(len(unit), first + 30)
    having = unit.word[first] in ("having", "being") and unit.tag[first + 1 : first + 2] in (["D"], ["X"], ["N"])
    gerund = unit.tag[first] == "G" or having
    at = _gerund_end(unit, first) if gerund else phrase_right(unit, first)
    if at == first:
        return False
    relatives = 0  # relative clauses whose verb is still to come
    opened = False  # whether there is one: who was told of it and spoke
    while at < end:
        tag = unit.tag[at]
        if _finite(unit, at, end) and not (opened and unit.tag[at - 1] == "C"):
            if not relatives:
                return True
            relatives -= 1
            while at + 1 < end and unit.tag[at + 1] in "ABVE":
                at += 1
        elif tag in ";:.S":
            return False
        elif tag in "RH":
            relatives += 1
            opened = True
        elif tag == "," and relatives:
            relatives = 0
        elif tag == "," and (closing := _insertion_end(unit, at, end)) > 0:
            at = closing
        elif not relatives and at + 1 < end and unit.tag[at + 1] in _NO_VERB_AFTER.get(tag, ""):
            return False
        at += 1
    return False


def unknown_verb(unit: Unit, first: int) -> bool:
    """Whether a clause starts at `first` whose verb no list has: the till recalibrates itself; readers misquote him."""
    tags, words = unit.tag, unit.word
    for at in range(first + 1, min(first + _SUBJECT, len(unit) - 1)):
        if tags[at] not in "NXDJMIZWCB":
            return False
        before = words[at - 1]
        several = before == "people" or (before.endswith("s") and not before.endswith("ss"))
        after = tags[at - 1] in "NXW" or (tags[at - 1] == "B" and before.endswith("ly"))
        verb = tags[at] == "N" and words[at] not in unit.lexicon.tags and after
        third = words[at].endswith("s")
        bare = (
            tags[at + 1] == "N"
            and words[at + 1].endswith("s")
            and tags[at + 2 : at + 3] in ([","], ["."], ["C"], ["I"])
        )
        if verb and third and not several and (tags[at + 1] in "DPXOHTGJMRB" or bare):
            return True
        if verb and not third and several and tags[at - 1] == "N" and tags[at + 1] in "DPOX":
            return True
    return False


def _insertion_end(unit: Unit, comma: int, end: int) -> int:
    """The comma that closes a phrase between a subject and its verb (the raids, in the hills, were), or -1."""
    if comma + 1 >= end or unit.tag[comma + 1] not in "IE":
        return -1
    for at in range(comma + 2, min(end, comma + 12) - 1):
        if unit.tag[at] == ",":
            return at if unit.tag[at + 1] in "AV" else -1
        if unit.tag[at] in "AVQK;:.":
            return -1
    return -1


def _gerund_end(unit: Unit, first: int) -> int:
    """The item after a gerund that may be a subject, with its particle and object: shutting down the ward | would."""
    at = first + 1
    if at + 1 < len(unit) and unit.tag[at] in "IB":
        at += 1
    return max(at, phrase_right(unit, at))


def _finite(unit: Unit, at: int, end: int) -> bool:
    """Whether the item at `at`, after a noun phrase, is a finite verb."""
    tag, subject = unit.tag[at], at - 1
    while subject > 0 and unit.tag[subject] == "B":
        subject -= 1  # payouts now take six days
    before = unit.word[subject]
    if tag == "V":
        # a participle after its noun is none: people displaced by the dam; the price fell by 4 per cent
        return not (at + 1 < end and unit.word[at + 1] == "by" and unit.tag[at + 2 : at + 3] != ["M"])
    if tag == "v":
        return before.endswith("s")
    if tag == "W" and unit.tag[subject] in "NXPW)" and at + 1 < end:
        return (unit.word[at].endswith("s") or before.endswith("s")) and unit.tag[at + 1] in "DTXPHNJIMBOR"
    return tag == "A"


def intro_end(unit: Unit) -> int:
    """The comma that ends an introductory clause (While he agreed, she said …), or -1."""
    first = 0
    while first < len(unit) and unit.tag[first] in "CB":
        first += 1
    opens = first < len(unit) and (unit.tag[first] in "SIGE" or unit.word[first] == "when")
    if not opens or unit.word[first] == "according":
        return -1
    if unit.word[first] == "as" and unit.word[first - 1] != "even":
        return -1
    return main_clause(unit, first + 1)


def main_clause(unit: Unit, first: int) -> int:
    """The comma after which the main clause begins that the clause open at `first` came before; -1 where none does."""
    for at in range(first, min(len(unit) - 2, first + _FAR)):
        if unit.tag[at] == ",":
            start = at + 1
            while start < len(unit) and unit.tag[start] == "B":
                start += 1
            end = phrase_right(unit, start)
            if start < end < len(unit) - 1 and unit.word[end] == "of":
                end = phrase_right(unit, end + 1)  # head of sales Jo Reed
            while start < end < len(unit) - 1 and (
                unit.tag[end] in "BY," or (unit.tag[end] == "I" and unit.tag[end + 1] == "Y")
            ):
                end += 1
            if start < end < len(unit) and unit.tag[end] in "AVWv" and unit.tag[start] not in "GIR":
                return at
    return -1


def new_speaker(unit: Unit, first: int) -> bool:
    """Whether a noun phrase and a reporting verb with something said of its own start at `first`."""
    while first < len(unit) and unit.tag[first] in "CB":
        first += 1
    if first >= len(unit):
        return False
    end = phrase_right(unit, first)
    if end == first:
        return False
    while end < len(unit) and unit.tag[end] in "BA":
        end += 1
    if end + 1 >= len(unit) or unit.tag[end] not in "VWv" or unit.word[end] not in unit.lexicon.verbs:
        return False
    quoted = unit.tag[end + 1 : end + 3] in ([",", "Q"], [",", "K"])
    if unit.tag[end + 1] not in "HPRQKD:NX" and not quoted:
        return False
    return _has_frame(unit.lexicon.verbs[unit.word[end]], "quote", "name", "of")


def _has_frame(forms: Iterable[Form], *frames: str) -> bool:
    return any(form.cue is not None and any(frame in form.cue.frames for frame in frames) for form in forms)


def _reports(forms: Iterable[Form]) -> bool:
    """Whether a participle opens a new report: adding, accusing, citing."""
    return any(
        _has_frame((form,), "quote", "object", "of", "name") and "believes" not in form.cue.frames.values()
        for form in forms
        if form.cue is not None
    )


def _joins(forms: Iterable[Form], past: bool, helped: bool) -> bool:
    """Whether a coordinated verb is the same speaker's next report, and no part of what was said."""
    for form in forms:
        if form.cue is None:
            continue
        if form.cue.lemma in _PLAIN and not form.features.isdisjoint(("past", "s")):
            return True
        same = helped or ("past" if past else "s") in form.features
        if same and _has_frame((form,), "clause", "object", "person", "of", "for", "name"):
            return True
    return False


def clause_end(unit: Unit, first: int, past: bool) -> int:
    """Where the words said end that start at `first`: the unit's end, or where another report takes over.

    `past` says whether the verb before is in the past, as a coordinated verb of the same speaker is too.
    """
    total = len(unit)
    intro = intro_end(unit)
    if first <= intro:
        total = intro
    at = min(first + 1 + (unit.tag[first] == "H"), len(unit))
    while at < total:
        if _ends(unit, at, total, past):
            return at
        at += 1
    while at > first + 1 and unit.tag[at - 1] == ".":
        at -= 1
    return at


def _ends(unit: Unit, at: int, total: int, past: bool) -> bool:
    """Whether another report begins at `at`."""
    tag = unit.tag[at]
    verbs = unit.lexicon.verbs
    following = at + 1
    if unit.tag[at - 1] == "Q" and tag in "DNXMJP":
        return new_speaker(unit, at)  # as Reed claimed it "failed," the board said
    if tag == ",":
        while following < total - 1 and unit.tag[following] in "BC":
            following += 1
        if following >= total:
            return False
        word = unit.word[following]
        if unit.tag[following] == "G" and (_reports(verbs.get(word, ())) or _points(unit, following)):
            return True
        if _is_asked(unit, following):
            return True
        if unit.word[at + 1] == "according" or (unit.tag[following] == "V" and word in ("said", "added")):
            return True
        quoted = {"Q", "K"} & set(unit.tag[following + 1 : following + 3])
        if quoted and unit.tag[following] == "V" and unit.tag[following + 1] in "DOQK":
            return _joins(verbs.get(word, ()), past, False)  # said it was late, called him "a sham"
        if unit.tag[at + 1] == "S" and at + 2 < total and unit.tag[at + 2] == "G":
            return _reports(verbs.get(unit.word[at + 2], ()))  # said it was late, while adding that
        if unit.word[at + 1] == "but" and unit.tag[following] in "VA":
            return True  # claimed it was safe, but offered no proof
        return unit.tag[at + 1] in "CS" and new_speaker(unit, at + 2)
    if tag in ";-":
        if following < total and unit.tag[following] == "G" and _reports(verbs.get(unit.word[following], ())):
            return True
        return new_speaker(unit, following)
    if tag == "S":
        return new_speaker(unit, following)
    if tag == "C" and unit.word[at] in ("and", "but", "yet", "while"):
        if new_speaker(unit, following) or _is_asked(unit, following):
            return True
        after = unit.tag[following + 1 : following + 2]
        if following < total and unit.tag[following] == "G" and after in (["H"], ["Q"], ["K"]):
            return _has_frame(verbs.get(unit.word[following], ()), "quote", "that")  # calling it wrong and saying that
        helped = False
        while following < total - 1 and (unit.tag[following] == "B" or unit.word[following] in ("has", "have", "had")):
            helped = helped or unit.tag[following] == "A"
            following += 1
        word = unit.word[following] if following < total else ""
        return bool(word) and unit.tag[following] in "VW" and _joins(verbs.get(word, ()), past, helped)
    return False


def _is_asked(unit: Unit, at: int) -> bool:
    """Whether it is told at an item that somebody was asked something: he had not, and | when asked why, said."""
    return unit.word[at : at + 1] == ["when"] and unit.word[at + 1 : at + 2] in (["asked"], ["pressed"], ["questioned"])


def _points(unit: Unit, at: int) -> bool:
    """Whether a participle reports together with the word behind it: pointing to, ruling out."""
    forms = unit.lexicon.verbs.get(unit.word[at], ())
    return any(tuple(unit.word[at + 1 : at + 1 + len(words)]) == words for form in forms for words in form.particles)


def phrase_end(unit: Unit, first: int, stop: int, noun: bool) -> int:
    """Ends what is no clause before a new one, or a dash: called for a ban, but the state refused.

    A noun phrase (`noun`) ends before the occasion of saying it, too: called it a lie during the debate.
    """
    for at in range(first + 1, stop - 1):
        tag = unit.tag[at]
        if tag == "-" or (noun and unit.word[at] in _OCCASION):
            return at
        if tag == "," and unit.tag[at + 1] == "C" and at + 2 < stop:
            end = phrase_right(unit, at + 2)
            if end > at + 2 and end < len(unit) and unit.tag[end] in "AV":
                return at
        if tag == "C":
            verb = at + 1
            while verb < stop and unit.tag[verb] == "B":
                verb += 1
            if verb < stop and (
                unit.tag[verb] == "A" or (unit.tag[verb] == "V" and not unit.word[verb].endswith("ing"))
            ):
                return at
    return stop
