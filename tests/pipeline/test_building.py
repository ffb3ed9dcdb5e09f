"""A build that keeps what stands gives the bytes of one that makes everything, and touches nothing else."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from building_model import EDITS, LOOKED, Workshop, begun, lived, reword, watched
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from support import ROOT, tree

from diptych.dossier import Dossier
from diptych.pipeline.build import building, later, manifest, spread
from diptych.pipeline.build.assembly import Assembly
from diptych.pipeline.build.building import Building
from diptych.pipeline.build.ground import ground
from diptych.pipeline.build.stamps import certain, stamps
from diptych.pipeline.build.watching import asking
from diptych.render import environment, language
from diptych.render.addresses import DATA, SEARCH, record_path
from diptych.render.search import counting
from diptych.render.units import Unit


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return begun(tmp_path_factory.mktemp("building"))


@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.sampled_from(EDITS), min_size=2, max_size=3), seed=st.integers(0, 2**32))
def test_after_any_edits_the_bytes_are_those_of_a_full_build(dossier: Dossier, edits: list, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(spread, "_WORTH", 1)  # several processes make even a small site
        patch.setattr(spread, "cores", lambda: 1 + seed % 3)
        lived(Path(folder), dossier, edits, seed)


def test_a_reworded_record_is_written_where_it_is_shown_and_nowhere_else(tmp_path: Path, dossier: Dossier) -> None:
    shop = Workshop(tmp_path, dossier, Random(1))
    shop.build()
    before = stamps(shop.site)
    shop.build()
    assert stamps(shop.site) == before
    for _ in range(2):  # the second time the site is brought up to date in its spare
        texts = {path: data for path, data in tree(shop.site).items() if path.endswith("/index.html")}
        reword(shop)
        shop.build()
        after = stamps(shop.site)
        written = {path for path, one in after.items() if before.get(path) != one and path.endswith("/index.html")}
        assert written
        assert written == {path for path, data in texts.items() if (shop.site / path).read_bytes() != data}
        assert len([path for path in written if path.count("/") == 2 and path.startswith("claims/")]) <= 2
        before = after


def test_a_picture_tells_what_a_response_says_now_that_answers_nothing(tmp_path: Path, dossier: Dossier) -> None:
    shop = Workshop(tmp_path, dossier, Random(1))
    shop.where = replace(shop.where, light=4_000)  # which has a page for the answers alone
    one = next(record for record in shop.data["records"] if record["id"].startswith("R"))
    one["answers"] = ()
    shop.build()
    shop.data["records"] = [
        record | {"statement": "Anew."} if record is one else record for record in shop.data["records"]
    ]
    shop.build()
    assert "Anew." in (shop.site / "at-a-glance/answers/index.html").read_text("utf-8")


def test_a_statement_that_deceives_has_every_page_looked_through(tmp_path: Path, dossier: Dossier) -> None:
    shop = Workshop(tmp_path, dossier, Random(7))
    foot = shop.templates / "partials/foot.html"
    foot.write_text(f"{foot.read_text('utf-8')}\u202e", "utf-8")
    shop.build()
    shop.some("records")["statement"] += "\u202e"
    shop.build()


def test_a_site_that_is_looked_at_shows_its_pages_before_its_dataset(
    tmp_path: Path, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Workshop(tmp_path, dossier, Random(3))
    shop.look()
    before = tree(shop.site)
    reword(shop)
    monkeypatch.setattr(later, "PEACE", 4.0)  # long enough to look meanwhile, whatever else the machine does
    building = shop.look(waiting=False)
    changed = shop.last
    for page in (record_path(changed), "side-by-side/index.html"):
        while building.page(page):
            pass
        assert b"Word1 " in tree(shop.site)[page]
    assert tree(shop.site)["data/records.csv"] == before["data/records.csv"]
    monkeypatch.undo()
    building.wait()
    assert tree(shop.site)["data/records.csv"] != before["data/records.csv"]
    shop.compare()
    reword(shop)
    shop.look(waiting=False)  # and before that is done, the next
    reword(shop)
    shop.look()
    shop.compare()


def test_the_page_of_the_dataset_is_as_new_as_others_where_somebody_looks_at_it(
    tmp_path: Path, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later, "PEACE", 60.0)
    shop = Workshop(tmp_path, dossier, Random(5))
    shop.look(waiting=False)
    shop.data["file"] = {**shop.data["file"], "title": "Another title"}
    building = shop.look(waiting=False)
    for page in ("claims/index.html", DATA, SEARCH):
        while building.page(page):
            pass
        assert b"Another title" in tree(shop.site)[page]
    building.wait()
    shop.compare()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_page_that_could_not_be_made_is_not_shown_as_it_was(tmp_path: Path, dossier: Dossier) -> None:
    shop = Workshop(tmp_path, dossier, Random(6))
    template = shop.templates / "record.html"
    template.write_text('{% if "Word1 " in view.card.statement %}{{ nobody.knows }}{% endif %}' + template.read_text())
    shop.look()
    reword(shop)
    building = shop.look(waiting=False)
    building.wait()
    with pytest.raises(UndefinedError):
        building.page(record_path(shop.last))
    with pytest.raises(UndefinedError):
        building.page(DATA)


def test_after_a_build_that_failed_the_next_one_knows_its_new_pages(tmp_path: Path, dossier: Dossier) -> None:
    shop = Workshop(tmp_path, dossier, Random(5))
    first = shop.look()
    newest = max((one for one in shop.data["records"] if one["id"].startswith("C")), key=lambda one: int(one["id"][1:]))
    added = {**newest, "id": f"C{int(newest['id'][1:]) + 1}"}
    shop.data["records"] = [*shop.data["records"], added]
    given, path, last = Dossier.model_validate(shop.data), record_path(added["id"]), first
    for _ in range(2):  # neither is finished: a page that MkDocs makes had a link to nowhere
        last = Building(shop.root, shop.site, kept=False, last=last)
        shutil.rmtree(last.staging, ignore_errors=True)
        last.staging.mkdir()
        assert path in last.make(given, shop.where, [shop.templates])


def test_a_page_that_was_made_alone_is_made_again_when_its_record_is_what_it_was(
    tmp_path: Path, dossier: Dossier
) -> None:
    shop = Workshop(tmp_path, dossier, Random(4))
    shop.look()
    was = shop.data["records"]
    reword(shop)
    path = record_path(shop.last)
    assert shop.look(waiting=False).page(path)
    assert b"Word1 " in tree(shop.site)[path]
    shop.data["records"] = was
    assert shop.look(waiting=False).page(path)
    shop.look()
    shop.compare()


@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.sampled_from(LOOKED), min_size=2, max_size=4), seed=st.integers(0, 2**32))
def test_after_any_edits_a_site_that_is_looked_at_has_the_same_bytes(dossier: Dossier, edits: list, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        watched(Path(folder), dossier, edits, seed)


def test_a_server_answers_with_what_was_made_for_the_answer() -> None:
    texts, asked = {"claims/C1/index.html": b"old"}, []

    def app(environ: dict, start) -> list[bytes]:
        start("200 OK", [])
        return [texts[environ["PATH_INFO"].removeprefix("/base/") + "index.html"]]

    def page(path: str) -> bool:
        asked.append(path)
        texts[path] = b"new"
        return len(asked) == 1

    said: list[str] = []
    answer = asking(app, "/base/", page)
    assert answer({"PATH_INFO": "/base/claims/C1/"}, lambda status, _: said.append(status)) == [b"new"]
    assert said == ["200 OK"]
    assert asked == ["claims/C1/index.html"] * 2


def units(*files: tuple[str, bytes]) -> list[Unit]:
    return [Unit(path, data.hex(), (), lambda path=path, data=data: iter([(path, data)])) for path, data in files]


def test_the_same_files_come_from_several_processes(tmp_path: Path) -> None:
    many = units(*((f"a/{number}/index.html", bytes([number % 256]) * number) for number in range(400)))
    made = {}
    for jobs, early in ((1, 0), (3, 0), (2, 300), (3, 400)):
        (tmp_path / f"new{jobs}{early}").mkdir()
        assembly = Assembly(tmp_path / "none", tmp_path / f"new{jobs}{early}", None)
        with spread.Makers(assembly, jobs) as makers:
            makers.begin(many[:early])
            makers.make(many)
        made[jobs, early] = tree(tmp_path / f"new{jobs}{early}"), assembly.files, assembly.units
    assert made[1, 0] == made[3, 0] == made[2, 300] == made[3, 400]
    assert len(made[1, 0][0]) == 400


def test_an_error_in_another_process_is_raised_in_this_one(tmp_path: Path) -> None:
    def broken():
        raise LookupError("nobody knows this")

    assembly = Assembly(tmp_path / "none", tmp_path, None)
    with pytest.raises(LookupError, match="nobody knows this"), spread.Makers(assembly, 2) as makers:
        makers.make([*units(("a/b/a", b"")), Unit("a/b/c", "", (), broken), *units(("x", b"1"))])


def test_what_has_begun_in_another_process_ends_where_this_one_breaks_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    fork = os.fork

    def noted():
        started.append(fork())
        return started[-1]

    def endless():
        while True:
            time.sleep(1)

    def breaking_off():
        with spread.Makers(Assembly(tmp_path / "none", tmp_path, None), 2) as makers:
            makers.begin([Unit("a/b/c", "", (), endless)])
            raise LookupError

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(LookupError):
        breaking_off()
    (process,) = started
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_notes_that_are_broken_or_of_another_place_are_no_notes(tmp_path: Path) -> None:
    home = manifest.home(tmp_path)
    manifest.write(tmp_path, home, manifest.Manifest(files={"a": ("d", (1, 2, 3))}))
    found = manifest.read(tmp_path, home)
    assert found is not None
    assert found.files == {"a": ("d", (1, 2, 3))}
    copied = tmp_path / "copied"
    copied.mkdir()
    assert manifest.read(tmp_path, manifest.home(copied)) is None
    file = tmp_path / "manifest"
    good = file.read_bytes()
    for bad in (b"", good[:-1], good.replace(b'"d"', b'"e"'), b"\x80" + good, good.partition(b"\n")[0] + b"\n[]"):
        file.write_bytes(bad)
        assert manifest.read(tmp_path, home) is None


def test_a_file_changed_within_a_tick_of_the_clock_is_read() -> None:
    noted = 1_700_000_000_123_456_789
    assert certain((1, noted - 50_000_000, 1), noted)
    assert not certain((1, noted - 1_000_000, 1), noted)
    assert not certain((1, 1_699_999_999_000_000_000, 1), 1_700_000_000_000_000_000)  # a clock that has only seconds


def test_where_files_have_no_second_name_they_are_copied(tmp_path: Path, dossier: Dossier, monkeypatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    shop = Workshop(tmp_path, dossier, Random(2))
    shop.build()
    monkeypatch.setattr(os, "link", refused)
    for _ in range(2):
        reword(shop)
        shop.build()
    monkeypatch.undo()
    before = stamps(shop.site)
    shop.build()
    assert stamps(shop.site) == before
    shutil.rmtree(shop.site)
    shop.build()


def test_a_search_index_that_other_code_made_is_made_anew(tmp_path: Path, dossier: Dossier, monkeypatch) -> None:
    shop = Workshop(tmp_path, dossier, Random(1))
    shop.build()
    monkeypatch.setattr(counting, "_TITLE", 1)
    monkeypatch.setattr(building, "ground", lambda folders: f"other {ground(folders)}")
    shop.build()


def test_code_that_was_kept_with_the_words_of_one_language_is_not_used_in_another(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "word.html").write_text('{{ t("nav.themes") }}', "utf-8")
    shown = []
    for code in ("en", "zh", "en"):
        words = language([ROOT / "templates"], code)
        kept = Building(tmp_path, tmp_path / "site").compiled([own], words)
        shown.append(environment([own], words, kept).get_template("word.html").render())
        assert shown[-1] == words.text("nav.themes")
    assert shown[0] != shown[1]


def test_where_no_process_can_be_split_off_this_one_makes_everything(tmp_path: Path, monkeypatch) -> None:
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    many = units(*((f"a/{number}/index.html", b"") for number in range(40)))
    with spread.Makers(Assembly(tmp_path / "none", tmp_path, None), 3) as makers:
        makers.begin(many)
        makers.make(many)
    assert len(tree(tmp_path)) == 40
