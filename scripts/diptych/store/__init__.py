"""content/ and seeds/ on disk ↔ one Dossier."""

from diptych.store.load import Loaded, decoded, load, read_seeds
from diptych.store.save import dump_model, merge_list, write, write_folder

__all__ = ["Loaded", "decoded", "dump_model", "load", "merge_list", "read_seeds", "write", "write_folder"]
