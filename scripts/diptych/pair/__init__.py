"""Same statement across sources; what answers what; what disagrees."""

from diptych.pair.entry import compare, pair
from diptych.pair.statements import statement

__all__ = ["compare", "pair", "statement"]
