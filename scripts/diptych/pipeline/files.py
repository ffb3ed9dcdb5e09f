"""A proposal as files of content/: what to write, and what no longer stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from diptych.dossier import Dossier
from diptych.notes import digest, digest_of
from diptych.pipeline.identity import Register
from diptych.pipeline.propose import Proposal
from diptych.pipeline.readings import Readings
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
    readings: Readings | None = None,
) -> dict[str, str | None]:
    """The texts of the files to write, by path from the root, and None for those to remove; `each` dumps the models.

    In `readings` is noted which texts are dumps, so that a file which says the same as before is not dumped again.
    """
    made: dict[str, str | None] = {item_file(old): None for old in proposal.withdrawn}
    found = {source.id for source in (*registered.sources, *registered.kept)}
    made |= {_source(old.id): None for old in dossier.sources if old.id not in found}
    models: dict[str, Model] = {_source(one.id): one for one in registered.sources if one.status == "proposed"}
    items: tuple[Item, ...] = (*proposal.records, *proposal.discrepancies)
    models |= {item_file(item): item for item in items}
    made |= _dumped(models, dossier, texts, each, readings or Readings())
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


def _dumped(
    models: Mapping[str, Model], dossier: Dossier, texts: Mapping[str, str], each: Each, readings: Readings
) -> dict[str, str]:
    """The texts of models by file: those that are there of dumps of the same models, and the others dumped."""
    key = digest_of(("dumps",))
    known = frozenset((readings.get(key) or "").split())
    held: dict[str, Model] = {_source(one.id): one for one in dossier.sources}
    held |= {item_file(item): item for item in dossier.items}
    made = {
        file: texts[file] for file, model in models.items() if held.get(file) == model and _digest(texts[file]) in known
    }
    left = {file: model for file, model in models.items() if file not in made}
    made |= zip(left, each(dump_model, list(left.values())), strict=True)
    readings.put(key, " ".join(sorted(map(_digest, made.values()))))
    return {file: made[file] for file in models}


def _digest(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))
