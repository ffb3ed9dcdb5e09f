"""Shapes and words put down one after the other, and at the end the SVG of them.

Lengths are in units of a sixteenth of a `rem`, so that a picture grows with the reader's letters. Looks come from
classes of the stylesheet alone. Where the interface runs from right to left the picture is mirrored, its words are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from markupsafe import Markup, escape

from diptych.render.links import UNMARKED

#: The size of a picture's words.
LETTERS = 14
LEADING = 18
#: Higher pictures fit on no sheet of paper with words that can be read: there the table stands alone.
TALL = 1600


class Canvas:
    """One picture of a given width; `name` is unique on its page and starts every id in the picture."""

    def __init__(self, name: str, width: int, direction: str = "ltr") -> None:
        self.name = name
        self.width = width
        self._turned = direction == "rtl"
        self._parts: list[Markup] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, look: str) -> None:
        """A straight line."""
        self._add('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>', look, self._x(x1), _n(y1), self._x(x2), _n(y2))

    def box(self, x: float, y: float, width: float, height: float, look: str) -> None:
        """A rectangle by its upper corner on the side where reading starts."""
        left = self._x(x + width if self._turned else x)
        self._add('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', look, left, _n(y), _n(width), _n(height))

    def disc(self, x: float, y: float, radius: float, look: str) -> None:
        """A circle by its centre."""
        self._add('<circle class="{}" cx="{}" cy="{}" r="{}"/>', look, self._x(x), _n(y), _n(radius))

    def shape(self, points: Sequence[tuple[float, float]], look: str) -> None:
        """A closed shape by its corners."""
        corners = " ".join(f"{self._x(x)},{_n(y)}" for x, y in points)
        self._add('<polygon class="{}" points="{}"/>', look, corners)

    def curve(self, x1: float, y1: float, x2: float, y2: float, look: str) -> None:
        """A line that leaves and arrives level."""
        middle = self._x((x1 + x2) / 2)
        path = f"M{self._x(x1)} {_n(y1)}C{middle} {_n(y1)} {middle} {_n(y2)} {self._x(x2)} {_n(y2)}"
        self._add('<path class="{}" d="{}"/>', look, path)

    def words(self, x: float, y: float, lines: Sequence[str], look: str = "", marked: Markup = UNMARKED) -> None:
        """Lines of words, the first with its foot at `y`; `end` or `middle` in the look say what of them is at `x`."""
        css = Markup(' class="{}"').format(look) if look else Markup()
        for number, line in enumerate(lines):
            self._add('<text{} x="{}" y="{}">{}</text>', css + marked, self._x(x), _n(y + number * LEADING), line)

    @contextmanager
    def link(self, href: str, title: str, look: str = "") -> Iterator[None]:
        """What is put down meanwhile leads somewhere; the title says where to whoever cannot see it."""
        css = Markup(' class="{}"').format(look) if look else ""
        # Scripts that go through a page's links by `href` take each for one of text, and its address for a string.
        self._add('<a{} xlink:href="{}"><title>{}</title>', css, href, title)
        yield
        self._parts.append(Markup("</a>"))

    def hatch(self) -> str:
        """Makes the hatching and gives the id by which shapes of this picture are filled with it."""
        given = f"{self.name}-hatch"
        self._add(
            '<defs><pattern id="{}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<rect class="hatch-ground" width="5" height="5"/><line class="hatch" x1="1" y1="0" x2="1" y2="5"/>'
            "</pattern></defs>",
            given,
        )
        return given

    def filled(self, x: float, y: float, width: float, height: float, pattern: str) -> None:
        """A rectangle filled with a pattern of this picture."""
        left = self._x(x + width if self._turned else x)
        self._add(
            '<rect class="edge" fill="url(#{})" x="{}" y="{}" width="{}" height="{}"/>',
            *(pattern, left, _n(y), _n(width), _n(height)),
        )

    def svg(self, height: float, title: str, about: str) -> Markup:
        """The picture, as a group whose links can be followed."""
        return Markup(
            '<svg class="drawn{7}" role="group" aria-labelledby="{0}-title" aria-describedby="{0}-about" '
            'viewBox="0 0 {1} {2}" width="{3}rem" height="{4}rem">'
            '<title id="{0}-title">{5}</title><desc id="{0}-about">{6}</desc>{8}</svg>'
        ).format(
            self.name,
            *(self.width, _n(height), _n(self.width / 16), _n(height / 16)),
            *(title, about, " tall" if height > TALL else "", Markup("\n").join(self._parts)),
        )

    def _add(self, template: str, *values: object) -> None:
        self._parts.append(Markup(template.format(*map(escape, values))))

    def _x(self, x: float) -> str:
        return _n(self.width - x if self._turned else x)


def _n(number: float) -> str:
    """A length with no more digits than can be seen."""
    return f"{number:.1f}".removesuffix(".0")


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Places in the same order, near those wanted (which ascend), `pitch` apart and between `low` and `high`.

    Where there is too little room for all, they go on below `high`.
    """
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + pitch if places else low))
    limit = max(high, low + pitch * (len(places) - 1))
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], limit)
        limit = places[at] - pitch
    return places
