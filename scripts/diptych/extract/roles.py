"""What lists tell of a person: the office, of the phrase that gives it."""

from __future__ import annotations

import re

from diptych.lexicons import wordset


def told_role(phrase: str) -> str | None:
    """The office alone, without whose it is said to be by "its", and without what else the sentence tells.

    "But the head of communications, steering us past a wall" becomes "head of communications". None where nothing is
    left.
    """
    spoken = " ".join(phrase.split()).partition(",")[0].split()
    while spoken and spoken[0].lower() in wordset("speakers", "role_starts"):
        del spoken[0]
    ends = wordset("speakers", "role_ends")
    stop = next((at for at, word in enumerate(spoken) if word.lower() in ends), len(spoken))
    plain = " ".join(spoken[:stop])
    plain = re.sub(r"(?:\s+(?:and|but|or|at|in|of|on|for|with|the|a|an))+$", "", plain).strip(" ;:–—-")
    return plain or None
