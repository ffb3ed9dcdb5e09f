"""Whoever follows the manual gets what it says: each page is followed in a shell, block by block.

With RENEW_DOCS=1 what commands print is written into the pages in the place of what stands there; look at the
difference before it is committed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from manual import Session, Wrong, follow, matches, steps
from support import ROOT

PAGES = ROOT / "docs/content"
HOW_TO = sorted((PAGES / "how-to").glob("*.md"))
TELLING = sorted([*(PAGES / "explanation").glob("*.md"), PAGES / "index.md"])
#: Stands in for GitHub's own command: it makes a release of a tag that is there.
GH = """#!/bin/sh
[ "$1 $2" = "release create" ] && git rev-parse --verify --quiet "refs/tags/$3" >/dev/null
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader sits: a copy of the repository, and what stands in for GitHub."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "diptych/docs").mkdir(parents=True)
    for name in ("pyproject.toml", "README.md", "LICENSE", "scripts", "templates", "docs/articles"):
        (folder / "diptych" / name).symlink_to(ROOT / name)
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder / "hub/bridge.git")], check=True)
    (folder / "tools").mkdir()
    (folder / "tools/gh").write_text(GH, "utf-8")
    (folder / "tools/gh").chmod(0o755)
    return folder


def session(desk: Path, folder: Path, hub: Path, installing: bool = False) -> Session:
    """A reader's shell, with the commands of this environment and, for others made in it, its packages.

    Its home has a name for git, to which GitHub is the folder `hub`; nothing leads to the network. Who is `installing`
    has no other Diptych than that.
    """
    home = hub.with_name("home")
    home.mkdir(exist_ok=True)
    (home / ".gitconfig").write_text(
        f'[user]\nname = Reader\nemail = reader@example.org\n[url "{hub}/"]\n'
        'insteadOf = https://github.com/you/\n[protocol]\nallow = never\n[protocol "file"]\nallow = always\n',
        "utf-8",
    )
    known = "" if installing else os.environ.get("PYTHONPATH")
    environment = {
        "HOME": str(home),
        "PATH": os.pathsep.join([str(desk / "tools"), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": os.pathsep.join(filter(None, [known, sysconfig.get_path("purelib")])),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
    }
    return Session(folder, environment)


def followed(page: Path, desk: Path, folder: Path, hub: Path, installing: bool = False) -> None:
    """The page says what happens, or is made to."""
    shell = session(desk, folder, hub, installing)
    try:
        printed = follow(page, shell)
    finally:
        shell.close()
    if os.environ.get("RENEW_DOCS"):
        page.write_text(printed, "utf-8")
    assert printed == page.read_text("utf-8")


@pytest.fixture(scope="module")
def bridge(desk: Path) -> Path:
    """The tutorial's dossier, as whoever has followed it has it."""
    followed(PAGES / "tutorial.md", desk, desk, desk / "hub", installing=True)
    return desk / "bridge"


def test_the_tutorial(bridge: Path) -> None:
    assert (bridge / "site/claims/C2/index.html").is_file()


def test_the_manuals_example_is_what_the_tutorial_makes(bridge: Path) -> None:
    made, shown = bridge / "content", PAGES
    files = sorted(path.relative_to(made) for path in made.rglob("*.yml") if path.name != "dossier.yml")
    assert [path for path in files if (made / path).read_bytes() != (shown / path).read_bytes()] == []
    assert files == sorted(path.relative_to(shown) for path in shown.rglob("*.yml") if path.name != "dossier.yml")


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_a_guide(page: Path, bridge: Path, desk: Path, tmp_path: Path) -> None:
    for name in ("bridge", "hub"):
        shutil.copytree(desk / name, tmp_path / name)
    (tmp_path / "diptych").symlink_to(desk / "diptych")
    followed(page, desk, tmp_path / "bridge", tmp_path / "hub")


@pytest.mark.parametrize("page", TELLING, ids=lambda page: page.stem)
def test_an_explanation(page: Path, desk: Path, tmp_path: Path) -> None:
    followed(page, desk, ROOT, tmp_path / "hub")


def test_a_block_that_nothing_is_done_with_is_refused() -> None:
    with pytest.raises(Wrong, match="line 4"):
        steps("One.\n\n```yaml\na: 1\n```\n")


def test_a_page_that_says_something_else_is_found_out(tmp_path: Path, desk: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo one; echo two\none\nthree\n```\n", "utf-8")
    with pytest.raises(AssertionError):
        followed(page, desk, tmp_path, tmp_path / "hub")
    page.write_text("```console\n$ false\n```\n", "utf-8")
    with pytest.raises(Wrong, match="ended with 1"):
        followed(page, desk, tmp_path, tmp_path / "hub")


def test_what_may_differ_is_marked_and_nothing_else_may() -> None:
    assert matches(["in … seconds", "…", "end"], ["in 0.3 seconds", "a", "b", "end"])
    assert matches(["…"], [])
    assert not matches(["in … seconds"], ["in 0.3 seconds", "more"])
    assert not matches(["a.c"], ["abc"])
