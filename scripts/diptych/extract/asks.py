"""What asks somebody to act: by the force of the cue, by modal verbs, in the passive, by imperatives."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from diptych import yamlio
from diptych.drafts import Attribution
from diptych.extract.offices import words_of
from diptych.extract.people import narration
from diptych.spans import Span

_ASKING = frozenset(("demands", "asks"))
#: Who ought to act; neither what ought to have been done nor "things that should not be seen".
_MODAL = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:should|shouldn['’]t|ought(?:\s+(?:also|not))*\s+to|must|mustn['’]t|needs?\s+to"
    r"|ha(?:s|ve)\s+got\s+to)\b"
    r"(?!\s+(?:not\s+)?(?:have(?!\s+to)|never\s+have|be\s+(?:said|noted|remembered|stressed|pointed)))"
)
_RELATIVE = re.compile(r"[a-z]\s+no\s+[\w-]+\s+(?:should|must)\b")
_OURS = re.compile(r"\b(?:I|we|you|one)\s+(?:\w+\s+)?(?:should|must|ought|need|have)\b", re.IGNORECASE)
_ADVERB = r"(?:(?:also|now|further|therefore|not|strongly|again)\s+)?"
_WHOM = (
    r"(?:asked|urged|called (?:up)?on|advised|ordered|instructed|recommended|requested|encouraged"
    r"|given [\w-]+ (?:days|weeks|months))"
)
_ASKED = re.compile(
    r"\b(?:asked|urged|told|called (?:up)?on|advised|recommended|ordered|instructed|required"
    r"|given [\w-]+ (?:days|weeks|months))"
    r"\s+(?:(?!by\b)[\w'’-]+\s+){0,6}?(?:not\s+)?to\b"
)
#: Somebody is asked, or was told before; in between may stand where: is told, in the first chapter, to …
_PASSIVE = re.compile(
    rf"\b(?:(?:is|are|was|were|been)\s+{_ADVERB}{_WHOM}|(?:is|are)\s+{_ADVERB}told)"
    r"(?:,[^,.;]{3,60},)?\s+(?:not\s+)?to\b"
)
_IMPERSONAL = re.compile(
    rf"\b[Ii]t\s+(?:is|was|has\s+been)\s+{_ADVERB}(?:recommended|suggested|proposed|urged|advised|asked|demanded)\s+that\b"
)
_URGES = re.compile(r"\b(?:recommend(?:s|ed)?|urge[sd]?|calls? (?:up)?on|called (?:up)?on)\b(?! by\b)")
_NO_MORE = re.compile(r"\b[Nn]o\s+[\w-]+(?:\s+[\w-]+){0,4}\s+(?:until|unless|before)\b|^No more\b")
_WISH = re.compile(r"\bI(?:['’]d| would) like\b|\bwe(?:['’]d| would) like\b", re.IGNORECASE)


@cache
def _list(name: str) -> frozenset[str]:
    file = "asks.yml"
    loaded: dict[str, Any] = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    return frozenset(word.replace("_", " ") for word in loaded[name].split())


def imperatives() -> frozenset[str]:
    """The verbs that demands start with."""
    return _list("imperatives")


def recommends(text: str, sentence: Span, one: Attribution) -> bool:
    """Whether a sentence of the reporting party asks for something: by its cue, or by what is said."""
    cue = one.cue.of(text).lower() if one.cue else ""
    if one.force in _ASKING or cue in _list("wants"):
        return True
    said = narration(text, sentence)
    told = _outside(said, sentence, one)
    if _ASKED.search(told) or _URGES.search(told):
        return True
    words = " ".join(part.of(text) for part in one.content if part.overlap(sentence))
    if one.mode == "direct":
        return obliges(words) and not _OURS.search(words)
    return obliges(said) or bool(_PASSIVE.search(said))


def _outside(said: str, sentence: Span, one: Attribution) -> str:
    """A sentence up to where what is said begins, and after it."""
    first = max(0, one.content[0].start - sentence.start)
    last = max(0, one.content[-1].end - sentence.start)
    return said[:first] + " " + said[last:] if first else said[last:]


def obliges(words: str) -> bool:
    """Whether somebody ought to do something, by a modal verb."""
    return bool(_MODAL.search(words)) and not _RELATIVE.search(words) and not words.rstrip(" ”’\"'").endswith("?")


def passive(sentence: str) -> bool:
    """Whether a sentence tells that somebody is asked, without saying by whom: lenders have been asked to …"""
    if _IMPERSONAL.search(sentence):
        return True
    return bool(_PASSIVE.search(sentence)) and not re.search(r"\bto\b.*\bby\s+(?:the\s+)?[A-Z]", sentence)


def imperative(sentence: str) -> bool:
    """Whether a sentence tells somebody what to do: Open the books. No money until … I would like …"""
    plain = re.sub(r"^[A-Z][\w .,'’-]{0,40}:\s+", "", sentence.strip(" “‘\"'"))
    said = words_of(plain)
    while said and said[0] in (
        "and",
        "then",
        "so",
        "but",
        "also",
        "first",
        "second",
        "third",
        "finally",
        "well",
        "please",
    ):
        said = said[1:]
    if not said or " ".join(said[:2]) in _list("openers") or said[0] in _list("openers"):
        return False
    if plain.rstrip(" ”’\"'").endswith("?"):
        return False
    return said[0] in _list("imperatives") or bool(_NO_MORE.search(plain) or _WISH.search(plain))


def announces(sentence: str) -> bool:
    """Whether a sentence announces a list of demands."""
    return bool(set(words_of(sentence)) & _list("lists"))
