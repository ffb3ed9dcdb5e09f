"""What was read in an article is kept: unchanged ones are not read again, and no note is trusted that may be wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import WATER, lasting

from diptych import yamlio
from diptych.ingest import articles
from diptych.pipeline import extraction
from diptych.pipeline.build.building import Building
from diptych.pipeline.build.ground import ground, parsed, template_directories
from diptych.store import load

NOTES = ".diptych/readings"


class Counted:
    """How many seeds and articles have been read."""

    def __init__(self) -> None:
        self.seeds = self.articles = 0

    def taken(self) -> tuple[int, int]:
        """The numbers since they were last taken."""
        found = self.seeds, self.articles
        self.seeds = self.articles = 0
        return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counts = Counted()
    parts, attribute = articles.parts, extraction.attribute

    def counting_parts(text):  # type: ignore[no-untyped-def]
        counts.seeds += 1
        return parts(text)

    def counting_attribute(*given):  # type: ignore[no-untyped-def]
        counts.articles += 1
        return attribute(*given)

    monkeypatch.setattr(articles, "parts", counting_parts)
    monkeypatch.setattr(extraction, "attribute", counting_attribute)
    return counts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WATER, tmp_path / "dossier"))


def seeds(root: Path) -> list[Path]:
    return sorted(path for path in (root / "seeds").iterdir() if path.suffix == ".txt")


def notes(root: Path) -> list[Path]:
    return sorted(path for path in (root / NOTES).rglob("*") if path.is_file())


def fresh(root: Path, to: Path) -> dict[str, bytes]:
    """The dossier as it is after an extraction that nothing was kept for."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns(".diptych"))
    extraction.extract(to)
    return lasting(to)


def test_unchanged_articles_are_not_read_again(root: Path, counted: Counted) -> None:
    extraction.extract(root)
    first = counted.taken()
    assert first[0] == len(seeds(root))
    assert first[1] > 1
    before = lasting(root)
    assert extraction.extract(root).changed == ()
    assert counted.taken() == (0, 0)
    assert lasting(root) == before


def test_only_what_changed_is_read(root: Path, counted: Counted, tmp_path: Path) -> None:
    extraction.extract(root)
    counted.taken()
    file = seeds(root)[2]
    file.write_text(file.read_text("utf-8") + "\nThe board said on Monday that the pumps had been checked.\n", "utf-8")
    expected = fresh(root, tmp_path / "fresh")
    counted.taken()
    extraction.extract(root)
    assert counted.taken() == (1, 1)
    assert lasting(root) == expected


def test_other_cues_read_the_articles_anew(root: Path, counted: Counted, tmp_path: Path) -> None:
    extraction.extract(root)
    counted.taken()
    (root / "content/cues.yml").write_text("phrases:\n- {before: zzz, force: says}\n", "utf-8")
    expected = fresh(root, tmp_path / "fresh")
    _, read = counted.taken()
    extraction.extract(root)
    assert counted.taken() == (0, read)
    assert lasting(root) == expected


@pytest.mark.parametrize("harm", [lambda data: data[:-9], lambda data: data[:0], lambda data: data.replace(b"1", b"2")])
def test_broken_notes_are_not_trusted(root: Path, counted: Counted, harm) -> None:  # type: ignore[no-untyped-def]
    extraction.extract(root)
    first, before = counted.taken(), lasting(root)
    for file in notes(root):
        file.write_bytes(harm(file.read_bytes()))
    assert extraction.extract(root).changed == ()
    assert counted.taken() == first
    assert lasting(root) == before


def test_notes_of_another_dossier_or_of_another_text_are_not_trusted(
    root: Path, counted: Counted, tmp_path: Path
) -> None:
    extraction.extract(root)
    first = counted.taken()
    other = Path(shutil.copytree(root, tmp_path / "other"))
    extraction.extract(other)
    assert counted.taken() == first
    held = notes(other)
    data = [file.read_bytes() for file in held]
    for file, another in zip(held, [*data[1:], data[0]], strict=True):
        file.write_bytes(another)
    assert extraction.extract(other).changed == ()
    assert counted.taken() == first


def test_notes_of_other_code_are_not_trusted(root: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    extraction.extract(root)
    first = counted.taken()
    monkeypatch.setattr(extraction, "ground", lambda folders: f"another version than {folders}")
    extraction.extract(root)
    assert counted.taken() == first


def test_what_was_kept_of_an_article_goes_with_it(root: Path, tmp_path: Path) -> None:
    extraction.extract(root)
    before = len(notes(root))
    seeds(root)[0].unlink()
    extraction.extract(root)
    fresh(root, tmp_path / "fresh")
    assert len(notes(root)) < before
    assert [file.name for file in notes(root)] == [file.name for file in notes(tmp_path / "fresh")]


def test_records_are_parsed_once_whether_a_build_or_an_extraction_reads_them(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()
    parse = yamlio.read

    def noting(text: str, file: str) -> yamlio.Document:
        read.add(file)
        return parse(text, file)

    monkeypatch.setattr(yamlio, "read", noting)
    extraction.extract(root)
    shutil.rmtree(root / ".diptych")
    extraction.extract(root)
    records = {path.relative_to(root).as_posix() for path in (root / "content").glob("*/*.yml")}
    assert len(records) > 9
    assert records <= read
    read.clear()
    assert extraction.extract(root).changed == ()
    load(root, Building(root, tmp_path / "site").parsed(template_directories(root)))
    assert not records & read


def test_where_nothing_can_be_kept_it_is_read_again(root: Path, counted: Counted, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / ".diptych").mkdir()
    (root / NOTES).symlink_to(tmp_path / "elsewhere")
    extraction.extract(root)
    first = counted.taken()
    assert extraction.extract(root).changed == ()
    assert counted.taken() == first
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_was_just_written_need_not_be_parsed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = seeds(root)[2]
    odd = "“It is 089: no, ~ or \x85 # {é\u2028\U0001f600} - 'so',” the Water Auditor said of \\n and \t weirs."
    file.write_text(f"{file.read_text('utf-8')}\n{odd}\n", "utf-8")
    extraction.extract(root)
    folders = ("sources", "claims", "responses", "recommendations", "reactions", "events", "discrepancies")
    written = {path: path.read_text("utf-8") for one in folders for path in (root / "content" / one).glob("*.yml")}
    assert any("089" in text and "é" in text for text in written.values())
    expected = {path: yamlio.read(text, path.name) for path, text in written.items()}
    kept = parsed(root, ground(template_directories(root)))
    monkeypatch.setattr(yamlio, "read", None)
    for path, text in written.items():
        assert not expected[path].problems
        assert kept.read(text, path.name).data == expected[path].data
