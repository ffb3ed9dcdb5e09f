"""A folder served over HTTP from this process, to whatever reads a site as a browser or a client does."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet, **settings: object) -> Iterator[str]:
    """Serves a folder for as long as it is open; the address, with no slash at its end.

    What the handler takes beside the folder goes to it by name.
    """
    answering = functools.partial(handler, directory=str(folder), **settings)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
