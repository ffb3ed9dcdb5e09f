"""Notes on the pieces of files are believed where they are whole, of this dossier, and of the file that stands."""

from __future__ import annotations

from pathlib import Path

from diptych.notes import digest
from diptych.pipeline.build import pieces
from diptych.render.dataset.binding import Binder, Run


def parts(things: str, made: list[str]) -> list[str | Run]:
    def make(one: str) -> str:
        made.append(one)
        return one * 3

    return ["head\n", Run(things, make, "\n", list(things))]


def test_pieces_come_again_from_a_file_that_is_as_it_was_noted(tmp_path: Path) -> None:
    first = Binder()
    data = first.bind("a.txt", parts("abc", []))
    (tmp_path / "a.txt").write_bytes(data)
    noted = {"a.txt": (digest(data), first.laid["a.txt"])}
    pieces.write(tmp_path, "home", noted)
    assert pieces.read(tmp_path, "home") == noted
    for known, sound, again in (
        (pieces.read(tmp_path, "home"), digest(data), ["d"]),
        (pieces.read(tmp_path, "home"), digest(b"other"), ["a", "b", "d"]),
        (pieces.read(tmp_path, "home"), None, ["a", "b", "d"]),
        (pieces.read(tmp_path, "elsewhere"), digest(data), ["a", "b", "d"]),
    ):
        made: list[str] = []
        found = pieces.binder(tmp_path, known, {"a.txt": sound}.get).bind("a.txt", parts("abd", made))
        assert found == b"head\naaa\nbbb\nddd"
        assert made == again


def test_notes_that_are_broken_are_no_notes(tmp_path: Path) -> None:
    first = Binder()
    noted = {"a.txt": (digest(first.bind("a.txt", parts("abc", []))), first.laid["a.txt"])}
    pieces.write(tmp_path, "home", noted)
    file = tmp_path / "pieces"
    good = file.read_bytes()
    for bad in (b"", good[:-1], good.replace(b'"a"', b'"b"'), good.partition(b"\n")[0] + b"\n[]", b"\x80" + good):
        file.write_bytes(bad)
        assert pieces.read(tmp_path, "home") == {}
    file.unlink()
    assert pieces.read(tmp_path, "home") == {}
