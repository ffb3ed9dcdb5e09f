"""What each article states, kept from run to run: it is read again where its words, or what it took of others, change.

A note holds the statements, the speakers, and the questions about persons that were asked on the way, with a digest of
what was known then. It counts as long as the same questions have the same answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple

from diptych.collector import paused
from diptych.drafts import Article, Statement
from diptych.extract.classify import stated
from diptych.extract.corpus import Common, stating_order
from diptych.extract.identity import Identity
from diptych.extract.speakers import Stated
from diptych.extract.witnessed import answers, witnessed
from diptych.notes import digest_of
from diptych.pipeline.readings import Form, Readings, attributions_of, remembered
from diptych.pipeline.workers import Workers
from diptych.spans import Span
from diptych.topic import Topic


class _Asked(NamedTuple):
    """An article by its place among all, and its packed attributions in offsets of its own."""

    number: int
    found: str


def stating(
    articles: Sequence[Article],
    held: Callable[[], Sequence[Article]],
    found: Sequence[str],
    known: Common,
    others: Workers,
    readings: Readings,
) -> Iterator[Stated]:
    """What the articles state, in reading order; `found` are the packed attributions of each, copies have none.

    `held` gives the articles wherever the work is done.
    """
    asked = _asked(articles, found)
    unpacked = partial(_unpacked, articles)
    form: Form[_Asked, Stated] = Form(
        partial(_key, articles, _of(known.topic)), partial(unpacked, known), partial(unpacked, None)
    )

    def each(left: Sequence[_Asked]) -> Iterator[str]:
        shared = others.share(known) if left else lambda: known
        return others.map("classifying", partial(_stated, held, shared), left)

    return remembered(readings, form, asked, each)


def keys(articles: Sequence[Article], found: Sequence[str], topic: Topic) -> list[str]:
    """What the notes of the articles are named by, in reading order."""
    named = _of(topic)
    return [_key(articles, named, one) for one in _asked(articles, found)]


def _asked(articles: Sequence[Article], found: Sequence[str]) -> list[_Asked]:
    return [_Asked(number, found[number]) for number in stating_order(articles)]


def _of(topic: Topic) -> str:
    return digest_of((repr(topic),))


def _key(articles: Sequence[Article], topic: str, one: _Asked) -> str:
    """What a note is named by: all that a reading takes from the article itself and from the topic."""
    article = articles[one.number]
    sentences = [[said.start, said.end, said.use] for said in article.sentences]
    facts = [article.title, article.publisher, article.authors, article.published, article.kind]
    own = json.dumps([article.span, sentences, facts, one.found], separators=(",", ":"))
    return digest_of(("stated", topic, own, article.seed.text))


def _stated(articles: Callable[[], Sequence[Article]], known: Callable[[], Common], one: _Asked) -> str:
    """What the article at a place states, packed."""
    article = articles()[one.number]
    with paused():
        common, asked = witnessed(known(), article.seed.text)
        made = stated(common, one.number, article, attributions_of(one.found, article.span.start))
        questions = asked()
        return _packed(made, questions, _told(known(), article, questions))


def _told(known: Common, article: Article, questions: Sequence[tuple[str, str]]) -> str:
    return digest_of((answers(known, article.seed.text, questions).replace("\0", " "),))


def _packed(made: Stated, questions: Sequence[tuple[str, str]], told: str) -> str:
    statements = [plain(one) for one in made.statements]
    met = [
        [given, [who.party, who.name, who.itself, who.person, who.organisation], list(who.why), who.body]
        for given, who in made.met.items()
    ]
    return json.dumps([told, questions, statements, met], separators=(",", ":"))


def _unpacked(articles: Sequence[Article], known: Common | None, one: _Asked, kept: str) -> Stated:
    """What was kept of an article. Raises `ValueError` where other things are `known` now than when that was read."""
    told, questions, statements, met = json.loads(kept)
    if known is not None and told != _told(known, articles[one.number], [(what, given) for what, given in questions]):
        raise ValueError("what is known of those whom the article names has changed")
    read = unplain()
    return Stated(
        [read(one.number, *parts) for parts in statements],
        {
            given: Identity(party, name, itself, person, organisation, tuple(why), body)
            for given, (party, name, itself, person, organisation), why, body in met
        },
    )


def plain(one: Statement) -> list[Any]:
    """A statement as plain data, but for its article."""
    texts = [one.mode, one.kind, one.speaker, one.cue, one.rule, one.force, one.addressee, one.date]
    return [list(one.span), texts, list(one.why), one.named]


def unplain() -> Callable[..., Statement]:
    """What makes statements of articles and plain data; a reading of JSON has every string anew, and these have not."""
    same: dict[Any, Any] = {}

    def read(article: int, span: Any, texts: Any, why: Any, named: bool) -> Statement:
        mode, kind, speaker, cue, rule, force, addressee, date = [same.setdefault(text, text) for text in texts]
        why = _why(*why)
        return Statement(article, Span(*span), mode, kind, speaker, cue, rule, force, addressee, date, why, named)

    return read


@lru_cache(maxsize=1024)
def _why(*told: str) -> tuple[str, ...]:
    return told
