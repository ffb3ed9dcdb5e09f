"""The garbage collector, kept still while much is made that stays."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def keep() -> None:
    """All that is there now stays as long as the process: the collector looks through it no more."""
    gc.collect()
    gc.freeze()


@contextmanager
def paused() -> Iterator[None]:
    """No collection within: what is made stays, and the collector would look through all of it again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def never() -> None:
    """No collection from now on, not even at the end: for a process that makes one thing and then ends."""
    gc.disable()
    atexit.register(gc.freeze)  # what is frozen is not gone through, which takes as long as a small build
