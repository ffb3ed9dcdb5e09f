"""Bytes and time of releases: `python tests/measure/releases.py [RECORDS [RELEASES]]`, 10,000 and 20 if not said.

A generated dossier is released once whole, then again and again with one record of a hundred reworded. The first
release and the last are made as `diptych release` makes them; those between only freeze, which is all that adds up.
Then the site is built and weighed, by kind of file. Seconds are of processors, those of other processes included.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import large_dossier
from holding import held
from release_sizes import LIMIT, RECORDS, TIMES, by_kind, reword

from diptych.pipeline.release import Freeze, freeze, release


def spent() -> float:
    """The seconds of processors that this process and those that it started have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def releases(root: Path, times: int) -> Iterator[tuple[str, Freeze, float]]:
    """The releases: the name of each, what it did, and how many seconds it took."""
    chance = Random(1)
    for number in range(1, times + 1):
        if number > 1:
            reword(root, chance, number)
        name, date = f"r{number}", f"2031-01-{number:02d}"
        began = spent()
        if number in (1, times):
            done = release(root, name, date)
        else:
            dossier = held(root)
            done = freeze(root, dossier, name, date, [])
        yield name, done, spent() - began


def weigh(site: Path, records: int) -> int:
    """Prints what a site weighs, by kind of file, and gives its bytes."""
    files = [(path.relative_to(site).as_posix(), path.stat().st_size) for path in site.rglob("*") if path.is_file()]
    for kind, size in by_kind(files).most_common():
        if size >= records:
            print(f"{size / 1e6:8.2f} MB {size / records:8.0f} bytes a record  {kind}")
    whole = sum(size for _, size in files)
    share = whole / records * RECORDS / LIMIT
    print(f"{whole / 1e6:8.2f} MB {whole / records:8.0f} bytes a record  in all, {len(files)} files")
    print(f"{share:.0%} of the {LIMIT / 1e6:.0f} MB that {RECORDS:,} records may take")
    return whole


def main() -> int:
    """Prints a line a release, then what the site weighs with all of them; 1 where that is too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="?", type=int, default=RECORDS)
    parser.add_argument("times", nargs="?", type=int, default=TIMES)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="diptych-releases-") as folder:
        root = large_dossier.write(Path(folder) / "dossier", asked.records)
        for name, done, seconds in releases(root, asked.times):
            size = f"; the site {done.site / 1e6:.1f} MB" if done.site else ""
            print(f"{name}: {done.records} records, {done.added / 1e6:.2f} MB, {seconds:.1f} s{size}", flush=True)
        began = spent()
        subprocess.run([sys.executable, "-m", "diptych", "build"], cwd=root, check=True, capture_output=True)
        print(f"built in {spent() - began:.1f} s")
        whole = weigh(root / "site", asked.records)
    return int(whole / asked.records * RECORDS > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
