"""The reading of all articles together, kept for runs before which none of them has changed: after a review, say."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

from diptych.drafts import Article, Difference, Group, Reading, Speaker, Statement
from diptych.notes import digest_of
from diptych.pipeline.readings import Readings
from diptych.pipeline.stating import keys, plain, unplain
from diptych.spans import Span
from diptych.topic import Topic

#: Of more articles the note would be too much to hold at once, beside what it is made of.
_MOST = 20_000


def whole(
    articles: Sequence[Article], found: Sequence[str], topic: Topic, readings: Readings, read: Callable[[], Reading]
) -> Reading:
    """The reading that `read` makes of the articles, or the one that was kept of the same ones.

    `found` are their packed attributions. What is kept of each by itself stays, too.
    """
    if len(articles) > _MOST:
        return read()
    named = keys(articles, found, topic)
    key = digest_of(("reading", repr(topic), *map(_of, articles), *named))
    kept = readings.get(key)
    try:
        made = None if kept is None else _unpacked(articles, kept)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError):
        made = None
    if made is None:
        made = read()
        readings.put(key, _packed(made))
    else:
        readings.spare(named)
    return made


def _of(article: Article) -> str:
    """What of an article its own note does not name, or that it has none for, since it is a copy."""
    sentences = [[one.start, one.end, one.use] for one in article.sentences]
    return json.dumps([article.seed.file, article.seed.sha256, article.span, article.kind, article.copy_of, sentences])


def _packed(reading: Reading) -> str:
    """The reading in JSON, of which each group becomes text by itself: as lists all together are several times that."""
    groups = [
        _json([one.kind, _plain(one.statements), _plain(one.beside), one.themes, one.answers]) for one in reading.groups
    ]
    differences = [[one.kind, one.what, one.spans] for one in reading.differences]
    speakers = _json([astuple(one) for one in reading.speakers.values()])
    ends = f"[{speakers},[", f"],{_json(reading.themes)},{_json(differences)}]"
    return ",".join(groups).join(ends)


_json = json.JSONEncoder(separators=(",", ":")).encode


def _plain(statements: Sequence[Statement]) -> list[list[Any]]:
    return [[one.article, *plain(one)] for one in statements]


def _unpacked(articles: Sequence[Article], kept: str) -> Reading:
    speakers, groups, themes, differences = json.loads(kept)
    read = unplain()
    return Reading(
        articles=tuple(articles),
        speakers={one[0]: _speaker(*one) for one in speakers},
        groups=tuple(
            Group(
                kind,
                tuple(read(*said) for said in statements),
                tuple(about),
                tuple((to, how) for to, how in answers),
                tuple(read(*said) for said in beside),
            )
            for kind, statements, beside, about, answers in groups
        ),
        themes=tuple((given, title, tuple(defining)) for given, title, defining in themes),
        differences=tuple(
            Difference(kind, what, tuple((article, Span(*span)) for article, span in spans))
            for kind, what, spans in differences
        ),
    )


def _speaker(given: str, name: str, kind: Any, party: Any, role: str | None, of: str | None, aliases: Any) -> Speaker:
    return Speaker(given, name, kind, party, role, of, tuple(aliases))
