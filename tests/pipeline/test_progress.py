"""The line of progress."""

from __future__ import annotations

import io

import pytest

from diptych.progress import Line, described, shown


@pytest.mark.parametrize(
    ("done", "seconds", "told"),
    [
        (0, 0.0, "reading: 0 of 1,000 sources"),
        (120, 2.0, "reading: 120 of 1,000 sources, 60 a second, 15 s left"),
        (2, 4.0, "reading: 2 of 1,000 sources, 0.5 a second, 33 min 16 s left"),
        (1000, 10.0, "reading: 1,000 of 1,000 sources, 100 a second, 0 s left"),
    ],
)
def test_rate_and_remaining_time(done: int, seconds: float, told: str) -> None:
    assert described("reading", done, 1000, seconds) == told


def test_short_work_shows_nothing() -> None:
    stream, now = io.StringIO(), [0.0]
    line = Line(stream, lambda: now[0])
    for number in range(5):
        now[0] = number / 10
        line("reading", number, 5)
    line("pairing", 0, 0)
    line.clear()
    assert stream.getvalue() == ""


def test_long_work_shows_each_phase_and_leaves_nothing() -> None:
    stream, now = io.StringIO(), [0.0]
    line = Line(stream, lambda: now[0])
    for number in range(31):
        now[0] = number / 10
        line("reading", number, 100)
    line("pairing", 0, 0)
    line.clear()
    shown = stream.getvalue().split("\r\x1b[K")
    assert "reading: 30 of 100 sources, 10 a second, 7 s left" in shown
    assert shown[-2:] == ["pairing …", ""]
    assert all("reading: 9 " not in one for one in shown)


def test_no_terminal_no_line() -> None:
    stream = io.StringIO()
    with shown(stream) as progress:
        for number in range(2000):
            progress("reading", number, 2000)
        progress("pairing", 0, 0)
    assert stream.getvalue() == ""
