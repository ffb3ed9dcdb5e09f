"""How much room words take in a picture, where nothing wraps them but we."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: The advances of the site's own font in parts of its size, measured in a browser and rounded up.
_MEASURED = {
    0.24: " '‘’",
    0.34: "!|.,:;·-[]/ijl",
    0.38: "t()fIJ",
    0.47: '?“”"rs',
    0.55: "zceaS0123456789",
    0.6: "gxovykqZ",
    0.65: "dbpuhnFLPTE",
    0.71: "BCXYRVKA",
    0.77: "GOQDUN&",
    0.83: "Hw—…",
    0.96: "m%M",
    1.01: "W",
}
_SQUARE = 1.0  # of letters that stand in squares, between any two of which a line may end
_ADVANCES = {letter: advance for advance, letters in _MEASURED.items() for letter in letters}


@lru_cache(maxsize=4096)
def _advance(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _SQUARE
    plain = unicodedata.normalize("NFD", letter)[0]
    return _ADVANCES.get(plain, 0.75 if letter.isupper() else 0.62)


def width(text: str, size: float) -> float:
    """About how wide a text stands in letters of a size, in the unit of the size; rather too wide than too narrow."""
    return size * sum(map(_advance, text))


def wrapped(text: str, room: float, size: float, most: int = 1) -> tuple[str, ...]:
    """The text on at most so many lines no wider than `room`, with an ellipsis where that is not all of it.

    Lines end between words, or anywhere in writing that puts no space between them.
    """
    limit = room / size
    lines: list[str] = []
    line, length = "", 0.0
    for piece in _pieces(" ".join(text.split()), limit):
        own = sum(map(_advance, piece))
        if line and length + own - (_advance(" ") if piece.endswith(" ") else 0) > limit:
            lines.append(line.rstrip())
            line, length = "", 0.0
            if len(lines) == most:
                lines[-1] = _ended(lines[-1], limit)
                return tuple(lines)
        line, length = line + piece, length + own
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _pieces(text: str, limit: float) -> list[str]:
    """What a line may end after: words with the space behind them, wide letters, and parts of overlong words."""
    found: list[str] = []
    word, length = "", 0.0
    for letter in text:
        own = _advance(letter)
        if word and (own == _SQUARE or length + own > limit):
            found.append(word)
            word, length = "", 0.0
        word, length = word + letter, length + own
        if letter == " " or own == _SQUARE:
            found.append(word)
            word, length = "", 0.0
    return [*found, word] if word else found


def _ended(line: str, limit: float) -> str:
    """A last line that goes on elsewhere."""
    while line and sum(map(_advance, line)) + _advance("…") > limit:
        cut = line[:-1].rstrip()
        line = cut[: cut.rfind(" ")] if " " in cut else cut
    return f"{line.rstrip(' ,;:')}…"
