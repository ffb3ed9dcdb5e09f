"""What is asked for, told by the grammar of a sentence: a fence is what the panel proposes; its wish is a fence."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.pleas import needs
from diptych.extract.times import WEEKDAY, spans
from diptych.extract.wishes import Wish
from diptych.lexicons import either, wordset
from diptych.months import full

#: Whose it is that is asked for: the panel, its inspectors, Ada Lind.
_WHO = (
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ss]?[Hh]e|[Ii]t|[Tt]hey|[A-Z][\w&-]*)(?:['’]s?)?"
    r"(?:\s[^,.;:?“”\"]{1,55}?)?)"
)
#: What stands between a subject and what it is: is; looks to be; would be; comes.
_BE = (
    r"(?:(?:is|are|was|were|would\s+be|remains?|(?:looks?|seems?|appears?)\s+(?:to\s+be|like)|comes?|came|stands?"
    r"|sits?)\b)"
)
#: What a report asks for without asking: a fence is overdue; the mill would do well to fence it; it seeks a ban.
_SOUGHT = (
    r"(?:ban|halt|stop|end|stay|pause|freeze|moratorium|recall|refund|review|inquiry|audit|limit|cap|curb|suspension|removal|repeal"
    r"|closure|change|overhaul|law|fund)"
)
_OUGHT = re.compile(
    "|".join(
        (
            # what would be wise
            r"\bwould\s+(?:do\s+well|be\s+(?:well|better)\s+(?:advised|off))\s+to\b",
            r"\bbe\s+(?:far\s+|much\s+)?(?:better|wiser|safer)\b[^.;:]{0,40}\bif\b",
            # that it is time, and whose turn
            r"\bit\s+(?:is|was)\s+(?:now\s+|high\s+|long\s+past\s+)?time(?:,\s[^,.;:]{2,40},)?\s+(?:for\s[^.;:]{2,60}?\s)?to\s+[a-z]",
            r"\bit\s+(?:is|was)\s+(?:now\s+)?(?:for|up\s+to)\s+(?:the|[A-Z])[\w\s’'-]{2,40}?\s+to\s+[a-z]",
            r"\btime\s+has\s+come\s+(?:for|to)\b",
            r"\b(?:is|are)\s+(?:long|well)\s+overdue\b",
            # what is needed, or is the least
            r"\b(?:nothing|anything|no\s+less)\s+(?:less|short)\s+(?:than|of)\b[^.;:]*\b(?:will|would)\s+(?:do|suffice)\b",
            r"\bneeds\s+(?:urgently\s+|now\s+|also\s+)?(?:an?|new|better|stricter|tougher|clearer|independent|proper)\s+"
            r"(?!day\b|year\b|week\b)",
            # what somebody wants
            r"\b(?:would|will)\s+(?:also\s+|therefore\s+)?(?:recommend|urge|call\s+for)\b",
            r"\b(?:we|i)\s+(?:also\s+)?want\s+(?!to\s+(?!see\b)|you\b|no(?:thing)?\b)",
            r"\b(?:it|they|he|she)\s+(?:also\s+|now\s+)?(?:wants?|would\s+like|would\s+prefer)\s+"
            r"(?!to\s+(?:know|see\s+(?:the\s+)?(?:files?|papers|logs?|data|records))\b)",
            rf"\b(?:seeks?|(?:is|are)\s+seeking|(?:has|have)\s+sought)\s+(?:an?|the)\s+{_SOUGHT}\b",
            r"\b(?:demand|plea|call|recommendation|proposal|appeal|ultimatum)s?:\s+[a-z]",
        )
    ),
    re.IGNORECASE,
)
#: What is among what somebody asks for: made five recommendations, including that the mill hand over its logs.
_INCLUDING = re.compile(
    r"\b(?:recommendations|proposals|demands|requests|asks|measures|steps|conditions)\b,?\s+(?:including|among\s+them|(?:the\s+)?first\s+of\s+which"
    r"|(?:chief|first|foremost)\s+among\s+them)\b|\b(?:recommendations|proposals|demands|asks|steps|conditions|remedies):\s"
)
#: What has to be done to win something back: To reapply, the mill would need a new vat.
_TO_REGAIN = re.compile(
    r"(?:To|In\s+order\s+to)\s+(?:re[a-z]+|get|win|regain|keep|lift|avoid|continue|go\s+on|be\s+allowed)\b"
    r"[^.;:]{0,60}?\s(?:must|(?:will|would)\s+(?:first\s+)?(?:have\s+to|need)|needs?\s+to|ha(?:s|ve)\s+to)\b"
)
#: What would be done: the mill would have to pay under its proposals.
_UNDER = re.compile(
    r"[^.;:?“”\"]{3,90}\swould\s+(?:have\s+to|need\s+to|be\s+[a-z]+(?:ed|en|wn|ut))\b[^.;:?]{0,90}\sunder\s+(?:the|its|their|these|her|his|[A-Z][\w-]*['’]s?)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:recommendations|proposals|plan|plans)\b"
)
#: Somebody is given time to act: has until 30 June to fence it; set the mill a deadline of May to fence it.
_DEADLINE = re.compile(
    r"\b(?:has|have|had|was\s+given|were\s+given|been\s+given|given)\s+(?:until|till)\s+(?:[\w'’-]+\s+){1,5}?to\s+"
    r"(?!comment\b|answer\b|reply\b|respond\b|appeal\b|explain\b)[a-z]"
    r"|\b(?:set|sets|gave|given|imposed)\s+(?:[\w'’-]+\s+){0,4}?an?\s+(?:[a-z]+\s+)?(?:deadline|ultimatum)\b"
)
#: One of a report's recommendations, by its number.
_NUMBERED = re.compile(
    r"(?:[Tt]he\s+)?(?:[Rr]ecommendation|[Dd]emand|[Pp]roposal)\s+(?:no\.?\s*|number\s+)?(?:\d+|[a-z]+)\b[^.;:]{0,60}"
    r"(?::\s+[a-z]|\s(?:is|would|calls?|asks?|wants?)\b)|[^.]{0,60}\brecommendations?[,;]\s+(?:number|no\.)\s+one\s"
)


def ought(words: str) -> bool:
    """Whether words of a report ask for something without a verb of asking."""
    return bool(needs(words) or _OUGHT.search(words) or _INCLUDING.search(words) or _DEADLINE.search(words))


def named(sentence: str) -> bool:
    """Whether a sentence tells one of a report's demands, and of nobody whose it is: The remedy proposed is a fence."""
    return any(one.match(sentence) for one in (_NUMBERED, _TO_REGAIN, _UNDER, *_unowned()))


def proposal(told: str) -> Wish | None:
    """What a narrator's sentence tells that somebody asks for; `told` is it with its quotations blanked."""
    for one in _owned():
        found = one.match(told)
        if found:
            first = found.end() if told[: found.end()].rstrip().endswith(":") else 0
            return Wish(found["who"], found.start("who"), first, len(told.rstrip(" .")), asks=True)
    return None


@cache
def _nouns() -> str:
    return either(wordset("wishes", "advice") | wordset("asks", "lists") | {"ask", "fix"})


#: At the top, or further down, of a list.
_PLACED = (
    r"(?:Also\s+)?(?:Top|[Hh]igh|First|Second|Last|Next|Heading|Topping|Leading|Further\s+down|At\s+the\s+(?:top|head))\s+"
    r"(?:up\s+)?(?:of\s+|on\s+)?"
)
_LIST = rf"\s+(?:wish\s*-?\s*)?(?:list|agenda)\b[^.;:]{{0,40}}?\s{_BE}"
_OWN_LIST = rf"\s+(?:wish\s*-?\s*)?(?:list|agenda)\b[^.;:]{{0,40}}?(?:\s{_BE}|:\s)"


@cache
def _owned() -> tuple[re.Pattern[str], ...]:
    """Sentences that tell what somebody asks for, and whose demand it is."""
    nouns, verbs = _nouns(), either(wordset("wishes", "asks"))
    few = r"(?:(?:the|its|their|his|her|one|two|three|four|five|\d+)\s+)?(?:[a-z-]+\s+){0,2}?"
    owner = rf"{_WHO}(?:['’]s?|(?<=\b[Ii]ts)|(?<=\b[Tt]heir)|(?<=\b[Hh]is)|(?<=\b[Hh]er))"
    be = r"[^?]{5,200}?\s(?:is|are|was|were)\s+"
    return (
        # A yearly survey is what the panel proposes; a fence: that is what the panel asks.
        re.compile(
            r"[^?]{5,200}?[\s:]\s*(?:is|are|that\s+is|that['’]s|those\s+are|this\s+is)\s+(?:all\s+)?(?:what|that)\s+"
            rf"{_WHO}\s+{verbs}\b"
        ),
        # A cap and a hotline are the report's chief demands; those are the two demands the study closes with.
        re.compile(rf"{be}(?:among\s+|one\s+of\s+)?{owner}\s+{few}{nouns}\s*[.,;]"),
        re.compile(
            rf"{be}(?:among\s+)?the\s+{few}{nouns}\s+(?:that\s+|which\s+)?{_WHO}\s+[a-z]+\s+(?:with|on|for|in)?\s*[.,;]"
        ),
        re.compile(_PLACED + owner + _OWN_LIST),  # Top of its list is a fence.
        # The panel's suggestion, hidden in a footnote: wait; its one ask is modest: wait.
        re.compile(
            rf"{owner}\s+{few}{nouns}\b(?:,\s[^.;:]{{2,70}},?|\s(?:is|are|fits?|comes?|runs?|boils?)\s[^.;:]{{2,50}})?"
            r":\s+(?=[a-z])"
        ),
        # What the inspectors want done: a fence.
        re.compile(rf"(?:And\s+|But\s+)?What\s+{_WHO}\s+{verbs}\b[^.;:?]{{0,40}}:\s+(?=[a-z])"),
    )


@cache
def _unowned() -> tuple[re.Pattern[str], ...]:
    """Sentences that tell a demand, and of nobody whose it is."""
    nouns = _nouns()
    call = r"an?\s+(?:[a-z]+\s+)?(?:call|demand|plea|recommendation|proposal)\s+(?:for|that|to)\b"
    return (
        re.compile(_PLACED + "the" + _LIST),
        re.compile(rf"[^?“”\"]{{3,120}}?\s(?:is|are|comes?|stands?)\s+(?:also\s+)?{call}"),
        re.compile(
            rf"(?:The|Its)\s+(?:[a-z]+\s+)?{nouns}\s+(?:[a-z]+ly\s+)?"
            rf"(?:proposed|recommended|suggested|demanded|sought)\s+{_BE}"
        ),
        # Somebody is given time: The mill was given until May to fence it.
        re.compile(
            r"(?:The|[A-Z])[^.;:?“”\"]{2,60}?\s(?:was|were|has\s+been|have\s+been)\s+given\s+"
            rf"(?:(?:until|till)\s+(?:[\w'’-]+\s+){{1,5}}?|[\w-]+\s+{spans()}\s+)to\s+"
            r"(?!comment\b|answer\b|reply\b|respond\b|read\b|look\b)[a-z]"
        ),
        re.compile(
            rf"Among(?:st)?\s+(?:the|its|their|other|her|his)\s+(?:[a-z]+\s+)?{nouns}\s*(?::|,?\s+(?:is|are|was|were)\b)"
        ),
    )


def dated() -> str:
    """A pattern for the times by which something is to be done: by Christmas, by May, by Friday."""
    return rf"(?:{either(full())}|{WEEKDAY}|Christmas|Easter|Ramadan|Diwali|New\s+Year)\b"
