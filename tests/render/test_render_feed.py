"""The feed: valid, with addresses that last, and no date that the dossier does not hold."""

from __future__ import annotations

import feedparser
import pytest
from sample_dossier import RECORDS, sample
from site_reader import TEMPLATES

from diptych.history import PermalinksFile
from diptych.render import Site, language
from diptych.render.feed import ENTRIES, feed
from diptych.render.index import index_of

HOME = "https://reader.example/base/"
ENGLISH = language([TEMPLATES], "en")


def read(dossier, **site):
    made = feed(index_of(dossier, ENGLISH), Site(**{"address": HOME, "language": ENGLISH} | site))
    assert set(made) == {"feed.xml"}
    found = feedparser.parse(made["feed.xml"])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def with_permalinks(**lists):
    return sample().model_copy(update={"permalinks": PermalinksFile.model_validate(lists)})


def test_every_entry_has_an_address_that_lasts_a_title_and_a_time():
    found = read(sample())
    assert found.feed.id == HOME
    assert found.feed.links[0].href == f"{HOME}feed.xml"
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids)) == min(ENTRIES, len(RECORDS)) + 1
    for entry in found.entries:
        assert entry.id.startswith(HOME)
        assert entry.title
        assert entry.content[0].value
        assert entry.updated_parsed
    assert f"{HOME}claims/C1/" in ids


def test_the_first_entry_is_the_version_and_another_version_is_another_entry():
    dossier = sample()
    again = dossier.model_copy(update={"file": dossier.file.model_copy(update={"version": "2 & more"})})
    assert dossier.file.version in read(dossier).entries[0].title
    assert read(again).entries[0].title == "Version 2 & more"
    assert read(again).entries[0].id != read(dossier).entries[0].id


def test_entries_are_in_the_order_in_which_ids_were_given_the_last_first():
    dossier = with_permalinks(given=("C2", "S1", "C1", "R1"))
    given = [entry.id.rstrip("/").rpartition("/")[2] for entry in read(dossier).entries]
    assert [one for one in given if one in ("C1", "C2", "R1")] == ["R1", "C1", "C2"]


def test_what_was_taken_away_or_moved_is_told_before_the_statements():
    gone, moved = [{"was": "claims/C9/", "why": "Given twice."}], [{"was": "claims/C4/#p2", "now": "claims/C1/#p1"}]
    entries = read(with_permalinks(gone=gone, moved=moved)).entries
    assert [entry.title for entry in entries[1:3]] == ["Taken away: claims/C9/", "Moved: claims/C4/#p2"]
    assert entries[1].content[0].value == "Given twice."
    assert entries[2].link == f"{HOME}claims/C1/#p1"
    assert len({entry.id for entry in entries}) == len(entries)


def test_an_entry_is_dated_by_the_newest_article_and_the_feed_by_the_time_that_the_build_is_told():
    dossier = sample()
    assert max(source.published for source in dossier.sources if source.published) == "2023-04-03"
    assert read(dossier).feed.updated == "2023-04-03T00:00:00Z"
    assert read(dossier, built="2031-02-03T04:05:06Z").feed.updated == "2031-02-03T04:05:06Z"


def test_a_version_that_has_a_date_dates_the_feed_even_where_no_article_is_dated():
    dossier = sample()
    dated = dossier.model_copy(update={"file": dossier.file.model_copy(update={"date": "2024-02-03"})})
    assert read(dated).feed.updated == read(dated).entries[0].updated == "2024-02-03T00:00:00Z"
    assert read(dated, built="2031-02-03T04:05:06Z").feed.updated == "2031-02-03T04:05:06Z"
    undated = tuple(source.model_copy(update={"published": None}) for source in dossier.sources)
    assert read(dated.model_copy(update={"sources": undated})).feed.updated == "2024-02-03T00:00:00Z"


def test_a_changed_record_shows_in_its_entry():
    changed = [{**record, "note": "Looked at again."} if record["id"] == "C1" else record for record in RECORDS]
    said = [
        next(entry.content[0].value for entry in read(dossier).entries if entry.id.endswith("/C1/"))
        for dossier in (sample(), sample(records=changed))
    ]
    assert said[0] != said[1]


@pytest.mark.parametrize("address", ["", HOME])
def test_without_an_address_or_a_date_there_is_no_feed(address):
    dossier = sample()
    undated = tuple(source.model_copy(update={"published": None}) for source in dossier.sources)
    site = Site(address=address, language=ENGLISH)
    assert not feed(index_of(dossier.model_copy(update={"sources": undated}), ENGLISH), site)
    assert bool(feed(index_of(dossier, ENGLISH), site)) == bool(address)


def test_a_day_that_never_was_still_gives_a_time():
    dossier = sample()
    odd = tuple(source.model_copy(update={"published": "2021-02-31"}) for source in dossier.sources)
    assert read(dossier.model_copy(update={"sources": odd})).feed.updated == "2021-02-01T00:00:00Z"


def test_words_of_markup_stay_words():
    records = [{**record, "statement": "<b>&amp; ]]> “x”"} if record["id"] == "C1" else record for record in RECORDS]
    found = read(sample(records=records))
    assert any("<b>&amp; ]]>" in entry.content[0].value for entry in found.entries)
