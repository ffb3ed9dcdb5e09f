"""Which claim or recommendation a response answers, and how; the report as a whole where none can be told."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diptych.drafts import Article, Group
from diptych.pair.lexicon import odds, phrases, weights
from diptych.pair.replies import Options, replies
from diptych.pair.senses import Sense
from diptych.values import REPORT, How

#: A claim is answered where the chance is at least this, and no less than such a share of the report's.
LEAST = 0.15
BESIDE = 0.4
MOST = 3
#: The report is answered where the chance is at least this, and where no claim is.
WHOLE = 0.25


def answered(groups: Sequence[Group], articles: Sequence[Article], senses: Sequence[Sense | None]) -> list[Group]:
    """The groups, every response with what it answers; `senses` is what each of them says.

    A response answers what it is likeliest to, of all claims, all recommendations and the report, by its words, by
    what stands around it and by where the outlet tells it. It answers the report where no claim is likely.
    """
    weigh = weights("answer")
    made = list(groups)
    for place, said, options in replies(groups, articles, senses):
        found = chosen(chances(options, weigh))
        answers: list[tuple[int | str, How]] = [
            (one, "rejects" if isinstance(one, str) else _how(said, groups[one])) for one in found
        ]
        made[place] = replace(groups[place], answers=tuple(answers))
    return made


def chances(options: Options, weigh: Mapping[str, float]) -> dict[int | str, float]:
    """How likely a response answers each of what it may answer, together 1: a conditional logit (McFadden 1974)."""
    held = {one: odds(pieces, weigh) for one, pieces in options.items()}
    most = max(held.values())
    grown = {one: math.exp(value - most) for one, value in held.items()}
    total = math.fsum(grown.values())
    return {one: value / total for one, value in grown.items()}


def chosen(
    chance: Mapping[int | str, float], least: float = LEAST, beside: float = BESIDE, whole: float = WHOLE
) -> list[int | str]:
    """What a response answers: the claims that are likely enough, the likeliest first; then the report, or it alone."""
    enough = max(least, beside * chance[REPORT])
    claims = sorted((-one, place) for place, one in chance.items() if isinstance(place, int) and one >= enough)
    found: list[int | str] = [place for _, place in claims[:MOST]]
    return [*found, REPORT] if chance[REPORT] >= whole or not found else found


def _how(text: str, target: Group) -> How:
    """What a response does to what it answers, by its words."""
    if target.kind == "recommendation":
        return "rejects"
    if phrases("evidence").search(text):
        return "disputes-the-source"
    if phrases("denial").search(text):
        return "denies"
    return "gives-another-account"
