"""Incremental builds after random edits: `python tests/measure/edits.py [--looked] [SEQUENCES [SEED]]`, 200 from 0.

A small dossier is built, edited at random, built again on what stands, and so on for 1 to 6 edits: of its records,
articles, names, notes, promises and templates, of the site itself, and of the notes that builds leave. After each the
site must have the bytes of one that is built from nothing. With `--looked` it is one that a server shows, whose pages
are asked for at random, and which is compared once all is made that was left for later.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "pipeline"))

from building_model import EDITS, LOOKED, begun, lived, watched


def main() -> None:
    """Stops at the first sequence after which a byte is another, and says which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sequences", nargs="?", type=int, default=200)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--looked", action="store_true", help="a site that is only looked at")
    asked = parser.parse_args()
    live, known = (watched, LOOKED) if asked.looked else (lived, EDITS)
    done = 0
    with tempfile.TemporaryDirectory(prefix="diptych-edits-") as folder:
        dossier = begun(Path(folder))
        for number in range(asked.seed, asked.seed + asked.sequences):
            chance = Random(number)
            edits = chance.choices(known, k=chance.randint(1, 6))
            with tempfile.TemporaryDirectory(dir=folder) as place:
                try:
                    live(Path(place), dossier, edits, number)
                except AssertionError:
                    print(f"sequence {number}: {', '.join(edit.__name__ for edit in edits)}", file=sys.stderr)
                    raise
            done += len(edits)
            print(f"\r{number + 1 - asked.seed} sequences, {done} edits: the same bytes", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
