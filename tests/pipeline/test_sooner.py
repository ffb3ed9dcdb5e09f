"""A server shows reworded records at once, as they would be in the site that follows; all else waits for that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import large_dossier
import pytest
from support import ROOT, tree

from diptych.pipeline.build import later, sooner
from diptych.pipeline.build.building import Building
from diptych.pipeline.build.sooner import Sooner
from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import Sound, as_bytes, parts, sound, styles
from diptych.pipeline.release import release
from diptych.problems import DossierError
from diptych.render import Site, language
from diptych.render.addresses import SIDE_BY_SIDE, record_path

TEMPLATES = [ROOT / "templates"]
CHANGED = "content/claims/C2.yml"


class Server:
    """A dossier whose site is looked at."""

    def __init__(self, folder: Path) -> None:
        self.root = large_dossier.write(folder / "dossier", 14, articles=4, passages=(1, 2, 3))
        self.words = language(TEMPLATES, "en")
        self.styles = styles(TEMPLATES, self.words)
        self.building: Building | None = None
        self.sound: Sound | None = None
        self.site = Site()
        self.folder = folder / "site"
        self.wholes = 0
        self.builder = Sooner(self.root, self.whole, lambda: (self.building, self.sound, self.site))
        self.builder()

    def whole(self) -> None:
        """A build as MkDocs has it made."""
        self.wholes += 1
        if (self.root / "mkdocs.yml").read_text("utf-8").startswith("["):
            raise ValueError("settings that can't be read")  # as MkDocs finds before any plugin is asked
        self.building = building = Building(self.root, self.folder, kept=False, last=self.building)
        self.sound = found = sound(self.root, building.parsed(TEMPLATES), again=True)
        self.site = self.told(found)
        shutil.rmtree(building.staging, ignore_errors=True)
        building.staging.mkdir()
        building.make(found.dossier, self.site, TEMPLATES)
        building.finish(found.dossier, [], [], chosen=False)

    def told(self, found: Sound) -> Site:
        """What templates are told of the site beside the dossier."""
        frozen = frozen_versions(self.root, found.dossier)
        address, checked = "https://reader.example/", found.exactness
        return Site(address, checked=checked, language=self.words, styles=self.styles, frozen=frozen)

    def save(self, file: str, edit: Callable[[str], str | None]) -> None:
        """Edits a file, or removes it where nothing is left of it, and has the server hear of that."""
        path = self.root / file
        if (text := edit(path.read_text("utf-8") if path.exists() else "")) is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
        self.builder.saved(str(path))

    def expected(self) -> dict[str, bytes]:
        """All that a build from nothing makes of the dossier as it is."""
        found = sound(self.root)
        compiled = Building(self.root, self.folder).compiled(TEMPLATES, self.words)
        units = parts(found.dossier, self.told(found), TEMPLATES, compiled=compiled)
        return {path: as_bytes(data) for unit in units for path, data in unit.make()}

    def look(self, *pages: str) -> dict[str, bytes]:
        """The site once some pages were looked at."""
        for page in pages:
            while self.builder.page(page):
                pass
        return tree(self.folder)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setattr(sooner, "ASKED", 600.0)  # nothing is built that nobody asks for
    monkeypatch.setattr(later, "ASKED", 0.05)
    monkeypatch.setattr(later, "PEACE", 0.05)
    return Server(tmp_path)


def reworded(text: str) -> str:
    return text.replace("statement: ", "statement: Otherwise ", 1)


def test_reworded_records_are_shown_as_the_site_would_have_them(server: Server) -> None:
    pages = [record_path(one.id) for one in server.sound.dossier.records]
    server.look(*pages)
    for file, edit in (
        (CHANGED, reworded),
        ("content/responses/R1.yml", lambda text: text.replace("denies", "rejects")),
        (CHANGED, lambda text: text + "note: It is said in C1, too.\n"),
    ):
        server.save(file, edit)
        server.builder()
        held, made = server.look(*pages), server.expected()
        assert {page: held[page] for page in pages} == {page: made[page] for page in pages}
    assert server.wholes == 1
    assert b"Otherwise" in held[record_path("C2")]
    assert held[SIDE_BY_SIDE] != made[SIDE_BY_SIDE]


def test_a_released_record_is_shown_with_what_was_changed_since(server: Server) -> None:
    release(server.root, "1.0", "2026-11-21")
    server.whole()
    pages = [record_path(one) for one in ("C1", "C2")]
    for edit in (reworded, lambda text: text.replace("Otherwise ", "")):
        server.save(CHANGED, edit)
        server.builder()
        held, made = server.look(*pages), server.expected()
        assert {page: held[page] for page in pages} == {page: made[page] for page in pages}
    assert server.wholes == 2


def test_what_was_shown_stays_while_no_site_can_be_built(server: Server) -> None:
    server.save(CHANGED, reworded)
    server.builder()
    assert b"Otherwise" in server.look(record_path("C2"))[record_path("C2")]
    server.save("mkdocs.yml", lambda text: f"[{text}")
    with pytest.raises(ValueError, match="settings"):
        server.builder()
    server.save("content/claims/C3.yml", reworded)
    with pytest.raises(ValueError, match="settings"):
        server.builder()
    assert b"Otherwise" in server.look(record_path("C2"))[record_path("C2")]
    server.save("mkdocs.yml", lambda text: text[1:])
    server.builder()
    server.building.wait()
    assert tree(server.folder) == server.expected()


def test_another_page_is_looked_at_once_the_whole_site_is_made(server: Server) -> None:
    server.save(CHANGED, reworded)
    server.builder()
    server.look(record_path("C2"))
    assert server.look(SIDE_BY_SIDE)[SIDE_BY_SIDE] == server.expected()[SIDE_BY_SIDE]
    assert server.wholes == 2
    server.building.wait()
    assert tree(server.folder) == server.expected()


def test_the_whole_site_follows(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sooner, "ASKED", 0.05)
    server.save(CHANGED, reworded)
    server.builder()
    server.builder._due.join(20)
    server.building.wait()
    assert server.wholes == 2
    assert tree(server.folder) == server.expected()


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        ("content/actors.yml", lambda text: text.replace("Voice 1\n", "A voice\n")),
        ("content/claims/C2.yml~", lambda _: "a copy that an editor keeps"),
        ("content/about.md", lambda _: "# About\n"),
        ("mkdocs.yml", lambda text: text + "repo_url: https://reader.example/\n"),
        ("content/sources/S1.yml", lambda text: text.replace("Article 1", "Another article")),
        ("elsewhere", lambda _: "what else is looked at"),
    ],
)
def test_with_anything_else_the_whole_site_is_made(server: Server, file: str, edit: Callable[[str], str]) -> None:
    server.save(CHANGED, reworded)
    server.save(file, edit)
    if file.endswith("~"):
        with pytest.raises(DossierError):
            server.builder()
    else:
        server.builder()
    assert server.wholes == 2


def test_what_programs_leave_for_a_while_changes_nothing(server: Server) -> None:
    for left in ("content/claims/4913", "content/claims/.C2.yml.swp"):
        server.save(left, lambda _: "for a while")
    (server.root / "content/claims/4913").unlink()
    server.save(CHANGED, reworded)
    server.builder()
    assert server.wholes == 1
    assert b"Otherwise" in server.look(record_path("C2"))[record_path("C2")]


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("start: ", "start: 1", 1),
        lambda text: text.replace("id: C2", "id: C3", 1),
        lambda text: text.replace("statement: ", "statemint: ", 1),
        lambda text: text.replace("actor: board", "actor: nobody", 1),
        lambda _: "",
        lambda _: None,
    ],
)
def test_a_record_that_is_not_sound_is_not_shown(server: Server, edit: Callable[[str], str]) -> None:
    good = (server.root / CHANGED).read_text("utf-8")
    before = server.look(record_path("C2"))[record_path("C2")]
    server.save(CHANGED, edit)
    with pytest.raises(DossierError):
        server.builder()
    assert server.look(record_path("C2"))[record_path("C2")] == before
    server.save(CHANGED, lambda _: reworded(good))
    server.builder()
    assert server.wholes == 3
    server.building.wait()
    assert tree(server.folder) == server.expected()


def test_a_record_outside_the_dossier_is_not_shown(server: Server, tmp_path: Path) -> None:
    record, outside = server.root / CHANGED, tmp_path / "outside.yml"
    outside.write_text(reworded(record.read_text("utf-8")), "utf-8")
    record.unlink()
    record.symlink_to(outside)
    server.builder.saved(str(record))
    with pytest.raises(DossierError):
        server.builder()


def test_what_keeps_the_site_that_follows_from_being_built_is_told(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.save(CHANGED, reworded)
    server.builder()
    seed = server.root / "seeds/0.txt"
    seed.write_text("other words", "utf-8")  # of which nobody has told yet
    server.look(SIDE_BY_SIDE)
    assert "could not be built" in caplog.text
