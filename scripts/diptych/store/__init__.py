"""content/ and seeds/ on disk ↔ one Dossier."""

from diptych.store.atomic import Meanwhile, reading, write_folder
from diptych.store.cards import Card, Original
from diptych.store.encodings import decoded, read_seed, undecoded
from diptych.store.lists import append_ids, append_rejected, append_release, append_released, merge_list
from diptych.store.load import FRONT, LISTS, Loaded, load, reread
from diptych.store.locks import Busy, claimed
from diptych.store.parsed import Parsed
from diptych.store.revise import revised, revised_data
from diptych.store.save import dump_card, dump_model, dumped, item_file, write
from diptych.store.settings import PageHead, Settings, astray, settings_named, settings_problems
from diptych.store.survey import MARKDOWN

__all__ = [
    "FRONT",
    "LISTS",
    "MARKDOWN",
    "Busy",
    "Card",
    "Loaded",
    "Meanwhile",
    "Original",
    "PageHead",
    "Parsed",
    "Settings",
    "append_ids",
    "append_rejected",
    "append_release",
    "append_released",
    "astray",
    "claimed",
    "decoded",
    "dump_card",
    "dump_model",
    "dumped",
    "item_file",
    "load",
    "merge_list",
    "read_seed",
    "reading",
    "reread",
    "revised",
    "revised_data",
    "settings_named",
    "settings_problems",
    "undecoded",
    "write",
    "write_folder",
]
