"""MkDocs follows no setting out of the checked folders, whichever command runs it, and publishes no file unseen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support import ENGINE, SETTINGS, run, sound, tree

from diptych.pipeline.publication import checked

HARM = "touch ../harmed"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier that builds, in a folder of its own, beside a private file."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private/index.md").write_text("Private words\n", "utf-8")
    return sound(tmp_path / "dossier")


@pytest.mark.parametrize("command", [("diptych", "build"), ("mkdocs", "build"), ("mkdocs", "build", "--strict")])
@pytest.mark.parametrize(
    "setting", ["docs_dir: ../private", "docs_dir: seeds", "theme: {name: diptych, custom_dir: ../private}"]
)
def test_no_folder_is_published_but_the_checked_ones(dossier: Path, setting: str, command: tuple[str, ...]) -> None:
    key = setting.partition(":")[0]
    lines = [line for line in SETTINGS.splitlines() if not line.startswith(key)]
    (dossier / "mkdocs.yml").write_text("\n".join([*lines, setting]) + "\n", "utf-8")
    done = run(*command, cwd=dossier)
    assert done.returncode == 1
    assert "is read and checked" in done.stderr
    assert not (dossier / "site").exists()


def test_settings_of_another_file_lead_nowhere_else_either(dossier: Path) -> None:
    (dossier.parent / "base.yml").write_text("docs_dir: ../private\n", "utf-8")
    inherited = SETTINGS.replace("docs_dir: content", "INHERIT: ../base.yml")
    (dossier / "mkdocs.yml").write_text(inherited, "utf-8")
    for command in (("diptych", "build"), ("mkdocs", "build")):
        done = run(*command, cwd=dossier)
        assert done.returncode == 1
        assert not (dossier / "site").exists()


@pytest.mark.parametrize(
    "command", [("build",), ("build", "--site-dir", "public"), ("serve",), ("release", "1", "--date", "2031-03-10")]
)
def test_no_command_of_ours_makes_an_object_of_a_tag(dossier: Path, command: tuple[str, ...]) -> None:
    tag = f'extra: {{a: !!python/object/apply:os.system ["{HARM}"]}}\n'
    (dossier / "mkdocs.yml").write_text(SETTINGS + tag, "utf-8")
    done = run("diptych", *command, cwd=dossier)
    assert done.returncode == 1
    assert "(yaml-tag)" in done.stderr
    assert not (dossier.parent / "harmed").exists()


def test_settings_that_change_while_a_site_is_served_make_no_object_either(tmp_path: Path) -> None:
    program = f"""
from diptych.engine import make_no_objects
from {ENGINE}.utils.yaml import yaml_load
make_no_objects()
assert yaml_load("a: !ENV [NOBODY_SETS, 7]") == {{"a": 7}}
yaml_load('a: !!python/object/apply:os.system ["touch harmed"]')
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "could not determine a constructor" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seconds", ["", "soon", "253402300800", "9" * 5000])
@pytest.mark.parametrize("command", [("build",), ("release", "1")])
def test_what_is_no_time_is_told_before_anything_is_built(
    dossier: Path, seconds: str, command: tuple[str, ...]
) -> None:
    done = run("diptych", *command, cwd=dossier, SOURCE_DATE_EPOCH=seconds)
    assert done.returncode in (1, 2)
    assert "and no time: give the seconds since 1970" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (dossier / "site").exists()


def test_a_hidden_file_that_nobody_looked_at_is_not_published(dossier: Path) -> None:
    (dossier / "mkdocs.yml").write_text(SETTINGS + 'exclude_docs: "!.hidden.html\\n!.drafts"\n', "utf-8")
    (dossier / "content/.drafts").mkdir()
    for name in (".hidden.html", ".drafts/page.md"):
        (dossier / "content" / name).write_text("<script>alert(1)</script>\n", "utf-8")
    done = run("diptych", "build", cwd=dossier)
    assert done.returncode == 0, done.stderr
    assert not any("hidden" in name or "drafts" in name for name in tree(dossier / "site"))


@pytest.mark.parametrize("ending", ["markdown", "mdown", "mkdn", "mkd"])
def test_a_page_of_any_ending_is_published_only_if_it_is_safe(dossier: Path, ending: str) -> None:
    page = dossier / f"content/more.{ending}"
    page.write_text("# More\n\n<b onclick='x'>Words</b>\n", "utf-8")
    assert [problem.code for problem in checked(dossier)[1]] == ["unsafe-markup"]
    page.write_text("---\ntemplate: record.html\n---\n# More\n\nWords\n", "utf-8")
    assert [problem.code for problem in checked(dossier)[1]] == ["unknown-template"]


def test_all_problems_are_told_where_the_settings_are_broken(dossier: Path) -> None:
    (dossier / "mkdocs.yml").write_text("site_name: T\nplugins: [diptych\n", "utf-8")
    (dossier / "content/picture.svg").write_text("<svg>", "utf-8")
    told = run("diptych", "build", cwd=dossier)
    asked = run("diptych", "check", cwd=dossier)
    assert told.returncode == asked.returncode == 1
    assert told.stderr == asked.stdout
    for code in ("yaml-syntax", "unsafe-file"):
        assert f"({code})" in told.stderr


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("main.html", "\n{{ nothing.here }}", "main.html:2: this template can't be shown: 'nothing' is undefined"),
        ("record.html", "{{ 1 / 0 }}", "templates/record.html:1: this template can't be shown: division by zero"),
        ("main.html", '{% include "../../private/index.md" %}', "no template is called ../../private/index.md"),
    ],
)
def test_a_template_that_fails_when_it_is_shown_is_named(dossier: Path, template: str, text: str, said: str) -> None:
    (dossier / "templates").mkdir()
    (dossier / "templates" / template).write_text(text, "utf-8")
    (dossier / "content/more.md").write_text("# More\n", "utf-8")
    done = run("diptych", "build", cwd=dossier)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (dossier / "site").exists()


def test_a_page_too_deep_to_be_read_is_told_in_a_line(dossier: Path) -> None:
    (dossier / "content/more.md").write_text("- " * 3000 + "x\n", "utf-8")
    done = run("diptych", "build", cwd=dossier)
    assert done.returncode == 1
    assert "too deep within each other" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_what_deceives_in_the_title_of_a_page_is_shown_by_its_number_in_every_menu(dossier: Path) -> None:
    (dossier / "content/about.md").write_text('---\ntitle: "Our \\u202Ecase"\n---\nWords.\n', "utf-8")
    done = run("diptych", "build", cwd=dossier)
    assert done.returncode == 0, done.stderr
    pages = {file: file.read_text("utf-8") for file in (dossier / "site").rglob("*.html")}
    menus = [page for page in pages.values() if "Our [U+202E]case" in page]
    assert len(menus) > 5
    assert dossier / "site/404.html" in pages
    assert [str(file) for file, page in pages.items() if "\u202e" in page] == []
