"""Whose somebody is by what they are told to do: she works on the third floor of the bank; he led the audit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.topic import SIDES
from diptych.values import PartyRole

#: Who does it where a sentence begins so: whom the one before began with.
_PRONOUN = re.compile(r"(?:(?:And|But|Yet|Today|Now)\s+)?(He|She)\b")
_BEGINS = 45  # code points within which a sentence begins with somebody
#: A second thing told of whom a sentence begins with: …, and works for the bank.
_AND = re.compile(r"(?:(?!\swho)[^.,;:!?\n]){3,80}?\sand\s+")
#: What is told of somebody between commas, before what they do: Ada Lind, who is 40, runs …
_BESIDES = re.compile(r",\s+(?!whose\b)[^,.;:!?“”\"\n—]{2,90},")
#: What goes with a verb, up to where something else is told: for the mill since 2019.
_REACH = r"[^.,;:!?“”\"()\n—]{0,90}"
#: Between a verb and a body: of whom, and nothing else that is somebody's.
_WITHIN = re.compile(
    r"(?:^|.*\s)(?:of|for|at|in|on|with|to|inside|within|over)\s+"
    r"(?:(?:all|both|most|one|two|three)\s+of\s+)?(?:the\s+|its\s+)?$"
)
_DIRECTLY = re.compile(r"(?:the|its)?\s*$")
#: Something of nobody's, or another clause.
_LOOSE = re.compile(
    r"\b(?:an?|another|any|those|these|this|advisory|that|which|who|whose|whom|when|while|where|as\s+if|because|against"
    r"|opposite|near|beside|below|above|until|after|before|not|never|no|former|ex|once|used|protests?|strikes?|march|boycott"
    r"|pickets?|petition|demonstrations?|walkout|campaigns?|dismissed|sacked|harmed|hurt|evicted)\b"
)
#: For whom something is done.
_FOR = re.compile(r"(?:^|\s)(?:for|on\s+behalf\s+of|on\s+contract\s+to)\s+(?:the\s+)?(?:[A-Z]|[a-z]+(?:\s+[a-z]+)?$)")
#: Nobody's any longer.
_PAST = re.compile(r"\b(?:until|till|up\s+to|before|left|quit|retired|resigned|sacked|dismissed|fired)\b")
_AS = re.compile(r"\bas\s+an?\s+(?:[a-z-]+\s+){1,4}?(?=(?:of|for|at|in|on|with)\b)")
#: What somebody is: she is also the bank's treasurer.
_IS_ONE = re.compile(
    r"(?:['’]s|\s+(?:is|was|became|remains))\s+(?:also\s+|now\s+|still\s+|today\s+)?"
    r"((?!not\b)[A-Za-z][^.,;:!?“”\"\n—]{3,80})"
)
#: Where somebody is told to be something, in the sentence of the name: …, where she runs the lab.
_WHERE = re.compile(r"[^.;:!?\n]{0,90},\s+where\s+(?:he|she)\b")
#: What tells that somebody may speak for somebody.
_SPEAKING = re.compile(r"\b[Ff]or\s|\bof\s|enting\s")
_POSSESSIVE = re.compile(r"['’]s?\s")
#: What somebody is sent or handed, who is then nobody's: it sent Ada Lind a bill.
_GIVEN = re.compile(r"\s+(?:an?|the|some|his|her|its|their|\d)\b")
_FAR = 100  # code points before a name in which it may be told who sent somebody
#: Whose family's something is; and whose officer somebody is: the bank, whose chairman is | Ada Lind.
_FAMILY = re.compile(
    r",\s+whose\s+(?:family|father|mother|grandfather|grandmother|parents|husband|wife)\s+(?:has\s+|have\s+|had\s+)?"
    rf"(?:owned|owns|own|founded|built|run|runs|ran)\s+({_REACH})"
)
_WHOSE_OFFICER = re.compile(r"([^.;:!?\n]{2,120}),\s+whose\s+([a-z][^.,;:!?\n]{2,40})\s+(?:is|was)\s+$")
#: Those of whom somebody is one: among the inspectors was Ada Lind.
_AMONG = re.compile(r"\b(?:Among|One\s+of)\s+(the\s+[^.,;:!?\n]{3,40}?)\s+(?:is|was|were|are)\s+$")
_AUTHORS = re.compile(r"(?:the|its)\s+(?:co-)?(?:authors|researchers|investigators|inspectors|auditors)")
_DOCUMENT = re.compile(
    r"(?:(?:most|much|all|part|half|parts|chapters?|sections?)\s+of\s+)?the\s+(?:[a-z-]+\s+){0,2}?([a-z]+)\b"
)
#: What tells that a document is another's: the report of Larch Bank.
_BY = re.compile(r"\s+(?:by|from|of)\s+(?!the\s+)[A-Z]")

#: Of what was just spoken of: sits on its board, runs it.
_ITS = re.compile(r"(?:(?:on|for|at|in)\s+)?(?:(?:its|their)\s+[a-z]|(?:it|them|there)\b)")
#: Whose colleagues somebody works with: with two colleagues at the bank.
_COLLEAGUES = re.compile(rf"[^.;:!?\n]{{0,20}}\bcolleagues?\s+(?:at|from|in|of)\s+({_REACH})")
#: Whose somebody is, and nothing else: the bank's | Ada Lind; and where they are: at the bank, treasurer | Ada Lind.
_OWN = re.compile(r"([^.,;:!?\n]{2,60})['’]s?\s+$")
_THERE = re.compile(
    r"(?:^|[.;:]\s+)(?:At|From|Over\s+at)\s+((?:the\s+)?[A-Z][^.,;:!?\n]{2,50}),\s+(?:[a-z-]+\s+){0,3}$"
)


#: Somebody by an office, as a subject, or as whom one has met or asked: the lender's chairman; we asked its treasurer.
_HOLDER = re.compile(
    r"[\s“”\"'‘’]*((?:[Tt]he|[Aa]n?|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}['’]s?)\s[^.,;:!?“”\"\n]{3,60}?)"
    r"(?=\s(?:said|says|had|has|was|is|called|did|does|would|will|could|told|tells|wrote|argued|who|took|went|came|saw)\b)"
)
_OF_HOLDER = re.compile(
    r"\b(?:asked|ask|met|meet|call|called|reached|rang|phoned|put\s+(?:it|this|that)\s+to|have|heard\s+from)\s+"
    r"((?:the\s+)?[^.,;:!?“”\"\n]{3,50}?)(?=\s(?:about|why|how|what|whether|if|on|at|in)\s|[.,])"
)
_BESIDE_NAME = re.compile(r"(?:[a-z]{4,},?|,)\s+(?:Mr|Mrs|Ms|Dr|Prof|Sir)?\.?\s*$")
_BEHIND_NAME = re.compile(
    r",\s+(?:the|an?|its|their|of|who)\s(?!.*\bheld\s+the\s+(?:post|job|office|role)\b)|\s+of\s+[A-Z]"
)


def deeds(
    text: str,
    sentences: Sequence[Span],
    places: Sequence[tuple[Span, str]],
    sexes: Mapping[str, str],
    parties: Parties,
    before: Callable[[], Antecedents],
) -> Iterable[tuple[int, str, str, Belonging]]:
    """What a text tells that persons do for a party: the offset, the person's name, the words, and where they belong.

    `places` are where persons are named, in order; a pronoun means whom the sentence before begins with.
    """
    at, first, end, last = 0, "", 0, ""
    met: set[str] = set()
    for sentence in sentences:
        told = narration(text, sentence)
        here: list[tuple[Span, str]] = []
        while at < len(places) and places[at][0].start < sentence.end:
            span, name = places[at][0].shifted(-sentence.start), places[at][1]
            if span.start >= 0 and told[span.start].strip():
                here.append((span, name))
            at += 1
        pronoun = _PRONOUN.match(told)
        goes_on = pronoun is not None and first != "" and "\n" not in text[end : sentence.start]
        if pronoun and goes_on and sexes.get(first, pronoun[1].lower()) == pronoun[1].lower():
            found = _is_one(told, pronoun.end(), parties)
            if found is not None:
                yield sentence.start, first, told, found
            for phrase, party in _done(told, pronoun.end(), parties, sentence.start, before):
                yield sentence.start, first, phrase, Belonging(party)
        for span, name in here:
            for phrase, party in _done(told, span.end, parties, sentence.start, before):
                yield sentence.start + span.start, name, phrase, Belonging(party)
            where = _WHERE.match(told, span.end) if len(here) == 1 and ", where " in told else None
            if where:
                found = _is_one(told, where.end(), parties)
                if found is not None:
                    yield sentence.start + span.start, name, told[where.start() :], found
                for phrase, party in _done(told, where.end(), parties, sentence.start, before):
                    yield sentence.start + span.start, name, phrase, Belonging(party)
            beside = _set_beside(told, span, parties, sentence.start, before)
            if beside is not None:
                yield sentence.start + span.start, name, told[: span.end], Belonging(beside)
        if len(here) == 1 and here[0][1] not in met and "\n" not in text[end : sentence.start]:
            span, name = here[0]
            held = _holder(last, parties)
            if held is not None and not _called(told, span):
                yield sentence.start + span.start, name, last, held
        met.update(name for _, name in here)
        last = "" if here else told
        end = sentence.end
        if not goes_on:
            first = here[0][1] if here and len(told[: here[0][0].start].strip(" ,.")) <= _BEGINS else ""


def _holder(told: str, parties: Parties) -> Belonging | None:
    """Where somebody belongs of whom a sentence tells by an office of a party's, and by no name: its chairman said."""
    match = _HOLDER.match(told) or _OF_HOLDER.search(told)
    found = parties.belongs(match[1]) if match else None
    return found if found is not None and found.party in SIDES and found.office and not found.itself else None


def _called(told: str, span: Span) -> bool:
    """Whether a sentence tells what somebody is, right beside the name."""
    return bool(_BESIDE_NAME.search(told[: span.start]) or _BEHIND_NAME.match(told, span.end))


def _is_one(told: str, end: int, parties: Parties) -> Belonging | None:
    """Where somebody belongs who is told to be something, right after the pronoun."""
    match = _IS_ONE.match(told, end)
    found = parties.belongs(match[1]) if match else None
    return found if found is not None and (found.party in SIDES or found.organisation) else None


def _done(
    told: str, end: int, parties: Parties, start: int, before: Callable[[], Antecedents]
) -> Iterable[tuple[str, PartyRole]]:
    """What is told right after somebody's name that they do."""
    for place in (end, *(match.end() for match in (_BESIDES.match(told, end), _AND.match(told, end)) if match)):
        for key in ("runs", "serves", "attached", "does"):
            match = _doing(key).match(told, place)
            party = _of(match[1], parties, key in ("runs", "attached")) if match else None
            if match and key == "does" and not _FOR.search(match[1]):
                continue
            if match and party is None and _ITS.match(match[1]):
                party = before().party_before(start + place)[0]
            if match and party in SIDES:
                yield match[0].strip(), party
        if _worked().match(told, place):
            yield told[place : place + 60].strip(), "reporting"
        made = _doing("made").match(told, place)
        noun = _DOCUMENT.match(made[1]) if made else None
        if made and noun and _is_work(noun[1]) and not _BY.match(made[1], noun.end()):
            party = None if parties.names(noun[0]) else before().document(f"the {noun[1]}", start + place).party
            if party is not None:
                yield made[0].strip(), party


def _is_work(noun: str) -> bool:
    """Whether a noun is for a report or the work for one."""
    return noun in offices().documents | offices().efforts


def _of(rest: str, parties: Parties, directly: bool) -> PartyRole | None:
    """The party for which something is done, of what follows the verb; `directly` where it may follow at once."""
    name = next(iter(parties.names(rest)), None)
    if name is None:
        return None
    before, after = _AS.sub("", rest[: name.start]), words_of(rest[name.end :])
    gone = name.party != "reporting" and _PAST.search(rest, name.end)
    if _LOOSE.search(before) or gone or (name.adjective and not after):
        return None
    whose = _WITHIN.match(before) or (directly and _DIRECTLY.fullmatch(before))
    return name.party if whose and not {*words_of(before), *after} & offices().outsiders else None


def _set_beside(
    told: str, span: Span, parties: Parties, start: int, before: Callable[[], Antecedents]
) -> PartyRole | None:
    """The party that a sentence sets somebody beside: run by Ada Lind; for the bank, Ada Lind …; it sent Ada Lind."""
    if _POSSESSIVE.match(told, span.end):
        return None  # the bank employed Ada Lind's father
    lead = told[: span.start]
    ends = lead.rstrip()[-2:]
    by = _done_by().search(lead) if " by " in lead else None
    if by:
        noun = (words_of(by[1])[-1:] or [""])[0]
        if not parties.names(by[1]) and _is_work(noun) and by[2] in wordset("deeds", "made"):
            return before().document(f"the {noun}", start + by.start()).party
        return _last(by[1], parties)
    speaking = _before("speaking").search(lead) if _SPEAKING.search(lead) else _AMONG.search(lead)
    if speaking:
        return _alone(speaking[1], parties)
    there = _THERE.search(lead)
    if there:
        return parties.belongs(f"member of {there[1]}").party
    officer = _WHOSE_OFFICER.search(lead) if ", whose " in lead else None
    if officer and offices().office_in(officer[2]):
        name = next(reversed(parties.names(officer[1])), None)
        return name.party if name is not None else None
    own = _OWN.search(lead) if "'" in ends or "’" in ends else None
    if own:
        return _last(own[1], parties)
    last = (lead[-_FAR:].split() or [""])[-1]
    key = "answers" if last in ("from", "by") else "sent" if last in _senders() else ""
    gave = _before(key).search(lead[-_FAR:]) if key and not _GIVEN.match(told, span.end) else None
    if gave:
        return _last(gave[1], parties)
    after = _speaking().match(told, span.end)
    if after:
        return _alone(after[1], parties)
    beside = _COLLEAGUES.match(told, span.end) or _FAMILY.match(told, span.end)
    return _of(beside[1], parties, True) if beside else None


def _last(phrase: str, parties: Parties) -> PartyRole | None:
    """The party whose name a phrase ends with."""
    name = next(reversed(parties.names(phrase)), None)
    ends = name is not None and not name.adjective and not phrase[name.end :].strip(" '’s")
    return name.party if name is not None and ends else None


def _alone(phrase: str, parties: Parties) -> PartyRole | None:
    """The party that a phrase names, and nothing beside it."""
    names = parties.names(phrase)
    if not names and _AUTHORS.fullmatch(phrase):
        return "reporting"
    if len(names) != 1 or names[0].adjective or phrase[names[0].end :].strip():
        return None
    return names[0].party if phrase[: names[0].start].strip().lower() in ("", "the") else None


@cache
def _doing(key: str) -> re.Pattern[str]:
    """What follows a name, or "and": who now runs | the mill."""
    still, verbs = either(wordset("deeds", "still")), either(wordset("deeds", key))
    return re.compile(rf"(?:,?\s+who)?,?\s*\b(?:{still}\s+)*{verbs}\s+({_REACH})")


@cache
def _worked() -> re.Pattern[str]:
    """What is done for a study, which is named by the work alone: who did | the statistics."""
    done, work = either(wordset("speakers", "done")), either(wordset("speakers", "work"))
    return re.compile(
        rf",?\s+who\s+(?:had\s+)?{done}\s+(?:most\s+of\s+|all\s+of\s+)?the\s+(?:[a-z-]+\s+)?{work}\b(?!\s+(?:for|at|of|by)\s)"
    )


@cache
def _done_by() -> re.Pattern[str]:
    verbs = either(wordset("deeds", "runs") | wordset("deeds", "made"))
    was = r"(?:is|was|are|were|has\s+been|had\s+been)\s+(?:[a-z]+ly\s+)?"
    return re.compile(rf"([^.,;:!?\n]{{3,80}}?)\s+{was}({verbs})\s+by\s+(?:[a-z]+\s+)?$")


@cache
def _senders() -> frozenset[str]:
    """The last words of what tells that somebody was sent: sent, put | up."""
    return frozenset(("in", *(one.split()[-1] for one in wordset("deeds", "sent"))))


@cache
def _before(key: str) -> re.Pattern[str]:
    """What stands before a name: for | the bank, ; | the bank | sent; the bank's | answer came from."""
    words = either(wordset("deeds", key))
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
    return re.compile(rf",\s+{words}\s+([^.,;:!?\n]{{2,60}}?)(?=[.,;:]|$|\s+said\b)")
