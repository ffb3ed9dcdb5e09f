"""Before the first stage: a file that somebody saved becomes the text of an article, with what the file says of it."""

from __future__ import annotations

from diptych.gather.found import KEYS, Facts, Gathered, Refused
from diptych.gather.names import safe_name
from diptych.gather.reading import gather, limit

__all__ = ["KEYS", "Facts", "Gathered", "Refused", "gather", "limit", "safe_name"]
