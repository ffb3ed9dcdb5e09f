"""Quotations that should be one and are worded differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites, facing
from diptych.pair.thesaurus import meanings
from diptych.pair.words import stem, stop, words
from diptych.spans import Span

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "'": "'"}
_MARK = re.compile("[“”„«»\"‘’']")
#: Of the shorter quotation's words, so many must come in the same order in the other for both to be one; so many more
#: where two parties seem to speak, for one of them is then most likely misread.
_SAME = 0.5
_SURE = 0.7
#: Where one party speaks and so many are the same, one that carries meaning is enough.
_MOSTLY = 0.75
_COMMON = 40
#: Of what one person says, so many words that carry meaning must have their like in the other quotation, and so many
#: of the shorter one's, where they are not the same words in the same order; such two are so much less near.
_FEWEST = 2
_MEANT = 0.7
_TRANSLATED = 0.5


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks in one sentence of an article; the span holds the marks."""

    article: int
    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]
    speaker: str | None
    party: str | None


def quotations(
    article: int, text: str, sentences: Sequence[Span], said: Sequence[Statement], speakers: Mapping[str, Speaker]
) -> list[Quotation]:
    """The quotations of an article, cut at the ends of sentences, with who speaks where a statement tells."""
    found: list[Quotation] = []
    for span in _marked(text, sentences):
        spoken = tuple(words(span.of(text)))
        if not spoken:
            continue
        on_it = [one for one in said if one.span.start < span.end and span.start < one.span.end]
        over = max(on_it, key=lambda one: (one.span.overlap(span), -one.span.start), default=None)
        speaker = over.speaker if over is not None else None
        held = speakers.get(speaker or "")
        stems = tuple(word if word in stop() else stem(word) for word in spoken)
        found.append(Quotation(article, span, spoken, stems, speaker, held.party if held else None))
    return found


def _marked(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Spans between matching marks; what is open at a sentence's end goes on in the next one."""
    found: list[Span] = []
    closing = ""
    for place, sentence in enumerate(sentences):
        if place and "\n" in text[sentences[place - 1].end : sentence.start]:
            closing = ""
        start = sentence.start
        for match in _MARK.finditer(text, *sentence):
            at, mark = match.start(), match[0]
            if closing:
                if mark == closing and not _apostrophe(text, at):
                    found.append(Span(start, at + 1))
                    closing = ""
            elif mark in _PAIRS and _opens(text, at):
                start, closing = at, _PAIRS[mark]
        if closing:
            found.append(Span(start, sentence.end))
            if _PAIRS.get(text[start : start + 1]) == closing and closing in "'" and "'" not in text[start + 1 :]:
                closing = ""
    return [span for span in found if span.end - span.start > 2]


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _apostrophe(text: str, at: int) -> bool:
    return text[at] in "'’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def altered(
    articles: Sequence[Article], held: Mapping[int, Sequence[Quotation]], made_from: Rewrites
) -> list[list[Quotation]]:
    """Sets of quotations that are one and differ in their words.

    In a rewrite the quotations of a sentence are those of the sentence it was made from, in order. Elsewhere two are
    one where the same party speaks and most of the shorter one's words stand in the other in the same order, some of
    them words that carry meaning; the closest come first, and no set takes two different quotations of one article.
    """
    everything = [one for number in sorted(held, key=lambda number: articles[number].order) for one in held[number]]
    place = {id(one): number for number, one in enumerate(everything)}
    into = list(range(len(everything)))
    sets = {number: [one] for number, one in enumerate(everything)}
    for one, other in [*_in_rewrites(made_from, held), *_alike(everything)]:
        first, second = sorted((into[place[id(one)]], into[place[id(other)]]))
        if first != second and not _clash(sets[first], sets[second]):
            sets[first] += sets.pop(second)
            for member in sets[first]:
                into[place[id(member)]] = first
    found = []
    for members in sets.values():
        if len({one.words for one in members}) > 1 and len({one.article for one in members}) > 1:
            found.append(members)
    return found


def _in_rewrites(made_from: Rewrites, held: Mapping[int, Sequence[Quotation]]) -> list[tuple[Quotation, Quotation]]:
    found: list[tuple[Quotation, Quotation]] = []
    for theirs, ours in facing(made_from, held, lambda one: one.span):
        if len(ours) == len(theirs):
            found += zip(theirs, ours, strict=True)
    return found


def _clash(some: Sequence[Quotation], others: Sequence[Quotation]) -> bool:
    """Whether an article would have two quotations in one set, and neither is the other one's words."""
    return any(
        a.article == b.article and not _within(*sorted((a.words, b.words), key=len)) for a in some for b in others
    )


def _alike(everything: Sequence[Quotation]) -> list[tuple[Quotation, Quotation]]:
    """Quotations of different articles that are one by their words, the closest first."""
    posted: dict[str, list[int]] = defaultdict(list)
    for number, quotation in enumerate(everything):
        for word in sorted(set(quotation.stems) - stop()):
            posted[word].append(number)
    pairs: set[tuple[int, int]] = set()
    for places in posted.values():
        if len(places) <= _COMMON:
            known = [(place, everything[place].article) for place in places]
            for i, (a, article) in enumerate(known, 1):
                pairs.update([(a, b) for b, of in known[i:] if of != article])
    close = {pair: _closeness(everything[pair[0]], everything[pair[1]]) for pair in pairs}
    order = sorted((pair for pair in pairs if close[pair]), key=lambda pair: (-close[pair], pair))
    return [(everything[a], everything[b]) for a, b in order]


def _closeness(a: Quotation, b: Quotation) -> float:
    """How near two quotations are to being one; 0 if they are not. What is only translated is the farthest."""
    return _alike_in_words(a, b) or (_TRANSLATED * _alike_in_meaning(a, b) if a.speaker == b.speaker else 0.0)


def _alike_in_meaning(a: Quotation, b: Quotation) -> float:
    """The share of the shorter one's telling words that the other has, or has another word for; 0 if they are not one.

    Somebody's words that were translated back come in other words of the same meaning.
    """
    short, long = sorted(([one for one in some.stems if one not in stop()] for some in (a, b)), key=len)
    if a.speaker is None or len(short) < _FEWEST:
        return 0.0
    ours, theirs = meanings(short), meanings(long)
    left = list(long)
    for one in short:
        alike = one if one in left else next((it for it in left if not ours[one].isdisjoint(theirs[it])), None)
        if alike is not None:
            left.remove(alike)
    shared = len(long) - len(left)
    return shared / len(short) if shared >= max(_FEWEST, _MEANT * len(short)) else 0.0


def _alike_in_words(a: Quotation, b: Quotation) -> float:
    """The share of the shorter quotation's words that stand in the other in the same order; 0 if they are not one."""
    others = (a.party and b.party and a.party != b.party) or (a.party == b.party == "third" and a.speaker != b.speaker)
    short, long = sorted((a.stems, b.stems), key=lambda one: (len(one), one))
    least = (_SURE if others else _SAME) * len(short)
    if sum(map(set(long).__contains__, short)) < least:
        return 0.0
    if len(short) < 4 or _within(short, long):
        return float(not others and _within(short, long) and len(set(short) - stop()) >= 2)
    matcher = SequenceMatcher(None, short, long, autojunk=False)
    shared = [word for block in matcher.get_matching_blocks() for word in short[block.a : block.a + block.size]]
    meant = len(set(shared) - stop())
    mostly = meant and not others and len(shared) >= _MOSTLY * len(short)
    return len(shared) / len(short) if (meant >= 2 or mostly) and len(shared) >= least else 0.0


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    size = len(short)
    return any(tuple(long[i : i + size]) == tuple(short) for i in range(len(long) - size + 1))


def differing(members: Sequence[Quotation]) -> bool:
    """Whether the wordings differ beyond one being cut out of another."""
    wordings = sorted({one.words for one in members}, key=lambda one: (len(one), one))
    return any(
        not _within(_plain(short), _plain(long)) for i, short in enumerate(wordings) for long in wordings[i + 1 :]
    )


def _plain(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.sub(r"[^\w]", "", word) for word in said)
