"""Before the first stage: a file that somebody saved becomes the text of an article, with what the file says of it."""

from __future__ import annotations

from diptych.gather.found import KEYS, Facts, Gathered, Refused

__all__ = ["KEYS", "Facts", "Gathered", "Refused"]
