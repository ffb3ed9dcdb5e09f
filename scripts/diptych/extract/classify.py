"""From attributions to statements: who speaks for whom, what kind of statement it makes, where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from diptych.drafts import Article, Attribution, Statement
from diptych.extract.addressees import addressee
from diptych.extract.asks import demands, obliges, recommends
from diptych.extract.bare import findings
from diptych.extract.bids import imperative
from diptych.extract.corpus import Common
from diptych.extract.events import happened
from diptych.extract.going_on import Line, goes_on
from diptych.extract.identify import Identifier
from diptych.extract.identity import Identity
from diptych.extract.implicit import Implicit
from diptych.extract.interviews import Interview, mannerly, wonders
from diptych.extract.loose import Loose
from diptych.extract.narrators import narrates, narrators
from diptych.extract.parts import asks, thats
from diptych.extract.passives import hearsay
from diptych.extract.speakers import KIND_OF, Met, Register, Stated
from diptych.extract.times import spans
from diptych.extract.witnesses import testifies
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.values import Kind

_WHEN = re.compile(r"(?:when|as|while|after|before|because|until)\s")
_NOTHING = re.compile(
    r"(?:it|this|that|them|him|her|you|us|me|so|one|some|all|what)(?:\s+(?:all|again|too))?",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"(?:(?:the )?condition of|not to be|to remain|not be)\s+(?:named|identified|quoted|anonymous|nameless|anonymity)\b"
    r"|(?:his|her|their)\s+(?:real\s+|full\s+|own\s+|last\s+|first\s+|sur)?names?\s+(?:to\s+be\s+)?(?:printed|published|used|given|known)\b"
)
#: Who does not want to say anything, or where: did not want to talk to the paper, likes to talk on deck.
_SILENT = re.compile(
    r"\b(?:not\s+(?:want|wish)|prefer(?:s|red)?|like[sd]?)\s+to\s+(?:speak|talk|comment|answer)\b"
    r"|\bagreed?\s+to\s+be\s+(?:interviewed|named|quoted|photographed|filmed|recorded)\b"
)
#: How somebody left, in words that are quoted: she went “by mutual agreement”.
_WENT = re.compile(r"(?:goes|went|gone|going)\s+[“\"‘'][a-z]")
#: Who says nothing: no captain agreed.
_NOBODY = re.compile(r"(?:no|none|nobody|neither)\b", re.IGNORECASE)
#: What made somebody do something is told of them: two brothers who wanted to empty a house.
_WHO_WANTED = re.compile(r"[a-z]\swho\s(?:want|wants|wanted|hoped|wished)\sto\s")
#: What somebody knew is told of them, and not by them.
_KNOWS = frozenset(
    ("know", "knows", "knew", "known", "realise", "realised", "realize", "realized", "learn", "learned", "learnt")
)
#: What somebody did is told and not said: kept on the ground after reporting a near miss.
_DOING = re.compile(
    r"\b(?:after|before|by|for|from|of|in|while|since)\s+(?:report|rais|mention|disclos|reveal|address|discuss)ing$"
)
#: Who does this takes a side, whatever "it" is: she rejected that.
_SIDES = frozenset(("rejects", "denies", "accuses", "praises", "acknowledges"))
#: No more than a name, which something is called: a cell that guards called the Annexe.
_ONLY_NAME = re.compile(r"(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*")
#: Whom somebody dismisses has lost a post, and no claim is rejected.
_DISMISSES = frozenset(("dismiss", "dismisses", "dismissed"))
_STAFF = re.compile(r"(?:him|her|them|[\w-]+\s+(?:employees|workers|staff|officers|people|men|women))\b(?!\s+as\b)")
#: Before a verb of saying: what somebody ought to say, or neither side would, has not been said.
_UNSAID = re.compile(
    r"\b(?:into|without|should|must|ought to|shall|needs? to|ha(?:s|ve) to|had to)\s+(?:not\s+|also\s+|now\s+)?$"
    r"|\bwhether\s+(?:or\s+not\s+)?(?:he|she|it|they)\s+$"
    r"|\b[Nn]either\s+(?:side|party|camp)\s+(?:would|will|wanted to|wished to|was willing to|has|had)\s+$"
)
#: What is announced, as a talk is, has not been said either: will speak about the wells on 4 May.
_WILL_SPEAK = re.compile(
    r"\b(?:will|is\s+to|is\s+due\s+to|are\s+to)\s+(?:also\s+)?(?:speak|talk|lecture)\s+(?:about|on)$"
)
_QUOTES = re.compile(r"[“”\"‘]")
#: These rules find whom a mention means by a part of the name.
_BY_NAME = frozenset(("named", "surname", "acronym"))


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution with who it is."""

    attribution: Attribution
    who: Identity


def stated(known: Common, number: int, article: Article, attributions: Sequence[Attribution]) -> Stated:
    """What an article states that has this place among the articles."""
    register = Met(Register(known.topic, known.affiliations))
    identifier = Identifier(article, known)
    of_party = known.affiliations.party
    names = known.affiliations.likely(article.seed.text)
    interview = Interview(article, attributions, names, lambda name: of_party(name) is not None)
    told_by = narrators(article)
    said = [
        one for one in _said(article.seed.text, attributions, interview, identifier) if not narrates(one.who, told_by)
    ]
    hosted = [part for turn in interview.turns if interview.asks(turn) for part in turn.content]
    implicit = Implicit(article, known.parties, identifier, told_by)
    return Stated(_statements(number, article, said, register, identifier, implicit, hosted), register.met)


def _said(text: str, attributions: Sequence[Attribution], interview: Interview, identifier: Identifier) -> list[_Said]:
    """The attributions of an article with their speakers; an interviewer's turns are nobody's statements."""
    found: list[_Said] = []
    loose = Loose(text, identifier)
    hosts = [turn for turn in interview.turns if interview.asks(turn)]
    for one in attributions:
        if one.rule == "turn":
            if one not in interview.turns or interview.asks(one):
                continue
            name = interview.speaker(one) or one.speaker
            if name and len(name) > 1:
                found.append(_Said(one, identifier.named(name, one.content[0].start)))
            continue
        inside = any(turn.content[0].overlap(one.content[0]) for turn in hosts)
        if (
            _idle(text, one)
            or wonders(text, one, identifier.before.sentence(one.content[0].start), inside)
            or (inside and mannerly(text, one))
        ):
            continue
        if one.resolved_by == "same-words":
            continue
        if one.cue is not None and hearsay(text[max(0, one.cue.start - 60) : one.cue.start]):
            who: Identity | None = identifier.told_of(one)
        elif one.rule == "own-words":
            who = loose.own(one)
        else:
            who = loose.continued(one) if one.rule == "continued" else identifier.who(one)
        if who is not None:
            found.append(_Said(one, who))
    # What a headline quotes is named last: whose its speaker is, the text below tells.
    heads = [one for one in attributions if one.resolved_by == "same-words" and one.speaker and one.rule != "turn"]
    turns = {turn.cue: interview.speaker(turn) for turn in interview.turns}
    named = ((one, turns.get(one.cue) or one.speaker or "") for one in heads)
    return found + [_Said(one, identifier.named(name, one.content[0].start)) for one, name in named]


def _idle(text: str, one: Attribution) -> bool:
    """Whether nothing is said: only when (she laughs when I repeat this), only "it", or what somebody should say."""
    said, cue = one.content[0].of(text), one.cue
    if _NAMELESS.match(said) or (one.source is not None and _NOBODY.match(text, one.source.start)):
        return True
    if cue is not None and (_WENT.match(text, cue.start) or _SILENT.search(text, max(0, cue.start - 4), cue.end + 30)):
        return True
    if one.mode != "indirect":
        return False
    pronoun = len(one.content) == 1 and _NOTHING.fullmatch(said) and one.force not in _SIDES
    name = one.rule == "said-object" and one.force == "says" and _ONLY_NAME.fullmatch(said)
    return bool(_WHEN.match(said) or pronoun or name) or (cue is not None and _hollow(text, one, cue, said))


def _hollow(text: str, one: Attribution, cue: Span, said: str) -> bool:
    """Whether a cue is for no saying: what is known, is done, will be spoken of, or that somebody should say."""
    verb = cue.of(text).lower()
    return bool(
        _WHO_WANTED.match(text, max(0, cue.start - 6))
        or _let().search(text, max(0, cue.start - 90), cue.start)
        or (one.rule == "said-clause" and verb in _KNOWS)
        or (one.rule == "said-object" and _DOING.search(text, max(0, cue.start - 12), cue.end))
        or _WILL_SPEAK.search(text, max(0, cue.start - 20), one.content[0].start - 1)
        or (verb in _DISMISSES and _STAFF.match(said))
        or _UNSAID.search(text, max(0, cue.start - 30), cue.start)
    )


@cache
def _let() -> re.Pattern[str]:
    """What makes somebody's words what they may or must say: forbids a bank to | tell; has until May to | explain."""
    verbs = either(wordset("asks", "lets"))
    span = rf"(?:until\s+(?:[\w'’-]+\s+){{1,4}}?|(?:[\w'’-]+\s+){{1,3}}?{spans()}\s+)"
    time = rf"(?:has|have|had)\s+{span}"
    return re.compile(rf"\b(?:{verbs}\s+(?:[\w'’-]+\s+){{1,6}}?|{time})(?:not\s+)?to\s+(?:even\s+|also\s+)?$")


def _statements(
    number: int,
    article: Article,
    said: Sequence[_Said],
    register: Met,
    identifier: Identifier,
    implicit: Implicit,
    hosted: Sequence[Span],
) -> list[Statement]:
    text = article.seed.text
    made: list[Statement] = []
    before: Kind | None = None
    earlier: Kind | None = None  # the kind of what the paragraph before says last
    lines: list[Line] = []
    reached = article.span.start
    asking: set[int] = set()
    by_sentence = _by_sentence(article, said)
    for sentence in article.sentences:
        if sentence.use == "noise":
            continue
        span = sentence.span
        first = "\n" in text[reached : span.start]
        if first:
            earlier, before = before, None
        reached = span.end
        here = by_sentence.get(span.start, [])
        found: list[Statement] = []
        spoken: tuple[Identity, Kind] | None = None
        for one, passage in _outermost(here, span):
            kind = KIND_OF[one.who.party or "third"]
            who = one.who
            if kind in ("reaction", "response") and testifies(
                text, one.attribution, one.who, before, identifier.parties
            ):
                who, kind = implicit.reporting("who gave evidence"), "claim"
            if kind == "claim" and _asks(text, span, one, asking):
                kind = "recommendation"
            one_said = _Said(one.attribution, who)
            found += _made(number, text, one_said, passage, kind, register)
            spoken = (who, kind)
        covered = [one.span for one in found]
        inside = any(span.overlap(one) > 1 for one in hosted)
        asked = first and earlier == "recommendation" and obliges(span.of(text)) and not _QUOTES.search(span.of(text))
        for told in implicit.read(span, "recommendation" if asked else before, spoken, covered, inside):
            kind = (
                "recommendation" if told.asks and told.who.party == "reporting" else KIND_OF[told.who.party or "third"]
            )
            if found and kind != found[0].kind and told.who.party == "third":
                continue
            attribution = Attribution((told.span,), told.mode, told.rule)
            found += _made(number, text, _Said(attribution, told.who), told.span, kind, register)
        if not found and not inside:
            found += _event(number, text, span)
        lines.append(Line(span, found, first, inside))
        made += sorted(_addressed(text, span, found, identifier, register), key=lambda one: one.span)
        before = found[-1].kind if found else None
    unsaid = _unsaid(number, text, lines, identifier, implicit, register)
    taken = {one.span for one in unsaid}
    kept = [one for one in made if one.kind != "event" or one.span not in taken]
    return sorted([*kept, *unsaid], key=lambda one: one.place)


def _unsaid(
    number: int, text: str, lines: Sequence[Line], identifier: Identifier, implicit: Implicit, register: Met
) -> list[Statement]:
    """What sentences state without telling who says it: findings in nobody's name, and what goes on with others."""
    bare: dict[Span, list[Statement]] = {}
    for span in findings(text, lines, identifier.parties):
        one = _Said(Attribution((span,), "indirect", "bare"), implicit.reporting("told in nobody's name"))
        bare[span] = _made(number, text, one, span, "claim", register)
    told = [replace(line, statements=bare.get(line.span, line.statements)) for line in lines]
    return [one for some in bare.values() for one in some] + goes_on(text, told, identifier.people)


def _addressed(
    text: str, sentence: Span, found: Sequence[Statement], identifier: Identifier, register: Met
) -> list[Statement]:
    """The statements of a sentence, its demands with whom they ask."""
    made: list[Statement] = []
    for one in found:
        phrase = addressee(text, sentence, one.span) if one.kind == "recommendation" else None
        made.append(replace(one, addressee=register.id(identifier.asked(phrase))) if phrase else one)
    return made


def _by_sentence(article: Article, said: Sequence[_Said]) -> dict[int, list[_Said]]:
    """For the start of every sentence the attributions whose content lies on it, in order."""
    spans = [one.span for one in article.sentences]
    ends = [one.end for one in spans]
    found: dict[int, list[_Said]] = defaultdict(list)
    for one in said:
        if one.who.party is None:
            continue
        for part in one.attribution.content:
            place = bisect_right(ends, part.start)
            while place < len(spans) and spans[place].start < part.end:
                held = found[spans[place].start]
                if part.overlap(spans[place]) > 1 and (not held or held[-1] is not one):
                    held.append(one)
                place += 1
    return found


def _event(number: int, text: str, sentence: Span) -> list[Statement]:
    """The dated happening that a narrator's sentence tells."""
    date = happened(text, sentence)
    if date is None:
        return []
    return [Statement(number, sentence, "indirect", "event", None, None, "event", date=date)]


def _asks(text: str, sentence: Span, one: _Said, asking: set[int]) -> bool:
    """Whether a reporting party's sentence asks for something; a turn that once demands goes on with demands."""
    attribution = one.attribution
    if attribution.rule == "turn":
        if imperative(sentence.of(text)):
            asking.add(id(attribution))
        return id(attribution) in asking or demands(sentence.of(text))
    return recommends(text, sentence, attribution)


def _made(number: int, text: str, one: _Said, passage: Span, kind: Kind, register: Met) -> list[Statement]:
    attribution = one.attribution
    cue = attribution.cue.of(text) if attribution.cue else None
    return [
        Statement(
            article=number,
            span=piece,
            mode="direct" if attribution.rule == "turn" else attribution.mode,
            kind=kind,
            speaker=register.id(one.who),
            cue=cue or None,
            rule=attribution.rule,
            force=attribution.force,
            why=one.who.why,
            named=bool(cue) and attribution.resolved_by in _BY_NAME,
        )
        for piece in (asks(text, passage) if kind == "recommendation" else thats(text, passage))
    ]


def _outermost(here: Sequence[_Said], sentence: Span) -> list[tuple[_Said, Span]]:
    """The speakers of a sentence, each with the passage: who speaks within what another says is left out."""
    held: list[tuple[_Said, Span]] = []
    for one in here:
        parts = [part for part in one.attribution.content if part.overlap(sentence) > 1]
        hull = Span(max(sentence.start, parts[0].start), min(sentence.end, parts[-1].end))
        held.append((one, hull))
    held.sort(key=lambda pair: (-(pair[1].end - pair[1].start), pair[1].start))
    kept: list[tuple[_Said, Span]] = []
    for one, hull in held:
        if any(hull.overlap(other) for _, other in kept):
            continue
        same = next((i for i, (other, _) in enumerate(kept) if other.who.party == one.who.party), None)
        if same is None:
            kept.append((one, hull))
        else:
            other, span = kept[same]
            kept[same] = (other, Span(min(span.start, hull.start), max(span.end, hull.end)))
    return sorted(kept, key=lambda pair: pair[1].start)
