"""The word lists, patterns and weights that the stages read, and the texts of help: one file a list, in the package.

A dossier's own lists are laid over them, key by key, while work on that dossier lasts.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from diptych import yamlio
from diptych.notes import digest_of

#: A dossier's own lists: the texts of their files by their names, in the order of the names.
Own = tuple[tuple[str, str], ...]

#: Whose lists this process reads, the last one; only one dossier at a time is worked on.
_LAID: list[Own] = [()]
_ONE = threading.RLock()


def known() -> tuple[str, ...]:
    """The names of the package's lists."""
    found = (one.name for one in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in found if name.endswith(".yml")))


@cache
def packaged(name: str) -> Mapping[str, Any]:
    """The package's own data of `lexicons/<name>.yml`; read once. Raises `ValueError` where it is no mapping."""
    file = f"{name}.yml"
    data = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    if not isinstance(data, dict):
        raise ValueError(f"{file}: not a mapping")
    return MappingProxyType(data)


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The data of a list, with that of the dossier's own laid over it; read once."""
    data = packaged(name)
    text = dict(_LAID[-1]).get(name)
    return data if text is None else MappingProxyType(_over(data, yamlio.load(text, f"{name}.yml") or {}))


@cache
def wordset(name: str, key: str) -> frozenset[str]:
    """The words of one list that is written as a text of words; `_` joins the words of a phrase."""
    return frozenset(word.replace("_", " ") for word in lexicon(name)[key].split())


def either(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first; the words of a phrase may stand on two lines.

    Words that start with one letter stand together, so that few are tried where none of hundreds is.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[:1], []).append(r"\s+".join(map(re.escape, word.split())))
    together = (rest[0] if len(rest) == 1 else _starting(first, rest) for first, rest in by_letter.items())
    return "(?:" + "|".join(together) + ")"


def _starting(first: str, patterns: list[str]) -> str:
    start = re.escape(first)
    return f"{start}(?:{'|'.join(one.removeprefix(start) for one in patterns)})"


def begun(words: Iterable[str]) -> str:
    """A regular expression for any of some words and phrases, where `word*` stands for every word that starts so."""
    return either(words).replace(r"\*", r"\w*")


def laid() -> Own:
    """The dossier's own lists that are read now, for other processes to read them too."""
    return _LAID[-1]


def mark(own: Own) -> str:
    """What tells lists from others, for what is kept of their making: a digest, or nothing for none."""
    return digest_of([repr(own)]) if own else ""


@contextmanager
def laying(own: Own) -> Iterator[None]:
    """While it lasts, everything in this process reads these lists; another thread with others waits.

    They have to be sound, which `own.faults` tells.
    """
    with _ONE:
        _lay(own)
        try:
            yield
        finally:
            _LAID.pop()
            if own != _LAID[-1]:
                _forget()


def lay(own: Own) -> None:
    """The same for as long as this process lasts."""
    _lay(own)


def _lay(own: Own) -> None:
    _LAID.append(own)
    if own != _LAID[-2]:
        _forget()


def _forget() -> None:
    """Clears what the package's functions remember: any of it may have been made of the lists that were read before."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] == __name__.partition(".")[0]:
            for held in list(vars(module).values()):
                clear = getattr(held, "cache_clear", None)
                if callable(clear):
                    clear()


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Keys and values with others laid over them, at any depth; what is no mapping is taken as it is."""
    made = dict(below)
    for key, value in above.items():
        there = made.get(key)
        made[key] = _over(there, value) if isinstance(there, Mapping) and isinstance(value, Mapping) else value
    return made
