"""Work on many sources on other machines: the processes of a Dask cluster, with the same result as in one.

Needs the extra `cluster` (the library `distributed`). Dask gives what a process that ended had to do to another, so
that losing one changes nothing (https://distributed.dask.org/en/stable/resilience.html).
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from typing import Any

from diptych.lexicons import Own, laid, laying
from diptych.pipeline.workers import AHEAD, Workers
from diptych.progress import Progress

#: Seconds to wait for the scheduler's answer, and for a first worker.
_PATIENCE = 10


class ClusterError(Exception):
    """Raised where a cluster can't be used, or ends in the middle; its message says why, in a line."""


@contextmanager
def cluster(address: str, progress: Progress) -> Iterator[Workers]:
    """The workers behind a scheduler's address, such as `tcp://10.0.0.5:8786`.

    Raises `ClusterError` where nobody answers there or no worker comes, where a worker runs another version of Diptych
    or Python than this process, whose results might differ, and where a piece of work ended several of them.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ClusterError("a cluster needs the extra: pip install 'diptych[cluster]'") from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no scheduler with workers answers at {address}: {error}") from None
    try:
        threads = sum(client.nthreads().values())
        yield Workers(_Checked(client.get_executor()), progress, ahead=AHEAD * threads)
    except distributed.KilledWorker as error:
        raise ClusterError(
            f"several workers ended at one piece of work, most likely for want of memory: {error}"
        ) from None
    finally:
        client.close()


class _Checked(Executor):
    """An executor whose work is refused by a worker of another version, whenever that joined."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """Hands a call over."""
        return self._executor.submit(_checked, _versions(), laid(), function, *given, **named)


def _versions() -> str:
    return f"Diptych {version('diptych')} on Python {platform.python_version()}"


def _checked(asked: str, lists: Own, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
    if (here := _versions()) != asked:
        raise ClusterError(f"a worker runs {here}, and this process {asked}")
    with laying(lists):
        return function(*given, **named)
