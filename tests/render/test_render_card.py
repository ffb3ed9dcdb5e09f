"""The social card: drawn the same each time, with all its words inside, and without those that it cannot write."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from support import ROOT

from diptych.dossier import DossierFile
from diptych.render.card import FONT, HEIGHT, WIDTH, card, drawable, letters

FONTS = letters([ROOT / "templates"])
LONG = "A dossier about the dredging of sand and everything that was answered to it since, in many articles, " * 4


def drawn(title: str, reporting: str = "Coastal Audit Board", responding: str = "Brannick Port") -> Image.Image:
    parties = {"reporting": {"name": reporting}, "responding": {"name": responding}}
    made = card(DossierFile.model_validate({"title": title, "parties": parties}), FONTS)
    assert made.startswith(b"\x89PNG")
    assert len(made) < 100_000
    return Image.open(io.BytesIO(made)).convert("L")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many dark pixels there are in a box."""
    return sum(image.crop(box).histogram()[:128])


@pytest.mark.parametrize("title", ["Sand", LONG, "x" * 400, "Łódź and Čapek’s “harbour”"])
@pytest.mark.parametrize("name", ["Board", "Authority for the Protection of Harbours and Coasts of the North " * 2])
def test_words_of_any_length_stay_within_the_margins(title: str, name: str) -> None:
    image = drawn(title, name, name)
    assert image.size == (WIDTH, HEIGHT)
    for edge in (
        (0, 0, 60, HEIGHT),
        (WIDTH - 60, 0, WIDTH, HEIGHT),
        (0, 0, WIDTH, 50),
        (0, HEIGHT - 24, WIDTH, HEIGHT),
    ):
        assert ink(image, edge) == 0
    assert ink(image, (84, 140, WIDTH - 84, 440)) > 500  # the title
    assert ink(image, (84, 440, WIDTH - 84, 462)) == 0  # nothing between it and the line over the parties


def test_the_parties_have_the_same_weight() -> None:
    image = drawn("Sand", "Board", "Board")
    left, right = ink(image, (84, 470, 590, 600)), ink(image, (610, 470, WIDTH - 84, 600))
    assert left == right


def test_equal_words_make_equal_bytes_and_others_do_not() -> None:
    file = {"title": "Sand", "parties": {"reporting": {"name": "Board"}, "responding": {"name": "Port"}}}
    first, second = (card(DossierFile.model_validate(file), FONTS) for _ in range(2))
    assert first == second
    assert card(DossierFile.model_validate(file | {"title": "Sands"}), FONTS) != first


@pytest.mark.parametrize(
    "words", [("评估与答复", "人权办", "中国"), ("Sand", "Board", "ميناء"), ("Песок", "Совет", "Порт")]
)
def test_words_that_the_font_lacks_leave_the_emblem_alone(words: tuple[str, str, str]) -> None:
    image = drawn(*words)
    assert image.tobytes() == drawn("測試", "甲", "乙").tobytes()
    assert ink(image, (0, 470, WIDTH, HEIGHT)) == 0


def test_the_font_of_the_first_folder_that_has_one_is_drawn_in(tmp_path: Path) -> None:
    file = DossierFile.model_validate(
        {"title": "Sand", "parties": {"reporting": {"name": "Board"}, "responding": {"name": "Port"}}}
    )
    assert letters([tmp_path, ROOT / "templates"]) == FONTS
    (tmp_path / FONT).parent.mkdir()
    (tmp_path / FONT).write_bytes(ImageFont.load_default(20).font_bytes)  # type: ignore[union-attr]
    own = letters([tmp_path, ROOT / "templates"])
    assert own != FONTS
    assert card(file, own) != card(file, FONTS)


def test_what_is_no_font_is_known() -> None:
    assert drawable(FONTS)
    assert not drawable(b"wOF2 and no font")
    assert not drawable(b"")
