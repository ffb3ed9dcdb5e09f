"""Work on many sources in several processes, with the same result as in one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import count
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from diptych import lexicons
from diptych.collector import paused
from diptych.cores import Share
from diptych.pipeline.shared import Filed, Here
from diptych.problems import DossierError, Problem
from diptych.progress import Progress

A = TypeVar("A")
B = TypeVar("B")

#: A process is worth its start for so many sources.
WORTH = 40
#: So many sources are handed over at a time: few messages, and a run that is ended waits for no more than these.
_BATCH = 8
#: The same for what takes a moment only.
_SMALL = 128
#: So many batches are handed over for each process, so that none waits for work.
AHEAD = 4


class Workers:
    """Functions applied in this process, or by an executor where there is one: in other processes, or other machines.

    `ahead` batches are handed over before the first result is awaited, so that what waits to be taken stays small.
    What `share` returns for a value gives it to all pieces of work.
    """

    def __init__(self, executor: Executor | None, progress: Progress, ahead: int = 1, share: Share = Here) -> None:
        self._executor = executor
        self._ahead = ahead
        self.progress = progress
        self.share = share

    def map(self, doing: str, function: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
        """The results in the order of the items; an error is raised at the place where one process would raise it.

        `function` and what it takes and gives must be picklable: a function of a module, or a partial of one.
        """
        made = self.each(function, items, _BATCH)
        self.progress(doing, 0, len(items))
        for number, one in enumerate(made, 1):
            yield one
            self.progress(doing, number, len(items))

    def each(self, function: Callable[[A], B], items: Sequence[A], batch: int = _SMALL) -> Iterator[B]:
        """As `map` for what is done in no time, so that nobody is told and many are handed over together."""
        if self._executor is None:
            return map(function, items)
        return self._spread(self._executor, function, items, batch)

    def start(self, function: Callable[[], A]) -> Callable[[], A]:
        """Begins some work elsewhere, if there is an executor; what it returns gives the result."""
        if self._executor is None:
            return function
        begun: Future[A] = self._executor.submit(_still, function)
        return begun.result

    def _spread(self, executor: Executor, function: Callable[[A], B], items: Sequence[A], batch: int) -> Iterator[B]:
        waiting: deque[Future[list[B]]] = deque()
        for start in range(0, len(items), batch):
            waiting.append(executor.submit(_each, function, list(items[start : start + batch])))
            if len(waiting) > self._ahead:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _still(function: Callable[[], A]) -> A:
    """The result of much work, which the collector would only hold up."""
    with paused():
        return function()


def _each(function: Callable[[A], B], items: Sequence[A]) -> list[B]:
    return [function(item) for item in items]


@contextmanager
def workers(jobs: int, progress: Progress) -> Iterator[Workers]:
    """So many processes beside this one, or none where `jobs` is 1; all have ended when this returns.

    They are started afresh rather than forked: a fork copies locks that another thread may hold. Raises `DossierError`
    where the system ends one of them.
    """
    if jobs == 1:
        yield Workers(None, progress)
        return
    pool = ProcessPoolExecutor(jobs, _Spawning(), _obey, (lexicons.laid(),))
    with TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True) as folder:
        numbers = count()

        def share(value: A) -> Callable[[], A]:
            return Filed.of(value, Path(folder) / str(next(numbers)))

        try:
            yield Workers(pool, progress, AHEAD * jobs, share)
        except BrokenProcessPool:
            said = "a process that read sources was ended by the system, most likely for want of memory"
            raise DossierError([Problem("seeds", 0, 0, "worker-ended", said, "try again with --jobs 1")]) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Worker(SpawnProcess):
    """A process that Ctrl-C does not reach while it starts, before it can leave it to the one that started it."""

    def start(self) -> None:
        """Starts it with the signal blocked, which it inherits; here it is only put off."""
        if not hasattr(signal, "pthread_sigmask"):
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Spawning(SpawnContext):
    """Starts such processes."""

    Process = _Worker


def _obey(lists: lexicons.Own) -> None:
    """In a worker: reads the dossier's own lists, leaves Ctrl-C to the process that started it, never outlives that."""
    lexicons.lay(lists)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
