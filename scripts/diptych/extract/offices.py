"""Nouns that tell whom a speaker belongs to, read from the package's lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from diptych.lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: What somebody no longer is: ex-minister.
_EX = re.compile(r"\b([Ee]x)-(?=\w)")
#: What else a firm has a director for: its fundraising, its operations, its people.
_FIELD = re.compile(r"\w{3,}(?:ing|ions|ments|sales|ware|ices)")
#: So many phrases are remembered: many rules ask for one, shortly after each other.
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Offices:
    """The lists of offices.yml, each as a set of lower-case words and phrases.

    `institutions` pairs the words of a kind of body's names with the offices that only such a body has, `called` with
    the nouns that such a body is called by.
    """

    any: frozenset[str]
    state: frozenset[str]
    company: frozenset[str]
    fields: frozenset[str]
    ranked: frozenset[str]
    inquiry: frozenset[str]
    learned: frozenset[str]
    mouthpieces: frozenset[str]
    ranks: frozenset[str]
    portfolios: frozenset[str]
    collective: frozenset[str]
    local: frozenset[str]
    past: frozenset[str]
    ended: frozenset[str]
    outsiders: frozenset[str]
    reporting: frozenset[str]
    responding: frozenset[str]
    inquirers: frozenset[str]
    studying: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    replies: frozenset[str]
    rebuttals: frozenset[str]
    letters: frozenset[str]
    files: frozenset[str]
    efforts: frozenset[str]
    outlets: frozenset[str]
    givers: frozenset[str]
    contents: frozenset[str]
    methods: frozenset[str]
    course: frozenset[str]
    figures: frozenset[str]
    public: frozenset[str]
    organisations: frozenset[str]
    firms: frozenset[str]
    no_firms: frozenset[str]
    unowned: frozenset[str]
    civic: frozenset[str]
    institutions: tuple[tuple[frozenset[str], frozenset[str]], ...]
    called: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def office_in(self, phrase: str) -> str | None:
        """The kind of the first office that a phrase names: `any`, `state`, `company` or `inquiry`."""
        return _office_in(phrase)

    def office_of(self, plain: list[str]) -> str | None:
        """The same for words in lower case."""
        kinds = _kinds()
        for size in (3, 2, 1):
            for at in range(len(plain) - size + 1):
                kind = kinds.get(" ".join(plain[at : at + size]))
                if kind is not None:
                    ranked = size == 1 and plain[at] in self.ranks
                    return (ranked and self.office_of(plain[at + 1 :])) or kind
            if size == 2 and self._of_firm(plain):
                return "company"
        return None

    def _of_firm(self, plain: list[str]) -> bool:
        """Whether words name somebody whom a firm has for a field: medical director, head of marketing."""
        for at, word in enumerate(plain):
            if word in self.ranked:
                if at and (
                    plain[at - 1] in self.fields
                    or (plain[at - 2 : at - 1] == ["chief"] and plain[at - 1] not in self.civic)
                    or (word != "officer" and _FIELD.fullmatch(plain[at - 1]))
                ):
                    return True
                if plain[at + 1 : at + 2] == ["of"] and plain[at + 2 : at + 3] and plain[at + 2] in self.fields:
                    return True
        return False


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, without possessive endings."""
    return list(_words(phrase))


@lru_cache(maxsize=REMEMBERED)
def _office_in(phrase: str) -> str | None:
    """The office that a phrase names, remembered: many rules ask for it of one mention."""
    return offices().office_of(words_of(phrase))


@lru_cache(maxsize=REMEMBERED)
def _words(phrase: str) -> tuple[str, ...]:
    """The same, remembered: many rules ask for the words of one mention."""
    found = " ".join(_WORD.findall(_EX.sub(r"\1- ", phrase) if "x-" in phrase else phrase))
    return tuple(f"{found} ".lower().replace("’", "'").replace("'s ", " ").split())


@lru_cache(maxsize=1)
def offices() -> Offices:
    """The package's offices."""
    loaded = {key: value for key, value in lexicon("offices").items() if key != "overseers"}
    kinds = tuple((_listed(one["names"]), _listed(one["offices"])) for one in loaded.pop("institutions"))
    called = tuple((_listed(one["names"]), _listed(one["nouns"])) for one in loaded.pop("called"))
    return Offices(institutions=kinds, called=called, **{key: _listed(value) for key, value in loaded.items()})


def _listed(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """The kind of each office; the more telling one where it is of several."""
    known = offices()
    return {word: kind for kind in ("any", "inquiry", "company", "state") for word in getattr(known, kind)}


def fits(phrase: str, kinds: frozenset[str]) -> bool:
    """Whether a phrase holds an office that only a body of one of these kinds has: the bishop, of a diocese."""
    plain = words_of(phrase)
    said = {" ".join(plain[at : at + size]) for size in (1, 2, 3) for at in range(len(plain))}
    return any(names & kinds and said & held for names, held in offices().institutions)
