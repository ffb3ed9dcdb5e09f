"""A dossier is plain where none of its texts holds a sign that deceives, as it is read and as it was noted before."""

from __future__ import annotations

from pathlib import Path

import large_dossier
import pytest

from diptych.check import plain
from diptych.signs import deceives
from diptych.store import Parsed, load

#: Files, and a line that each may end with.
_LINES = {
    "content/claims/C1.yml": 'note: "Said {} here"\n',
    "content/actors.yml": '  aliases: ["Said {} here"]\n',
    "content/dossier.yml": 'description: "Said {} here"\n',
}
_SIGNS = {
    "": True,
    "“Été” — сбор": True,
    "\u202e": False,
    "p\u0430ge": False,
    "\u041e\u0421\u0410": False,
    "\\u009b": False,  # as YAML escapes it
    "&#x202E;": False,  # as Markdown does
    "p&#1072;ge": False,
    "R&amp;D": True,
}


@pytest.mark.parametrize(("sign", "harmless"), _SIGNS.items())
@pytest.mark.parametrize(("where", "line"), _LINES.items())
def test_it_is_plain_where_its_pages_need_not_be_looked_through(
    tmp_path: Path, sign: str, harmless: bool, where: str, line: str
) -> None:
    file = large_dossier.write(tmp_path / "dossier", 6, articles=2) / where
    text = file.read_text("utf-8")
    for now, expected in ((text, True), (text + line.format(sign), harmless), (text, True)):
        file.write_text(now, "utf-8")
        parsed = Parsed(tmp_path / "parsed", "mark")
        loaded = load(tmp_path / "dossier", parsed)
        assert not loaded.problems
        assert loaded.dossier is not None
        assert plain(loaded) is expected
        assert deceives(loaded.dossier.model_dump_json()) is not expected
        parsed.save()
