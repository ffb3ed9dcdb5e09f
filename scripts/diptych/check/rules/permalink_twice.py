"""An ID names one thing, so no two can have got it: as happens where two branches both gave the next number out.

Where both have also released it, the list of released addresses notes two passages for one place.
"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.ledger import at_odds
from diptych.problems import Problem

CODE = "permalink-twice"
_FILE = "content/permalinks.yml"


def check(context: Context) -> Iterator[Problem]:
    """Yields the IDs that permalinks.yml lists again, and the places that were released for two passages."""
    first: dict[str, int] = {}
    for place, given in enumerate(context.dossier.given):
        if given in first:
            said = f"{given} was given before, as number {first[given] + 1} of this list"
            hint = "if two branches gave it, one of the two needs a new ID; then list each ID once"
            yield context.problem_in(_FILE, CODE, ("given", place), said, hint)
        first.setdefault(given, place)
    noted: dict[str, str] = {}
    for place, released in enumerate(context.dossier.permalinks.released):
        for anchor, note in released.anchors.items():
            address = f"{released.address}#{anchor}"
            if at_odds(note, noted.setdefault(address, note)):
                said = f"{address} was released for two passages, {noted[address]} and {note}"
                yield context.problem_in(_FILE, CODE, ("released", place, "anchors", anchor), said, _ways_out(address))


def _ways_out(address: str) -> str:
    given = address.partition("#")[0].rstrip("/").rpartition("/")[2]
    return (
        f"two branches gave {given} out, or a number of its passages, and both were released: undo the merge; on the "
        "branch that was not published take its release back (its entries here and in releases.yml, and its frozen "
        f"pages) and run `diptych review rename {given} NEW-ID`, or give its passage the next `number:`; then merge, "
        "and release again"
    )
