"""Released pages and places that are no more: each old address says where it went, or why it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sample_dossier import RECORDS, sample

from diptych.dossier import Dossier
from diptych.ledger import fingerprint

C2 = next(record for record in RECORDS if record["id"] == "C2")
R2 = next(record for record in RECORDS if record["id"] == "R2")


def noted(record: dict[str, Any]) -> dict[str, str]:
    found = next(one for one in sample().records if one.id == record["id"])
    return {f"p{number}": fingerprint(passage) for number, passage in found.numbered}


def merged() -> Dossier:
    """C9 was released with the passages of C2, and one more; a theme was renamed; a reaction was taken away."""
    gone = next(iter(noted(R2).values()))
    permalinks = {
        "released": [
            {"address": "claims/C9/", "anchors": {"p1": noted(C2)["p2"], "p2": gone}},
            {"address": "themes/shoals/", "anchors": {"claims": ""}},
            {"address": "reactions/T9/", "anchors": {"p1": "S1:0-1:00000000"}},
            {"address": "side-by-side/", "anchors": {"C9": "", "C1": ""}},
            {"address": "sources/S1/", "anchors": {"C9-p1": "", "T9-p1": ""}},
            {"address": "claims/C2/", "anchors": {**noted(C2), "p8": "S1:0-1:00000000"}},
            {"address": "themes/sand/", "anchors": {"R2": ""}},
            {"address": "about/"},
        ],
        "moved": [{"was": "claims/C9/", "now": "claims/C2/"}, {"was": "themes/shoals/", "now": "themes/sand/"}],
        "gone": [
            {"was": "reactions/T9/", "why": "It was <b>nobody’s</b> statement."},
            {"was": "claims/C2/#p8", "why": "It was read amiss."},
        ],
    }
    return sample(permalinks=permalinks)


@pytest.fixture(scope="module")
def pages(render: Callable[..., dict[str, str]]) -> dict[str, str]:
    return render(merged())


def test_a_page_that_moved_leads_on_without_scripts(pages: dict[str, str]) -> None:
    html = pages["themes/shoals/index.html"]
    assert '<link rel="canonical" href="https://reader.example/base/themes/sand/">' in html
    assert "noindex" not in html  # which would have search engines forget where it went
    assert 'id="moved" href="../../themes/sand/index.html"' in html


def test_a_passage_of_a_page_that_moved_is_found_by_its_words_or_not_at_all(pages: dict[str, str]) -> None:
    html = pages["claims/C9/index.html"]
    assert 'id="p1" data-now="../../claims/C2/index.html#p2"' in html
    assert 'id="p2" data-now="../../claims/C2/index.html"' in html  # never a look-alike's number
    assert 'http-equiv="refresh"' not in html  # it would lose the place that the reader asked for


def test_a_tombstone_gives_the_reason_and_no_markup_of_it(pages: dict[str, str]) -> None:
    html = pages["reactions/T9/index.html"]
    assert "It was &lt;b&gt;nobody’s&lt;/b&gt; statement." in html
    assert 'id="p1"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_page_without_places_leads_on_by_itself(render: Callable[..., dict[str, str]]) -> None:
    permalinks = {
        "released": [{"address": "actors/bank-watch/"}],
        "moved": [{"was": "actors/bank-watch/", "now": "actors/"}],
    }
    html = render(sample(permalinks=permalinks))["actors/bank-watch/index.html"]
    assert '<noscript><meta http-equiv="refresh" content="3; url=../../actors/index.html"></noscript>' in html


def test_places_named_after_a_record_follow_it(pages: dict[str, str]) -> None:
    assert 'id="C9" data-now="../claims/C2/index.html"' in pages["side-by-side/index.html"]
    source = pages["sources/S1/index.html"]
    assert 'id="C9-p1" data-now="../../claims/C2/index.html' in source
    assert source.count('id="T9-p1"') == 1


def test_a_passage_that_is_gone_leaves_a_word_on_its_page(pages: dict[str, str]) -> None:
    html = pages["claims/C2/index.html"]
    assert '<li id="p8">' in html
    assert html.count('id="p1"') == 1


def test_a_record_that_left_a_page_is_found_from_it(pages: dict[str, str]) -> None:
    assert '<li id="R2" data-now="../../responses/R2/index.html">' in pages["themes/sand/index.html"]


def test_what_stands_is_left_alone(pages: dict[str, str], written: dict[str, str]) -> None:
    changed = {path for path in written if pages.get(path) != written[path]}
    assert changed == {
        *("side-by-side/index.html", "sources/S1/index.html", "claims/C2/index.html", "themes/sand/index.html"),
        "feed.xml",
    }
    assert set(pages) - set(written) == {
        "claims/C9/index.html",
        "themes/shoals/index.html",
        "reactions/T9/index.html",
    }


def test_the_sitemap_lists_no_former_page(pages: dict[str, str], written: dict[str, str]) -> None:
    assert pages["sitemap.xml"] == written["sitemap.xml"]
