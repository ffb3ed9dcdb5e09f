"""Without the file that a seed's text was taken out of, nobody can compare the two."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.rules.unsafe_path import ORIGINALS, lies
from diptych.problems import Problem

CODE = "original-missing"


def check(context: Context) -> Iterator[Problem]:
    """Yields the cards whose original is not there."""
    known = set(context.files)
    for file, card in context.cards.items():
        if card.original and card.original.file not in known and lies(card.original.file, ORIGINALS):
            said = f"{card.original.file} is not there: the seed can't be compared with what it was taken out of"
            hint = "put the file back, or take `original` off the card"
            yield context.problem_in(file, CODE, ("original", "file"), said, hint, "warning")
