"""What pictures are drawn with: words that fit, places that keep their distance, a picture that is mirrored."""

from __future__ import annotations

from diptych.render.pictures.canvas import Canvas, spread
from diptych.render.pictures.letters import width, wrapped


def test_long_names_stay_within_the_picture():
    name = "Interministerial Committee " * 8
    assert all(width(line, 14) <= 150 for line in wrapped(name, 150, 14, 3))
    assert len(wrapped(name, 150, 14, 3)) == 3
    assert wrapped(name, 150, 14, 3)[-1].endswith("…")
    assert wrapped("x" * 200, 100, 14, 2)[-1].endswith("…")
    assert [len(line) for line in wrapped("报告" * 20, 140, 14, 2)] == [10, 10]
    assert wrapped("報告", 140, 14, 2) == ("報告",)
    assert wrapped("", 140, 14) == ()


def test_where_reading_goes_from_right_to_left_the_picture_is_mirrored_and_its_words_are_not():
    def put(direction: str) -> str:
        canvas = Canvas("one", 100, direction)
        canvas.box(10, 0, 20, 5, "full")
        canvas.words(10, 20, ["a word"])
        return str(canvas.svg(30, "A picture", "What it shows"))

    assert '<rect class="full" x="10" y="0" width="20" height="5"/>' in put("ltr")
    assert '<text x="10" y="20">a word</text>' in put("ltr")
    assert '<rect class="full" x="70" y="0" width="20" height="5"/>' in put("rtl")
    assert '<text x="90" y="20">a word</text>' in put("rtl")


def test_places_keep_their_order_and_their_distance():
    assert spread([10, 11, 50], 10, 0, 100) == [10, 20, 50]
    assert spread([95, 96, 97], 10, 0, 100) == [80, 90, 100]
    assert spread([0, 0, 0], 10, 0, 10) == [0, 10, 20]
    assert spread([], 10, 0, 10) == []
