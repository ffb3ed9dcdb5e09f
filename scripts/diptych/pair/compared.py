"""What articles say, and what they tell in nobody's name, beside what is most like it in other articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.evidence import likeness
from diptych.pair.group import closest
from diptych.pair.items import Item, Spaces, ground, itemised, tell
from diptych.pair.neighbours import FEW, neighbours

#: Each is compared with so many of those that share its rare words, as far as they stand in other articles.
_NEAREST = 20


@dataclass(frozen=True, slots=True)
class Compared:
    """The items of statements and, as though they were claims of nobody's, of sentences that hold none.

    `nobodys` are the statements of those sentences. For the place of each item `alike` has how alike others are, as
    statements of one kind would be, with their places, the most alike first; `before` and `after` have the statements
    that stand next to it in its article.
    """

    items: Sequence[Item]
    nobodys: Set[Statement]
    alike: Mapping[int, Sequence[tuple[float, int]]]
    before: Mapping[int, Statement | None]
    after: Mapping[int, Statement | None]

    def said(self, place: int) -> list[tuple[float, Item]]:
        """The statements like an item, but for events, with how alike they are, the most alike first."""
        some = ((value, self.items[other]) for value, other in self.alike.get(place, ()))
        return [(value, one) for value, one in some if one.statement not in self.nobodys and one.kind != "event"]


def compared(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Sequence[Statement],
    known: Spaces,
    made_from: Rewrites,
) -> Compared | None:
    """What is like what, but for what rewrites say; None where there is too much of it."""
    held = [one for one in statements if one.article not in made_from]
    if len(held) > FEW:
        return None
    bare = {one for number, article in enumerate(articles) if number not in made_from for one in _bare(number, article)}
    bare -= {one for one in bare if any(one.span.overlap(other.span) for other in held if other.article == one.article)}
    told = tell(articles, sorted([*held, *bare], key=lambda one: one.place))
    items = itemised(articles, speakers, told, ground(told, known))
    pairs = sorted(set(_pairs(items)))
    claims = [replace(one, statement=replace(one.statement, kind="claim")) for one in items]
    alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), share in zip(pairs, closest(items, pairs), strict=True):
        value = likeness(claims[a], claims[b], share)
        alike[a].append((value, b))
        alike[b].append((value, a))
    for some in alike.values():
        some.sort(key=lambda one: (-one[0], one[1]))
    places = range(len(items))
    return Compared(items, bare, alike, _last(items, places, bare), _last(items, reversed(places), bare))


def _bare(number: int, article: Article) -> Iterator[Statement]:
    """The sentences of an article that may tell something, as statements of nobody's."""
    for sentence in article.sentences if article.kind != "copy" else ():
        if sentence.use != "noise":
            yield Statement(number, sentence.span, "indirect", "claim", None, None, "echo")


def _pairs(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Each with what is nearest to it, by rare words, as far as that stands in other articles."""
    for place, near in enumerate(neighbours([one.rare for one in items], _NEAREST)):
        for other in near:
            if items[place].article != items[other].article:
                yield min(place, other), max(place, other)


def _last(items: Sequence[Item], places: Iterable[int], nobodys: Set[Statement]) -> dict[int, Statement | None]:
    """For each place the last statement of its article before it, as the places come."""
    last: Statement | None = None
    found: dict[int, Statement | None] = {}
    for place in places:
        one = items[place].statement
        if last is not None and last.article != one.article:
            last = None
        found[place] = last
        if one not in nobodys:
            last = one
    return found
