"""What somebody is told to do for a party, right after the name: Ada Lind works for the bank; she led the audit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from diptych.extract.agents import affected
from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.times import spans
from diptych.lexicons import either, wordset
from diptych.topic import SIDES
from diptych.values import PartyRole

#: A second thing told of whom a sentence begins with: …, and works for the bank.
_AND = re.compile(r"(?:(?!\swho)[^.,;:!?\n]){3,80}?\sand\s+")
#: What is told of somebody before what they do: Ada Lind, a judge | who led …; Ada Lind, who is 40, | runs …
_BESIDES = re.compile(
    r",\s+(?!whose\b)(?:(?:an?|the|one\s+of)\s+[^,.;:?!“”\"\n—]{3,60}?(?=\s+who\s)|[^,.;:?!“”\"\n—]{2,90},)"
)
#: What goes with a verb, up to where something else is told: for the mill since 2019.
REACH = r"[^.,;:!?“”\"()\n—]{0,90}"
#: Between a verb and a body: of whom, and nothing else that is somebody's.
_WITHIN = re.compile(
    r"(?:^|.*\s)(?:of|for|at|in|on|inside|within|over)\s+"
    r"(?:(?:all|both|most|one|two|three)\s+of\s+)?(?:the\s+|its\s+)?$"
)
_DIRECTLY = re.compile(r"(?:the|its)?\s*$")
#: By the keys of the verbs, what has to follow them: anything; a body that was started; for whom something is done.
_WHOM = {
    **dict.fromkeys(("heads", "runs"), re.compile(r"^(?!for\s)")),
    "attached": re.compile(""),
    "serves": re.compile(
        r"^(?!(?:of|about)\s|to\s+(?:the|its|an?)\s+(?:[a-z]+\s+)?(?:offices?|gates?|doors?|site|headquarters)\b)"
    ),
    "tends": re.compile(
        r"^(?:its|their)\s|['’]s\s|\s(?:for|on\s+behalf\s+of)\s+(?:the\s+)?(?:[A-Z]|[a-z]+(?:\s+[a-z]+)?$)"
    ),
    "with": re.compile(rf"\b(?:since|for\s+(?:[a-z]+\s+){{0,3}}[\w-]+\s+{spans()})"),
    "starts": re.compile(r"^(?:[A-Z]|the\s+(?:company|firm|platform|business)\b)"),
    "does": re.compile(
        r"(?:^|\s)(?:for|on\s+behalf\s+of|on\s+contract\s+to)\s+(?:the\s+)?(?:[A-Z]|[a-z]+(?:\s+[a-z]+)?$)"
    ),
}
#: What is about a body, and none of its own: the audit of | the mill; the film on.
_PROBED = re.compile(r"([\w-]+)\s+(of|in|into|on|at)\s+(?:the\s+)?$")
#: Where anybody may speak: the bank's | annual meeting.
_GATHERED = re.compile(r"['’]?s?\s+(?:[a-z-]+\s+){0,2}(?:meetings?|hearings?|trials?)\b")
#: What somebody is besides: as a partner | of.
_AS = re.compile(r"\bas\s+an?\s+(?:[a-z-]+\s+){1,4}?(?=(?:of|for|at|in|on|with)\b)")
#: Of what was just spoken of: sits on its board, runs it.
_ITS = re.compile(r"(?:(?:on|for|at|in)\s+)?(?:(?:its|their)\s+[a-z]|(?:it|them|there)\b)")
#: What somebody owns who has got it: the mill, half of it; the mill's dye house.
_GOT = re.compile(
    r"(?:(?:all|half|part|most|a\s+(?:third|quarter|half|stake|share))\s+(?:of|in)\s+)?(?:(?:the|its)\s|it\b|[A-Z])"
)
#: Where somebody came from: joined the bank from a rival.
_FROM = re.compile(r"\sfrom\s")
#: What is made, or led: most of the report; the inquiry; it, of the report just spoken of, and did not write it off.
_WHAT = re.compile(
    r"(?:(?:most|much|all|part|half|parts|chapters?|sections?)\s+of\s+)?(?:the|this|its)\s+([\w\s'’-]{3,40})"
    r"|it\b(?!\s+(?:off|down|away|until|till|since|from|before|into|out\s+of)\b)"
)
#: Who made it, where others did: the review by Larch Consultants.
_BY = re.compile(r"\s+(?:by|from|for)\s+(?=(?:the\s+)?[A-Z])")
#: For whom it was made, where they are others: the report for a rival; and of what, where it is of a document.
_FOR_OTHERS = re.compile(r"\s+for\s+(?:an?|another|the|some)\s+(?:[a-z-]+\s+){0,2}?([a-z-]+)")
_OF_WORK = re.compile(r"\s+of\s+(?:the|its|this|that)\s+([a-z]+)")
#: What is told besides of a body that somebody is the head of: when, where, with whom.
_MORE = re.compile(r"\s(?:in|with|from|as|after|when|until|since|and|on)\s(?=[a-z\d])")
#: How long somebody worked on something: who spent two years on | the report.
_SPENT = re.compile(
    rf",?\s+who\s+(?:had\s+|has\s+)?(?P<verb>spent)\s+[\w\s-]{{2,30}}?\s+(?:on|writing|compiling|preparing)\s+(?P<whom>{REACH})"
)
_WORD = re.compile(r"[\w-]+")
_NOUN = 5  # words of a phrase in which its noun stands


@dataclass(frozen=True, slots=True)
class Told:
    """What the narrator tells in a sentence, the offset that it starts at, and what is known there."""

    text: str
    start: int
    parties: Parties
    before: Callable[[], Antecedents]

    def maker(self, phrase: str, at: int, led: bool) -> PartyRole | None:
        """The party whose report or work for one a phrase means, or whose panel where it is `led`; None for others'."""
        known = offices()
        nouns = known.documents | known.efforts | (known.reporting if led else frozenset())
        noun = next((word for word in islice(_WORD.finditer(phrase), _NOUN) if word[0].lower() in nouns), None)
        if noun is None:
            return None
        if names := self.parties.names(phrase[: noun.end()]):
            return "reporting" if names[0].party == "reporting" else None
        others, of = _FOR_OTHERS.match(phrase, noun.end()), _OF_WORK.match(phrase, noun.end())
        if (others and set(words_of(others[0])) & known.outsiders) or (of and of[1] in known.documents):
            return None  # the report for a rival; the review of the report
        by = _BY.match(phrase, noun.end())
        if by:
            return next((name.party for name in self.parties.names(phrase[by.end() :])), None)
        return self.before().document(f"the {noun[0]}", self.start + at).party


def done(told: Told, end: int) -> Iterable[tuple[str, Belonging]]:
    """What is told right after somebody's name that they do: the words, and whose they are by them."""
    text, parties = told.text, told.parties
    for place in (end, *(match.end() for match in (_BESIDES.match(text, end), _AND.match(text, end)) if match)):
        for key, whom in _WHOM.items():
            match = _doing(key).match(text, place)
            if match is None or not whom.search(match["whom"]):
                continue
            party, its = done_for(match["whom"], parties, key not in ("serves", "does")), _ITS.match(match["whom"])
            if match["verb"] in wordset("deeds", "gets") and not _GOT.match(match["whom"]):
                continue  # bought toys in the firm's shop
            others = key == "attached" or match["verb"] in wordset("deeds", "counsels")
            if party and others and affected(_before(match["whom"], parties)):
                continue  # represents the crew of the ferry
            if party is None and its:
                party = told.before().party_before(told.start + place)[0]
            if party in SIDES:
                yield match[0].strip(), Belonging(party)
            if key in ("heads", "starts") and match["who"] and not its:
                phrase = f"head of {_MORE.split(match['whom'], maxsplit=1)[0]}"
                yield phrase, parties.belongs(phrase)
        if _worked().match(text, place):
            yield text[place : place + 60].strip(), Belonging("reporting")
        made = _doing("made").match(text, place) or _SPENT.match(text, place)
        what = _WHAT.match(made["whom"]) if made else None
        if made and what:
            party = told.maker(what[1] or "report", place, made["verb"] in led())
            if party is not None:
                yield made[0].strip(), Belonging(party)


def done_for(rest: str, parties: Parties, directly: bool) -> PartyRole | None:
    """The party for which something is done, of what follows the verb; `directly` where it may follow at once."""
    name = next(iter(parties.names(rest)), None)
    if name is None:
        return None
    before, after = _AS.sub("", rest[: name.start]), words_of(_FROM.split(rest[name.end :], maxsplit=1)[0])
    loose = _any("loose").search(before) or _any("ended").search(before) or _GATHERED.match(rest, name.end)
    gone = name.party != "reporting" and _any("ended").search(rest, name.end)
    probed = _PROBED.search(before) if directly and name.party != "reporting" else None
    about = probed is not None and probed[2] == "on" and not rest.startswith(("'", "’"), name.end)
    if probed and (about or set(words_of(probed[1])) & (offices().documents | offices().reporting)):
        return None  # who led the audit of the mill, or the run on it
    if loose or gone or (name.adjective and not after):
        return None
    whose = _WITHIN.match(before) or (directly and _DIRECTLY.fullmatch(before))
    return name.party if whose and not {*words_of(before), *after} & offices().outsiders else None


def _before(rest: str, parties: Parties) -> str:
    """What stands before the first name of a party's."""
    return rest[: parties.names(rest)[0].start]


@cache
def led() -> frozenset[str]:
    """What those do who are at the head of something."""
    return wordset("deeds", "heads") | wordset("deeds", "runs")


@cache
def _doing(key: str) -> re.Pattern[str]:
    """What follows a name, or "and": who now runs | the mill."""
    verbs = wordset("deeds", key)
    if key == "attached":
        verbs = verbs.union(f"{one} by" for one in wordset("deeds", "hired"))
    still = either(wordset("deeds", "still"))
    return re.compile(rf"(?P<who>,?\s+who)?,?\s*\b(?:{still}\s+)*(?P<verb>{either(verbs)})\s+(?P<whom>{REACH})")


@cache
def _any(key: str) -> re.Pattern[str]:
    """The words by which nothing is a body's own any more, or ever was."""
    return re.compile(rf"\b{either(wordset('deeds', key))}\b")


@cache
def _worked() -> re.Pattern[str]:
    """What is done for a study, which is named by the work alone: who did | the statistics."""
    done, work = either(wordset("speakers", "done")), either(wordset("speakers", "work"))
    return re.compile(
        rf",?\s+who\s+(?:had\s+)?{done}\s+(?:(?:most|much|all|some|part|half|a\s+lot|the\s+bulk)\s+of\s+)?the\s+(?:[a-z-]+\s+)?"
        rf"{work}\b(?!\s+(?:for(?!\s+(?:his|her|their)\s+(?:doctorate|thesis|degree|dissertation|PhD))|at|of|by)\s)"
    )
