"""Who works for the party that answers without being its voice: a nameless person who is told to work "there"."""

from __future__ import annotations

import re

from diptych.extract.antecedents import Antecedents
from diptych.extract.offices import offices, words_of

#: What somebody does and where, no body being named: who works on the third floor, with nine years at the company.
_WORKS = re.compile(
    r"\bwho\b(?:[^.;:!?“”\"\n]{0,40}?\s)?(?:works?|worked|serves?|served)\s+(?:there\b|(?:on|in|for|at|under)"
    r"\s+(him|her|it|them|(?:the|its|their|his|her)\s+[a-z][\w-]*(?:\s+[a-z][\w-]*)?))"
    r"|\bwith\s+[\w-]+\s+years\s+(?:at|in|with)\s+(?:the|its)\s+([a-z]+)"
    r"|\b(?:person|man|woman|somebody|someone|manager)\s+in\s+[a-z]+\s+(there)\b"
    r"|\b(?:[Oo]ne|[Aa]|[Aa]nother)\s+(?:member|director)\s+of\s+(?:the|its|their|his|her)\s+"
    r"((?:supervisory|executive|management)\s+board)\b"
)
#: Who holds an office now, of the body that is spoken of: a serving officer; not a serving teacher, nor of the police.
_SERVING = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]everal|[Ss]ome|[Tt]wo|[Tt]hree)\s+(?:now-)?serving\s+[a-z]")
_GONE = re.compile(
    r"\bwho\s+(?:had\s+)?(?:worked|served)\b[^.;]*\buntil\b|\bwho\s+(?:(?:has|had)\s+)?(?:left|resigned)\b"
    r"(?!\s+(?:the|an?|his|her|their)\s+(?:room|hall|meeting|hearing|door|doors|lights?|scene|house|table|stage)\b)"
)
_HEAD = re.compile(r",|\s(?:of|at|in|with|from|for|who|that|whose)\s")
_OF_OTHERS = re.compile(r"\s(?:of|at|in|with|from|for)\s+(?:the\s+|an?\s+)?[A-Z]")
_AGAIN = re.compile(r"[Tt]his\s+(?:person|man|woman|official|employee|insider|source)\b")


def gone(mention: str, after: str) -> bool:
    """Whether a nameless speaker, mentioned before some text, works somewhere no more: a man who left it in June."""
    return _GONE.search(mention) is not None or _GONE.match(after.lstrip(" ,")) is not None


def inside(mention: str, at: int, text: str, before: Antecedents) -> bool:
    """Whether a nameless speaker, mentioned at an offset, is told to work where the report looked.

    "This person" is told of in the sentence before. Who worked on the report itself, or has left, is none.
    """
    if _SERVING.match(mention) and not _OF_OTHERS.search(mention):
        *kind, head = words_of(_HEAD.split(mention, maxsplit=1)[0])
        known = offices()
        return known.office_in(head) == "any" and not any(
            word in known.unowned or known.office_in(word) == "state" for word in kind
        )
    again = _AGAIN.match(mention)
    sentence = before.previous(at) if again else before.sentence(at)
    told = text[sentence.start if again else at : sentence.end] if sentence is not None else ""
    found = _WORKS.search(told)
    if found is None or set(words_of(told)) & (offices().past | offices().ended):
        return False
    where = set(words_of(next((one for one in found.groups() if one), "")))
    return not where & (offices().documents | offices().reporting)
