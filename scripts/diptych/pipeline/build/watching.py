"""What a server needs for a site that is looked at: to hear at once of a saved file, and to have made what it is asked.

MkDocs looks through the watched folders every half second, and takes a good part of that for it where they hold
thousands of files. Here the system is asked to tell of changes, and the folders are looked through less often.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserverVFS

#: What the system calls a change; that a file was opened or read is none.
_CHANGES = frozenset(("created", "modified", "moved", "deleted", "closed"))
#: Programs save a file in several steps: so many seconds from one to the next, at the most.
BURST = 0.05
#: Seconds from one look through the folders to the next: at the least, and for each file in them.
_LEAST, _EACH = 0.5, 0.0004
#: Size, time and number of a file; None where there is none.
_State = tuple[int, int, int] | None
_SECOND = 1_000_000_000

#: A program of the Web Server Gateway Interface (PEP 3333).
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def attend(
    server: Any, page: Callable[[str], bool], paths: Iterable[str], files: int, told: Callable[[str], None]
) -> None:
    """Has a server that has not begun ask `page` before it answers, and build as soon as something was saved.

    A `Watch` takes the place of its observer, for those of the paths that it watches and for all to come. The paths of
    what was saved are `told` before the server hears of it.
    """
    server.build_delay = BURST
    server.set_app(asking(server.serve_request, server.mount_path, page))
    watched = []
    for path in paths:
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    server.observer = Watch(files, told)
    for path in watched:
        server.watch(path)


class Watch:
    """Tells the handlers of folders of every change once; takes the place of a server's observer.

    The system tells of a change at once, where it does. Looking through all `files` of the folders again and again
    finds every change on every file system; it takes no more than a small part of the time. A folder or file may go
    and come again, or come only later.
    """

    def __init__(self, files: int, told: Callable[[str], None] = lambda _: None) -> None:
        self._native: Any = Observer()
        self._told = told
        self._paths: set[str] = set()
        self._polling: Any = PollingObserverVFS(self._about, os.scandir, polling_interval=max(_LEAST, files * _EACH))
        self._seen: dict[str, _State] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = True) -> Any:
        """Has a handler told of the changes below a path, or to a file."""
        once = Once(handler, self._seen, self._told)
        self._paths.add(path)
        if Path(path).is_dir():
            self._native.schedule(once, path, recursive=recursive)
        return self._polling.schedule(once, path, recursive=recursive)

    def _about(self, path: str) -> os.stat_result:
        """What the system says of a file: for one that is to be watched and is gone, of the folder that all are in.

        Looking through what can't be found at all would end for good.
        """
        try:
            return os.stat(path)  # noqa: PTH116 (of every file)
        except FileNotFoundError:
            if path not in self._paths:
                raise
            return Path(Path(path).anchor).stat()

    def unschedule(self, watch: Any) -> None:
        """Has nobody told any more of what `schedule` gave."""
        for one in (self._native, self._polling):
            with suppress(KeyError):
                one.unschedule(watch)

    def start(self) -> None:
        """Begins to look."""
        self._polling.start()
        with suppress(OSError):  # the system may watch no more folders: then polling has to do
            self._native.start()

    def stop(self) -> None:
        """Looks no more."""
        self._native.stop()
        self._polling.stop()


class Once(FileSystemEventHandler):
    """Passes on what tells of a state of a file that it has not told of; those that were `seen` are by their paths.

    A time of whole seconds may be the time of a later change, too: what is told of such a file is always passed on.
    `told` hears of the paths first.
    """

    def __init__(
        self, handler: FileSystemEventHandler, seen: dict[str, _State], told: Callable[[str], None] = lambda _: None
    ) -> None:
        self._handler, self._seen, self._told = handler, seen, told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hears of a change, or that a file was opened or read, which is none."""
        if event.event_type not in _CHANGES or event.is_directory:
            return
        news = False
        for path in filter(None, (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))):
            state = _state(path)
            coarse = state is not None and state[1] % _SECOND == 0
            if coarse or path not in self._seen or self._seen[path] != state:
                news = True
                self._told(path)
            self._seen[path] = state
        if news:
            self._handler.dispatch(event)


def _state(path: str) -> _State:
    try:
        about = Path(path).stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns, about.st_ino


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
