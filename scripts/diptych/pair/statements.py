"""A group's statement in one neutral sentence of ours that reads alone and says whose it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.lexicons import begun, lexicon, wordset
from diptych.pair.shown import shown, spoken, unnamed
from diptych.pair.telling import asked, telling
from diptych.pair.words import stop
from diptych.spans import Span
from diptych.values import Kind

#: What was said may be put behind "says that" where the outlet puts it behind words of such a force.
_SAYING = frozenset(("says", "claims", "concludes", "acknowledges", "warns"))
#: Rules that find who says it beside what is said, between commas or at its end.
_BESIDE = frozenset(("said-aside", "said-after", "said-inverted", "according-to"))
#: Rules that find what a reporting word is about, which says little without it: the sentence stands where it is short.
_OBJECTS = frozenset(("said-object", "said-preposition"))
_WHOLE = 240
#: How several do what one does.
_OF_MANY = {"says": "say", "says:": "say:", "asks": "ask", "asks:": "ask:", "asks,": "ask,", "denies": "deny"}
#: What somebody or something is called, besides the one who is called so.
_COMPLEMENT = re.compile(r"\s‘|\ban? ")


def statement(group: Group, speakers: Mapping[str, Speaker], articles: Sequence[Article]) -> str:
    """The group's most telling passage, attributed: X says that …; X asks Y to …; X says: “…” where it is all quoted.

    What happened is told in nobody's name. What somebody denies, doubts or is told not to have said is
    never told as said, nor what stands behind what was said: there the outlet's sentence stands from its first word on.
    """
    chosen = telling(group, articles)
    if group.kind == "event":
        return f"“{shown(chosen.span.of(articles[chosen.article].seed.text))}”"
    name = _name(chosen.speaker, speakers) or "An unnamed speaker"
    who = f"{name[0].upper()}{name[1:]}"
    told = _stated(group, chosen, speakers, articles[chosen.article], who)
    if name == who or not _patterns()["many"].match(name):
        return told
    verb, _, rest = told.removeprefix(f"{who} ").partition(" ")
    of_many = _OF_MANY | {one: one.removesuffix("s") for one in _calling().values()}
    return f"{who} {of_many[verb]} {rest}" if verb in of_many else told


@cache
def _calling() -> dict[str, str]:
    """The forms of the verbs by which somebody calls something so, each with that which tells it of one."""
    return {form: verb for verb, forms in lexicon("statements")["calling"].items() for form in forms.split()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What passages and names are known by, by what it tells."""
    some = {key: begun(wordset("statements", key)) for key in lexicon("statements") if key != "calling"}
    return {
        # several who speak, by a word that names them and nobody
        "many": re.compile(
            rf"(?:(?!{some['of_whom']}\b)[\w’'-]+ )*?(?:{some['many']}|[a-z]\w*[^su\W]s)(?:$| {some['of_whom']} )"
        ),
        "verb": re.compile(rf"\b{some['finite']}\b|n['’]t\b"),
        "pronoun": re.compile(rf"{some['subjects']} [a-z]", re.IGNORECASE),
        "relative": re.compile(rf"\b{some['relative']}\b", re.IGNORECASE),
        "joined": re.compile(rf"{some['joined']}\s+"),
        # what turns around, and up to three words between it and the reporting word
        "turned": re.compile(rf"(?:\b{some['turns']}\b|n['’]t\b)(?:\W+\w+){{0,3}}\W*$", re.IGNORECASE),
        # where a clause ends before the passage does
        "aside": re.compile(
            rf"\b{some['joined']}\s+(?:{some['before_it']}\s+)?{some['goes_on']}\b|[,;]\s+{some['joined']}\s+(?:has|have|had)\b"
            rf"|[,’]\s+(?:in\s+)?an?\s+(?:\w+\s+){{0,2}}{some['allusions']}\s+(?:to|at)\b",
            re.IGNORECASE,
        ),
    }


def _stated(group: Group, chosen: Statement, speakers: Mapping[str, Speaker], article: Article, who: str) -> str:
    """The statement, as of one who speaks."""
    text = chosen.span.of(article.seed.text)
    if chosen.mode == "direct":
        said = shown(spoken(text))
        return f"{who} asks: “{said}”" if group.kind == "recommendation" else f"{who} says: “{said}”"
    before = _before(chosen, article)
    cue = chosen.cue if chosen.rule in _BESIDE else None
    said = shown(unnamed(text, cue, who, " …"))
    turned = _turned(chosen, before, _after(chosen, article)) or (said.startswith(("that ", "to ")) and _beyond(said))
    clause = None if turned else _clause(group.kind, chosen, article, before, shown(unnamed(text, cue, who, "")), who)
    if clause:
        return _stopped(f"{who} {clause}")
    part = chosen.force not in _SAYING or (chosen.rule in _OBJECTS and len(before) + len(text) < _WHOLE)
    if turned or (before and part and group.kind != "recommendation"):
        whole = Span(chosen.span.start - len(before), chosen.span.end)
        return f"{who}, in an outlet’s words: “{shown(whole.of(article.seed.text))}”"
    if group.kind == "recommendation":
        return _asked(who, _name(chosen.addressee, speakers), said)
    return f"{who}, in an outlet’s words: “{said}”"  # which need not be what was said


def _clause(kind: Kind, chosen: Statement, article: Article, before: str, said: str, who: str) -> str | None:
    """What may stand behind a name: "says that …", "denies that …", "calls …"; None where the outlet tells no clause.

    It tells one behind "that" or the reporting word itself, and before that word where the passage is a sentence.
    """
    if said.startswith("that ") and chosen.force == "denies":
        return f"denies {said}"
    if kind == "recommendation" or (before and chosen.force not in _SAYING):
        return None
    if said.startswith("that "):
        return f"says {said}"
    after = bool(chosen.cue) and before.rstrip().endswith(chosen.cue or "")
    verb = _calling().get((chosen.cue or "").lower())
    if chosen.rule == "said-object" and after and verb and _COMPLEMENT.search(said):
        return f"{verb} {said}"
    if chosen.force not in _SAYING or said.endswith("?") or not _finite(said) or _beyond(said):
        return None
    if re.match(rf"(?:\S+ ){{0,3}}{re.escape(who.split()[-1])}\b", said):
        return None  # somebody of whom the sentence itself tells is not heard in all of it
    if chosen.rule == "said-clause" and after and said.partition(" ")[0].lower() not in wordset("pairing", "no_clause"):
        return f"says that {said}"
    if chosen.rule in _BESIDE and not before.strip() and (lowered := _lowered(said, article.seed.text)):
        return f"says that {lowered}"
    return None


def _finite(said: str) -> bool:
    """Whether a passage is a clause, as far as little words tell: it has a verb besides those of its relative ones."""
    known = _patterns()
    verbs = [match.start() for match in known["verb"].finditer(said)]
    relative = known["relative"].findall(said, 0, verbs[-1]) if verbs else []
    return bool(known["pronoun"].match(said)) or len(verbs) > len(relative)


def _lowered(said: str, text: str) -> str | None:
    """A sentence as it goes on behind "that": a small letter first, but in a name; None where that is not known."""
    joined = _patterns()["joined"].match(said)
    said = said[joined.end() if joined else 0 :]
    first = said.partition(" ")[0].strip("’',")
    if first.lower() in wordset("pairing", "not_behind_that") or not first[:1].isalnum():
        return None
    if not first[0].isupper() or (first.isupper() and len(first) > 1):
        return said
    word = re.escape(first)
    named = len(re.findall(rf"(?<!\S)[a-z’'-]+,? {word}\b", text))
    common = len(re.findall(rf"(?<!\w){word.lower()}\b", text))
    if common > named or (not named and first.lower().partition("-")[0] in stop()):
        return said[0].lower() + said[1:]
    return said if named else None


def _asked(who: str, whom: str | None, said: str) -> str:
    """What is asked for, as it can be told after "asks"; else in the words that it is asked in."""
    if whom and said.startswith("to "):
        return _stopped(f"{who} asks {whom} {said}")
    if whom and said.partition(" ")[0] in wordset("asks", "imperatives"):
        return _stopped(f"{who} asks {whom} to {said}")
    if asked(said) or (whom and said.lower().startswith(f"{whom.lower()} to ")):
        return _stopped(f"{who} asks {'the' + said[3:] if said.startswith('The ') else said}")
    return f"{who} asks, in an outlet’s words: “{said}”"


def _before(chosen: Statement, article: Article) -> str:
    """The words of the passage's sentence that stand before it."""
    inside = (one.span for one in article.sentences if one.span.start <= chosen.span.start < one.span.end)
    start = next((span.start for span in inside), chosen.span.start)
    return article.seed.text[start : chosen.span.start]


def _after(chosen: Statement, article: Article) -> str:
    """The words of the passage's sentence that stand behind it."""
    inside = (one.span for one in article.sentences if one.span.start < chosen.span.end <= one.span.end)
    end = next((span.end for span in inside), chosen.span.end)
    return article.seed.text[chosen.span.end : end]


def _turned(chosen: Statement, before: str, after: str) -> bool:
    """Whether the reporting word before or behind a passage has a negation before it: "would not accept that"."""
    head = before.rpartition(chosen.cue)[0] if chosen.cue else before
    tail = after.partition(chosen.cue)[0] if chosen.cue and chosen.rule in _BESIDE else ""
    turned = _patterns()["turned"]
    return bool(turned.search(head) or turned.search(tail))


def _beyond(said: str) -> bool:
    """Whether what could be put behind "says" is only part of a passage: that it was late, but denied it."""
    return _patterns()["aside"].search(re.sub(r"‘.*?’(?!\w)", "‘’", said)) is not None


def _name(given: str | None, speakers: Mapping[str, Speaker]) -> str | None:
    held = speakers.get(given or "")
    return held.name if held else None


def _stopped(told: str) -> str:
    """A sentence with a stop, where no other sign ends it."""
    return told if told.rstrip("’").endswith(("…", "!", "?")) else f"{told}."
