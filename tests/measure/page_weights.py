"""What the pages of a large dossier weigh: `python tests/measure/page_weights.py [RECORDS …]`, else 1,000 and 10,000.

A generated dossier (1 to 5 passages a record, 100 records to an article) is built, and every file that a reader's
browser loads is compressed as servers do (gzip, level 6); what is downloaded on purpose (data/) is left out. Printed
are the heaviest, with their elements, and how many are over 150 KiB, of which there are to be none: the exit status is
1 where there are. `--site FOLDER` weighs a site that was built already.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import large_dossier

MOST = 150 * 1024
_SHOWN = 12
_ELEMENT = re.compile(rb"<[a-zA-Z]")


@dataclass(frozen=True, order=True)
class Weight:
    """A file: its bytes when compressed, as they are, how many elements it has if it is a page, and its path."""

    compressed: int
    size: int
    elements: int
    path: str


def weights(site: Path) -> Iterator[Weight]:
    """Every file that a browser loads to show a page."""
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.suffix in {".html", ".js", ".css", ".svg"} and not path.startswith("data/"):
            data = file.read_bytes()
            elements = len(_ELEMENT.findall(data)) if file.suffix == ".html" else 0
            yield Weight(len(gzip.compress(data, 6)), len(data), elements, path)


def weighed(name: str, site: Path) -> int:
    """Prints the heaviest files of a site, and gives how many are too heavy."""
    found = sorted(weights(site), reverse=True)
    over = sum(one.compressed > MOST for one in found)
    pages = sum(one.path.endswith(".html") for one in found)
    print(f"{name}: {pages:,} pages, {over} files over {MOST // 1024} KiB, the heaviest:")
    for one in found[:_SHOWN]:
        print(f"  {one.compressed / 1024:6.0f} KiB of {one.size / 1024:6.0f} {one.elements:7,} elements  {one.path}")
    return over


def built(records: int) -> int:
    """Builds a dossier of so many records and weighs its site."""
    with tempfile.TemporaryDirectory(prefix="diptych-weights-") as folder:
        articles = max(40, records // 100)
        root = large_dossier.write(Path(folder) / "dossier", records, articles=articles, passages=(1, 2, 3, 4, 5))
        subprocess.run([sys.executable, "-m", "diptych", "build"], cwd=root, check=True, capture_output=True)
        return weighed(f"{records:,} records", root / "site")


def main() -> int:
    """Weighs each dossier, or a site that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--site", type=Path)
    asked = parser.parse_args()
    over = weighed(str(asked.site), asked.site) if asked.site else sum(map(built, asked.records))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
