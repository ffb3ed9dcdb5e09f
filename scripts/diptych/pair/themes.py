"""Themes of statements: those that are given, else a few proposed from the words of the corpus."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from diptych.drafts import Article, Group
from diptych.lexicons import wordset
from diptych.pair.items import around
from diptych.pair.lexicon import stems_of
from diptych.pair.numerals import number_words
from diptych.pair.words import content, stem, stop, words
from diptych.topic import Topic
from diptych.values import slug

#: A theme that is proposed: id, title, defining words.
Proposed = tuple[str, str, tuple[str, ...]]

_MOST = 8
_WORDS = 5
#: A theme's word stands in so many passages at least, and in no greater share of them.
_LEAST = 3
_COMMON = 0.4
#: A word is followed by the same one in such a share of the passages that hold it: the two are one expression.
_PHRASE = 0.4
#: The name of a thing is followed by no word that carries meaning in such a share of its places; what describes one is.
_ALONE = 0.25
#: A word that stands behind a number in a greater share of its places is what figures are given in.
_UNIT = 3 / 4
#: So many of a group's paragraphs are looked at where its own words tell no theme.
_SEEN = 5
_NOUN = re.compile(
    r"\b(?:the|a|an|its|their|his|her|our|your|no|every|all|some|of|for|\d+|two|three|nine|eleven)"
    r"\s([a-z’'-]+)\b"
)
#: A word, and the one that follows it with nothing between the two.
_LAST = re.compile(r"([a-z’'-]+)(?= ([a-z’'-]+)|)")


def themed(
    articles: Sequence[Article], groups: Sequence[Group], topic: Topic
) -> tuple[list[tuple[str, ...]], list[Proposed]]:
    """For every group its themes, and the themes as (id, title, defining words).

    A group without any of their words has the theme of the paragraphs that it stands in; `carried_on` gives it that of
    what it answers where there is none either.
    """
    texts = [" ".join(one.span.of(articles[one.article].seed.text) for one in group.statements) for group in groups]
    if topic.themes:
        held = [(one.id, one.title, one.terms or tuple(words(one.title))) for one in topic.themes]
    else:
        passages = [
            one.span.of(articles[one.article].seed.text)
            for group in groups
            for one in group.statements
            if articles[one.article].kind == "original"
        ]
        held = _proposed(sorted(passages), topic)
    terms = [(given, _stems(defining)) for given, _, defining in held]
    found = [_about(text, terms) for text in texts]
    for place, group in enumerate(groups):
        if not found[place]:
            found[place] = _about(
                " ".join(around(articles[one.article], one) for one in group.statements[:_SEEN]), terms
            )[:1]
    return found, held


def carried_on(groups: Sequence[Group], found: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The themes of groups, of those that have none the theme of what they answer."""
    held = list(found)
    for place, group in enumerate(groups):
        if not held[place]:
            held[place] = next((held[to] for to, _ in group.answers if isinstance(to, int) and held[to]), ())
    return held


def _about(text: str, terms: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The two themes whose defining words a text has most of."""
    stems = content(text)
    counts = Counter(stems)
    joined = " " + " ".join(stems) + " "
    scores = [
        (sum(counts[one] if " " not in one else joined.count(f" {one} ") for one in set(wanted)), n)
        for n, (_, wanted) in enumerate(terms)
    ]
    best = sorted((one for one in scores if one[0]), key=lambda one: (-one[0], one[1]))[:2]
    return tuple(terms[n][0] for _, n in sorted(best, key=lambda one: one[1]))


def _stems(defining: Sequence[str]) -> list[str]:
    return [" ".join(content(term)) for term in defining if content(term)]


@dataclass(frozen=True, slots=True)
class _Told:
    """How words stand in passages, by stems: their forms, how often as nouns, and how often before no word of meaning.

    `having` holds for each stem that may be a theme's the stems of each passage that has it, `after` the words that
    may be part of its name and follow it, and `before` the words that go before these.
    """

    forms: Mapping[str, Counter[str]]
    nouns: Counter[str]
    alone: Counter[str]
    having: Mapping[str, Sequence[Set[str]]]
    after: Mapping[str, Counter[str]]
    before: Mapping[tuple[str, str], Counter[str]]


def _told(texts: Sequence[str], topic: Topic) -> _Told:
    """How the words of passages stand; the parties' names, words for the report, units and such are no theme's."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    nouns: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        said, lower = words(text), text.lower()
        for word in said:
            forms[stem(word)][word] += 1
        pairs.update(pairwise(said))
        nouns.update(stem(match[1]) for match in _NOUN.finditer(lower))
        alone.update(stem(match[1]) for match in _LAST.finditer(lower) if not _names(match[2] or ""))
    parties = (topic.reporting, topic.responding)
    names = {stem(word) for party in parties for name in party.names for word in words(name)}
    no_title = stems_of("plain") | stems_of("work") | stop() | _units(pairs) | names
    having: dict[str, list[set[str]]] = defaultdict(list)
    for text in texts:
        small = {stem(word.strip(".,;:!?“”‘’\"'()")) for word in text.split() if word[:1].islower()} - no_title
        stems = {one for one in content(text) if one in small and len(one) > 3}
        for one in stems:
            having[one].append(stems)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    before: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (word, following), times in pairs.items():
        if stem(following) not in no_title and _names(following) and len(following) > 2:
            after[stem(word)][following] += times
            before[stem(word), following][word] += times
    return _Told(forms, nouns, alone, having, after, before)


def _proposed(texts: Sequence[str], topic: Topic) -> list[Proposed]:
    """Words that many statements share, each with the words it most often stands with.

    A noun qualifies (what stands after a determiner, a number or "of", and often enough before no word of meaning) by
    the number of passages that hold it, unless very many do; the parties' names, names of persons and places, words for
    the report and units of figures do not. A word that keeps company with an earlier theme's is one of its words. Where
    the same word follows often, the title has it too.
    """
    told = _told(texts, topic)
    found: list[Proposed] = []
    used: set[str] = set()
    df = {one: len(held) for one, held in told.having.items()}
    for one, number in sorted(df.items(), key=lambda item: (-item[1], item[0])):
        if one in used or number < _LEAST or number > _COMMON * len(texts) or len(found) == _MOST:
            continue
        title = _form(told.forms[one])
        following = _form(told.after[one]) if told.after[one] else ""
        several = title.endswith("s") and title[:-1] in told.forms[stem(title[:-1])]  # boats sink: no phrase
        phrase = bool(following) and not several and told.after[one][following] >= max(2, _PHRASE * number)
        thing = phrase or (told.alone[one] >= _ALONE * told.forms[one].total() and _names(title))
        if 5 * told.nouns[one] < 2 * number or not thing:
            continue
        used.add(one)
        together = Counter(chain.from_iterable(told.having[one]))
        near = sorted(
            (other for other, times in together.items() if other not in used and times > 1),
            key=lambda other: (-together[other] / (2 + df[other]), other),
        )[: _WORDS - 1]
        used.update(near)
        defining = (title, *(_form(told.forms[other]) for other in near))
        if phrase:
            title = f"{_form(told.before[one, following])} {following}"
            used.add(stem(following))
        found.append((slug(title), title.capitalize(), defining))
    return found


def _names(word: str) -> bool:
    """Whether a word may be a thing's name as far as its form tells: no past of a verb, no little word."""
    past = word.endswith("ed") and not word.endswith("eed")
    return bool(word) and not past and word not in stop() and word not in wordset("pairing", "participles")


def _units(pairs: Mapping[tuple[str, str], int]) -> frozenset[str]:
    """Words that mostly stand behind a number, such as those for money, time and shares.

    `pairs` says how often one word stands behind another.
    """
    times: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for (word, following), number in pairs.items():
        one = stem(following)
        times[one] += number
        counted[one] += number * (word[0].isdigit() or word in number_words())
    return frozenset(one for one, number in counted.items() if number > _UNIT * times[one])


def _form(forms: Counter[str]) -> str:
    """The form of a word that is used most."""
    return min(forms, key=lambda form: (-forms[form], form))
