"""What an article tells in nobody's name, and another has somebody say: what speaks for its being theirs.

One outlet writes that the vests were old, another that this is what the inspectors found. Most of what several outlets
tell is background, told by none as anybody's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diptych.drafts import Article
from diptych.pair.compared import Compared
from diptych.pair.items import Item
from diptych.pair.reread import Rereading, beside

#: What begins an article and what ends it, as a share of it; and a long sentence, in words.
_EARLY, _LATE, _LONG = 0.15, 0.8, 15


def unsaid(articles: Sequence[Article], known: Compared) -> Iterator[Rereading]:
    """The evidence for each sentence that nobody says and that is like any statement.

    It is said by who says what stands before it in its paragraph, where that is of one kind with it, or by the other.
    """
    for place, one in enumerate(known.items):
        said = known.said(place) if one.statement in known.nobodys else []
        if said:
            value, other = said[0]
            text = articles[one.article].seed.text
            further = (v for v, third in said if third.kind == other.kind and third.article != other.article)
            nobodys = (v for v, third in known.alike[place] if known.items[third].statement in known.nobodys)
            found = beside(known, place, other.kind, text) | _told(one, text)
            found |= {"alike": value, "second": next(further, 0.0), "nobody": next(nobodys, 0.0)}
            before = known.before[place]
            speaker = before.speaker if before is not None and found["before"] else other.speaker
            why = ("another article says whose it is",)
            yield Rereading(
                None,
                replace(one.statement, kind=other.statement.kind, speaker=speaker, why=why),
                other.statement,
                found,
            )


def _told(one: Item, text: str) -> dict[str, float]:
    """What a sentence looks like and where it stands; `text` is its article's."""
    said = one.statement.span.of(text)
    return {
        "depth": one.depth,
        "early": float(one.depth < _EARLY),
        "late": float(one.depth > _LATE),
        "long": float(len(said.split()) >= _LONG),
        "question": float(said.rstrip(" ”’\"')").endswith("?")),
        "quoting": float(any(mark in said for mark in '“"‘')),
    }
