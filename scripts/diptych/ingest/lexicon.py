"""The package's word lists that this stage reads."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from diptych import yamlio


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The data of `lexicons/<name>.yml`; read once."""
    file = f"{name}.yml"
    data = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    if not isinstance(data, dict):
        raise ValueError(f"{file}: not a mapping")
    return data


@cache
def wordset(name: str, key: str) -> frozenset[str]:
    """The words of one list that is written as a text of words."""
    return frozenset(str(lexicon(name)[key]).split())
