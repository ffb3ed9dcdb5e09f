"""What every picture needs beside its own facts: the dossier, the interface's words, and where its page stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Record
from diptych.render.index import Index
from diptych.render.language import Language
from diptych.render.pictures.canvas import LETTERS, Canvas
from diptych.render.pictures.letters import width

#: Widths in units: of a page with room, and of a phone held upright.
WIDE = 840
NARROW = 328
#: Up to so many rows stand in one picture, up to so many in one a heading; beyond, the table says it better.
ONE, SEVERAL = 60, 150


@dataclass(frozen=True, slots=True)
class Setting:
    """`root` leads from the picture's page to the site's root."""

    index: Index
    root: str

    @property
    def words(self) -> Language:
        """The interface's words."""
        return self.index.language

    def canvas(self, name: str, width: int) -> Canvas:
        """An empty picture."""
        return Canvas(name, width, self.words.direction)

    def told(self, name: str, said: str) -> str:
        """What is said of something, after its name."""
        return f"{name}{self.words.text('colon')}{said}"

    def href(self, path: str) -> str:
        """A path from the site's root as a link of this page."""
        return f"{self.root}{path}"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture in two widths, of which the stylesheet shows one; `narrow` is empty where it needs more room.

    `heading` says which part of the whole it shows, and is empty where it shows all.
    """

    heading: str
    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """Records under one heading."""

    title: str
    records: tuple[Record, ...]


def by_theme(setting: Setting, records: tuple[Record, ...]) -> tuple[Group, ...]:
    """The records under the first of their themes, in the order of the themes; those without a theme last."""
    under: dict[str, list[Record]] = {}
    for record in records:
        under.setdefault(record.themes[0] if record.themes else "", []).append(record)
    titles = {theme.id: theme.title for theme in setting.index.dossier.themes} | {
        "": setting.words.text("glance.no_theme")
    }
    return tuple(Group(title, tuple(under[given])) for given, title in titles.items() if given in under)


Sign = tuple[Callable[[float, float], None], str]


def key(canvas: Canvas, signs: Iterable[Sign], top: float) -> float:
    """What the signs of a picture mean, in as many lines as they take; gives the height where it ends.

    A sign is put down by its centre and takes at most 28 units.
    """
    x, y = 0.0, top + 12
    for draw, meaning in signs:
        room = 36 + width(meaning, LETTERS)
        if x and x + room > canvas.width:
            x, y = 0.0, y + 24
        draw(x + 14, y)
        canvas.words(x + 34, y + 5, [meaning], "quiet")
        x += room + 26
    return y + 22
