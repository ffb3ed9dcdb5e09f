"""`diptych new`: a dossier that builds at once, never over anything, whole or not at all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from support import ROOT, run, tree

from diptych import __version__
from diptych.cli import main
from diptych.commands import new as command
from diptych.lexicons import known
from diptych.pipeline import beginnings, wheel
from diptych.render.dataset.schemas import AROUND, WRITTEN

#: YAML and HTML might stumble over it, and so might what fills it in.
TITLE = 'no: "x" #1 <b>{{title}}</b>'
PARTIES = ("--reporting", "Harbour Safety Board", "--responding", "Osmund Ferries")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A new dossier."""
    done = CliRunner().invoke(main, ["new", str(tmp_path / "ferry"), "--title", TITLE, *PARTIES])
    assert (done.exit_code, done.stderr) == (0, "")
    return tmp_path / "ferry"


def test_a_new_dossier_has_no_problem_and_builds_at_once(dossier: Path) -> None:
    assert run("diptych", "check", cwd=dossier).stdout == "no problems found\n"
    done = run("diptych", "build", cwd=dossier)
    assert done.returncode == 0, done.stderr
    page = (dossier / "site/index.html").read_text("utf-8")
    assert "no: &#34;x&#34; #1 &lt;b&gt;{{title}}&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "Harbour Safety Board" in page
    assert "Osmund Ferries" in page


def test_mkdocs_builds_it_too_and_a_file_of_its_templates_stands_in_for_the_one_of_the_package(
    dossier: Path,
) -> None:
    (dossier / "templates/assets").mkdir(parents=True)
    (dossier / "templates/404.html").write_text("<p>Nothing of that name</p>", "utf-8")
    (dossier / "templates/assets/favicon.svg").write_text("<svg/>", "utf-8")
    done = run("mkdocs", "build", "--strict", cwd=dossier)
    assert done.returncode == 0, done.stderr
    assert (dossier / "site/404.html").read_text("utf-8") == "<p>Nothing of that name</p>"
    assert (dossier / "site/assets/favicon.svg").read_text("utf-8") == "<svg/>"
    assert (dossier / "site/assets/diptych.css").is_file()


def test_it_is_the_same_wherever_it_is_made(dossier: Path, tmp_path: Path) -> None:
    there = tmp_path / "deep" / "down"
    run("diptych", "new", str(there), "--title", TITLE, *PARTIES, cwd=tmp_path)
    assert tree(there) == tree(dossier)
    assert not any(str(tmp_path).encode() in data for data in tree(there).values())


def test_its_schemas_are_wired_to_the_files_they_describe(dossier: Path) -> None:
    wired = json.loads((dossier / ".vscode/settings.json").read_bytes())["yaml.schemas"]
    assert len(wired) == len(WRITTEN) + len(AROUND) + len(known())
    for place, files in wired.items():
        assert place.startswith("./.vscode/"), "an editor without network must find it"
        schema = json.loads((dossier / place).read_bytes())
        jsonschema.Draft202012Validator.check_schema(schema)
        assert files
    schema = json.loads((dossier / ".vscode/schema/dossier.schema.json").read_bytes())
    jsonschema.validate(yaml.safe_load((dossier / "content/dossier.yml").read_bytes()), schema)


@pytest.mark.parametrize("whose", ["its own", "this repository's"])
def test_the_workflow_is_pinned_checks_pull_requests_and_asks_for_little(dossier: Path, whose: str) -> None:
    root = dossier if whose == "its own" else ROOT
    text = (root / ".github/workflows/pages.yml").read_text("utf-8")
    assert ("cp -R site ../site/docs" in text) == (root == ROOT)  # the manual, which dossiers have none of
    flow = yaml.safe_load(text)
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    assert "pull_request" in flow[True]  # YAML 1.1 reads the key `on` as a truth
    assert "pull_request_target" not in text
    assert "run: diptych check --format github" in text
    assert flow["permissions"] == {}
    assert flow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert flow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "github.event_name != 'pull_request'" in flow["jobs"]["deploy"]["if"]


def test_what_is_installed_for_it_is_named_whatever_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    def named(**noted: object) -> str:
        monkeypatch.setattr(wheel, "installed", lambda: noted or None)
        monkeypatch.setattr(wheel, "origin", lambda given: given)
        return beginnings.starter("T", "A", "B")["requirements.txt"].splitlines()[-1]

    assert named() == f"diptych[add]=={__version__}"
    url = "https://code.example/diptych"
    assert named(url=url, vcs_info={"vcs": "git", "commit_id": "0f" * 20}) == f"diptych[add] @ git+{url}@{'0f' * 20}"
    file = "https://code.example/diptych-0.1.0-py3-none-any.whl"
    assert named(url=file, archive_info={"hashes": {"sha256": "ab"}}) == f"diptych[add] @ {file}#sha256=ab"
    assert named(url=file, archive_info={}) == f"diptych[add] @ {file}"


def test_who_works_in_a_checkout_is_told_what_the_dossier_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wheel.installed() is None
    told = CliRunner().invoke(main, ["new", str(tmp_path / "a"), *PARTIES]).stdout
    assert "pip wheel --no-deps --wheel-dir wheels CHECKOUT, and name that wheel in requirements.txt\n" in told
    monkeypatch.setattr(wheel, "installed", lambda: {"version": __version__})
    monkeypatch.setattr(wheel, "origin", lambda given: given)
    assert "CHECKOUT" not in CliRunner().invoke(main, ["new", str(tmp_path / "b"), *PARTIES]).stdout


def test_the_ends_of_lines_of_its_seeds_are_safe_from_git(dossier: Path) -> None:
    assert "seeds/** -text" in (dossier / ".gitattributes").read_text("utf-8")


def test_what_its_readme_says_to_run_exists(dossier: Path) -> None:
    said = set(re.findall(r"diptych ([a-z]+)", (dossier / "README.md").read_text("utf-8")))
    assert said
    assert said <= set(main.commands)  # type: ignore[attr-defined]


def test_what_a_killed_run_left_is_cleared_away(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / ".again.new" / "content").mkdir(parents=True)
    (tmp_path / ".again.new" / "content" / "half.md").write_text("half")
    (tmp_path / ".again.lock").write_text("diptych new (process 1)\n")
    assert CliRunner().invoke(main, ["new", str(tmp_path / "again"), "--title", TITLE, *PARTIES]).exit_code == 0
    assert tree(tmp_path / "again") == tree(dossier)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again", "ferry"]


def test_nothing_is_overwritten(dossier: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    (tmp_path / "link").symlink_to(dossier, target_is_directory=True)
    for name in ("ferry", "ferry/mkdocs.yml", "link"):
        assert CliRunner().invoke(main, ["new", str(tmp_path / name), *PARTIES]).exit_code == 2
    (tmp_path / "link").unlink()
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", [".", "../here"])
def test_an_empty_folder_is_filled(tmp_path: Path, name: str) -> None:
    here = tmp_path / "here"
    here.mkdir()
    done = run("diptych", "new", name, *PARTIES, cwd=here)
    assert done.returncode == 0, done.stderr
    assert (here / "mkdocs.yml").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--reporting", "Osmund", "--responding", " Osmund. "), "the two parties need names that differ"),
        (("--title", " "), "the title is empty"),
        (("--title", "a\u202eb"), "a sign that does not show: U+202E"),
        (("--reporting", "x" * 301), "the name of the reporting party is 301 characters long"),
    ],
)
def test_a_name_that_can_not_be_one_is_wrong_use(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = CliRunner().invoke(main, ["new", str(tmp_path / "deep/ferry"), *options])
    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_away_from_a_terminal_placeholders_stand_for_what_is_not_given(tmp_path: Path) -> None:
    done = run("diptych", "new", "ferry-inquiry", cwd=tmp_path)
    assert done.returncode == 0
    assert "put the real ones there" in done.stdout
    assert yaml.safe_load((tmp_path / "ferry-inquiry/content/dossier.yml").read_bytes())["title"] == "Ferry inquiry"


def test_nobody_is_asked_for_what_can_not_be_made(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    done = CliRunner().invoke(main, ["new", str(dossier)])
    assert done.exit_code == 2
    assert "holds files already" in done.stderr
    assert "Title" not in done.stdout


def test_at_a_terminal_it_asks_for_what_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    given = ["new", str(tmp_path / "ferry"), "--title", "The ferry inquiry"]
    done = CliRunner().invoke(main, given, input="Harbour Safety Board\nOsmund Ferries\n")
    assert done.exit_code == 0, done.output
    parties = yaml.safe_load((tmp_path / "ferry/content/dossier.yml").read_bytes())["parties"]
    assert [party["name"] for party in parties.values()] == ["Harbour Safety Board", "Osmund Ferries"]


@pytest.mark.parametrize("there", [False, True])
def test_what_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    folder = tmp_path / "deep" / "ferry"
    if there:
        folder.mkdir(parents=True)
    moved: list[Path] = []

    def rename(path: Path, to: Path) -> Path:
        moved.append(path)
        if len(moved) == (3 if there else 1):
            raise OSError("no space left")
        path.replace(to)
        return to

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="no space"):
        beginnings.begin(folder, "T", "A", "B")
    assert list(tmp_path.rglob("*")) == ([tmp_path / "deep", folder] if there else [])
