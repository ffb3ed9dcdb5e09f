"""Whose own page an article is: a press release or a page of news that a party brings out itself."""

from __future__ import annotations

import re
from functools import cache

from diptych.drafts import Article
from diptych.extract.parties import Parties
from diptych.lexicons import lexicon, wordset
from diptych.topic import Side

_LINES = 6  # lines over an article's text in which it says what it is
_LONGEST = 20  # words of such a line
_WORD = re.compile(r"[\w’'-]+")


def house(article: Article, parties: Parties) -> Side | None:
    """The party whose own page an article is, by what its first lines call it and by whom it names first."""
    text = article.span.of(article.seed.text)
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_LINES]
    head = [line for line in lines if len(line.split()) <= _LONGEST and not line.endswith((".", "”", '"'))]
    if not any(_says().search(line) for line in head):
        return None
    role = next((name.party for line in lines for name in parties.names(line)), None)
    return role if role in ("reporting", "responding") else None


def about_itself(sentence: str) -> bool:
    """Whether a sentence only says what a body is: founded in 1988, it employs 700 people."""
    return bool({word.lower() for word in _WORD.findall(sentence)} & wordset("headings", "about"))


@cache
def _says() -> re.Pattern[str]:
    phrases = "|".join(re.escape(one) for one in lexicon("headings")["house"])
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
