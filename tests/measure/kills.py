"""Kills `extract`, `build`, `release`, `add` and `review` at random moments, and says what they left.

    python tests/measure/kills.py 200             # at so many random times, spread over the commands
    python tests/measure/kills.py 50 --steps 100  # and before so many of their changes of the file system
    python tests/measure/kills.py 200 --seed 7 --only build

After each kill every file must be what it was or what it becomes, the site one of the two as a whole, the dossier must
read as one of the two, and one more run must end, to the byte, as an undisturbed one. Exit status 1 where one did not.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from killing import WORKS, Bench
from support import read_water

#: How the kills are shared out.
_SHARES = {"extract": 0.3, "build": 0.15, "rebuild": 0.15, "release": 0.3, "add": 0.05, "review": 0.05}


def main() -> int:
    """Reads the arguments, kills, and prints a line for each command."""
    asked = argparse.ArgumentParser(description="Kills commands at random moments and looks at what they left.")
    asked.add_argument("times", type=int, help="how many random times")
    asked.add_argument("--steps", type=int, default=0, help="how many random changes of the file system besides")
    asked.add_argument("--seed", type=int, default=1, help="what the moments are drawn from")
    asked.add_argument("--only", choices=WORKS, help="one command alone")
    given = asked.parse_args()
    shares = {given.only: 1.0} if given.only else _SHARES
    chance, bad = random.Random(given.seed), 0
    for name, share in shares.items():
        with tempfile.TemporaryDirectory(prefix="kills-") as folder:
            bench = Bench(name, Path(folder), read_water(Path(folder) / "water-read"))
            times = [chance.random() for _ in range(round(given.times * share))]
            steps = [chance.randint(1, bench.steps) for _ in range(round(given.steps * share))]
            running = failed = 0
            for moment in [*times, *steps]:
                try:
                    running += bench.at_step(moment) if isinstance(moment, int) else bench.at_time(moment)
                except AssertionError as error:
                    failed += 1
                    where = f"step {moment}" if isinstance(moment, int) else f"{moment:.4f} of its duration"
                    print(f"{name}, killed at {where}: {error}", file=sys.stderr)
        took = f"{bench.seconds:.1f} s and {bench.steps} changes long"
        print(
            f"{name}: {len(times)} times, {len(steps)} steps; {running} still at work; {failed} not good; {took}",
            flush=True,
        )
        bad += failed
    print("nothing lost" if not bad else f"{bad} kills left something not good")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
