"""Problems that no check finds but a command that does more: how each comes about, and which command tells of it.

`tests/told/<code>.txt` is the report that it must get. Each begins with the sound dossier of `tests/bad/_base`; a copy
of a site or dataset, for `diptych verify`, is that of the same dossier, in `copy/`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support import ROOT

TOLD = ROOT / "tests/told"
#: What the dossier is changed by, and the words of the command that tells of it.
Case = tuple[Callable[[Path], object], tuple[str, ...]]
_SEED = "seeds/morning-ledger.txt"
_VERIFY = ("verify", "copy")


def _replaced(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    data = path.read_bytes()
    assert old.encode() in data, (file, old)
    path.write_bytes(data.replace(old.encode(), new.encode()))


def _written(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8", newline="")


def _commented(root: Path) -> None:
    """A comment, with a hyphen in it, stands where the answer to be removed begins."""
    written = "- # read - twice\n  to: C1\n  how: denies\n- {to: report, how: rejects}"
    _replaced(root, "content/responses/R1.yml", "- {to: C1, how: denies}", written)


def _unnoticed(root: Path, change: Callable[[Any], None]) -> None:
    """Changes dossier.json and the hash of it, as somebody would who wants it to go unnoticed."""
    path, package = root / "copy/data/dossier.json", root / "copy/data/datapackage.json"
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    described = json.loads(package.read_bytes())
    for one in described["resources"]:
        if one["path"] == "dossier.json":
            one["hash"] = f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    package.write_text(json.dumps(described), encoding="utf-8")


def _table(root: Path) -> None:
    """A word of a table and its hash are changed."""
    path, package = root / "copy/data/actors.csv", root / "copy/data/datapackage.json"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    _replaced(root, "copy/data/actors.csv", "Greywell Water", "Greywell Beer")
    text = package.read_text(encoding="utf-8")
    package.write_text(text.replace(before, hashlib.sha256(path.read_bytes()).hexdigest()), encoding="utf-8")


def _frozen(root: Path, name: str) -> Path:
    return next((root / "copy/claims/C1/v").glob(f"*/{name}"))


#: By code; those of a copy that needs a release are in `RELEASED`.
CASES: dict[str, Case] = {
    "seed-renamed": (lambda root: (root / _SEED).rename(root / "seeds/ledger.txt"), ("extract",)),
    "passages-moved": (lambda root: _replaced(root, _SEED, "Auditor faults", "Public auditor faults"), ("extract",)),
    "file-not-plain": (_commented, ("review", "answer", "R1", "C1", "--remove")),
    "list-not-plain": (
        lambda root: _written(root, "content/rejected.yml", "{rejected: []}\n"),
        ("review", "reject", "C1#p1"),
    ),
    "release-twice": (
        lambda root: _written(root, "content/releases.yml", "releases:\n- {name: '1', date: '2031-03-09'}\n"),
        ("release", "1", "--date", "2031-03-10"),
    ),
    "build-failed": (
        lambda root: _written(root, "content/about.md", "[Words](nowhere.md)\n"),
        ("release", "1", "--date", "2031-03-10"),
    ),
    "catalogue": (lambda root: _written(root, "templates/languages/en.yml", "nav:\n  data: 7\n"), ("check",)),
    "language-without-catalogue": (
        lambda root: _replaced(root, "content/dossier.yml", "title:", "language: cy\ntitle:"),
        ("check",),
    ),
    "dataset-missing": (lambda root: (root / "copy/data/datapackage.json").unlink(), _VERIFY),
    "package-unreadable": (lambda root: _written(root, "copy/data/datapackage.json", "{}"), _VERIFY),
    "file-missing": (lambda root: (root / "copy/data/records.csv").unlink(), _VERIFY),
    "checksum-wrong": (
        lambda root: _replaced(root, "copy/data/discrepancies.csv", "reservoirs", "reservoirz"),
        _VERIFY,
    ),
    "dataset-invalid": (lambda root: _unnoticed(root, lambda data: data.update(title=7)), _VERIFY),
    "reference-unknown": (lambda root: _unnoticed(root, lambda data: data["records"][0].update(themes=["x"])), _VERIFY),
    "passage-length": (
        lambda root: _unnoticed(root, lambda data: data["discrepancies"][0]["passages"][0].update(text="two")),
        _VERIFY,
    ),
    "revision-wrong": (
        lambda root: _unnoticed(root, lambda data: data["records"][0].update(statement="Nobody hid a leak.")),
        _VERIFY,
    ),
    "table-differs": (_table, _VERIFY),
}
RELEASED: dict[str, Case] = {
    "version-lost": (lambda root: _frozen(root, "index.html").unlink(), _VERIFY),
    "version-changed": (
        lambda root: _frozen(root, "index.html").write_text("<p>Nobody hid a leak.</p>", encoding="utf-8"),
        _VERIFY,
    ),
    "releases-unreadable": (lambda root: _written(root, "copy/data/releases.json", "{}"), _VERIFY),
    "address-lost": (lambda root: (root / "copy/reactions/T1/index.html").unlink(), _VERIFY),
}
