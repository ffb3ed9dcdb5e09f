"""What is said in the passive by nobody named: the delay is put down to rain; also criticised was the board."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from diptych.extract.lexicon import lexicon as words
from diptych.lexicons import either, lexicon

#: Whoever spoke before answers so; whoever reports has found so.
Voice = Literal["speaker", "report"]

_NO_AGENT = re.compile(r"\bby\s+(?!(?:\d|next|then|now|the\s+(?:end|time))\b)(?:the\s+)?[\w'’]")
#: The verb that what it is done by belongs to.
_DONE = re.compile(r"\b(\w+)\s+(?:(?:up|out|in|on|off|over|down)\s+)?$")
#: Somebody is only said to have done something; or it is said, and not by whom.
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+|now\s+)?(?:said|alleged|reported|claimed|found|reputed|supposed|held)\s+to\s+(?:have|be)\b"
)


def voice(told: str) -> Voice | None:
    """Whose words a narrator's sentence in the passive gives that names nobody; `told` has its quotations blanked."""
    patterns = _patterns()
    reported = patterns["report"].search(told)
    if reported:
        return None if _agent(told, reported.end()) else "report"
    found = patterns["speaker"].search(told)
    return "speaker" if found and not _NO_AGENT.search(told, found.end()) else None


def _agent(told: str, end: int) -> bool:
    """Whether it is told who does what ends there, and not who does something else: faulted for lists made by it."""
    for match in _NO_AGENT.finditer(told):
        done = _DONE.search(told, end, match.start()) if match.start() > end else None
        if done is None or _class(done[1]) not in ("V", "E"):
            return True
    return False


def _class(word: str) -> str:
    """The class of a word, a participle's by its ending too."""
    return words().tags.get(word, "V" if word.endswith("ed") else "N")


def hearsay(before: str) -> bool:
    """Whether what stands before a verb makes it what somebody is said to have done: he is said to have | told."""
    return any(match.end() >= len(before.rstrip()) for match in _HEARSAY.finditer(before))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    some = {key: either(phrases) for key, phrases in lexicon("passives").items()}
    be = r"(?:(?:is|are|was|were)(?:\s+being)?|(?:has|have)\s+been)"
    degree = r"(?:(?:also|largely|mostly|partly|simply|merely|variously|again|further|particularly|especially)\s+)?"
    return {
        "speaker": re.compile(rf"\s{be}\s+{degree}{some['answers']}\b"),
        "report": re.compile(
            rf"\b(?:[Aa]t|[Ii]n|[Oo]n)\s+(?:paragraph|chapter|section|page|annex|appendix|part)s?\b[^.]*\bit\s+{be}\s+\w+ed\s+that\b"
            rf"|^\s*(?:Also|Likewise|Equally|Particularly|Sharply|Singled)\s+(?:{some['blames']}|out)\s+{be}\b"
            rf"|^\s*No\s+{some['found']}\s+{be}\s+(?:made|found|seen|uncovered|established|identified|detected)\b"
            rf"|\b(?:comes?|came)\s+in\s+for\s+(?:[\w-]+\s+){{0,3}}?{some['receives']}\b"
            rf"|\s(?:is|are)\s+{degree}{some['blames']}\b"
        ),
    }
