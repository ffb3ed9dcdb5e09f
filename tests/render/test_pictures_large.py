"""The pictures of a large dossier: bounded, in parts where they are long, and told in their tables all the same."""

from __future__ import annotations

import pytest
from picture_reader import GLANCE, section, tabled
from sample_dossier import RECORDS, SOURCES, THEMES, sample
from site_reader import parse

from diptych.dossier import Dossier
from diptych.render import Site
from diptych.render.divided.groups import Groups
from diptych.render.divided.pages import Sheaves
from diptych.render.divided.sheaf import Divider
from diptych.render.index import index_of
from diptych.render.keys import Keys
from diptych.render.units import Press
from diptych.render.views.shared import Desk


@pytest.fixture(scope="session")
def glance_of(jinja, site):
    """The page of a dossier that is large, and its parts where it is divided, by their paths."""

    def _render(dossier: Dossier) -> dict[str, str]:
        index, where = index_of(dossier, site.language), Site(language=site.language)
        divider = Divider(index, where, Press(dossier, where, jinja), Keys(index, where, ""), Groups())
        units = divider.units(Sheaves(Desk(index)).glance(), "")
        return {path: made for unit in units for path, made in unit.make() if path.endswith(".html")}

    return _render


def large(claims: int, sources: int) -> Dossier:
    statement = "A statement of a common length, about the sand of one bank or of another, and about the barges. "
    records = [
        {
            **RECORDS[0],
            "id": f"C{number}",
            "statement": statement + str(number),
            "themes": [THEMES[number % 3]["id"]],
            "passages": [
                {**RECORDS[0]["passages"][0], "source": f"S{(number * step) % sources + 1}"} for step in (1, 7)
            ],
        }
        for number in range(1, claims + 1)
    ]
    records += [
        {**RECORDS[5], "id": f"R{number}", "answers": [{"to": f"C{number}", "how": "denies"}]}
        for number in range(1, claims + 1, 2)
    ]
    seeds = [
        {**SOURCES[0], "id": f"S{number}", "label": f"Newspaper {number}", "published": f"20{number % 90 + 10}-04"}
        for number in range(1, max(sources, 3) + 1)
    ]
    return sample(records=records, sources=seeds, discrepancies=[])


@pytest.mark.parametrize(
    ("claims", "sources", "pictures", "bound"),
    [(24, 5, 1, 150_000), (100, 15, 3, 500_000), (200, 60, 0, 450_000)],
)
def test_a_large_dossier_is_drawn_in_parts_or_told_in_its_table(glance_of, claims, sources, pictures, bound):
    (html,) = glance_of(large(claims, sources)).values()
    page = parse(GLANCE, html)
    figures = list(section(page, "matrix").iter("figure"))
    assert len(figures) == pictures
    assert len(html.encode()) < bound
    narrow = [figure for figure in figures if figure.get("class") == "picture"]
    assert len(narrow) == (pictures if sources <= 12 else 0)
    assert len(tabled(page, "matrix")) == claims


def test_a_page_with_tables_that_are_too_long_is_divided_and_every_line_stands_on_one_part(glance_of):
    made = glance_of(large(420, 30))
    assert len(made) > 4
    contents = parse(GLANCE, made.pop(GLANCE))
    for anchor in ("matrix", "answers", "time", "shares"):
        assert contents.one(anchor) is not None
    found: dict[str, list[str]] = {"matrix": [], "answers": [], "time": [], "shares": []}
    for path, html in made.items():
        page = parse(path, html)
        kind = path.split("/")[1]
        assert [one.get("aria-labelledby") for one in page.all("section", "shown") if one.get("aria-labelledby")] == [
            kind
        ]
        found[kind] += [path for _ in tabled(page, kind)]
    assert {kind: len(lines) for kind, lines in found.items()} == {
        "matrix": 420,
        "answers": 421,
        "time": 30,
        "shares": 30,
    }
