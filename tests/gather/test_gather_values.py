"""Dates, names and addresses as files give them."""

from __future__ import annotations

import pytest

from diptych.gather.values import address, archived, day, line, named, names, original


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-10-14", "2026-10-14"),
        ("2026-10-14T23:59:00-05:00", "2026-10-14"),
        ("2026-10-14 08:00", "2026-10-14"),
        ("2026/10/14", "2026-10-14"),
        ("20261014", "2026-10-14"),
        ("14 October 2026", "2026-10-14"),
        ("Oct 14, 2026", "2026-10-14"),
        ("Wed, 14 Oct 2026 08:00:00 GMT", "2026-10-14"),
        ("2026-02-30", None),
        ("3/4/2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_left(said: str, meant: str | None) -> None:
    assert day(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["Ada Brandt and Jonas Pell"], ["Ada Brandt", "Jonas Pell"]),
        (["By Ada Brandt, Jonas Pell & Mia Lund"], ["Ada Brandt", "Jonas Pell", "Mia Lund"]),
        (["Brandt, Ada"], ["Brandt, Ada"]),
        (["Brandt, Ada; Pell, Jonas"], ["Brandt, Ada", "Pell, Jonas"]),
        (["Ada Brandt", "Ada Brandt"], ["Ada Brandt"]),
        (["https://courier.example/ada", "ada@courier.example"], None),
        ([" "], None),
    ],
)
def test_a_byline_is_people(said: list[str], meant: list[str] | None) -> None:
    assert names(said) == meant


def test_an_address_in_an_archive_is_told_from_the_page_it_keeps() -> None:
    copy = "https://web.archive.org/web/20261016103000/https://eveningstar.example/ferry"
    assert (address(copy), archived(copy), original(copy)) == (None, copy, "https://eveningstar.example/ferry")
    assert archived("https://archive.ph/AbCd1") == "https://archive.ph/AbCd1"
    assert archived("https://archive.example/AbCd1") is None
    assert original("https://eveningstar.example/ferry") is None


@pytest.mark.parametrize(
    "said", ["javascript:alert(1)", "data:text/html,x", "/news/1", 'https://a.example/"x', "ftp://a.b"]
)
def test_what_no_reader_should_follow_is_no_address(said: str) -> None:
    assert address(said) is None


def test_a_title_is_one_line_that_shows() -> None:
    assert line(" Ferry\n line\u202e \0pays ") == "Ferry line pays"
    assert line("x" * 501) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ferry  line appeals", "Ferry line appeals"),
        ("Copy of report", None),
        ("copy (2) of report", None),
        ("Copyright and the ferry", "Copyright and the ferry"),
        ("Microsoft Word - report_final2.doc", None),
        ("Document1", None),
        ("ferry.docx", None),
        ("", None),
    ],
)
def test_a_title_that_a_program_made_up_is_none(said: str, meant: str | None) -> None:
    assert named(said) == meant
