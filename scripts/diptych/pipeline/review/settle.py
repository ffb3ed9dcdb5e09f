"""Writes where passages stand now into the files that quote them, once their seed has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from diptych.pipeline.numbering import numbered, numbers
from diptych.pipeline.refinding import context
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.standing import homes_of
from diptych.records import Item, Quoted, Sentence, Source
from diptych.spans import Span

#: So many sentences of the same lengths in a row are taken for the same sentences.
_ROW = 3


def refind(desk: Desk, references: Iterable[str] = ()) -> list[str]:
    """Gives the passages that moved their new places, and their sources the new seed where all passages are settled.

    A reference names an ambiguous passage that a person takes to stand at the one place where its words do (`C4#p2`),
    or at that of them which starts at an offset (`C4#p2@1520`). Of the files nothing but such numbers, and what stands
    around a passage that a person has placed, changes. Returns in words what was done and what was not. Raises
    `ValueError` where there is no such passage or place.
    """
    chosen: dict[Quoted, Span] = {}
    for reference in references:
        name, at, start = reference.partition("@")
        item, number = desk.passage(name)
        passage = next(one.passage for one in numbered(item) if one.number == number)
        chosen[passage] = _chosen(desk, name, passage, start if at else None)
    told: list[str] = []
    unsettled: Counter[str] = Counter()
    for item in list(desk.items.values()):
        passages = [_placed(desk, one, chosen) for one in item.passages]
        unsettled.update(old.source for old, new in zip(item.passages, passages, strict=True) if new is None)
        told += _moved(desk, item, passages)
    for source in list(desk.sources.values()):
        told += _source(desk, source, unsettled[source.id])
    return told


def _chosen(desk: Desk, name: str, passage: Quoted, start: str | None) -> Span:
    """The place where a person takes a passage to stand: of those where its words do, the one that starts there."""
    places = desk.now.found[passage].places
    fits = [one for one in places if start is None or str(one.start) == start]
    if len(fits) == 1:
        return fits[0]
    starts = ", ".join(str(one.start) for one in places)
    if not places:
        raise ValueError(f"the words of {name} stand nowhere in its source")
    raise ValueError(f"the words of {name} stand at {starts}: name one of them, as in {name}@{places[0].start}")


def _placed(desk: Desk, passage: Quoted, chosen: dict[Quoted, Span]) -> Quoted | None:
    """The passage where it stands now; None where a person has to say."""
    place = chosen.get(passage) or desk.now.found[passage].place
    if place is None:
        return None
    update: dict[str, Any] = {"start": place.start, "end": place.end}
    if passage in chosen and passage.prefix is not None:
        text = desk.seeds[desk.sources[passage.source].file].text
        update["prefix"], update["suffix"] = context(text, place)
    return passage.model_copy(update=update)


def _moved(desk: Desk, item: Item, passages: Sequence[Quoted | None]) -> list[str]:
    """Writes the new places into an item's file."""
    now = tuple(new or old for old, new in zip(item.passages, passages, strict=True))
    if now == item.passages:
        return []
    desk.put(item.model_copy(update={"passages": now}))
    return [
        f"{item.id}#p{number}: {old.start}–{old.end} is now {new.start}–{new.end}"
        for number, old, new in zip(numbers(item), item.passages, now, strict=True)
        if old.span != new.span
    ]


def _source(desk: Desk, source: Source, left: int) -> list[str]:
    """Pins a source to the seed as it is now, with its ledger, where nothing that rests on it is unsettled."""
    state = desk.now.seeds[source.id]
    if state == "renamed":
        file = homes_of(desk.dossier.sources, desk.seeds).get(source.id)
        if file is None:
            return [f"{source.id}: {source.file} is not there, and the file with its bytes is another source's"]
        desk.put_source(source.model_copy(update={"file": file}))
        return [f"{source.id}: its seed is now called {file}"]
    if state != "changed":
        return []
    if left:
        return [f"{source.id}: {left} passage{'' if left == 1 else 's'} still to settle before its new seed is taken"]
    spans = [one for one in desk.articles if one.seed.file == source.file]
    held = sorted((one for one in desk.dossier.sources if one.file == source.file), key=lambda one: one.start)
    if len(held) > 1 and len(held) != len(spans):
        said = f"{source.file} now holds {len(spans)} articles, where {len(held)} sources stood"
        return [f"{source.id}: {said}; write its start, end, sentences and sha256 by hand"]
    seed = desk.seeds[source.file]
    if len(held) == 1:
        span, sentences = Span(0, len(seed.text)), [one for article in spans for one in article.sentences]
    else:
        article = spans[[one.id for one in held].index(source.id)]
        span, sentences = article.span, list(article.sentences)
    ledger, known = _ledger(source.sentences, sentences)
    desk.put_source(
        source.model_copy(
            update={"start": span.start, "end": span.end, "sha256": seed.sha256, "sentences": tuple(ledger)}
        )
    )
    return [
        f"{source.id}: takes the new seed; {known} of its {len(ledger)} sentences are used as before, look at the rest"
    ]


def _ledger(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[list[Sentence], int]:
    """The new sentences, those that are the old ones with the use that a person gave them, and how many those are.

    The old text is gone: sentences are known by their lengths, several in a row.
    """
    before, after = ([one.end - one.start for one in some] for some in (old, new))
    made, known = list(new), 0
    for was, now, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        if size >= min(_ROW, len(old)):
            for step in range(size):
                made[now + step] = replace(new[now + step], use=old[was + step].use)
            known += size
    return made, known
