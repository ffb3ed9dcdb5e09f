"""A group's statement in one neutral sentence of ours that reads alone and says whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.lexicons import wordset
from diptych.pair.telling import telling
from diptych.spans import Span

_LONGEST = 260
_MARKS = "“”‘’\"'"
#: What was said may be put behind "says that" where the outlet puts it behind words of such a force.
_SAYING = frozenset(("says", "claims", "concludes", "acknowledges", "warns"))
#: One quotation ends and another begins; one begins that does not end.
_TWICE = re.compile(r"[’'](?!\w).*(?<!\w)[‘']\w")
_OPEN = re.compile(r"‘(?!.*’(?!\w))")
#: A word that turns what follows it around, and up to three words between it and the reporting word.
_TURNED = re.compile(
    r"(?:\b(?:not|never|nor|neither|nobody|no one|none|hardly|without|refus\w+|declin\w+|fail\w*|stop\w* short of)\b"
    r"|n['’]t\b)(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
#: Where a clause ends before the passage does: what else somebody did or said, or what the outlet makes of it.
_ASIDE = re.compile(
    r"\b(?:and|but|yet)\s+(?:also\s+|then\s+|later\s+|instead\s+)?(?:says?|said|adds?|added|told|tells|insists|insisted"
    r"|argues|argued|denies|denied|warns|warned|calls|called|asks|asked|urges|urged|refuses|refused|declines|declined"
    r"|accuses|accused|demands|demanded|promises|promised|rejects|rejected|blames|blamed|put)\b"
    r"|[,;]\s+(?:and|but|yet)\s+(?:has|have|had)\b"
    r"|[,’]\s+(?:in\s+)?an?\s+(?:\w+\s+){0,2}(?:reference|allusion|nod|dig|swipe|jibe|jab)\s+(?:to|at)\b",
    re.IGNORECASE,
)


def statement(group: Group, speakers: Mapping[str, Speaker], articles: Sequence[Article]) -> str:
    """The group's most telling passage, attributed: X says that …; X asks Y to …; X says: “…” where it is all quoted.

    What happened is told with its date and nobody's name. What somebody denies, doubts or is told not to have said is
    never told as said, nor what stands behind what was said: there the outlet's sentence stands from its first word on.
    """
    chosen = telling(group, articles)
    article = articles[chosen.article]
    said = _shown(chosen.span.of(article.seed.text))
    if group.kind == "event":
        return f"{chosen.date}: “{said}”" if chosen.date else f"“{said}”"
    who = _name(chosen.speaker, speakers) or "An unnamed speaker"
    who = f"{who[0].upper()}{who[1:]}"
    if chosen.mode != "direct":
        before = _before(chosen, article)
        turned = _turned(chosen, before) or _beyond(said)
        if chosen.force == "denies" and said.startswith("that ") and not turned:
            return _stopped(f"{who} denies {said}")
        if turned or (before and chosen.force not in _SAYING and group.kind != "recommendation"):
            whole = Span(chosen.span.start - len(before), chosen.span.end)
            return f"{who}, in an outlet’s words: “{_shown(whole.of(article.seed.text))}”"
    if group.kind == "recommendation":
        return _asked(who, _name(chosen.addressee, speakers), said, chosen.mode == "direct")
    if chosen.mode != "direct" and said.startswith("that "):
        return _stopped(f"{who} says {said}")
    if chosen.mode != "direct":  # the marks hold what the outlet wrote, which need not be what was said
        return f"{who}, in an outlet’s words: “{said}”"
    return f"{who} says: “{said}”"


def _asked(who: str, whom: str | None, said: str, direct: bool) -> str:
    """What is asked for, as it can be told after "asks"; else in the words that it is asked in."""
    if whom and said.startswith("to "):
        return _stopped(f"{who} asks {whom} {said}")
    if direct:
        return f"{who} asks: “{said}”"
    if whom and said.partition(" ")[0] in wordset("asks", "imperatives"):
        return _stopped(f"{who} asks {whom} to {said}")
    if said.startswith("that ") or (whom and said.lower().startswith(f"{whom.lower()} to ")):
        return _stopped(f"{who} asks {said}")
    return f"{who} asks, in an outlet’s words: “{said}”"


def _before(chosen: Statement, article: Article) -> str:
    """The words of the passage's sentence that stand before it."""
    inside = (one.span for one in article.sentences if one.span.start <= chosen.span.start < one.span.end)
    start = next((span.start for span in inside), chosen.span.start)
    return article.seed.text[start : chosen.span.start]


def _turned(chosen: Statement, before: str) -> bool:
    """Whether the reporting word before a passage has a negation before it, as in "would not accept that"."""
    head = before.rpartition(chosen.cue)[0] if chosen.cue else before
    return bool(_TURNED.search(head))


def _beyond(said: str) -> bool:
    """Whether what could be put behind "says" is only part of a passage: that it was late, but denied it."""
    return said.startswith(("that ", "to ")) and _ASIDE.search(re.sub(r"‘.*?’(?!\w)", "‘’", said)) is not None


def _name(given: str | None, speakers: Mapping[str, Speaker]) -> str | None:
    held = speakers.get(given or "")
    return held.name if held else None


def _stopped(told: str) -> str:
    """A sentence with a stop, where no other sign ends it."""
    return told if told.rstrip("’").endswith(("…", "!", "?")) else f"{told}."


def _shown(text: str) -> str:
    """The passage without marks around it, with single ones inside, cut at a word where it is long."""
    plain = re.sub(r"\s+", " ", text).strip().strip(" ,;.")
    several = set(plain[1:-1]) & set('“”"') or (plain[:1] in "‘'" and _TWICE.search(plain[1:-1]))
    if plain[:1] in _MARKS and plain[-1:] in _MARKS and not several:
        plain = plain[1:-1].strip(" ,;.")
    plain = _closed(re.sub(r"[“”\"]", "’", re.sub(r"(?:(?<=[\s(\[—–-])|^)[“\"]", "‘", plain)))
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
        plain += "’" if _OPEN.search(plain) else ""
    return plain


def _closed(plain: str) -> str:
    """A passage without the mark of a quotation of which it holds one end only, nor a stop before its last one."""
    plain = re.sub(r"[,;.](?=[’']$)", "", plain)
    if plain.startswith("‘") and not re.search(r"’(?!\w)", plain):
        plain = plain[1:]
    if plain.endswith("’") and not re.search(r"(?:^|(?<=[\s(\[]))[‘']", plain):
        plain = plain[:-1].rstrip(" ,;.")
    return plain
