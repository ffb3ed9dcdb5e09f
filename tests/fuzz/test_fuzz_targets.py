"""A short round of every fuzzing target; the long one is `python tests/fuzz/run.py --minutes 20`."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from guard import BAIT, Escape, Hang, limited, watched
from run import trial
from targets import TARGETS, harmless, tried


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_round_finds_nothing(name: str) -> None:
    trial(name, 4 if name in ("seeds", "cues", "new") else 15)()


def test_the_guard_sees_what_leaves_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / BAIT).write_bytes(b"x")
    with watched(inside):
        (inside / "a").write_bytes(b"x")
        (inside / "a").rename(inside / "b")
        for escape in (
            lambda: (tmp_path / "c").write_bytes(b"x"),
            lambda: (inside / "../c").write_bytes(b"x"),
            (tmp_path / BAIT).read_bytes,
            lambda: (inside / "b").rename(tmp_path / "b"),
            (tmp_path / "folder").mkdir,
            lambda: os.system("true"),
            lambda: socket.create_connection(("127.0.0.1", 9)),
        ):
            with pytest.raises(Escape):
                escape()
    (tmp_path / "c").write_bytes(b"x")


def test_the_guard_ends_what_hangs() -> None:
    def turn() -> None:
        while True:
            pass

    with pytest.raises(Hang), limited(0.05):
        turn()


@pytest.mark.parametrize("page", ["<script>x", "<p onclick=x>", "<a href=' javascript:x'>", "<b style=x>", "<svg>"])
def test_what_harms_is_known(page: str) -> None:
    with pytest.raises(AssertionError):
        harmless(page)


#: What a long run has found, each once mended.
FOUND: list[tuple[str, object]] = [
    ("seeds", ["\x08²The board said on Friday that No. 7 "]),  # a digit that is no number
    ("seeds", ["the line denied it. /\x1bAccording to the report, nine ferries "]),  # a statement without a word
    ("names", "\u0301"),  # a mark without a letter
    (".html", b"<!-- saved from url=(0058)https://a.example/\x01news/ --><p>The board said no.</p>"),  # a control
]


@pytest.mark.parametrize(("name", "value"), FOUND)
def test_what_was_found_is_mended(name: str, value: object) -> None:
    tried(name, value)
