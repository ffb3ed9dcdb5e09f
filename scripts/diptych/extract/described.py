"""The noun phrases beside a name: what an article calls somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices
from diptych.extract.times import WEEKDAY
from diptych.spans import Span

#: A name goes on with where somebody is from: Ada Lind of the Harbour Guild.
OF = re.compile(r"\s+(?:of|from|at|for)\s+(?:the\s+)?(?=[A-Z])")
_STOP = re.compile(r"[.;:!?“”\"\n—]")
_BEFORE = 90  # code points before a name that are looked at
_REACH = 80  # and after it, for whose somebody is
_CAPITALS = re.compile(r"((?:[A-Z][\w&.-]+\s+)+)$")
_AFTER = re.compile(r",\s+([^.;:!?“”\"\n—]{3,120})")
_MEMBER = re.compile(r"\s+((?:of|from|for|at)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}[A-Z][^.,;:!?“”\"()\n—]{2,60})")
#: Where somebody is, and no body: at Monday's hearing.
_DAY = re.compile(rf"^(?:of|from|for|at)\s+{WEEKDAY}\b")
_OWNER = re.compile(r"['’]s\s+((?:[A-Z][\w&.-]+\s*)+)")
#: A courtesy title between an office and a name: the firm's head, a Mr Lind.
_COURTESY = re.compile(
    r"(?:,\s+)?\b(?:an?\s+)?(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Reverend|Fr|Sr"
    r"|Brother|Hon|Capt|Captain|Col|Colonel|Gen|Lt|Maj|Major|Sgt|Justice|Madam|Madame)\.?$"
)
#: Where somebody works since: who taught at Marl before she joined the panel.
_JOINED = re.compile(r"\bbefore\s+(?:he|she|they)\s+joined\s+((?:the\s+|its\s+)?[\w&'’ -]{3,60})(?:,|$)")
#: What goes before somebody and is of another: the wife of Ada Lind.
_OF_ANOTHER = re.compile(r"(?:^|\s)(?:of|to|by|with|from|against|for|than)(?:\s|$)")
#: Whom somebody had make something is theirs: an opinion that the firm bought from Ada Lind.
_BOUGHT = re.compile(r"\b(?:bought|commissioned|ordered|obtained|sought|procured|requested|paid\s+for)\b")
#: What somebody has, or others have of somebody: whose wife's firm owns the land; to whom it pays rent.
_WHOSE = re.compile(r"(?:\w+\s)?whos?[em]\b")
_OWN = re.compile(r"(?<=\s)(?:its|their|his|her)\s+[\w\s-]+$")
#: Whose somebody is, told before what else they are: the port's own expert, the Hull professor | Ada Lind.
_OWN_ONE = re.compile(r"((?:[Tt]he\s+[\w-]+|(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+)['’]s?\s+own\s+[\w-]+),\s+[^,]*$")
_IS = re.compile(
    r"\s+(?:is|was|became|remains)\s+((?:the\s+|an?\s+|its\s+|their\s+|[A-Z][\w-]+['’]s?\s+)[^.,;:!?“”\"\n—]{3,80})"
)
#: What somebody is, without an article: is director of the institute.
_IS_OF = re.compile(
    r"\s+(?:is|was|became|remains)\s+((?!not\b)[a-z][a-z-]*(?:\s+[a-z-]+){0,3}\s+(?:of|at|for)\s+[^.,;:!?“”\"\n—]{3,80})"
)
_VERB = re.compile(
    r"\b(?:said|says|told|tells|added|adds|asked|argued|insisted|is|was|were|are|has|had|have|would|will|did|does|and|but"
    r"|seen by|after|when|while|as|which|that)\s"
)
#: What an office is for, in small letters: head of trust, minister for foreign trade.
_FIELD = re.compile(r"\s(?:of|for)\s+(?:[a-z-]+\s+){1,2}$")
#: What a sentence begins with before a name, a comma, and what it tells: Under Ada Lind, the ministry fined the bank.
_LEADING = re.compile(
    r"\s*(?:Under|For|To|Like|Unlike|With|Without|Before|After|According to)\s+(?:[A-Z][a-z]+\.?\s+)?"
)
#: What somebody is called: described as its safety chief.
AS = re.compile(r"(?:described|billed|introduced|presented|styled)\s+(?:\w+\s+)?as\s+")
#: What tells that a part between commas is the sentence that goes on: …, nonetheless has his worries about the panel.
_FINITE = re.compile(
    r"(?!(?:the|an?|its|their|his|her|our|who|whose|which)\s)(?:\w+\s){1,2}(?:has|had|is|was|would|will|did|does|said|says|told)\s"
    r"|(?!(?:who|whose|which)\s)(?:[\w'’-]+\s){1,6}?[A-Z][\w'’-]+\s[A-Z][\w'’-]+\s(?:said|says|told|tells|wrote|writes|asked|argued|called|demanded)\s"
)


def described(text: str, name: str) -> Iterable[tuple[int, str]]:
    """The noun phrases beside a name: before ("its head, Ada Lind") and after ("Ada Lind, head of the panel")."""
    for start, end in places(text, name):
        before = _STOP.split(text[max(0, start - _BEFORE) : start].removesuffix("\n"))[-1]
        for phrase in (*_ahead(before), *_behind(text, end, before)):
            yield start, phrase


def _ahead(before: str) -> Iterable[str]:
    """The noun phrases that stand before a name; `before` is its sentence up to there."""
    phrase = _last(_COURTESY.sub("", before.rstrip(" ,")).rstrip(" ,"))
    if not before.rstrip().endswith(","):
        phrase = _nearest(phrase)
    if (phrase and not before.endswith(("'s ", "’s "))) or offices().office_in(phrase):
        yield phrase
    whose = _OWN_ONE.search(before)
    if whose and offices().office_in(whose[1]):
        yield whose[1]
    capitals = _CAPITALS.search(before)
    if capitals:
        yield capitals[1].strip()


def _behind(text: str, end: int, before: str) -> Iterable[str]:
    """The noun phrases that follow a name that ends at `end`; `before` is its sentence up to the name."""
    after = _AFTER.match(text, end)
    goes_on = after is None or (_LEADING.fullmatch(before) is not None and ", " not in after[1])
    apposed = "" if after is None or goes_on else _apposed(after[1])
    if apposed and not _WHOSE.match(apposed):
        yield "member " + apposed if OF.match(" " + apposed) else apposed
    joined = _JOINED.search(after[1]) if after else None
    if joined:
        yield "member of " + joined[1]
    named = _IS.match(text, end) or _IS_OF.match(text, end)
    if named and (named.re is _IS or offices().office_in(OF.split(named[1])[0])):
        yield named[1]
    of = _MEMBER.match(text[end : end + _REACH])
    if of and _DAY.search(of[1]) is None:
        yield "member " + of[1]
    owns = _OWNER.match(text[end : end + _REACH])
    if owns:
        yield "head of " + owns[1].strip()


def _last(phrase: str) -> str:
    """The last noun phrase of some words: what follows a comma, a verb and a possessive before it."""
    phrase = phrase[phrase.rfind(",") + 1 :]
    for verb in reversed(list(_VERB.finditer(phrase))):
        if verb.end() < len(phrase) and not (verb[0] == "and " and _fielded(phrase[: verb.start()])):
            phrase = phrase[verb.end() :]
            break
    phrase = phrase.strip()
    own = _OWN.search(phrase)
    return phrase[own.start() :] if own else phrase


def _fielded(before: str) -> bool:
    """Whether "and" joins two fields of one office there: head of trust | and safety."""
    field = _FIELD.search(before)
    return field is not None and offices().office_in(before[: field.start()]) is not None


def _nearest(phrase: str) -> str:
    """The part of a phrase before a name that is the name's: the firm's boss, of "the wife of the firm's boss"."""
    parts = _OF_ANOTHER.split(phrase)
    if len(parts) > 1 and not _BOUGHT.search(phrase) and (not parts[-1] or offices().office_in(parts[-1])):
        return parts[-1]
    return phrase


def _apposed(phrase: str) -> str:
    """What stands after a name and a comma, up to the verb that the name is the subject of."""
    kept: list[str] = []
    for part in phrase.split(", "):
        first = part.split(" ", 1)[0]
        if AS.match(part):
            kept.append(part)
            continue
        if _FINITE.match(part):
            break
        if _VERB.match(part) or (first in lexicon().verbs and lexicon().tags.get(first) in ("V", "A")):
            break
        kept.append(part)
    return ", ".join(kept)


def places(text: str, name: str) -> Iterable[Span]:
    """Where a name stands as whole words; found without a pattern, since every name would need one of its own."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _in_word(text[start - 1 : start]) and not _in_word(text[end : end + 1]):
            yield Span(start, end)
            start = text.find(name, end)
        else:
            start = text.find(name, start + 1)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
