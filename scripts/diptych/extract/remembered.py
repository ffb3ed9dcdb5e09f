"""Functions whose results are kept, which can be handed to another process: without what is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

A = TypeVar("A")

#: So many are: the same is asked again soon, by the next rule, and of all texts they would take more than the articles.
_MOST = 4096


class Remembered(Generic[A]):
    """A function of a text that remembers its last results."""

    def __init__(self, function: Callable[[str], A]) -> None:
        self._function = function
        self._held = lru_cache(maxsize=_MOST)(function)

    def __call__(self, text: str) -> A:
        """The function's result."""
        return self._held(text)

    def __reduce__(self) -> tuple[type[Remembered[A]], tuple[Callable[[str], A]]]:
        return Remembered, (self._function,)
