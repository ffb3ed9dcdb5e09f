"""Where somebody stands, with no verb of saying: X was unmoved; X is to sue; X was blunter: the sums were wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from diptych.extract.lexicon import lexicon as lexicon_of_words
from diptych.extract.offices import offices, words_of
from diptych.lexicons import either, lexicon, wordset

#: What a sentence is about before its subject: On the bonuses the company was briefer.
_ABOUT = re.compile(
    r"(?:On|As\s+(?:for|to)|About)\s+(?:the\s+|its\s+|that\s+|this\s+|his\s+|her\s+|their\s+)?"
    r"(?:(?:[\w-]+\s+){0,4}?[\w-]+,?\s+(?=(?:he|she|they|it|the|Mr|Ms|Mrs|Dr)\b|[A-Z])|[\w-]+,?\s+(?=[a-zA-Z]))"
)
#: What somebody does or is while they stand so, before the subject: Drawing on three surveys, it …
WHILE = re.compile(
    r"(?:[A-Z][a-z]{2,}ing|Based|Asked|Pressed|Questioned|Citing)\s[^,.;:]{3,90},\s+(?=(?:he|she|they|it|the|its|his|her)\s|[A-Z])"
)
#: A conjunction and a place before the subject: And from Larville the guild …
_LEADING = re.compile(
    r"(?:(?:And|But|Yet|So|Now|Still)\s+)?(?:(?:from|in|at|From|In|At)\s+[A-Z]\w+,?\s+(?=the\s|[A-Z]))?"
)
#: Whose answer it is that is told to be so: Mr Reed's reply is shorter.
_ANSWER = re.compile(
    r"(.{2,60}?)['’]s?\s+(?:own\s+)?(?:answer|reply|response|reaction|view|verdict|retort|tone|line|position|message|defence|defense)\b"
)
#: In few words how somebody is, then what is said: The mayor was blunter: the bridge was rotten.
_COLON = re.compile(
    r"\s(?:was|were|is|are|has|had|gave|gives|offers|offered|makes|made|puts|put|took|takes)\s+(?!asked\b|told\b)"
    r"(?:[^\W\d][\w’'-]*\s+){0,6}?[^\W\d][\w’'-]*:\s+(?=(?:[\w’',-]+\s+){3})"
)
_SEEMS = re.compile(
    r"\b(?:looks?|looked|seems?|seemed|sounds?|sounded|feels?|felt)\s+(?:[\w-]+\s+){1,4}?to\s+"
    r"(?=(?:the\s+)?[A-Z])"
)
_FOR = re.compile(
    r"(?:For|To)\s+((?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)(?:,|\s+(?:that|this|it)\s)"
)
_FOR_HIM = re.compile(r"(?:For|To)\s+(him|her)(?:,|\s+(?:that|this|it)\s)")
#: For the residents' association Tap Watch, …
_FOR_BODY = re.compile(
    r"(?:For|To)\s+((?:the|its|his|her|their)\s+(?:[a-z’'-]+\s+){1,4}?)((?:of\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*),\s"
)
#: For the Consumer Union, a charity, that is too late.
_FOR_APPOSED = re.compile(
    r"(?:For|To)\s+((?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+)*),\s+(?:an?|the|its|which|who|whose)\s[^,.;:]{3,80},"
    r"\s+(?:that|this|it|these|those)\s"
)
#: Who is none in particular, and what is only supposed.
_NOBODY = re.compile(
    r"(?:If|When|Whether|While|Although|Unless|Until|Once|Not|No|Nobody|Neither|None|Few|Nothing|What|How|Why|There|(?:That|This)(?!\s+(?:report|study|review|paper|document|audit)\s))\b"
)
#: Where something is so, which nobody says: Inside the works the mood is gloomy.
_INSIDE = re.compile(
    r"(?:Inside|Outside|Within|Among|Across|Around|Behind|Beyond|Under|Near)\s[^,]{2,60}\s(?:is|was|are|were)\s"
)
_SUBJECT = 150  # code points that a subject has at most


@dataclass(frozen=True, slots=True)
class Stance:
    """Who takes a stand: the words that name them, and where in the sentence these and what is said start."""

    phrase: str
    at: int
    said: int = 0
    person: bool = False  # whether it has to be a person: For Reed, …
    known: bool = False  # whether it has to be a person or a party: The union has an answer: …
    answers: bool = False  # whether it is one where the party that answers does it: the bank has published a review


def stance(told: str) -> Stance | None:
    """The stand that a narrator's sentence tells of; `told` is the sentence with its quotations blanked."""
    fronted = _fronted().match(told)
    if fronted:
        return Stance(fronted["who"], fronted.start("who"))
    if _NOBODY.match(told):
        return None
    lead = _FOR.match(told) or _FOR_HIM.match(told)
    if lead:
        return Stance(lead[1], lead.start(1), person=True)
    apposed = _FOR_APPOSED.match(told)
    if apposed and len(apposed[1].split()) > 1:
        return Stance(apposed[1], apposed.start(1))
    bodies = _FOR_BODY.match(told)
    if bodies and _names_body(bodies[1]):
        return Stance(bodies[1] + bodies[2], bodies.start(1))
    seems = _SEEMS.search(told)
    if seems:
        return Stance(told[seems.end() :].rstrip(" .").split(",")[0], seems.end())
    lead = WHILE.match(told) or _LEADING.match(told)
    about = _ABOUT.match(told, lead.end() if lead else 0)
    start = about.end() if about else lead.end() if lead else 0
    colon = _COLON.search(told, start, start + 160)
    said = colon.end() if colon else 0
    if _INSIDE.match(told, start):
        return None
    stands = _stands().search(told, start)
    answer = _ANSWER.match(told, start)
    if answer and stands and answer.end() <= stands.start() <= start + _SUBJECT:
        return Stance(answer[1], start, said)
    if stands and _of_clause(words_of(told[start : stands.start()])):
        return None
    if stands and 0 < stands.start() - start <= _SUBJECT:
        return Stance(told[start : stands.start()], start, said)
    if colon and 0 < colon.start() - start <= _SUBJECT:
        return Stance(told[start : colon.start()], start, said, known=True)
    does = _does().search(told, start)
    if does and 0 < does.start() - start <= _SUBJECT and not _of_clause(words_of(told[start : does.start()])):
        return Stance(told[start : does.start()], start, answers=True)
    return None


def _of_clause(words: list[str]) -> bool:
    """Whether words that go before how somebody is are a clause with another verb: The call came from a firm, which."""
    tags = lexicon_of_words().tags
    return words[-1:] in (["which"], ["who"]) and any(tags.get(word) in ("V", "A") for word in words)


def _names_body(phrase: str) -> bool:
    """Whether a noun phrase holds a noun for a body that speaks: the residents' association."""
    return bool(set(words_of(phrase)) & (offices().organisations | offices().outsiders))


@cache
def _fronted() -> re.Pattern[str]:
    """What somebody denies, before who does: That the agency denies."""
    how, denies = (either(wordset("stances", key)) for key in ("firmly", "denials"))
    return re.compile(
        r"(?:(?:(?:All\s+(?:of\s+)?)?(?:[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose)|All"
        r"|The\s+(?:first|second|third|fourth|last|latter|former|rest)(?:\s+of\s+(?:these|those|them))?)\s+(?!is\b|was\b)"
        r"|The\s+(?:first|second|third|fourth|last|latter|former)\s+(?:[a-z]+\s+){1,2}?(?=(?:Mr|Ms|Mrs|Dr)\b))"
        rf"(?P<who>[^,.;:]{{2,60}}?)\s+(?:{how}\s+)?{denies}[.;]"
    )


@cache
def _stands() -> re.Pattern[str]:
    loaded = lexicon("stances")
    how, deeds = (either(wordset("stances", key)) for key in ("adjectives", "deeds"))
    verbs = either(loaded["verbs"])
    due = "|".join(rf"{either(some.split())}\s+(?:[\w’'-]+\s+){{1,7}}?{to}\s" for to, some in loaded["causes"].items())
    doing = either(f"{one.removesuffix('e')}ing" for one in wordset("stances", "deeds"))
    be = r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|seems|seemed|sounds|sounded|remains|remained)"
    against = r"(?:dead\s+|flatly\s+|firmly\s+|all\s+)?(?:against|opposed|in\s+favou?r|for\s+it|unconvinced)"
    degree = r"(?:(?:not|less|more|most|almost|quite|rather|hardly|far|from|much|still|even|so|very|no)\s+){0,2}"
    return re.compile(
        rf"\s(?:{be}\s+(?:{degree}{how}\b|{against}(?=[.,;])|at\s+(?:its|his|her|their)\s+(?:most\s+[a-z]|[a-z]+est\b))|(?:(?:has|have|had|is|are|was|were|isn['’]t|wasn['’]t)\s+)?"
        rf"(?:[a-z]+ly\s+)?{verbs}\b|(?:is|are|plans?|intends?|means?)\s+to\s+{deeds}\b"
        rf"|puts?\s+(?:[\w’'-]+\s+){{1,14}}?at\s+(?:\W?\d|about|around|some|nearly|almost|more|less|under|over|roughly|close|between|well)\S*"
        rf"|(?:[a-z]+ly\s+)?(?:{due})"
        rf"|(?:will|won['’]t|will\s+not)\s+(?:{deeds}\b|be\s+{doing}\b))"
    )


@cache
def _does() -> re.Pattern[str]:
    """What a party does that answers: has published a review, has lodged an appeal, is weighing its options."""
    words = {
        key: either(wordset("stances", key))
        for key in ("brings_out", "own_papers", "hires", "advocates", "brings", "suits", "weighs", "weighed")
    }
    some = r"(?:an?|the|its|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?"
    lead = r"(?:(?:has|have|had|also|since|now|then|promptly|later|even|already)\s+){0,3}"
    return re.compile(
        rf"\s{lead}(?:{words['brings_out']}\s+{some}{words['own_papers']}\b"
        rf"|{words['hires']}\s+(?:{some})?{words['advocates']}\b"
        rf"|{words['brings']}\s+(?:{some})?{words['suits']}\b)"
        rf"|\s(?:is|are|was|were)\s+(?:still\s+|now\s+|also\s+)?(?:{words['weighs']}\s+(?:{some})?{words['weighed']}\b"
        r"|(?:taking|seeking)\s+(?:legal\s+)?(?:advice|counsel)\b)"
    )
