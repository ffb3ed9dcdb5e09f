"""What somebody would have done, and what their answer is: told by the grammar of a sentence, with no verb of saying.

The panel would have the yard shut; the panel's advice is to wait; the firm's explanation is rust; that is how the
firm tells it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from diptych.extract.bids import imperative
from diptych.lexicons import either, lexicon, wordset


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose it is, by the words that name them and where these start in the sentence; what is said; whether it asks."""

    phrase: str
    at: int
    first: int
    last: int
    asks: bool = False


_IT_IS = re.compile(r"It\s+(?:is|was)\s+")
_NOBODY = re.compile(r"(?:I|We|You|If|When|Whether|While|Unless|Nobody|No\s+one|There|That|This|What|Who|How|Why)\b")
#: What only points to the sentence before: That is how the firm tells it.
_POINTS = frozenset(("That", "This", "It", "Which"))
#: For whom an advice is, before who gives it: For the yard the panel has a list of demands.
_TOWARDS = re.compile(r"(?:For|To)\s+(?:the\s+)?[^,.;:]{2,40}?,?\s+(?=(?:the|its|their)\s)")
_SUBJECT = 90  # code points that a subject has at most


def wish(told: str) -> Wish | None:
    """The wish or the answer that a narrator's sentence tells of; `told` is it with its quotations blanked."""
    stop = len(told.rstrip(" ."))
    some = _patterns()
    manner = some["manner"].search(told)
    if manner and told[: manner.start()].strip() in _POINTS:
        return None
    if manner:
        return Wish(manner["who"], manner.start("who"), 0, manner.start())
    within = some["within"].search(told)
    if within and not _NOBODY.match(told):
        return Wish(within["who"], within.start("who"), 0, stop)
    if _NOBODY.match(told):
        return None
    would = some["would"].search(told)
    if would and 0 < would.start() <= _SUBJECT:
        return Wish(told[: would.start()], 0, would.start(), stop, True)
    advice = some["advice"].match(told)
    if advice:
        return Wish(advice["who"], 0, 0, stop, True)
    towards = _TOWARDS.match(told)
    advises = some["advises"].match(told, towards.end() if towards else 0)
    if advises:
        return Wish(advises["who"], advises.start("who"), advises.end(), stop, True)
    lead = _IT_IS.match(told)
    first = lead.end() if lead else 0
    answer = next(
        (match for key in ("answer", "position", "from", "has", "is") if (match := some[key].match(told, first))), None
    )
    if answer is None:
        return None
    bids = answer.re is some["position"] and imperative(told[answer.end() :])
    first = lead.end() if answer.re is some["is"] and lead else 0 if answer.re is some["is"] else answer.end()
    return Wish(answer["who"], answer.start("who"), first, stop, bids)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {key: either(wordset("wishes", key)) for key in lexicon("wishes")}
    done = rf"(?<!to )(?:[a-z]{{2,}}ed|{words['done']}|{either(wordset('asks', 'imperatives'))})"
    who = r"(?P<who>[^,.;:?]{2,60}?)"
    chief = either(wordset("asks", "chief"))
    be = r"(?:is|are|was|were|has\s+been|remains?|remained)"
    no_state = (
        r"(?!(?:not|at|in|on|over|under|up|to\s+be|being|due|out|late|overdue|pending|awaited|expected|imminent|unknown|unclear|still)\b"
        r"|[a-z]+(?:ed|own|ung)\b|heard\b|shut\b)"
    )
    return {
        "would": re.compile(
            r"\s(?:would|['’]d)\s+(?:(?:also|then|rather|further|instead|even|much|gladly)\s+)*have\s+"
            rf"(?!it\b|to\b|been\b|had\b|never\b|[a-z]+ed\b)(?:[\w’'-]+\s+){{1,9}}?{done}\b"
        ),
        "advice": re.compile(
            rf"{who}(?:['’]s?|(?<=Its)|(?<=Their)|(?<=His)|(?<=Her))\s+(?:(?:[a-z-]+\s+){{0,2}}?(?:{words['advice']})"
            rf"(?:\s+[^,.;:]{{1,60}}?)?\s+{be}\s+(?:(?:for|to|that|simple|plain)\b|(?:[a-z-]+\s+){{0,2}}?[a-z-]+:\s+(?=[a-z]))"
            rf"|(?:[a-z-]+\s+)?(?:remedy|prescription|cure|fix)\s+{be}\s+(?:an?|the|more|fewer|better|no|new)\s"
            rf"|{chief}\s+(?:[a-z-]+\s+)?{words['advice']}\s+{be}\s+(?:an?|the|more|fewer|better|no)\s)"
        ),
        "advises": re.compile(
            rf"{who}\s+(?:also\s+|now\s+|further\s+)?(?:has|have|had|offers|offered|gives|gave|makes|made)\s+(?:[a-z-]+\s+){{0,4}}?"
            rf"(?:{words['advice']})(?:\s+(?:for|to)\s+[^.:;]{{2,60}})?:\s+(?=[a-z])"
        ),
        "answer": re.compile(
            rf"{who}(?:['’]s?|(?<=Its)|(?<=Their)|(?<=His)|(?<=Her))\s+(?:[a-z-]+\s+){{0,2}}?(?:{words['answers']})"
            rf"(?:\s+(?:to|for|on|of|about)\s+[^,.;:]{{2,50}}?|,\s[^,.;:]{{2,50}},)?(?:\s+{be}\s+{no_state}|:\s+)"
        ),
        "position": re.compile(
            rf"{who}(?:['’]s?|(?<=Its)|(?<=Their)|(?<=His)|(?<=Her))\s+(?:[a-z-]+\s+){{0,2}}?(?:{words['positions']})"
            rf"(?:\s+(?:to|for|on|of|about)\s+[^,.;:]{{2,50}}?)?(?:\s+{be}\s+(?=that\b)|:\s+)"
        ),
        "from": re.compile(
            rf"(?:The|An?)\s+(?:[a-z-]+\s+)?(?:{words['answers']}|{words['positions']})"
            rf"(?:\s+(?:to|on)\s+[^,.;:]{{2,50}}?)?,?\s+(?:from|given\s+by|offered\s+by)\s+{who}"
            rf"(?:,\s+[^.;:]{{2,90}}?,|,)?\s+{be}\s+{no_state}"
        ),
        "has": re.compile(
            rf"{who}(?:['’]s?|(?<=Its)|(?<=Their)|(?<=His)|(?<=Her))\s+(?:[a-z-]+\s+)?"
            rf"(?:{words['answers']}|{words['positions']}|{words['telling']})\s+(?:has|have|had)\s+(?:[\w’'-]+\s+){{1,8}}?[a-z]+ing\b"
        ),
        "is": re.compile(
            r"(?!(?:This|That|It|There|He|She|They|What)\b)[^,.;:?]{2,60}?\s(?:is|was)\s(?P<who>(?:[Tt]he\s+[a-z]+|[A-Z]\w+(?:\s[A-Z]\w+)?)(?=['’])|his|her|its|their)"
            rf"(?:['’]s?)?\s+(?:own\s+|main\s+|only\s+|usual\s+|stock\s+)?(?:{words['answers']})\s+(?:for|to|of)\s"
        ),
        "manner": re.compile(
            rf",?\s(?:is|was)\s+(?:how|what|all\s+that|all)\s+{who}\s+(?:(?:{words['tells']})\s+(?:it|things|matters)"
            r"|(?:will\s+|would\s+|has\s+to\s+|had\s+to\s+)?(?:say|says|said)(?:\s+(?:to|of|about|on)\s|[\s.]*$))"
        ),
        "within": re.compile(rf"\bin\s+{who}['’]s?\s+(?:own\s+)?(?:{words['telling']})(?=[,.;:]|$)"),
    }
