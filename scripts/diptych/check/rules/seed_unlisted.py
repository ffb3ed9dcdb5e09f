"""An article that lies in seeds/ and that no source names is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.drafts import Seed
from diptych.problems import Problem

CODE = "seed-unlisted"


def check(context: Context) -> Iterator[Problem]:
    """Yields the files of seeds/ that no source names."""
    named = {source.file for source in context.dossier.sources}
    for file, seed in context.seeds.items():
        if file not in named and isinstance(seed, Seed) and seed.text.strip():
            yield Problem(file, 0, 0, CODE, "no source names this seed", "run `diptych extract`", "warning")
