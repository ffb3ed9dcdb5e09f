"""What a server builds when something was saved: reworded records are shown at once, the whole site follows."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from diptych.pipeline.build.building import Building
from diptych.pipeline.build.later import ASKED
from diptych.pipeline.publication import Sound
from diptych.render import Site

_log = logging.getLogger("mkdocs.plugins.diptych")


class Sooner:
    """The builder of a site that is looked at, in the place of one that makes the `whole` of it.

    `looked` gives the last build, with what it was made of. A whole build follows `ASKED` seconds after records were
    shown, or before any other page is; what it finds holds, whatever was shown in between.
    """

    def __init__(
        self, root: Path, whole: Callable[[], None], looked: Callable[[], tuple[Building | None, Sound | None, Site]]
    ) -> None:
        self._root, self._whole, self._looked = root, whole, looked
        self._turn = threading.Lock()  # one builds at a time
        self._saved: set[str] = set()
        self._due: threading.Timer | None = None

    def saved(self, path: str) -> None:
        """Hears of a file that was saved, or is gone, before a build is asked for."""
        self._saved.add(path)

    def __call__(self) -> None:
        """Shows what was saved; raises what keeps a whole build from that."""
        with self._turn:
            if self._due:
                self._due.cancel()
            if self._shown():
                self._due = threading.Timer(ASKED, self._follow)
                self._due.daemon = True
                self._due.start()
            else:
                self._build()

    def page(self, path: str) -> bool:
        """Sees to it that a page that somebody looks at is made; whether that took anything."""
        waited = not self._turn.acquire(blocking=False)
        if waited:
            self._turn.acquire()
        self._turn.release()
        building, _, _ = self._looked()
        if self._due and path.endswith(".html") and not (building and building.soon and path in building.soon):
            self._follow()
            return True
        return waited or bool(building and building.page(path))

    def _shown(self) -> bool:
        """Whether all that was saved since the last whole build are records, which are shown now."""
        building, sound, site = self._looked()
        if building is None or sound is None:
            return False
        files = [file for path in [*self._saved] if (file := self._file(path, sound))]
        return building.reworded(sound, site, files)

    def _file(self, path: str, sound: Sound) -> str:
        """A path from the dossier's root; nothing for a file that is no part of it, such as programs leave for a while.

        What is elsewhere keeps its path.
        """
        place = Path(path)
        if not place.is_relative_to(self._root):
            return path
        file = place.relative_to(self._root).as_posix()
        return file if file in sound.files or (place.exists() and not place.name.startswith(".")) else ""

    def _build(self) -> None:
        self._due = None
        taken, self._saved = self._saved, set()
        try:
            self._whole()
        except BaseException:
            self._saved |= taken  # which may stop a build before it has read anything
            raise

    def _follow(self) -> None:
        """Makes the whole site that is due; tells what keeps it from that."""
        with self._turn:
            if self._due:
                self._due.cancel()
                try:
                    self._build()
                except Exception as error:
                    _log.error("The site could not be built: %s", error)
