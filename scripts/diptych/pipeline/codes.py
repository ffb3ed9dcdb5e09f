"""The catalogue of problem codes: what each means and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from diptych import yamlio


@dataclass(frozen=True, slots=True)
class Code:
    """A code of problems: where it is found (`files`, `rules`, `verify` …), what it means, what to do."""

    group: str
    means: str
    mend: str


@cache
def catalogue() -> dict[str, Code]:
    """Every code, in the order of the catalogue; `ValueError` where it is broken."""
    name = "problem_codes.yml"
    text = (resources.files("diptych") / name).read_text(encoding="utf-8")
    return {code: Code(**said) for code, said in yamlio.load(text, name).items()}


def told(code: str) -> str:
    """What a code means and how to mend it, for a terminal; `KeyError` where there is no such code."""
    said = catalogue()[code]
    return f"{code}: {said.means}\nTo mend it: {said.mend}"
