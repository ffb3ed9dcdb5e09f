from __future__ import annotations

from pathlib import Path

import pytest

from diptych.drafts import Article, Seed
from diptych.ingest import ingest
from diptych.ingest.clutter import clutter

CASES = Path(__file__).parent / "cases" / "clutter.md"


def cases() -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        use, colon, said = line.partition(": ")
        if colon and use in ("noise", "context"):
            found.append((number, use, said))
    return found


def article(text: str) -> Article:
    (one,) = ingest([Seed("seeds/a.txt", text, "")])
    return one


def noise(text: str) -> list[str]:
    return [text[one.start : one.end] for one in article(text).sentences if one.use == "noise"]


@pytest.mark.parametrize(("number", "use", "said"), cases())
def test_lines(number: int, use: str, said: str) -> None:
    assert (clutter(said) is not None) == (use == "noise"), f"clutter.md:{number}"


def test_there_are_cases() -> None:
    assert len(cases()) >= 39


BODY = "The river authority said on Monday that the bridge at Harrow would be closed for two years."


def test_clutter_within_a_paragraph() -> None:
    text = f"{BODY} Are you on Telegram? Subscribe to our channel for updates. ArrowRight The mayor was away."
    assert noise(text) == ["Are you on Telegram?", "Subscribe to our channel for updates.", "ArrowRight"]


def test_an_advert_fills_its_paragraph() -> None:
    text = f"{BODY}\n\nSPONSORED: Rust is a choice. Our paint outlives the bridge. Ask for a tin\n\n{BODY}"
    assert noise(text) == ["SPONSORED: Rust is a choice.", "Our paint outlives the bridge.", "Ask for a tin"]


def test_a_credit_makes_its_paragraph_a_caption() -> None:
    text = f"{BODY}\n\nThe bridge at dawn. PHOTO: AFP\n\n{BODY}"
    assert noise(text) == ["The bridge at dawn.", "PHOTO: AFP"]


def test_a_credit_in_a_long_paragraph_is_noise_alone() -> None:
    text = f"{BODY} {BODY} {BODY} {BODY} {BODY} The bridge at dawn. PHOTO: AFP"
    assert noise(text) == ["PHOTO: AFP"]


def test_a_title_pointed_to_goes_on_to_the_end_of_its_line() -> None:
    text = f"{BODY}\n\nRelated: Is it time to paint? Our guide to rivets\n\n{BODY}"
    assert noise(text) == ["Related: Is it time to paint?", "Our guide to rivets"]
    assert noise(f"{BODY}\n\nRead more: Is it time to paint? The board says it is.") == [
        "Read more: Is it time to paint?"
    ]


def test_headline_is_context_and_section_headings_are_noise() -> None:
    text = f"Bridge at Harrow shut for two years\n\n{BODY}\n\nWhat comes next\n\n{BODY}"
    assert noise(text) == ["What comes next"]


def test_items_of_a_list_are_context() -> None:
    text = (
        f"{BODY}\n\nThe inspectors asked the town to:\n\nClose the bridge\n\nPay the ferryman\n\n{BODY}\n\nLocal news"
    )
    assert noise(text) == ["Local news"]


def test_long_paragraph_is_no_clutter() -> None:
    text = "Bridge shut\n\n" + " ".join([BODY] * 40)
    assert noise(text) == []


def test_quotation_is_never_a_heading() -> None:
    assert noise(f"{BODY}\n\n“Not one plank”\n\n{BODY}") == []


def test_lists_of_other_articles_are_noise() -> None:
    text = f"{BODY}\n\nRELATED\n\n• Who pays for the bridge?\n\n• The ferryman of Harrow speaks.\n\n{BODY}"
    assert noise(text) == ["RELATED", "• Who pays for the bridge?", "• The ferryman of Harrow speaks."]


def test_a_correction_is_noise_to_its_end() -> None:
    text = f"{BODY}\n\nCorrection: last week we gave its length as 41 yards. It has 14.\n\n{BODY}"
    assert noise(text) == ["Correction: last week we gave its length as 41 yards.", "It has 14."]


def test_a_question_over_what_answers_it_is_a_heading() -> None:
    text = (
        f"Bridge at Harrow shut\n\n{BODY}\n\nWhat did the engineers find?\n\nRust.\n\nWhat did you find?\n\nRust again."
    )
    assert noise(text) == ["What did the engineers find?"]


def test_a_question_within_a_paragraph_is_text() -> None:
    assert noise(f"Bridge at Harrow shut\n\n{BODY} Who would pay? Nobody would say.") == []


def test_the_line_right_over_a_credit_is_a_caption() -> None:
    text = f"Bridge at Harrow shut\n\n{BODY}\n\nThe bridge at dawn.\nPhotograph: A. Holt\n\n{BODY}"
    assert noise(text) == ["The bridge at dawn.", "Photograph: A. Holt"]
    apart = f"Bridge at Harrow shut\n\n{BODY}\n\nThe bridge is shut.\n\nPhotograph: A. Holt\n\n{BODY}"
    assert noise(apart) == ["Photograph: A. Holt"]
