"""A group's statement in one neutral sentence of ours that reads alone and says whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diptych.drafts import Article, Group, Speaker, Statement

_LONGEST = 260
_MARKS = "“”‘’\"'"


def statement(group: Group, speakers: Mapping[str, Speaker], articles: Sequence[Article]) -> str:
    """“<Speaker> says: “…”” with the group's most telling passage; never longer than a few lines."""
    chosen = _telling(group, articles)
    text = chosen.span.of(articles[chosen.article].seed.text)
    if group.kind == "event":
        return f"{chosen.date}: “{_shown(text)}”" if chosen.date else f"“{_shown(text)}”"
    held = speakers.get(chosen.speaker or "")
    who = held.name if held else "An unnamed speaker"
    verb = "asks" if group.kind == "recommendation" else "says"
    return f"{who[0].upper()}{who[1:]} {verb}: “{_shown(text)}”"


def _telling(group: Group, articles: Sequence[Article]) -> Statement:
    """The passage of middling length: short ones do not read alone, long ones say more than one thing."""
    held = sorted(
        group.statements,
        key=lambda one: (abs(one.span.end - one.span.start - 120), articles[one.article].seed.file, one.span),
    )
    return held[0]


def _shown(text: str) -> str:
    """The passage without marks around it, with single ones inside, cut at a word where it is long."""
    plain = re.sub(r"\s+", " ", text).strip().strip(_MARKS + " ,;")
    plain = re.sub(r"[“”\"]", "’", re.sub(r"(?:(?<=\s)|^)[“\"]", "‘", plain))
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return plain
