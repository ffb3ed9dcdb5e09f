"""Figures in running text, in digits or in words, with their value and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from diptych.lexicons import either, wordset
from diptych.months import numbers
from diptych.pair.lexicon import word_list
from diptych.pair.words import stem, stop, words
from diptych.spans import Span

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "dozen": 12.0,
}  # fmt: skip
_PARTS = {"half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5,
          "fifths": 1 / 5}  # fmt: skip
_MANY = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
#: What a share is told with, as "one in six" is, and of how many.
_OUT_OF = tuple([*one, *other] for other in (["every"], ["each"], []) for one in (["in"], ["out", "of"]))
_WHOLES = frozenset((*map(float, range(2, 13)), 20.0, 100.0, 1000.0, 100_000.0))
#: Spans of time by their stems, in days.
DAYS = {
    "dai": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "mth": 30.44, "year": 365.25, "yr": 365.25,
    "hour": 1 / 24, "hr": 1 / 24, "minut": 1 / 1440, "min": 1 / 1440,
}  # fmt: skip
#: The best grade: more stars than that are counted.
_BEST = 5
#: Between a number and what it counts.
_BETWEEN = frozenset(
    ("-", "of", "the", "'", '"', "“", "‘", "more", "other", "than", "some", "a", "their", "its", "his", "her", "them")
)
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
#: How a hundredth is written.
PERCENT = r"(?:%|per ?cent\b|pct\b|p ?\. ?c\b|pc\b)"
_PERCENT = re.compile(PERCENT)
#: The same right behind a figure.
SHARE = re.compile(rf"\s?{PERCENT}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MONEY = re.compile(r"(?:[£$€₹¥]|\b(?:Rs\.?|[A-Z]{1,3}\$?))\s?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: where it stands, its value, the stems of what it counts; of dozens, it is `vague`."""

    span: Span
    value: float
    units: tuple[str, ...]
    vague: bool = False
    money: bool = False


class _Token(NamedTuple):
    text: str
    start: int
    end: int


@cache
def _ones() -> dict[str, float]:
    return {word: float(value) for value, word in enumerate(word_list("ones"))}


@cache
def _tens() -> dict[str, float]:
    return {word: 10.0 * value for value, word in enumerate(word_list("tens"), 2)}


@cache
def number_words() -> frozenset[str]:
    """The words of numbers: without one of them there is no number in words."""
    return frozenset((*_ones(), *_tens(), *_SCALES, *_PARTS, *_MANY, "tens"))


def scale(written: str) -> float:
    """By how much the last word of a number, as it is written, multiplies what stands before it: 7 million, £7m."""
    last = re.search(r"[^\W\d_]+$", written.lower())
    return _SCALES.get(last[0], 1.0) if last else 1.0


def figures(text: str, within: Span | None = None) -> list[Figure]:
    """The figures of a text, or of a stretch of it, in order; years, dates, pages and ordinals are none."""
    start, end = within or Span(0, len(text))
    if not _DIGIT.search(text, start, end) and number_words().isdisjoint(words(text[start:end])):
        return []
    tokens = [_Token(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        read = _number(tokens, at)
        if read is None:
            at += 1
            continue
        value, after = read
        share = _share(tokens, at, value, after)
        if share is not None:
            found.append(share[0])
            at = share[1]
            continue
        figure = _figure(text, tokens, at, after, value)
        if figure is not None:
            found.append(figure)
        at = after
    return found


def _figure(text: str, tokens: list[_Token], at: int, after: int, value: float) -> Figure | None:
    first, last = tokens[at], tokens[after - 1]
    before = tokens[at - 1].text if at else ""
    following = tokens[after].text if after < len(tokens) else ""
    digits = first.text[0].isdecimal()
    plain = digits and after == at + 1
    if plain and re.fullmatch(r"(1[89]|20)\d\d", first.text) and not _counts(tokens, after):
        return None
    months = numbers()
    if before in wordset("pairing", "numbered") or (digits and (before in months or following in months)):
        return None
    if plain and (
        (before in ("/", ":", "(") and following in ("/", ":")) or following in ("am", "pm", "th", "st", "nd")
    ):
        return None
    if plain and at > 1 and _hyphened(*tokens[at - 2 : at + 1]):
        return None
    if value <= _BEST and _grade().match(text, last.end):
        return None
    glued = text[max(0, first.start - 4) : first.start]
    money = bool(digits and _MONEY.search(glued))
    if not money and text[first.start - 1 : first.start].isalpha():
        return None
    middle = tokens[at + 1].text if first.text in ("a", "an") and last.text == "half" and after == at + 5 else ""
    units = (stem(middle),) if middle else _units(tokens, after)
    if value == 1 and not digits and after == at + 1 and following != "-":
        return None
    vague = first.text in _MANY or "tens" in (first.text, before)
    begin = first.start - (len(_MONEY.search(glued)[0]) if money else 0)  # type: ignore[index]
    return Figure(Span(begin, last.end), value, units, vague, money)


def _hyphened(word: _Token, sign: _Token, number: _Token) -> bool:
    """Whether a hyphen makes one word of another and a number: covid-19, and not "fell to -5"."""
    return sign.text == "-" and word.text.isalpha() and word.end == sign.start and sign.end == number.start


def _share(tokens: list[_Token], at: int, value: float, after: int) -> tuple[Figure, int] | None:
    """The share that "one in six", "9 out of ten" and "94 in every hundred" are, and the place after it."""
    joined = next((one for one in _OUT_OF if [token.text for token in tokens[after : after + len(one)]] == one), None)
    if joined is None:
        return None
    read = _number(tokens, after + len(joined)) if after + len(joined) < len(tokens) else None
    if read is None or not 0 < value < read[0] or read[0] not in _WHOLES:
        return None
    units = _units(tokens, read[1])
    if units[:1] == ("%",) or not DAYS.keys().isdisjoint(units[:1]):
        return None
    return Figure(Span(tokens[at].start, tokens[read[1] - 1].end), 100 * value / read[0], ("%", *units)), read[1]


@cache
def _grade() -> re.Pattern[str]:
    """What follows a number that grades and counts nothing: five-star, two stars, one- and (two-star)."""
    return re.compile(rf"(?:-\s+(?:and|or|to)\s+\w+)?[-\s]{either(wordset('pairing', 'grades'))}\b")


def _number(tokens: list[_Token], at: int) -> tuple[float, int] | None:
    """The number that starts at a token, and the place after it."""
    word = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if word in ("tens", "hundreds", "thousands") and following == "of":
        many = tokens[at + 2].text if at + 2 < len(tokens) else ""
        if many in _MANY and _MANY[many] > _MANY.get(word, 10.0):
            return _MANY.get(word, 10.0) * _MANY[many], at + 3
    if word in _MANY and (word != "scores" or following == "of"):
        return _MANY[word], at + 1
    if word in ("a", "an") and (following in _PARTS or (following in _SCALES and len(following) > 2)):
        if following in _PARTS and following != "half":
            return None
        at += 1
        word = following
    if word in ("a", "an") and [one.text for one in tokens[at + 2 : at + 5]] == ["and", "a", "half"]:
        return 1.5, at + 5
    if not (word[0].isdecimal() or word in _ones() or word in _tens() or word in ("hundred", "half")):
        return None
    if word == "second" or (word == "half" and following in ("-", "a", "an", "past", "time", "way")):
        return None
    total = current = 0.0
    started = False
    while at < len(tokens):
        word = tokens[at].text
        near = not started or tokens[at].start - tokens[at - 1].end <= 1
        if not near:
            break
        if word[0].isdecimal() and not started:
            current = float(word.replace(",", ""))
        elif word in _tens() and (not started or current % 100 == 0):
            current += _tens()[word]
        elif word in _ones() and (not started or (current % 10 == 0 and (current % 100 == 0 or _ones()[word] < 10))):
            current += _ones()[word]
        elif word in _SCALES and (len(word) > 2 or started):
            times = _SCALES[word]
            if times == 100.0:
                current = (current or 1) * times
            else:
                total += (current or 1) * times
                current = 0.0
        elif word in _PARTS and (word == "half" or started):
            current = (current or 1) * _PARTS[word]
            return total + current, at + 1
        elif started and word == "and" and [one.text for one in tokens[at + 1 : at + 3]] == ["a", "half"]:
            return total + current + 0.5, at + 3
        elif started and word in ("-", "and") and _goes_on(tokens, at, total + current):
            at += 1
            continue
        else:
            break
        started = True
        at += 1
    return (total + current, at) if started else None


def _goes_on(tokens: list[_Token], at: int, value: float) -> bool:
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if tokens[at].text == "-":
        tens = value >= 20 and value % 10 == 0 and value % 100 != 0 and 0 < _ones().get(following, 0) < 10
        return tens or following in _PARTS or (following in _SCALES and len(following) > 2)
    return value >= 100 and value % 100 == 0 and (following in _ones() or following in _tens())


def _counts(tokens: list[_Token], after: int) -> bool:
    """Whether a noun that can be counted follows at once."""
    return (
        after < len(tokens)
        and tokens[after].text.isalpha()
        and tokens[after].text.endswith("s")
        and (tokens[after].text not in stop())
    )


def _units(tokens: list[_Token], after: int) -> tuple[str, ...]:
    """The stems of the noun phrase that follows: what is counted is among them."""
    units: list[str] = []
    at = after
    if _PERCENT.match(" ".join(one.text for one in tokens[at : at + 3])):
        return ("%",)
    while at < len(tokens) and len(units) < 3 and at < after + 7:
        word = tokens[at].text
        if word in _BETWEEN or (not units and (word.endswith(("'s", "’s")) or _number(tokens, at) is not None)):
            at += 1
            continue
        if not word[0].isalpha() or (word in stop() and units) or word in wordset("pairing", "to_another"):
            break
        if word not in stop():
            units.append(stem(word))
        at += 1
    return tuple(units)
