"""What tests of several rooms call: the repository's root, a module run as a command, a folder as bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: An invented dossier of seven articles that nobody has read yet.
WATER = ROOT / "tests" / "dossiers" / "water"
#: A sound dossier, but for its settings.
BASE = ROOT / "tests" / "bad" / "_base"
#: Settings with which one can be built.
SETTINGS = "site_name: T\nsite_url: ''\ndocs_dir: content\ntheme: {name: diptych}\nplugins: [diptych]\n"
#: `mkdocs`, or `properdocs`, its maintained fork: `ENGINE=properdocs pytest tests/site`.
ENGINE = os.environ.get("ENGINE", "mkdocs")


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a module of this environment's Python in a folder, with its output as text.

    `mkdocs` is the engine that the tests are run against.
    """
    module, *rest = arguments
    return subprocess.run(
        [sys.executable, "-m", ENGINE if module == "mkdocs" else module, *rest],
        cwd=cwd,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def read_water(root: Path) -> Path:
    """Makes the dossier of the first and last of the articles in `WATER`, read."""
    shutil.copytree(WATER, root, ignore=shutil.ignore_patterns("W-[23456].txt"))
    done = run("diptych", "extract", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


def sound(root: Path) -> Path:
    """Makes the sound dossier, as one that can be built."""
    shutil.copytree(BASE, root)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (root / "content/index.md").write_text("---\ntemplate: home.html\n---\n", "utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def lasting(folder: Path) -> dict[str, bytes]:
    """Every file below a dossier's folder but for what a build notes there for the next one."""
    runs = ("lock", "plan", "journal", "scratch")
    return {
        path: data
        for path, data in tree(folder).items()
        if not path.startswith(".diptych/") or path.split("/")[1] in runs
    }
