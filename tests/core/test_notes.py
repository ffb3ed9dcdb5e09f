"""What runs note for one another is taken back only as it was written, and under the same mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import notes

MARKS = st.text(max_size=12)
BODIES = st.binary(max_size=40)


@given(mark=MARKS, body=BODIES)
def test_what_is_noted_is_read(tmp_path_factory: pytest.TempPathFactory, mark: str, body: bytes) -> None:
    file = tmp_path_factory.mktemp("notes") / "some" / "file"
    assert notes.read(file, mark) is None
    notes.write(file, mark, body)
    assert notes.read(file, mark) == body
    assert notes.read(file, f"{mark} ") is None
    assert [path.name for path in file.parent.iterdir()] == ["file"]


@given(body=BODIES, data=st.data())
def test_what_is_broken_is_not_there(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("notes") / "file"
    notes.write(file, "mark", body)
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert notes.read(file, "mark") is None
    file.write_bytes(whole[:place])
    assert notes.read(file, "mark") is None


def test_only_empty_notes_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / notes.NOTES
    folder.mkdir()
    (folder / "x").touch()
    notes.tidy(folder)
    assert folder.is_dir()
    (folder / "x").unlink()
    notes.tidy(folder)
    assert not folder.exists()
    (tmp_path / "other").mkdir()
    notes.tidy(tmp_path / "other")
    assert (tmp_path / "other").is_dir()


def test_a_link_is_nobodys_notes(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / notes.NOTES
    link.symlink_to("elsewhere", target_is_directory=True)
    with pytest.raises(OSError, match="a link stands where the dossier has its notes"):
        notes.refuse_link(link)
    assert not notes.may_come(link)


def test_where_a_folder_may_come(tmp_path: Path) -> None:
    assert notes.may_come(tmp_path)
    assert notes.may_come(tmp_path / "new")
    assert not notes.may_come(tmp_path / "none" / "new")
    (tmp_path / "file").touch()
    assert not notes.may_come(tmp_path / "file")
