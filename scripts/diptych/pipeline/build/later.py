"""What nobody waits for who looks at a page again: dataset and search, made while the pages are shown already."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from diptych.notes import digest
from diptych.pipeline.build.assembly import Assembly
from diptych.pipeline.build.manifest import Manifest
from diptych.pipeline.build.stamps import stamp
from diptych.pipeline.publication import as_bytes
from diptych.render.addresses import DATA, SEARCH
from diptych.render.units import Made, Unit

_LATE = (SEARCH, DATA)


class Later:
    """The units of a build that is looked at, parted into those to be made `now` and those that can wait.

    What waits stays as the last build left it until then; the first build leaves nothing for later.
    """

    def __init__(self, assembly: Assembly, units: Sequence[Unit]) -> None:
        late = [one for one in units if one.name in _LATE and not assembly.standing(one) and assembly.defer(one)]
        self._late = sorted(late, key=lambda unit: _LATE.index(unit.name))
        self.now = tuple(unit for unit in units if unit not in late)
        self._over = False
        self._lock = threading.Lock()
        self.thread: threading.Thread | None = None

    def start(self, target: Path, noted: Manifest) -> None:
        """Makes what waits, in a thread that ends with the process, and notes it."""
        if self._late:
            self.thread = threading.Thread(target=self._make, args=(target, noted), daemon=True)
            self.thread.start()

    def end(self) -> None:
        """From now on nothing is written; what is not made yet is left to the build that begins."""
        with self._lock:
            self._over = True

    def _make(self, target: Path, noted: Manifest) -> None:
        for unit in self._late:
            if self._over:
                return
            made = list(unit.make())
            with self._lock:
                if self._over:
                    return
                _place(target, noted, unit, made)


def _place(target: Path, noted: Manifest, unit: Unit, made: Sequence[Made]) -> None:
    """Puts the files of a unit where its former ones are."""
    for path, content in made:
        data = as_bytes(content)
        file, new = target / path, target / f"{path}.new"
        one = digest(data)
        if path not in noted.files or noted.files[path][0] != one:
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(data)
            new.replace(file)
            noted.files[path] = (one, stamp(file))
    files = [path for path, _ in made]
    for path in set(noted.units[unit.name][1]) - set(files):
        (target / path).unlink(missing_ok=True)
        noted.files.pop(path, None)
    noted.units[unit.name] = (unit.key, files)
