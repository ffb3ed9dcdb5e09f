"""Phrases for those who made the report or worked on it, and for those who had no part in it."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset

#: Who wrote what is reported, the one document that is called so: one of the paper's three authors.
_AUTHOR = re.compile(
    r"\b(?:the|this)\s+(?:report|study|paper|audit|survey|inquiry|assessment)['’]s\s+(?:[a-z]+\s+){0,2}(?:co-)?authors?\b"
    r"|\b(?:co-)?authors?\s+of\s+the\s+(?:report|study|paper|audit|survey|inquiry|assessment)\b"
)
_UNINVOLVED = re.compile(
    r"\b(?:(?:was|were|is|are|had|has)\s+(?:not|no)\s+(?:been\s+)?(?:involved|part|connected|affiliated|among|role|hand)"
    r"|not\s+(?:involved|connected|affiliated)|uninvolved|unconnected|did\s+not\s+(?:take\s+part|work\s+on)|independent\s+of)\b"
    r"|^an?\s+(?:independent|outside|external)\s+(?:[a-z]+\s+){0,2}[a-z]+$"
)


def author(phrase: str) -> bool:
    """Whether a phrase is for somebody who wrote the report or did some of the work for it."""
    return _AUTHOR.search(phrase) is not None or _worked_on().search(phrase) is not None


def uninvolved(phrase: str) -> bool:
    """Whether a phrase tells that somebody had no part in it."""
    return _UNINVOLVED.search(phrase) is not None


@cache
def _worked_on() -> re.Pattern[str]:
    """Who did some of the work for a study: the doctoral student who wrote the software."""
    degrees, juniors, done, work = (either(wordset("speakers", key)) for key in ("degrees", "juniors", "done", "work"))
    return re.compile(
        rf"\b(?:the|an?)\s+{degrees}\s+{juniors}\s+who\s+(?:had\s+)?{done}\s+"
        rf"(?:the|its|their|most\s+of\s+the|all\s+(?:of\s+)?the)\s+(?:[a-z-]+\s+)?{work}\b"
        r"(?!\s+(?:for|at|of|by)\s+(?:an?|another|his|her|their|[A-Z])\b)"
    )
