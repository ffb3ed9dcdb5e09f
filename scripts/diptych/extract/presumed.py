"""Where an office belongs that no name goes with, by what is near and by whose such an office is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.extract.belonging import Belonging
from diptych.extract.offices import offices, words_of
from diptych.values import PartyRole

#: Somebody of others: a lawyer for two of the nuns, an official at the port.
_SERVES = re.compile(r"\s(?:for|at|from)\s+(?:the\s+|an?\s+)?[a-z]")
#: Of another body than the one meant, or of a place; not for a field: cabinet member for housing.
_OF_SOME = re.compile(r"\b(?:of|at|from)\s|\bfor\s+(?:the\s+|an?\s+)?[A-Z]")
#: When somebody held an office: the governor of the day, the then director.
_THEN = re.compile(r"\s(?:of\s+the\s+(?:day|time|hour|moment)|at\s+(?:the|that)\s+time)\b|\bthen(?:-|\s+)")
#: By the first word of a phrase it is somebody's whom another sentence names.
_ITS, _HIS = frozenset(("its", "their")), frozenset(("his", "her"))
#: Of one of many: the head of compliance at another company.
_ANOTHER = re.compile(r"\s(?:of|at|for|from)\s+(?:another|one|other|several|some)\s(?!of\b)")
#: Who teaches: who holds the chair of public law.
_LEARNED_CHAIR = re.compile(
    r"\bwho\s+(?:now\s+)?(?:holds?|held|has|occupies|teaches|taught|lectures|lectured|researches|studies)\s+"
    r"(?!(?:the\s+)?(?:chair|post|office)\s+of\s+(?:the|this|its)\b)"
)
#: What somebody is, told as a clause; what else they do may be done with an office's holder: who spoke to an inspector.
WHO_IS = re.compile(r"who(?:['’]s|\s+(?:is|was|became|remains|serves|served|works|worked|acts|acted|ha[sd]\s+been))\b")
#: What goes on about a phrase: the lead author, …; the author of the study that the centre has published.
_MORE = re.compile(r",|\s(?:that|which|who)\s")
#: Who owns something, which may be anything: the owner is the company's, a shop owner is not.
_HOLDERS = frozenset(("owner", "owners", "co-owner", "co-owners", "proprietor", "proprietors"))
#: Of whom nothing is told, unless it is whose: a woman; the bank's man in Larchfield.
_ANYBODY = frozenset(("man", "woman", "veteran"))
#: Who is at the head of a study: study leader.
_OF_STUDY = re.compile(
    r"(?:the\s+)?(?:study|survey|report|inquiry|research|review)\s+(?:team\s+)?(?:co-)?(?:leader|lead|head|director|chief)s?\b",
    re.IGNORECASE,
)
#: Who runs a firm, and nobody's inquiry, where no more than that stands before a name: boss Ada Lind.
_BOSSES = frozenset(("boss", "manager", "director"))
#: Who is hired: a partner at the firm is of the one that was spoken of.
_FIRMS = frozenset(("firm", "agency", "consultancy", "practice", "chambers"))


@dataclass(frozen=True, slots=True)
class Near:
    """What is near an office that no name goes with, and what is known of the parties.

    `state` says whether the responding party is one; `his` and `its` are the parties of whom those words mean, `before`
    is the party that the sentences just before speak of; `reporting` holds the words of the reporting party's names,
    `kinds` those of either party's names that tell what kind of body it is, `overseers` offices of others only.
    """

    state: bool
    his: PartyRole | None
    its: PartyRole | None
    before: PartyRole | None
    reporting: frozenset[str]
    kinds: tuple[frozenset[str], frozenset[str]]
    overseers: frozenset[str] = frozenset()

    def kind(self, phrase: str) -> PartyRole | None:
        """The party whose kind of body alone has an office; None for one that is "its" or "his"."""
        return None if _first(phrase) in _ITS | _HIS else of_kind(phrase, *self.kinds)


def presumed(phrases: Sequence[str], near: Near) -> Belonging:
    """The first of some phrases that names an office: whose "its" or "his" is, else whose such an office is."""
    known = offices()
    left = [phrase for phrase in phrases if not set(words_of(phrase)) & known.past]
    if phrases and not left:
        return Belonging("third", office=known.office_in(phrases[0]))
    for phrase in left if near.before is None else ():
        kind = near.kind(phrase)
        if kind is not None and not _LEARNED_CHAIR.search(phrase):
            return Belonging(kind, office=known.office_in(phrase) or "any")
    for phrase in left:
        parts = [] if _first(phrase) in _ITS | _HIS else phrase.split(", ")[1:]
        kind = next((kind for part in parts if (kind := of_kind(part, *near.kinds)) is not None), None)
        if kind is not None:
            return Belonging(kind, office=known.office_in(phrase) or "any")
    related = near.his is not None and any(_first(one) in _HIS for one in left)
    told = (_told(phrase, near, related) for phrase in left)
    return next((one for one in told if one is not None), Belonging(None))


def _told(phrase: str, near: Near, related: bool) -> Belonging | None:
    """Where the office belongs that a phrase names; None for a phrase that names none.

    `related` says whether another of the phrases tells that somebody is "his" or "her".
    """
    known = offices()
    first = _first(phrase)
    office = None if first == "who" and not WHO_IS.match(phrase) else known.office_in(phrase)
    words = set(words_of(phrase))
    if _LEARNED_CHAIR.search(phrase):
        return Belonging("third", office="any")
    kind = near.kind(phrase)
    if kind is not None:
        return Belonging(kind, office=office or "any")
    if office is not None and _ANOTHER.search(phrase):
        return Belonging("third", office=office)
    if office is None and first not in _ITS | _HIS:
        return None
    if first == "their" and not of_party(phrase):
        return Belonging("third", office=office)
    if first in _HIS and near.his is not None:
        return Belonging(near.his, office=office)
    if first in _ITS and (near.its is not None or office is None):
        return Belonging(near.its, office=office)
    if office == "inquiry":
        others = words & near.overseers or _apart(phrase, near.reporting, known.inquiry)
        return Belonging("third" if others else "reporting", office=office)
    if office == "any" and "secretary" in words and words & known.portfolios:
        office = "state"
    if phrase.lower() in _BOSSES and not near.state and not known.studying & near.kinds[0]:
        return Belonging("responding", office=office)
    if office == "any" and _OF_STUDY.match(phrase):
        return Belonging("reporting", office=office)
    bare = words & _ANYBODY and " who " not in phrase and not _SERVES.search(phrase)
    if office == "any" and bare and first in ("a", "an", "one", "another"):
        return None
    named = words & (known.bodies | known.reporting | known.documents | _FIRMS)
    if office == "any" and _SERVES.search(phrase) and not named:
        return Belonging("third", office=office)
    if office == "state" and first in _ITS:
        return Belonging(near.before, office=office)
    if office == "state" or words & known.local:
        return Belonging("responding" if near.state else "third", office=office)
    if office == "company":
        return Belonging("third" if near.state or _elsewhere(phrase) else "responding", office=office)
    return Belonging(near.his if near.before is None and related else near.before, office=office)


def of_party(phrase: str) -> bool:
    """Whether a phrase tells that somebody is "its" or "their" own, which may be a party's; not: their owner."""
    words = words_of(phrase)[:2]
    return words[:1] == ["its"] or (words[:1] == ["their"] and not _HOLDERS & set(words))


def _first(phrase: str) -> str:
    return next(iter(phrase.split()), "").lower()


def of_kind(phrase: str, reporting: frozenset[str], responding: frozenset[str]) -> PartyRole | None:
    """The party whose kind of body alone has such an office: the bishop, where the party is a diocese."""
    phrase = _THEN.sub("", phrase)
    plain = words_of(phrase.split(",")[0])
    said = {" ".join(plain[at : at + size]) for size in (1, 2) for at in range(len(plain))}
    if _OF_SOME.search(phrase) or plain[:1] in (["a"], ["an"], ["another"], ["one"]):
        return None
    for names, held in offices().institutions:
        if said & held and not said & offices().past:
            if names & responding:
                return "responding"
            if names & reporting:
                return "reporting"
    return None


def _elsewhere(phrase: str) -> bool:
    """Whether an owner owns something else than the party: a shop owner, the owner of one such team."""
    words = words_of(phrase.split(",")[0])
    at = next((at for at, word in enumerate(words) if word in _HOLDERS), -1)
    if at < 0:
        return False
    if words[at + 1 : at + 2] == ["of"]:
        return not set(words[at + 1 :]) & offices().bodies
    return _apart(phrase, frozenset(), _HOLDERS)


def _apart(phrase: str, reporting: frozenset[str], holders: frozenset[str]) -> bool:
    """Whether one who studies or oversees is none of the report's: of a field of its own, or one of many.

    The report's are "the lead author", "the inspectors"; others' are "the data protection commissioner", "the
    inspector of prisons", "a professor of law".
    """
    known = offices()
    words = words_of(_MORE.split(phrase)[0])
    at = next((at for at in range(len(words)) if words[at] in holders), -1)
    if at < 0:
        return False
    bare = at == 0 and words[0] in known.learned and len(words) == 1
    if bare or (words[0] in ("a", "an", "another") and words[at] in known.learned | _HOLDERS):
        return True
    ranked = reporting | known.ranks | known.bodies | known.inquiry | known.reporting | known.documents
    after = words[at + 1 :]
    field = words[:at] + (after[1:] if after[:1] in (["for"], ["of"]) else [])
    return any(word not in ranked and word + "s" not in ranked for word in field)
