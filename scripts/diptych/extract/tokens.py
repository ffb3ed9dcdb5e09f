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

    def before(self, at: int, passed: frozenset[str]) -> str:
        """The class of the token before a place, some words passed over; "." where there is none."""
        while at > 0 and self.word[at - 1] in passed:
            at -= 1
        return self.tag[at - 1] if at > 0 else "."

    def add(self, start: int, end: int, word: str, tag: str) -> None:
        """Adds a token behind the others."""
        self.start.append(start)
        self.end.append(end)
        self.word.append(word)
        self.tag.append(tag)


_SIDES = frozenset(("inside", "outside"))
_NEXT = re.compile(r"\s+([a-z]+)\b")
_ALSO = frozenset(("also", "now", "rather", "dearly", "much", "certainly"))


#: What follows a name in running text, and in no headline whose every word has a capital.
_NAME_ENDS = re.compile(r"['’]s\b|[,.;:)]|\s+[a-z(“]")


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
    if word == "US" or (word[0].isupper() and known not in "DPORICSAB" and lower != word):
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
    made = Tokens([], [], [], [])
    abbreviations = lexicon.sets["abbreviations"]
    memory: dict[str, tuple[str, str]] = {}
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        first = raw[0]
        if first in _MARKS and (len(raw) == 1 or first == "."):
            goes_on = raw == "." and made.end and made.end[-1] == start
            if goes_on and _abbreviates(text, made.start[-1], start, end, abbreviations):
                made.end[-1] = end
                if made.word[-1] == "a" and made.tag[-2:-1] == ["X"]:
                    made.tag[-1] = "X"  # John A. Smith
                continue
            lower, tag = raw, _MARKS[first]
        elif first in _QUOTES or raw in ("''", "``"):
            lower, tag = raw, "q"
        elif first in _DASHES:
            lower, tag = raw, "-"
        else:
            seen = memory.get(raw)
            if seen is None:
                lower = raw.lower().translate(_CURLY)
                seen = memory[raw] = (lower, _tag(raw, lower, lexicon.tags))
            lower, tag = seen
            clitic = "'" in lower and _CLITIC.search(raw)
            if clitic and clitic.start() > 0:
                head, lower = raw[: clitic.start()], clitic.group().lower().translate(_CURLY)
                tag = _cut_off(made, start, head, lower, lexicon.tags)
                start += clitic.start()
            tag = _in_place(made, text, start, end, lower, tag, lexicon)
        made.add(start, end, lower, tag)
    return made


def _cut_off(made: Tokens, start: int, head: str, clitic: str, tags: Mapping[str, str]) -> str:
    """Adds what stands before a clitic as a token of its own; the class of the clitic."""
    lower = head.lower().translate(_CURLY)
    tag = _tag(head, lower, tags)
    made.add(start, start + len(head), lower, tag)
    return "A" if clitic != "'s" or tag in "PRH" or lower in ("there", "here", "let") else "Z"


def _in_place(made: Tokens, text: str, start: int, end: int, lower: str, tag: str, lexicon: Lexicon) -> str:
    """The class of a word after the tokens before it; a capital adverb right before a name becomes part of that."""
    before = made.tag
    if tag == "Y" and lower in lexicon.sets["months"] and before and before[-1] == "X" and made.end[-1] + 1 == start:
        tag = "Y" if text[end + 1 : end + 2].isdigit() else "X"  # a name: Ana May, but Ana on May 3
    if tag == "X" and (not before or before[-1] in ".q" or text[start - 1] == "\n"):
        known = lexicon.tags.get(lower, "")
        if known == "J" and (next_word := _NEXT.match(text, end)) and next_word[1] in lexicon.verbs:
            return tag  # Young said
        return known if known and known in "GJ" else tag  # a participle or adjective that starts a sentence
    if tag == "X" and len(before) > 1 and before[-1] == "B" and before[-2] != "." and made.end[-1] + 1 == start:
        if text[made.start[-1]].isupper():
            before[-1] = "X"  # Overseas Trade Board
        return tag
    if tag == "B" and text[start].isupper() and before and before[-1] == "X" and made.end[-1] + 1 == start:
        return "X" if _NAME_ENDS.match(text, end) else tag  # Riders Now said
    if lower in _SIDES and before and before[-1] == "D" and not text.startswith(" of", end):
        return "J"  # an inside source
    if lower == "like" and made.word and _would(made.word[-2:]):
        return "v"
    if (tag in "vW" and before and before[-1] in "DZJ") or (tag == "G" and before and before[-1] in "DZ"):
        return "N"  # what follows a determiner or an adjective is a noun
    return tag


def _would(before: list[str]) -> bool:
    """Whether what stands before "like" makes it a verb: would like, would also like."""
    if before[-1] in _ALSO:
        before = before[:-1]
    return before[-1:] in (["would"], ["'d"])
