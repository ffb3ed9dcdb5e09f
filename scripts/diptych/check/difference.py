"""How two texts differ, word by word, for a person to read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from diptych.check.lookalike import folded
from diptych.problems import visible

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
#: Beyond so many pairs of words, what lies between the first and the last difference is shown as one.
_PAIRS = 1_000_000
#: How many differences are shown, how many characters beside each, and how many of a long one at either end.
_SHOWN, _BESIDE, _ENDS = 3, 24, 40


class Change(NamedTuple):
    """A stretch of two texts: `ours` and `theirs` are equal where they agree."""

    ours: str
    theirs: str

    @property
    def equal(self) -> bool:
        """Whether the texts agree here."""
        return self.ours == self.theirs


def changes(ours: str, theirs: str) -> list[Change]:
    """The two texts in stretches that agree and that differ, one after the other."""
    mine, others = _TOKEN.findall(ours), _TOKEN.findall(theirs)
    head = _shared(mine, others)
    tail = _shared(mine[head:][::-1], others[head:][::-1])
    middle = _aligned(mine[head : len(mine) - tail], others[head : len(others) - tail])
    same = "".join(mine[:head]), "".join(mine[len(mine) - tail :])
    return _joined([Change(same[0], same[0]), *middle, Change(same[1], same[1])])


def _shared(mine: list[str], others: list[str]) -> int:
    pairs = zip(mine, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _aligned(mine: list[str], others: list[str]) -> Iterator[Change]:
    if len(mine) * len(others) > _PAIRS:
        yield Change("".join(mine), "".join(others))
        return
    matcher = SequenceMatcher(None, mine, others, autojunk=False)
    for _, start, end, from_, to in matcher.get_opcodes():
        yield Change("".join(mine[start:end]), "".join(others[from_:to]))


def _joined(parts: list[Change]) -> list[Change]:
    """Without empty stretches, and two differences with nothing but a space between them made one."""
    joined: list[Change] = []
    for part in parts:
        between = len(joined) > 1 and joined[-1].equal and joined[-1].ours.isspace() and not joined[-2].equal
        if not part.equal and between:
            space, before = joined.pop().ours, joined.pop()
            joined.append(Change(before.ours + space + part.ours, before.theirs + space + part.theirs))
        elif part.ours or part.theirs:
            joined.append(part)
    return joined


def shown(parts: list[Change]) -> str:
    """The differences, a few words around each: `…a [-farce-]{+force+} of…`, ours in `[-…-]`, theirs in `{+…+}`."""
    differing = [place for place, part in enumerate(parts) if not part.equal]
    if not differing:
        return _cut(parts[0].ours if parts else "", _ENDS)
    last = differing[:_SHOWN][-1]
    text = ""
    for place, part in enumerate(parts[: last + 2]):
        if not part.equal:
            text += (f"[-{_cut(part.ours, _ENDS)}-]" if part.ours else "") + (
                f"{{+{_cut(part.theirs, _ENDS)}+}}" if part.theirs else ""
            )
        elif place == 0:
            text += _cut(part.ours, _BESIDE, head=False)
        elif place > last:
            text += _cut(part.ours, _BESIDE, tail=False)
        else:
            text += _cut(part.ours, _BESIDE)
    more = len(differing) - _SHOWN
    return text + (f" and {more} more" if more > 0 else "")


def excerpt(text: str) -> str:
    """The text, made safe to show, without its middle if it is long."""
    return _cut(text, _ENDS)


def _cut(text: str, most: int, head: bool = True, tail: bool = True) -> str:
    """The text if it is short, else `most` characters of its head, its tail or both."""
    if len(text) <= most * (head + tail) + 2:
        return visible(text)
    return visible(text[:most] if head else "") + "…" + visible(text[-most:] if tail else "")


def named(parts: list[Change]) -> list[str]:
    """The differing characters that look alike or cannot be seen, by name; each pair once."""
    told: dict[str, None] = {}
    for part in parts:
        if not part.equal and len(part.ours) * len(part.theirs) <= _PAIRS:
            matcher = SequenceMatcher(None, part.ours, part.theirs, autojunk=False)
            for tag, start, end, from_, to in matcher.get_opcodes():
                if tag != "equal":
                    told.update(dict.fromkeys(_told(part.ours[start:end], part.theirs[from_:to])))
    return list(told)


def _told(ours: str, theirs: str) -> Iterator[str]:
    if len(ours) == len(theirs):
        for mine, other in zip(ours, theirs, strict=True):
            if mine != other and _confusable(mine, other):
                yield f"{_name(other)} instead of {_name(mine)}"
        return
    for text, what in ((theirs, "left out"), (ours, "too much")):
        for char in text:
            if not char.isprintable() or unicodedata.combining(char):
                yield f"{_name(char)} {what}"


def _confusable(one: str, other: str) -> bool:
    """Whether two characters differ by less than a letter: forms of one mark, or letters of two scripts."""
    if one.isalnum() and other.isalnum():
        return _script(one) != _script(other)
    return folded(one) == folded(other) or not (one + other).isprintable()


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}"
