"""A proposal as files of content/: what to write, and what no longer stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from diptych.dossier import Dossier
from diptych.pipeline.identity import Register
from diptych.pipeline.propose import Proposal
from diptych.pipeline.sources import Registered
from diptych.records import Item, Model
from diptych.store import append_ids, dump_model, item_file, merge_list


class Each(Protocol):
    """Applies a function to every model, as `map` does; perhaps in other processes."""

    def __call__(self, function: Callable[[Model], str], items: Sequence[Model], /) -> Iterable[str]:
        """The results in the order of the models."""
        ...


def files(
    proposal: Proposal,
    dossier: Dossier,
    registered: Registered,
    texts: Mapping[str, str],
    ids: Register,
    each: Each = map,
) -> dict[str, str | None]:
    """The texts of the files to write, by path from the root, and None for those to remove; `each` dumps the models."""
    made: dict[str, str | None] = {item_file(old): None for old in proposal.withdrawn}
    found = {source.id for source in (*registered.sources, *registered.kept)}
    made |= {_source(old.id): None for old in dossier.sources if old.id not in found}
    models: dict[str, Model] = {_source(one.id): one for one in registered.sources if one.status == "proposed"}
    items: tuple[Item, ...] = (*proposal.records, *proposal.discrepancies)
    models |= {item_file(item): item for item in items}
    made |= zip(models, each(dump_model, list(models.values())), strict=True)
    lists: tuple[tuple[str, Sequence[Model], Sequence[Model]], ...] = (
        ("content/actors.yml", [one for one in dossier.actors if one.status == "proposed"], proposal.actors),
        ("content/themes.yml", [one for one in dossier.themes if one.status == "proposed"], proposal.themes),
    )
    for file, held, new in lists:
        if list(held) != list(new):
            made[file] = merge_list(texts.get(file, ""), file, new)
    if ids.new:
        file = "content/permalinks.yml"
        made[file] = append_ids(texts.get(file, ""), file, ids.new)
    return made


def _source(given: str) -> str:
    return f"content/sources/{given}.yml"
