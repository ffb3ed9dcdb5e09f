"""The file that a seed's text was taken out of is kept byte for byte: its hash stands on the seed's card."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "original-changed"


def check(context: Context) -> Iterator[Problem]:
    """Yields the cards whose original has other bytes."""
    for file, card in context.cards.items():
        kept = card.original
        digest = context.digest(kept.file) if kept else None
        if kept and digest and digest != kept.sha256:
            said = f"{kept.file} is not the file that the seed was taken out of: its sha256 is {digest}"
            yield context.problem_in(file, CODE, ("original", "sha256"), said, "put the old file back")
