"""Printed pages as running text."""

from __future__ import annotations

from diptych.gather.paper import running

FIRST = [
    "The Harbour Safety Board said on Tuesday that Osmund Ferries had held no",
    "lifeboat drill on four of its six ships since 2023, and that the evi-",
]
SECOND = ["dence was clear.", "The evidence stands."]


def test_a_paragraph_goes_on_over_lines_and_pages_and_a_broken_word_is_whole() -> None:
    pages = [
        "\n".join(("Osmund inquiry 2026", *part, str(number)))
        for number, part in enumerate((FIRST, SECOND, ["Third."]))
    ]
    assert running(pages) == (
        "The Harbour Safety Board said on Tuesday that Osmund Ferries had held no lifeboat drill on four of its six "
        "ships since 2023, and that the evidence was clear.\n\nThe evidence stands.\n\nThird.\n"
    )


def test_a_hyphen_stays_where_no_other_place_shows_the_word_whole() -> None:
    lines = "It said on Tuesday that the company had a well-\nknown fault, and that nobody had looked."
    assert (
        running([lines]) == "It said on Tuesday that the company had a well-known fault, and that nobody had looked.\n"
    )


def test_a_head_on_two_pages_only_is_text() -> None:
    assert running(["Ferries\nA first end.", "Ferries\nA second end."]).count("Ferries") == 2
