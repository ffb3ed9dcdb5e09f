"""The words that extraction knows, read from the package's YAML and from a dossier's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from diptych import lexicons
from diptych.extract.inflect import Feature, forms


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or noun: the force that it has in each frame it stands in."""

    lemma: str
    frames: Mapping[str, str]

    def force(self, *frames: str) -> str:
        """The force in the first of `frames` that this cue has; that of its first frame where it has none of them."""
        for frame in frames:
            if frame in self.frames:
                return self.frames[frame]
        return next(iter(self.frames.values()))


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected form of a reporting verb. `particles` holds the verbs that it makes with the word after it."""

    features: frozenset[Feature]
    cue: Cue | None
    particles: Mapping[tuple[str, ...], Cue]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words around a speaker that attribute without a verb: according to …, in …'s words."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    force: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words are (`tags`) and which of them report (`verbs`, `nouns`, `phrases`, `adjectives` with their force).

    `sets` holds the lists of words.yml and speakers.yml by their keys.
    """

    tags: Mapping[str, str]
    verbs: Mapping[str, tuple[Form, ...]]
    nouns: Mapping[str, Cue]
    phrases: Mapping[str, tuple[Phrase, ...]]
    adjectives: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]

    @property
    def times(self) -> frozenset[str]:
        """Words for days, months and spans of time."""
        return self.sets["times"]


#: The word class of each list of words.yml, in the order in which a later list overrides an earlier one.
_CLASSES = {
    "times": "Y",
    "adjectives": "J",
    "nouns": "N",
    "adverbs": "B",
    "prepositions": "I",
    "subordinators": "S",
    "determiners": "D",
    "objects": "O",
    "pronouns": "P",
    "relatives": "R",
    "auxiliaries": "A",
    "conjunctions": "C",
}


def _words(value: Any) -> list[str]:
    return str(value).split() if isinstance(value, str) else [str(word) for word in value or ()]


def _senses(*sources: Mapping[str, Any], kind: str, words: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for source in sources:
        for force, groups in (source.get(kind) or {}).items():
            for group in groups:
                for word in group[words]:
                    frames = found.setdefault(str(word), {})
                    for frame in group["frames"]:
                        frames.setdefault(str(frame), str(force))
    return found


def _phrases(*sources: Mapping[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for source in sources:
        for row in source.get("phrases") or ():
            phrase = Phrase(tuple(row["before"].split()), tuple(str(row.get("after", "")).split()), row["force"])
            found.setdefault(phrase.before[0], []).append(phrase)
    return {first: tuple(rows) for first, rows in found.items()}


def _tag(feature: Feature, ambiguous: bool) -> str:
    if feature == "ing":
        return "G"
    if feature in ("base", "s"):
        return "W" if ambiguous else ("v" if feature == "base" else "V")
    return "V" if feature == "past" else "E"


def _verb_forms(
    words: Mapping[str, Any], senses: Mapping[str, Mapping[str, str]], tags: dict[str, str]
) -> Iterator[tuple[str, Form]]:
    irregular = words["irregular"]
    ambiguous = set(_words(words["also_nouns"]))
    heads: dict[str, dict[str, Cue]] = {}
    for lemma, frames in senses.items():
        head, _, particle = lemma.partition(" ")
        heads.setdefault(head, {})[particle] = Cue(lemma, frames)
    for verb in sorted({*_words(words["verbs"]), *heads}):
        cues = heads.get(verb, {})
        longest = sorted((particle for particle in cues if particle), key=lambda particle: -len(particle.split()))
        particles = {tuple(particle.split()): cues[particle] for particle in longest}
        features: dict[str, set[Feature]] = {}
        for form, feature in forms(verb, irregular):
            features.setdefault(form, set()).add(feature)
            tag = _tag(feature, verb in ambiguous)
            if tag != "E" or form not in tags:
                tags[form] = tag
        if cues:
            for form, known in features.items():
                yield form, Form(frozenset(known), cues.get(""), particles)


@lru_cache(maxsize=1)
def _package() -> tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]:
    return lexicons.lexicon("words"), lexicons.lexicon("cues"), lexicons.lexicon("speakers")


def lexicon(extra: Mapping[str, Any] | None = None) -> Lexicon:
    """The package's words, and what `extra` adds in the shape of cues.yml; an entry of `extra` goes first."""
    return _made(extra) if extra else _bare()


@lru_cache(maxsize=1)
def _bare() -> Lexicon:
    """The package's words alone, made once: rules ask for them at every sentence."""
    return _made({})


def _made(own: Mapping[str, Any]) -> Lexicon:
    words, cues, speakers = _package()
    tags: dict[str, str] = {}
    verbs: dict[str, list[Form]] = {}
    for form, value in _verb_forms(words, _senses(own, cues, kind="verbs", words="verbs"), tags):
        verbs.setdefault(form, []).append(value)
    for key, tag in _CLASSES.items():
        for word in _words(words[key]):
            tags[word] = tag
    short = lexicons.wordset("sentences", "titles")
    sets = {key: frozenset(_words(value)) for key, value in (*words.items(), *speakers.items()) if key != "irregular"}
    sets["abbreviations"] |= short
    sets["titles"] |= short
    for word in sets["titles"]:
        tags.setdefault(word, "N")
    nouns: dict[str, Cue] = {}
    for noun, frames in _senses(own, cues, kind="nouns", words="nouns").items():
        nouns[noun] = nouns[noun + "s"] = Cue(noun, frames)
    return Lexicon(
        tags=tags,
        verbs={form: tuple(values) for form, values in verbs.items() if tags[form] in "VvWGEBI"},
        nouns=nouns,
        phrases=_phrases(own, cues),
        adjectives={
            word: force
            for source in (cues, own)
            for force, listed in (source.get("adjectives") or {}).items()
            for word in _words(listed)
        },
        sets=sets,
    )
