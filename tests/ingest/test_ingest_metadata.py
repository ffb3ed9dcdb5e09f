from __future__ import annotations

import pytest

from diptych.drafts import Article, Seed
from diptych.ingest import ingest
from diptych.ingest.dates import date_in

BODY = "The river authority said on Monday that the bridge at Harrow would be closed for two years.\n\n" * 2


def article(text: str) -> Article:
    return ingest([Seed("seeds/a.txt", text, "")])[0]


def test_a_bare_text_shows_nothing() -> None:
    one = article(BODY)
    assert (one.title, one.publisher, one.authors, one.published) == (None, None, (), None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Bridge at Harrow shut for two years", "Bridge at Harrow shut for two years"),
        ("NEWS\n\nBridge at Harrow shut for two years", "Bridge at Harrow shut for two years"),
        ("By Ann Holt\n\nBridge at Harrow shut for two years", "Bridge at Harrow shut for two years"),
        ("Who will pay for the bridge?", "Who will pay for the bridge?"),
        ("# Bridge at Harrow shut for two years", "Bridge at Harrow shut for two years"),
        ("ADVERTISEMENT", None),
        ("The bridge is shut.", None),
        ("TRANSCRIPT | The Early Show | Radio Harrow", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    assert article(f"{head}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    ("line", "authors", "publisher"),
    [
        ("By ANN HOLT and JIM ROE", ("Ann Holt", "Jim Roe"), None),
        ("By Ann Holt, Jim Roe and Lee Poe", ("Ann Holt", "Jim Roe", "Lee Poe"), None),
        ("By Ann Holt, Jim Roe", ("Ann Holt", "Jim Roe"), None),
        ("WORDS BY ANN HOLT AND JIM ROE", ("Ann Holt", "Jim Roe"), None),
        ("By ANN HOLT, Harbour Mirror", ("Ann Holt",), "Harbour Mirror"),
        ("By Ann Holt, Senior Correspondent", ("Ann Holt",), None),
        ("By Ann Holt — 14 March 2033", ("Ann Holt",), None),
        ("By Ann Holt. Photographs by Jim Roe", ("Ann Holt",), None),
        ("By Ann Holt; additional reporting by Jim Roe", ("Ann Holt",), None),
        ("By Ann Holt, Photos: Jim Roe", ("Ann Holt",), None),
        ("By Ann Holt and Jim Photo", ("Ann Holt", "Jim Photo"), None),
        ("By Ann Holt\nHarbour News Agency", ("Ann Holt",), "Harbour News Agency"),
        ("Words: Ann Holt. Pictures: J. Roe", ("Ann Holt",), None),
        ("Photo of author\n\nBy penname", ("penname",), None),
        ("Photo of author\nAnn Holt", ("Ann Holt",), None),
        ("Our Special Correspondent", (), None),
    ],
)
def test_byline(line: str, authors: tuple[str, ...], publisher: str | None) -> None:
    one = article(f"Bridge at Harrow shut for years\n\n{line}\n\n{BODY}")
    assert (one.authors, one.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"HARROW, Lakeland (Lakewire) — {BODY}", "Lakewire"),
        (f"HARROW (Lakewire) - {BODY}", "Lakewire"),
        (f"{BODY}© 2033 Harbour Mirror. All rights reserved.", "Harbour Mirror"),
        (f"{BODY}The post Bridge shut appeared first on Harbour Daily.", "Harbour Daily"),
        (f"{BODY}Join the Mirror's Telegram channel for news.", None),
        (f"{BODY}Join HM's Telegram channel and get the latest news.", "HM"),
        (f"The authority (HRA) — known to all — met. {BODY}", None),
    ],
)
def test_publisher(text: str, publisher: str | None) -> None:
    assert article(text).publisher == publisher


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2033-03-04T05:06:07Z", "2033-03-04"),
        ("4 March 2033 · 9 min read", "2033-03-04"),
        ("Updated: Mar 4, 2033, 06:40 hrs", "2033-03-04"),
        ("Friday, March 4th, 2033", "2033-03-04"),
        ("24/3/2033", "2033-03-24"),
        ("3/24/2033", "2033-03-24"),
        ("3/4/2033", None),
        ("31 February 2033", None),
        ("4 March", None),
        ("12033-03-04", None),
    ],
)
def test_dates(said: str, day: str | None) -> None:
    assert date_in(said) == day


def test_published_is_read_from_a_date_line_only() -> None:
    assert article(f"Bridge at Harrow shut\nUpdated: 5 March 2033\n4 March 2033\n\n{BODY}").published == "2033-03-04"
    assert article(f"Bridge at Harrow shut\n\nIt opened on 4 March 2033 in the rain.\n\n{BODY}").published is None


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        ("From The Harbour Ledger, 14 March 2033", "The Harbour Ledger", "2033-03-14"),
        ("(Source: Harbour Ledger, March 14, 2033)", "Harbour Ledger", "2033-03-14"),
        ("First published in Harbour Ledger on 14 March 2033", "Harbour Ledger", "2033-03-14"),
        ("Clipping, Harbour Ledger, 14 March 2033", "Harbour Ledger", "2033-03-14"),
        ("From the first of May, 14 March 2033 was the day of the vote", None, None),
        ("From The Harbour Ledger", None, None),
        ("Harbour Gazette\nMonday, 14 March 2033", "Harbour Gazette", "2033-03-14"),
        ("World News\n14 March 2033", None, "2033-03-14"),
        ("Harbour Gazette\nThe bridge", None, None),
    ],
)
def test_the_head_of_a_clipping_says_where_and_when_it_was_published(
    head: str, publisher: str | None, published: str | None
) -> None:
    one = article(f"{head}\n\nBridge at Harrow shut for two years\n\n{BODY}")
    assert (one.publisher, one.published) == (publisher, published)
    if publisher:
        assert one.title == "Bridge at Harrow shut for two years"
        assert one.sentences[0].use == "noise"


def test_two_clippings_in_one_file_are_two_articles() -> None:
    text = "".join(
        f"From The Harbour Ledger, {day} March 2033\n\nBridge at Harrow shut\n\n{BODY.replace('two', str(day))}\n\n"
        for day in (14, 15)
    )
    assert [one.published for one in ingest([Seed("seeds/a.txt", text, "")])] == ["2033-03-14", "2033-03-15"]


def test_what_stands_over_the_line_of_a_clipping_belongs_to_it() -> None:
    line = "From The Harbour Ledger, 14 March 2033"
    for head in (f"My notes on it\n\nAnn Holt\n\n{line}\n\nBridge at Harrow shut", f"Bridge at Harrow shut\n\n{line}"):
        (one,) = ingest([Seed("seeds/a.txt", f"{head}\n\n{BODY}", "")])
        assert (one.title, one.publisher) == ("Bridge at Harrow shut", "The Harbour Ledger")
    first, second = (f"Bridge shut for {day} days\n\n{line.replace('14', str(day))}\n\n{BODY}" for day in (14, 15))
    made = ingest([Seed("seeds/a.txt", f"{first}\n\n{second.replace('two', 'three')}", "")])
    assert [one.title for one in made] == ["Bridge shut for 14 days", "Bridge shut for 15 days"]
