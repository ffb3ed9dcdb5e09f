"""The pages as programs that others wrote read them: a Signposting client, pandoc, RDF, and Zotero by its rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

import pypandoc
import pytest
import rdflib
import signposting
from sample_dossier import sample
from serving import serving
from site_reader import Page, parse

from diptych.records import Record
from diptych.render.addresses import record_path

SCHEMA = "https://schema.org/"
BASE = "https://reader.example/base/"
RECORDS = [record.id for record in sample().records]


@pytest.fixture(scope="module")
def served(written: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the sample's pages are served."""
    folder = tmp_path_factory.mktemp("served")
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    with serving(folder) as origin:
        yield f"{origin}/"


def tags(page: Page) -> Mapping[str, list[str]]:
    """What the `meta` elements of a page say, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for meta in page.all("meta"):
        found.setdefault(meta.get("name", "").lower(), []).append(meta.get("content", ""))
    return found


def zotero(page: Page) -> dict[str, object]:
    """The item that Zotero's "Embedded Metadata" translator makes, by what its documentation says of Highwire tags.

    `citation_inbook_title` makes a section of a book, with that title; dates are read in the form 2026/11/21.
    """
    said = tags(page)
    (published,) = said["citation_publication_date"]
    assert re.fullmatch(r"\d{4}(/\d\d){0,2}", published)
    return {
        "type": "bookSection" if "citation_inbook_title" in said else "webpage",
        "title": said["citation_title"][0],
        "creators": said["citation_author"],
        "date": published,
        "publication": said["citation_inbook_title"][0],
        "url": said["citation_public_url"][0],
    }


@pytest.mark.parametrize("given", RECORDS)
def test_a_reference_manager_gets_all_it_needs_of_a_record(given: str, dated: Mapping[str, Page]) -> None:
    page = dated[record_path(given)]
    item = zotero(page)
    record: Record = next(one for one in sample().records if one.id == given)
    assert item["type"] == "bookSection"
    assert str(item["title"]).endswith(record.statement)
    assert item["creators"] == [f"{sample().file.title},"]  # nobody signed it; the comma keeps the name whole
    assert all(item.values())
    assert item["url"] == f"{BASE}{record_path(given).removesuffix('index.html')}"


@pytest.mark.parametrize("given", RECORDS[:3])
def test_a_client_of_signposting_finds_its_way(given: str, served: str) -> None:
    path = record_path(given)
    found = signposting.find_signposting_html(f"{served}{path}")
    assert str(found.citeAs.target) == f"{BASE}{path.removesuffix('index.html')}"
    assert {str(one.target) for one in found.types} == {"https://schema.org/WebPage"}
    described = {urlsplit(str(one.target)).path.rpartition("/")[2]: str(one.type) for one in found.describedBy}
    assert {"cite.bib", "cite.ris", "cite.json", "dossier.jsonld"} <= described.keys()
    assert described["dossier.jsonld"] == "application/ld+json"
    assert str(found.collection.target) == f"{served}index.html"


def test_the_front_page_leads_to_the_data(served: str) -> None:
    found = signposting.find_signposting_html(f"{served}index.html")
    assert {str(one.target) for one in found.items} == {f"{served}data/dossier.json", f"{served}data/dossier.sqlite"}


def test_pandoc_reads_every_reference_and_sets_it(written: dict[str, str]) -> None:
    bibtex = "".join(written[record_path(given).replace("index.html", "cite.bib")] for given in RECORDS)
    items = json.loads(pypandoc.convert_text(bibtex, "csljson", format="bibtex"))
    assert [one["id"] for one in items] == RECORDS
    ours = {given: json.loads(written[record_path(given).replace("index.html", "cite.json")])[0] for given in RECORDS}
    for one in items:
        assert one["URL"] == ours[one["id"]]["URL"]
        assert one.get("author", []) or "author" not in ours[one["id"]]
    together = json.dumps(list(ours.values()))
    listed = pypandoc.convert_text(together, "plain", format="csljson", extra_args=["--citeproc", "--wrap=none"])
    for given in RECORDS:
        assert ours[given]["URL"] in listed


@pytest.mark.parametrize("given", RECORDS[:3])
def test_the_linked_data_of_a_page_names_the_page(given: str, book: Mapping[str, Page]) -> None:
    path = record_path(given)
    (script,) = [one for one in book[path].all("script") if one.get("type") == "application/ld+json"]
    data = json.loads("".join(script.itertext()))
    assert data["@context"] == "https://schema.org"
    data["@context"] = {"@vocab": SCHEMA}  # what that address serves, as far as names go
    subject = rdflib.URIRef(f"{BASE}{path.removesuffix('index.html')}")
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld", base=str(subject))
    assert all(str(one).startswith(BASE) for one in graph.subjects() if isinstance(one, rdflib.URIRef))
    assert (subject, rdflib.URIRef(f"{SCHEMA}appearance"), rdflib.URIRef(f"{subject}#p1")) in graph
    assert (subject, None, None) in graph
    kinds = {str(kind).rpartition("/")[2] for kind in graph.objects(None, rdflib.RDF.type)}
    assert {"Claim", "Quotation", "NewsArticle"} <= kinds


@pytest.fixture(scope="module")
def dated(render: Callable[..., dict[str, str]]) -> Mapping[str, Page]:
    """The sample's pages with a date, as a dossier has before it is released."""
    dossier = sample()
    made = render(dossier.model_copy(update={"file": dossier.file.model_copy(update={"date": "2026-11-21"})}))
    return {path: parse(path, html) for path, html in made.items() if path.endswith(".html")}
