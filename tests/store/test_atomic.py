"""Many files written together: all or none, wherever the run dies."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import tree

from diptych.store import Meanwhile, reading, write, write_folder

OLD = {"a.yml": b"old a", "in/b.yml": b"old b", "gone.yml": b"old"}
CHANGES: dict[str, bytes | None] = {"a.yml": b"new a", "in/b.yml": b"new b", "gone.yml": None, "new/c.yml": b"new c"}
NEW = {"a.yml": b"new a", "in/b.yml": b"new b", "new/c.yml": b"new c"}
_EVENTS = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir"})


class Dead(BaseException):
    """What a process is that was killed: from then on it changes nothing more."""


class _Death:
    """Ends whatever runs before its so-manieth change of the file system, and everything that it would do after."""

    def __init__(self) -> None:
        self.left: int | None = None
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None or not (event in _EVENTS or (event == "open" and _writes(arguments[2]))):
            return
        if self.left <= 1:
            self.left = 0
            raise Dead
        self.left -= 1

    def strikes(self, step: int, work: Callable[[], object]) -> bool:
        """Whether the work had that many steps."""
        self.left = step
        try:
            work()
        except Dead:
            return True
        finally:
            self.left = None
        return False


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


DEATH = _Death()


def _folder(root: Path) -> Path:
    root.mkdir()
    write_folder(root, dict(OLD))
    assert tree(root) == OLD
    return root


def _recover(root: Path) -> None:
    with reading(root):
        pass


def test_a_write_that_dies_at_any_step_is_none_or_all_for_the_next_reader(tmp_path: Path) -> None:
    seen = set()
    for step in range(1, 100):
        root = _folder(tmp_path / str(step))
        if not DEATH.strikes(step, lambda root=root: write_folder(root, CHANGES)):
            break
        _recover(root)
        assert tree(root) in (OLD, NEW)
        seen.add(tree(root) == NEW)
        write_folder(root, CHANGES)
        assert tree(root) == NEW
    assert 8 < step < 99
    assert seen == {True, False}


def test_a_reader_that_dies_while_it_finishes_a_write_leaves_the_same_to_the_next(tmp_path: Path) -> None:
    for first in (6, 7, 8, 9):
        for second in range(1, 20):
            root = _folder(tmp_path / f"{first}-{second}")
            DEATH.strikes(first, lambda root=root: write_folder(root, CHANGES))
            again = DEATH.strikes(second, lambda root=root: _recover(root))
            _recover(root)
            assert tree(root) in (OLD, NEW)
            if not again:
                break


def test_a_write_that_fails_and_dies_while_it_is_undone_is_none_or_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if path.name == ".c.yml.new":
            raise PermissionError(13, "another program holds it", str(target))
        return replace(path, target)

    for step in range(1, 100):
        root = _folder(tmp_path / str(step))
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", refused)
            try:
                died = DEATH.strikes(step, lambda root=root: write_folder(root, CHANGES))
            except PermissionError:
                died = False
        _recover(root)
        assert tree(root) in (OLD, NEW)
        if not died:
            assert tree(root) == OLD
            return
    raise AssertionError("it never came to its end")


def _stopped_halfway(root: Path) -> None:
    """The change counts, and not all of it stands yet."""
    step = 1
    while not (root / ".diptych" / "journal").exists():
        _recover(root)
        assert DEATH.strikes(step, lambda: write_folder(root, CHANGES))
        step += 1


def test_what_a_person_wrote_after_a_run_was_killed_stands(tmp_path: Path) -> None:
    root = _folder(tmp_path / "d")
    _stopped_halfway(root)
    (root / "a.yml").write_bytes(b"by hand")
    _recover(root)
    assert tree(root) == NEW | {"a.yml": b"by hand"}


def test_what_a_person_wrote_while_a_run_was_at_work_is_not_written_over(tmp_path: Path) -> None:
    root = _folder(tmp_path / "d")
    (root / "a.yml").write_bytes(b"by hand")
    with pytest.raises(Meanwhile, match=r"^a\.yml was changed by another program meanwhile; nothing was written"):
        write_folder(root, CHANGES, dict(OLD))
    assert tree(root) == OLD | {"a.yml": b"by hand"}
    (root / "a.yml").unlink()
    with pytest.raises(Meanwhile):
        write_folder(root, CHANGES, dict(OLD))


@pytest.mark.parametrize("file", ["../out.yml", "in/../../out.yml", "/out.yml", "linked/out.yml", "in\\..\\out.yml"])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, file: str) -> None:
    root = _folder(tmp_path / "d")
    (tmp_path / "elsewhere").mkdir()
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out of the folder"):
        write_folder(root, {"a.yml": b"new", file: b"out"})
    # A journal that came with a dossier from elsewhere moves nothing out of it either.
    (root / ".diptych").mkdir()
    (root / ".diptych" / "journal").write_text(json.dumps([[file, None, "0" * 64]]))
    _recover(root)
    assert tree(tmp_path) == {f"d/{path}": data for path, data in OLD.items()}


@pytest.mark.parametrize(
    "noted",
    [
        *("", "[", "[1]", '[["a.yml"]]', '{"a": 1}', "[" * 100_000, "\x00"),
        *(json.dumps([[file, None, "0"]]) for file in ("", "a\0.yml", "\ud800.yml", "a" * 252, "a.yml/in.yml")),
    ],
)
def test_notes_that_nobody_can_read_are_cleared_away(tmp_path: Path, noted: str) -> None:
    root = _folder(tmp_path / "d")
    for name in ("plan", "journal"):
        (root / ".diptych").mkdir(exist_ok=True)
        (root / ".diptych" / name).write_text(noted)
    _recover(root)
    assert tree(root) == OLD
    assert not (root / ".diptych").exists()


def test_text_is_written_as_it_is_on_every_system(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "unix\nwindows\r\nmac\rlast"})
    assert (tmp_path / "a.yml").read_bytes() == b"unix\nwindows\r\nmac\rlast"
