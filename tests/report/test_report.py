from __future__ import annotations

import json
from pathlib import Path

import pytest

from diptych.problems import Problem
from diptych.report import excerpt, markdown, render, source_lines, summary

FILE = "content/claims/C1.yml"
ERROR = Problem(FILE, 2, 8, "unknown-actor", "C1: there is no actor 'pump'", "did you mean 'pumps'?")
WARNING = Problem("seeds/a.txt", 0, 0, "seed-unlisted", "no source names this seed", severity="warning")
NOTE = Problem(FILE, 1, 1, "recommendation-addressee", "nobody is asked", severity="note")


def lines(file: str) -> list[str] | None:
    return ["id: C1", "actor: pump"] if file == FILE else None


def test_text() -> None:
    assert render([ERROR, NOTE, WARNING], "text", lines) == (
        "content/claims/C1.yml:2:8: C1: there is no actor 'pump' (unknown-actor)\n"
        "    2 | actor: pump\n"
        "      |        ^\n"
        "      = hint: did you mean 'pumps'?\n"
        "\n"
        "content/claims/C1.yml:1:1: note: nobody is asked (recommendation-addressee)\n"
        "    1 | id: C1\n"
        "      | ^\n"
        "\n"
        "seeds/a.txt:1:1: warning: no source names this seed (seed-unlisted)\n"
        "\n"
        "1 error, 1 warning, 1 note"
    )


def test_nothing_to_say() -> None:
    assert render([], "text", lines) == ""
    assert render([], "github", lines) == ""
    assert render([], "json", lines) == "[]"
    assert summary([]) == "no problems"
    assert summary([NOTE, NOTE]) == "2 notes"


def test_a_line_that_is_not_there() -> None:
    gone = Problem(FILE, 9, 3, "yaml-syntax", "cut off")
    assert render([gone], "text", lines) == f"{FILE}:9:3: cut off (yaml-syntax)\n\n1 error"


def test_colour_adds_escapes_and_nothing_else() -> None:
    coloured = render([ERROR, WARNING], "text", lines, color=True)
    assert "\x1b[31m" in coloured
    assert "\x1b[33m" in coloured
    for escape in ("\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(escape, "")
    assert coloured == render([ERROR, WARNING], "text", lines)


def caret(line: str, column: int) -> str:
    """What the caret stands under, with all of the line before it as wide as a terminal shows it."""
    shown, before = excerpt(line, column)
    return f"{shown}|{before}"


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("actor: pump", 8, "actor: pump|7"),
        ("\tactor", 2, "    actor|4"),
        ("ab\tactor", 4, "ab  actor|4"),
        ("水井 pump", 4, "水井 pump|5"),
        ("e\u0301le\u0300ve", 3, "e\u0301le\u0300ve|1"),
        ("a\u202eb", 3, "a<U+202E>b|9"),
        ("\x1b[31mred", 2, "<U+001B>[31mred|8"),
        ("a\u00a0b", 3, "a<U+00A0>b|9"),
        ("end\r", 4, "end|3"),
        ("", 1, "|0"),
        ("short", 99, "short|5"),
    ],
)
def test_the_caret_stands_under_the_column(line: str, column: int, expected: str) -> None:
    assert caret(line, column) == expected


def test_a_long_line_is_cut_around_the_column() -> None:
    line = "".join(f"{number:05}" for number in range(400))
    for column in (1, 7, 60, 1001, 1990, 2000):
        shown, before = excerpt(line, column)
        assert shown[before] == line[column - 1]
        assert shown.strip("…") in line
        assert shown.startswith("…") == (shown.strip("…") != line[: len(shown.strip("…"))])
        assert shown.endswith("…") == (not line.endswith(shown.strip("…")))
        assert 100 <= len(shown) <= 102


def test_a_long_line_of_wide_characters_stays_within_the_terminal() -> None:
    shown, before = excerpt("井" * 500, 251)
    assert shown == "…" + "井" * 50 + "…"
    assert shown[(before - 1) // 2 + 1] == "井"


def test_json() -> None:
    assert json.loads(render([ERROR, WARNING], "json", lines)) == [
        {
            "file": FILE,
            "line": 2,
            "column": 8,
            "code": "unknown-actor",
            "message": "C1: there is no actor 'pump'",
            "hint": "did you mean 'pumps'?",
            "severity": "error",
        },
        {
            "file": "seeds/a.txt",
            "line": 0,
            "column": 0,
            "code": "seed-unlisted",
            "message": "no source names this seed",
            "hint": "",
            "severity": "warning",
        },
    ]


def test_json_can_be_printed_anywhere() -> None:
    strange = Problem(FILE, 1, 1, "yaml-syntax", "\u202e\x1b[31m“é”")
    assert render([strange], "json", lines).isascii()


def test_github() -> None:
    assert render([ERROR, WARNING, NOTE], "github", lines).split("\n") == [
        f"::error file={FILE},line=2,col=8,title=unknown-actor::C1: there is no actor 'pump'%0Adid you mean 'pumps'?",
        "::warning file=seeds/a.txt,line=1,col=1,title=seed-unlisted::no source names this seed",
        f"::notice file={FILE},line=1,col=1,title=recommendation-addressee::nobody is asked",
    ]


def test_github_cannot_be_made_to_say_another_command() -> None:
    evil = Problem("seeds/a,b:c%.txt", 1, 1, "x", "100%\r\n::error::x", "a\nb")
    assert render([evil], "github", lines) == (
        "::error file=seeds/a%2Cb%3Ac%25.txt,line=1,col=1,title=x::100%25<U+000D><U+000A>::error::x%0Aa<U+000A>b"
    )


def test_the_summary_of_a_run_lists_all() -> None:
    found = [ERROR, WARNING, *[NOTE] * 40]
    rows = markdown(found).splitlines()
    assert rows[:4] == [
        "### 1 error, 1 warning, 40 notes",
        "",
        "| place | problem | what to do |",
        "| --- | --- | --- |",
    ]
    assert rows[4] == f"| {FILE}:2:8 | C1: there is no actor 'pump' &#40;unknown-actor&#41; | did you mean 'pumps'? |"
    assert rows[5].startswith("| seeds/a.txt:1:1 | warning: no source names this seed")
    assert len(rows) == 4 + 42
    assert markdown([]) == "### no problems\n\n"


def test_the_summary_of_a_run_cannot_be_made_to_say_anything_else() -> None:
    evil = Problem("seeds/a|b.txt", 1, 1, "x", "| [a](b) <img src=x> `c` **d** \n# e", "\u202e@someone")
    row = markdown([evil]).splitlines()[4]
    assert not set(row) & set("[]<>`*\u202e@\n")
    assert row.count("|") == 4


def test_the_summary_of_a_run_is_not_larger_than_github_takes() -> None:
    made = markdown([Problem(FILE, 1, 1, "x", "é" * 1000)] * 5000)
    assert 900_000 < len(made.encode()) < 2**20
    assert made.splitlines()[-1].startswith("And ")


def test_nothing_of_a_problem_steers_the_terminal() -> None:
    evil = Problem("seeds/\x1b[2J.txt", 1, 1, "seed-unlisted", "\u202eabc\x1b]0;x\x07", "\u2066d")
    shown = render([evil], "text", lambda _: ["\x1b[2J\u202e"])
    assert "seed-unlisted" in shown
    assert all(char.isprintable() or char == "\n" for char in shown)


def test_lines_are_those_that_yaml_and_offsets_count(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("a\r\nb\u2028c\rd\n".encode())
    (tmp_path / "a.txt").write_bytes("a\r\nb\u2028c\rd\n".encode())
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    read = source_lines(tmp_path)
    assert read("a.yml") == ["a", "b", "c", "d", ""]
    assert read("a.txt") == ["a\r", "b\u2028c\rd", ""]
    assert read("bad.txt") is None
    assert read("none.yml") is None
