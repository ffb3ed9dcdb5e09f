"""What every page is made with: code, libraries and templates. Where it changes, everything is made anew."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.notes import NOTES, digest, digest_of
from diptych.pipeline.build.manifest import home
from diptych.pipeline.build.stamps import Stamp, settled, stamps

if TYPE_CHECKING:
    from diptych.store import Parsed

#: The folder of templates in a dossier, whose files win over those of the package.
TEMPLATES = "templates"
_PACKAGE = Path(__file__).resolve().parents[2]
#: What takes part in the making of pages and files.
_LIBRARIES = ("babel", "citeproc-py", "jinja2", "lxml", "markdown-it-py", "markupsafe", "pillow", "pydantic", "pyyaml")
#: What may be the name of a variable, however it is quoted.
_WORD = re.compile(r"""[^\s,\[\]{}"']+""")
#: Below the templates, what is copied into the site and read by none of them.
_COPIED = "assets/"
#: What was found of the inputs of a build that has not begun, by the folders that it reads.
_expected: dict[tuple[Path, ...], tuple[str, int]] = {}


def ground(directories: Sequence[Path]) -> str:
    """The digest of it, for templates in these folders."""
    parts = [sys.version, *(f"{name} {_version(name)}" for name in _LIBRARIES)]
    for folder in (_PACKAGE, *directories):
        for path, about in sorted(stamps(folder, touched=True).items()):
            if "__pycache__/" not in path and not (folder != _PACKAGE and path.startswith(_COPIED)):
                parts += [path, _known(folder / path, about) if settled(about) else _digest(folder / path)]
    return digest_of(parts)


def parsed(root: Path, ground: str) -> Parsed:
    """What the files of a dossier said when they were read before, for a build or anything else with this `ground`."""
    from diptych.store import Parsed  # which takes longer to load than to learn that there is nothing to build

    return Parsed(root / NOTES / "parsed", f"{home(root)} {ground}")


def _digest(file: Path) -> str:
    try:
        return digest(file.read_bytes())
    except IsADirectoryError:  # behind a link that leads out, which is told of when the dossier is checked
        return ""


@lru_cache(maxsize=4096)
def _known(file: Path, _about: Stamp) -> str:
    """The same of a file whose stamp tells every later change, for the next build of this process."""
    return _digest(file)


def template_directories(root: Path) -> list[Path]:
    """Where templates are looked for: the dossier's own folder first, then the package's."""
    packaged = _PACKAGE / TEMPLATES
    beside = _PACKAGE.parents[1] / TEMPLATES  # a checkout, where the wheel's folder is not made yet
    shipped = packaged if packaged.is_dir() else beside
    return list(dict.fromkeys(folder for folder in (root / TEMPLATES, shipped) if folder.is_dir()))


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # which no build loads that has nothing to do

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def inputs(root: Path, directories: Sequence[Path]) -> tuple[str, int]:
    """The digest of the stamps of all that goes into a site, and the last change among them in nanoseconds.

    `OSError` where something can't be looked at.
    """
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="surrogateescape")
    parts = [sys.version, sys.executable, settings, *_environment(settings), *_installed()]
    last = 0
    for folder in (root / "content", root / "seeds", _PACKAGE, *directories):
        for path, (size, time, number) in sorted(stamps(folder, touched=True).items()):
            if "__pycache__/" not in path:
                parts += [path, f"{size} {time} {number}"]
                last = max(last, time)
        parts.append(str(folder))
    return digest_of(parts), last


def expected(root: Path, directories: Sequence[Path], found: tuple[str, int]) -> None:
    """Hands what was just found of the `inputs` over to a build that begins, which need not look at them again."""
    _expected[root.resolve(), *directories] = found


def begun(root: Path, directories: Sequence[Path]) -> tuple[str, int]:
    """The `inputs` as they were at some moment before this one, and after the last build of this process began."""
    return _expected.pop((root.resolve(), *directories), None) or inputs(root, directories)


def _environment(settings: str) -> list[str]:
    """The variables that mkdocs.yml may name, and that which tells a build its time."""
    named = sorted({*_WORD.findall(settings), "SOURCE_DATE_EPOCH", "PYTHONPATH"} & os.environ.keys())
    return [f"{name}={os.environ[name]}" for name in named]


def _installed() -> list[str]:
    """What is installed, with the versions: the names of the folders that say so."""
    found = []
    for folder in sys.path:
        if Path(folder).is_dir():
            found += sorted(one.name for one in Path(folder).iterdir() if one.suffix in (".dist-info", ".egg-info"))
    return found
