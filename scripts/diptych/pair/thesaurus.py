"""What the words of a text mean, read from the package's thesaurus.

A concept is a list of words that people write one for another. A word with several meanings is in several lists, so
that a concept tells the more, the rarer it is in the corpus: `Space(texts, concepts)` weighs them by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from diptych.lexicons import lexicon
from diptych.pair.words import stem, words

#: The stems that follow the first one of a word or phrase, and the concept that it stands for.
_Form = tuple[list[str], str]


@cache
def _forms() -> dict[str, list[_Form]]:
    """For every first stem the forms that begin with it, in the order of the lists."""
    found: dict[str, list[_Form]] = defaultdict(list)
    for name, others in lexicon("thesaurus").items():
        concept = f"~{name}"
        for form in (name, *others.split()):
            first, *rest = form.split("-")
            found[stem(first)].append((list(map(stem, rest)), concept))
    return dict(found)


def concepts(text: str) -> list[str]:
    """The concepts of a text's words and phrases, in their order; `~` marks them off from stems.

    A concept comes once for every word that stands for it.
    """
    stems = list(map(stem, words(text)))
    found: list[str] = []
    for place, forms in enumerate(map(_forms().get, stems), 1):
        for rest, concept in forms or ():
            if not rest or stems[place : place + len(rest)] == rest:
                found.append(concept)
    return found


def lists(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The concepts that some stems stand for by themselves, each with the stems that do."""
    known = _forms()
    found: dict[str, tuple[str, ...]] = {}
    for one in stems:
        for concept in dict.fromkeys(concept for rest, concept in known.get(one, ()) if not rest):
            found[concept] = (*found.get(concept, ()), one)
    return found


def meanings(stems: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each of some stems the concepts that it stands for by itself."""
    known = _forms()
    return {one: frozenset(concept for rest, concept in known.get(one, ()) if not rest) for one in stems}
