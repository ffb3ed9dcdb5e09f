"""Work on many sources in several processes, with the same result as in one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TypeVar

from diptych.problems import DossierError, Problem

A = TypeVar("A")
B = TypeVar("B")

#: Told what is being done, how many sources of how many are: ("reading", 120, 1000); 0 of 0 where nothing is counted.
Progress = Callable[[str, int, int], None]


def silent(doing: str, done: int, total: int) -> None:
    """Nobody is told how far it is."""


#: A process more is worth its start from so many sources on.
_WORTH = 40
#: So many sources are handed over at a time: few messages, and a run that is ended waits for no more than these.
_BATCH = 8


def usable(sources: int) -> int:
    """How many processes to use for so many sources: no more than there are cores for, and one for few sources."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, sources // _WORTH))


class Workers:
    """Functions applied in this process, or in several others where there are any."""

    def __init__(self, pool: ProcessPoolExecutor | None, progress: Progress) -> None:
        self._pool = pool
        self.progress = progress

    def map(self, doing: str, function: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
        """The results in the order of the items; an error is raised at the place where one process would raise it.

        `function` and what it takes and gives must be picklable: a function of a module, or a partial of one.
        """
        made: Iterable[B]
        made = self._pool.map(function, items, chunksize=_BATCH) if self._pool else map(function, items)
        self.progress(doing, 0, len(items))
        for number, one in enumerate(made, 1):
            yield one
            self.progress(doing, number, len(items))

    def start(self, function: Callable[[], A]) -> Callable[[], A]:
        """Begins some work in another process, if there is one; what it returns gives the result."""
        if self._pool is None:
            return function
        begun: Future[A] = self._pool.submit(function)
        return begun.result


@contextmanager
def workers(jobs: int, progress: Progress) -> Iterator[Workers]:
    """So many processes beside this one, or none where `jobs` is 1; all have ended when this returns.

    They are started afresh rather than forked: a fork copies locks that another thread may hold. Raises `DossierError`
    where the system ends one of them.
    """
    if jobs == 1:
        yield Workers(None, progress)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _obey)
    try:
        yield Workers(pool, progress)
    except BrokenProcessPool:
        said = "a process that read sources was ended by the system, most likely for want of memory"
        raise DossierError([Problem("seeds", 0, 0, "worker-ended", said, "try again with --jobs 1")]) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _obey() -> None:
    """In a worker: leaves Ctrl-C to the process that started it, and never outlives that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
