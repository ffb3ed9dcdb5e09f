"""No command reads more than it has a use for, and what a workflow is told of goes nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support import sound

from diptych.cli import main
from diptych.store.survey import SEED_LIMIT

ENDLESS = [name for name in ("/dev/zero",) if Path(name).exists()]
#: Commands with a file that is too long, and with one without an end where the system has such.
LONG = [["attribute", "long.txt"], ["explain", "long.txt:7"], *(["attribute", one] for one in ENDLESS)]


@pytest.mark.parametrize("words", LONG)
def test_a_text_longer_than_a_seed_may_be_is_not_read(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Path("long.txt").open("wb") as made:
        made.truncate(SEED_LIMIT + 1)
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1
    assert ":1:1: this file has more than 10 MB" in done.output.splitlines()[0]


def test_explaining_a_record_reads_no_file_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "dossier"
    sound(root)
    (tmp_path / "private.txt").write_text("The Board said on Friday that nobody may read this.\n" * 90, "utf-8")
    source = root / "content/sources/S1.yml"
    source.write_text(source.read_text("utf-8").replace("seeds/morning-ledger.txt", "../private.txt"), "utf-8")
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["explain", "C1"])
    assert "nobody may read this" not in done.output
    assert "the seed is not here" in done.output


def test_a_workflow_gets_the_whole_list_beside_its_annotations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, page = tmp_path / "dossier", tmp_path / "summary.md"
    sound(root)
    for number in range(30):
        (root / f"content/claims/C{number + 50}.yml").write_text("id: C0\n", "utf-8")
    page.write_text("before\n", "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    done = CliRunner().invoke(main, ["check", "--format", "github"])
    rows = page.read_text("utf-8").splitlines()
    assert rows[0] == "before"
    assert done.output.count("::error ") == sum(row.startswith("| content/claims/") for row in rows) >= 30
    before = page.read_bytes()
    CliRunner().invoke(main, ["check"])
    assert page.read_bytes() == before
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "not-there" / "summary.md"))
    assert "summary can't be written" in CliRunner().invoke(main, ["check", "--format", "github"]).output
