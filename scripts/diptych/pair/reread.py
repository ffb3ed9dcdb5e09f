"""How what other articles tell has a sentence read another way, and what speaks for that."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.drafts import Statement
from diptych.pair.compared import Compared


@dataclass(frozen=True, slots=True)
class Rereading:
    """A statement as it was read, None for what nobody says; as it may be; and the other one that has it so."""

    read: Statement | None
    meant: Statement
    other: Statement
    evidence: dict[str, float]


def beside(known: Compared, place: int, kind: str, text: str) -> dict[str, float]:
    """Whether what is said before and after something is of a kind; `text` is its article's."""
    one, before, after = known.items[place].statement.span, known.before[place], known.after[place]
    follows = before is not None and before.kind == kind and "\n" not in text[before.span.end : one.start]
    leads = after is not None and after.kind == kind
    return {
        "before": float(follows),
        "after": float(leads),
        "beside": float(leads and after is not None and "\n" not in text[one.end : after.span.start]),
    }
