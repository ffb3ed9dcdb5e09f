"""What a narrator's sentence without a reporting verb tells: by its end, its subject, its grammar, its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.drafts import Article
from diptych.extract.antecedents import INTRO
from diptych.extract.asks import follows, gives_time, obliges
from diptych.extract.bodies import corrected
from diptych.extract.house import about_itself, house
from diptych.extract.identify import Identifier
from diptych.extract.identity import Identity
from diptych.extract.lexicon import lexicon
from diptych.extract.loose import Loose
from diptych.extract.offices import offices
from diptych.extract.parties import Parties
from diptych.extract.passives import voice
from diptych.extract.people import narration
from diptych.extract.pleas import calls
from diptych.extract.proposals import ought, proposal
from diptych.extract.speakable import speakable
from diptych.extract.stances import stance
from diptych.extract.wishes import wish
from diptych.lexicons import wordset
from diptych.spans import Span
from diptych.values import Mode

#: The end of a sentence that may say who found what stands before: …, the commission found in its report.
_TAIL = re.compile(
    r",\s+((?:the|an?|its|researchers|investigators|inspectors|auditors)\s[^,]{3,170}|[A-Z][^,]{3,170})$"
)
_HELPED = re.compile(r"\s(?:has|have|had|did|also|now)$")
_FINITE = re.compile(r"\s(\w+ed|found|said|says|finds|writes|wrote)\b")
_SUBJECT = 10  # words of such a subject
_ACTIVE = re.compile(
    r"(?:(?:(?:has|have|had)\s+been|was|were|is|are)\s+unable\s+to\s+|(?:could|can)(?:\s+not|not|n['’]t)\s+"
    r"|(?:has|have|had|did|does|do)(?:n['’]t)?\s+(?:not\s+|also\s+|now\s+|even\s+)?|(?:was|is)\s+(?=based\s))?"
    r"(?:also\s+)?(\w+)"
)
#: What stands between a report and its verb: The study, published in a journal, …
_INSERTED = re.compile(r",\s+(?:[a-z]+ed|seen|written|led|run|due|which|who|the|an?|of|at|all|with)\s[^,.;:]{2,90},\s+")
#: What tells that a report came out.
_PUBLIC = re.compile(r"(?:has\s+|have\s+|had\s+)?(?:made?|makes|went|goes|gone)\s+(?:public|available|known|online)\b")
#: What somebody had done for long before.
_LONG = re.compile(r"had\s[^.;]*\bfor\s+(?:[\w-]+\s+){0,2}(?:years|decades)\b")
_FAR = 250  # code points between a speaker and what is told of their answer in the next paragraph
#: Who writes speaks.
_NARRATES = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
_INFINITIVE = re.compile(r"To\s+(?:[a-z]+ly\s+)?[a-z]+\s+(?!end\b|date\b)\w")
_SCRAP = 3  # words that say nothing alone
#: Those who made a report with somebody.
_TEAM = re.compile(
    r"(?:His|Her|Their)\s+(?:own\s+)?(?:team|group|students|colleagues|staff|lab|assistants|researchers|people)\b"
)
#: Somebody else, who has been named since.
_FULL = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+")
#: How long something took that those who make a report did: spent seven months combing the files.
_SPENT = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:spent|spends?)\s+(?:[\w,.-]+\s+){1,4}?(?:hours?|days?|nights?|weeks?|months?|years?)\s+"
    r"(?:[a-z]+ly\s+|in\s+[A-Z]\w+\s+)?[a-z-]+ing\b"
)
#: The first word of a verb's object, past its particle and "some".
_OBJECT = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:also\s+)?\w+\s+(?:(?:up|out|through|over|down|in|on)\s+)?"
    r"(?:(?:some|about|nearly|almost|around|roughly|another|more\s+than|at\s+least|a\s+total\s+of)\s+)?(\w+)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence without a reporting verb says: who, in which passage, and whether it asks for something."""

    who: Identity
    span: Span
    mode: Mode
    rule: str
    asks: bool = False


def _named(phrase: str) -> bool:
    """Whether a phrase that names neither party may name somebody who speaks: no place, no time."""
    first = phrase.split(maxsplit=1)[0].lower()
    return phrase[:1].isupper() and lexicon().tags.get(first) not in ("I", "B", "S", "C", "P") and speakable(phrase)


def _demands(text: str) -> bool:
    """Whether a sentence under a heading over demands is one: who should act, a bare noun phrase, To close the pond."""
    return obliges(text) or (len(text.split()) > _SCRAP and (follows(text) or _INFINITIVE.match(text) is not None))


def _counts(rest: str, verb: str) -> bool:
    """Whether a verb has a number of things for its object: registered twelve firms, set up some 300 accounts."""
    after = _OBJECT.match(rest)
    number = after is not None and (after[1][0].isdigit() or after[1].lower() in wordset("speakers", "numbers"))
    return number and verb not in offices().course


class Narrated:
    """Reads the narrator's sentences of one article, in order; `said` is who spoke last in the paragraph."""

    def __init__(self, article: Article, parties: Parties, identifier: Identifier, loose: Loose) -> None:
        self._text = article.seed.text
        self._identifier = identifier
        self._loose = loose
        self._house = house(article, parties)
        self.said: Identity | None = None

    def read(self, sentence: Span, text: str) -> list[Told]:
        """What a sentence tells that no quotation opens."""
        return (
            self._tail(sentence, text)
            or self._wishes(sentence)
            or self._subject(sentence, text)
            or self._stands(sentence)
            or self._passive(sentence, text)
            or self._sectioned(sentence, text)
            or self._housed(sentence, text)
        )

    def _tail(self, sentence: Span, text: str) -> list[Told]:
        """A finding whose source closes the sentence."""
        tail = _TAIL.search(text)
        if tail is None:
            return []
        for verb in _FINITE.finditer(tail[1]):
            phrase = _HELPED.sub("", tail[1][: verb.start()])
            if len(phrase.split()) > _SUBJECT or any(mark in phrase for mark in '“”"'):
                break
            if verb[1].lower() not in lexicon().verbs or phrase.endswith((" that", " which", " who")):
                continue
            who = self._identifier.phrase(phrase, sentence.start + tail.start(1))
            if who is None or who.party not in ("reporting", "responding"):
                return []
            return [Told(who, Span(sentence.start, sentence.start + tail.start()), "indirect", "tail")]
        return []

    def _subject(self, sentence: Span, text: str) -> list[Told]:
        """A sentence whose subject is the report or who made it, and whose verb is none of making or publishing it."""
        found = self._identifier.before.opening(sentence) or self._team(sentence, text)
        if found is None and (intro := INTRO.match(text)) is not None:
            later = self._identifier.before.opening(Span(sentence.start + intro.end(), sentence.end))
            found = (later[0], later[1] + intro.end()) if later and later[0].why == ("party's name",) else None
        if found is None or corrected(text[: found[1]]):
            return []
        who, after = found
        inserted = _INSERTED.match(text, after)
        rest = text[inserted.end() if inserted else after :].lstrip(" ,")
        verb = _ACTIVE.match(rest)
        document = who.why[:1] in (("document",), ("document before",))
        if verb is None or not (who.party == "reporting" or document) or text.rstrip(" ”’\"'")[-1:] not in ".!":
            return []
        word = verb[1].lower()
        if _PUBLIC.match(rest) or _LONG.match(rest) or (inserted and word in ("runs", "ran")):
            return []
        made = who.party == "reporting" and (
            word in offices().methods or (not document and (_counts(rest, word) or _SPENT.match(rest) is not None))
        )
        if made or word in offices().contents or (word in lexicon().verbs and word not in offices().course):
            told = narration(self._text, sentence)
            return [Told(who, sentence, "indirect", "subject", gives_time(told) or ought(told) or calls(told))]
        return []

    def _team(self, sentence: Span, text: str) -> tuple[Identity, int] | None:
        """Those who work for whoever spoke last, where a sentence starts with them: Her students …."""
        team = _TEAM.match(text)
        last = self._identifier.last
        if (
            team is None
            or last is None
            or last.party != "reporting"
            or sentence.start - self._identifier.last_at > _FAR
            or _FULL.search(self._text, self._identifier.last_at, sentence.start)
        ):
            return None
        return self._identifier.before.party("reporting", None, "whose team"), team.end()

    def _wishes(self, sentence: Span) -> list[Told]:
        """What somebody would have done, and what is told to be their answer."""
        told = narration(self._text, sentence)
        found = (wish(told) or proposal(told)) if not told.rstrip().endswith("?") else None
        if found is None:
            return []
        at = sentence.start + found.at
        opening = self._identifier.before.opening(sentence) if found.at == 0 else None
        if opening and opening[1] <= len(found.phrase) + 1:
            who: Identity | None = opening[0]
        else:
            who = self._identifier.phrase(found.phrase, at) or self.said
        if who is not None and found.asks and who.party == "responding" and found.phrase in ("Its", "Their"):
            who = self._identifier.reporting("whose advice")
        if who is None or who.party is None or (who.party == "third" and not (who.person or _named(found.phrase))):
            return []
        self.said = who
        span = Span(sentence.start + found.first, sentence.start + found.last).trimmed(self._text)
        return [Told(who, span, "indirect", "wish", found.asks)]

    def _sectioned(self, sentence: Span, text: str) -> list[Told]:
        """What stands under a heading that says whose words follow: That it was safe. The city should shut it."""
        section = self._identifier.sections.at(sentence.start)
        if section is None or text.rstrip(" ”’\"'")[-1:] != ".":
            return []
        narrated = self._identifier.before.opening(sentence) or _NARRATES.search(text)
        stated = section.verbatim or text.startswith("That ") or not narrated
        if not (_demands(text) if section.asks else stated):
            return []
        who = self._identifier.before.party(section.role, None, "heading")
        return [Told(who, sentence, "indirect", "section", section.asks)]

    def _housed(self, sentence: Span, text: str) -> list[Told]:
        """What a party says on a page of its own, in nobody else's name."""
        if self._house is None or text.rstrip(" ”’\"'")[-1:] != "." or about_itself(text):
            return []
        return [Told(self._identifier.before.party(self._house, None, "own page"), sentence, "indirect", "house")]

    def _passive(self, sentence: Span, text: str) -> list[Told]:
        """What is said in the passive, with nobody named who says it: the last speaker's answer, or a finding."""
        whose = voice(narration(self._text, sentence)) if text.rstrip(" ”’\"'")[-1:] == "." else None
        if whose is None:
            return []
        if whose == "report":
            who: Identity | None = self._identifier.reporting("found, by nobody named")
        elif text.startswith("In it "):
            who = self._identifier.before.document("it", sentence.start)
        else:
            who = self.said or self._identifier.last
        near = whose == "report" or sentence.start - self._identifier.last_at < _FAR
        if who is None or not near or who.party not in ("reporting", "responding"):
            return []
        return [Told(who, sentence, "indirect", "stance")]

    def _stands(self, sentence: Span) -> list[Told]:
        """Where somebody stands."""
        told = narration(self._text, sentence)
        stand = stance(told)
        if stand is None or told.rstrip().endswith("?"):
            return []
        opening = self._identifier.before.opening(sentence) if stand.at == 0 else None
        at = sentence.start + stand.at
        named = opening is not None and self._identifier.person_in(stand.phrase[opening[1] :]) is not None
        if opening and opening[1] <= len(stand.phrase) and not named:
            who: Identity | None = opening[0]
        else:
            who = self._loose.subject(stand.phrase, at) or self._identifier.phrase(stand.phrase, at)
        if who is None or who.party is None or (stand.person and not who.person):
            return []
        if stand.answers and who.party != "responding":
            return []
        if stand.known and not who.person and who.party == "third":
            return []
        return [Told(who, Span(sentence.start + stand.said, sentence.end), "indirect", "stance")]
