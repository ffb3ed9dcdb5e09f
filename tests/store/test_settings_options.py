"""Options of extensions that mkdocs.yml misspells are told by the check, and nobody else's code is run for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import SETTINGS

from diptych.pipeline.build.ground import template_directories
from diptych.store import settings_problems


def told(root: Path, extensions: str) -> list[tuple[str, int, int, str, str | None]]:
    (root / "mkdocs.yml").write_text(f"{SETTINGS}markdown_extensions:{extensions}\n", "utf-8")
    found = settings_problems(root, template_directories(root)[-1])
    return [(one.code, one.line - SETTINGS.count("\n"), one.column, one.message, one.hint) for one in found]


def test_an_option_that_an_extension_lacks_is_told_with_the_one_it_has(tmp_path: Path) -> None:
    assert told(tmp_path, "\n- admonition\n- toc: {permalnk: true, title: Here}\n- attr_list: {x: 1}") == [
        ("unknown-key", 3, 9, "markdown_extensions: toc has no option 'permalnk'", "did you mean 'permalink'?"),
        ("unknown-key", 4, 15, "markdown_extensions: attr_list has no option 'x'", "take it out"),
    ]


def test_extensions_written_as_keys_are_looked_at_too(tmp_path: Path) -> None:
    assert [one[3] for one in told(tmp_path, "\n  toc: {depth: 2}\n  markdown.extensions.tables: {b: 1}")] == [
        "markdown_extensions: toc has no option 'depth'",
        "markdown_extensions: markdown.extensions.tables has no option 'b'",
    ]


@pytest.mark.parametrize("extensions", [" [toc]", "\n- toc: {permalink: true}", "\n- toc:", "\n- tables: {}", ""])
def test_what_is_right_is_let_be(tmp_path: Path, extensions: str) -> None:
    assert told(tmp_path, extensions) == []


def test_the_code_of_other_extensions_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harmful.py").write_text(f"open({str(tmp_path / 'harmed')!r}, 'w')\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert told(tmp_path, "\n- harmful: {a: 1}") == []
    assert not (tmp_path / "harmed").exists()
