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
_MODAL = re.compile(r"\b(?:should|ought to|must|mustn['’]t|needs? to|ha(?:s|ve) to|ha(?:s|ve) got to)\b")
_ASKED = re.compile(
    r"\b(?:asked|urged|told|called (?:up)?on|advised|recommended|ordered|instructed|required"
    r"|given [\w-]+ (?:days|weeks|months))"
    r"\s+(?:(?!by\b)[\w'’-]+\s+){0,6}?(?:not\s+)?to\b"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been)\s+(?:also\s+|now\s+)?"
    r"(?:asked|urged|called (?:up)?on|advised|ordered|instructed"
    r"|given [\w-]+ (?:days|weeks|months))\s+(?:not\s+)?to\b"
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
    """Whether a sentence of the reporting party asks for something."""
    said = narration(text, sentence)
    cue = one.cue.of(text).lower() if one.cue else ""
    if one.force in _ASKING or cue in _list("wants") or _ASKED.search(said) or _URGES.search(said):
        return True
    return one.mode == "indirect" and bool(_MODAL.search(said))


def passive(sentence: str) -> bool:
    """Whether a sentence tells that somebody is asked, without saying by whom: lenders have been asked to …"""
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
