"""Printed pages as running text."""

from __future__ import annotations

from diptych.gather.paper import Line, running
from diptych.lexicons import laying

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


BODY = [
    "The Harbour Safety Board said on Tuesday that Osmund Ferries had held no",
    "lifeboat drill on four of its six ships since 2023, and that the crews had",
    "been told to write down others.",
]


def test_a_heading_in_larger_letters_is_one_line_and_a_wider_gap_ends_a_paragraph() -> None:
    heading = [Line("Ferry line was", 26, 700), Line("Warned of", 26, 668), Line("lifeboats", 26, 636)]
    first = [Line(said, 11, 600 - 14 * number) for number, said in enumerate(BODY)]
    full = "The line answered that every drill had been held, and that the logs show it."
    second = [Line(full, 11, 544), Line("It sails on.", 11, 516)]
    assert running([[*heading, *first, *second]]).split("\n\n") == [
        "Ferry line was Warned of lifeboats",
        " ".join(BODY),
        full,
        "It sails on.\n",
    ]


def test_lines_of_one_size_and_no_known_place_are_read_as_before() -> None:
    assert running([[Line(said) for said in BODY]]) == running(["\n".join(BODY)])


def test_the_number_of_a_page_is_known_in_the_dossiers_words() -> None:
    pages = [f"Text of page {number}.\nSeite {number} von 3" for number in range(1, 3)]
    assert "Seite" in running(pages)
    with laying((("saved", "page: [seite]\nof: [von]\n"),)):
        assert "Seite" not in running(pages)
