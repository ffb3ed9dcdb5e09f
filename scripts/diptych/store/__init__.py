"""content/ and seeds/ on disk ↔ one Dossier."""

from diptych.store.cards import Card, Original
from diptych.store.lists import append_ids, append_rejected, append_release, append_released, merge_list
from diptych.store.load import Loaded, decoded, load
from diptych.store.revise import revised, revised_data
from diptych.store.save import dump_card, dump_model, item_file, write, write_folder

__all__ = [
    "Card",
    "Loaded",
    "Original",
    "append_ids",
    "append_rejected",
    "append_release",
    "append_released",
    "decoded",
    "dump_card",
    "dump_model",
    "item_file",
    "load",
    "merge_list",
    "revised",
    "revised_data",
    "write",
    "write_folder",
]
