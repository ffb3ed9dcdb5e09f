"""Names that a seed may have on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.gather import safe_name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Ferry line - pays", "Ferry-line-pays"),
        ("..", "article"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("CON", "article-CON"),
        ("com1.backup", "article-com1.backup"),
        ("README", "article-README"),
        ("name.", "name"),
        ("渡轮公司回应", "渡轮公司回应"),
        ("cafe\u0301", "café"),
        ("a\u202eb\n\0?", "a-b"),
        ("", "article"),
    ],
)
def test_a_name_is_safe(stem: str, name: str) -> None:
    assert safe_name(stem, ()) == name


def test_a_name_is_given_once_whatever_its_case() -> None:
    assert safe_name("Ferry", {"ferry", "ferry-2"}) == "Ferry-3"


@given(st.text(max_size=300))
def test_any_name_becomes_one_for_every_system(stem: str) -> None:
    name = safe_name(stem, ())
    assert 0 < len(name.encode("utf-8")) < 140
    assert name == name.strip(". -")
    assert not set(name) & set('<>:"/\\|?*') | {sign for sign in name if not sign.isprintable()}
