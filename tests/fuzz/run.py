"""Fuzzes the readers for as long as is asked: `python tests/fuzz/run.py --minutes 20`.

Hypothesis makes the inputs and shrinks what fails. With `--atheris` (pip install atheris) the same targets are driven
by what parts of the code an input reaches. Exit status 1 where something was found; it is told with its input.
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402
from targets import TARGETS, tried  # noqa: E402

#: So many inputs are tried of one target before the next has its turn.
_BATCH = 40


def trial(name: str, examples: int, number: int = 0) -> Callable[[], None]:
    """A test of one target with so many inputs; the number chooses which."""

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(TARGETS[name].given)
    def run(value: object) -> None:
        tried(name, value)
        counted[name] += 1

    return run


counted: Counter[str] = Counter()


def main() -> int:
    """Goes round the targets until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20.0, help="how long, by the clock (default: 20)")
    parser.add_argument("--only", action="append", choices=sorted(TARGETS), help="a target; may be given several times")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first round, to repeat a run")
    parser.add_argument("--atheris", action="store_true", help="guided by coverage; needs atheris")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)  # readers of papers tell of every fault that they mend
    names = chosen.only or list(TARGETS)
    if chosen.atheris:
        return guided(names, chosen.minutes * 60 / len(names))
    end, number = time.monotonic() + chosen.minutes * 60, chosen.seed
    found: dict[str, str] = {}
    while time.monotonic() < end and len(found) < len(names):
        for name in names:
            if name in found or time.monotonic() >= end:
                continue
            try:
                trial(name, _BATCH, number)()
            except Exception:
                found[name] = traceback.format_exc()
                print(f"--- {name}, round {number} ---\n{found[name]}", flush=True)
        number += 1
    tally = ", ".join(f"{name} {counted[name]:,}" for name in names)
    print(f"{sum(counted.values()):,} inputs in {number - chosen.seed} rounds ({tally}): {len(found)} findings")
    return 1 if found else 0


def guided(names: list[str], seconds: float) -> int:
    """Each target in a process of its own, which libFuzzer ends after so many seconds, or at the first finding."""
    failed = [
        name
        for name in names
        if subprocess.run([sys.executable, HERE / "guided.py", name, f"{seconds:.0f}"], check=False).returncode
    ]
    print("findings in: " + ", ".join(failed) if failed else f"nothing found in {len(names)} targets")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
