"""Somebody with one name alone, as reportages call people: Marta, 43, …; her son Arne, who …."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices
from diptych.lexicons import either, wordset

_NAME = r"([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)"
#: What a name goes on with that is somebody's: Marta, 43; Piet, a cook; Inga, who.
_APPOSED = re.compile(
    _NAME
    + r",\s+(?:(?:now\s+|then\s+|aged\s+)?\d\d\b|an?\s+[a-z]|who(?:se)?\s|(?:his|her)\s+[a-z]|not\s+(?:his|her)\s)"
)
#: A word with the next one.
_WORD = re.compile(r"\s([a-z]+)\b(?=\s+(\w+)|)")
_STARTS = re.compile(_NAME + r"(?=\s)")
_FULL = re.compile(_NAME + r"(?:\s" + _NAME + r")?(?!\s[A-Z])")


def called(told: str) -> tuple[str, str] | None:
    """Whom a sentence with its quotations blanked starts with by one name, and whether that is he or she, if it tells.

    None where it starts with nobody so.
    """
    kin = _kin().match(told)
    if kin and _single(kin["name"]):
        return kin["name"], _sex(kin["kin"]) or _given(kin["name"])
    found = _APPOSED.match(told)
    if found and _single(found[1]):
        return found[1], _given(found[1])
    found = _STARTS.match(told)
    acts = found is not None and before_verb(told) == found.end()
    return (found[1], sex) if found and acts and (sex := _given(found[1])) and _single(found[1]) else None


def before_verb(told: str) -> int:
    """Where what a sentence starts with ends, before its first verb; 0 where it has none."""
    for found in _WORD.finditer(told):
        tag, after = (lexicon().tags.get((word or "").lower(), "N")[0] for word in found.groups())
        if tag in "VvA" or (tag == "W" and after in "DPIMOTB"):
            return found.start()
    return 0


def given_name(told: str, sex: str = "") -> str | None:
    """The first name in a sentence, its quotations blanked, that a man or a woman is given, with the one behind it."""
    names = (one for one in _FULL.finditer(told) if (given := _given(one[1])) and given == (sex or given))
    return next((one[0] for one in names), None)


def _given(name: str) -> str:
    return next((sex for sex in ("he", "she") if name.lower() in wordset("given", sex)), "")


def _sex(word: str) -> str:
    return next((sex for sex in ("he", "she") if word.lower() in lexicon().sets[sex]), "")


def _single(name: str) -> bool:
    known = offices()
    word = name.lower()
    return not (word in lexicon().tags or word in lexicon().times or word in known.organisations | known.state)


@cache
def _kin() -> re.Pattern[str]:
    """Whose somebody is, before the name: Her son Arne; Marta's sister, Inga."""
    kin = either(wordset("speakers", "kin"))
    return re.compile(
        rf"(?:His|Her|Their|My|Our|The\s+[a-z]+['’]s|[A-Z]\w+['’]s)\s+(?:[a-z-]+\s+)?(?P<kin>{kin}),?\s+(?P<name>{_NAME})\b"
        r"(?!\s+[A-Z])"
    )
