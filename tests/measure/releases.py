"""Bytes and time of releases: `python tests/measure/releases.py [RECORDS [RELEASES]]`, 10,000 and 20 if not said.

A generated dossier is released once whole, then again and again with one record of a hundred reworded. The first
release and the last build the site as `diptych release` does; those between only freeze, which is all that adds up.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import large_dossier

from diptych.pipeline.release import Freeze, freeze, release
from diptych.store import load

_CHANGED = 0.01


def reworded(root: Path, chance: Random, number: int) -> None:
    """Changes the statement of one record of a hundred."""
    files = sorted(path for path in (root / "content").glob("*/*.yml") if re.fullmatch(r"[CRATE]\d+", path.stem))
    for path in chance.sample(files, max(1, round(len(files) * _CHANGED))):
        text = path.read_text("utf-8")
        path.write_text(
            re.sub(r"^statement: (.*)$", rf"statement: Again{number} \1", text, count=1, flags=re.M), "utf-8"
        )


def releases(root: Path, times: int) -> Iterator[tuple[str, Freeze, float]]:
    """The releases: the name of each, what it did, and how many seconds it took."""
    chance = Random(1)
    for number in range(1, times + 1):
        if number > 1:
            reworded(root, chance, number)
        name, date = f"r{number}", f"2031-01-{number:02d}"
        began = time.perf_counter()
        if number in (1, times):
            done = release(root, name, date)
        else:
            dossier = load(root).dossier
            assert dossier is not None
            done = freeze(root, dossier, name, date, [])
        yield name, done, time.perf_counter() - began


def main() -> None:
    """Prints a line a release, then what the site takes with all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, default=10_000)
    parser.add_argument("times", nargs="?", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="diptych-releases-") as folder:
        root = large_dossier.write(Path(folder) / "dossier", asked.records)
        frozen = 0
        for name, done, seconds in releases(root, asked.times):
            frozen += done.added
            size = f"; the site {done.site / 1e6:.1f} MB" if done.site else ""
            print(f"{name}: {done.records} records, {done.added / 1e6:.2f} MB, {seconds:.1f} s{size}", flush=True)
        ledgers = sum((root / "content" / file).stat().st_size for file in ("permalinks.yml", "releases.yml"))
        print(f"frozen in all {frozen / 1e6:.1f} MB; the ledgers {ledgers / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
