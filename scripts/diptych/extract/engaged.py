"""Whom a party has lead, speak or answer: the audit led by Ada Lind; for the bank, Ada Lind; it sent Ada Lind."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.agents import affected
from diptych.extract.doing import REACH, Told, done_for, led
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.values import PartyRole

#: What tells that somebody may speak for somebody.
_MAY_SPEAK = re.compile(r"\b[Ff]or\s|\bof\s|enting\s")
_POSSESSIVE = re.compile(r"['’]s?\s")
#: What somebody is sent or handed, who is then nobody's: it sent Ada Lind a bill.
_GIVEN = re.compile(
    r"\s+(?:an?|the|some|his|her|its|their|\d|home|away|packing|in\s+an?\s(?:[a-z-]+\s)?(?:dispute|fight|battle))\b"
)
#: What ends it, told further on: it hired Ada Lind in May and dismissed her in June; employed her until 2015.
_ENDED = re.compile(
    r"[^.;:!?\n]{0,80}?\b(?:(?:sacked|dismissed|fired|suspended|ousted|expelled|laid\s+off)\s+(?:her|him|them)\b"
    r"|until\s+(?:\d|last\b|[A-Z]|(?:she|he|they)\s+(?:left|resigned|quit|retired)))"
)
_FAR = 100  # code points before a name in which it may be told who sent somebody
#: Whose family's something is; and whose officer somebody is: the bank, whose chairman is | Ada Lind.
_FAMILY = re.compile(
    r",\s+whose\s+(?:family|father|mother|grandfather|grandmother|parents|husband|wife)\s+(?:has\s+|have\s+|had\s+)?"
    rf"(?:owned|owns|own|founded|built|run|runs|ran)\s+({REACH})"
)
_THE_PLACE = re.compile(r"(?:the\s+(?:place|business|firm|company)|it)\b")
_WHOSE_OFFICER = re.compile(r"([^.;:!?\n]{2,120}),\s+whose\s+([a-z][^.,;:!?\n]{2,40})\s+(?:is|was)\s+$")
#: Those of whom somebody is one: among the inspectors was Ada Lind.
_AMONG = re.compile(r"\b(?:Among|One\s+of)\s+(the\s+[^.,;:!?\n]{3,40}?)\s+(?:is|was|were|are)\s+$")
_AUTHORS = re.compile(r"(?:the|its)\s+(?:co-)?(?:authors|researchers|investigators|inspectors|auditors)")
#: Whose colleagues somebody works with: with two colleagues at the bank.
_COLLEAGUES = re.compile(rf"[^.;:!?\n]{{0,20}}\bcolleagues?\s+(?:at|from|in|of)\s+({REACH})")
#: Whose somebody is, and nothing else: the bank's | Ada Lind; and where they are: at the bank, treasurer | Ada Lind.
_OWN = re.compile(r"([^.,;:!?\n]{2,60})['’]s?\s+$")
_THERE = re.compile(
    r"(?:^|[.;:]\s+)(?:At|From|Over\s+at)\s+((?:the\s+)?[A-Z][^.,;:!?\n]{2,50}),\s+(?:[a-z-]+\s+){0,3}$"
)
_CLAUSE = re.compile(r"[.,;:!?\n]\s")
#: What may stand between such words and a name: retired chemist Dr | Ada Lind.
_CALLED = r"(?:(?!(?:from|by|over|to|after|with|for|on|as)\s)[\w.-]+\s+){0,4}$"


def engaged(told: Told, span: Span) -> PartyRole | None:
    """The party for which a sentence tells somebody to lead, speak or answer whose name has that place in it."""
    text, parties = told.text, told.parties
    if _POSSESSIVE.match(text, span.end):
        return None  # the bank employed Ada Lind's father
    lead = text[: span.start]
    ends = lead.rstrip()[-2:]
    by = _led_by().search(lead) if " by " in lead or " under " in lead else None
    if by:
        return _led(told, by, _CLAUSE.split(lead[: by.start()])[-1].strip(" ,"))
    heading = _heading().search(lead)
    if heading:
        return told.maker(heading[1].partition(" ")[2], heading.start(), True) or _last(heading[1], parties)
    speaking = _before("speaking").search(lead) if _MAY_SPEAK.search(lead) else _AMONG.search(lead)
    if speaking:
        return _alone(speaking[1], parties)
    there = _THERE.search(lead)
    if there:
        return parties.belongs(f"member of {there[1]}").party
    officer = _WHOSE_OFFICER.search(lead) if ", whose " in lead else None
    if officer and offices().office_in(officer[2]):
        name = next(reversed(parties.names(officer[1])), None)
        return _unless_ended(told, span.end, name.party if name is not None else None)
    own = _OWN.search(lead) if "'" in ends or "’" in ends else None
    if own:
        return _last(own[1], parties)
    word = (lead[-_FAR:].split() or [""])[-1]
    key = "answers" if word in ("from", "by") else "sent" if word in _senders() else ""
    gave = _before(key).search(lead[-_FAR:]) if key and not _GIVEN.match(text, span.end) else None
    if gave:
        return _unless_ended(told, span.end, _last(gave[1], parties))
    after = _speaking().match(text, span.end)
    if after:
        return _alone(after[1], parties)
    near = _COLLEAGUES.match(text, span.end) or _FAMILY.match(text, span.end)
    if near and _THE_PLACE.match(near[1]):
        return told.before().party_before(told.start + span.start)[0]
    return done_for(near[1], parties, True) if near else None


def _unless_ended(told: Told, end: int, party: PartyRole | None) -> PartyRole | None:
    """The party, but nobody's where what follows tells that somebody is no longer of who answers."""
    return None if party != "reporting" and _ENDED.match(told.text, end) else party


def _led(told: Told, by: re.Match[str], what: str) -> PartyRole | None:
    """Whose somebody is by whom something is led, or under whom it works: the report, or a party by its name."""
    noun = (words_of(what)[-1:] or [""])[0]
    work = noun in offices().documents | offices().efforts and by["verb"] in wordset("deeds", "made")
    if work and not told.parties.names(what):
        return told.maker(noun, by.start(), False)
    party = _last(what, told.parties)
    return party if by["is"] or party == "reporting" else None


def _last(phrase: str, parties: Parties) -> PartyRole | None:
    """The party whose name a phrase ends with."""
    name = next(reversed(parties.names(phrase)), None)
    ends = name is not None and not name.adjective and not phrase[name.end :].strip(" '’s")
    return name.party if name is not None and ends and not affected(phrase[: name.start]) else None


def _alone(phrase: str, parties: Parties) -> PartyRole | None:
    """The party that a phrase names, and nothing beside it."""
    names = parties.names(phrase)
    if not names and _AUTHORS.fullmatch(phrase):
        return "reporting"
    if len(names) != 1 or names[0].adjective or phrase[names[0].end :].strip():
        return None
    return names[0].party if phrase[: names[0].start].strip().lower() in ("", "the") else None


@cache
def _led_by() -> re.Pattern[str]:
    """What follows something before the name of whoever leads it: , led by | Ada Lind; was written by; under."""
    verbs = either(led() | wordset("deeds", "made"))
    was = r"(?P<is>(?:is|was|are|were|has\s+been|had\s+been)\s+(?:[a-z]+ly\s+)?)?"
    return re.compile(rf"\s(?:{was}(?P<verb>{verbs})\s+by|under)\s+{_CALLED}")


@cache
def _heading() -> re.Pattern[str]:
    """What stands first where the name comes last: Leading | the panel | was retired chemist Ada Lind."""
    words = either(wordset("deeds", "heading"))
    return re.compile(rf"(?i:\b{words})\s+((?:the|its|this)\s+[\w\s-]{{3,40}}?)\s+(?:is|was|were|are)\s+{_CALLED}")


def _sent() -> frozenset[str]:
    return wordset("deeds", "sent") | wordset("deeds", "hired")


@cache
def _senders() -> frozenset[str]:
    """The last words of what tells that somebody was sent: sent, put | up."""
    return frozenset(("in", *(one.split()[-1] for one in _sent())))


@cache
def _before(key: str) -> re.Pattern[str]:
    """What stands before a name: for | the bank, ; | the bank | sent; the bank's | answer came from."""
    words = either(_sent() if key == "sent" else wordset("deeds", key))
    piece = r"([^.,;:!?\n]{2,60}?)"
    if key == "speaking":
        return re.compile(rf"(?:^|[,;:”\"]\s+)(?i:{words})\s+{piece},?\s+(?:[A-Z][\w.-]*\s+){{0,4}}$")
    if key == "sent":
        return re.compile(rf"{piece}\s+(?:has\s+|had\s+)?{words}\s+(?:in\s+)?$")
    return re.compile(rf"{piece}\s+{words}\s+(?:came|comes|is|was)\s+(?:from|by)\s+$")


@cache
def _speaking() -> re.Pattern[str]:
    """What stands behind a name: , speaking for | the bank."""
    words = either(wordset("deeds", "speaking") - {"for"})
    return re.compile(
        rf",\s+(?:{words}\s+(?=[^.,;:!?\n]{{2,60}}?(?:[.,;:]|$|\s+said\b))|for\s+(?=[^.,;:!?\n]{{2,40}},\s))"
        r"([^.,;:!?\n]{2,60}?)(?=[.,;:]|$|\s+said\b)"
    )
