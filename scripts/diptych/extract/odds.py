"""Whether what speaks for something outweighs what speaks against it: logistic regression with weights of a lexicon."""

from __future__ import annotations

from collections.abc import Mapping

from diptych.lexicons import lexicon


def likely(table: str, speaks_for_it: Mapping[str, bool]) -> bool:
    """Whether the weights of what holds and the bias are together above 0, by the lexicon of that name."""
    weights = lexicon(table)
    return bool(weights["bias"] + sum(weights[name] for name, holds in speaks_for_it.items() if holds) > 0)
