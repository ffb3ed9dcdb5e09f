"""What a run of extraction found and did, in figures and as a few lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import chain

from diptych.dossier import Dossier
from diptych.pipeline.actors import UNNAMED
from diptych.pipeline.propose import Proposal
from diptych.pipeline.sources import Registered
from diptych.records import Item, Record
from diptych.uses import taken_in, uses
from diptych.values import LETTERS, PLURALS

#: Singular and plural of what is counted, in the order in which it is told.
_SOURCES = {"original": ("original", "originals"), "copy": ("copy", "copies"), "rewrite": ("rewrite", "rewrites")}
_USES = {"record": "in records", "context": "context", "noise": "noise", "copy": "in copies"}
_RECORDS: dict[str, tuple[str, str]] = {kind: (kind, PLURALS[kind]) for kind in LETTERS}
_FILES = ("new", "changed", "kept", "withdrawn")
_ASKED = {
    "record": ("record", "records"),
    "discrepancy": ("discrepancy", "discrepancies"),
    "source": ("source", "sources"),
    "unnamed": ("statement of a speaker whom no rule found", "statements of speakers whom no rule found"),
    "warning": ("warning above", "warnings above"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """The dossier as a run left it; `files` are those of sources, records and discrepancies, by what became of them.

    `asked` is what needs a person: what is only proposed, who was not found, and what was warned of.
    """

    sources: Mapping[str, int]
    sentences: Mapping[str, int]
    records: Mapping[str, int]
    discrepancies: int
    files: Mapping[str, int]
    asked: Mapping[str, int]

    def lines(self) -> list[str]:
        """A line for each, without what there is none of."""
        uses = [f"{self.sentences[use]:,} {said}" for use, said in _USES.items() if self.sentences.get(use)]
        fates = [f"{self.files[fate]:,} {fate}" for fate in _FILES if self.files.get(fate)]
        rows = {
            "sources": _total(self.sources, _counted(self.sources, _SOURCES)),
            "sentences": _total(self.sentences, uses),
            "records": _total(self.records, _counted(self.records, _RECORDS)),
            "discrepancies": f"{self.discrepancies:,}",
            "files": ", ".join(fates) or "none",
            "for a person": ", ".join(_counted(self.asked, _ASKED)) or "nothing",
        }
        return [f"{name:<15}{told}" for name, told in rows.items()]


def _total(counts: Mapping[str, int], told: Iterable[str]) -> str:
    return ": ".join(filter(None, (f"{sum(counts.values()):,}", ", ".join(told))))


def _counted(counts: Mapping[str, int], names: Mapping[str, tuple[str, str]]) -> list[str]:
    return [f"{n:,} {names[key][n != 1]}" for key in names if (n := counts.get(key, 0))]


def summed(
    before: Dossier, registered: Registered, proposal: Proposal, written: Iterable[str], warnings: int
) -> Summary:
    """The summary of a run that has `written` some files of the dossier as it was `before`, and removed others."""
    gone = {item.id for item in proposal.withdrawn}
    differing = (*(one for one in before.discrepancies if one.id not in gone), *proposal.discrepancies)
    kinds: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    new = {one.id for one in registered.every} | {one.id for one in differing}

    def noted(record: Record) -> Record:
        new.add(record.id)
        kinds[record.kind] += 1
        asked["record"] += record.status == "proposed"
        asked["unnamed"] += record.status == "proposed" and record.actor == UNNAMED.id
        return record

    staying = (one for one in before.records if one.id not in gone)
    taken = taken_in(map(noted, chain(staying, proposal.records)))  # they are on disk, and looked at once
    return Summary(
        sources=Counter(one.kind for one in registered.every),
        sentences=Counter(use for source in registered.every for _, use, _ in uses(source, taken)),
        records=kinds,
        discrepancies=len(differing),
        files=_fates(before, new, written),
        asked={
            "record": asked["record"],
            "discrepancy": _open(differing),
            "source": sum(one.status == "proposed" for one in registered.every),
            "unnamed": asked["unnamed"],
            "warning": warnings,
        },
    )


def _open(items: Iterable[Item]) -> int:
    return sum(item.status == "proposed" for item in items)


def _fates(before: Dossier, new: Set[str], written: Iterable[str]) -> dict[str, int]:
    """How many files of sources, records and discrepancies are new, changed, kept and withdrawn; a file is an ID."""
    old = {one.id for one in (*before.sources, *before.items)}
    changed = {file.rpartition("/")[2].removesuffix(".yml") for file in written} & old & new
    return {
        "new": len(new - old),
        "changed": len(changed),
        "kept": len((old & new) - changed),
        "withdrawn": len(old - new),
    }
