"""Who gives evidence to the report: what they say is what the report found."""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.extract.identity import Identity
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.spans import Span
from diptych.values import Kind

#: That somebody says something in what was just named.
_WITHIN = re.compile(r"\sin\s+which\s+(?:an?\s+|the\s+|some\s+|its\s+)?$")
#: Nobody is named who quotes: one of them is quoted as (saying).
_QUOTED = re.compile(r"\b(?:is|was|are|were)\s+(?:\w+ly\s+)?(?:quoted|cited|recorded|reported)\s+as\s+$")
_BEFORE = 90  # code points before a speaker in which the paper stands
#: Before whom one testifies.
_HEARINGS = frozenset(("panel", "committee", "commission", "tribunal", "hearing"))
#: Who were asked for the report, and how far behind them, in code points, that may stand: a third of women | surveyed.
_ASKED = re.compile(r"[a-z](?:s|men|people)\s+(?:who\s+were\s+)?(?:surveyed|polled|questioned)\b")
_NEXT = 20
_ALWAYS = frozenset(("interviewed", "interviewees", "respondents", "witnesses"))


def testifies(text: str, one: Attribution, who: Identity, before: Kind | None, parties: Parties) -> bool:
    """Whether those who speak are the report's witnesses; `before` is the kind of the statement right before.

    They are who tells the report's makers something, and a nameless group right after what the report says.
    """
    if _quoted(text, one, who, before, parties):
        return True
    if who.party == "responding":
        return one.source is not None and not (who.person or who.itself) and _in_paper(text, one.source)
    if one.cue is not None and _told(text, one.cue, parties):
        return True
    mention = one.source.of(text) if one.source else ""
    plain = set(words_of(mention))
    known = offices()
    if before not in ("claim", None) or one.mode == "direct" or who.person:
        return False
    if one.source is not None and not who.itself and _ASKED.search(text, one.source.start, one.source.end + _NEXT):
        return True
    if not plain & known.givers:
        return False
    if any(word[:1].isupper() for word in mention.split()[1:]) or plain & (known.any | known.state | known.company):
        return False
    return before == "claim" or bool(plain & _ALWAYS)


def _quoted(text: str, one: Attribution, who: Identity, before: Kind | None, parties: Parties) -> bool:
    """Whether it is the report in which somebody without a name is quoted: "…," the report quotes one man as saying."""
    if one.cue is None or one.cue.of(text) != "saying" or who.person or who.itself or one.source is None:
        return False
    relayed = text[one.content[-1].end : one.cue.start]
    if any(word[:1].isupper() for word in one.source.of(text).split()[1:]):
        return False
    if set(words_of(relayed)) & offices().documents or any(
        name.party == "reporting" for name in parties.names(relayed)
    ):
        return True
    return before in ("claim", None) and _QUOTED.search(relayed) is not None


def _in_paper(text: str, source: Span) -> bool:
    """Whether a nameless speaker is told to say it in a paper that was found: a memo in which engineers warned."""
    before = text[max(0, source.start - _BEFORE) : source.start]
    named = set(words_of(re.split(r"[.;:\n]", before)[-1]))
    return _WITHIN.search(before) is not None and bool(named & (offices().letters | offices().files))


def _told(text: str, cue: Span, parties: Parties) -> bool:
    """Whether something was told to the makers of the report: told the panel, told inspectors."""
    if cue.of(text).lower() not in ("told", "tell", "tells"):
        return False
    after = text[cue.end : cue.end + 40].lstrip()
    names = [name for name in parties.names(after) if name.start <= 4]
    if names:
        heard = words_of(after[names[0].end :])[:1]
        if heard and heard[0] in offices().outlets:
            return False  # told Larchmouth radio, where Larchmouth University reports
        return names[0].party == "reporting" and not names[0].adjective
    words = words_of(after)
    first = next((word for word in words if word != "the"), "")
    others = first in _HEARINGS and offices().studying & parties.kinds("reporting")
    return first in offices().reporting and not others
