"""Somebody of somebody: Ada Lind's co-author; her doctoral student, where "her" means a person named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from diptych.spans import Span

#: Titles of priests, which are for kin in small letters.
CLERICAL = frozenset(("Father", "Mother", "Sister", "Brother"))
_ONES = (
    r"(?:(?!(?:former|ex|erstwhile|late|old|estranged|one-time|onetime)\b)[a-zA-Z-]+\s+){0,2}?(?:co-authors?"
    r"|colleagues?|co-workers?|collaborators?|team|students?|assistants?|deputy"
    r"|deputies|lawyers?|spokes(?:man|woman|person)|aides?|advis[eo]rs?|publicists?|chief\s+of\s+staff|successor)\b"
)
_OWNED = re.compile(r"['’]s?\s+" + _ONES)
#: Not a student of just anybody: only those who study under somebody work on what that one makes.
_HIS = re.compile(
    r"(his|her)\s+(?=(?:own\s+)?(?:doctoral|PhD|graduate|postgraduate|research)\s+students?\b)", re.IGNORECASE
)
#: How far back, in code points, the person may be named whom "her" means.
_FAR = 900


def owned(phrase: str) -> int:
    """Where the name ends of the person whose colleague or the like a phrase means; -1 where it means none."""
    found = _OWNED.search(phrase)
    return found.start() if found else -1


def with_name(phrase: str, at: int, places: Sequence[tuple[Span, str]], sexes: Mapping[str, str]) -> str:
    """A phrase about somebody at an offset, with the name for "his" or "her"; `places` are the names of the text."""
    his = _HIS.match(phrase)
    if his is None:
        return phrase
    sex = "he" if his[1].lower() == "his" else "she"
    before = bisect_left(places, at, key=lambda place: place[0].start)
    for span, name in reversed(places[:before]):
        if at - span.start > _FAR:
            break
        if sexes.get(name, sex) == sex:
            return f"{name}’s {phrase[his.end() :]}"
    return phrase
