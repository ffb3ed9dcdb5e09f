"""The search: an index of everything in small files, of which a reader's browser loads the few that a query needs."""

from diptych.render.search.entries import KINDS, Entry, entries
from diptych.render.search.scripts import CATALOGUE
from diptych.render.search.shelves import shelves

__all__ = ["CATALOGUE", "KINDS", "Entry", "entries", "shelves"]
