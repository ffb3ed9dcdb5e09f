"""What a site with releases weighs, by kind of file: for a measurement at full size, and a test at a small one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

#: The share of the records that every release but the first finds reworded.
CHANGED = 0.01
#: What a whole site may weigh: 10,000 records and 20 releases, in bytes.
LIMIT, RECORDS, TIMES = 400_000_000, 10_000, 20

_RECORD = re.compile(r"(?:claims|responses|recommendations|reactions|events)/[CRATE]\d+/")
#: Kinds of files, each by the pattern of the paths that belong to it; what none fits is told by its folder.
_KINDS = (
    (re.compile(rf"{_RECORD.pattern}index\.html"), "pages of records"),
    (re.compile(rf"{_RECORD.pattern}cite\.\w+"), "references to records, as files"),
    (re.compile(rf"{_RECORD.pattern}v/[0-9a-f]{{12}}/index\.html"), "frozen pages"),
    (re.compile(rf"{_RECORD.pattern}v/[0-9a-f]{{12}}/record\.json"), "frozen records, as data"),
    (re.compile(r"data/[^/]+"), ""),
    (re.compile(r"[^/]+"), "at the root"),
)


def kind(path: str) -> str:
    """What kind of file stands at a path of the site."""
    for pattern, name in _KINDS:
        if pattern.fullmatch(path):
            return name or path
    return f"{path.partition('/')[0]}/"


def by_kind(sizes: Iterable[tuple[str, int]]) -> Counter[str]:
    """The bytes of each kind, from (path, bytes) of every file of a site."""
    found: Counter[str] = Counter()
    for path, size in sizes:
        found[kind(path)] += size
    return found


def reword(root: Path, chance: Random, number: int, share: float = CHANGED) -> None:
    """Changes the statements of a share of the records."""
    files = sorted(path for path in (root / "content").glob("*/*.yml") if re.fullmatch(r"[CRATE]\d+", path.stem))
    for path in chance.sample(files, max(1, round(len(files) * share))):
        text = path.read_text("utf-8")
        path.write_text(
            re.sub(r"^statement: (.*)$", rf"statement: Again{number} \1", text, count=1, flags=re.M), "utf-8"
        )
