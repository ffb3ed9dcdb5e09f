"""A company and a person of the same name: which of the two a mention means, by what stands right beside the name."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, lexicon, wordset


def body_named(text: str, at: int, mention: str, name: str) -> str | None:
    """The name of the body that a mention at an offset of a text means, where it has the name of a person.

    None where nothing beside the name says that it is one: then the person is meant.
    """
    place = mention.find(name)
    if place < 0 or not text.startswith(mention, at):
        return None
    before, end = mention[:place], at + place + len(name)
    after = text[end : end + 80].partition("\n")[0]
    some = _patterns()
    form = some["form"].match(after)
    if form:
        return f"{name} {form[1]}"
    return name if some["behind"].match(after) or some["before"].search(before.lower()) else None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What stands beside a name that is a body's: its form, behind it; what kind of body it is, behind or before it.

    Behind it, the apposition ends with the noun: ", the company," and ", a tractor maker based in …"; not "the firm's
    head".
    """
    words = {key: either(wordset("namesakes", key)) for key in lexicon("namesakes")}
    body = rf"(?:{words['bodies']}|{words['made']}[ -]?maker)"
    return {
        "form": re.compile(rf",?\s((?:{words['forms']}|(?:&|and)\s{words['partners']})\b)"),
        "behind": re.compile(
            r",\s(?:the|an?|its)\s(?:(?!(?:of|at|for|in|with|to|from|by|on|and|or|who|that|the|an?)\s)[\w-]+\s){0,4}?"
            rf"{body}\s*(?:[,.;:]|(?:that|which|behind|based|of|in|from|founded)\b)"
        ),
        "before": re.compile(rf"(?:^|\s){body}\s$"),
    }
