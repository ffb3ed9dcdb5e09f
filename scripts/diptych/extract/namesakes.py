"""A company and a person of the same name: which of the two a mention means, by what stands right beside the name."""

from __future__ import annotations

import re

#: Nouns for bodies that no person is called by; of makers, those of things that one person does not make.
_BODY = (
    r"(?:company|firm|bank|corporation|conglomerate|group|foundation|charity|business|retailer|supermarket|chain|airline"
    r"|carrier|insurer|brewery|manufacturer|newspaper|magazine|consultancy|subsidiary|partnership|start-?up|brand|fund"
    r"|cooperative|co-operative|association"
    r"|(?:car|truck|tractor|chip|aircraft|plane|ship|toy|drug|phone|engine|tyre|arms|steel|paper)[ -]?maker)"
)
#: What makes a name that of a firm, behind it.
_FORM = re.compile(
    r",?\s((?:Ltd|Limited|PLC|plc|Inc|LLC|LLP|GmbH|AG|AB|ASA?|SA|NV|BV|SpA|Pty|Corp|Corporation|Co|Company|Group|Holdings"
    r"|(?:&|and)\s(?:Co|Sons|Daughters|Brothers|Partners|Associates))\b)"
)
#: An apposition that ends with such a noun: ", the company," and ", a tractor maker based in …"; not "the firm's head".
_BEHIND = re.compile(
    r",\s(?:the|an?|its)\s(?:(?!(?:of|at|for|in|with|to|from|by|on|and|or|who|that|the|an?)\s)[\w-]+\s){0,4}?"
    + _BODY
    + r"\s*(?:[,.;:]|(?:that|which|behind|based|of|in|from|founded)\b)"
)
_BEFORE = re.compile(rf"(?:^|\s){_BODY}\s$")


def body_named(text: str, at: int, mention: str, name: str) -> str | None:
    """The name of the body that a mention at an offset of a text means, where it has the name of a person.

    None where nothing beside the name says that it is one: then the person is meant.
    """
    place = mention.find(name)
    if place < 0 or not text.startswith(mention, at):
        return None
    before, end = mention[:place], at + place + len(name)
    after = text[end : end + 80].partition("\n")[0]
    form = _FORM.match(after)
    if form:
        return f"{name} {form[1]}"
    return name if _BEHIND.match(after) or _BEFORE.search(before.lower()) else None
