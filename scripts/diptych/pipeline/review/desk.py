"""A dossier as it lies before a person: what it holds, and what the decisions made so far change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from diptych import yamlio
from diptych.drafts import Article
from diptych.history import Rejected
from diptych.ingest import ingest
from diptych.ledger import cited_addresses
from diptych.lexicons import laying
from diptych.pipeline.identity import Register
from diptych.pipeline.numbering import Numbered, next_number, numbers, page, told, with_numbers
from diptych.pipeline.refinding import context
from diptych.pipeline.standing import Standing, quoted, standing
from diptych.problems import did_you_mean
from diptych.records import Item, Quoted, Record, Source
from diptych.store import (
    append_ids,
    append_rejected,
    dump_model,
    item_file,
    load,
    revised,
    revised_data,
    write,
)
from diptych.values import ITEM_ID

P = TypeVar("P", bound=Quoted)

_REFERENCE = re.compile(rf"({ITEM_ID})#p([1-9][0-9]*)")


class Desk:
    """The files of a dossier and the changes to them; nothing is on disk before `save`.

    Raises `DossierError` where a file of content/ or a seed can't be read.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        loaded = load(root)
        self.dossier, seeds = loaded.opened()
        self.lists = loaded.lists
        self.seeds = {seed.file: seed for seed in seeds}
        self.items: dict[str, Item] = {item.id: item for item in self.dossier.items}
        self._reviewed = frozenset(item.id for item in self.dossier.items if item.status == "reviewed")
        self.sources: dict[str, Source] = {source.id: source for source in self.dossier.sources}
        self.texts = dict(loaded.texts)
        self._read: Mapping[str, str] = loaded.texts
        self._register = Register(self.dossier)
        self._rejected: list[Rejected] = []
        self._addresses: dict[str, list[dict[str, str]]] = {"moved": [], "gone": []}
        #: Every address that a release made citable, or that one of those leads on to.
        self._cited = set(cited_addresses(self.dossier.permalinks))
        self._changes: dict[str, str | None] = {}

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that ingest finds in the seeds that have changed."""
        changed = {source.file for source in self.dossier.sources if source.file in self.seeds and self._stale(source)}
        with laying(self.lists):
            return tuple(ingest([self.seeds[file] for file in sorted(changed)]))

    @cached_property
    def now(self) -> Standing:
        """Where the passages of the dossier, as it was read, stand in the seeds as they are."""
        return standing(self.dossier.sources, quoted(self.dossier), self.seeds, self.articles)

    def item(self, given: str) -> Item:
        """A record or discrepancy; `ValueError` where none has that ID."""
        if given not in self.items:
            hint = did_you_mean(given, self.items)
            raise ValueError(f"there is no record or discrepancy {given!r}" + (f"; {hint}" if hint else ""))
        return self.items[given]

    def passage(self, reference: str) -> tuple[Item, int]:
        """The item and the number of a reference such as `C4#p2`; `ValueError` where there is no such passage."""
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise ValueError(f"{reference!r} names no passage: write ID#pNUMBER, such as C4#p2")
        item, number = self.item(match[1]), int(match[2])
        if number not in numbers(item):
            raise ValueError(f"{item.id} has no passage {number}; it has {told(numbers(item))}")
        return item, number

    def keep(self, item: Item, passages: Iterable[Numbered]) -> list[int]:
        """Puts an item with other passages in its place, and returns their numbers.

        Those that it had stay, unless it was only a proposal.
        """
        held = list(passages)
        if item.id not in self._reviewed and not self._is_cited(item):  # nobody can have cited it by number
            held = [Numbered(at, one.passage) for at, one in enumerate(held, 1)]
        given, made = with_numbers(held, next_number(item, self._cited))
        self.put(item.model_copy(update={"passages": made}))
        return given

    def _is_cited(self, item: Item) -> bool:
        """Whether an item, or a place on its page, has an address that somebody may have cited."""
        return any(one.startswith(page(item)) for one in self._cited)

    def redirect(self, was: str, now: str) -> None:
        """Notes where a cited address is found now."""
        if was in self._cited and was != now:
            self._addresses["moved"].append({"was": was, "now": now})
            self._cited.add(now)

    def gone(self, was: str, because: str) -> None:
        """Notes why a cited address is no more."""
        if was in self._cited:
            self._addresses["gone"].append({"was": was, "why": because or "Rejected on review."})

    def records(self) -> list[Record]:
        """The records as they are now."""
        return [item for item in self.items.values() if isinstance(item, Record)]

    def put(self, item: Item) -> None:
        """Puts an item in the place of what had its ID, or adds it."""
        file = item_file(item)
        self._write(file, revised(self.texts[file], file, item) if file in self.texts else dump_model(item))
        self.items[item.id] = item

    def put_source(self, source: Source) -> None:
        """Puts a source in the place of what had its ID."""
        file = item_file(source)
        self._write(file, revised(self.texts[file], file, source))
        self.sources[source.id] = source

    def entries(self, file: str) -> list[dict[str, Any]]:
        """What a list file (actors, themes) holds."""
        return list(yamlio.load(self.texts.get(file, ""), file) or [])

    def put_entries(self, file: str, meant: list[dict[str, Any]]) -> None:
        """Changes what a list file holds, and of its bytes as few as need be."""
        self._write(file, revised_data(self.texts[file], file, meant))

    def drop(self, item: Item) -> None:
        """Takes an item away; its ID is never given again."""
        file = item_file(item)
        self.items.pop(item.id)
        self.texts.pop(file, None)
        self._changes[file] = None

    def drop_source(self, source: Source) -> None:
        """Takes a source away; its ID is never given again."""
        self.sources.pop(source.id)
        self._changes[item_file(source)] = None

    def refuse(self, item: Item, passages: Iterable[Quoted], because: str) -> None:
        """Remembers that a person has rejected passages of an item."""
        keys = set(Quoted.model_fields)
        self._rejected += [
            Rejected(**one.model_dump(include=keys), id=item.id, kind=item.kind, because=because)
            for one in map(self.noted, passages)
        ]

    def new_id(self, letter: str) -> str:
        """An ID that was never given before."""
        return self._register.next(letter)

    def take_id(self, given: str) -> None:
        """Gives an ID that a person chose; `ValueError` where it was given before."""
        self._register.take(given)

    def reviewed(self, item: Item) -> Item:
        """The item as a person leaves it: reviewed, with what stands around its passages."""
        return item.model_copy(update={"status": "reviewed", "passages": tuple(map(self.noted, item.passages))})

    def noted(self, passage: P) -> P:
        """A passage with what stands around it, if it stands where it says in the seed that its source is pinned to."""
        source = self.sources.get(passage.source)
        seed = self.seeds.get(source.file) if source else None
        if source is None or seed is None or self._stale(source) or passage.span.of(seed.text) != passage.text:
            return passage
        prefix, suffix = context(seed.text, passage.span)
        return passage.model_copy(update={"prefix": prefix, "suffix": suffix})

    def save(self) -> list[str]:
        """Writes all changes or none, and returns the files that changed.

        Raises `Meanwhile` where one of them is not what it was when it was read.
        """
        changes = dict(self._changes)
        file = "content/permalinks.yml"
        text = append_ids(self.texts.get(file, ""), file, self._register.new)
        if any(self._addresses.values()):
            data = yamlio.load(text, file)
            more = {key: [*data.get(key, ()), *new] for key, new in self._addresses.items() if new}
            text = revised_data(text, file, {**data, **more})
        if text != self.texts.get(file, ""):
            changes[file] = text
        if self._rejected:
            file = "content/rejected.yml"
            changes[file] = append_rejected(self.texts.get(file, ""), file, self._rejected)
        return write(self.root, changes, {one: self._read.get(one) for one in changes})

    def _write(self, file: str, text: str) -> None:
        self.texts[file] = self._changes[file] = text

    def _stale(self, source: Source) -> bool:
        return self.seeds[source.file].sha256 != source.sha256
