"""One target driven by coverage: `python tests/fuzz/guided.py TARGET SECONDS`. Needs atheris, which is libFuzzer's."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

with atheris.instrument_imports(include=["diptych", "yaml", "markdown_it", "mammoth", "pypdf"]):
    from run import trial


def main(name: str, seconds: str) -> None:
    """Hands libFuzzer's bytes to hypothesis, which makes an input of them."""
    test = trial(name, 1)
    one = test.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    options = [
        f"-max_total_time={seconds}",
        "-max_len=8192",
        "-timeout=60",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
