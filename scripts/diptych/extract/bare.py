"""Findings told in nobody's name, in a paragraph where nobody has spoken yet: For a third of the wells no log was kept.

Nobody reads such a sentence for the narrator's own: it stands among what the report found, counts, compares, and is
about nobody else. The weights of `lexicons/bare.yml` tell it from background.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diptych.drafts import Statement
from diptych.extract.going_on import HALL, WORD, Line, narrated
from diptych.extract.lexicon import lexicon as words_known
from diptych.extract.odds import likely
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.lexicons import wordset
from diptych.spans import Span

#: So many sentences on something has to be said next; so many open an article, or so much of a short one, and so much
#: ends it.
_NEAR, _OPENING, _EARLY, _END = 4, 6, 0.2, 0.75
_LONG = 15  # words
#: Somebody or something with a name of several words, past the first word; and at the start, whom a sentence is about.
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")
_ABOUT = re.compile(r"([A-Z][\w’'-]+) (?:[A-Z]\. )?[A-Z][a-z]")
_WE = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
_HE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:if|when|after|once|although|without)\b")


def findings(text: str, lines: Sequence[Line], parties: Parties) -> Iterator[Span]:
    """The sentences that tell a finding so; `lines` are those of one article in order."""
    last: Statement | None = None
    spoken = False  # whether somebody has spoken in the paragraph, or it is on the other party
    for place, line in enumerate(lines):
        spoken = spoken and not line.first
        if line.said is not None:
            last, spoken = line.said, True
        elif not spoken and not line.closed and _tells(text, lines, place, last, parties):
            yield line.span
        elif line.first:
            spoken = any(name.party == "responding" and name.start <= 4 for name in parties.names(line.span.of(text)))


def _tells(text: str, lines: Sequence[Line], place: int, last: Statement | None, parties: Parties) -> bool:
    line = lines[place]
    said = line.span.of(text)
    told = narration(text, line.span)
    if said.rstrip(" ”’\"'")[-1:] != "." or HALL.match(told) or _WE.search(told):
        return False
    names = parties.names(said)
    about = _ABOUT.match(said)
    ours = any(name.party == "reporting" and name.start <= 4 for name in names)
    if about is not None and about[1].lower() not in words_known().tags and not ours:
        return False
    words = [word.lower() for word in WORD.findall(told)]
    numbers = wordset("speakers", "numbers")
    after = next((one.statements[0] for one in lines[place + 1 : place + 1 + _NEAR] if one.said is not None), None)
    speaks_for_it = {
        "before": last is not None and last.kind == "claim",
        "after": after is not None and after.kind == "claim",
        "answered": after is not None and after.kind == "response",
        "figure": any(word[0].isdigit() or word in numbers for word in words),
        "counts": bool(words) and (words[0][0].isdigit() or words[0] in wordset("continuing", "counting")),
        "compares": _compares(words),
        "shares": not wordset("bare", "sharing").isdisjoint(words),
        "where": _WHERE.search(told) is not None,
        "long": len(said.split()) >= _LONG,
        "report": any(name.party == "reporting" for name in names),
        "narrator": narrated(told),
        "event": bool(line.statements),
        "opening": place < min(_OPENING, _EARLY * len(lines)),
        "end": place > _END * len(lines),
        "named": _NAMED.search(said) is not None,
        "somebody": _HE.search(told) is not None,
        "responding": any(name.party == "responding" and name.start <= 4 for name in names),
    }
    return likely("bare", speaks_for_it)


def _compares(words: Sequence[str]) -> bool:
    """Whether something is more or less than something else: three times, older than the rafts; not more than nine."""
    few = wordset("speakers", "numbers") | {"a", "an", "half"}
    than = any(one == "than" and not (after in few or after[0].isdigit()) for one, after in pairwise(words))
    return than or "times" in words
