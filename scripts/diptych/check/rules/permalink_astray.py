"""What the ledger says of an address must be so: it leads on to something, and what is gone is not there."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.ledger import Ledger
from diptych.problems import Problem

CODE = "permalink-astray"
_FILE = "content/permalinks.yml"


def check(context: Context) -> Iterator[Problem]:
    """Yields the redirects that lead to nothing or in a circle, and the addresses that are both there and not."""
    ledger = Ledger(context.dossier)
    for place, moved in enumerate(context.dossier.permalinks.moved):
        if ledger.stands(moved.was):
            yield _still(context, "moved", place, moved.was)
        if ledger.circular(moved.was):
            said = f"{moved.was} leads in a circle"
            yield context.problem_in(_FILE, CODE, ("moved", place, "now"), said, "name an address that is there")
        elif ledger.stands(moved.now) is False and not ledger.settled(moved.now):
            said = f"{moved.was} is said to be at {moved.now}, where nothing stands"
            yield context.problem_in(_FILE, CODE, ("moved", place, "now"), said, "name an address that is there")
    for place, gone in enumerate(context.dossier.permalinks.gone):
        if ledger.stands(gone.was):
            yield _still(context, "gone", place, gone.was)


def _still(context: Context, key: str, place: int, address: str) -> Problem:
    said = f"{address} still stands, and the ledger says that it does not"
    return context.problem_in(_FILE, CODE, (key, place, "was"), said, "take this entry away, or what stands there")
