"""Dated happenings that a narrator tells."""

from __future__ import annotations

import pytest

from diptych.extract.events import happened
from diptych.spans import Span


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The line was founded in 1954 by two brothers.", "1954"),
        ("Two boats sank off Veld on 12 March 2029.", "2029-03-12"),
        ("On March 12, 2029 two boats sank.", "2029-03-12"),
        ("The inquiry opened in September 2030 in a school.", "2030-09"),
        ("The season opens on March 14.", None),
        ("The quay will be rebuilt in 2031.", None),
        ("The line carries 2000 people.", None),
        ("“We sank in 2029,” was all she had to say.", None),
    ],
)
def test_date(text: str, date: str | None) -> None:
    assert happened(text, Span(0, len(text))) == date
