"""YAML read strictly, with places, and written in one stable form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import yamlio

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
keys = st.text("abcdefgh_", min_size=1, max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_is_written_is_read_again(data: object) -> None:
    document = yamlio.read(yamlio.dump(data), "f.yml")
    assert not document.problems
    assert document.data == data


@given(values)
def test_writing_again_changes_nothing(data: object) -> None:
    once = yamlio.dump(data)
    assert yamlio.dump(yamlio.load(once, "f.yml")) == once


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(source: str) -> None:
    yamlio.read(source, "f.yml")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["- ", "-  ", "-\n", "? ", ": ", "[", "{", "]", "}", ",", "a: ", "\n ", "\n", "x", "&a ", "*a "]
            ),
            st.integers(1, 3000),
        ),
        max_size=6,
    )
)
def test_no_indicators_break_the_reader(runs: list[tuple[str, int]]) -> None:
    document = yamlio.read("".join(sign * count for sign, count in runs), "f.yml")
    assert document.place(("a", 0))
    assert not document.problems or document.problems[0].line > 0


@pytest.mark.parametrize("run", ["- ", "-  ", "- ? ", "? ", "[", "{", "[? ", "- - ? "])
def test_what_nests_too_deep_is_refused_before_it_is_built(run: str) -> None:
    problem = yamlio.read(run * 20_000, "f.yml").problems[-1]
    assert (problem.code, problem.message) == ("yaml-syntax", "nested more than 50 deep")


def test_what_nests_fifty_deep_is_read() -> None:
    assert yamlio.read("[" * 50 + "]" * 50, "f.yml").problems == []
    assert yamlio.read("[" * 51 + "]" * 51, "f.yml").data is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2022-09-01", "2022-09-01"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("true", True),
        ("~", None),
        ("", None),
        ("-17", -17),
        ("1.5", 1.5),
        ("'1'", "1"),
    ],
)
def test_a_scalar_is_what_it_looks_like(written: str, meant: object) -> None:
    assert yamlio.load(f"value: {written}\n", "f.yml") == {"value": meant}


def test_every_value_and_key_has_its_place() -> None:
    document = yamlio.read("a: 1\nlist:\n- x: 2\n  yy: 3\n", "f.yml")
    assert document.place(("list", 0, "yy")) == (4, 7)
    assert document.key(("list", 0, "yy")) == (4, 3)
    assert document.place(("list", 0, "missing")) == (3, 3)


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", (3, 1)),
        ("a: [1, 2\n", "yaml-syntax", (2, 1)),
        ("a: &x [1]\nb: *x\n", "yaml-alias", (2, 4)),
        ("&x a: 1\n*x : 2\n", "yaml-alias", (2, 1)),
        ("a: *nowhere\n", "yaml-alias", (1, 4)),
        ("a: &x 1\nb: &x 2\n", "yaml-alias", (2, 4)),
        ("a: !!str 12\n", "yaml-tag", (1, 4)),
        ("a: !!int '12'\n", "yaml-tag", (1, 4)),
        ("a: ! 12\n", "yaml-tag", (1, 4)),
        ("a: 1\n!!str b: 2\n", "yaml-tag", (2, 1)),
        ("a: !!map {b: 1}\n", "yaml-tag", (1, 4)),
        ("- !!seq [1]\n", "yaml-tag", (1, 3)),
        ("a: !!python/object:os.system x\n", "yaml-tag", (1, 4)),
        ("? [1]\n: 2\n", "yaml-key", (1, 3)),
        ("? [[1]]\n: {a: 1}\na: 2\n", "yaml-key", (1, 3)),
        ("[" * 10_000, "yaml-syntax", (1, 51)),
        ("- " * 10_000 + "x", "yaml-syntax", (1, 101)),
        ("a: \x00\n", "yaml-syntax", (1, 4)),
        ("a: 1\n---\nb: 2\n", "yaml-syntax", (2, 1)),
    ],
)
def test_what_is_refused(source: str, code: str, place: tuple[int, int]) -> None:
    problem = yamlio.read(source, "f.yml").problems[0]
    assert (problem.code, (problem.line, problem.column)) == (code, place)


def test_an_alias_bomb_does_not_go_off() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    document = yamlio.read("\n".join(lines), "f.yml")
    assert {problem.code for problem in document.problems} == {"yaml-alias"}


def test_what_is_refused_leaves_the_rest_its_data_and_its_place() -> None:
    document = yamlio.read("? [[1]]\n: {a: 1}\na: !x 2\nb: {c: 3}\n", "f.yml")
    assert document.data == {"a": "2", "b": {"c": 3}}
    assert document.place(("a",)) == (3, 4)
    assert document.key(("b", "c")) == (4, 5)


def test_load_says_where_a_file_is_broken() -> None:
    with pytest.raises(ValueError, match=r"f\.yml:2:1: key 'a' stands here again"):
        yamlio.load("a: 1\na: 2\n", "f.yml")


@given(st.lists(st.one_of(st.text("0123456789.eE+-", max_size=12), st.sampled_from(["089123456789", "no", "1.", "~"]))))
def test_words_that_look_like_numbers_are_read_again_as_words(words: list[str]) -> None:
    assert yamlio.load(yamlio.dump({"a": words, "b": {"c": words}}), "a.yml") == {"a": words, "b": {"c": words}}
