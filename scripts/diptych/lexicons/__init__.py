"""The word lists, patterns and weights that the stages read: one file a list, in the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from diptych import yamlio


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The data of `lexicons/<name>.yml`; read once. Raises `ValueError` where it is no mapping."""
    file = f"{name}.yml"
    data = yamlio.load(files("diptych").joinpath("lexicons", file).read_text(encoding="utf-8"), file)
    if not isinstance(data, dict):
        raise ValueError(f"{file}: not a mapping")
    return MappingProxyType(data)


@cache
def wordset(name: str, key: str) -> frozenset[str]:
    """The words of one list that is written as a text of words; `_` joins the words of a phrase."""
    return frozenset(word.replace("_", " ") for word in lexicon(name)[key].split())
