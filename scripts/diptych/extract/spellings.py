"""Names that articles spell in several ways: which of them may be one person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import permutations
from unicodedata import normalize

_DOUBLED, _VOWELS = re.compile(r"(\w)\1+"), re.compile(r"[aeiouy]")
_ALIKE = str.maketrans("cqd", "kkt")
_TELLING = 3  # consonants of a surname that tell whose it is


def alike(names: Iterable[str]) -> dict[str, set[str]]:
    """For each name those that may be another spelling of it: the first name is the same, and the surname's consonants.

    Other consonants make it another person's: Johnson, Johnston. Half of a double name is one spelling of it, too.
    """
    near: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        first, *_, last = name.split()
        for key in {_sounds(last), _sounds(last.split("-")[0])}:
            near[first, key].append(name)
    found: dict[str, set[str]] = defaultdict(set)
    for (_, key), some in near.items():
        for one, other in permutations(some, 2) if len(key) >= _TELLING else ():
            if _spelt(one.split()[-1], other.split()[-1]):
                found[one].add(other)
    return found


def apart(near: Mapping[str, set[str]], told: Iterable[str], likely: Iterable[Iterable[str]]) -> dict[str, list[str]]:
    """The same in order, without those that are two persons': one article has both, and not for a letter doubled."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, (text, here) in enumerate(zip(told, likely, strict=True)):
        for name in here:
            if name in near and name in text:
                found[name].add(number)
    return {
        name: sorted(one for one in some if _single(one) == _single(name) or found[name].isdisjoint(found[one]))
        for name, some in near.items()
    }


def _spelt(one: str, other: str) -> bool:
    """Whether two surnames of which some consonants are the same may be one: spelt in two ways, or one half of it."""
    short, long = sorted((one, other), key=len)
    return one != other and (_sounds(one) == _sounds(other) or long.startswith(f"{short}-"))


def _single(name: str) -> str:
    """A name without accents or doubled letters."""
    return _DOUBLED.sub(r"\1", "".join(filter(str.isalpha, normalize("NFKD", name.lower()))))


def _sounds(name: str) -> str:
    """The first letter of a name and its consonants, those that sound alike as one."""
    plain = _single(name)
    return plain[:1] + _DOUBLED.sub(r"\1", _VOWELS.sub("", plain[1:].translate(_ALIKE)))
