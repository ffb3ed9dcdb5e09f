"""How the seeds stand to what content/ says of them: which have changed, and where the passages are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from diptych.dossier import Dossier
from diptych.drafts import Article, Seed
from diptych.ledger import cited_addresses
from diptych.pipeline.identity import Place
from diptych.pipeline.numbering import numbers, page
from diptych.pipeline.refinding import Found, context, refound
from diptych.problems import Problem
from diptych.records import Quoted, Source
from diptych.spans import Span
from diptych.store import item_file

#: `unchecked`: there are no seeds at all, as in a copy of the dossier without them.
SeedState = Literal["unchanged", "changed", "renamed", "withdrawn", "unchecked"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of every seed, by the ID of its source, and of every passage."""

    seeds: Mapping[str, SeedState]
    found: Mapping[Quoted, Found]

    def places(self, passages: Iterable[Quoted]) -> list[Place]:
        """Where passages are now, or may be: an ambiguous one holds every place that it may stand at."""
        return [(one.source, span) for one in passages for span in self.found[one].places]


def standing(
    sources: Sequence[Source], passages: Iterable[Quoted], seeds: Mapping[str, Seed], articles: Sequence[Article]
) -> Standing:
    """Looks for the passages of some sources in the seeds as they are; `articles` are those that ingest finds in them.

    A passage of a source that is not there is lost.
    """
    states = {source.id: _state(source, seeds) for source in sources}
    known = {source.id: source for source in sources}
    within = _regions(sources, states, seeds, articles)
    found: dict[Quoted, Found] = {}
    by_source: dict[str, list[Quoted]] = defaultdict(list)
    for one in passages:
        by_source[one.source].append(one)
    for given, held in by_source.items():
        state = states.get(given, "withdrawn")
        if state == "withdrawn":
            found |= dict.fromkeys(held, Found("lost"))
        elif state in ("unchecked", "renamed"):
            found |= {one: Found("unchanged", one.span) for one in held}
        else:
            text = seeds[known[given].file].text
            here = {one for one in held if state == "unchanged" and _exact(one, text, known[given])}
            found |= {one: Found("unchanged", one.span) for one in here}
            if len(here) < len(held):
                others = zip(held, _found(held, text, within[given]), strict=True)
                found |= {one: what for one, what in others if one not in here}
    return Standing(states, found)


def quoted(dossier: Dossier) -> list[Quoted]:
    """Every passage of a dossier: those of its records and discrepancies, and the rejected ones."""
    return [*(passage for item in dossier.items for passage in item.passages), *dossier.rejected]


def homes_of(sources: Sequence[Source], seeds: Mapping[str, Seed]) -> dict[str, str]:
    """The seed of each source that has one: the file of its name, else the first nobody names that has its bytes."""
    claimed = {source.file for source in sources}
    unnamed: dict[str, str] = {}
    for file, seed in seeds.items():
        if file not in claimed:
            unnamed.setdefault(seed.sha256, file)
    found = {source.id: source.file if source.file in seeds else unnamed.get(source.sha256, "") for source in sources}
    return {given: file for given, file in found.items() if file}


def reports(before: Dossier, now: Standing) -> list[Problem]:
    """What a person has to look at since seeds have changed, one warning for each file that quotes them and is kept."""
    told: list[Problem] = []
    cited = frozenset(cited_addresses(before.permalinks))
    for item in before.items:
        found = [(number, now.found[passage]) for number, passage in zip(numbers(item), item.passages, strict=True)]
        moved = [(number, one) for number, one in found if one.finding != "unchanged"]
        if moved and (item.status == "reviewed" or page(item) in cited):
            said = "; ".join(f"passage {number} {_said(one)}" for number, one in moved)
            hint = "run `diptych review` to look at each, or `diptych review refind` for those that moved"
            told.append(Problem(item_file(item), 0, 0, "passages-moved", f"{item.id}: {said}", hint, "warning"))
    return told


def _said(found: Found) -> str:
    if found.place:
        return f"now stands at {found.place.start}–{found.place.end}"
    return "may stand elsewhere" if found.finding == "ambiguous" else "is lost"


def _state(source: Source, seeds: Mapping[str, Seed]) -> SeedState:
    if not seeds:
        return "unchecked"
    if source.file in seeds:
        return "unchanged" if seeds[source.file].sha256 == source.sha256 else "changed"
    return "renamed" if any(seed.sha256 == source.sha256 for seed in seeds.values()) else "withdrawn"


def _exact(one: Quoted, text: str, source: Source) -> bool:
    """Whether a passage stands where it says in a seed that is the one of its source.

    A reviewed source is pinned by a person. That of a proposed one may have been read anew since: then the words must
    also stand between those that they stood between, or nowhere else.
    """
    if one.span.of(text) != one.text:
        return False
    before, behind = context(text, one.span)
    noted = one.prefix in (None, before) and one.suffix in (None, behind)
    return noted or source.status == "reviewed" or text.count(one.text, source.start, source.end) == 1


def _regions(
    sources: Sequence[Source], states: Mapping[str, SeedState], seeds: Mapping[str, Seed], articles: Sequence[Article]
) -> dict[str, Span | None]:
    """The part of its seed that each source is now; None where a changed seed does not tell."""
    found: dict[str, Span | None] = {one.id: one.span for one in sources if states[one.id] == "unchanged"}
    changed: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(sources, key=lambda one: (one.file, one.start)):
        if states[source.id] == "changed":
            changed[source.file].append(source)
    for file, held in changed.items():
        spans = [one.span for one in articles if one.seed.file == file]
        if len(spans) == len(held):
            found |= {source.id: span for source, span in zip(held, spans, strict=True)}
        else:
            alone = Span(0, len(seeds[file].text)) if len(held) == 1 else None
            found |= {source.id: alone for source in held}
    return found


def _found(passages: Sequence[Quoted], text: str, within: Span | None) -> list[Found]:
    """Without a part of the seed to look in, every place of the words is somebody's to choose from."""
    if within is not None:
        return refound(passages, text, within)
    found = refound(passages, text, Span(0, len(text)))
    return [Found("ambiguous", None, (one.place,)) if one.place else one for one in found]
