"""Who is he and who is she, and whom a pronoun means."""

from __future__ import annotations

import re

from diptych.extract.people import People, narration, sexes
from diptych.spans import Span


def sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"\S[^.\n]*\.[”\"]?", text)]


def test_courtesy_titles_tell() -> None:
    text = "Ms Ada Lind met Mr Ivo Brand."
    assert sexes([text], [sentences(text)], [["Ada Lind", "Ivo Brand"]]) == {"Ada Lind": "she", "Ivo Brand": "he"}


def test_a_pronoun_tells_where_one_person_is_named() -> None:
    text = "Ada Lind said that she would sail."
    assert sexes([text], [sentences(text)], [["Ada Lind"]]) == {"Ada Lind": "she"}


def test_the_subject_of_the_sentence_before() -> None:
    text = "Ada Lind met Ivo Brand. She left."
    people = People(text, sentences(text), ["Ada Lind", "Ivo Brand"], {"Ada Lind": "she", "Ivo Brand": "he"})
    assert people.subject(text.index("She"), "she") == "Ada Lind"
    assert people.before(text.index("She"), "he") == "Ivo Brand"


def test_a_surname_counts_where_the_full_name_stands_too() -> None:
    text = "Ada Lind spoke. Lind left. Brand stayed."
    people = People(text, sentences(text), ["Ada Lind", "Ivo Brand"], {})
    assert people.within(Span(0, len(text))) == ["Ada Lind", "Ada Lind"]


def test_quotations_are_blanked_in_place() -> None:
    text = "She said “Brand lied. He did” and left."
    told = narration(text, Span(0, len(text)))
    assert len(told) == len(text)
    assert "Brand" not in told
    assert told.endswith(" and left.")


def test_given_names_tell_unless_pronouns_do() -> None:
    text = "Wilma Rask came. Tobias Lind, who lost her boat, wrote. She wept. Kim Reed left."
    assert sexes([text], [sentences(text)], [["Wilma Rask", "Kim Reed"]]) == {"Wilma Rask": "she"}
