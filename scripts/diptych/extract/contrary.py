"""Who cannot have said it: a report does not accuse its own makers, nor does a firm dismiss its own answer."""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.extract.identity import Identity, is_document
from diptych.extract.offices import words_of
from diptych.extract.parties import Parties
from diptych.topic import Side

_AGAINST = frozenset(("accuses", "denies", "rejects", "alleges"))
#: What calls something something, and so may run it down.
_CALLS = re.compile(
    r"(?:call|describ|brand|label|dub|dismiss|portray|paint|term|deride|mock|characteri[sz])(?:e|es|ed|s|ing|le[ds]|ling)?"
)
#: The report itself, as what is run down.
_REPORT = re.compile(
    r"\s+(?:the|that|this)\s+(?:\w+\s+)?(?:report|study|draft|findings|inquiry|audit|review|investigation)\b(?!['’])"
)
#: What one may call oneself: a family business.
_PLAIN = re.compile(r"(?:call|describ|label|term|portray|paint|characteri[sz])(?:e|es|ed|s|ing|le[ds]|led|ling)?")
_PRONOUNS = frozenset(("it", "they", "which"))
_AFTER = 60  # code points after a verb in which its object starts


def other_party(text: str, one: Attribution, who: Identity, parties: Parties) -> Side | None:
    """The party that "it" or a document must be of, where it attacks the one that it was taken for; else None."""
    if one.cue is None or one.source is None or not who.itself or who.party not in ("reporting", "responding"):
        return None
    mention = one.source.of(text)
    plain = words_of(mention)
    if parties.names(mention) or not (set(plain[:1]) & _PRONOUNS or is_document(mention)):
        return None
    if one.force not in _AGAINST and not _CALLS.fullmatch(one.cue.of(text).lower()):
        return None
    after = text[one.cue.end : one.cue.end + _AFTER]
    named = next((name for name in parties.names(after) if name.start <= 5 and not name.adjective), None)
    attacked = named.party if named else None
    own = named is not None and after[named.end : named.end + 1] not in ("'", "’")
    if own and (one.force == "denies" or _PLAIN.fullmatch(one.cue.of(text).lower())):
        attacked = None  # it denied the firm had done so, it described the firm as small: that of oneself
    if attacked is None and _REPORT.match(after):
        attacked = "reporting"
    if attacked != who.party:
        return None
    return "responding" if attacked == "reporting" else "reporting"
