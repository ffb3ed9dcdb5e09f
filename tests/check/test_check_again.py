"""What was looked at before is not looked at again, and nothing that a change brings about is overlooked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import large_dossier
import pytest

from diptych.check import check
from diptych.check.rules import answer_repeated
from diptych.problems import Problem
from diptych.store import Parsed, load


def _found(root: Path, parsed: Parsed | None = None) -> tuple[Problem, ...]:
    return check(load(root, parsed))


def _again(root: Path) -> tuple[Problem, ...]:
    parsed = Parsed(root / ".diptych/parsed", "mark")
    found = _found(root, parsed)
    parsed.save()
    return found


def _replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def _without(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


EDITS = {
    "its own words": _replaced("content/claims/C2.yml", "start: ", "start: 1"),
    "an actor who is gone": _replaced("content/actors.yml", "id: voice-5", "id: voice-five"),
    "an actor of another party": _replaced("content/actors.yml", "party: reporting", "party: responding"),
    "a theme that is gone": _replaced("content/themes.yml", "id: theme-1", "id: theme-one"),
    "a record that was answered": _without("content/claims/C1.yml"),
    "a source that is gone": _without("content/sources/S2.yml"),
    "a source that is a copy now": _replaced("content/sources/S2.yml", "status:", "kind: copy\ncopy_of: S1\nstatus:"),
    "a source of another place": _replaced("content/sources/S2.yml", "start: 0", "start: 9"),
    "sentences of a source": _replaced("content/sources/S2.yml", "context]", "noise]\n- [1, 9, context]"),
    "a seed of other words": _replaced("seeds/1.txt", "a", "e"),
    "a seed that is gone": _without("seeds/1.txt"),
    "actors that can't be read": _replaced("content/actors.yml", "kind:", "kid:"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_what_is_wrong_among_others_is_found_where_it_was_right(tmp_path: Path, edit: Callable[[Path], None]) -> None:
    root = large_dossier.write(tmp_path / "dossier", 14, articles=4, passages=(1, 2, 3))
    before = _again(root)
    assert before == _found(root)
    edit(root)
    after = _found(root)
    assert after != before
    assert [_again(root), _again(root)] == [after, after]


def test_what_was_right_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = large_dossier.write(tmp_path / "dossier", 14, articles=4)
    _replaced("content/claims/C2.yml", "actor: board", "actor: nobody")(root)
    looked = []
    monkeypatch.setattr(answer_repeated, "check", lambda context: (looked.append(context), ())[1])
    for _ in range(2):
        _again(root)
    assert [len(one.records) for one in looked] == [14, 1]
    assert [len(one.articles) for one in looked] == [4, 0]
