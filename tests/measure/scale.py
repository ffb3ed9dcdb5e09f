"""Time and memory of extraction with grouping on generated articles: `python tests/measure/scale.py [NUMBER …]`.

The whole command is measured, from the seeds to the files of content/, in a process of its own: wall and processor
seconds, and the most memory that it and its workers hold at one time. Without numbers: 100 and 1,000 articles, and how
time grows from the one to the other against n·log n. With `--hold` it ends with status 1 above what 1,000 articles may
take on two cores that are free.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import scale_articles

_SAMPLED = 0.05
#: What 1,000 articles may take on two cores: seconds by the clock, and bytes.
HELD_AT, SECONDS, BYTES = 1000, 60, 2**30
_RUN = """
import json, resource, sys, time
from pathlib import Path
from diptych.pipeline import extraction
if __name__ == "__main__":
    began = time.perf_counter()
    extraction.extract(Path(sys.argv[1]), int(sys.argv[2]))
    wall = time.perf_counter() - began
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([wall, sum(one.ru_utime + one.ru_stime for one in spent)]))
"""


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock and of processors, and bytes at the most, over all its processes."""

    wall: float
    processor: float
    memory: int


def cost(root: Path, jobs: int) -> Cost:
    """What extraction of a dossier takes, which it then has."""
    script = root / "measured.py"
    script.write_text(_RUN, "utf-8")
    command = [sys.executable, str(script), str(root), str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        peak = [0]
        watching = threading.Thread(target=_watch, args=(process, peak))
        watching.start()
        told, _ = process.communicate()
        watching.join()
    if process.returncode:
        raise RuntimeError(f"extraction ended with status {process.returncode}")
    wall, processor = json.loads(told)
    return Cost(wall, processor, peak[0])


def _watch(process: subprocess.Popen[str], peak: list[int]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], _held(process.pid))
        time.sleep(_SAMPLED)


def _held(pid: int) -> int:
    """The bytes of memory that a process and all it started hold now; pages that they share are counted for each."""
    return sum(family(pid).values())


def family(pid: int) -> dict[int, int]:
    """A process and all that it started, with the bytes of memory of each."""
    table = _processes()
    found = {pid: table[pid][1]} if pid in table else {}
    for one, (parent, size) in sorted(table.items()):
        if parent in found:
            found[one] = size
    return found


def _processes() -> dict[int, tuple[int, int]]:
    """Every process with its parent and its bytes of memory: from /proc, or from ps where there is none."""
    found: dict[int, tuple[int, int]] = {}
    if not Path("/proc/self/stat").exists():
        rows = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
        return {int(pid): (int(parent), 1024 * int(kib)) for pid, parent, kib in map(str.split, rows.splitlines())}
    page = os.sysconf("SC_PAGE_SIZE")
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            found[int(entry.name)] = (int(fields[1]), int(fields[21]) * page)
    return found


def growth(small: float, large: float, fewer: int, more: int) -> float:
    """How much faster than n·log n the cost grew between two numbers of articles; 1 is as fast."""
    return (large / small) / ((more * math.log(more)) / (fewer * math.log(fewer)))


def _tell(what: str, one: Cost) -> None:
    times = f"{one.wall:6.1f} s by the clock, {one.processor:6.1f} s of processors"
    print(f"{what}: {times}, {one.memory / 2**20:5.0f} MiB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--again", action="store_true", help="measure two more runs: one article changed, nothing changed"
    )
    parser.add_argument("--hold", action="store_true", help="end with status 1 above the limits")
    args = parser.parse_args()
    found: list[tuple[int, Cost]] = []
    for number in args.number:
        with tempfile.TemporaryDirectory() as folder:
            root = scale_articles.write(Path(folder) / "dossier", number)
            one = cost(root, args.jobs)
            found.append((number, one))
            _tell(f"{number:>6,} articles, --jobs {args.jobs}", one)
            if args.again:
                changed = root / "seeds/0001.txt"
                changed.write_text(
                    changed.read_text("utf-8").replace("Share", "The Board said little.\n\nShare"), "utf-8"
                )
                _tell(f"{number:>6,} articles, one changed", cost(root, args.jobs))
                _tell(f"{number:>6,} articles, none changed", cost(root, args.jobs))
    over = [one for number, one in found if number <= HELD_AT and (one.wall > SECONDS or one.memory > BYTES)]
    grown = 0.0
    if len(found) > 1:
        (fewer, first), (more, last) = found[0], found[-1]
        grown = growth(first.processor, last.processor, fewer, more)
        print(f"growth: {grown:.2f} times that of n·log n")
    if args.hold and (over or grown > 1):
        sys.exit(f"above {SECONDS} s, {BYTES / 2**20:.0f} MiB or n·log n")


if __name__ == "__main__":
    main()
