"""The picture that other sites show beside a link to this one: the title over the two parties, as facing pages.

Drawn with Pillow in the font of the templates: the package's is a subset of Source Serif 4 (SIL Open Font License,
renamed as that licence asks). Pillow's basic layout is asked for, so that equal input gives equal pixels wherever the
site is built. Words that the font cannot write stay away: a card without them is better than one with empty boxes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.dossier import DossierFile
from diptych.values import shortened

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

PATH = "assets/social-card.png"
#: The font among the templates, which are not published.
FONT = "fonts/card-serif.ttf"
WIDTH, HEIGHT = 1200, 630
_PAPER, _INK, _QUIET, _RULE = "#fcfaf6", "#211f1b", "#6a6358", "#aaa08f"
_MARGIN = 84
_TITLE_SIZES = range(84, 35, -6)
_TITLE_HEIGHT = 270
_NAME_SIZES = range(38, 23, -2)
_LEADING = 1.16


def card(file: DossierFile, font: bytes) -> bytes:
    """The PNG of a dossier's card, in the letters of a font file; `OSError` where it is none."""
    from PIL import Image, ImageDraw  # which few builds need: most of them keep the card

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    names = (file.parties.reporting.label, file.parties.responding.label)
    own = _Letters(font)
    if not all(map(own.write, (file.title, *names))):
        _emblem(draw, WIDTH // 2, HEIGHT // 2, 340)
    else:
        _emblem(draw, _MARGIN + 33, 92, 66)
        _title(draw, own, file.title)
        _parties(draw, own, names)
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def letters(directories: Sequence[Path]) -> bytes:
    """The font file of the card: that of the first folder of templates that has one."""
    return next(file for folder in directories if (file := folder / FONT).is_file()).read_bytes()


def drawable(font: bytes) -> bool:
    """Whether some bytes are a font that a card can be drawn in."""
    try:
        _Letters(font)
    except OSError:
        return False
    return True


def _title(draw: ImageDraw.ImageDraw, own: _Letters, title: str) -> None:
    """The title as large as it fits in the room for it; one that fits at no size loses its end."""
    lines, font, size = own.fitted(title, _TITLE_SIZES, WIDTH - 2 * _MARGIN, _TITLE_HEIGHT)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, 150 + number * round(size * _LEADING)), line, _INK, font)


def _parties(draw: ImageDraw.ImageDraw, own: _Letters, names: tuple[str, str]) -> None:
    """The two names on facing halves of one size, each with its mark."""
    top, half = 462, WIDTH // 2
    draw.line((_MARGIN, top, WIDTH - _MARGIN, top), _RULE, 2)
    draw.line((half, top, half, HEIGHT - 60), _RULE, 2)
    width = half - _MARGIN - 90
    fitted = [own.fitted(name, _NAME_SIZES, width, 100) for name in names]
    size = min(size for _, _, size in fitted)
    for side, name in enumerate(names):
        lines, font, _ = own.fitted(name, range(size, size - 1, -1), width, 100)
        left = half * side + (_MARGIN if not side else 42)
        _mark(draw, left, top + 34, side)
        for number, line in enumerate(lines):
            draw.text((left + 50, top + 24 + number * round(size * _LEADING)), line, _INK, font)


def _mark(draw: ImageDraw.ImageDraw, left: int, top: int, side: int) -> None:
    """A leaf whose left half is full, or whose right half is."""
    draw.rectangle((left, top, left + 32, top + 24), _PAPER, _INK, 2)
    start = left + 16 * side
    draw.rectangle((start, top, start + 16, top + 24), _INK)


def _emblem(draw: ImageDraw.ImageDraw, x: int, y: int, width: int) -> None:
    """Two facing pages around a point."""
    half, height, stroke = width // 2, round(width * 0.38), max(3, width // 60)
    draw.rectangle((x - half, y - height, x + half, y + height), _PAPER, _QUIET, stroke)
    draw.line((x, y - height, x, y + height), _QUIET, stroke)


class _Letters:
    """The letters of one font, and how words stand in them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        missing = self._font(40).getmask("\uffff")
        self._missing = (missing.size, bytes(missing))

    def write(self, text: str) -> bool:
        """Whether the font has every character of a text."""
        return all(letter.isspace() or self._has(letter) for letter in text)

    def fitted(self, text: str, sizes: range, width: int, height: int) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
        """The lines of a text at the first size at which they fit, or at the last, cut with an ellipsis."""
        for size in sizes:
            lines = self._lines(text, size, width)
            if len(lines) * size * _LEADING <= height:
                return self._balanced(lines, size, width), self._font(size), size
        size, limit = sizes[-1], len(text)
        while len(lines) * size * _LEADING > height and limit > 1:
            limit = limit * 9 // 10
            lines = self._lines(shortened(text, limit), size, width)
        return lines, self._font(size), size

    def _balanced(self, lines: list[str], size: int, width: int) -> list[str]:
        """The same lines of more equal length, as many as before."""
        for narrower in range(width, width // 2, -width // 20):
            closer = self._lines(" ".join(lines), size, narrower)
            if len(closer) > len(lines):
                break
            lines = closer
        return lines

    def _lines(self, text: str, size: int, width: int) -> list[str]:
        """The text in lines no wider than `width`; a word that is wider is broken."""
        font, lines = self._font(size), [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if font.getlength(longer) <= width:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            for letter in word:
                if font.getlength(lines[-1] + letter) > width and lines[-1]:
                    lines.append("")
                lines[-1] += letter
        return lines

    def _has(self, letter: str) -> bool:
        drawn = self._font(40).getmask(letter)
        return (drawn.size, bytes(drawn)) != self._missing

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._sizes:
            from PIL import ImageFont

            made = ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=ImageFont.Layout.BASIC)
            self._sizes[size] = made
        return self._sizes[size]
