"""The register: everything is on it once, and no page of it grows past what a phone should load."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from large_dossier import write
from sample_dossier import sample
from site_reader import TEMPLATES, parse, text

from diptych.pipeline.publication import sound
from diptych.render import Language, Site, environment, language
from diptych.render.finding import register_page
from diptych.render.index import Index, index_of
from diptych.render.views.register import register

ENGLISH = language([TEMPLATES], "en")


def written(index: Index, words: Language = ENGLISH) -> dict[str, str]:
    """The pages of the register by path."""
    templates = environment([TEMPLATES], words)
    site = Site(address="https://reader.example/base/", language=words)
    pages = (made for page in register(index) for made in register_page(index, site, page))
    return {path: templates.get_template(name).render(context) for path, name, context in pages}


def targets(path: str, html: str) -> list[str]:
    """What the lists of a page lead to, from the site's root."""
    (main,) = parse(path, html).all("main")
    found = [str(link.get("href")) for item in main.iter("li") for link in item.iter("a")]
    return [link.replace("../", "") for link in found if not link.startswith("#")]


def everything(index: Index) -> set[str]:
    dossier = index.dossier
    found = set(index.addresses("").values())
    found |= {f"actors/{actor.id}/index.html" for actor in dossier.actors}
    return found | {f"themes/{theme.id}/index.html" for theme in dossier.themes}


def test_a_small_dossier_is_all_on_one_page() -> None:
    index = index_of(sample(), ENGLISH)
    made = written(index)
    assert list(made) == ["register/index.html"]
    found = targets("register/index.html", made["register/index.html"])
    assert len(found) == len(set(found))
    assert set(found) == everything(index)


def test_names_are_in_the_order_of_the_alphabet_whatever_their_accents() -> None:
    dossier = sample()
    names = ["Zora", "Éva", "Adam", "éva b"]
    actors = tuple(
        dossier.actors[0].model_copy(update={"id": f"a{place}", "name": name}) for place, name in enumerate(names)
    )
    index = index_of(dossier.model_copy(update={"actors": (*dossier.actors, *actors)}), ENGLISH)
    page = parse("register", written(index)["register/index.html"])
    shown = [text(link) for link in page.all("a") if "actors/a" in str(link.get("href"))]
    assert shown == ["Adam", "Éva", "éva b", "Zora"]


def test_an_empty_dossier_says_so() -> None:
    index = index_of(sample(records=[], themes=[], sources=[], discrepancies=[], actors=[]), ENGLISH)
    assert "holds nothing yet" in written(index)["register/index.html"]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Ten thousand records."""
    root: Path = write(tmp_path_factory.mktemp("large"), 10_000)
    return index_of(sound(root).dossier, ENGLISH)


def test_ten_thousand_records_are_all_there_and_no_page_passes_150_kib(large: Index) -> None:
    made = written(large)
    found = [target for path, html in made.items() for target in targets(path, html)]
    parts = set(made) - {"register/index.html"}
    assert parts
    assert set(found) == everything(large) | parts
    assert len(found) == len(set(found))
    assert max(len(gzip.compress(html.encode())) for html in made.values()) < 150 * 1024
    titles = [text(parse(path, html).all("title")[0]) for path, html in made.items()]
    assert len(titles) == len(set(titles))
