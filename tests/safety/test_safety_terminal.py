"""Nothing that a file or its name says steers the terminal; a build of hostile words goes through and is harmless."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from hostile import MADE, PIECES, TEMPLATE, Page
from support import run

from diptych.check import check
from diptych.pipeline.extraction import extract
from diptych.store import load

#: A seed's name with all that the system takes in one.
NAME = "a \x1b[31m '<b> & $(x).txt" if os.name == "posix" else "a '& $(x).txt"
ARTICLE = f"""Board faults night ferries

The Harbour Board said on Friday that Lantern Ferries had \x1b]0;owned\x07 sailed with half a \u202ecrew\u202c.

“We never \x9b31m sailed <script>alert(1)</script> with half a crew {TEMPLATE},” said Lantern Ferries.

{"".join(PIECES)}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier begun with a hostile title, of a hostile seed under a hostile name."""
    root = tmp_path_factory.mktemp("terminal") / "d"
    title = "<script>alert(1)</script> {{ 104729 * 15485863 }} \"'"
    done = run(
        *("diptych", "new", str(root), "--title", title),
        *("--reporting", "Harbour Board", "--responding", "Lantern Ferries"),
        cwd=root.parent,
    )
    assert done.returncode == 0, done.stderr
    (root / f"seeds/{NAME}").write_bytes(ARTICLE.encode())
    (root / "content/notes.md").write_text(
        "# Notes {{ 104729 * 15485863 }}\n\nSee `<script>`, {% x %} and 1 < 2.\n", "utf-8"
    )
    extract(root)
    return root


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--format", "github"),
        ("extract",),
        ("review",),
        ("explain", "C1"),
        ("explain", f"seeds/{NAME}:120"),
        ("add", f"seeds/{NAME}"),
    ],
)
def test_the_terminal_shows_signs_by_their_number(root: Path, command: tuple[str, ...]) -> None:
    done: subprocess.CompletedProcess[str] = run("diptych", *command, cwd=root)
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    assert [line for line in told.split("\n") if not line.isprintable()] == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_pipe_gets_utf_8_whatever_the_system_writes(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("“中 𝛼 no,” said Ada Brandt.\n".encode())
    done = run("diptych", "attribute", "a.txt", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "“中 𝛼 no,”" in json.loads(done.stdout)["text"]
    (tmp_path / "mkdocs.yml").write_bytes("site_nam: “中”\n".encode())
    done = run("diptych", "check", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "site_nam: “中”" in done.stdout


def test_the_check_tells_of_them(root: Path) -> None:
    found = check(load(root))
    assert {"name-unportable", "reordering-sign", "control-character"} <= {one.code for one in found}
    assert [one for one in found if one.severity == "error"] == []


def test_the_site_is_built_and_runs_nothing(root: Path) -> None:
    done = run("diptych", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in (root / "site").rglob("*.html")}
    assert len(pages) > 20
    for path, data in pages.items():
        page = Page(data)
        assert str(MADE) not in page.text, path
        assert [one for one in page.scripts if one[1] is None and one[0] != "application/ld+json"] == [], path
        assert page.faults(page) == [], path
    assert "{{ 104729 * 15485863 }}" in pages["notes/index.html"].decode("utf-8")
    assert "[U+202E]" in pages["claims/C1/index.html"].decode("utf-8")
