"""Whose own page an article is: a press release or a page of news that a party brings out itself."""

from __future__ import annotations

import re
from functools import cache

from diptych.drafts import Article
from diptych.extract.lexicon import lexicon as verbs
from diptych.extract.parties import Parties
from diptych.lexicons import either, lexicon, wordset
from diptych.topic import SIDES, Side

_LINES = 6  # lines over an article's text in which it says what it is
_LONGEST = 20  # words of such a line
_FIRST = 5  # code points before a name that a line starts with
_SPEAKS = re.compile(r"\s+(?:today\s+|has\s+|yesterday\s+|on\s+\w+day\s+){0,2}(\w+)")
#: The title of a party's answer: Hollis: Statement on the report.
_TITLED = re.compile(
    r"([^:]{3,60}):\s+(?:(?:our|public|full|press)\s+)?(?:statement|response|reply|answer)\s+(?:on|to|regarding)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b\d{1,2}\s+\w+\s+\d{4}|\b[A-Z]\w+\s+\d{1,2},\s+\d{4}")
_WORD = re.compile(r"[\w’'-]+")


def house(article: Article, parties: Parties) -> Side | None:
    """The party whose own page an article is, by what its first lines call it and by whom it names first."""
    text = article.span.of(article.seed.text)
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_LINES]
    title = _TITLED.match(lines[0]) if lines else None
    named = parties.names(title[1]) if title else ()
    if named and named[0].start <= _FIRST and named[0].party in SIDES:
        return named[0].party
    head = [line for line in lines if len(line.split()) <= _LONGEST and not line.endswith((".", "”", '"'))]
    if not any(_says().match(line) or (_says().search(line) and parties.names(line)) for line in head):
        return None
    return next((role for line in lines if (role := _issuer(line, parties)) is not None), None)


def _issuer(line: str, parties: Parties) -> Side | None:
    """The party that a line says the page is of: by its name alone, beside such words, or as who speaks today."""
    if line.isupper():
        plain = re.sub(r"^THE\s+", "", line).lower()
        return next((side for side in SIDES if plain in {one.lower() for one in parties.party(side).names}), None)
    for name in parties.names(line):
        if name.party not in ("reporting", "responding") or name.adjective:
            continue
        rest = line[name.end :]
        says = _SPEAKS.match(rest) if name.start <= _FIRST else None
        alone = name.start <= _FIRST and not re.search(r"[a-z]", _DAY.sub("", rest))
        beside = len(line.split()) <= _LONGEST and _says().search(line) and (name.start <= _FIRST or not rest.strip())
        if alone or beside or (says and says[1] in verbs().verbs):
            return name.party
    return None


def about_itself(sentence: str) -> bool:
    """Whether a sentence only says what a body is: founded in 1988, it employs 700 people."""
    return bool({word.lower() for word in _WORD.findall(sentence)} & wordset("headings", "about"))


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(lexicon('headings')['house'])}(?!\w)", re.IGNORECASE)
