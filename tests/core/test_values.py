"""The values of a dossier: what IDs look like and how they sort, names of files, ids made of names."""

import pytest
from pydantic import TypeAdapter, ValidationError

from diptych.values import LETTERS, RecordId, id_key, kind_of, record_key, reserved, shortened, slug


@pytest.mark.parametrize("given", ["C0", "c1", "X1", "C", "C01", "C1 ", "R1/../C2"])
def test_what_no_id_looks_like(given: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(RecordId).validate_python(given)


def test_the_letter_of_an_id_is_that_of_its_kind() -> None:
    assert {kind_of(f"{letter}7"): letter for letter in LETTERS.values()} == LETTERS
    with pytest.raises(KeyError):
        kind_of("D7")


def test_ids_sort_by_number() -> None:
    assert sorted(["C10", "C2", "A1"], key=id_key) == ["A1", "C2", "C10"]


def test_records_sort_by_kind_and_number() -> None:
    assert sorted(["E1", "T2", "A1", "R10", "R9", "C2"], key=record_key) == ["C2", "R9", "R10", "A1", "T2", "E1"]


@pytest.mark.parametrize(
    ("name", "made"), [("Zoë O’Hara-Łukasz", "zoe-ohara-ukasz"), ("  UN Office (X) ", "un-office-x"), ("北京", "x")]
)
def test_a_slug_has_only_plain_letters(name: str, made: str) -> None:
    assert slug(name) == made


@pytest.mark.parametrize(("name", "kept"), [("con", True), ("Aux .yml", True), ("lpt1.tar.gz", True), ("cone", False)])
def test_the_names_of_devices_are_known_whatever_the_ending(name: str, kept: bool) -> None:
    assert reserved(name) is kept
    assert not reserved(slug(name))


def test_shortened_at_a_word():
    assert shortened("one two  three", 14) == "one two three"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("x" * 20, 9) == "xxxxxxxx…"
    assert shortened("报告 说海滩的沙子来自受保护的沙洲", 9) == "报告 说海滩的沙…"
