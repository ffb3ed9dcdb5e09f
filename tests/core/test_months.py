"""The months of a dossier's own words are read wherever dates are."""

from __future__ import annotations

from diptych.extract.events import happened
from diptych.extract.letters import written_by
from diptych.ingest.clutter import is_dated
from diptych.ingest.dates import date_in
from diptych.lexicons import laying
from diptych.months import full, numbers
from diptych.pair.dates import dates
from diptych.spans import Span

OWN = """\
months: janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv sept oct
"""


def _dates(text: str) -> list[str]:
    return [one.span.of(text) for one in dates(text, Span(0, len(text)))]


def test_short_names_are_of_the_month_that_begins_so() -> None:
    assert len(full()) == 12
    assert (numbers()["june"], numbers()["jun"], numbers()["jul"], numbers()["sept"]) == (6, 6, 7, 9)


def test_a_dossiers_own_months_are_read_and_forgotten_again() -> None:
    text = "The pumps failed on 3 juillet 2019. On 4 July 2019 they were mended."
    assert _dates(text) == ["4 July"]
    with laying((("words", OWN),)):
        assert numbers()["juin"] != numbers()["juillet"]
        assert _dates(text) == []
        assert _dates("It rained on 3 Juillet.") == ["3 Juillet"]
        assert happened("The dam failed on 3 juillet 2019.", Span(0, 33)) == "2019-07-03"
        assert (date_in("le 3 juillet 2019"), date_in("July 3, 2019")) == ("2019-07-03", None)
        assert (is_dated("3 Juillet: the dam fails"), is_dated("4 July: it is mended")) == (True, False)
    assert _dates(text) == ["4 July"]


def test_an_entry_of_a_timeline_starts_with_a_month_and_not_with_a_name_that_begins_like_one() -> None:
    for when in ("4 March: the bridge is shut", "Sept. 2019 – It opens", "JUNE: the flood"):
        assert is_dated(when), when
    for name in ("Mara: the flood", "Augusta – the flood", "may: the flood"):
        assert not is_dated(name), name


def test_a_writer_is_not_taken_for_a_month_or_a_day_that_the_name_begins_like() -> None:
    for name in ("Mayfield Council", "Sundby Mills", "the Friars", "Marchmont Hall"):
        assert written_by().search(f"a letter from {name}"), name
    for when in ("May 2", "Monday", "March"):
        assert not written_by().search(f"the letter of {when}"), when
