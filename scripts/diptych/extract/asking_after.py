"""Questions that only name something, to which whoever speaks answers: The logs? And the passengers who fell?"""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset


def asks_after(sentence: str) -> bool:
    """Whether a sentence only asks after something, and not what came of it, which a narrator tells."""
    return _topic().fullmatch(sentence) is not None


@cache
def _topic() -> re.Pattern[str]:
    asking, outcomes = (either(wordset("continuing", key)) for key in ("asking", "outcomes"))
    return re.compile(
        rf"(?:(?:And|But|So)\s+)?(?!(?i:{asking})\b)(?!(?:(?i:the|a)\s+)?(?i:{outcomes})\b)"
        r"[\w'’-]+(?:\s[\w'’-]+){0,7}(?:,\s[^,?]{3,60})?\?"
    )
