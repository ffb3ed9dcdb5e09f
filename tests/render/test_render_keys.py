"""A page has another key where something that it shows is another, and no page that does not show it."""

from __future__ import annotations

from pathlib import Path

import large_dossier
import pytest
from site_reader import TEMPLATES

from diptych.dossier import Dossier
from diptych.render import Site, environment, language
from diptych.render.addresses import record_path
from diptych.render.book import units
from diptych.render.index import NAMED
from diptych.store import load


def _keys(dossier: Dossier) -> dict[str, str]:
    words = language([TEMPLATES], "en")
    made = units(dossier, Site(language=words), environment([TEMPLATES], words), lambda _: ())
    return {unit.name: unit.key for unit in made}


@pytest.mark.parametrize("articles", [NAMED, NAMED + 1])
def test_the_title_of_an_article_is_on_pages_of_records_that_name_it(tmp_path: Path, articles: int) -> None:
    dossier = load(large_dossier.write(tmp_path / "dossier", 24, articles=articles)).dossier
    assert dossier is not None
    first, *others = dossier.sources
    changed = dossier.model_copy(
        update={"sources": (first.model_copy(update={"title": "Another", "publisher": "Another"}), *others)}
    )
    before, after = _keys(dossier), _keys(changed)
    records = {one.id: one for one in dossier.records}
    taking = {one.id for one in dossier.records if any(passage.source == first.id for passage in one.passages)}
    answers = {one.id: {answer.to for answer in one.answers} for one in dossier.records}
    near = {one for one in records if answers[one] & taking or any(one in answers[other] for other in taking)}
    found = {one for one in records if before[record_path(one)] != after[record_path(one)]}
    assert taking < set(records)
    assert found == (set(records) if articles <= NAMED else taking | near)


def test_what_only_counts_records_has_the_same_key_where_one_is_reworded(tmp_path: Path) -> None:
    dossier = load(large_dossier.write(tmp_path / "dossier", 24, articles=4)).dossier
    assert dossier is not None
    records = [
        one.model_copy(update={"statement": f"Reworded. {one.statement}", "note": "Of C2."}) if one.id == "C1" else one
        for one in dossier.records
    ]
    before, after = _keys(dossier), _keys(dossier.model_copy(update={"records": tuple(records)}))
    same = {name for name in before if before[name] == after[name]}
    counting = {f"{one}/index.html" for one in ("sources", "actors", "themes", "discrepancies", "timeline")}
    assert counting | {"recommendations/index.html"} <= same
    assert not {record_path("C1"), "claims/index.html", "side-by-side/index.html", "at-a-glance/index.html"} & same
    others = [one for one in records if one.kind != "recommendation"]
    fewer = _keys(dossier.model_copy(update={"records": tuple(others)}))
    assert not {name for name in counting - {"timeline/index.html"} if fewer[name] == before[name]}
