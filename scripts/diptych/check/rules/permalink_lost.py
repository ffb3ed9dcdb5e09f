"""Whatever was released can be cited for good: what stood there, where it is now, or why it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.check.context import Context
from diptych.history import Released
from diptych.ledger import Ledger, fingerprint, same
from diptych.problems import Problem

CODE = "permalink-lost"
_FILE = "content/permalinks.yml"


def check(context: Context) -> Iterator[Problem]:
    """Yields the released addresses that this dossier would lose, or give to something else."""
    ledger = Ledger(context.dossier)
    noted: dict[str, list[str]] = {}
    for one in context.dossier.permalinks.released:
        for anchor, note in one.anchors.items():
            noted.setdefault(f"{one.address}#{anchor}", []).append(note)
    for place, released in enumerate(context.dossier.permalinks.released):
        for anchor in ("", *released.anchors):
            address = f"{released.address}#{anchor}" if anchor else released.address
            if ledger.settled(address) or _broken(address, context):
                continue
            path = ("released", place, "anchors", anchor) if anchor else ("released", place, "address")
            if ledger.stands(address) is False:
                said = f"{address} was released, and nothing stands there now"
                yield context.problem_in(_FILE, CODE, path, said, _ways_out(address))
            elif anchor and (now := _instead(ledger, released, anchor, noted[address])):
                said = f"{address} was released for another passage, {released.anchors[anchor]}; {now} stands there now"
                hint = "write `number:` into the record's passages: one keeps its number, and none gets that of another"
                yield context.problem_in(_FILE, CODE, path, said, hint)


def _instead(ledger: Ledger, released: Released, anchor: str, all_noted: Sequence[str]) -> str:
    """The passage that has taken another's number, as the ledger would note it.

    Where that was released at this place as well (`all_noted`), the place was given twice, which another rule tells.
    """
    record, number = released.address.rstrip("/").rpartition("/")[2], anchor.removeprefix("p")
    passage = ledger.passage(record, int(number)) if released.anchors[anchor] and number.isdecimal() else None
    return fingerprint(passage) if passage and not any(same(passage, one) for one in all_noted) else ""


def _ways_out(address: str) -> str:
    return (
        f"bring it back, or add `- was: {address}` to this file, under `moved:` with `now:` and its new address, "
        "or under `gone:` with `why:` and the reason"
    )


def _broken(address: str, context: Context) -> bool:
    """Whether the address names something whose file can't be read, which is a problem of that file."""
    return any(part in context.broken for part in address.replace("#", "/").replace("-p", "/").split("/"))
