"""A proposal as files of content/: what to write, and what no longer stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set

from diptych.dossier import Dossier
from diptych.notes import digest, digest_of
from diptych.pipeline.identity import Register
from diptych.pipeline.propose import Proposal
from diptych.pipeline.readings import Readings
from diptych.pipeline.sources import Registered
from diptych.records import Item, Model, Source
from diptych.spool import Shelf, Spool
from diptych.store import Parsed, append_ids, dumped, item_file, merge_list

#: Applies a function to every model, as `map` does, with the results in their order; perhaps in other processes.
Each = Callable[[Callable[[Model], tuple[str, str]], Sequence[Model]], Iterable[tuple[str, str]]]


def files(
    proposal: Proposal,
    dossier: Dossier,
    registered: Registered,
    texts: Mapping[str, str],
    ids: Register,
    each: Each = map,
    readings: Readings | None = None,
    parsed: Parsed | None = None,
) -> MutableMapping[str, str | None]:
    """The texts of the files to write, by path from the root, and None for those to remove; `each` dumps the models.

    They are kept on disk. In `readings` is noted which texts are dumps, so that a file which says the same as before is
    not dumped again; `parsed` learns what they say, so that nobody needs to parse them.
    """
    made: Shelf[str | None] = Shelf()
    made.update((item_file(old), None) for old in proposal.withdrawn)
    found = {source.id for source in registered.every}
    made.update((item_file(old), None) for old in dossier.sources if old.id not in found)
    sources = [one for one in registered.sources if one.status == "proposed"]
    held: dict[str, Model] = {item_file(one): one for one in (*dossier.sources, *dossier.items)}
    kept, key = readings or Readings(), digest_of(("dumps",))
    known = frozenset((kept.get(key) or "").split())
    digests: list[str] = []
    for models in (sources, proposal.records, proposal.discrepancies):
        for file, text, data in _dumped(models, held, texts, known, each):
            made[file] = text
            digests.append(_digest(text))
            if parsed is not None and data is not None:
                parsed.wrote(digests[-1], data)
    kept.put(key, " ".join(sorted(digests)))
    lists: tuple[tuple[str, Sequence[Model], Sequence[Model]], ...] = (
        ("content/actors.yml", [one for one in dossier.actors if one.status == "proposed"], proposal.actors),
        ("content/themes.yml", [one for one in dossier.themes if one.status == "proposed"], proposal.themes),
    )
    for file, old, new in lists:
        if list(old) != list(new):
            made[file] = merge_list(texts.get(file, ""), file, new)
    if ids.new:
        file = "content/permalinks.yml"
        made[file] = append_ids(texts.get(file, ""), file, ids.new)
    return made


def _dumped(
    models: Sequence[Source | Item], held: Mapping[str, Model], texts: Mapping[str, str], known: Set[str], each: Each
) -> Iterator[tuple[str, str, str | None]]:
    """The files and texts of models, in order: what is there of those that are `held`, and the others dumped.

    What is there counts where it is `known` to be a dump; with a new text comes what it says, in JSON.
    """
    files: list[str] = []
    left: list[int] = []
    for place, model in enumerate(models):
        file = item_file(model)
        files.append(file)
        if held.get(file) != model or _digest(texts[file]) not in known:
            left.append(place)
    new = iter(each(dumped, models.picked(left) if isinstance(models, Spool) else [models[one] for one in left]))
    again = frozenset(left)
    for place, file in enumerate(files):
        yield (file, *next(new)) if place in again else (file, texts[file], None)


def _digest(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))
