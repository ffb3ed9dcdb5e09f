"""Releases: what they freeze, what they promise, and that nothing of it changes afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from holding import held
from support import ROOT, run, tree

from diptych.cli import main
from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import checked
from diptych.pipeline.release import frozen, release
from diptych.pipeline.review.decisions import reject
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.verification import verify
from diptych.problems import DossierError

BASE = ROOT / "tests" / "bad" / "_base"
HEAD = """site_name: A dossier
site_url: https://dossier.example/project/
docs_dir: content
theme: {name: null, custom_dir: %s}
plugins: [diptych]
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound dossier, as one that can be built."""
    folder = tmp_path_factory.mktemp("sound") / "dossier"
    shutil.copytree(BASE, folder)
    (folder / "mkdocs.yml").write_text(HEAD % (ROOT / "templates"), encoding="utf-8")
    (folder / "content" / "index.md").write_text("# A dossier\n\nIn short.\n", encoding="utf-8")
    (folder / "content" / "about.md").write_text("# About\n\n## Method\n\nBy hand.\n", encoding="utf-8")
    return folder


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    """The sound dossier, to be changed at will."""
    return Path(shutil.copytree(base, tmp_path / "dossier"))


@pytest.fixture(scope="module")
def first(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with its first release."""
    folder = Path(shutil.copytree(base, tmp_path_factory.mktemp("first") / "dossier"))
    release(folder, "1.0", "2026-11-21")
    return folder


@pytest.fixture
def released(first: Path, tmp_path: Path) -> Path:
    """The dossier with its first release, to be changed at will."""
    return Path(shutil.copytree(first, tmp_path / "released"))


@pytest.fixture(scope="module")
def first_built(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its site."""
    folder = Path(shutil.copytree(first, tmp_path_factory.mktemp("built") / "dossier"))
    build(folder)
    return folder


@pytest.fixture
def built(first_built: Path, tmp_path: Path) -> Path:
    """The same with its site, to be changed at will."""
    return Path(shutil.copytree(first_built, tmp_path / "built"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def made_first(root: Path) -> dict[str, str]:
    """What the first release froze: the revision of each record."""
    dossier = held(root)
    return dict(dossier.releases[0].revisions)


def build(root: Path) -> dict[str, bytes]:
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    return tree(root / "site")


def test_the_first_release_freezes_every_record_and_promises_every_page(root: Path) -> None:
    done = release(root, "1.0", "2026-11-21")
    dossier = held(root)
    assert set(done.release.revisions) == {record.id for record in dossier.records}
    promised = {one.address: one.anchors for one in dossier.permalinks.released}
    assert set(promised["claims/C1/"]) == {"p1", "p2"}
    assert promised["claims/C1/"]["p1"].startswith("S1:138-189:")
    assert {"./", "about/", "side-by-side/", "sources/S1/", "discrepancies/"} <= set(promised)
    assert "method" in promised["about/"]
    assert "C1" in promised["side-by-side/"]
    assert "C1-p1" in promised["sources/S1/"]
    assert not any("/v/" in address or "404" in address for address in promised)
    assert checked(root)[1] == ()


def test_frozen_pages_stand_in_the_site_and_never_change(built: Path) -> None:
    before = {file: data for file, data in tree(built / "site").items() if "/v/" in file}
    assert len(before) == 2 * 6  # a page and its content for each record
    edit(built, "claims/C1.yml", "hid leaks", "concealed leaks")
    edit(built, "dossier.yml", "title:", "subtitle: Once more\ntitle:")
    after = build(built)
    assert {file: after[file] for file in before} == before
    release(built, "1.1", "2026-12-01")
    last = build(built)
    assert {file: last[file] for file in before} == before


def test_frozen_pages_stay_as_they_are_under_other_templates(built: Path) -> None:
    before = {file: data for file, data in tree(built / "site").items() if "/v/" in file or "assets/frozen/" in file}
    later = built / "templates"
    shutil.copytree(ROOT / "templates", later)
    (built / "mkdocs.yml").write_text(HEAD % "templates", encoding="utf-8")
    for name, old, new in (
        ("frozen.html", "<body>", "<body class=other>"),
        ("record.html", "<article>", '<article class="other">'),
        ("languages/en.yml", "heading: Cite this page", "heading: How to cite"),
        ("citations/apa.csl", 'prefix="["', 'prefix="{"'),
        ("assets/frozen.css", "{", "{ --other: 1;"),
    ):
        text = (later / name).read_text(encoding="utf-8")
        assert old in text, name
        (later / name).write_text(text.replace(old, new), encoding="utf-8")
    after = build(built)
    assert b'<article class="other">' in after["claims/C1/index.html"]
    assert {file: after[file] for file in before} == before
    edit(built, "claims/C1.yml", "hid leaks", "concealed leaks")
    made = release(built, "1.1", "2026-12-01").release.revisions["C1"]
    last = build(built)
    assert {file: last[file] for file in before} == before
    assert b"<body class=other>" in last[f"claims/C1/v/{made}/index.html"]
    assert len([file for file in last if "assets/frozen/" in file]) == 2  # each page keeps the style it was made with
    assert verify(built / "site").problems == ()


def test_an_unchanged_record_costs_no_byte(released: Path) -> None:
    first = tree(released / "content")
    done = release(released, "1.1", "2026-12-01")
    assert (done.records, done.addresses, done.added) == (0, 0, 0)
    changed = {file for file, data in tree(released / "content").items() if first.get(file) != data}
    assert changed == {"releases.yml"}


def test_only_what_changed_is_frozen_again(released: Path) -> None:
    first = made_first(released)
    edit(released, "claims/C1.yml", "hid leaks", "concealed leaks")
    second = release(released, "1.1", "2026-12-01")
    assert set(second.release.revisions) == {"C1"}
    dossier = held(released)
    assert frozen(dossier) == {**first, **second.release.revisions}
    old, new = frozen_versions(released, dossier)["C1"]
    assert old.content is not None
    assert new.content is not None
    assert "hid leaks" in old.content["statement"]
    assert "concealed leaks" in new.content["statement"]


def test_what_is_said_again_has_the_page_that_it_had(released: Path) -> None:
    first = made_first(released)["C1"]
    page = released / "content" / "claims" / "C1" / "v" / first / "index.html"
    before = page.read_bytes()
    edit(released, "claims/C1.yml", "hid leaks", "concealed leaks")
    release(released, "1.1", "2026-12-01")
    edit(released, "claims/C1.yml", "concealed leaks", "hid leaks")
    edit(released, "dossier.yml", "title:", "subtitle: Once more\ntitle:")
    done = release(released, "1.2", "2026-12-02")
    assert done.release.revisions == {"C1": first}
    assert done.added == 0
    now = build(released)["claims/C1/index.html"].decode("utf-8")
    assert f"version 1.0, {first}" in now  # as that page says itself
    assert page.read_bytes() == before


def test_a_tombstone_says_what_stood_there_and_until_when(released: Path) -> None:
    made = made_first(released)["T1"]
    desk = Desk(released)
    reject(desk, "T1", "Nobody said it.")
    desk.save()
    page = build(released)["reactions/T1/index.html"].decode("utf-8")
    statement = json.loads((released / f"content/reactions/T1/v/{made}/record.json").read_text("utf-8"))["statement"]
    assert f"<blockquote><p>{statement}</p></blockquote>" in page
    assert f'href="../../reactions/T1/v/{made}/index.html"' in page
    assert "It still stood here in release 1.0 of 21 November 2026." in page
    assert "Nobody said it." in page
    release(released, "1.1", "2026-12-01")
    page = build(released)["reactions/T1/index.html"].decode("utf-8")
    assert "It stood here until release 1.1 of 1 December 2026, and no longer in that one." in page


def test_a_copy_of_the_site_is_held_to_what_was_released(built: Path) -> None:
    made = made_first(built)["C1"]
    site = built / "site"
    assert verify(site).problems == ()
    page = site / "claims" / "C1" / "v" / made / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    (site / "sources" / "S1" / "index.html").unlink()
    live = site / "claims" / "C1" / "index.html"
    live.write_text(live.read_text("utf-8").replace('id="p2"', 'id="other"'), "utf-8")
    found = {(one.file, one.code) for one in verify(site).problems}
    assert found == {
        (f"claims/C1/v/{made}/index.html", "version-changed"),
        ("sources/S1/index.html", "address-lost"),
        ("claims/C1/index.html", "address-lost"),
    }


def test_the_record_lists_its_versions_with_what_changed(released: Path) -> None:
    edit(released, "claims/C1.yml", "hid leaks", "concealed leaks")
    assert b"<del>hid</del><ins>concealed</ins> leaks" in build(released)["claims/C1/index.html"]
    release(released, "1.1", "2026-12-01")
    site = build(released)
    page = site["claims/C1/index.html"].decode("utf-8")
    assert "<del>hid</del><ins>concealed</ins> leaks" in page
    assert page.index("Release 1.1, 1 December 2026") < page.index("Release 1.0, 21 November 2026")
    assert '<form id="compare"' in page
    assert page.index('<section data-version="1.1">') < page.index('<section data-version="1.0">')
    assert "versions.js" not in site["recommendations/A1/index.html"].decode("utf-8")


def test_the_frozen_address_is_cited_as_long_as_it_says_the_same(built: Path) -> None:
    made = made_first(built)["C1"]
    cited = f"https://dossier.example/project/claims/C1/v/{made}/"
    page = (built / "site/claims/C1/index.html").read_text("utf-8")
    assert f'<link rel="cite-as" href="{cited}">' in page
    assert f"version 1.0, {made}, November 21, 2026" in page  # what stands at that address
    assert '<meta name="citation_publication_date" content="2026/11/21">' in page
    edit(built, "claims/C1.yml", "hid leaks", "concealed leaks")
    page = build(built)["claims/C1/index.html"].decode("utf-8")
    assert '<link rel="cite-as" href="https://dossier.example/project/claims/C1/">' in page


def test_a_frozen_page_says_what_it_is_and_points_to_the_live_one(first: Path) -> None:
    made = made_first(first)["C1"]
    page = (first / "content" / "claims" / "C1" / "v" / made / "index.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert '<link rel="canonical" href="https://dossier.example/project/claims/C1/">' in page
    assert f'<meta name="citation_public_url" content="https://dossier.example/project/claims/C1/v/{made}/">' in page
    assert "release 1.0 of 21 November 2026" in page
    data = json.loads((first / "content" / "claims" / "C1" / "v" / made / "record.json").read_text(encoding="utf-8"))
    assert data["revision"] == made


def test_the_same_release_gives_the_same_bytes(root: Path, first: Path) -> None:
    release(root, "1.0", "2026-11-21")
    assert tree(root / "content") == tree(first / "content")


def test_a_lost_frozen_page_stops_the_build(released: Path) -> None:
    made = made_first(released)["C1"]
    shutil.rmtree(released / "content" / "claims" / "C1")
    done = run("mkdocs", "build", "--strict", cwd=released)
    assert done.returncode != 0
    assert f"content/claims/C1/v/{made}/index.html" in done.stderr
    assert "version-lost" in done.stderr


def test_a_lost_heading_stops_the_build_and_a_word_on_it_lets_it_go_on(released: Path) -> None:
    edit(released, "about.md", "## Method", "## Manner")
    done = run("mkdocs", "build", "--strict", cwd=released)
    assert done.returncode != 0
    assert "about/#method" in done.stderr
    ledger = released / "content" / "permalinks.yml"
    ledger.write_text(
        ledger.read_text(encoding="utf-8") + "moved:\n- {was: 'about/#method', now: 'about/#manner'}\n",
        encoding="utf-8",
    )
    assert b'<li id="method" data-now="../about/index.html#manner">' in build(released)["about/index.html"]


def test_a_name_is_used_once(released: Path) -> None:
    before = tree(released)
    with pytest.raises(DossierError) as raised:
        release(released, "1.0", "2026-12-01")
    assert [problem.code for problem in raised.value.problems] == ["release-twice"]
    assert tree(released) == before


def test_a_broken_dossier_is_not_released(root: Path) -> None:
    edit(root, "claims/C1.yml", "Greywell Water had hidden leaks", "Greywell Water had hidden pipes")
    before = tree(root)
    with pytest.raises(DossierError):
        release(root, "1.0", "2026-11-21")
    assert tree(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["1.0"], "a release needs its date"),
        (["1.0", "--date", "yesterday"], "is no date"),
        (["1 0", "--date", "2026-11-21"], "use letters, digits"),
        (["../x", "--date", "2026-11-21"], "use letters, digits"),
    ],
)
def test_wrong_use(root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    monkeypatch.chdir(root)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    done = CliRunner().invoke(main, ["release", *arguments])
    assert done.exit_code == 2
    assert said in done.output


def test_the_day_may_come_from_the_environment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["release", "1.0"], env={"SOURCE_DATE_EPOCH": "1795219200"})
    assert done.exit_code == 0, done.output
    assert "release 1.0 of 2026-11-21: 6 records frozen" in done.output
    assert "of a limit of 1 GB" in done.output
