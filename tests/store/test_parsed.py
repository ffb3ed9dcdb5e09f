"""What was parsed once is not parsed again, and nothing else comes out than would be read."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import large_dossier
import pytest

from diptych import cores, yamlio
from diptych.store import Parsed, load

GOOD = "a: [1, 2.5, null, 'no', \"\\u00e9\\U0001f600\"]\nb: {c: true}\n"


def test_what_was_read_comes_again_without_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Parsed(tmp_path / "notes" / "parsed", "mark")
    read = first.read(GOOD, "x.yml").data
    first.save()

    def refused(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(yamlio, "read", refused)
    again = Parsed(tmp_path / "notes" / "parsed", "mark").read(GOOD, "y.yml")
    assert again.data == read
    assert again.file == "y.yml"
    assert again.text == GOOD


@pytest.mark.parametrize("harm", ["cut", "swapped", "empty", "nested", "other"])
def test_what_is_broken_or_anothers_is_not_there(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "parsed"
    first = Parsed(file, "mark")
    first.read(GOOD, "x.yml")
    first.save()
    data = file.read_bytes()
    head = data.partition(b"\n")[0]
    texts = {
        "cut": data[:-2],
        "swapped": data.replace(b"2.5", b"3.5"),
        "empty": b"",
        "nested": head + b"\n" + b"[" * 9999,
    }
    file.write_bytes(texts.get(harm, data))
    found = Parsed(file, "another" if harm == "other" else "mark")
    assert found.read(GOOD, "x.yml").data == yamlio.read(GOOD, "x.yml").data
    assert not found._held


def test_only_what_is_there_and_sound_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "parsed"
    first = Parsed(file)
    first.read(GOOD, "x.yml")
    first.read("b: 1\n", "y.yml")
    assert first.read("b: 1\nb: 2\n", "z.yml").problems
    first.save()
    assert len(json.loads(file.read_bytes().partition(b"\n")[2])) == 2
    second = Parsed(file)
    second.read("b: 1\n", "y.yml")
    second.save()
    assert list(json.loads(file.read_bytes().partition(b"\n")[2]).values()) == [[{"b": 1}, {}]]


def test_what_was_noted_beside_a_text_comes_again_with_it(tmp_path: Path) -> None:
    file = tmp_path / "parsed"
    first = Parsed(file)
    assert first.noted(first.read(GOOD, "x.yml"), "signs", lambda: [["a", 1]]) == [["a", 1]]
    first.save()
    second = Parsed(file)
    assert second.noted(second.read(GOOD, "y.yml"), "signs", lambda: []) == [["a", 1]]
    assert second.noted(second.read("b: 1\n", "y.yml"), "signs", lambda: [2]) == [2]
    assert Parsed().noted(yamlio.read(GOOD, "x.yml"), "signs", lambda: [3]) == [3]


def test_little_that_is_new_is_read_again_and_much_is_kept(tmp_path: Path) -> None:
    def saved(texts: list[str]) -> int:
        parsed = Parsed(tmp_path / "parsed")
        for number, text in enumerate(texts):
            parsed.read(text, f"{number}.yml")
        parsed.save()
        return (tmp_path / "parsed").stat().st_mtime_ns

    texts = [f"a: {number}\n" for number in range(200)]
    first = saved(texts)
    assert saved([*texts[:-1], "a: other\n"]) == first
    assert saved([*texts[:-3], *(f"b: {number}\n" for number in range(3))]) != first
    assert saved(texts[:50]) != first


@pytest.mark.parametrize("ended", [False, True])
def test_many_files_are_read_by_two_processes_as_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: bool
) -> None:
    texts = [*(f"a: {number}\n" for number in range(398)), "b: [\n", "b: \0\n"]
    files = {f"{number}.yml": tmp_path / f"{number}.yml" for number in range(len(texts))}
    for path, text in zip(files.values(), texts, strict=True):
        path.write_text(text, "utf-8")
    monkeypatch.setattr(cores, "cores", lambda: 2)
    monkeypatch.setattr(cores.threading, "active_count", lambda: 1)
    this, read, seen = os.getpid(), yamlio.read, []

    def noted(text: str, file: str) -> yamlio.Document:
        if ended and os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        seen.append(file)
        return read(text, file)

    monkeypatch.setattr(yamlio, "read", noted)
    parsed = Parsed(tmp_path / "notes" / "parsed", "mark")
    parsed.share(files)
    (tmp_path / "200.yml").write_text("a: changed meanwhile\n", "utf-8")
    texts[200] = "a: changed since\n"
    made = [parsed.read(text, file) for text, file in zip(texts, files, strict=True)]
    assert [(one.data, one.problems) for one in made] == [(one.data, one.problems) for one in map(read, texts, files)]
    assert seen == [*files] if ended else [*[*files][:201], "398.yml", "399.yml"]
    parsed.save()
    assert len(Parsed(tmp_path / "notes" / "parsed", "mark")._held) == 398


def test_a_dossier_is_the_same_and_so_are_its_faults(tmp_path: Path) -> None:
    root = large_dossier.write(tmp_path / "dossier", 12)
    record = root / "content/claims/C1.yml"
    record.write_text(record.read_text("utf-8").replace("status: reviewed", "status: reviwed"), "utf-8")
    plain = load(root)
    for _ in range(2):
        parsed = Parsed(root / ".diptych/parsed", "mark")
        found = load(root, parsed)
        parsed.save()
        assert found.dossier == plain.dossier
        assert found.problems == plain.problems
        assert found.problems


def test_a_file_that_was_not_touched_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.yml"
    file.write_text(GOOD, "utf-8")
    held = Parsed(tmp_path / "notes" / "parsed", "mark")
    assert held.standing("x.yml", file.stat()) is None
    fresh = held.read(GOOD, "x.yml")
    assert held.standing("x.yml", file.stat()) is None  # it was written this moment, and might be again
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 3_000_000_000)
    assert held.standing("x.yml", file.stat()) is None
    settled = held.read(GOOD, "x.yml")
    assert settled is not fresh
    assert held.standing("x.yml", file.stat()) is settled
    os.utime(file, ns=(1, 1))
    assert held.standing("x.yml", file.stat()) is None


def test_what_was_made_of_a_document_is_made_again_of_another() -> None:
    held, made = Parsed(Path("nowhere"), "mark"), []
    one, other = held.read(GOOD, "x.yml"), held.read(GOOD, "x.yml")
    for document in (one, one, other):
        held.made(document, "size", lambda document=document: made.append(document))
    assert [document is one for document in made] == [True, False]
