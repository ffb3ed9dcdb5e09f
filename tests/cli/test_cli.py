"""The command line: help with an example, and exit status 0 for done, 1 for problems, 2 for wrong use."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import click
import pytest
from support import ROOT, run, tree

from diptych.cli import main

COMMANDS = sorted(main.commands) if isinstance(main, click.Group) else []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run("diptych", command, "--help", cwd=ROOT)
    assert done.returncode == 0
    assert f"Example: diptych {command}" in done.stdout


def test_a_sound_dossier_is_0(project: Path) -> None:
    done = run("diptych", "check", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_problem_is_1_in_every_format(project: Path, form: str) -> None:
    file = project / "content/claims/C1.yml"
    file.write_text(file.read_text("utf-8").replace("actor: ohchr", "actor: ohcr"), "utf-8")
    done = run("diptych", "check", "--format", form, cwd=project)
    assert done.returncode == 1
    assert "unknown-actor" in done.stdout
    assert "ohchr" in done.stdout
    if form == "json":
        assert {problem["file"] for problem in json.loads(done.stdout)} == {"content/claims/C1.yml"}


@pytest.mark.parametrize(
    "arguments", [("check", "--format", "xml"), ("chekc",), ("export",), ("attribute", "no-such-file")]
)
def test_wrong_use_is_2(project: Path, arguments: tuple[str, ...]) -> None:
    assert run("diptych", *arguments, cwd=project).returncode == 2


def test_outside_a_dossier_is_wrong_use(tmp_path: Path) -> None:
    done = run("diptych", "check", cwd=tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr


def test_export_writes_what_the_site_offers(project: Path, site: Path) -> None:
    done = run("diptych", "export", "dataset", cwd=project)
    assert done.returncode == 0, done.stderr
    offered = {name.removeprefix("data/"): data for name, data in tree(site).items() if name.startswith("data/")}
    for name in ("index.html", "cite.bib", "cite.ris", "cite.json"):  # the page that offers them
        offered.pop(name)
    assert tree(project / "dataset") == offered
    assert "dossier.json" in offered


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the source distribution, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    done = run("hatchling", "build", "-d", str(folder), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return folder


def test_no_distribution_carries_a_seed_or_a_dossier(distributions: Path) -> None:
    wheel = zipfile.ZipFile(next(distributions.glob("*.whl"))).namelist()
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        source = archive.getnames()
    assert "diptych/templates/base.html" in wheel
    assert "diptych/lexicons/cues.yml" in wheel
    seeds = {path.name for path in (ROOT / "seeds").iterdir()} - {"README.md"}
    for name in (*wheel, *source):
        assert Path(name).name not in seeds
        assert not {"seeds", "content", "tests"} & set(Path(name).parts), name


def test_the_wheel_builds_a_dossier_far_from_this_repository(distributions: Path, tmp_path: Path) -> None:
    wheel = next(distributions.glob("*.whl"))
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    root = tmp_path / "dossier"
    for folder in ("content", "seeds", "templates"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(
        "site_name: T\ndocs_dir: content\ntheme: {name: null, custom_dir: templates}\nplugins: [diptych]\n", "utf-8"
    )
    parties = "parties:\n  reporting: {name: The auditor}\n  responding: {name: Wellwater}\n"
    (root / "content/dossier.yml").write_text(f"title: Two wells\n{parties}", "utf-8")
    (root / "content/index.md").write_text("---\ntemplate: home.html\n---\nTwo wells.\n", "utf-8")
    (root / "seeds/one.txt").write_text(
        "Auditor finds fault\n\nWellwater hid leaks for nine years, the auditor said on Monday.\n\n"
        "“That is wrong,” said Ida Falk, a spokeswoman for Wellwater.\n",
        "utf-8",
    )
    for command in ("extract", "check", "build"):
        done = run("diptych", command, cwd=root, PYTHONPATH=str(installed))
        assert done.returncode == 0, done.stdout + done.stderr
    assert str(ROOT) not in done.stdout + done.stderr
    made = json.loads((root / "site/data/dossier.json").read_bytes())
    assert {record["kind"] for record in made["records"]} >= {"claim", "response"}
    assert (root / "site/assets/diptych.css").is_file()
