"""Which sentences and lines are clutter of the page, by the rules of `lexicons/clutter.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from diptych.ingest.paragraphs import ends_sentence
from diptych.ingest.words import tokens
from diptych.lexicons import lexicon, wordset
from diptych.months import named

#: Nothing longer than this many code points is clutter; it bounds the work on a long sentence.
LONGEST = 500
_CONNECTORS = frozenset(("and", "in", "of", "for", "the", "to", "by", "from", "at", "on", "with", "de", "van", "von"))
_MARKS = frozenset(":|/()©?>,[]#")


_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=[A-Z])")
_ITEM = re.compile(r"(?:[•●▪◦*·]|(?:[–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s)")
#: A rate of exchange: ($1 = 0.92 euros); somebody's name on a network, or its words for the subject.
_RATE = re.compile(r"\({0,2}\W?1\s?[\w ]{0,20}=\s?\W?[\d.,]+[\w ]{0,40}\){0,2}\.?")
_HANDLE = re.compile(r"@\w{2,30}|#\w+(?:\s+#\w+)*")
#: Who wrote and who edited, by their initials: abc/de.
_SIGNED = re.compile(r"\(?[a-z]{2,4}/[a-z]{2,4}(?:\s?\([A-Za-z, ]{2,20}\))?\)?")
#: A question to somebody is an interviewer's, and no heading.
_ADDRESSED = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
#: A clock that ends a line, whose last stop ends no sentence: 7:30 a.m.
_CLOCK = re.compile(r"(?<=\d )([ap])\.m\.$")
_GAPS = re.compile(r"\s*[|·•›>»]\s*|\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Clutter:
    """What kind of clutter a text is; `caption` says that the paragraph it ends is a picture's caption."""

    name: str
    caption: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    whole: tuple[str, ...]
    opens: tuple[str, ...]
    ends: tuple[str, ...]
    has: tuple[str, ...]
    most: int
    final: bool | None
    names: bool
    caption: bool

    def holds(self, said: str, count: int, text: str) -> bool:
        """Whether a text has all that the rule asks; `said` is its tokens, each between spaces."""
        if count > self.most or (self.final is not None and self.final != ends_sentence(text)):
            return False
        if self.whole and said not in self.whole:
            return False
        if self.opens and not said.startswith(self.opens):
            return False
        if self.ends and not said.endswith(self.ends):
            return False
        if self.has and not any(phrase in said for phrase in self.has):
            return False
        return not self.names or mostly_names(text)


@lru_cache(maxsize=1024)
def clutter(text: str) -> Clutter | None:
    """The kind of clutter that a sentence or line is, or None; what opens with a quotation never is.

    Remembered, since many rules ask for it of one line.
    """
    if len(text) > LONGEST or text[:1] in ("“", '"', "‘", "«"):
        return None
    text = _CLOCK.sub(r"\1m", text)
    words = tokens(text)
    if not any(sign.isalnum() for sign in text):
        return Clutter("rule")
    if text in wordset("clutter", "icons"):
        return Clutter("icon")
    said = f" {' '.join(words)} "
    for rule in _rules():
        if rule.holds(said, len(words), text):
            return Clutter(rule.name, rule.caption)
    stamped = words[:1] and words[0] in ("published", "updated", "posted", "modified") and _is_furniture(words)
    if stamped or (not text.endswith(".") and (_is_furniture(words) or _is_bar(text))):
        return Clutter("furniture")
    if _RATE.fullmatch(text) or _HANDLE.fullmatch(text) or _SIGNED.fullmatch(text):
        return Clutter("notice")
    return Clutter("picture", caption=True) if _is_credit(text) else None


def mostly_names(text: str) -> bool:
    """Whether most words of a text, but for small ones such as "and", begin with a capital."""
    words = [word for word in text.split() if word[0].isalpha() and word.casefold() not in _CONNECTORS]
    return 10 * sum(word[0].isupper() for word in words) >= 6 * len(words)


def is_heading(text: str) -> bool:
    """Whether a line reads as a heading or a label: a few words, no full stop, and a capital or a number first."""
    words = text.split()
    if not 0 < len(words) <= 10 or ends_sentence(text) or text[-1] in ":;,—–-":
        return False
    return text[0].isupper() or text[0].isdigit()


def is_question(text: str) -> bool:
    """Whether a line is a question over what answers it: What did the inspectors find? 3. And the company?"""
    number = _NUMBER.match(text)
    words = text[number.end() if number else 0 :].split()
    if not 1 < len(words) <= 12 or not text.endswith("?") or any(mark in text for mark in '“”"‘:'):
        return False
    if number:
        return True
    return words[0].lower() in wordset("clutter", "interrogatives") and not _ADDRESSED.search(text)


def is_item(text: str) -> bool:
    """Whether a line reads as an item of a list: after a mark or a number, or it starts in lower case."""
    return bool(_ITEM.match(text)) or text[:1].islower()


def is_related(text: str) -> bool:
    """Whether a line is a heading over a list of other articles: Related; More on this story."""
    return " ".join(tokens(text.rstrip(":"))) in wordset("clutter", "related")


def is_dated(text: str) -> bool:
    """Whether a line is an entry of a timeline: 4 March: the bridge is shut."""
    return _entry().match(text) is not None


@cache
def _entry() -> re.Pattern[str]:
    """How an entry of a timeline starts; a month has a capital, or capitals."""
    month = rf"(?=[A-Z])(?i:{named()})\.?"
    return re.compile(rf"(?:\d{{4}}|(?:\d{{1,2}}\s)?{month}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})?)(?::|\s[–—-])\s\S")


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(name, given) for name, rules in lexicon("clutter")["rules"].items() for given in rules)


def _rule(name: str, given: dict[str, Any]) -> _Rule:
    unknown = given.keys() - {"whole", "opens", "ends", "has", "most", "final", "names", "caption"}
    if unknown:
        raise ValueError(f"clutter.yml: {name}: unknown key {sorted(unknown)[0]!r}")
    parts = {
        key: tuple(f" {' '.join(tokens(phrase))} " for phrase in given.get(key, ()))
        for key in ("whole", "opens", "ends", "has")
    }
    return _Rule(
        name,
        **parts,
        most=given.get("most", 30),
        final=given.get("final"),
        names=given.get("names", False),
        caption=given.get("caption", False),
    )


def _is_bar(text: str) -> bool:
    """Whether a line is a row of buttons or says where on a site the page stands: News > Regions > North."""
    parts = [part for part in _GAPS.split(text) if part]
    if sum(text.count(mark) for mark in "|·•›") > 1 and not ends_sentence(text):
        return True
    short = all(len(part.split()) <= 3 and (part[0].isupper() or part[0].isdigit()) for part in parts)
    return len(parts) > 1 and short and not ends_sentence(text)


def _is_furniture(words: list[str]) -> bool:
    """Whether a line is made of the words of date lines and buttons only."""
    plain = [word for word in words if word not in _MARKS]
    known = wordset("clutter", "furniture")
    return bool(plain) and all(word in known or not word.strip("0.-thsrnd") for word in plain)


def _is_credit(text: str) -> bool:
    """Whether a text is a photographer and an agency: "A. Name/Agency"."""
    names = text.split("/")
    if len(names) != 2 or ends_sentence(text) or len(text.split()) > 8:
        return False
    return all(part and all(word[0].isupper() for word in part.split()) and part.strip() for part in names)
