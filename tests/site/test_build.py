"""`mkdocs build` and `diptych build` on the real dossier: same bytes, and the last good site stands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import ROOT, run, tree

from diptych.check.rules.address_taken import FILES, MADE
from diptych.pipeline.build.sheet import PARTS, SHEET, sheet
from diptych.values import PLURALS

#: The files of these endings that a site is meant to hold.
OURS = {"robots.txt", "assets/fonts/OFL.txt", "data/dossier.yml"}


def build(root: Path) -> tuple[int, str]:
    done = run("diptych", "build", cwd=root)
    return done.returncode, done.stdout + done.stderr


def test_the_same_input_gives_the_same_bytes(project: Path, site: Path) -> None:
    code, said = build(project)
    assert code == 0, said
    first = tree(project / "site")
    assert build(project)[0] == 0
    assert tree(project / "site") == first
    assert tree(site) == first


def test_the_site_holds_no_seed_no_clock_and_no_path_of_this_machine(site: Path) -> None:
    seeds = {path.read_bytes() for path in (ROOT / "seeds").glob("*.txt")}
    assert seeds
    for name, data in tree(site).items():
        assert data not in seeds
        assert not name.endswith((".txt", ".yml", ".md")) or name in OURS, name
        assert str(ROOT).encode() not in data, name
        assert str(site.parent).encode() not in data, name
    for seed in (ROOT / "seeds").glob("*.txt"):
        paragraphs = [line for line in seed.read_text("utf-8").splitlines() if len(line) > 2000]
        pages = [data.decode() for name, data in tree(site).items() if name.endswith((".html", ".json", ".csv"))]
        assert not any(paragraph in page for paragraph in paragraphs for page in pages)


def test_no_page_of_ones_own_takes_the_address_of_a_made_one(site: Path) -> None:
    """What the check of addresses has to know of what is made is what a build makes."""
    own = {"index.html", "robots.txt", "about", "assets"}
    kinds = {*PLURALS.values(), "sources", "actors", "themes"}
    assert {path.name for path in site.iterdir()} - own == MADE | FILES | kinds


def flip_a_character(root: Path) -> None:
    """One letter within a quotation of a record."""
    file = root / "content/claims/C12.yml"
    file.write_text(file.read_text("utf-8").replace("“serious evidence”", "“serious evidense”"), "utf-8")


def swap_two_digits(root: Path) -> None:
    """Two digits of an offset."""
    file = root / "content/claims/C12.yml"
    text = file.read_text("utf-8")
    start = next(number for number in re.findall(r"start: (\d+)", text) if number[-1] != number[-2])
    file.write_text(text.replace(f"start: {start}", f"start: {start[:-2]}{start[-1]}{start[-2]}", 1), "utf-8")


def change_a_byte_of_a_seed(root: Path) -> None:
    """One byte of a seed."""
    file = sorted((root / "seeds").glob("*.txt"))[2]
    data = file.read_bytes()
    file.write_bytes(data.replace(b"hodgepodge", b"hodgepidge", 1))


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (flip_a_character, ["content/claims/C12.yml:", "C12, passage", "passage-inexact", "evidense", "evidence"]),
        (swap_two_digits, ["content/claims/C12.yml:", "C12, passage", "passage-inexact"]),
        (change_a_byte_of_a_seed, ["seed-changed", "content/sources/S3.yml:", "passage-inexact", "hodgep"]),
    ],
)
def test_one_inexact_passage_stops_the_build_and_the_site_stands(project: Path, harm, told: list[str]) -> None:
    assert build(project)[0] == 0
    before = tree(project / "site")
    harm(project)
    for command in (("diptych", "build"), ("mkdocs", "build")):
        done = run(*command, cwd=project)
        said = done.stdout + done.stderr
        assert done.returncode == 1, said
        for words in told:
            assert words in said
        assert tree(project / "site") == before
        assert sorted(path.name for path in project.iterdir()) == [
            ".diptych",
            "content",
            "mkdocs.yml",
            "seeds",
            "site",
            "templates",
        ]


def test_a_template_that_fails_leaves_the_site(project: Path) -> None:
    assert build(project)[0] == 0
    before = tree(project / "site")
    (project / "templates/main.html").write_text("{{ nobody.knows.this }}", "utf-8")
    assert run("mkdocs", "build", cwd=project).returncode != 0
    assert tree(project / "site") == before
    assert not (project / ".site.new").exists()


def test_without_seeds_exactness_is_not_checked_and_never_passed(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    code, said = build(project)
    assert code == 0, said
    page = (project / "site/data/index.html").read_text("utf-8")
    assert "Not checked: the seeds are not here." in page
    assert "character for character" not in page
    assert "not checked" in said


def test_a_dossiers_own_template_wins(project: Path) -> None:
    shutil.rmtree(project / "templates")
    (project / "templates").mkdir()
    (project / "templates/404.html").write_text("ours", "utf-8")
    (project / "templates" / PARTS).mkdir(parents=True)
    (project / "templates" / PARTS / "99-own.css").write_text("own;", "utf-8")
    code, said = build(project)
    assert code == 0, said
    assert (project / "site/404.html").read_text("utf-8") == "ours"
    shipped = sheet([ROOT / "templates"])
    assert (project / "site" / SHEET).read_bytes() == shipped + b"own;"
    assert not (project / "site" / SHEET).with_suffix("").exists()  # no part is a file of its own
    (project / "templates" / SHEET).write_text("whole;", "utf-8")
    assert build(project)[0] == 0
    assert (project / "site" / SHEET).read_text("utf-8") == "whole;"


def test_narrative_pages_link_to_generated_ones_and_a_broken_link_fails(project: Path) -> None:
    assert build(project)[0] == 0
    before = tree(project / "site")
    about = project / "content/about.md"
    about.write_text(about.read_text("utf-8") + "\n[gone](claims/C999/index.html)\n", "utf-8")
    code, said = build(project)
    assert code == 1
    assert "claims/C999/index.html" in said
    assert tree(project / "site") == before


def test_gh_deploy_publishes_the_site(project: Path) -> None:
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.invalid", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", *identity, *arguments], cwd=project, capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "--bare", "../remote.git")
    git("init")
    git("add", "content")
    git("commit", "-m", "dossier")
    git("remote", "add", "origin", "../remote.git")
    me = {"GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.invalid"}
    me |= {"GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.invalid"}
    done = run("mkdocs", "gh-deploy", cwd=project, **me)
    assert done.returncode == 0, done.stdout + done.stderr
    published = git("--git-dir=../remote.git", "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"index.html", "side-by-side/index.html", "claims/C1/index.html", ".nojekyll"} <= set(published)
