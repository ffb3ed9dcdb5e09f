"""How much stands under a theme, told in a list."""

from __future__ import annotations

import pytest
from sample_dossier import RECORDS, sample
from site_reader import TEMPLATES

from diptych.render import language
from diptych.render.index import index_of
from diptych.render.views.theme import theme_line

ENGLISH = language([TEMPLATES], "en")


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ({"C2": "fish", "R1": "fish"}, "1 claim, answered"),
        ({"R1": "fish", "R2": "fish", "A1": "fish"}, "2 responses; 1 recommendation"),
        ({}, "0 claims"),
    ],
)
def test_a_theme_without_claims_tells_what_else_there_is(theme: dict[str, str], told: str) -> None:
    records = [{**one, "themes": [theme[one["id"]]] if one["id"] in theme else ["sand"]} for one in RECORDS]
    index = index_of(sample(records=records), ENGLISH)
    (fish,) = (one for one in index.dossier.themes if one.id == "fish")
    assert theme_line(index, fish).summary == told
