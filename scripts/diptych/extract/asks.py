"""What asks somebody to act: by the force of the cue, by modal verbs, by imperatives."""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.spans import Span

_ASKING = frozenset(("demands", "asks"))
_WANTS = frozenset(("want", "wants", "wanted", "would like", "would have"))
_MODAL = re.compile(r"\b(?:should|ought to|must|mustn't|needs? to|has to|have to|have got to)\b")
_ASKED = re.compile(
    r"\b(?:asked|urged|told|called (?:up)?on|advised|recommended|ordered|instructed|given [\w-]+ (?:days|weeks|months))\s+(?:\w+\s+)?to\b"
)


def recommends(text: str, sentence: Span, one: Attribution) -> str | None:
    """Why a sentence of the reporting party asks for something; None where it does not."""
    said = sentence.of(text)
    cue = one.cue.of(text).lower() if one.cue else ""
    if one.force in _ASKING or cue in _WANTS:
        return "force"
    if _ASKED.search(said):
        return "asked"
    if _MODAL.search(said) and one.mode == "indirect":
        return "modal"
    return None
