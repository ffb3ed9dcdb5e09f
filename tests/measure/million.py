"""What extraction of very many articles would take, from rates measured here: `python tests/measure/million.py`.

Two generated dossiers are extracted, each in a process of its own and by that alone, and every phase is timed: the
reading of an article costs the same however many there are, the rest grows as n·log n. From both follow the hours of
processors, those by the clock on a number of cores, the memory of the process that gathers what the others read, the
room on disk, and the cost at a price that you give. Nothing of it was tried at that size.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import scale_articles

#: The phases that are shared out among workers, by articles or by neighbourhoods; files are made by them too.
SHARED = ("reading", "attributing", "classifying", "grouping")
_RUN = """
import json, resource, sys, time
from pathlib import Path
from diptych.pair import entry
from diptych.pipeline import extraction
group = entry.grouped
last, spent = ["loading", time.process_time()], {}
def told(doing, done, total):
    now = time.process_time()
    spent[last[0]] = spent.get(last[0], 0.0) + now - last[1]
    last[:] = [doing, now]
def grouped(*given):
    told("grouping", 0, 0)
    made = group(*given)
    told("pairing", 0, 0)
    return made
entry.grouped = grouped
extraction.extract(Path(sys.argv[1]), 1, told)
told("", 0, 0)
print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


@dataclass(frozen=True)
class Measured:
    """A run over some articles: seconds of processors by phase, bytes in memory, of the seeds, and of what was made."""

    number: int
    phases: dict[str, float]
    memory: int
    seeds: int
    made: int


def measured(number: int) -> Measured:
    """Extracts so many generated articles."""
    with tempfile.TemporaryDirectory() as folder:
        root = scale_articles.write(Path(folder) / "dossier", number)
        seeds = _size(root / "seeds")
        done = subprocess.run([sys.executable, "-c", _RUN, root], capture_output=True, text=True, check=True)
        phases, memory = json.loads(done.stdout)
        unit = 1 if sys.platform == "darwin" else 1024
        return Measured(number, phases, memory * unit, seeds, _size(root / "content") + _size(root / ".diptych"))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def expected(phase: str, seconds: float, fewer: int, more: int) -> float:
    """What a phase takes for `more` articles that takes these seconds for `fewer`."""
    grown = more / fewer
    return seconds * grown if phase in SHARED else seconds * grown * math.log(more) / math.log(fewer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--measured", type=int, nargs=2, default=[100, 300], metavar=("FEWER", "MORE"))
    parser.add_argument("--cores", type=int, default=64, help="cores of the cluster")
    parser.add_argument("--price", type=float, default=0.04, help="of a core for an hour, in any currency")
    args = parser.parse_args()
    small, large = (measured(number) for number in args.measured)
    many = args.articles
    print(f"measured on {small.number:,} and {large.number:,} generated articles; {os.cpu_count()} cores here")
    shared = alone = 0.0
    for phase, seconds in large.phases.items():
        hours = expected(phase, seconds, large.number, many) / 3600
        where = "shared out" if phase in SHARED else "the rest"
        rate = 1000 * seconds / large.number
        print(f"{phase:<12} {rate:7.1f} ms an article {hours:9.1f} hours of processors for {many:,} ({where})")
        if phase in SHARED:
            shared += hours
        else:
            alone += hours
    each = (large.memory - small.memory) / (large.number - small.number)
    memory = each * many
    disk = (large.seeds + large.made) / large.number * many
    print(
        f"by the clock {shared / args.cores + alone:9.1f} hours with {args.cores} cores, if the rest is one process's"
    )
    print(f"memory       {each / 2**10:7.0f} KiB an article {memory / 2**30:9.0f} GiB for {many:,}, in one process")
    print(f"disk         {disk / many / 2**10:7.0f} KiB an article {disk / 2**30:9.0f} GiB for {many:,}")
    print(f"cost         {(shared + alone) * args.price:9.0f} at {args.price} for a core and hour, without the memory")


if __name__ == "__main__":
    main()
