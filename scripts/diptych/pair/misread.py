"""Statements whose kind was misread: other articles give the same, in like words, as what somebody else says.

One outlet tells who says it, the next has it behind a sentence on somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diptych.drafts import Article, Statement
from diptych.pair.compared import Compared
from diptych.pair.items import Item
from diptych.pair.reread import Rereading, beside

#: These rules find what a sentence says that names nobody.
_NAMELESS = frozenset(("continued", "goes-on", "own-words", "quotation"))
#: What one party says, whichever of these it is.
_OF_ONE_PARTY = frozenset(("claim", "recommendation"))


def misread(articles: Sequence[Article], known: Compared) -> Iterator[Rereading]:
    """The evidence for each statement being of the kind that the likest one of another kind is, mostly by its speaker.

    Nothing becomes a third party's: who says what a party does, and is taken for nobody's, is most likely that party's.
    """
    for place, one in enumerate(known.items):
        said = known.said(place) if not _certain(one.statement) and one.statement not in known.nobodys else []
        others = [(value, other) for value, other in said if other.kind not in (one.kind, "reaction")]
        if others:
            value, other = others[0]
            own = _two(said, one.kind)
            text = articles[one.article].seed.text
            before = known.before[place]
            found = beside(known, place, other.kind, text) | {
                "alike": value,
                "second": _two(others, other.kind)[1],
                "own": own[0],
                "own-second": own[1],
                "own-before": float(before is not None and before.kind == one.kind),
                "goes-on": float(before is not None and before.speaker == one.speaker),
                "nameless": float(one.statement.rule in _NAMELESS),
                "person": float(one.person),
                "by-a-person": float(other.person),
                "recommendation": float(one.kind == "recommendation"),
                "asked": float(other.kind == "recommendation"),
            }
            yield Rereading(one.statement, _meant(one.statement, other.statement), other.statement, found)


def _certain(one: Statement) -> bool:
    """Whether no other article tells better whose a statement is: an event is nobody's, and a party named is that."""
    return one.kind == "event" or (one.named and one.kind != "reaction")


def _meant(one: Statement, other: Statement) -> Statement:
    """A statement as one of another's kind: by that one's speaker, or still by its own where both are of one party.

    The reporting word is that of its own speaker, and whom it asks is known of what asks for something alone.
    """
    addressee = one.addressee if other.kind == "recommendation" else None
    made = replace(one, kind=other.kind, rule="echo", addressee=addressee)
    if one.speaker is not None and {one.kind, other.kind} <= _OF_ONE_PARTY:
        return replace(made, why=(*one.why, f"other articles give it as a {other.kind}"))
    return replace(made, speaker=other.speaker, cue=None, why=(*one.why, "other articles give it as somebody else's"))


def _two(said: Sequence[tuple[float, Item]], kind: str) -> tuple[float, float]:
    """How alike the two likest statements of a kind are, which two articles tell; `said` are the likest first."""
    first = next(((value, one.article) for value, one in said if one.kind == kind), (0.0, -1))
    return first[0], next((value for value, one in said if one.kind == kind and one.article != first[1]), 0.0)
