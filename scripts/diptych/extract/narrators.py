"""Who tells an article, and so says nothing in it: its authors, a programme's presenter and reporter."""

from __future__ import annotations

import re

from diptych.drafts import Article
from diptych.extract.identity import Identity
from diptych.lexicons import either, lexicon

_LINES = 8  # lines at either end of an article in which its makers are named
_NAME = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){1,2}"


def narrators(article: Article) -> frozenset[str]:
    """The names of those who tell an article, in full and by their first and last words, in small letters."""
    lines = [line for line in article.span.of(article.seed.text).split("\n") if line.strip()]
    roles = either(lexicon("speakers")["narrators"])
    credit = re.compile(rf"(?<!\w)(?i:{roles})\s+(?=({_NAME})(?:\s+(?:and|&)\s+({_NAME}))?)")
    made = (match for line in (*lines[:_LINES], *lines[_LINES:][-_LINES:]) for match in credit.finditer(line))
    named = [name for match in made for name in match.groups() if name]
    full = [name.lower() for name in (*article.authors, *named) if len(name.split()) > 1]
    return frozenset((*full, *(name.split()[0] for name in full), *(name.split()[-1] for name in full)))


def narrates(who: Identity, told_by: frozenset[str]) -> bool:
    """Whether somebody who belongs to neither party is one of those who tell the article."""
    return who.party == "third" and (who.name or "").lower() in told_by
