from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.check.difference import changes, excerpt, named, shown

words = st.lists(st.sampled_from(["weir", "leak", "“", ",", " ", "\n", "pump", "a", "é"]), max_size=25).map("".join)


@given(words, words)
def test_the_changes_are_both_texts(ours: str, theirs: str) -> None:
    parts = changes(ours, theirs)
    assert "".join(part.ours for part in parts) == ours
    assert "".join(part.theirs for part in parts) == theirs
    assert all(part.equal for part in parts) == (ours == theirs)


def test_two_texts_too_long_to_align_differ_as_a_whole() -> None:
    ours, theirs = " ".join(f"a{n}" for n in range(800)), " ".join(f"b{n}" for n in range(800))
    assert changes(f"x {ours} y", f"x {theirs} y")[1] == (ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        ("the pump ran dry", "the pump ran try", "the pump ran [-dry-]{+try+}"),
        ("the old pump ran", "the pump ran", "the [-old -]pump ran"),
        ("pump", "the pump", "{+the +}pump"),
        ("a red weir", "a blue pond", "a [-red weir-]{+blue pond+}"),
        ("no difference", "no difference", "no difference"),
        ("", "", ""),
        ("so it is", "so\u202eit is", "so[- -]{+<U+202E>+}it is"),
        (
            "nobody had ever seen so much water in the valley as in that spring",
            "nobody had ever seen so much mud in the valley as in that spring",
            "…y had ever seen so much [-water-]{+mud+} in the valley as in tha…",
        ),
        ("1 b 2 c 3 d 4 e 5 f", "6 b 7 c 8 d 9 e 0 f", "[-1-]{+6+} b [-2-]{+7+} c [-3-]{+8+} d  and 2 more"),
    ],
)
def test_shown(ours: str, theirs: str, difference: str) -> None:
    assert shown(changes(ours, theirs)) == difference


@pytest.mark.parametrize(
    ("ours", "theirs", "names"),
    [
        ("it's", "it’s", ["U+2019 RIGHT SINGLE QUOTATION MARK instead of U+0027 APOSTROPHE"]),
        ("a b", "a\u00a0b", ["U+00A0 NO-BREAK SPACE instead of U+0020 SPACE"]),
        ("p\u0430id", "paid", ["U+0061 LATIN SMALL LETTER A instead of U+0430 CYRILLIC SMALL LETTER A"]),
        ("le\u200eak", "leak", ["U+200E LEFT-TO-RIGHT MARK too much"]),
        ("leak", "le\u00adak", ["U+00AD SOFT HYPHEN left out"]),
        ("a\nb", "a b", ["U+0020 SPACE instead of U+000A CONTROL CHARACTER"]),
        ("the pump", "the dump", []),
        ("‘a’ ‘a’", "'a' 'a'", [
            "U+0027 APOSTROPHE instead of U+2018 LEFT SINGLE QUOTATION MARK",
            "U+0027 APOSTROPHE instead of U+2019 RIGHT SINGLE QUOTATION MARK",
        ]),
    ],
)  # fmt: skip
def test_named(ours: str, theirs: str, names: list[str]) -> None:
    assert named(changes(ours, theirs)) == names


def test_excerpt() -> None:
    assert excerpt("a short\ttext") == "a short<U+0009>text"
    assert excerpt("x" * 100) == "x" * 40 + "…" + "x" * 40
