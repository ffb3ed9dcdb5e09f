"""The word lists and weights of pairing, read from the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from diptych import yamlio


@cache
def word_list(name: str) -> tuple[str, ...]:
    """One list of pairing.yml, in its order."""
    return tuple(_loaded()[name].split())


@cache
def weights(name: str) -> dict[str, float]:
    """One table of weights of pairing.yml."""
    return {evidence: float(weight) for evidence, weight in _loaded()[name].items()}


@cache
def _loaded() -> dict[str, Any]:
    file = "pairing.yml"
    loaded: dict[str, Any] = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    return loaded
