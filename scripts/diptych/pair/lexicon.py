"""The word lists of pairing, read from the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from diptych import yamlio


@cache
def word_list(name: str) -> tuple[str, ...]:
    """One list of pairing.yml, in its order."""
    file = "pairing.yml"
    loaded: dict[str, Any] = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    return tuple(loaded[name].split())
