from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from sample_dossier import RECORDS, sample
from site_reader import TEMPLATES

from diptych.dossier import Dossier
from diptych.records import Record
from diptych.render import Site, language
from diptych.render.dataset import dataset, exports
from diptych.render.dataset.export import RELEASES
from diptych.render.dataset.publishing import revision
from diptych.render.dataset.schemas import WRITTEN, dataset_schema, schema_file
from diptych.render.dataset.tables import guarded, tables
from diptych.render.views.data import FILES
from diptych.spans import Span, lies_on

SITE = Site(language=language([TEMPLATES], "en"))
#: The contract's keys, in its order; what follows them is ours to add.
KEYS = {
    "": "schema title version parties actors themes sources records sentences discrepancies",
    "parties": "reporting responding",
    "actors": "id name kind role affiliation party aliases",
    "themes": "id title",
    "sources": "id file start end sha256 title publisher authors published copy_of kind",
    "records": "id kind statement themes actor addressee answers status url revision passages",
    "passages": "source start end text mode actor cue rule",
    "answers": "to how",
    "sentences": "source start end use records",
    "discrepancies": "id kind what passages",
}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return dataset(sample())


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))


def test_the_keys_of_the_contract_come_first_and_in_its_order(data: dict[str, Any]) -> None:
    held = {
        "": data,
        "passages": data["records"][0]["passages"][0],
        "answers": next(record["answers"][0] for record in data["records"] if record["answers"]),
    }
    for name, keys in KEYS.items():
        item = held.get(name) or (data[name] if name == "parties" else data[name][0])
        assert list(item)[: len(keys.split())] == keys.split(), name


def test_it_follows_its_schema(data: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(dataset_schema())
    Draft202012Validator(dataset_schema()).validate(data)
    assert dataset_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert data["schema"] == "diptych/1"


def parts(node: Any) -> list[dict[str, Any]]:
    """Every object schema within a schema that lists properties."""
    if isinstance(node, dict):
        own = [node] if "properties" in node else []
        return own + [part for value in node.values() for part in parts(value)]
    return [part for value in node for part in parts(value)] if isinstance(node, list) else []


def test_the_schema_is_strict() -> None:
    found = parts(dataset_schema())
    assert len(found) >= 10
    for part in found:
        assert part["additionalProperties"] is False
        assert sorted(part["required"]) == sorted(part["properties"])


@pytest.mark.parametrize("path", [("version",), ("sources", 0, "sha256"), ("records", 0, "passages", 0, "cue")])
def test_the_schema_refuses_a_missing_key(path: tuple[Any, ...], data: dict[str, Any]) -> None:
    broken = json.loads(json.dumps(data))
    holder = broken
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    with pytest.raises(ValidationError, match="is a required property"):
        Draft202012Validator(dataset_schema()).validate(broken)


def test_a_record_says_its_kind_and_address(data: dict[str, Any]) -> None:
    found = {record["id"]: (record["kind"], record["url"]) for record in data["records"]}
    assert found["C2"] == ("claim", "claims/C2/")
    assert found["A1"] == ("recommendation", "recommendations/A1/")
    assert found["E1"] == ("event", "events/E1/")


def test_the_parties_are_actors_even_where_nobody_listed_them() -> None:
    bare = dataset(sample(actors=[], records=[], discrepancies=[]))
    assert bare["parties"] == {"reporting": "coastal-audit-board", "responding": "brannick-port-company"}
    assert [(actor["id"], actor["kind"], actor["party"]) for actor in bare["actors"]] == [
        ("brannick-port-company", "organisation", "responding"),
        ("coastal-audit-board", "organisation", "reporting"),
    ]
    Draft202012Validator(dataset_schema()).validate(bare)


def test_actors_are_sorted_by_id(data: dict[str, Any]) -> None:
    ids = [actor["id"] for actor in data["actors"]]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def expected_ledger(dossier: Dossier) -> list[tuple[Any, ...]]:
    """The ledger worked out passage by passage and sentence by sentence."""
    made = []
    for source in dossier.sources:
        for sentence in source.sentences:
            on = [
                record.id
                for record in dossier.records
                if any(p.source == source.id and lies_on(p.span, sentence.span) for p in record.passages)
            ]
            use = "copy" if source.kind == "copy" else "record" if on else sentence.use
            made.append((source.id, sentence.start, sentence.end, use, sorted(on)))
    return made


def test_the_ledger_lists_every_sentence_of_every_source(data: dict[str, Any]) -> None:
    found = [(one["source"], one["start"], one["end"], one["use"], one["records"]) for one in data["sentences"]]
    assert found == expected_ledger(sample())
    assert {use for _, _, _, use, _ in found} == {"record", "context", "noise", "copy"}


def spans(draw: st.DrawFn) -> list[list[Any]]:
    edges = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=12)))
    return [[start, end, "noise"] for start, end in zip(edges[::2], edges[1::2], strict=False)]


@given(st.data())
def test_the_ledger_of_any_passages(data: st.DataObject) -> None:
    sentences = data.draw(st.composite(spans)())
    places = data.draw(st.lists(st.tuples(st.integers(0, 59), st.integers(1, 40)), min_size=1, max_size=5))
    records = [
        {
            **RECORDS[0],
            "id": f"C{number}",
            "passages": [
                {"source": "S1", "start": start, "end": start + length, "text": "x", "mode": "direct", "rule": "person"}
            ],
        }
        for number, (start, length) in enumerate(places, 1)
    ]
    source = {"id": "S1", "file": "seeds/a.txt", "start": 0, "end": 100, "sha256": "0" * 64, "title": "A"}
    made = sample(sources=[{**source, "sentences": sentences}], records=records, discrepancies=[])
    found = dataset(made)["sentences"]
    assert [(one["source"], one["start"], one["end"], one["use"], one["records"]) for one in found] == expected_ledger(
        made
    )


def test_a_ledger_is_in_the_order_of_the_article() -> None:
    source = {"id": "S1", "file": "seeds/a.txt", "start": 0, "end": 100, "sha256": "0" * 64, "title": "A"}
    stored = [[50, 60, "noise"], [0, 10, "context"]]
    made = dataset(sample(sources=[{**source, "sentences": stored}], records=[], discrepancies=[]))
    assert [Span(one["start"], one["end"]) for one in made["sentences"]] == [(0, 10), (50, 60)]


def record(**changed: Any) -> Record:
    return Record.model_validate({**RECORDS[0], **changed})


def test_a_revision_changes_with_the_content_and_with_nothing_else() -> None:
    first = revision(record())
    assert re.fullmatch("[0-9a-f]{12}", first)
    assert revision(record(note="", date=None)) == first
    assert revision(record(statement="Something else.")) != first
    assert revision(record(note="Seen.")) != first


def test_a_revision_is_the_hash_of_canonical_json() -> None:
    passage = {"source": "S1", "start": 1, "end": 4, "text": "çay", "mode": "direct", "rule": "person"}
    tea = {"id": "C1", "statement": "Tea.", "actor": "a", "status": "reviewed", "passages": [passage]}
    canonical = (
        '{"actor":"a","id":"C1","passages":[{"end":4,"mode":"direct","rule":"person","source":"S1","start":1,"text":"çay"}],'
        '"statement":"Tea.","status":"reviewed"}'
    )
    assert revision(Record.model_validate(tea)) == hashlib.sha256(canonical.encode()).hexdigest()[:12]


def test_every_file_that_the_data_page_offers(data: dict[str, Any]) -> None:
    files = dict(exports(sample(), SITE))
    offered = {*dict(FILES), *map(schema_file, WRITTEN)} - {RELEASES}  # this dossier was never released
    assert set(files) == {f"data/{name}" for name in offered}
    assert json.loads(files["data/dossier.json"]) == data
    assert json.loads(files["data/dossier.schema.json"]) == dataset_schema()
    assert files["data/dossier.json"].endswith(b"}\n")
    assert "Čapek" in files["data/dossier.json"].decode("utf-8")


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert list(exports(sample(), SITE)) == list(exports(sample(), SITE))


def test_tables_hold_what_the_dataset_holds(data: dict[str, Any]) -> None:
    files = tables(data)
    passages = rows(files["passages.csv"])
    assert [row["text"] for row in passages] == [p["text"] for r in data["records"] for p in r["passages"]]
    assert [row["number"] for row in passages if row["record"] == "C2"] == ["1", "2", "3"]
    answers = {row["id"]: row["answers"] for row in rows(files["records.csv"])}
    assert answers["R2"] == "C2 denies; C1 gives-another-account"
    assert answers["R1"] == "report rejects"
    assert [int(row["start"]) for row in rows(files["sentences.csv"])] == [one["start"] for one in data["sentences"]]
    assert [row["id"] for row in rows(files["actors.csv"])] == [actor["id"] for actor in data["actors"]]
    assert [row["sha256"] for row in rows(files["sources.csv"])] == [one["sha256"] for one in data["sources"]]
    differing = rows(files["discrepancies.csv"])
    assert [row["text"] for row in differing] == [p["text"] for d in data["discrepancies"] for p in d["passages"]]


def test_tables_end_their_lines_as_rfc_4180_says(data: dict[str, Any]) -> None:
    made = tables(data)
    assert "records.csv" in made
    for table in made.values():
        assert table.endswith(b"\r\n")
        assert not table.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("+3 per cent", "'+3 per cent"),
        ("-x", "'-x"),
        ("@all", "'@all"),
        ("\tx", "'\tx"),
        ("'=1", "''=1"),
        ("'tis so", "'tis so"),
        ("“We”", "“We”"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


@given(st.text(st.sampled_from("'=-a\t@"), max_size=6))
def test_the_guard_can_be_taken_off_again(text: str) -> None:
    cell = guarded(text)
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert (cell[1:] if re.match(r"''*[=+\-@\t\r]", cell) else cell) == text


def test_the_schemas_of_the_files_people_write() -> None:
    files = dict(exports(sample(), SITE))
    schemas = {name[12:-12]: json.loads(made) for name, made in files.items() if name.startswith("data/schema/")}
    assert sorted(schemas) == [
        *(
            "actors",
            "card",
            "cues",
            "discrepancy",
            "dossier",
            "permalinks",
            "record",
            "rejected",
            "releases",
            "source",
            "themes",
            "words",
        )
    ]
    for made in schemas.values():
        Draft202012Validator.check_schema(made)
    source = {"id": "S1", "file": "seeds/a.txt", "start": 0, "end": 9, "sha256": "0" * 64, "title": "A"}
    check = Draft202012Validator(schemas["source"])
    assert check.is_valid({**source, "sentences": [[0, 9, "noise"]]})
    assert not check.is_valid({**source, "sentences": [[0, 9, "record"]]})
    assert not check.is_valid({**source, "sentences": [[0, 9]]})
    assert not check.is_valid({**source, "titel": "B"})
    assert Draft202012Validator(schemas["record"]).is_valid(RECORDS[0])
    assert Draft202012Validator(schemas["actors"]).is_valid(
        [{"id": "a", "name": "A", "kind": "person", "party": "third"}]
    )
    assert not Draft202012Validator(schemas["actors"]).is_valid({"id": "a"})
