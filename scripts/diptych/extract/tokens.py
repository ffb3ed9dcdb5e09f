"""A text cut into words and marks, each with its place and its word class.

Word classes are single letters: D determiner, P pronoun, O object pronoun, R relative or question word, H "that",
I preposition, T "to", C conjunction, S subordinator, A auxiliary, V finite or past verb, v plain verb, W verb or noun,
G -ing form, E participle, B adverb, J adjective, N noun, X name, M number, Y time, Z possessive, q quotation mark,
the marks themselves `, ; : . ( )`, `-` for a dash and `%` for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from diptych.extract.lexicon import Lexicon

# Each branch starts with a different kind of character and holds no nested repetition over the same characters,
# so that matching is linear.
_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?(?:['’]s\b)?                 # U.N., a.m., e.g
  | [@\#$£€¥]?\w[\w\u0300-\u036f]*(?:(?:[-.&/]|[,](?=\d\d\d)|['’ʼ](?=[^\W\d_]))\w[\w\u0300-\u036f]*)*   # words, numbers
  | ''|``|["'“”‘’„‟«»‹›‚‛]                                               # quotation marks
  | \.{2,}|…
  | --+|[-–—―‒]
  | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:['’ʼ](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_CURLY = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_QUOTES = frozenset("\"'“”‘’„‟«»‹›‚‛")
_DASHES = frozenset("-–—―‒")
_MARKS = {",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "…": ".", "(": "(", ")": ")", "[": "(", "]": ")"}


@dataclass(slots=True)
class Tokens:
    """Parallel lists: where each token stands, its lower-case form and its class."""

    start: list[int]
    end: list[int]
    word: list[str]
    tag: list[str]

    def __len__(self) -> int:
        return len(self.start)


_ALSO = frozenset(("also", "now", "rather", "dearly", "much", "certainly"))


def shape_tag(word: str, lower: str) -> str:
    """The class that the look of an unknown word suggests."""
    first = word[0]
    if first.isdigit() or (first in "$£€¥#" and len(word) > 1):
        return "M"
    if first.isupper() or first == "@":
        return "X"
    if not first.isalnum():
        return "%"
    if lower.endswith("ly") and len(lower) > 4:
        return "B"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith("ed") and len(lower) > 4:
        return "V"
    return "N"


def _tag(word: str, lower: str, tags: Mapping[str, str]) -> str:
    known = tags.get(lower)
    if lower == "that":
        return "H"
    if lower == "to":
        return "T"
    if known is None:
        return shape_tag(word, lower)
    if word[0].isupper() and known not in "DPORICSAB" and lower != word:
        return "Y" if known == "Y" else "X"
    if known == "A" and word[0].isupper() and lower in ("may", "will"):
        return "X"
    return known


def _abbreviates(text: str, first: int, stop: int, after: int, known: frozenset[str]) -> bool:
    """Whether the full stop at `stop` is part of the word that starts at `first`: Mr., John E. Smith, B. there."""
    word = text[first:stop]
    if (text[after : after + 1] in (",", ";") and word[-1].isalpha()) or word.lower() in known:
        return True
    if len(word) != 1 or not word.isupper() or word == "I":
        return False
    following = text[after : after + 2]
    return len(following) == 2 and following[0].isspace() and following[1].isalpha()


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """All tokens of a text in order; nothing but white space lies between them."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    tags = lexicon.tags
    abbreviations, months = lexicon.sets["abbreviations"], lexicon.sets["months"]
    memory: dict[str, tuple[str, str]] = {}
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        first = raw[0]
        if first in _MARKS and (len(raw) == 1 or first == "."):
            mark = _MARKS[first]
            if (
                mark == "."
                and raw == "."
                and words
                and ends[-1] == start
                and _abbreviates(text, starts[-1], start, end, abbreviations)
            ):
                ends[-1] = end
                continue
            words.append(raw)
            classes.append(mark)
        elif first in _QUOTES or raw in ("''", "``"):
            words.append(raw)
            classes.append("q")
        elif first in _DASHES:
            words.append(raw)
            classes.append("-")
        else:
            seen = memory.get(raw)
            if seen is None:
                lower = raw.lower().translate(_CURLY)
                seen = memory[raw] = (lower, _tag(raw, lower, tags))
            lower, tag = seen
            clitic = "'" in lower and _CLITIC.search(raw)
            if clitic and clitic.start() > 0:
                middle = start + clitic.start()
                head = text[start:middle]
                low_head = head.lower().translate(_CURLY)
                starts.append(start)
                ends.append(middle)
                words.append(low_head)
                classes.append(_tag(head, low_head, tags))
                start = middle
                lower = clitic.group().lower().translate(_CURLY)
                tag = "A" if lower != "'s" or classes[-1] in "PRH" or low_head in ("there", "here") else "Z"
                if low_head == "let":
                    tag = "A"
            if tag == "Y" and lower in months and classes and classes[-1] == "X" and ends[-1] + 1 == start:
                tag = "Y" if text[end + 1 : end + 2].isdigit() else "X"  # a name: Ana May, but Ana on May 3
            if tag == "X" and (not classes or classes[-1] in ".q" or text[start - 1] == "\n"):
                known = lexicon.tags.get(lower, "")
                tag = known if known and known in "GJ" else tag  # a participle or adjective that starts a sentence
            elif (
                tag == "X" and len(classes) > 1 and classes[-1] == "B" and classes[-2] != "." and ends[-1] + 1 == start
            ):
                if text[starts[-1]].isupper():
                    classes[-1] = "X"  # a capital adverb before a name is part of it: Overseas Trade Board
            elif lower == "like" and words and _would(words[-2:]):
                tag = "v"
            elif (tag in "vW" and classes and classes[-1] in "DZJ") or (tag == "G" and classes and classes[-1] in "DZ"):
                tag = "N"  # what follows a determiner or an adjective is a noun
            words.append(lower)
            classes.append(tag)
        starts.append(start)
        ends.append(end)
    return Tokens(starts, ends, words, classes)


def _would(before: list[str]) -> bool:
    """Whether what stands before "like" makes it a verb: would like, would also like."""
    if before[-1] in _ALSO:
        before = before[:-1]
    return before[-1:] in (["would"], ["'d"])
