"""Which passage of a group tells its statement best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from diptych.drafts import Article, Group, Statement
from diptych.lexicons import either, wordset
from diptych.pair.words import content, words
from diptych.spans import Span

#: Code points of a passage that neither needs what stands around it nor tells several things.
_MIDDLING = 120
#: Shared words count as a share of a passage of so many words more; one of fewer than so many says too little.
_CAUTION, _FEW = 4, 3


def telling(group: Group, articles: Sequence[Article]) -> Statement:
    """The passage that says enough by itself and shares most with the others; of such, one of middling length.

    A rewrite's wording is nobody's, and is taken only where there is no other. Of what is asked, the passage comes
    first that can stand behind "asks".
    """
    if len(group.statements) == 1:
        return group.statements[0]
    texts = [one.span.of(articles[one.article].seed.text) for one in group.statements]
    stems = [frozenset(content(text)) for text in texts]
    told = Counter(chain.from_iterable(stems))

    def rank(place: int) -> tuple[bool, bool, bool, float, int, tuple[str, Span], Span]:
        one, text = group.statements[place], texts[place]
        article = articles[one.article]
        shared = sum(told[stem] - 1 for stem in stems[place]) / (len(stems[place]) + _CAUTION)
        off = abs(len(text) - _MIDDLING)
        leans = len(stems[place]) < _FEW or _leans(text)
        loose = group.kind == "recommendation" and not _asks(text.strip("“”\"‘’'"))
        return article.kind == "rewrite", loose, leans, -shared, off, article.order, one.span

    return group.statements[min(range(len(texts)), key=rank)]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What goes before the first word that may lean; somebody who is asked to do something; verbs of who is not."""
    first, whom, none = (either(wordset("statements", key)) for key in ("first", "whom", "asked_none"))
    return {
        "first": re.compile(rf"\W*(?:{first}\s+)?", re.IGNORECASE),
        # a name, some of a kind, or what a determiner goes before
        "whom": re.compile(
            rf"(?:(?:The|{whom}) (?:[\w’'-]+ ){{1,5}}?"
            r"|[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|of|for|the|&))* |[a-z’'-]+s )to (?:not )?(?P<verb>[a-z]+)"
        ),
        "asked_none": re.compile(rf"\b{none} "),
    }


def asked(text: str) -> bool:
    """Whether a passage can stand behind "asks": that something be done, or somebody to do something."""
    found = _patterns()["whom"].match(text)
    return (text.startswith("that ") and text.count(" ") > _FEW) or bool(
        found and found["verb"] in wordset("asks", "imperatives") and not _patterns()["asked_none"].search(found[0])
    )


def _asks(text: str) -> bool:
    return text.startswith("to ") or asked(text) or text.partition(" ")[0] in wordset("asks", "imperatives")


def _leans(text: str) -> bool:
    """Whether a passage begins with a word for what was told before it, or speaks in the first person."""
    first = _patterns()["first"].match(text)
    spoken = [one.partition("'")[0] for one in words(text[first.end() if first else 0 :])]
    return not wordset("pairing", "leaning").isdisjoint(spoken[:1]) or not wordset("pairing", "own").isdisjoint(spoken)
