"""The catalogue of problem codes: what each means and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diptych.lexicons import laying, lexicon
from diptych.store import LISTS, load


@dataclass(frozen=True, slots=True)
class Code:
    """A code of problems: where it is found (`files`, `rules`, `verify` …), what it means, what to do."""

    group: str
    means: str
    mend: str


@cache
def catalogue() -> dict[str, Code]:
    """Every code, in the order of the catalogue."""
    return {code: Code(**said) for code, said in lexicon("problem_codes").items()}


def told(code: str, root: Path) -> str:
    """What a code means and how to mend it, for a terminal, in the words of the dossier in `root` where it has its own.

    Raises `KeyError` where there is no such code.
    """
    own = root / LISTS / "problem_codes.yml"
    with laying(load(root).lists if own.is_file() else ()):
        said = catalogue()[code]
    return f"{code}: {said.means}\nTo mend it: {said.mend}"
