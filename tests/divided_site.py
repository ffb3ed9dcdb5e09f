"""Sites whose pages are divided: a generated dossier, rendered with as light a page as a test needs."""

from __future__ import annotations

import shutil
from pathlib import Path

from large_dossier import write

from diptych.dossier import Dossier
from diptych.pipeline.build.sheet import SHEET, sheet
from diptych.pipeline.publication import sound
from diptych.render import Site, environment, language, pages

TEMPLATES = Path(__file__).parents[1] / "templates"
ADDRESS = "https://reader.example/project/"


def generated(folder: Path, records: int) -> Dossier:
    """A dossier of so many records, with one to five passages each."""
    return sound(write(folder, records, articles=12, passages=(1, 2, 3, 4, 5))).dossier


def rendered(dossier: Dossier, light: int | None = None, heavy: int | None = None) -> dict[str, str]:
    """Its generated files by path, where no page is to weigh more than `light`; as ever if that is not given.

    Above `heavy` its records lead to their passages on the pages of several.
    """
    words = language([TEMPLATES], dossier.file.language)
    chosen = {name: value for name, value in (("light", light), ("heavy", heavy)) if value is not None}
    return pages(dossier, Site(ADDRESS, language=words, **chosen), environment([TEMPLATES], words))


def placed(folder: Path, made: dict[str, str]) -> Path:
    """The files in a folder, with what the pages load, ready to be served."""
    for path, content in made.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    shutil.copytree(TEMPLATES / "assets", folder / "assets")
    (folder / SHEET).write_bytes(sheet([TEMPLATES]))
    return folder
