"""Work on many sources on other machines: the processes of a Dask cluster, with the same result as in one.

Needs the extra `cluster` (the library `distributed`). Dask gives what a process that ended had to do to another, so
that losing one changes nothing (https://distributed.dask.org/en/stable/resilience.html).
"""

from __future__ import annotations

import pickle
import platform
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from diptych.lexicons import Own, laid, laying
from diptych.pipeline.workers import AHEAD, Workers
from diptych.progress import Progress

A = TypeVar("A")

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
        executor = _Checked(client.get_executor())
        yield Workers(executor, progress, AHEAD * threads, partial(_Sent.of, executor, client))
    except distributed.KilledWorker as error:
        raise ClusterError(
            f"several workers ended at one piece of work, most likely for want of memory: {error}"
        ) from None
    finally:
        client.close()


class _Checked(Executor):
    """An executor whose work is refused by a worker of another version, whenever that joined.

    What is `sent`, by name, every piece of work is given along: Dask has it brought to a worker once.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.sent: WeakValueDictionary[str, _Sent[Any]] = WeakValueDictionary()

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """Hands a call over."""
        sent = {name: one.future for name, one in sorted(self.sent.items())}
        return self._executor.submit(_checked, _versions(), laid(), sent, function, *given, **named)


class _Sent(Generic[A]):
    """A value in this process that a cluster has too.

    It is kept there as the result of a task of its own, which is done again where the only worker that had it ended.
    """

    def __init__(self, value: A, future: Any) -> None:
        self._value, self.future = value, future

    @classmethod
    def of(cls, executor: _Checked, client: Any, value: A) -> Callable[[], A]:
        """The value, sent."""
        made = cls(value, client.submit(pickle.loads, pickle.dumps(value, pickle.HIGHEST_PROTOCOL), pure=False))
        executor.sent[made.future.key] = made
        return made

    def __call__(self) -> A:
        """The value."""
        return self._value

    def __reduce__(self) -> tuple[type[_Named], tuple[str]]:
        return _Named, (self.future.key,)


class _Named:
    """A value on a worker, by its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self) -> Any:
        """The value, which came along with the piece of work that asks."""
        return _SENT.get()[self._name]


_SENT: ContextVar[Mapping[str, Any]] = ContextVar("_SENT")


def _versions() -> str:
    return f"Diptych {version('diptych')} on Python {platform.python_version()}"


def _checked(
    asked: str, lists: Own, sent: Mapping[str, Any], function: Callable[..., Any], *given: Any, **named: Any
) -> Any:
    if (here := _versions()) != asked:
        raise ClusterError(f"a worker runs {here}, and this process {asked}")
    before = _SENT.set(sent)
    try:
        with laying(lists):
            return function(*given, **named)
    finally:
        _SENT.reset(before)
