"""Pages that are divided: everything stands on one part, every old address leads there, and no page is heavy."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from pathlib import Path

import pytest
from divided_site import TEMPLATES, generated, rendered
from sample_dossier import sample
from site_reader import Page, parse, text

from diptych.dossier import Dossier
from diptych.history import PermalinksFile, Released
from diptych.render import Site, environment, language
from diptych.render.addresses import address_of
from diptych.render.book import units
from diptych.render.divided.groups import Groups
from diptych.render.former import ids
from diptych.render.site import HEAVY
from diptych.values import PLURALS

SIDE = "side-by-side/index.html"
#: The head, the foot and the citations of a page, which no division can take from it.
FRAME = 9_000
_PLACE = re.compile(
    r"[CRATESD][1-9][0-9]*(-p[1-9][0-9]*)?|theme-.+(?<!-head)|to-.+|y\d{4}|(un)?answered|report|loose|other"
)
Sites = tuple[Dossier, dict[str, str], dict[str, str]]


@pytest.fixture(scope="module", params=["sample", "generated"])
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """A dossier, its site, and the same divided."""
    if request.param == "sample":
        return sample(), rendered(sample()), rendered(sample(), 600)
    dossier = generated(tmp_path_factory.mktemp("generated") / "dossier", 90)
    return dossier, rendered(dossier), rendered(dossier, 5_000)


def html(made: dict[str, str]) -> dict[str, str]:
    return {path: content for path, content in made.items() if path.endswith(".html")}


def rows(page: Page) -> dict[str, str]:
    """The rows of the two columns by their IDs, as they are read."""
    found = [*page.all("section", "row"), *page.all("div", "one")]
    return {one.get("id") or _id(one): text(one) for one in found if one.get("data-said") is not None}


def _id(one) -> str:
    link = next(link for link in one.iter("a") if "id" in (link.get("class") or ""))
    return str(link.get("href")).split("/")[-2]


def test_below_the_size_nothing_changes(tmp_path: Path) -> None:
    dossier = generated(tmp_path / "dossier", 30)
    assert rendered(dossier) == rendered(dossier, 10_000_000)
    assert not [path for path in rendered(dossier) if path.startswith("side-by-side/") and path.count("/") > 1]


def test_no_page_is_much_heavier_than_it_may_be(tmp_path: Path) -> None:
    made = html(rendered(generated(tmp_path / "dossier", 240), 8_000))
    sizes = {path: len(gzip.compress(content.encode())) for path, content in made.items()}
    other = ("at-a-glance/", "register/", "search/", "claims/C", "responses/R", "recommendations/A", "reactions/T")
    heavy = {path: size for path, size in sizes.items() if not path.startswith(other) and size > 8_000 + FRAME}
    assert heavy == {}
    assert len([path for path in made if path.startswith("side-by-side/")]) > 10


def test_every_row_of_the_two_columns_stands_on_one_part(sites: Sites) -> None:
    _, whole, divided = sites
    expected = rows(parse(SIDE, whole[SIDE]))
    found: dict[str, str] = {}
    for path, content in html(divided).items():
        if path.startswith("side-by-side/"):
            shown = rows(parse(path, content))
            assert not set(shown) & set(found)
            found |= shown
    assert found == expected
    assert rows(parse(SIDE, divided[SIDE])) == {}


def test_every_place_of_a_page_is_still_a_place_at_its_address(sites: Sites) -> None:
    _, whole, divided = sites
    missing = {}
    for path, content in html(whole).items():
        places = {one for one in ids(content) if _PLACE.fullmatch(one)}
        if lost := places - ids(divided[path]):
            missing[path] = sorted(lost)
    assert missing == {}


def test_a_place_leads_to_where_its_thing_stands(sites: Sites) -> None:
    _, _, divided = sites
    looked = 0
    for path, content in html(divided).items():
        for place in parse(path, content).all("p", "places"):
            for link in place.iter("a"):
                target, _, anchor = str(link.get("href")).partition("#")
                assert anchor == link.get("id")
                assert anchor in ids(divided[posixpath.normpath(posixpath.join(posixpath.dirname(path), target))])
                looked += 1
    assert looked > 20


def test_every_link_of_a_divided_site_leads_to_a_page_and_a_place_on_it(sites: Sites) -> None:
    _, _, divided = sites
    places = {path: ids(content) for path, content in html(divided).items()} | {"index.html": set()}
    broken = []
    for path, content in html(divided).items():
        for href in re.findall(r'<a [^>]*href="([^"]*)"', content):
            to, _, anchor = href.partition("#")
            if to.startswith("http") or "data/" in to or anchor.startswith("cite-"):  # no styles, no citations
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
            if (target not in places and target not in divided) or (anchor and anchor not in places[target]):
                broken.append((path, href))
    assert broken == []


def test_the_pages_of_a_large_dossier_lead_to_the_passages_that_each_record_shows(sites: Sites) -> None:
    dossier, whole, _ = sites
    made = rendered(dossier, heavy=0)
    places = {path: ids(content) for path, content in html(made).items()}
    led: set[str] = set()
    for path, content in html(made).items():
        if path.startswith(("side-by-side/", "themes/", "actors/", "recommendations/index", "responses/R", "claims/C")):
            page = parse(path, content)
            assert [one.get("id") for one in page.all("figure", "passage")] == sorted(
                (one for one in places[path] if re.fullmatch(r"p\d+", one)), key=lambda one: int(one[1:])
            )
            for link in (link for line in page.all("p", "byline") for link in line.iter("a")):
                target, _, anchor = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), str(link.get("href")))
                ).partition("#")
                assert not anchor or anchor in places[target]
                led |= {target} if anchor == "passages" else set()
    assert len(led) > 10
    for record in dossier.records:
        path = f"{PLURALS[record.kind]}/{record.id}/index.html"
        shown = parse(path, made[path])
        assert [text(next(one.iter("blockquote"))) for one in shown.all("figure", "passage")] == [
            " ".join(passage.text.split()) for passage in record.passages
        ]
    short, full = rows(parse(SIDE, made[SIDE])), rows(parse(SIDE, whole[SIDE]))
    assert list(short) == list(full)


def test_parts_follow_each_other_and_say_which_of_how_many(sites: Sites) -> None:
    _, _, divided = sites
    contents = parse(SIDE, divided[SIDE])
    listed = [
        posixpath.normpath(posixpath.join("side-by-side", str(one.get("href"))))
        for one in contents.all("a", "part-link")
    ]
    assert len(listed) > 2
    path, walked = listed[0], []
    while path:
        page = parse(path, divided[path])
        walked.append(path)
        (said,) = page.all("p", "of-whole")
        assert text(said).startswith(f"Part {len(walked)} of {len(listed)}.")
        onward = [link for link in page.all("a") if link.get("rel") == "next"]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(onward[0].get("href")))) if onward else ""
    assert walked == listed


def test_the_filters_of_the_contents_know_the_rows_of_the_parts(sites: Sites) -> None:
    _, _, divided = sites
    files = [content for path, content in divided.items() if re.fullmatch(r"side-by-side/rows-\d+\.js", path)]
    (named,) = [one for one in (json.loads(f"[{file[12:-3]}]")[0] for file in files) if one]
    known = {}
    for file in files:
        for given, kind, themes, pairs, hows in json.loads(f"[{file[12:-3]}]")[1]:
            speakers = len(named["speakers"])
            said = [f"{named['sources'][one // speakers]}:{named['speakers'][one % speakers]}" for one in pairs]
            known[given] = (
                named["kinds"][kind],
                " ".join(named["themes"][one] for one in themes),
                " ".join(said),
                " ".join(named["hows"][one] for one in hows),
            )
    shown = {}
    for path, content in html(divided).items():
        if path.startswith("side-by-side/"):
            for one in parse(path, content).tree.iter():
                if one.get("data-said") is not None:
                    shown[one.get("id")] = tuple(one.get(f"data-{name}") for name in ("kind", "theme", "said", "how"))
    assert known == shown


def test_the_sitemap_lists_the_parts(sites: Sites) -> None:
    _, _, divided = sites
    listed = set(re.findall("<loc>https://reader.example/project/(.*?)</loc>", divided["sitemap.xml"]))
    assert {address_of(path) for path in html(divided) if path.startswith("side-by-side/")} <= listed


def test_a_released_part_that_is_divided_further_leads_on_to_each_of_its_rows(tmp_path: Path) -> None:
    dossier = generated(tmp_path / "dossier", 120)
    before = html(rendered(dossier, 20_000))
    released = tuple(
        Released(address=address_of(path), anchors={one: "" for one in sorted(ids(content)) if _PLACE.fullmatch(one)})
        for path, content in before.items()
        if path.startswith(("side-by-side/", "themes/", "recommendations/", "symmetry/", "actors/"))
    )
    permalinks = PermalinksFile(given=dossier.permalinks.given, released=released)
    promised = dossier.model_copy(update={"permalinks": permalinks})
    grown, shrunk = html(rendered(promised, 3_000)), html(rendered(promised))
    assert 'class="parts-list"' not in before["side-by-side/recommendations/index.html"]
    assert 'class="parts-list"' in grown["side-by-side/recommendations/index.html"]
    for one in released:
        for made in (grown, shrunk):
            assert set(one.anchors) <= ids(made[f"{one.address}index.html"])


def made_by_key(dossier: Dossier, heavy: int = HEAVY) -> dict[tuple[str, str], dict[str, str | bytes]]:
    """What every unit of a divided site makes, by its name and key."""
    words = language([TEMPLATES], dossier.file.language)
    site = Site("https://reader.example/project/", language=words, light=3_000, heavy=heavy)
    found = units(dossier, site, environment([TEMPLATES], words), lambda _: ())
    return {(one.name, one.key): dict(one.make()) for one in found}


@pytest.mark.parametrize("edit", ["statement", "theme", "answer", "passage", "source"])
def test_what_has_the_same_key_after_an_edit_has_the_same_bytes(tmp_path: Path, edit: str) -> None:
    dossier = generated(tmp_path / "dossier", 36)
    records = {record.id: record for record in dossier.records}
    one = records["R4" if edit == "answer" else "C5"]
    changes = {
        "statement": {"statement": "Another statement."},
        "theme": {"themes": (dossier.themes[0].id,)},
        "answer": {"answers": ()},
        "passage": {"passages": one.passages[:1]},
        "source": {},
    }
    records[one.id] = one.model_copy(update=changes[edit])
    sources = dossier.sources
    if edit == "source":
        sources = (sources[0].model_copy(update={"publisher": "Another paper"}), *sources[1:])
    changed = dossier.model_copy(update={"records": tuple(records.values()), "sources": sources})
    before, after = made_by_key(dossier), made_by_key(changed)
    kept = set(before) & set(after)
    assert {name for name, _ in kept if name.startswith("side-by-side/")} or edit in {"source", "answer"}
    assert [name for name, given in kept if before[name, given] != after[name, given]] == []


def test_a_reworded_statement_leaves_the_parts_of_pictures_and_measures_that_do_not_show_it(tmp_path: Path) -> None:
    dossier = generated(tmp_path / "dossier", 36)
    records = tuple(
        one.model_copy(update={"statement": f"Reworded {one.statement.partition(' ')[2]}"}) if one.id == "C5" else one
        for one in dossier.records
    )
    before, after = made_by_key(dossier), made_by_key(dossier.model_copy(update={"records": records}))
    again = {name for name, _ in after.keys() - before.keys()}
    measures = {name for name, _ in after if name.startswith("symmetry/") and name.count("/") > 1}
    assert measures
    assert not measures & again
    pictures = {name for name, _ in after if name.startswith("at-a-glance/") and name.count("/") > 2}
    shown = {
        name for name in pictures if "Reworded" in str(next(made for key, made in after.items() if key[0] == name))
    }
    assert shown
    assert pictures & again == shown


def test_no_page_that_is_made_anew_has_the_key_that_it_had_before_the_dossier_was_large(tmp_path: Path) -> None:
    dossier = generated(tmp_path / "dossier", 36)
    before, after = made_by_key(dossier), made_by_key(dossier, heavy=0)
    kept = before.keys() & after.keys()
    assert [name for name, given in kept if before[name, given] != after[name, given]] == []
    assert "claims/C1/index.html" in {name for name, _ in before} - {name for name, _ in kept}


def test_what_is_not_laid_out_again_is_made_the_same_when_it_is_asked_for(tmp_path: Path) -> None:
    dossier = generated(tmp_path / "dossier", 36)
    words = language([TEMPLATES], dossier.file.language)
    site = Site("https://reader.example/project/", language=words, light=3_000)
    first = Groups()

    def made(dossier: Dossier, groups: Groups) -> dict[str, dict[str, str | bytes]]:
        found = units(dossier, site, environment([TEMPLATES], words), lambda _: (), "", groups)
        return {one.name: dict(one.make()) for one in found}

    before = made(dossier, first)
    assert any(group.contents < len(group.units) for group in first.noted.values())
    assert made(dossier, Groups(first.noted)) == before
    records = tuple(
        one.model_copy(update={"statement": f"Some more words. {one.statement}"}) if one.id == "C5" else one
        for one in dossier.records
    )
    changed = dossier.model_copy(update={"records": records})
    again = Groups(first.noted)
    assert made(changed, again) == made(changed, Groups())
    same = [path for path, group in again.noted.items() if group == first.noted[path]]
    assert {"symmetry/index.html", "claims/index.html"} & set(same) == {"symmetry/index.html"}
    assert before["symmetry/index.html"] != made(changed, again)["symmetry/index.html"]
