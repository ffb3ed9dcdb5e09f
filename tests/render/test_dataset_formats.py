"""The dataset's other formats, as tools that others wrote read them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import frictionless
import pybtex.database
import pytest
import rdflib
import yaml
from jsonschema import Draft202012Validator
from sample_dossier import sample
from site_reader import TEMPLATES

from diptych.records import Passage
from diptych.render import Site, language
from diptych.render.citing.linked import script
from diptych.render.dataset import dataset, exports
from diptych.render.dataset.annotations import seed_name, text_fragment
from diptych.render.dataset.database import database as make_database

SITE = Site(address="https://dossier.example/project", language=language([TEMPLATES], "en"))
#: What the W3C's model asks of an annotation, in as much as ours use it (Web Annotation Data Model, 3 and 4.2).
IRI = {"type": "string", "pattern": "^[a-z]+:"}
SELECTORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "oneOf": [
            {
                "properties": {
                    "type": {"const": "TextQuoteSelector"},
                    **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
                },
                "required": ["type", "exact"],
                "additionalProperties": False,
            },
            {
                "properties": {
                    "type": {"const": "TextPositionSelector"},
                    **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")},
                },
                "required": ["type", "start", "end"],
                "additionalProperties": False,
            },
        ]
    },
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "describing", "linking", "highlighting"]},
        "body": IRI,
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {"type": {"const": "SpecificResource"}, "source": IRI, "selector": SELECTORS},
                "required": ["type", "source", "selector"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {path.removeprefix("data/"): made for path, made in exports(sample(), SITE)}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return dataset(sample())


def test_yaml_holds_what_json_holds(files: dict[str, bytes], data: dict[str, Any]) -> None:
    assert yaml.safe_load(files["dossier.yml"]) == data


@pytest.fixture
def database(files: dict[str, bytes]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["dossier.sqlite"])
    return connection


def test_the_database_is_whole_and_its_references_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_database_holds_every_item(database: sqlite3.Connection, data: dict[str, Any]) -> None:
    for table in ("actors", "themes", "sources", "records", "sentences", "discrepancies"):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == len(data[table]), table
    held = database.execute("SELECT record, number, text FROM passages ORDER BY rowid").fetchall()
    assert held == [
        (one["id"], number, passage["text"])
        for one in data["records"]
        for number, passage in enumerate(one["passages"], 1)
    ]
    answers = database.execute('SELECT response, "to", how FROM answers ORDER BY rowid').fetchall()
    assert answers == [(one["id"], to["to"], to["how"]) for one in data["records"] for to in one["answers"]]


def test_the_database_finds_words_in_statements_and_passages(
    database: sqlite3.Connection, data: dict[str, Any]
) -> None:
    wanted = data["records"][0]["passages"][0]["text"].split()[0].strip("“”\"',.").lower()
    found = database.execute("SELECT record, passage FROM search WHERE text MATCH ?", (f'"{wanted}"',)).fetchall()
    assert (data["records"][0]["id"], 1) in found


def test_a_large_database_is_made_where_no_file_can_be_written(data: dict[str, Any]) -> None:
    resource = pytest.importorskip("resource")
    large = [{**data["records"][0], "id": f"C{number}", "note": "words " * 2000} for number in range(1000)]
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        made = make_database(data | {"records": large})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert len(made) > 10_000_000


def test_the_data_package_is_valid(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, made in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    described = json.loads(files["datapackage.json"])
    assert {one["path"] for one in described["resources"]} == {
        name for name in files if "/" not in name and name != "datapackage.json"
    }
    for one in described["resources"]:
        assert one["hash"] == f"sha256:{hashlib.sha256(files[one['path']]).hexdigest()}"
        assert one["bytes"] == len(files[one["path"]])


def test_a_changed_table_is_no_valid_package(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, made in files.items():
        if "/" not in name:
            (tmp_path / name).write_bytes(made)
    table = (tmp_path / "passages.csv").read_bytes()
    (tmp_path / "passages.csv").write_bytes(table.replace(b",S1,", b",S9,", 1))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_annotations_follow_the_model(files: dict[str, bytes], data: dict[str, Any]) -> None:
    page = json.loads(files["annotations.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for one in page["items"]:
        Draft202012Validator(ANNOTATION).validate(one)
    passages = [passage for record in data["records"] for passage in record["passages"]]
    selectors = [one["target"][0]["selector"] for one in page["items"]]
    assert [(quote["exact"], place["start"], place["end"]) for quote, place in selectors] == [
        (passage["text"], passage["start"], passage["end"]) for passage in passages
    ]
    assert page["items"][0]["id"] == "https://dossier.example/project/claims/C1/#p1"


def test_a_seed_is_named_by_its_hash() -> None:
    # RFC 6920, section 3: "Hello World!" under SHA-256.
    assert seed_name(hashlib.sha256(b"Hello World!").hexdigest()) == (
        "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
    )


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("a well-known\nfact, he said", "a well-known fact, he said"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "one two three four five"),
    ],
)
def test_a_text_fragment_picks_the_words_out(text: str, directive: str) -> None:
    passage = Passage(source="S1", start=0, end=len(text), text=text, mode="direct", rule="person")
    made = text_fragment("https://outlet.example/a#top", passage)
    page, _, found = made.partition("#:~:text=")
    assert page == "https://outlet.example/a"
    first, *rest = found.split(",")
    assert unquote(first) == directive
    assert "-" not in found
    assert [unquote(one) for one in rest] == ([" ".join(text.split()[-5:])] if len(text.split()) > 12 else [])


def as_graph(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(
        data=text.replace('"https://schema.org"', '{"@vocab": "https://schema.org/"}'), format="json-ld"
    )


SCHEMA = rdflib.Namespace("https://schema.org/")


def test_linked_data_is_read_as_claims_with_authors_and_quotations(
    files: dict[str, bytes], data: dict[str, Any]
) -> None:
    graph = as_graph(files["dossier.jsonld"].decode("utf-8"))
    claims = set(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert claims == {rdflib.URIRef(SITE.base + one["url"]) for one in data["records"] if one["kind"] != "event"}
    for claim in claims:
        assert len(list(graph.objects(claim, SCHEMA.text))) == 1
        assert len(list(graph.objects(claim, SCHEMA.author))) == 1
    quotations = set(graph.subjects(rdflib.RDF.type, SCHEMA.Quotation))
    assert len(quotations) == sum(len(one["passages"]) for one in data["records"])
    assert {str(text) for one in quotations for text in graph.objects(one, SCHEMA.text)} == {
        passage["text"] for one in data["records"] for passage in one["passages"]
    }


def test_linked_data_cannot_end_its_script_element() -> None:
    made = script({"@type": "WebPage", "name": "</script><script>alert(1)</script><!--"})
    assert "<" not in made
    assert json.loads(made)["name"].startswith("</script>")


def test_the_bibliography_holds_the_dossier_its_records_and_its_articles(
    files: dict[str, bytes], data: dict[str, Any]
) -> None:
    entries = pybtex.database.parse_bytes(files["bibliography.bib"], "bibtex").entries
    assert list(entries) == [
        "dossier",
        *(one["id"] for one in data["records"]),
        *(one["id"] for one in data["sources"]),
    ]
