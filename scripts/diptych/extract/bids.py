"""What somebody bids others do, by imperatives: Open the books. No money until … I would like …"""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import words_of
from diptych.lexicons import wordset
from diptych.spans import Span

OURS = re.compile(r"\b(?:I|we|you|one)\s+(?:\w+\s+)?(?:should|must|ought|need|have)\b", re.IGNORECASE)
_NO_MORE = re.compile(r"\b[Nn]o\s+[\w-]+(?:\s+[\w-]+){0,4}\s+(?:until|unless|before)\b|^No more\b")
_WISH = re.compile(r"\b(?:I|we)(?:['’]d| would) (?:like|want)\b", re.IGNORECASE)
#: What a report bids its reader do: Ask to see the card, they say. Not: Ask anybody; Take the pumps; Fire alarms fail.
_BIDS = re.compile(
    r"(?:(?!Ask\s+(?:any|the\s+next)|Take\b(?!\s+(?:the|it|them)\s[^,.]{0,40}\b(?:down|off|out|away|back)\b))[A-Z][a-z]+\s+(?:the|an?|to|its|for|your|all|every|each|them|him|her|it|no|not|back|out|off|up|down|away|[a-z]+ing|\d+))\b"
)
#: What goes before a request, and tells no condition.
_LEAD = re.compile(r"(?:And|Then|So|But|First|Second|Finally|Please),?\s+")
#: What makes a request a condition: Open the gate and it floods; add it up, and you see.
_CONDITION = re.compile(
    r"\b(?:and|or)\s+(?:then\s+)?(?:it|you|they|we|he|she|there|that|this|the|nothing|everything)(?:['’]\w+)?\s"
)
#: What somebody is to have others do: Have the ministry license the boats.
_HAVE = re.compile(
    r"[Hh]ave\s+(?:the|an?|every|each|all|its)\s+(?:[a-z-]+\s+)?[a-z-]+\s+[a-z]+(?<!ed)(?<!en)\s+(?:the|all|every|each|an?|its|their)\s"
)


def imperative(sentence: str) -> bool:
    """Whether a sentence tells somebody what to do: Open the books. No money until … I would like …"""
    plain = re.sub(r"^[A-Z][\w .,'’-]{0,40}:\s+", "", sentence.strip(" “‘\"'"))
    said = words_of(plain)
    while said and said[0] in wordset("asks", "before"):
        said = said[1:]
    if not said or " ".join(said[:2]) in wordset("asks", "openers") or said[0] in wordset("asks", "openers"):
        return False
    if plain.rstrip(" ”’\"'").endswith("?"):
        return False
    return said[0] in wordset("asks", "imperatives") or bool(
        _NO_MORE.search(plain) or _WISH.search(plain) or _HAVE.match(plain)
    )


def told_to(words: str) -> bool:
    """Whether words of somebody's own bid others do something, and no more: Ask to see the card. Pay for it."""
    plain = words.strip(" “‘\"'”’.,!")
    told = _LEAD.sub("", plain)
    bid = _BIDS.match(told[:1].upper() + told[1:])
    return (
        bid is not None and (imperative(plain) or _base(told)) and not _CONDITION.search(told) and not OURS.search(told)
    )


def bids(text: str, sentence: Span, one: Attribution) -> bool:
    """Whether what is said, before who says it, is a request, and no condition: Add it up, they say, and it is gone."""
    first = one.content[0].of(text)
    if (
        one.rule not in ("said-aside", "said-inverted")
        or one.content[0].start != sentence.start
        or not _BIDS.match(first)
    ):
        return False
    rest = one.content[1].of(text) if len(one.content) > 1 else ""
    goes_on = re.match(r"(?:and|or)\s+(.+)", rest)
    also = goes_on is not None and imperative(goes_on[1].capitalize()) and not _CONDITION.search(rest)
    return (
        (imperative(first) or _base(first))
        and not _CONDITION.search(first)
        and (goes_on is None or also or re.match(r"(?:do\s+not|don['’]t|never)\b", goes_on[1]) is not None)
    )


def _base(words: str) -> bool:
    """Whether words start with the plain form of a verb: not with "treats"."""
    first = (words_of(words) or [""])[0]
    return lexicon().tags.get(first) in ("v", "W") and (first.endswith("ss") or not first.endswith("s"))
