"""The models of what stands in the files of content/."""

from typing import Any

import pytest
from pydantic import ValidationError

from diptych.records import Passage, Record, Sentence, Source
from diptych.spans import Span

SOURCE = {"id": "S1", "file": "seeds/a.txt", "start": 2, "end": 9, "sha256": "0" * 64, "title": "A"}


def passage(**changes: object) -> Passage:
    data = {"source": "S1", "start": 0, "end": 4, "text": "text", "mode": "direct", "rule": "person"}
    return Passage.model_validate(data | changes)


def test_a_records_id_says_its_kind() -> None:
    record = Record(id="A3", statement="Said.", actor="x", status="proposed", passages=(passage(),))
    assert record.kind == "recommendation"


@pytest.mark.parametrize("given", ["C0", "c1", "X1", "C", "C01", "C1 ", "R1/../C2"])
def test_what_no_id_looks_like(given: str) -> None:
    with pytest.raises(ValidationError):
        Record(id=given, statement="Said.", actor="x", status="proposed", passages=(passage(),))


def test_a_passage_has_its_own_number_or_the_next() -> None:
    passages = (passage(), passage(number=4), passage(start=2))
    record = Record(id="C3", statement="Said.", actor="x", status="proposed", passages=passages)
    assert [number for number, _ in record.numbered] == [1, 4, 5]


def test_a_passage_is_never_empty() -> None:
    with pytest.raises(ValidationError, match="must be greater than start"):
        passage(start=4)


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        passage(speaker="x")


def test_a_sentence_is_written_as_a_list() -> None:
    source = Source.model_validate(SOURCE | {"sentences": [[3, 9, "noise"]]})
    assert source.sentences == (Sentence(start=3, end=9, use="noise"),)


@pytest.mark.parametrize("broken", [[5], [[3, 9]], [[-3, 9, "noise"]], [[3, 9, "other"]], [{"start": 3, "ends": 9}]])
def test_what_is_no_sentence_is_refused(broken: list[Any]) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate(SOURCE | {"sentences": broken})


def test_what_stands_in_a_seed_has_a_span_and_keeps_its_keys_in_order() -> None:
    source = Source.model_validate(SOURCE)
    assert source.span == passage(start=2, end=9).span == Sentence(start=2, end=9).span == Span(2, 9)
    assert list(source.model_dump())[:4] == ["id", "file", "start", "end"]


def test_lists_call_a_source_by_its_label_its_publisher_or_the_beginning_of_its_title() -> None:
    long = "Harbour board hid the survey of the two piers for a year, an inspector says; owners deny it"
    known = {"id": "S1", "file": "seeds/a.txt", "start": 0, "end": 9, "sha256": "0" * 64, "title": long}
    assert Source(**known).name == "“Harbour board hid the survey of the two piers…”"
    assert Source(**known, publisher="Coast Mail").name == "Coast Mail"
    assert Source(**known, publisher="Coast Mail", label="Mail").name == "Mail"
