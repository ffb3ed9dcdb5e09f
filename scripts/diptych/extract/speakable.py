"""What can speak: persons, bodies and documents, and no other things, times or numbers."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of

_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|your|our|my|this|that|one|some|another)\s+", re.IGNORECASE)
#: How many of whom follow: dozens of riders, a wide array of economists.
_QUANTITY = re.compile(
    r"^(?:(?:wide|broad|small|large|growing|whole) )?"
    r"(?:array|range|number|handful|string|host|series|variety|dozens|scores|hundreds|thousands|millions"
    r"|\w+ (?:thirds|quarters|fifths)) of (?=[a-z])"
)
#: What makes, sells or runs something.
_MAKER = re.compile(
    r"^(?:\w*maker|lender|operator|producer|supplier|retailer|insurer|\w*builder|developer|carrier|miner|brewer|grocer)$"
)
#: How those who talk know what they talk of: people close to her, a source familiar with the plan.
_ACQUAINTED = frozenset(("close", "familiar", "acquainted", "involved", "knowledgeable", "conversant"))
_CAPITAL = re.compile(r"[^\W\d_]")
#: Endings of nouns for those who do or are something: baker, actor, dentist, assistant, musician, engineer, trainee.
_AGENT = re.compile(
    r"(?:[^aeiou]i?er|[ts]or|ist|ant|ian|eer|ee|man|woman|person|folk)s?$|(?:men|women|people)$|-in-chief$"
)


def speakable(mention: str) -> bool:
    """Whether a noun phrase may mean somebody who speaks, by its head: a name, or a noun for persons or bodies."""
    said = _QUANTITY.sub("", _DETERMINER.sub("", mention.strip()))
    head = _head(said)
    words = words_of(" ".join(head))
    if not words:
        return True
    tags = [lexicon().tags.get(word, "N") for word in words_of(said)[:2]]
    if len(tags) > 1 and tags[0] in "VEG" and tags[1] == "I":
        return False  # what leads up to a speaker: Pressed on the figures
    if any(_CAPITAL.match(word) and word[0].isupper() for word in head[1:]):
        return True
    if len(words) == 1 and head[0][0].isupper():
        return words[0] not in lexicon().sets["numbers"]
    return " ".join(words[-2:]) in _speakers() or words[-1] in _speakers() or _agent(words[-1])


def _head(phrase: str) -> list[str]:
    """The words of a phrase before its first comma, preposition, relative pronoun or participle: men | working at."""
    tags = lexicon().tags
    found: list[str] = []
    words = phrase.split(",", 1)[0].split()
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        if found and tags.get(word.lower()) in ("I", "R", "S", "H"):
            if found[-1] in _ACQUAINTED:
                found.pop()
            break
        if found and word.endswith(("ed", "ing")) and tags.get(after) == "I":
            break
        found.append(word)
    return found


def agentive(phrase: str) -> bool:
    """Whether a noun phrase, without its determiner, is for persons by what they do: mechanics, a night cashier."""
    words = words_of(" ".join(_head(phrase)))
    return bool(words) and (_agent(words[-1]) or words[-1] in lexicon().sets["persons"])


def _agent(noun: str) -> bool:
    """Whether a noun ends as those do for who does or is something, and is none for a thing: no weather, no plant."""
    return _AGENT.search(noun) is not None and noun not in lexicon().sets["things"]


def bodily(noun: str) -> bool:
    """Whether a noun may stand for a body after it has been named: the lender, the federation; no office of persons."""
    known = offices()
    if _MAKER.search(noun):
        return True
    if known.office_in(noun) or noun in known.outsiders or noun in known.documents or noun in lexicon().tags:
        return False
    return noun in known.organisations or noun in lexicon().sets["bodies"]


@cache
def _speakers() -> frozenset[str]:
    """Nouns for persons, bodies and documents."""
    known, sets = offices(), lexicon().sets
    held = (
        *(known.any, known.state, known.company, known.ranked, known.inquiry, known.collective, known.learned),
        *(known.reporting, known.responding, known.outsiders, known.givers, known.inquirers, known.bodies),
        *(known.organisations, known.public, known.documents, known.replies, known.letters, known.figures),
        *(kind for _, kind in known.institutions),
        *(sets["offices"], sets["bodies"], sets["general_bodies"], sets["studies"], sets["documents"], sets["persons"]),
        *(sets["pronouns"], sets["indefinite"], sets["objects"]),
    )
    return frozenset(word for words in held for word in words)
