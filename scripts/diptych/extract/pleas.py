"""What asks somebody to act by a noun or an adjective: a call for an inquiry, the top of a list, high time to close."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset

#: What would be done: Under the recommendations, every sack would be weighed.
_UNDER = re.compile(
    r"(?:Under\s+(?:the|its|their|these|those)\s+(?:[\w’'-]+\s+){0,3}?(?:recommendations|proposals)\b[^.:;]{0,40},"
    r"|If\s+(?:adopted|accepted|implemented|followed|enacted),\s+(?:the|its|their|these)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:recommendations|proposals)\b)[^.;]*\b(?:would|must|should|will)\b"
)


def needs(words: str) -> bool:
    """Whether something is told to be needful: it is high time to close, the mill had better close."""
    return bool(_needful().search(words))


def calls(sentence: str) -> bool:
    """Whether a sentence tells that a paper calls for something: it ends with a call for an inquiry."""
    return bool(_comes().search(sentence))


def under(sentence: str) -> bool:
    """Whether a sentence tells what some recommendations would have done."""
    return bool(_UNDER.match(sentence))


@cache
def _needful() -> re.Pattern[str]:
    some, minds = either(wordset("asks", "needful")), either(wordset("asks", "minds"))
    better = either(wordset("asks", "imperatives") | {"be", "have", "do"})
    return re.compile(
        rf"\b(?:[Ii]t(?:\s+is|['’]s|\s+would\s+be)\s+(?:now\s+|also\s+|therefore\s+|long\s+)?{some}"
        rf"(?:(?<!is time)\s+(?:that|if)\b(?!\s+(?:we|you|I)\b)|(?:\s+for\s+[^,.;:]{{2,40}})?\s+to\s+(?!{minds}\b))"
        rf"|(?:had|['’]d)\s+better\s+(?:not\s+)?{better}\b"
        r"|[Ww]hat\s+(?:is|['’]s)\s+(?:now\s+|really\s+|urgently\s+)?needed\s+(?:now\s+)?is\b"
        r"|(?:is|are)\s+(?:urgently|badly|sorely|desperately)\s+needed\b"
        r"|\b(?:sees?|saw|is|are|was|were)\s+(?:an?|no\s+less\s+than\s+an?)\s+(?:[\w-]+\s+){0,2}?need\s+(?:for|to)\b)"
    )


@cache
def _comes() -> re.Pattern[str]:
    comes, some = either(wordset("asks", "comes")), either(wordset("asks", "calls"))
    return re.compile(
        rf"\b{comes}\s+(?:its|their|an?|the|another|one|\d+|two|three)\s+(?:[\w-]+\s+){{0,3}}?{some}\s+"
        r"(?:for\b(?!\s+(?:comments?|help|information|more|an?\s+interview))|to\s+[a-z]|that\b)"
    )
