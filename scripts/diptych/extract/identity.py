"""Somebody who speaks, and what kind of noun phrase names whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from diptych.drafts import Attribution
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import REMEMBERED, offices, words_of
from diptych.extract.speakable import agentive
from diptych.spans import Span
from diptych.values import PartyRole

DETERMINER = re.compile(
    r"^(?:the|a|an|its|his|her|their|your|our|my|this|that|(?:one|some|another)(?!\s+of\s))\s+", re.IGNORECASE
)
NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|for|de|van|von|al|bin|&|the)\s+)*[A-Z][\w.'’-]*)*")

#: Whose a document is: the firm's latest report; a study by the institute.
_WHOSE = re.compile(r"(.{2,60}?)(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){0,4}[\w-]+$")
_MADE_BY = re.compile(r"\b(?:by|from)\s+((?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z].+)$")
_HEAD_END = re.compile(
    r"\s(?:of|by|from|into|on|about|that|which|who|whose|(?:commissioned|written|signed|paid|prepared|published|issued))\s"
)
_PART_OF = re.compile(
    r"(?:(?:the|an?|one|another)\s+)?(?:part|chapter|section|page|passage|half)s?\s+of\s+(?=(?:an?|the|its)\s)"
)
_WITHIN = re.compile(r"\s(?:of|at|for|from|in|near|who|whose)\s")
#: Words that a noun phrase may start with.
SMALL = frozenset(
    ("a", "an", "the", "its", "his", "her", "their", "some", "one", "many", "most", "other", "several", "no")
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody who speaks: `party` is None where nothing tells; `itself` says that it is the party that speaks.

    `body` says that the words call it a company or the like, though the name may be a person's too.
    """

    party: PartyRole | None
    name: str | None
    itself: bool = False
    person: bool = False
    organisation: str | None = None
    why: tuple[str, ...] = ()
    body: bool = False


@lru_cache(maxsize=REMEMBERED)
def is_document(phrase: str) -> bool:
    """Whether a noun phrase means a report, an answer to one, or a letter."""
    known = offices()
    head = _HEAD_END.split(DETERMINER.sub("", phrase.strip()).split(",")[0])[0]
    last = words_of(head)[-1:]
    return bool(set(last) & (known.documents | known.replies | known.letters))


def part_of(mention: str) -> int:
    """Where the document starts in a mention of a part of it: part of | a report; 0 where it is none."""
    part = _PART_OF.match(mention)
    return part.end() if part and is_document(mention[part.end() :]) else 0


def past(one: Attribution, words: str) -> Attribution:
    """An attribution whose speaker starts with words that are no part of who that is, without them."""
    name = one.speaker
    return replace(one, speaker=name[len(words) :]) if name and name.startswith(words) else one


def owner(mention: str, at: int) -> Span | None:
    """The part of a mention at an offset that says whose a document is: the coach's letter, a study by the guild."""
    mention = mention.split(",")[0]
    whose = _WHOSE.match(mention)
    counts = whose is not None and words_of(mention)[-1] in offices().figures
    if not is_document(mention) and not counts:
        return None
    if whose and not re.search(r"\b(?:by|from)\s", whose[1]):
        return Span(at, at + whose.end(1))
    made = _MADE_BY.search(mention)
    return Span(at + made.start(1), at + len(mention)) if made else None


def names_its_head(speaker: str, mention: str) -> bool:
    """Whether a mention names the speaker that it was resolved to, and as its head: not "the Guild member"."""
    parts = [part for part in speaker.split() if part[0].isupper()]
    if not parts or not any(part in mention for part in (parts[-1], parts[0], speaker)):
        return False
    end = max(mention.rfind(part) + len(part) for part in parts if part in mention)
    return not offices().office_in(mention[end:].split(",")[0]) or mention[end : end + 1] in ("'", "’", ",")


def collective(who: Identity) -> bool:
    """Whether "it" or "they" may mean a speaker: a body or several people, and no one of them."""
    words = words_of(_WITHIN.split(who.name or "")[0])
    single = bool(words) and not who.itself and words[-1] not in offices().collective and not words[-1].endswith("s")
    return not who.person and not (single and offices().office_in(who.name or ""))


def plural(who: Identity) -> bool:
    """Whether somebody without a name is several people, who are no "it": two people, dockers."""
    words = words_of(_WITHIN.split(who.name or "")[0]) if not who.itself else []
    people = bool(words) and (words[-1] in ("people", "men", "women") or words[-1].endswith("s"))
    return people and (who.name or "")[-1:].islower() and (words[0] in lexicon().sets["numbers"] or agentive(words[-1]))


@cache
def common() -> frozenset[str]:
    """Words that name nobody: of time, of place, of grammar."""
    known = lexicon()
    small = {word for word, tag in known.tags.items() if tag in "YBISDOPRAC"}
    return frozenset(small | known.times)
