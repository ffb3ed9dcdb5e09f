"""Of which body that is neither party somebody is: the university's rector, council leader Lind, a nurse at Larch."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.extract.speakable import bodily
from diptych.lexicons import either, wordset

#: The name of a body: capitalised words, joined by small ones, that no determiner starts.
_PROPER = (
    r"((?!(?:The|Its|His|Her|Their|Our|An?|One|Some|Many|Mr|Ms|Mrs|Dr|At|In|On|For|From|By|With|As|But|And|Yet|To|PhD|MSc|MBA)\b)"
    r"[A-Z][\w.&-]*"
    r"(?:\s+(?:of\s+(?:the\s+)?|for\s+|&\s+)?[A-Z][\w.&-]*)*)"
)
_THEIRS = re.compile(r"[Tt]he\s+([a-z]+)['’]s?\s+(?=[a-z])")
#: A body right before an office of it: council leader; a union official.
_BESIDE = re.compile(r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts)\s+)?([A-Za-z][a-z]+)\s+(?=([a-z-]+)\b)")
_OWNS = re.compile(_PROPER + r"['’]s?\s+(?=[a-z])")
#: Where somebody is, with what stands before the name: a nurse at (the) Larch; of the consumer group Fair Tap.
_WITHIN = re.compile(
    r"\b(?:of|for|at|with|from|in)\s+(?:the\s+|an?\s+)?((?:(?!(?:of|for|at|with|from|in)\s)[a-z-]+\s+){0,3})" + _PROPER
)
_FIRST = re.compile(r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|its|his|her)\s+)?" + _PROPER + r"\s+(?=[a-z])")
_ADJECTIVE = re.compile(
    r"[A-Z]?[a-z]+(?:-[a-z]+)?(?:[^aeiou]ed|ous|ful|less|able|ible|ish|-faced|-looking|-speaking|-based)"
)
_STARTS = re.compile(_PROPER)
_NAMED = re.compile(r"[A-Z][\w-]+ [A-Z][\w-]+$")
#: What stands before the name of a body that somebody is against: a petition against; who sued.
_OPPOSED = re.compile(
    r"\bagainst\s+(?:the\s+)?$|^who\s+(?:has\s+|had\s+|is\s+)?(?:sued|sues|suing|fought|fights|fighting|opposes|opposed|accuses|accused"
    r"|blames|blamed|boycotts|boycotted)\s+(?:the\s+)?$|^(?:suing|fighting|opposing|accusing|blaming|boycotting|picketing|challenging)\s"
)
#: Somebody of a body: a cardiologist at, a nurse from.
_SOMEBODY = re.compile(
    r"(?:an?|the|one)\s+(?:[a-z-]+\s+){0,2}[a-z-]+"
    r"|who\s+(?:now\s+)?(?:teaches|taught|lectures|researches|studies|practises|practices|works)(?:\s+[a-z-]+){0,3}"
)


def elsewhere(phrase: str, state: bool, is_party: Callable[[str], bool]) -> str | None:
    """The name of a body of its own that somebody in the phrase belongs to.

    `state` says whether the responding party is one; `is_party` tells whether a party is called by a noun alone.
    """
    known = offices()
    theirs = _THEIRS.match(phrase)
    if theirs and _apart(theirs[1], state) and known.office_in(phrase[theirs.end() :]):
        return theirs[1]
    beside = _BESIDE.match(phrase)
    noun = beside[1].lower() if beside and known.office_in(beside[2]) else ""
    if noun in known.unowned and not (state and noun in known.public) and not is_party(noun):
        return noun
    for match in _OWNS.finditer(phrase):
        dated = match[1].lower() in lexicon().sets["times"]  # at Tuesday's press conference
        if not dated and known.office_in(phrase[match.end() :]):
            return match[1]
    for match in _WITHIN.finditer(phrase):
        field = words_of(match[1])
        if match[0].startswith("of ") and match.end() == len(phrase) and field and not _kindred(field):
            continue  # the head of safety Ada Lind
        before = phrase[: match.start()]
        held = known.office_in(before) or _SOMEBODY.fullmatch(before.strip())
        if held or _NAMED.search(before.strip()):
            return match[2]
    titled = _STARTS.match(phrase)
    if titled and (found := _titled(titled[1].split())) is not None:
        return found
    first = _FIRST.match(phrase)
    if first and known.office_in(phrase[first.end() :]) and not known.office_in(first[1]):
        if words_of(phrase[first.end() :])[0] in ("affairs", "relations"):
            return None  # Public affairs chief Lind
        fielded = known.office_in(f"{first[1]} {words_of(phrase[first.end() :])[0]}") == "company"
        return None if fielded or _plain(first[1].lower()) else first[1]
    return None


def _titled(words: list[str]) -> str | None:
    """The body that capitalised words name before an office: Larch Rivers Union President."""
    known = offices()
    for size in range(len(words) - 1, 1, -1):
        held = " ".join(words[:size])
        if known.office_in(" ".join(words[size:])) in ("any", "company") and not known.office_in(held):
            return held
    return None


def _apart(noun: str, state: bool) -> bool:
    """Whether a noun is what neither party is called: the university, where a panel reports on a hospital."""
    kinds = {word for held, nouns in offices().called for word in held | nouns}
    return noun in kinds - offices().bodies - (offices().public if state else frozenset())


def _kindred(words: list[str]) -> bool:
    """Whether some words say what kind of body or person a name after them is of: the consumer group Fair Tap."""
    known = offices()
    return bool(set(words) & (known.inquirers | known.organisations | known.bodies | known.outsiders))


def body_that(phrase: str) -> tuple[str, bool] | None:
    """What follows where somebody is of a body that has no name, and whether that is whom it owns or acts for."""
    does, makes = _does()
    found = does.search(phrase)
    if found is None or not bodily(words_of(found[1])[-1]) or makes.match(found[3]):
        return None
    return found[3], found[2] is not None


@cache
def _does() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A body by what it does: a trustee of | the charity that | owns | the zoo; and what those do who make a report."""
    owns = either(frozenset().union(*(wordset("deeds", key) for key in ("heads", "runs", "speaks"))))
    makes = either(frozenset().union(*(wordset("deeds", key) for key in ("made", "probed", "does", "presented"))))
    return (
        re.compile(
            r"\b(?:of|for|at|with|from)\s+the\s+((?:[a-z-]+\s+){0,3}?[a-z-]+)(?:\s+that|,?\s+which)\s+"
            rf"((?:now\s+|jointly\s+)?{owns}\s+)?(.*)"
        ),
        re.compile(rf"(?:has\s+|have\s+|had\s+)?{makes}\b"),
    )


def opposed(before: str) -> bool:
    """Whether what stands before a body's name tells of somebody against it: who sued, a petition against."""
    return _OPPOSED.search(before) is not None


def adjectival(word: str) -> bool:
    """Whether a word is an adjective by its look, whose capital only starts its sentence: Furious, Gob-smacked."""
    return _ADJECTIVE.fullmatch(word) is not None


def _plain(word: str) -> bool:
    """Whether a word with a capital names nobody: it starts its sentence, or says of what somebody is the head."""
    known = offices()
    return (
        word in known.portfolios
        or word in known.fields
        or word in known.ranks
        or word in known.organisations
        or word in lexicon().tags
        or adjectival(word)
    )
