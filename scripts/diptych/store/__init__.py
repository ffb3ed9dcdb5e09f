"""content/ and seeds/ on disk ↔ one Dossier."""

from diptych.store.load import Loaded, load, read_seeds
from diptych.store.save import dump_model, merge_list, write

__all__ = ["Loaded", "dump_model", "load", "merge_list", "read_seeds", "write"]
