"""What a server needs for a site that is looked at: to hear at once of a saved file, and to have made what it is asked.

MkDocs looks through the watched folders every half second, which finds every change on every file system. Where the
system tells of changes by itself, it has them looked through at that moment.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

#: What the system calls a change; that a file was opened or read is none.
_CHANGES = frozenset(("created", "modified", "moved", "deleted", "closed"))
#: Programs save a file in several steps: so many seconds from one to the next, at the most.
BURST = 0.05

#: A program of the Web Server Gateway Interface (PEP 3333).
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Hastened(FileSystemEventHandler):
    """Has an observer that polls look through folders when the system tells of a change in one of them.

    It ends with the process.
    """

    def __init__(self, polling: Any, folders: Iterable[str]) -> None:
        self._polling = polling
        self._told = threading.Event()
        self._native: Any = Observer()
        for folder in dict.fromkeys(folders):
            if Path(folder).is_dir():
                self._native.schedule(self, folder, recursive=True)
        with suppress(OSError):  # the system may watch no more folders: then polling has to do
            self._native.start()
            threading.Thread(target=self._look, daemon=True).start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes that something was changed."""
        if event.event_type in _CHANGES and not event.is_directory:
            self._told.set()

    def _look(self) -> None:
        while self._told.wait():
            time.sleep(BURST / 5)
            self._told.clear()
            for emitter in self._polling.emitters:
                emitter.queue_events(0)


def asking(app: App, mount: str, page: Callable[[str], bool]) -> App:
    """A server's program that answers once `page` says of a path that nothing was left to be done for it.

    The program waits for a build that has begun: asked again, it answers with what was made after that.
    """

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(mount):
            return app(environ, start)
        path = path.removeprefix(mount)
        path += "index.html" if not path or path.endswith("/") else ""
        while True:
            said: list[tuple[Any, ...]] = []
            body = app(environ, lambda *given, said=said: said.append(given))
            if not page(path):
                break
            if close := getattr(body, "close", None):
                close()
        for given in said:
            start(*given)
        return body

    return answer
