"""content/ on disk and back."""

import gc
from pathlib import Path

import pytest

from diptych import yamlio
from diptych.records import Actor, Record
from diptych.store import dump_model, load, merge_list, save, write

HEAD = "title: T\nparties:\n  reporting: {name: Auditor}\n  responding: {name: Water company}\n"
RECORD = """id: C1
statement: The auditor says so.
actor: auditor
status: reviewed
passages:
- source: S1
  start: 0
  end: 4
  text: text
  mode: direct
  rule: person
"""


def dossier(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"content/dossier.yml": HEAD, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def test_a_record_file_is_read_and_written_alike(tmp_path: Path) -> None:
    loaded = load(dossier(tmp_path, {"content/claims/C1.yml": RECORD}))
    assert loaded.problems == []
    assert loaded.dossier is not None
    assert dump_model(loaded.dossier.records[0]) == RECORD
    assert loaded.file_of("C1") == "content/claims/C1.yml"
    assert loaded.place("content/claims/C1.yml", ("passages", 0, "end")) == (8, 8)


def test_all_faults_of_all_files_come_at_once_with_place_and_hint(tmp_path: Path) -> None:
    broken = RECORD.replace("status: reviewed", "status: reviewd").replace("actor:", "actr:")
    files = {"content/claims/C1.yml": broken, "content/actors.yml": "- id: a\n  name: A\n  kind: person\n  party: 3\n"}
    problems = [(p.file, p.line, p.code, p.hint) for p in load(dossier(tmp_path, files)).problems]
    assert problems == [
        ("content/actors.yml", 4, "wrong-value", "write one of these words"),
        ("content/claims/C1.yml", 1, "missing-key", "add it"),
        ("content/claims/C1.yml", 3, "unknown-key", "did you mean 'actor'?"),
        ("content/claims/C1.yml", 4, "wrong-value", "did you mean 'reviewed'?"),
    ]


def test_no_more_faults_of_a_file_are_told_than_anybody_reads(tmp_path: Path) -> None:
    many = "".join(f"key{number}: 1\n" for number in range(20_000))
    problems = load(dossier(tmp_path, {"content/claims/C1.yml": many})).problems
    assert len(problems) == yamlio.MOST


def test_a_broken_file_is_known_by_its_id(tmp_path: Path) -> None:
    loaded = load(dossier(tmp_path, {"content/claims/C1.yml": "id: [\n"}))
    assert loaded.broken == {"C1"}
    assert loaded.dossier is not None
    assert loaded.dossier.records == ()


@pytest.mark.parametrize("name", ["content/claims/C2.yml", "content/responses/C1.yml"])
def test_an_id_names_its_file_and_its_folder(tmp_path: Path, name: str) -> None:
    problems = load(dossier(tmp_path, {name: RECORD})).problems
    assert [p.code for p in problems] == ["id-mismatch"]
    assert "content/claims/C1.yml" in problems[0].message


def test_without_dossier_yml_there_is_no_dossier(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.dossier is None
    assert [p.code for p in loaded.problems] == ["missing-file"]


def test_seeds_are_the_texts_and_not_the_note_about_them(tmp_path: Path) -> None:
    root = dossier(tmp_path, {"seeds/b.txt": "b", "seeds/a.md": "a", "seeds/README.md": "note", "seeds/x.yml": ""})
    assert list(load(root).seeds) == ["seeds/a.md", "seeds/b.txt"]


def actor(name: str, status: str) -> Actor:
    return Actor.model_validate({"id": name, "name": name, "kind": "person", "party": "third", "status": status})


def test_merging_a_list_keeps_every_byte_that_a_person_wrote() -> None:
    kept = "# ours\n- {id: a,   name: 'A'}   # by hand\n\n"
    proposed = "- id: b\n  name: B\n  kind: person\n  party: third\n  status: proposed\n"
    merged = merge_list(kept + proposed + kept.replace("id: a", "id: c"), "actors.yml", [actor("d", "proposed")])
    assert merged.startswith(kept + kept.replace("id: a", "id: c"))
    assert "id: b" not in merged
    assert "id: d" in merged


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    changes = {"content/claims/C1.yml": RECORD, "content/claims/C2.yml": None}
    assert write(tmp_path, changes) == ["content/claims/C1.yml"]
    before = (tmp_path / "content/claims/C1.yml").stat().st_mtime_ns
    assert write(tmp_path, changes) == []
    assert (tmp_path / "content/claims/C1.yml").stat().st_mtime_ns == before
    assert write(tmp_path, {"content/claims/C1.yml": None}) == ["content/claims/C1.yml"]
    assert not (tmp_path / "content/claims/C1.yml").exists()


def test_an_interrupted_write_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.yml": "old", "b.yml": "old"})
    real = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        if "b.yml" in path.name:
            raise OSError("no space left on device")
        return real(path, data)

    monkeypatch.setattr(save.Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="no space"):
        write(tmp_path, {"a.yml": "new", "b.yml": "new"})
    assert (tmp_path / "a.yml").read_text() == (tmp_path / "b.yml").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yml", "b.yml"]


@pytest.mark.parametrize("failing", ["b.yml", "c.yml", "d.yml"])
def test_a_write_that_stops_halfway_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    write(tmp_path, {"a.yml": "old", "b.yml": "old", "d.yml": "old"})
    replace, unlink = Path.replace, Path.unlink

    def stopped(path: Path, target: Path) -> Path:
        if target.name == failing:
            raise KeyboardInterrupt
        return replace(path, target)

    def kept(path: Path, missing_ok: bool = False) -> None:
        if path.name == failing == "d.yml":
            raise KeyboardInterrupt
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "replace", stopped)
    monkeypatch.setattr(Path, "unlink", kept)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, {"a.yml": "new", "b.yml": "new", "c.yml": "new", "d.yml": None})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(
        ("a.yml", "b.yml", "d.yml"), "old"
    )


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "b.yml" / "folder").mkdir(parents=True)
    with pytest.raises(OSError, match=r"b\.yml"):
        write(tmp_path, {"b.yml": "new"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.yml"]


@pytest.mark.parametrize("running", [True, False])
def test_loading_leaves_the_garbage_collector_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, running: bool
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(gc, "isenabled", lambda: running)
    monkeypatch.setattr(gc, "disable", lambda: seen.append(False))
    monkeypatch.setattr(gc, "enable", lambda: seen.append(True))
    load(dossier(tmp_path, {"content/claims/C1.yml": RECORD}))
    assert seen == ([False, True] if running else [False])


def test_places_are_not_worked_out_where_nothing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = yamlio.Document._places
    monkeypatch.setattr(yamlio.Document, "_places", lambda self: (asked.append(self.file), real(self))[1])
    files = {"content/claims/C1.yml": RECORD, "content/claims/C2.yml": RECORD.replace("C1", "C2") + "extra: 1\n"}
    assert [problem.line for problem in load(dossier(tmp_path, files)).problems] == [12]
    assert asked == ["content/claims/C2.yml"]


def test_a_proposed_record_says_so() -> None:
    record = Record.model_validate({**load_record(), "status": "proposed"})
    assert "status: proposed\n" in dump_model(record)


def load_record() -> dict[str, object]:
    data = yamlio.load(RECORD, "C1.yml")
    assert isinstance(data, dict)
    return data


def test_a_theme_may_have_the_id_of_an_actor(tmp_path: Path) -> None:
    files = {
        "content/actors.yml": "- {id: water, name: Water Board, kind: organisation, party: third}\n",
        "content/themes.yml": "- {id: water, title: Water}\n- {id: water, title: Again}\n",
    }
    loaded = load(dossier(tmp_path, files))
    assert [(p.file, p.line, p.code) for p in loaded.problems] == [("content/themes.yml", 2, "duplicate-id")]
    assert loaded.file_of("water") == "content/actors.yml"
