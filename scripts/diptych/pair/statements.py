"""A group's statement in one neutral sentence of ours that reads alone and says whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diptych.drafts import Article, Group, Speaker, Statement

_LONGEST = 260
_MARKS = "“”‘’\"'"


def statement(group: Group, speakers: Mapping[str, Speaker], articles: Sequence[Article]) -> str:
    """The group's most telling passage, attributed: X says that …; X asks Y to …; X says: “…” where it is all quoted.

    What happened is told with its date and nobody's name.
    """
    chosen = _telling(group, articles)
    said = _shown(chosen.span.of(articles[chosen.article].seed.text))
    if group.kind == "event":
        return f"{chosen.date}: “{said}”" if chosen.date else f"“{said}”"
    who = _name(chosen.speaker, speakers) or "An unnamed speaker"
    who = f"{who[0].upper()}{who[1:]}"
    if group.kind == "recommendation":
        asked = _name(chosen.addressee, speakers)
        if asked and said.startswith("to "):
            return f"{who} asks {asked} {said}."
        if asked and chosen.mode != "direct" and said.lower().startswith(f"{asked.lower()} to "):
            return f"{who} asks {said}."
        return f"{who} asks: “{said}”"
    if chosen.mode != "direct" and said.startswith("that "):
        return f"{who} says {said}."
    if chosen.mode != "direct":  # the marks hold what the outlet wrote, which need not be what was said
        return f"{who}, in an outlet’s words: “{said}”"
    return f"{who} says: “{said}”"


def _name(given: str | None, speakers: Mapping[str, Speaker]) -> str | None:
    held = speakers.get(given or "")
    return held.name if held else None


def _telling(group: Group, articles: Sequence[Article]) -> Statement:
    """The passage of middling length: short ones do not read alone, long ones say more than one thing.

    A rewrite's wording is nobody's, and is taken only where there is no other.
    """
    return min(
        group.statements,
        key=lambda one: (
            articles[one.article].kind == "rewrite",
            abs(one.span.end - one.span.start - 120),
            articles[one.article].seed.file,
            one.span,
        ),
    )


def _shown(text: str) -> str:
    """The passage without marks around it, with single ones inside, cut at a word where it is long."""
    plain = re.sub(r"\s+", " ", text).strip().strip(" ,;.")
    if plain[:1] in _MARKS and plain[-1:] in _MARKS and not set(plain[1:-1]) & set('“”"'):
        plain = plain[1:-1].strip(" ,;.")
    plain = re.sub(r"[“”\"]", "’", re.sub(r"(?:(?<=\s)|^)[“\"]", "‘", plain))
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return plain
