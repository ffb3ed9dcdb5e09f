"""Which of the names in the articles are persons'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from diptych.extract.described import OF
from diptych.extract.doing import led
from diptych.extract.lexicon import lexicon
from diptych.extract.names import given
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.speakable import agentive
from diptych.lexicons import either, wordset

#: What stands before a person's name.
_TITLES = (
    "Lieutenant[- ]Colonel|Lt\\.?[- ]Col|(?:Major|Maj\\.?|Lieutenant|Brigadier|Brig\\.?)[- ](?:General|Gen)"
    "|(?:Rear|Vice)[- ]Admiral|Wing Commander|Squadron Leader|Warrant Officer|Chief Inspector|Chief Superintendent"
    "|Chief Constable|Corporal|Private"
    "|Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Baron|Baroness|Judge|Justice|Captain|Capt|Colonel|Col|General"
    "|Gen|Major|Maj|Lieutenant|Lt|Sergeant|Sgt|Inspector|Superintendent|Constable|Commander|Admiral|Brigadier|Bishop|Archbishop"
    "|Cardinal|Father|Fr|Sister|Brother|Rev|Reverend|Canon|Rabbi|Imam|Sheikh|Senator|Sen|Governor|Mayor|Councillor|Cllr|Deputy"
    "|MD|CEO|CFO|COO|CTO|MP|MPs|MEP|MSP|PC|QC|KC|VP|DCI|DI|DS|Ald|Alderman"
    "|Nurse|Matron|Officer|Coach|Madam|Madame|Monsieur|Herr|Frau|President|Minister|Chancellor|Commissioner|Ambassador"
)
TITLE = re.compile(rf"^(?:(?:{_TITLES}|Hon|Sr)\.?\s+)+(?=[A-Z])")
#: What a sentence starts with before a name.
_LEADS = re.compile(
    r"^(?:(?:But|And|Yet|So|Nor|In|On|At|For|As|When|If|While|After|Before|From|To|By|With|Then|Now|Even|Only|Like|Unlike|Not)\s+)+"
)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_NO_NAME = frozenset(
    (
        *("the", "a", "an", "it", "its", "their", "our", "this", "that", "these", "those", "some", "of", "and", "in"),
        *("on", "at", "by", "for", "from", "to", "with", "as", "but", "he", "she", "they", "we", "you", "not", "when"),
    )
)
#: What stands before a place's name, and a person's hardly ever.
_PLACED = re.compile(r"(?:\b(?:[Ii]n|[Aa]t|near)|ity of|own of)\s$")
_PLACE = 8  # code points that tell it
#: Two to four words as names have them.
_NAMED = re.compile(
    r"(?<![\w'’-])(?:(?:[A-Z][\w'’-]+|[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Prof|Capt|Col|Gen|Lt|Maj|Sgt|Rev|Hon|Sen|Sr|Fr|Br|Cllr"
    r"|Mx|Mme|Mlle|Supt|Insp)\.)[ ]){1,3}[A-Z][\w'’-]+"
)
_BESIDE = 75  # code points beside a name that are looked at
_WORD_BEFORE = re.compile(r"(?:^|\W)([a-zé]+)\.?\s$")
_OF_FIELD = re.compile(r"\b(\w+) of (?:[a-z]+ ){1,3}$")
_SEGMENT = re.compile(r"[.,;:!?\n]")
_LOWER = re.compile(r", ((?:[a-z-]+ ){0,2}[a-z-]+)\b")
_WHO = re.compile(r", (?:the|its|an?|who|\w+['’]s)\s")
#: What stands before the first word of a sentence.
_SENTENCE = re.compile(r"(?:^|\n|[.!?”’\"]\s)$")
#: A name that something bears and nobody: Larch Leasing, (of) which …
_THING = re.compile(r"((?:[A-Z][\w.'’-]+[ ]){1,3}[A-Z][\w'’-]+),\s+(?:(?:of|to|in|from|for|by|at|with|on)\s+)?which\b")


def personal(name: str) -> bool:
    """Whether a name may be a person's: several capitalised words, none of them a body's."""
    words = name.split()
    if _NO_NAME & {word.lower() for word in words} or any(char.isdigit() for char in name):
        return False
    if not 1 < len(words) < 5 or "\n" in name or not words[-1][0].isupper() or not words[0][0].isupper():
        return False
    return (
        not set(words_of(name)) & (offices().organisations | offices().state | offices().documents)
        and words[-1].lower() not in offices().firms | wordset("speakers", "bodies")
        and name.upper() != name
    )


def _bare(name: str) -> str:
    """A name without what a sentence starts with, a title, or the ending that says whose something is."""
    plain = POSSESSIVE.sub("", TITLE.sub("", _LEADS.sub("", OF.split(name)[0])))
    first, _, rest = plain.partition(" ")
    bidden = rest and lexicon().tags.get(first.lower()) == "v" and not given(first.lower())
    return rest if bidden else plain  # Enter | Ada Lind


def persons(names: Iterable[str], texts: Sequence[str], parties: Parties) -> set[str]:
    """The names that are persons': of those who speak, and of those whom the texts introduce."""
    bare = {_bare(name) for name in (*names, *_introduced(texts))}
    held = {name for name in bare if personal(name) and not parties.belongs(name).itself}
    held -= {name for name in held if _of_firm(parties, name, texts)}
    return held - {match[1] for text in texts for match in _THING.finditer(text)}


def _of_firm(parties: Parties, name: str, texts: Sequence[str]) -> bool:
    """Whether a firm's name makes a name nobody's: Larch Prime, a ware; Open Larch and look."""
    names = [] if parties.state else [one for one in parties.names(name) if not one.adjective]
    if any(one.start == 0 and name[one.end :].strip().istitle() for one in names):
        return True
    told = any(lexicon().tags.get(name[: one.start].strip().lower()) in ("v", "W") for one in names)
    return told and sum(text.count(name) for text in texts) == 1


def _introduced(texts: Sequence[str]) -> Iterable[str]:
    """Names in running text that look like persons', by what stands beside them: a title, an office, who …."""
    for text in texts:
        for match in _NAMED.finditer(text):
            before = text[max(0, match.start() - _BESIDE) : match.start()]
            after = text[match.end() : match.end() + _BESIDE]
            if TITLE.match(match[0]) or _held(before) or _told(before, after):
                yield match[0]


def _held(before: str) -> bool:
    """Whether what stands before a name is an office: manager Ada Lind; the head of safety Ada Lind."""
    word, of = _WORD_BEFORE.search(before), _OF_FIELD.search(before)
    if word is not None and agentive(word[1]):
        return True
    return any(found is not None and offices().office_in(found[1]) is not None for found in (word, of))


def _told(before: str, after: str) -> bool:
    """Whether what stands on both sides of a name is as with a person's: Ada Lind, who; its head, Ada Lind, …."""
    if not after.startswith(","):
        heads = (after.startswith(" of ") and after[4:5].isupper()) or _leads().match(after)
        return bool(heads) and _SENTENCE.search(before) is not None
    if before.endswith(", ") and offices().office_in(_SEGMENT.split(before[:-2])[-1]):
        return True
    if _PLACED.search(before[-_PLACE:]):
        return False
    office = _LOWER.match(after)
    return _WHO.match(after) is not None or (office is not None and offices().office_in(office[1]) is not None)


@cache
def _leads() -> re.Pattern[str]:
    """What follows who is at the head of something: Ada Lind | runs the mill."""
    return re.compile(rf" {either(led())} (?:the|its|an?) ")
