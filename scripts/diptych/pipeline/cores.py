"""How many processes to use: no more than there are cores for, and one where that is done sooner."""

from __future__ import annotations

import os


def cores() -> int:
    """How many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usable(things: int, worth: int) -> int:
    """How many processes to use for so many things, where each takes so many to be worth its start."""
    return max(1, min(cores(), things // worth))
