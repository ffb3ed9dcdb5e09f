"""The whole way of a second user: install the wheel, begin, add five saved articles, extract, build, open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from support import ROOT, run
from wheelhouse import needed, wheelhouse

from diptych.gather import Refused, gather

SAVED = ROOT / "tests/saved"
#: Loads every module of the package, and says how many there are.
EVERY = """
import importlib, pkgutil, diptych
every = [one.name for one in pkgutil.walk_packages(diptych.__path__, "diptych.") if one.name != "diptych.__main__"]
for name in every:
    importlib.import_module(name)
print(len(every))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that has what the wheel asks for, with its extra `add`, and nothing else.

    What it asks for is installed out of this environment, packed again, so that nothing comes from the network.
    """
    folder = tmp_path_factory.mktemp("machine")
    done = run("hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    wheel = next(folder.glob("*.whl"))
    wheelhouse(folder / "wheels", needed("diptych", {"add"}))
    install(python, "--find-links", str(folder / "wheels"), f"{wheel}[add]")
    return python.parent


def install(python: Path, *what: str) -> None:
    """Installs something into the environment of a Python; nothing comes from the network."""
    command = ["pip", "--python", str(python), "install", "--quiet", "--no-index", *what]
    subprocess.run([sys.executable, "-m", *command], check=True, env=environment())


def environment() -> dict[str, str]:
    """This process's environment without what tells Python and pip where else to look."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}


def test_five_saved_articles_become_a_site_in_under_ten_commands(installed: Path, tmp_path: Path) -> None:
    given = ("--title", "The ferry inquiry", "--reporting", "Harbour Safety Board", "--responding", "Osmund Ferries")
    saved = [str(path) for path in sorted(SAVED.iterdir())]
    assert len(saved) == 5
    commands = [
        (tmp_path, "new", "ferry", *given),
        (tmp_path / "ferry", "add", *saved),
        (tmp_path / "ferry", "extract"),
        (tmp_path / "ferry", "check"),
        (tmp_path / "ferry", "build"),
    ]
    for folder, *words in commands:
        done = subprocess.run(
            [str(installed / "diptych"), *words],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        assert str(ROOT) not in done.stdout.replace(str(SAVED), "") + done.stderr
    made = json.loads((tmp_path / "ferry/site/data/dossier.json").read_bytes())
    assert len(made["sources"]) == 5
    assert {source["publisher"] for source in made["sources"]} >= {"Tarn Courier", "Harbour News", "Coast Weekly"}
    assert {record["kind"] for record in made["records"]} >= {"claim", "response", "recommendation"}
    assert "Osmund Ferries" in opened(tmp_path / "ferry/site/index.html")


def test_the_dossier_takes_along_the_diptych_that_made_it(installed: Path, tmp_path: Path) -> None:
    given = ("--title", "T", "--reporting", "A", "--responding", "B")
    subprocess.run([str(installed / "diptych"), "new", "ferry", *given], cwd=tmp_path, env=environment(), check=True)
    (along,) = (tmp_path / "ferry/wheels").iterdir()
    asked = (tmp_path / "ferry/requirements.txt").read_text("utf-8").splitlines()[-1]
    assert asked == f"./wheels/{along.name}[add]"
    made = next(installed.parents[1].glob("*.whl"))
    assert contents(along) == contents(made)
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / installed.name / "python"
    install(python, "--no-deps", str(along))
    there = [str(python), "-c", "import diptych; print(diptych.__version__)"]
    assert (
        subprocess.run(there, capture_output=True, text=True, check=True, env=environment()).stdout.strip()
        in along.name
    )


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel but for its list of them."""
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist() if not name.endswith("/RECORD")}


def test_every_module_and_command_works_with_what_is_declared(installed: Path, tmp_path: Path) -> None:
    told = [str(installed / "python"), "-c", EVERY]
    done = subprocess.run(told, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 200


def test_without_the_extra_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for suffix, package in ((".docx", "mammoth"), (".pdf", "pypdf")):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(
            Refused, match=f"is read by {package}, which is not installed: python -m pip install {package} "
        ):
            gather(suffix, b"anything")
    assert gather(".txt", b"The board met.").text == "The board met."


def opened(page: Path) -> str:
    """The words of a page, every place that it points to on this disk being there."""
    text = page.read_text("utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    for element in tree.iter():
        for name in ("href", "src"):
            parts = urlsplit(element.get(name) or "")
            if not parts.scheme and parts.path:
                assert (page.parent / unquote(parts.path)).exists(), parts.path
    return text
