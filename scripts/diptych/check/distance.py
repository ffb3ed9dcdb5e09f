"""How far words are from those of a text, and where the nearest stand: approximate search by edit distance.

Method: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", Journal of
the ACM 46 (1999), in the form of H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
distances", Nordic Journal of Computing 10 (2003). A column of the matrix is one integer with a bit for each character
of the needle, so that a text of n characters takes n steps of a few integer operations each.
"""

from __future__ import annotations

from diptych.spans import Span

#: How many ends of equal distance are followed back to their starts.
_ENDS = 8


def distances(needle: str, text: str, anchored: bool = False) -> list[int]:
    """For every end in `text`, the fewest edits that turn `needle`, which is not empty, into words that stop there.

    The words start anywhere; `anchored` says that they start where the text does.
    """
    bits = len(needle)
    full, high = (1 << bits) - 1, 1 << (bits - 1)
    where: dict[str, int] = {}
    for place, char in enumerate(needle):
        where[char] = where.get(char, 0) | 1 << place
    up, down, distance = full, 0, bits
    found = []
    for char in text:
        equal = where.get(char, 0)
        vertical = equal | down
        horizontal = (((equal & up) + up) ^ up) | equal
        more = (down | ~(horizontal | up)) & full
        fewer = up & horizontal
        if more & high:
            distance += 1
        elif fewer & high:
            distance -= 1
        more = (more << 1 | anchored) & full
        fewer = (fewer << 1) & full
        up = (fewer | ~(vertical | more)) & full
        down = more & vertical
        found.append(distance)
    return found


def nearest_ends(needle: str, window: Span, text: str, stated: int) -> tuple[int, list[int]]:
    """The fewest edits between `needle` and any words of the window, and where in `text` such words end.

    The ends nearest to where words that start at `stated` would end come first; a handful is given.
    """
    ending = distances(needle, window.of(text))
    fewest = min(ending)
    ends = (window.start + place for place, distance in enumerate(ending, 1) if distance == fewest)
    return fewest, sorted(ends, key=lambda end: abs(end - stated - len(needle)))[:_ENDS]


def nearest_span(needle: str, fewest: int, ends: list[int], text: str, stated: int) -> Span:
    """The words `fewest` edits away that stop at one of the ends: the nearest in length, then in place."""
    spans = [span for end in ends for span in _spans_to(end, fewest, needle, text)]
    return min(spans, key=lambda span: (abs(span.end - span.start - len(needle)), abs(span.start - stated)))


def _spans_to(end: int, fewest: int, needle: str, text: str) -> list[Span]:
    backwards = text[max(0, end - len(needle) - fewest) : end][::-1]
    starting = distances(needle[::-1], backwards, anchored=True)
    return [Span(end - length, end) for length, distance in enumerate(starting, 1) if distance == fewest]
