"""Puts a site together from what is made anew and what stands from the build before, and lets it take that one's place.

Files that are not made anew are not copied: the new folder holds a second name of each (a hard link), so that their
times stay, and a killed build leaves the old folder as it was. After a build that changed little the old folder is kept
as the spare: the next build brings it up to date, which takes as long as what has changed since, and not as the site.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from diptych.notes import digest
from diptych.pipeline.build.manifest import MKDOCS, Manifest
from diptych.pipeline.build.pieces import Pieces, binder
from diptych.pipeline.build.stamps import Stamp, certain_before, stamp, stamps
from diptych.pipeline.publication import as_bytes
from diptych.render.dataset.binding import Laid
from diptych.render.units import Unit

#: The spare is kept where no more than one file in so many was changed.
_FEW = 10


class Put(NamedTuple):
    """A file that was made: its path, its digest, whether it had to be written, and where its pieces stand, if any."""

    path: str
    digest: str
    written: bool
    laid: Sequence[Laid]


class Assembly:
    """One build of a site into `staging`, which takes the place of `target` at the end.

    `before` are the notes on the site that stands there; what of it is not as they say is made anew. They are `sure`
    where nobody else writes into the folder. `look` says what stands in the target, and in the spare.
    """

    def __init__(
        self,
        target: Path,
        staging: Path,
        before: Manifest | None,
        spare: Path | None = None,
        sure: bool = False,
        look: Callable[[Path], dict[str, Stamp]] = stamps,
    ) -> None:
        self.target, self.staging, self.spare = target, staging, spare
        self.before = before or Manifest()
        self.held = {path: about for path, (_, about) in self.before.files.items()} if sure else look(target)
        self._look = look
        self.units: dict[str, tuple[str, list[str]]] = {}
        self.files: dict[str, str] = {}
        #: What is new or different: the rest stands in the target.
        self.changed: set[str] = set()
        self._copied: set[str] = set()
        self._ready: set[str] = set()  # the folders that were made
        self._new: dict[str, Stamp] = {}
        self._sound = {path: one for path, (one, _) in self.before.files.items()} if sure else self._standing()
        self.laid: Pieces = {}
        self.binder = binder(target, self.before.pieces, self._sound.get)

    def _standing(self) -> dict[str, str]:
        """The files of the target that are what was noted of them, with their digests; some have to be read."""
        held, sure = self.held.get, certain_before(self.before.noted)
        return {
            path: one
            for path, (one, about) in self.before.files.items()
            if held(path) == about and (about[1] < sure or digest((self.target / path).read_bytes()) == one)
        }

    def standing(self, unit: Unit) -> bool:
        """Whether all the files of a unit are there from the build before."""
        key, files = self.before.units.get(unit.name, ("", []))
        return bool(key) and key == unit.key and all(path in self._sound for path in files)

    def keep(self, unit: Unit) -> None:
        """Takes the files of a unit as they stand."""
        _, files = self.before.units[unit.name]
        self.units[unit.name] = (unit.key, files)
        self.files.update((path, self._sound[path]) for path in files)

    def late(self, unit: Unit, names: Collection[str]) -> bool:
        """Whether a unit is one of those that may be made later, and is left for then."""
        return unit.name in names and not self.standing(unit) and self.defer(unit.name)

    def defer(self, name: str) -> bool:
        """Takes the files of a unit as they stand, though they may have to be others; False where they are lost."""
        known = self.before.units.get(name)
        if known is None or not all(path in self._sound for path in known[1]):
            return False
        self.units[name] = known
        self.files.update((path, self._sound[path]) for path in known[1])
        return True

    def put(self, unit: Unit) -> list[Put]:
        """Makes the files of a unit."""
        return [
            Put(path, *self._put(path, as_bytes(data)), self.binder.laid.pop(path, [])) for path, data in unit.make()
        ]

    def _put(self, path: str, data: bytes) -> tuple[str, bool]:
        made = digest(data)
        if self._sound.get(path) == made:
            return made, False
        folder = f"{self.staging}{os.sep}{path.rpartition('/')[0]}"
        if folder not in self._ready:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 (of every page: half of the time)
            self._ready.add(folder)
        with open(f"{self.staging}{os.sep}{path}", "wb") as file:  # noqa: PTH123 (of every file: a third of the time)
            file.write(data)
        return made, True

    def note(self, unit: Unit, made: Iterable[Put]) -> None:
        """Takes in what was put, maybe by another process."""
        files = []
        for path, one, written, laid in made:
            files.append(path)
            self.files[path] = one
            if laid:
                self.laid[path] = (one, [*laid])
            if written:
                self.changed.add(path)
        self.units[unit.name] = (unit.key, files)

    def adopt(self, named: Iterable[str]) -> None:
        """Takes in what MkDocs has written into the folder: the files `named`, and any that nobody else has made.

        What stands in the target already is not written twice. A unit whose file MkDocs wrote over is not kept.
        """
        self._new = stamps(self.staging)
        there = self._new.keys()
        others = (there - self.changed) | (there & set(named))
        if twice := others & self.files.keys():
            self.units = {name: unit for name, unit in self.units.items() if twice.isdisjoint(unit[1])}
        for path in others:
            self.files[path] = made = digest((self.staging / path).read_bytes())
            if self._sound.get(path) == made:
                (self.staging / path).unlink()
                self.changed.discard(path)
            else:
                self.changed.add(path)
        self.units[MKDOCS] = ("", sorted(others))

    @property
    def kept(self) -> set[str]:
        """The files that stand as they were."""
        return self.files.keys() - self.changed

    @property
    def same(self) -> bool:
        """Whether the site is what it was, to the last file."""
        return not self.changed and self.files.keys() == self.held.keys()

    @property
    def little(self) -> bool:
        """Whether few files were changed, so that the next build may begin with the folder that this one replaces."""
        return len(self.changed) * _FEW < len(self.files)

    def joined(self) -> Path:
        """The staging folder with the whole site in it, all of it in its place."""
        if self.spare is not None and self.spare.is_dir():
            try:
                if self.little:
                    self._refresh(self.spare)
                    for path in self.changed:
                        (self.spare / path).parent.mkdir(parents=True, exist_ok=True)
                        (self.staging / path).replace(self.spare / path)
                    shutil.rmtree(self.staging, ignore_errors=True)
                    self.spare.rename(self.staging)
                    return self.staging
            finally:
                shutil.rmtree(self.spare, ignore_errors=True)
        self._link(self.staging, self.kept)
        return self.staging

    def _refresh(self, folder: Path) -> None:
        """Makes a folder the site but for what is changed: other files go, those of the target get a second name."""
        there = self._look(folder)
        wrong = {
            path for path in there if path not in self.files or path in self.changed or there[path] != self.held[path]
        }
        for path in wrong:
            (folder / path).unlink()
        _prune(folder, wrong)
        self._link(folder, self.kept - (there.keys() - wrong))

    def _link(self, folder: Path, paths: Iterable[str]) -> None:
        """Gives files of the target a second name in a folder; a copy where the file system has no such names."""
        ready: set[str] = set()
        source, goal = f"{self.target}{os.sep}", f"{folder}{os.sep}"
        for path in sorted(paths):
            within = path.rpartition("/")[0]
            if within not in ready:
                Path(goal + within).mkdir(parents=True, exist_ok=True)
                ready.add(within)
            try:
                os.link(source + path, goal + path)
            except OSError:
                shutil.copy2(source + path, goal + path)
                self._copied.add(path)

    def settle(self) -> None:
        """Brings the target up to date where it stands, file by file: for a site that is only looked at."""
        self.target.mkdir(parents=True, exist_ok=True)
        for path in self.held.keys() - self.files.keys():
            (self.target / path).unlink()
        for path in sorted(self.changed):
            (self.target / path).parent.mkdir(parents=True, exist_ok=True)
            (self.staging / path).replace(self.target / path)
        _prune(self.target, self.held.keys() - self.files.keys())
        shutil.rmtree(self.staging, ignore_errors=True)

    def manifest(self) -> Manifest:
        """The notes on the site that stands now."""
        files = {}
        for path, made in self.files.items():
            if path in self._copied:
                files[path] = (made, stamp(self.target / path))
            else:
                files[path] = (made, self._new[path] if path in self.changed else self.held[path])
        pieces = self.before.pieces | self.laid
        return Manifest(
            units=self.units,
            groups=self.before.groups,
            files=files,
            pieces={path: one for path, one in pieces.items() if self.files.get(path) == one[0]},
        )


def _prune(folder: Path, gone: Iterable[str]) -> None:
    """Removes the folders in which nothing is left of those that held some files."""
    for path in sorted({path.rpartition("/")[0] for path in gone}, reverse=True):
        left = folder / path
        while left != folder and left.is_dir() and not any(left.iterdir()):
            left.rmdir()
            left = left.parent
