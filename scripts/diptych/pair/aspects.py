"""What statements about any contested report are about, read from the package's lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from diptych.lexicons import lexicon

Rule = tuple[re.Pattern[str], ...]


@lru_cache(maxsize=1)
def _aspects() -> tuple[tuple[str, frozenset[str], tuple[Rule, ...]], ...]:
    return tuple(
        (aspect, frozenset(told["kinds"]), tuple(tuple(_any(words) for words in rule) for rule in told["rules"]))
        for aspect, told in lexicon("aspects").items()
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds one of the phrases as whole words."""
    made = [re.escape(phrase[:-1]) + r"\w*" if phrase.endswith("*") else re.escape(phrase) for phrase in phrases]
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(made, key=lambda one: (-len(one), one))) + r")(?!\w)")


def aspects(text: str, kind: str) -> frozenset[str]:
    """The aspects that a statement of that kind has."""
    plain = text.lower().replace("’", "'")
    return frozenset(
        aspect
        for aspect, kinds, rules in _aspects()
        if kind in kinds and any(all(words.search(plain) for words in rule) for rule in rules)
    )
