"""The interface's words for the terms of the dataset, in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.records import DiscrepancyKind, How, Kind, Mode

KIND: dict[Kind, str] = {
    "claim": "Claim",
    "response": "Response",
    "recommendation": "Recommendation",
    "reaction": "Reaction",
    "event": "Event",
}
KINDS: dict[Kind, str] = {
    "claim": "Claims",
    "response": "Responses",
    "recommendation": "Recommendations",
    "reaction": "Reactions",
    "event": "Events",
}
#: How a response answers, as its verb: in a list of answers, and with what it answers.
HOW: dict[How, str] = {
    "denies": "Denies",
    "gives-another-account": "Gives another account",
    "disputes-the-source": "Disputes the source",
    "rejects": "Rejects",
}
HOW_MEANS: dict[How, str] = {
    "denies": "says that it is not so",
    "gives-another-account": "says what was the case instead, or why",
    "disputes-the-source": "questions where it comes from: witnesses, documents, method, motive",
    "rejects": "refuses it as a whole, without going into it",
}
MODE: dict[Mode, str] = {
    "direct": "in the speaker’s words",
    "indirect": "in the outlet’s words",
    "mixed": "partly in the speaker’s words",
}
DISCREPANCY_KIND: dict[DiscrepancyKind, str] = {
    "quotation": "One quotation, different words",
    "figure": "One figure or name, different values",
}
NO_DATE = "date not shown in the file"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 passage`, `2 passages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def answered(claims: int, number: int) -> str:
    """`5 claims, 2 of them answered`, and what one says of none, one and all."""
    if claims < 2:
        return f"{counted(claims, 'claim')}{(', answered' if number else ', not answered') if claims else ''}"
    return f"{claims:,} claims, {'none' if not number else 'all' if number == claims else number} of them answered"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its words as fit in `limit` code points, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"


def excerpt(text: str, head: int = 10, tail: int = 5) -> tuple[int, int]:
    """Where the first words of a text end and its last ones begin; the same place where too little lies between."""
    found = list(re.finditer(r"\S+", text))
    if len(found) <= head + tail + 2:
        return len(text), len(text)
    return found[head - 1].end(), found[-tail].start()


def found_by(rule: str) -> str:
    """Who or what took a passage from its source."""
    return "chosen by a person" if rule == "person" else f"found by rule {rule}"
