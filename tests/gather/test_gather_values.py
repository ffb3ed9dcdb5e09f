"""Dates, names and addresses as files give them."""

from __future__ import annotations

import pytest

from diptych.gather.values import address, archived, day, line, named, names, original
from diptych.lexicons import laying


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


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["[[Ida Falk]]"], ["Ida Falk"]),
        (["[[people/ida|Ida Falk]]", "[Jon Berg](https://ferry.example/jon)"], ["Ida Falk", "Jon Berg"]),
        (["Written by Ida Falk & Jon Berg"], ["Ida Falk", "Jon Berg"]),
        (["Byron Falk"], ["Byron Falk"]),
        (["By Ida Falk, Chief Reporter"], ["Ida Falk"]),
        (["Falk, Ida"], ["Falk, Ida"]),
        (["Staff Writer"], ["Staff Writer"]),
    ],
)
def test_the_names_in_links_and_after_other_openers_are_names(said: list[str], meant: list[str]) -> None:
    assert names(said) == meant


def test_the_words_are_a_dossiers_own_where_it_has_some() -> None:
    own = "bylines: [von]\njoined: [und]\nmade_up: {opens: [unbenannt]}\n"
    with laying((("saved", own),)):
        assert names(["Von Ida Falk und Jon Berg"]) == ["Ida Falk", "Jon Berg"]
        assert named("Unbenannt 3") is None
    assert names(["Von Ida Falk und Jon Berg"]) == ["Von Ida Falk und Jon Berg"]
    assert named("Unbenannt 3") == "Unbenannt 3"
