"""What lies in a dossier's folders, looked at before it is opened: what leads out, is no file or is too large."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from diptych.problems import Problem

#: The folders that a dossier is read from.
FOLDERS = ("content", "seeds", "templates")
#: The endings of a page: all that MkDocs takes for Markdown.
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_MEGABYTE = 1_000_000
#: What an article of seeds/ may have at most, in bytes.
SEED_LIMIT = 10 * _MEGABYTE
#: Files of so many bytes at most are read, by folder and ending; what is only copied into the site may be larger. None
#: of these is less than a megabyte.
LIMITS = {
    ("mkdocs.yml", ".yml"): _MEGABYTE,
    ("content", ".yml"): 20 * _MEGABYTE,
    **{("content", ending): 2 * _MEGABYTE for ending in MARKDOWN},
    ("content", ".svg"): 5 * _MEGABYTE,
    ("seeds", ".yml"): _MEGABYTE,
    ("seeds", ".txt"): SEED_LIMIT,
    ("seeds", ".md"): SEED_LIMIT,
    ("templates", ".yml"): 5 * _MEGABYTE,
    ("templates", ".html"): 5 * _MEGABYTE,
    ("templates", ".csl"): _MEGABYTE,
}
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


@dataclass(slots=True)
class Survey:
    """The files that may be read, by path from the root, and a problem for each of those that may not.

    Hidden files (`.name`) are no part of a dossier: editors and systems leave them. `stats` is what the system said of
    each file then. `barred` are the paths of what may not be read; below a barred folder lies nothing.
    """

    files: dict[str, Path] = field(default_factory=dict)
    stats: dict[str, os.stat_result] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def barred(self) -> frozenset[str]:
        """The paths that have a problem."""
        return frozenset(problem.file for problem in self.problems)

    def below(self, folder: str, *endings: str) -> list[str]:
        """The files right in a folder whose names have one of these endings, in the order of their names."""
        within = f"{folder}/"
        return sorted(
            file
            for file in self.files
            if file.startswith(within) and "/" not in file[len(within) :] and file.endswith(endings)
        )


def survey(root: Path) -> Survey:
    """Looks through content/, seeds/ and templates/. Links are followed only to what lies within the dossier."""
    found = Survey()
    inside = root.resolve()
    for name in FOLDERS:
        path = root / name
        _look(found, inside, name, path, (), path.is_symlink(), path.stat)
    return found


def looked(root: Path, name: str) -> Survey:
    """The same for one file of the dossier's own folder; nothing where there is none."""
    found = Survey()
    path = root / name
    _look(found, root.resolve(), name, path, (), path.is_symlink(), path.stat)
    return found


def _look(
    found: Survey,
    inside: Path,
    file: str,
    path: Path,
    above: tuple[str, ...],
    linked: bool,
    stat_of: Callable[[], os.stat_result],
) -> None:
    """Notes a file, or what is in a folder; `above` are the real places of the folders that it lies in."""
    try:
        if linked:
            real = path.resolve()
            if not real.is_relative_to(inside):
                hint = "put the file itself there: nothing outside the dossier is read"
                _note(found, file, "link-outside", "this link leads out of the dossier", hint)
                return
        about = stat_of()
    except FileNotFoundError:
        if linked:
            _note(found, file, "link-broken", "this link leads to nothing", "put the file itself there")
        return
    except (OSError, RuntimeError, ValueError) as error:
        known = isinstance(error, OSError) and error.errno != errno.ELOOP and error.strerror
        said = known or "it leads in a circle"  # for which Python has an error of its own up to 3.12
        _note(found, file, "file-unreadable", f"this can't be looked at: {said}", "take it away, or mend its rights")
        return
    if stat.S_ISDIR(about.st_mode):
        _folder(found, inside, file, path, above, linked)
    else:
        _file(found, file, path, about)


def _folder(found: Survey, inside: Path, file: str, path: Path, above: tuple[str, ...], linked: bool) -> None:
    if file.endswith(".yml"):
        _note(found, file, "not-a-file", "a file is expected here, and this is a folder", "take it away or rename it")
        return
    real = str(path.resolve()) if linked or not above else f"{above[-1]}{os.sep}{path.name}"
    if real in above:
        _note(found, file, "link-outside", "this link leads back to a folder that it lies in", "take it away")
        return
    try:
        with os.scandir(path) as entries:
            within = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        said = f"this folder can't be looked through: {error.strerror}"
        _note(found, file, "file-unreadable", said, "mend its rights")
        return
    around = (*above, real)
    for entry in within:
        if not (name := entry.name).startswith("."):
            _look(found, inside, f"{file}/{name}", path / name, around, entry.is_symlink(), entry.stat)


def _file(found: Survey, file: str, path: Path, about: os.stat_result) -> None:
    regular, small = stat.S_ISREG(about.st_mode), about.st_size <= _MEGABYTE
    kind = "" if regular else next((name for is_kind, name in _KINDS if is_kind(about.st_mode)), "")
    limit = None if small else LIMITS.get((file.partition("/")[0], path.suffix))
    if kind:
        _note(found, file, "not-a-file", f"a file is expected here, and this is {kind}", "take it away")
    elif not file.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in file):
        _note(found, file, "name-unreadable", "the name of this file is not UTF-8", "give it another name")
    elif limit is not None and about.st_size > limit:
        size = f"{about.st_size / _MEGABYTE:,.1f} MB, and {limit // _MEGABYTE} MB are the most"
        hint = "an article is never as long: take it away" if file.startswith("seeds/") else "split it, or take it away"
        _note(found, file, "file-too-large", f"this file has {size} for its kind", hint)
    else:
        found.files[file], found.stats[file] = path, about


def _note(found: Survey, file: str, code: str, said: str, hint: str) -> None:
    found.problems.append(Problem(file, 0, 0, code, said, hint))
