"""Every code of a problem is in the catalogue, and has a broken dossier with the exact report that it gets."""

from __future__ import annotations

import ast
import os
import re
import shutil
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from bad_made import CODES
from click.testing import CliRunner
from support import ROOT, run, sound, tree
from told import CASES, RELEASED, TOLD

from diptych.cli import main
from diptych.commands.shared import show
from diptych.pipeline.codes import catalogue
from diptych.pipeline.workers import workers
from diptych.problems import DossierError
from diptych.progress import unshown

BAD = ROOT / "tests/bad"
MAKES = re.compile(r"_?(Problem|problem|problem_in|fault|note)")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SEVERITIES = {"error", "warning", "note"}


def in_the_code() -> tuple[set[str], set[str]]:
    """The codes that problems are made with, as far as they stand where they are made; and every text of the code."""
    made: set[str] = set()
    texts: set[str] = set()
    for path in (ROOT / "scripts/diptych").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            if isinstance(node, ast.Call) and MAKES.fullmatch(getattr(node.func, "id", getattr(node.func, "attr", ""))):
                words = [one.value for one in node.args[1:] if isinstance(one, ast.Constant)]
                made |= {word for word in words[:1] if isinstance(word, str) and CODE.fullmatch(word)}
            named = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").lower() == "code"
            if named and isinstance(node.value, ast.Constant):
                made.add(str(node.value.value))
    return made - SEVERITIES, texts


def test_the_catalogue_has_every_code_and_no_other() -> None:
    made, texts = in_the_code()
    assert made <= set(catalogue())
    assert set(catalogue()) <= texts


def test_every_code_has_a_broken_dossier_and_its_report() -> None:
    folders = {path.name.split(".")[0] for path in BAD.iterdir()} - {"_base"}
    assert folders | CODES | set(CASES) | set(RELEASED) | {"worker-ended"} == set(catalogue())


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The sound dossier, as one that can be built."""
    return sound(tmp_path / "dossier")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sound dossier, released."""
    root = sound(tmp_path_factory.mktemp("released") / "dossier")
    for words in (("release", "1", "--date", "2031-03-10"), ("build",)):
        done = run("diptych", *words, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def told(code: str, root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """The command tells of that code, in the words that are stored."""
    monkeypatch.chdir(root)
    before = tree(root / "content")
    if words == ("build",):  # MkDocs runs in a process of its own
        ended = run("diptych", *words, cwd=root)
        status, output = ended.returncode, ended.stderr
    else:
        done = CliRunner().invoke(main, list(words))
        status, output = done.exit_code, done.output
    assert status == (0 if ": warning: " in output else 1)
    blocks = re.sub(r"\A[^(]*\n(?=templates:)", "", output).split("\n\n")
    report = "\n\n".join(one for one in blocks if f"({code})" in one.split("\n")[0]) + "\n"
    assert_told(code, report)
    assert words[0] == "extract" or tree(root / "content") == before


def assert_told(code: str, report: str) -> None:
    file = TOLD / f"{code}.txt"
    if os.environ.get("RENEW_TOLD"):
        file.write_text(report, "utf-8")
    assert f"({code})" in report
    assert "= hint: " in report
    assert report == file.read_text("utf-8")


@pytest.mark.parametrize("code", CASES)
def test_report(code: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change, words = CASES[code]
    if words[0] == "verify":
        monkeypatch.chdir(dossier)
        assert CliRunner().invoke(main, ["export", "copy/data"]).exit_code == 0
    change(dossier)
    told(code, dossier, words, monkeypatch)


@pytest.mark.parametrize("code", RELEASED)
def test_report_on_a_released_site(code: str, released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(released, tmp_path / "copy")
    (tmp_path / "content").mkdir()
    change, words = RELEASED[code]
    change(tmp_path)
    told(code, tmp_path, words, monkeypatch)


def test_report_of_a_process_that_the_system_ended(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(DossierError) as raised, workers(2, unshown):
        raise BrokenProcessPool
    show(raised.value.problems, "text", tmp_path)
    assert_told("worker-ended", capsys.readouterr().out)


@pytest.mark.parametrize("code", catalogue())
def test_a_code_is_explained_in_the_terminal(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["explain", code])
    assert done.exit_code == 0
    assert done.output == f"{code}: {catalogue()[code].means}\nTo mend it: {catalogue()[code].mend}\n"
