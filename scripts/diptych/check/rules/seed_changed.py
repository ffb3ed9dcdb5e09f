"""A seed is kept byte for byte as it came: its hash is pinned, so that not even a space changes unseen."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.drafts import Seed
from diptych.problems import Problem

CODE = "seed-changed"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sources whose sha256 is not that of their seed's bytes."""
    for source in context.dossier.sources:
        seed = context.seeds.get(source.file)
        if isinstance(seed, Seed) and seed.sha256 != source.sha256:
            said = f"{source.file} is not the file that {source.id} was made from: its sha256 is {seed.sha256}"
            hint = "put the old file back; if the new one is right, run `diptych review`"
            yield context.problem(CODE, source.id, ("sha256",), said, hint)
