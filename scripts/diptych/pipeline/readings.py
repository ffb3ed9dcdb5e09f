"""What was read in every article, kept from run to run: one whose text, words and code are the same is not read again.

A note is a file below `.diptych/readings`, named by the digest of all that the reading came from but the code. It bears
a mark that names the dossier and the code; one that is broken, or bears another mark, is not there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from diptych import notes
from diptych.drafts import Article, Attribution, Seed
from diptych.ingest.articles import Found
from diptych.records import Sentence
from diptych.spans import Span

A = TypeVar("A")
B = TypeVar("B")

FOLDER = "readings"


class Readings:
    """The notes of a dossier in a folder, and which of them a run has used; without a folder nothing is kept."""

    def __init__(self, folder: Path | None = None, mark: str = "") -> None:
        self._folder, self._mark = folder, mark
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """What is noted under a digest, or None."""
        if self._folder is None:
            return None
        body = notes.read(self._folder / key[:2] / key[2:], f"{self._mark} {key}")
        if body is None:
            return None
        self._used.add(key)
        return body.decode("ascii", "replace")

    def put(self, key: str, text: str) -> None:
        """Notes something; where that can't be done, or a link stands in the way, it is read again next time."""
        if self._folder is None or self._folder.is_symlink() or (self._folder / key[:2]).is_symlink():
            return
        self._used.add(key)
        with suppress(OSError):
            notes.write(self._folder / key[:2] / key[2:], f"{self._mark} {key}", text.encode("ascii"))

    def spare(self, keys: Iterable[str]) -> None:
        """Has what is noted under some digests outlast this run, though it was not asked for."""
        self._used.update(keys)

    def sweep(self) -> None:
        """Removes what this run has not used: the articles are gone, or are others now."""
        if self._folder is None or self._folder.is_symlink():
            return
        with suppress(OSError):
            for some in sorted(self._folder.iterdir()):
                for one in sorted(some.iterdir()) if some.is_dir() and not some.is_symlink() else ():
                    if f"{some.name}{one.name}" not in self._used:
                        one.unlink()
                with suppress(OSError):
                    some.rmdir()


@dataclass(frozen=True, slots=True)
class Form(Generic[A, B]):
    """How results are kept: by which digest of what they come from, and how they are made of it and a text in ASCII.

    `made` raises `ValueError`, or what reading broken JSON does, where the text no longer holds; `fresh` makes them of
    a text of this run, which does.
    """

    key: Callable[[A], str]
    made: Callable[[A, str], B]
    fresh: Callable[[A, str], B] | None = None


def remembered(
    held: Readings, form: Form[A, B], items: Sequence[A], each: Callable[[Sequence[A]], Iterable[str]]
) -> Iterator[B]:
    """The results for some items in their order: those that are kept, and what `each` makes of the others, packed."""
    keys = [form.key(item) for item in items]
    known = [_thawed(form, item, held.get(key)) for item, key in zip(items, keys, strict=True)]
    made = iter(each([item for item, one in zip(items, known, strict=True) if one is None]))
    for item, key, one in zip(items, keys, known, strict=True):
        if one is not None:
            yield one
            continue
        new = next(made)
        held.put(key, new)
        yield (form.fresh or form.made)(item, new)


def _thawed(form: Form[A, B], item: A, kept: str | None) -> B | None:
    if kept is None:
        return None
    try:
        return form.made(item, kept)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return None


def packed_articles(read: Callable[[Seed], Sequence[Found]], seed: Seed) -> str:
    """The articles that are read in a seed, as they are kept and handed over."""
    plain = [
        [
            list(one.article.span),
            [[sentence.start, sentence.end, sentence.use] for sentence in one.article.sentences],
            [one.article.title, one.article.publisher, list(one.article.authors), one.article.published],
            one.agency,
            one.spun,
        ]
        for one in read(seed)
    ]
    return json.dumps(plain, separators=(",", ":"))


def _made_found(_: Seed, kept: str) -> list[Found]:
    bare = Seed("", "", "")
    made: list[Found] = []
    for span, sentences, (title, publisher, authors, published), agency, spun in json.loads(kept):
        article = Article(
            seed=bare,
            span=Span(*span),
            sentences=tuple(Sentence(start=start, end=end, use=use) for start, end, use in sentences),
            title=title,
            publisher=publisher,
            authors=tuple(authors),
            published=published,
        )
        made.append(Found(article, agency, spun))
    return made


#: The articles of a seed, before they are compared with any other: its text tells them. They come without the seed.
ARTICLES: Form[Seed, list[Found]] = Form(lambda seed: notes.digest_of(("articles", seed.text)), _made_found)


def packed(found: Sequence[Attribution]) -> str:
    """The attributions of an article as they are kept and handed over: JSON, a tenth of what they are in memory."""
    plain = [
        [
            one.content,
            [one.mode, one.rule, one.force, one.speaker, one.resolved_by],
            one.source,
            one.cue,
            one.quotes,
        ]
        for one in found
    ]
    return json.dumps(plain, separators=(",", ":"))


def unpacked(kept: str) -> list[Attribution]:
    """The attributions that were packed."""
    return [
        Attribution(
            content=tuple(Span(*span) for span in content),
            mode=mode,
            rule=rule,
            force=force,
            source=Span(*source) if source else None,
            cue=Span(*cue) if cue else None,
            speaker=speaker,
            resolved_by=resolved_by,
            quotes=tuple(Span(*span) for span in quotes),
        )
        for content, (mode, rule, force, speaker, resolved_by), source, cue, quotes in json.loads(kept)
    ]


def speakers_of(kept: str) -> set[str]:
    """The names of those who speak in packed attributions."""
    return {speaker for _, (_, _, _, speaker, _), _, _, _ in json.loads(kept) if speaker}


def attributions_of(kept: str, start: int) -> list[Attribution]:
    """The attributions that were packed of an article that starts there, in offsets of its seed."""
    return shifted(unpacked(kept), start)


def shifted(found: Sequence[Attribution], start: int) -> list[Attribution]:
    """Attributions of an article that starts there, in offsets of its seed."""
    return [
        replace(
            one,
            content=tuple(span.shifted(start) for span in one.content),
            source=one.source and one.source.shifted(start),
            cue=one.cue and one.cue.shifted(start),
            quotes=tuple(span.shifted(start) for span in one.quotes),
        )
        for one in found
    ]
