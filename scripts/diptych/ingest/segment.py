"""Sentences of a paragraph.

Boundaries come from nupunkt, which applies the Punkt method (Kiss and Strunk 2006) with a trained model. It takes many
a common word for an abbreviation when a capital or a quotation mark follows; those boundaries are put back here, and
the few that it sets where a sentence goes on are taken out. Several sentences of one quotation are several sentences.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import nupunkt

from diptych.lexicons import either, wordset
from diptych.spans import Span

#: Longer runs without white space are no words, and nupunkt's time grows with their square.
_RUN = re.compile(r"\S{300,}")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")
#: The social network, which shortens nothing: he posted on X.
_NETWORK = re.compile(r"\b(?:on|to|via) X$")
_GAP = re.compile(r"\s+")
_OPENERS = frozenset("\"'“‘«([")
_CLOSERS = "\"'”’»)]"
_CLOSING = re.compile(r"[”’»)\]]+")
_LABEL = re.compile(r"[A-Z][A-Za-z]{2,}:")
_ASKED = re.compile(r"[!?][\"”’'»]+$")
#: How many words after a quotation are looked at for the verb of its speaker.
_SPEAKER_WORDS = 9


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph: in order, trimmed, and together all of it but the white space between them."""
    piece = text[paragraph.start : paragraph.end]
    starts = _rejoined(piece, _closed(piece, sorted({0, *_nupunkt(piece), *_missed(piece), *_after_icons(piece)})))
    edges = [*starts, len(piece)]
    spans = (Span(start, end).trimmed(piece).shifted(paragraph.start) for start, end in pairwise(edges))
    return [span for span in spans if span.end > span.start]


@cache
def _tokenizer() -> nupunkt.PunktSentenceTokenizer:
    return nupunkt.load("default")


def _nupunkt(piece: str) -> list[int]:
    """Where nupunkt starts a sentence."""
    masked = _RUN.sub(lambda run: "x" * len(run.group()), piece)
    return [start for start, _ in _tokenizer().iter_spans(masked)]


def _missed(piece: str) -> list[int]:
    """Starts after a full stop that is no abbreviation's: a whole word before it, a capital or a quotation after it."""
    found = []
    for stop in _STOP.finditer(piece):
        gap = _GAP.match(piece, stop.end())
        if gap is None or gap.end() == len(piece):
            continue
        head = piece[gap.end() : gap.end() + 2]
        opens = head[0] in _OPENERS and (head[1:].isupper() or head[1:].isdigit())
        if not (opens or head[0].isupper()):
            continue
        word = _word_before(piece, stop.start())
        if word == "X" and _NETWORK.search(piece, max(0, stop.start() - 10), stop.start()):
            found.append(gap.end())
            continue
        short = len(word) < 3 and word not in wordset("sentences", "short")
        cut = word.casefold() in wordset("sentences", "abbreviations")
        cut = cut and not piece.endswith("per cent", 0, stop.start())
        if short or cut or not word.isalpha():
            continue
        if opens or word.islower() or _LABEL.match(piece, gap.end()):
            found.append(gap.end())
    return found


def _word_before(piece: str, at: int) -> str:
    """The letters that end at a place, with what sticks to them before a space."""
    words = piece[max(0, at - 40) : at].split()
    return words[-1].lstrip("\"'“‘«([").rsplit("-")[-1].rsplit("’")[0].rsplit("'")[0] if words else ""


@cache
def _icons() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){either(wordset('clutter', 'icons'))}(?!\S)")


def _after_icons(piece: str) -> list[int]:
    """Starts of the names of icons, and of what follows them."""
    found = []
    for icon in _icons().finditer(piece):
        after = _GAP.match(piece, icon.end())
        found.append(icon.start())
        if after is not None and after.end() < len(piece):
            found.append(after.end())
    return found


def _closed(piece: str, starts: list[int]) -> list[int]:
    """Starts moved past closing marks; none before a stretch that holds no letter or digit."""
    kept: list[int] = []
    for start, end in pairwise([*starts, len(piece)]):
        closing = _CLOSING.match(piece, start, end)
        place = closing.end() if closing else start
        if start == 0:
            kept.append(0)
        elif any(sign.isalnum() for sign in piece[place:end]):
            kept.append(place)
    return kept


def _rejoined(piece: str, starts: list[int]) -> list[int]:
    """Starts without those between a title and a name, money and its sum, a quotation and who speaks it."""
    kept = starts[:1]
    for start, end in pairwise([*starts[1:], len(piece)]):
        before = piece[max(0, start - 60) : start].rstrip()
        word = _word_before(before, len(before) - 1) if before.endswith(".") else ""
        capital = word[:1].isupper() and not word[1:].isupper()
        if capital and word.casefold() in wordset("sentences", "titles"):
            continue
        if capital and piece[start].isdigit() and word.casefold() in wordset("sentences", "numbered"):
            continue
        if _ASKED.search(before) and _names_speaker(piece[start : min(end, start + 200)]):
            continue
        kept.append(start)
    return kept


def _names_speaker(tail: str) -> bool:
    """Whether a sentence is a name and a verb of saying, which belong to the quotation before it."""
    words = tail.split()[: _SPEAKER_WORDS + 1]
    if not words or words[0][0] in _OPENERS or words[0] in ("He", "She", "They", "It", "I", "We"):
        return False
    for place, word in enumerate(words[1:], 1):
        bare = word.rstrip(".,;:!?" + _CLOSERS)
        if bare in wordset("sentences", "reporting"):
            ends = bare != word or place + 1 == len(words)
            return ends or words[place + 1].strip(".,;") in wordset("sentences", "after-reporting")
        if word[-1] in ".!?":
            return False
    return False
