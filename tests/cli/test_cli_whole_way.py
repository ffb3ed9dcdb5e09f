"""The whole way of a second user: install the wheel, begin, add five saved articles, extract, build, open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from support import ROOT, run

SAVED = ROOT / "tests/saved"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that has the wheel, and borrows nothing but its dependencies from this one."""
    folder = tmp_path_factory.mktemp("machine")
    done = run("hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    wheel = next(folder.glob("*.whl"))
    command = ["pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([sys.executable, "-m", *command], check=True)
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python.parent


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
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for folder, *words in commands:
        done = subprocess.run(
            [str(installed / "diptych"), *words],
            cwd=folder,
            env=environment,
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
