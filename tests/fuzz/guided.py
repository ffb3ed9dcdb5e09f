"""One target driven by coverage: `python tests/fuzz/guided.py TARGET SECONDS`. Needs atheris, which is libFuzzer's."""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

with atheris.instrument_imports(include=["diptych", "yaml", "markdown_it", "mammoth", "pypdf", "trafilatura"]):
    from run import trial
    from targets import SAMPLES, tried

    import diptych.gather.portable
    import diptych.gather.webpage
    import diptych.gather.word  # noqa: F401 - the heavy readers, which are loaded when they are needed, and unseen then


def main(name: str, seconds: str) -> None:
    """Hands libFuzzer's bytes to a reader as they are; for other targets hypothesis makes an input of them."""
    logging.disable(logging.CRITICAL)
    options = [f"-max_total_time={seconds}", "-max_len=8192", "-timeout=60", "-rss_limit_mb=4096"]
    one = trial(name, 1).hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    if name.startswith("."):
        corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
        for number, sample in enumerate(SAMPLES[name]):
            (corpus / str(number)).write_bytes(sample)
        options.append(str(corpus))

        def one(data: bytes) -> None:
            tried(name, bytes(data))

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
