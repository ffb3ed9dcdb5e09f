"""The forms that a party's name takes in the articles, each with a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diptych.extract.offices import offices, words_of
from diptych.lexicons import either
from diptych.topic import PartyNames
from diptych.values import PartyRole

_DETERMINERS = r"(?:the|The|THE|this|This|that|its|Its|their|Their|his|her|our|Our|your|Your|my|My|a|an|A|An)"
_COMMON_FIRST = frozenset(
    (
        *("international", "independent", "national", "united", "european", "royal", "central", "general"),
        *("world", "new", "federal", "public", "state", "supreme", "high", "first"),
        *("american", "british", "african", "asian", "global", "local", "joint", "special"),
        *("the", "university", "bank", "city", "county", "north", "south", "east"),
        *("west", "grand", "great"),
    )
)
_SUFFIX = re.compile(
    r",?\s+(?:plc|PLC|Ltd\.?|Limited|Inc\.?|LLP|LLC|Corp\.?|Corporation|GmbH|AG|SA|SE|NV|BV|Co\.?|Group|Holdings)$"
)
#: What a state's bodies are called.
_STATE = frozenset(
    ("government", "authorities", "ministry", "ministers", "embassy", "kingdom", "republic", "state", "regime")
)
_DEPARTMENT = re.compile(r"\bdepartment (?:of|for) |\b(?:permanent|diplomatic) mission\b|\bmission (?:of|to) ")
_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "er", "s")


class Form:
    """One form of a party's name, with lower-case letters that every text has which holds it."""

    def __init__(
        self, name: str, pattern: re.Pattern[str], party: PartyRole, adjective: bool = False, agent: bool = False
    ) -> None:
        bare = re.sub(rf"^{_DETERMINERS}\s+", "", name.strip())
        self.literal = re.split(r"[\s'’]", bare.lower(), maxsplit=1)[0]
        self.pattern, self.party, self.adjective, self.agent = pattern, party, adjective, agent

    def __repr__(self) -> str:
        """All that tells a form from others, as notes hold it: of a pattern `repr` gives no more than the start."""
        return f"Form({self.literal!r}, {self.pattern.pattern!r}, {self.party!r}, {self.adjective}, {self.agent})"


def pattern_of(name: str) -> re.Pattern[str]:
    """A pattern for a name: as it stands where it is a proper name, after a determiner where it is a common noun."""
    bare = re.sub(rf"^{_DETERMINERS}\s+", "", name.strip())
    body = re.sub("['’]", "['’]", re.escape(bare).replace(r"\ ", r"\s+"))
    if any(char.isupper() for char in bare):
        return re.compile(rf"(?<!\w){body}(?!\w)")
    if " " in bare or "-" in bare:
        return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
    office = either(offices().any | offices().company)
    written = rf"(?:{body}|{body.capitalize()}(?!\s+(?:(?:of|for|on|and|&|in)\s+(?:the\s+)?)?[A-Z]))"
    determined = rf"\b{_DETERMINERS}\s+(?P<name>{written})(?!\w)"
    return re.compile(rf"{determined}|(?:^|\n){bare.capitalize()}(?!\w)|(?<!\w){body}(?=\s{office}\b)")


def heads(party: PartyNames) -> set[str]:
    """Common nouns that stand for a party whose name ends or begins with them: the Office, the University."""
    known = offices().organisations
    found: set[str] = set()
    for name in party.names:
        if sum(word[0].isupper() for word in name.split()) > 1 and not described(name):
            words = [word.lower() for word in name.split()]
            ends = [at for at in range(len(words)) if words[at + 1 : at + 2] in ([], ["of"], ["for"], ["on"], ["at"])]
            found |= {words[at] for at in ends if words[at] in known and len(words[at]) > 3}
    return found


def plain_heads(party: PartyNames) -> set[str]:
    """The nouns for companies at the head of what a party is called without a name: audit firm, firm of auditors."""
    names = (name for name in party.names if not any(char.isupper() for char in name))
    ends = (words_of(name.split(" of ")[0])[-1:] for name in names if len(name.split()) > 1)
    return {word for end in ends for word in end if word in offices().responding}


def described(name: str) -> bool:
    """Whether a name is a description that another body's name stands in: panel appointed by the University of Arle."""
    words = re.sub(rf"^{_DETERMINERS}\s+", "", name.strip()).split()
    return words[0][0].islower() and any(word[0].isupper() for word in words)


def kind_words(name: str) -> set[str]:
    """The words of a name that tell what kind of body it is: of an inquiry or an office, not what it inquires into."""
    words = words_of(name)
    head = words_of(re.split(r"\s(?:of|on|for|by|into|at|in|appointed|commissioned|ordered|named|set)\s", name)[0])[-1:]
    return set(head) if described(name) or set(head) & (offices().reporting | {"office"}) else set(words)


def governs(party: PartyNames) -> bool:
    """Whether a party is a state or one of its ministries."""
    said = " ".join(party.names).lower()
    return bool(_STATE & set(words_of(said)) or _DEPARTMENT.search(said))


def shortened(party: PartyNames, text: str) -> Iterable[str]:
    """Shorter forms of a name that the articles use: its initials, the name without "plc", its first word alone."""
    for name in party.names:
        parts = [word for word in re.findall(r"[\w&'’-]+", name) if word[0].isupper() or word == "&"]
        initials = "".join(word[0] for word in parts if word != "&")
        if len(initials) > 1 and re.search(rf"\b{initials}\b", text):
            yield initials
        for match in re.finditer(re.escape(name) + r"\s+\(([A-Z][\w&-]{1,12})\)", text):
            yield match[1]
        short = _SUFFIX.sub("", name)
        if short != name:
            yield short
        first = parts[0] if len(parts) > 1 and not re.search(r"['’]s?$", parts[0]) else ""
        if first and " of " not in name and len(first) > 3 and not _ordinary(first, text):
            alone = re.compile(
                rf"(?<![\w-]){re.escape(first)}(?:['’]s)?(?=[\s,.;:])(?!\s+(?:[A-Z&]|and\s+[A-Z]))\s*([\w-]*)"
            )
            if any(not _of_trade(match[1]) for match in alone.finditer(text)):
                yield first


def _of_trade(noun: str) -> bool:
    """Whether a noun makes the word before it a field and no name: Maritime lawyer Ada Lind, Charity watchdog."""
    return offices().office_in(noun) is not None or noun in offices().inquirers


def _ordinary(word: str, text: str) -> bool:
    """Whether the first word of a name is an ordinary one, which is no name alone: Health, Football, River."""
    plain, known = word.lower(), offices()
    if plain in _COMMON_FIRST or plain in known.portfolios or plain in known.fields or plain in known.organisations:
        return True
    return re.search(rf"(?<![\w-]){re.escape(plain)}(?![\w-])", text) is not None


def adjectives(party: PartyNames, text: str) -> list[str]:
    """Adjectives made of a one-word name, such as a country's, that the articles use."""
    found: set[str] = set()
    for name in party.names:
        if len(name) < 4 or not name[0].isupper() or not name.isalpha():
            continue
        stemmed = name[: max(4, len(name) - 2)]
        for match in re.finditer(rf"\b{re.escape(stemmed)}\w{{1,4}}\b", text):
            if match[0] != name and match[0].endswith(_ENDINGS):
                found.add(match[0])
    return sorted(found, key=lambda one: (-len(one), one))
