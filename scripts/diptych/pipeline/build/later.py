"""What is made while a site is looked at already: pages when they are asked for, and all the rest when nobody waits.

A site that is only looked at stands in a folder of its own, into which nobody else writes: what was noted of it is so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from diptych.notes import digest
from diptych.pipeline.build.manifest import MKDOCS, Manifest
from diptych.pipeline.build.stamps import stamp
from diptych.pipeline.publication import as_bytes
from diptych.render.addresses import DATA, SEARCH
from diptych.render.dataset.binding import Laid
from diptych.render.units import Made, Unit

#: The units that are made last, as nobody sees them but who asks for their own page, the first of their files.
LATE = (SEARCH, DATA)
#: Seconds to wait before all others are made, if nobody asks for one of them, and for peace before the last are: who
#: saves again at once waits for nothing but the new build.
ASKED, PEACE = 1.0, 2.0


class Later:
    """Makes what is missing of a site in `target`, in a thread that ends with the process, and notes it.

    `plan` says of which units the site is now, `at_once` makes the files of a page that needs no plan, and `laid` says
    where the pieces stand of the files that were put together. Without a plan nothing else is made.
    """

    def __init__(
        self,
        target: Path,
        noted: Manifest,
        at_once: Callable[[str], Sequence[Made]],
        plan: Callable[[], Iterable[Unit]] | None = None,
        laid: Mapping[str, Sequence[Laid]] | None = None,
    ) -> None:
        self._target, self.noted = target, noted
        self._plan, self._at_once, self._laid = plan, at_once, laid or {}
        self._ready = set(noted.units.get(MKDOCS, ("", []))[1])
        self._wanted: list[str] = []
        self._over = self._all = False
        self._failed: Exception | None = None
        self._changed = threading.Condition()
        self._begin = threading.Event()
        self.thread = threading.Thread(target=self._work, daemon=True)
        if plan:
            self.thread.start()

    def end(self) -> None:
        """From now on nothing is written; what is not made yet is left to the build that begins."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self._begin.set()

    def page(self, path: str) -> bool:
        """Sees to it that a page is what it should be now; whether it had to be waited for.

        Raises what kept it from being made.
        """
        if path in self._ready or not path.endswith(".html"):
            return False
        if self._failed:
            raise self._failed
        if self._settled(path):
            return False
        made = self._at_once(path)
        if made:
            with self._changed:
                if not self._over:
                    for one, content in made:
                        self._put(one, as_bytes(content))
                    self.noted.units[path] = ("", [one for one, _ in made])  # which no key has told
                    self._ready.add(path)
            return True
        if self._plan is None:
            return False
        self._begin.set()
        with self._changed:
            self._wanted.append(path)
            self._changed.notify_all()
            self._changed.wait_for(lambda: path in self._ready or self._over or self._failed or self._settled(path))
        return True

    def _settled(self, path: str) -> bool:
        """Whether nothing is going to be made of a page any more."""
        return self._all and path not in LATE

    def _work(self) -> None:
        self._begin.wait(ASKED)
        try:
            units = [] if self._over or self._plan is None else [*self._plan()]
            self._make([unit for unit in units if unit.name not in LATE])
            self._tidy(units)
            with self._changed:
                self._all = True
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._over or not set(LATE).isdisjoint(self._wanted), PEACE)
            self._make([unit for name in LATE for unit in units if unit.name == name])
        except Exception as error:
            with self._changed:
                self._failed = error
                self._changed.notify_all()
            raise

    def _make(self, units: Sequence[Unit]) -> None:
        """Makes the units that do not stand, those first that somebody waits for."""
        missing: dict[str, Unit] = {}
        with self._changed:
            for unit in units:
                key, files = self.noted.units.get(unit.name, ("", []))
                if key and key == unit.key:
                    self._ready.update(files)
                else:
                    missing[unit.name] = unit
            self._changed.notify_all()
        while missing and not self._over:
            name = next((one for one in self._wanted if one in missing), next(iter(missing)))
            unit = missing.pop(name)
            made = list(takewhile(lambda _: not self._over, unit.make()))
            with self._changed:
                if not self._over:
                    self._place(unit, made)
                self._changed.notify_all()

    def _place(self, unit: Unit, made: Sequence[Made]) -> None:
        """Puts the files of a unit where its former ones are."""
        for path, content in made:
            self._put(path, as_bytes(content))
            if path in self._laid:
                self.noted.pieces[path] = (self.noted.files[path][0], [*self._laid[path]])
        files = [path for path, _ in made]
        self._drop(set(self.noted.units.get(unit.name, ("", []))[1]) - set(files))
        self.noted.units[unit.name] = (unit.key, files)
        self._ready.update(files)

    def _put(self, path: str, data: bytes) -> None:
        one = digest(data)
        if path not in self.noted.files or self.noted.files[path][0] != one:
            file, new = self._target / path, self._target / f"{path}.new"
            file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(data)
            new.replace(file)
            self.noted.files[path] = (one, stamp(file))

    def _drop(self, paths: set[str]) -> None:
        for path in paths:
            (self._target / path).unlink(missing_ok=True)
            self.noted.files.pop(path, None)

    def _tidy(self, units: Sequence[Unit]) -> None:
        """Removes the files of units that are no more."""
        names = {MKDOCS, *(unit.name for unit in units)}
        with self._changed:
            if self._over or not units:
                return
            kept = {path for name, (_, files) in self.noted.units.items() if name in names for path in files}
            for name in self.noted.units.keys() - names:
                self._drop(set(self.noted.units.pop(name)[1]) - kept)
