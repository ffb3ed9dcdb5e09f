"""How cost grows, drawn: both scales logarithmic, so that what grows in proportion is a straight line."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _FOOT = 640, 420, 60, 110, 20, 50
_DASHES = ("", "8 3", "2 3", "8 3 2 3", "4 4", "1 3", "12 4", "6 2 2 2")


def growth(grown: dict[str, list[tuple[int, float]]]) -> str:
    """An SVG of processor seconds by number of records, one line a name, told apart by dashes and by names beside."""
    points = [point for line in grown.values() for point in line]
    across = _scale([number for number, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _scale([seconds for _, seconds in points], _HEIGHT - _FOOT, _TOP)
    drawn = []
    for number in sorted({number for number, _ in points}):
        drawn.append(_text(across(number), _HEIGHT - _FOOT + 20, f"{number:,}", "middle"))
    for power in range(-2, 4):
        low, high = min(seconds for _, seconds in points), max(seconds for _, seconds in points)
        if low <= 10**power <= high:
            y = up(10**power)
            drawn.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#bbb"/>')
            drawn.append(_text(_LEFT - 8, y + 4, f"{10**power:g} s", "end"))
    ends = sorted((up(line[-1][1]), name) for name, line in grown.items())
    places, last = {}, -math.inf
    for y, name in ends:
        last = max(y, last + 15)
        places[name] = last
    for at, (name, line) in enumerate(grown.items()):
        path = " ".join(f"{'L' if one else 'M'}{across(n):.1f} {up(s):.1f}" for one, (n, s) in enumerate(line))
        width = 3 if name == "diptych" else 1.5
        line_of = f'stroke="#222" stroke-width="{width}" stroke-dasharray="{_DASHES[at % len(_DASHES)]}"'
        drawn.append(f'<path d="{path}" fill="none" {line_of}/>')
        drawn.append(_text(_WIDTH - _RIGHT + 8, places[name] + 4, name, "start"))
    drawn.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 8, "records", "middle"))
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="13" role="img" aria-label="Processor seconds for a build from nothing, by number of records">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    low, high = math.log(min(values)), math.log(max(values))

    def place(value: float) -> float:
        return start + (end - start) * (math.log(value) - low) / ((high - low) or 1)

    return place


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
