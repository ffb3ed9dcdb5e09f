"""content/ and seeds/ on disk ↔ one Dossier."""

from diptych.store.lists import append_ids, merge_list
from diptych.store.load import Loaded, decoded, load
from diptych.store.save import dump_model, write, write_folder

__all__ = ["Loaded", "append_ids", "decoded", "dump_model", "load", "merge_list", "write", "write_folder"]
