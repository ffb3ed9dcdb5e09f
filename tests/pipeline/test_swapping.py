"""A folder takes the place of another whole, also where the system can't exchange two names at one stroke."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from support import tree

from diptych.pipeline import swapping
from diptych.pipeline.swapping import beside, mend, swap


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture(params=["at one stroke", "by two renames"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with another beside it that is to take its place."""
    if request.param == "by two renames":
        monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    for folder in (tmp_path / "site", beside(tmp_path / "site", "new")):
        (folder / "within").mkdir(parents=True)
        (folder / "within/file").write_text(folder.name)
    return tmp_path / "site"


def test_the_new_folder_takes_the_place_and_the_old_one_goes(target: Path) -> None:
    swap(target)
    assert tree(target.parent) == {"site/within/file": b".site.new"}


def test_the_old_folder_is_kept_where_it_is_wanted(target: Path) -> None:
    swap(target, target.parent / "spare")
    assert tree(target.parent) == {"site/within/file": b".site.new", "spare/within/file": b"site"}


def test_where_there_was_none_it_is_just_named_so(target: Path) -> None:
    target.rename(target.parent / "elsewhere")
    swap(target)
    assert (target / "within/file").read_bytes() == b".site.new"


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("error", [Killed, PermissionError], ids=["killed", "refused"])
def test_a_swap_that_breaks_off_at_any_rename_leaves_one_of_the_two(
    target: Path, number: int, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another program has a file of the folder open, which Windows does not let be renamed then."""
    real, renames = Path.rename, []

    def rename(path: Path, to: Path) -> Path:
        renames.append(path)
        if len(renames) == number + 1:
            raise error
        return real(path, to)

    monkeypatch.setattr(Path, "rename", rename)
    with suppress(error):
        swap(target)
        assert (target / "within/file").read_bytes() == b".site.new"
    monkeypatch.setattr(Path, "rename", real)
    if error is Killed:
        mend(target)
    assert tree(target) in ({"within/file": b"site"}, {"within/file": b".site.new"})
    if not (beside(target, "new") / "within/file").exists():  # a build begins with a new one of its own
        (beside(target, "new") / "within").mkdir(parents=True, exist_ok=True)
        (beside(target, "new") / "within/file").write_text("third")
    meant = (beside(target, "new") / "within/file").read_bytes()
    swap(target)
    assert tree(target.parent) == {"site/within/file": meant}
