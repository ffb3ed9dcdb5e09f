"""What asks somebody to act: by the force of the cue, by modal verbs, in the passive, by imperatives."""

from __future__ import annotations

import re
from functools import cache

from diptych.drafts import Attribution
from diptych.extract.bids import OURS, bids, imperative, told_to
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.extract.people import narration
from diptych.extract.proposals import dated, ought
from diptych.extract.times import spans
from diptych.lexicons import either, wordset
from diptych.spans import Span

_ASKING = frozenset(("demands", "asks"))
#: Who ought to act; neither what ought to have been done nor "things that should not be seen".
_MODAL = re.compile(
    r"\b(?<!that )(?<!which )(?<!who )(?<!\bI )(?<!\b[Ww]e )"
    r"(?:should|shouldn['’]t|ought(?:\s+(?:also|not))*\s+to|must|mustn['’]t|needs?\s+to"
    r"|ha(?:s|ve)\s+got\s+to|ha(?:s|ve)\s+to(?=\s+be\s+[a-z]+(?:ed|en|ne|wn|id|de|ut|t)\b))\b"
    r"(?!\s+(?:not\s+)?(?:(?:never\s+|also\s+|all\s+|long\s+)?have\s+(?:never\s+|long\s+|all\s+)?"
    r"(?:[a-z]+(?:ed|en|wn|ught)|been|had|done|told|made|said|kept|found|held|left|sent|put|set|come|met|read|paid|built"
    r"|stood|heard|led|got|gone|run|let|cut|shut)\b|be\s+(?:said|noted|remembered|stressed|pointed|enough|clear|obvious|plain)\b|(?:know|suffice|mean)\b))"
)
#: What a rule demands and not the report: where the law says it must be.
_LAW = re.compile(
    r"\b(?:laws?|rules?|codes?|acts?|statutes?|regulations?|licen[cs]es?|contracts?|protocols?|constitution)\s+(?:says?|said|demands?|requires?)"
    r"\s+(?:that\s+)?(?:it|they|he|she|one|this|that|(?:[a-z]+\s+){0,3}?[a-z]+)\s+(?:must|should|ought\s+to)\b"
)
_RELATIVE = re.compile(r"[a-z]\s+no\s+[\w-]+\s+(?:should|must)\b")
_ADVERB = r"(?:(?:also|now|further|therefore|not|strongly|again)\s+)?"
#: Who does not go so far as to ask.
_REFRAINS = re.compile(
    r"\b(?:stop(?:s|ped)?\s+short\s+of|without|instead\s+of|rather\s+than|short\s+of|refrain(?:s|ed)?\s+from|avoid(?:s|ed)?"
    r"|(?:do|does|did)(?:\s+not|n['’]t)|never|nor\s+(?:do|does|did)\s+\w+)\s+(?:yet\s+|even\s+|explicitly\s+)?$"
)
#: What those who inquire ask for themselves: to see the files, for receipts.
_EVIDENCE = re.compile(
    r"(?:asked|requested|demanded|sought)\s+(?:to\s+(?:see|view|inspect|examine|read|speak|talk|meet|visit|interview|hear"
    r"|look|be\s+shown|be\s+given)\b|(?!that\b)(?:for\s+)?(?:[\w’'-]+\s+){0,3}?(?:receipts?|documents?|records?|files?|papers"
    r"|accounts|statements?|invoices?|minutes|emails?|e-mails|messages|correspondence|data|access(?!\s+for\s+(?!its\b|their\b|his\b|her\b|the\b))|copies|logs?|evidence"
    r"|books|ledgers?|registers?|plans|drawings|samples|footage|recordings"
    r"|proof|explanations?|comments?|interviews?|figures|details|information|permission|sight)\b)"
)
#: What those who inquire had asked for before they wrote: its own ledgers, which they had requested four times.
_HAD_ASKED = re.compile(r"\bwhich\s+(?:[\w’'-]+\s+){1,4}had\s+(?:already\s+|also\s+|long\s+)?$")
#: Yearly audits are also recommended, as is a law.
_RECOMMENDED = re.compile(
    rf"\b(?:is|are)\s+{_ADVERB}(?:recommended|called\s+for|asked\s+for|urged|advised)\b(?!\s+(?:by|to|against|not)\b)"
)
_IMPERSONAL = re.compile(
    rf"\b[Ii]t\s+(?:is|was|has\s+been)\s+{_ADVERB}(?:recommended|suggested|proposed|urged|advised|asked|demanded)\s+that\b"
)
_URGES = re.compile(r"\b(?:recommend(?:s|ed)?|urge[sd]?|calls? (?:up)?on|called (?:up)?on)\b(?! by\b)")
#: What is named as one of them: to put it back is one of the 48 recommendations.
_ONE_OF = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+)?(?:(?:one|two|three|four|five|six|the\s+\w+|some|both|all)\s+of|among|part\s+of)"
    r"\s+(?:the|its|their|his|her)\s+(?:(?:[\w-]+\s+){0,2}?([\w-]+)['’]s?\s+)?(?:[\w-]+\s+){0,3}?recommendations\b"
)
#: What else a paper does: …, the panel said in a report that urges the board to resign.
_THAT = re.compile(r"\b(?:that|which)\b")
#: What would mend it is on page nine; the ministry is to write it into law; for schools, no more than an hour.
_REMEDY = re.compile(
    r"What\s+(?:would|should|could|must|ought\s+to|needs?\s+to)\s[^.?]*\s(?:is|are|comes?|takes?|fills?|stands?)\s"
)
#: So what do the inspectors want? What should happen now?
_WANTED = re.compile(
    r"(?:So\s+|And\s+|But\s+|Then\s+)?[Ww]hat\s+(?:(?:do|does)\s+[^?]{2,40}\s(?:want|ask\s+for|recommend|propose|demand"
    r"|call\s+for|suggest|advise|prescribe)|(?:should|must|ought)\s+[^?]{2,40}(?:now|next|done|change|happen))\b[^?]{0,30}\?"
)
#: And the cure? Now the wish list, at speed.
_NOW = re.compile(
    r"(?:And|So|But|Then|Now|Next)(?:\s+(?:for|to|what\s+of|what\s+about))?\s+(?:the|its|her|his|their)\s+"
    r"([a-z -]{3,30})[?,.:]"
)
#: What somebody is after, before what it is: What she is after is duller.
_SHORT = 8  # words of what announces and does not tell yet
_AFTER = re.compile(
    r"(?:But\s+|And\s+)?What\s+(?P<who>[^,.;:?]{2,40}?)(?:\s+(?:really\s+|actually\s+)?(?:wants?|asks?\s+for|seeks?|would\s+like|recommends?"
    r"|demands?)|(?:\s+(?:is|are)|['’](?:s|re))\s+after)"
    r"\s+(?:is|are|sounds?|seems?|looks?|would|fits?|fills?|takes?|amounts?|comes?)\s"
)
#: What is told of somebody in a demand: No fuel for owners | who break the rules.
_RELATED = re.compile(r"\s(?:who|which|whom|whose|whoever|whatever|that)\s[^,.;:]*")
#: How something is to be, at the end of a demand without a verb: the dividend left uneaten.
_DONE = re.compile(r"(?:ed|en|left|done|made|paid|shut|put|kept|cut|sent|built|read|held)$")
_VERBS_FIRST = re.compile(r"^\W*(?:The|He|She|It|They|This|That|We|I|You)\b")
_TO_DO = re.compile(r"\b(?:is|are)\s+(?:not\s+)?to\s+(?!blame\b|do\s+with\b)[a-z]+\b")
_LET = re.compile(r"^[^.;:?]{3,80},\s+let\s+(?:them|him|her|it|there|us|all|every|each|the|no)\b")
_FOR_WHOM = re.compile(r"(?:From|For|To)\s.{1,40}(?:,\s+(?:that|no|to)\b|\sthere\s+(?:is|are)\s[^.:;]{3,40}:\s+[a-z])")
#: What a report asks for, told one by one.
_INCLUDE = re.compile(
    r"(?:(?:The|Its|Their|Other|Further|More|Additional)\s+(?:[\w-]+\s+){0,3}?recommendations|Recommendations)"
    r"\s+(?:(?:to|for)\s+(?:[\w’'-]+\s+){1,4}?)?(?:also\s+)?(?:include|are|range|run|go|cover)\b"
)
_MADE = re.compile(
    r"\b(?:made|makes|has\s+made|issued|issues|contains?|sets?\s+out|lists?|ends\s+with|offers?|there\s+(?:are|were))\b",
    re.IGNORECASE,
)
#: What a sentence is about, after the number of its paragraph.
_HEAD = re.compile(
    r"(?:\(?\d{1,2}[.)]\s+)?(?:(?:The\s+)?(?:[\w-]+\s+){0,2}?[\w-]+['’]s?|The|Its|His|Her|Their|Among\s+(?:the|its|their))\s+((?:[\w'’-]+\s+){0,3}[\w'’-]+)[\s,:]"
)
_AMONG = re.compile(
    r"Among\s[^.:;]{3,80}\s(?:is|are|was|were)\s|(?:The|Its|Their)\s[^.:;]{3,60}\s(?:include|includes|included)\s"
)
#: What a part of a report is for: The last chapter is for remedies.
_PART_FOR = re.compile(
    r"(?:The|Its|Their)\s+(?:[a-z]+\s+)?(?:pages?|chapters?|sections?|parts?|paragraphs?|lines?)\s+(?:is|are)"
    r"\s+(?:for|about|all|devoted\s+to|given\s+(?:over\s+)?to|left\s+for)\s+((?:[\w'’-]+\s+){0,2}[\w'’-]+)"
)
#: What somebody thinks that others might do.
_MIGHT = re.compile(r"\b(?:might|could)\b(?!\s+(?:not\s+)?have\b)")
#: Who writes is told, and asked for nothing that a report asks for.
_WRITER = re.compile(r"\s+(?:me|us)\b(?!\s+all\b)")
#: Whom those who inquire count, and ask to take part: asked 412 volunteers to.
_COUNTED = re.compile(r"\s+(?:(?:some|about|around|nearly|more\s+than|at\s+least|a\s+total\s+of)\s+)?\d[\d,]+\s")
#: What others have said ought to be: accepts one criticism, that the counts should not be mixed.
_POINT = re.compile(r"\b(?:criticisms?|complaints?|objections?|reproach|reproaches|charge)(?:,\s+|\s+)that\s[^,;:.]*")
_THINKS = frozenset(("suggest", "suggests", "suggested", "propose", "proposes", "proposed", "thinks"))


@cache
def _gave() -> re.Pattern[str]:
    """Somebody is given time to act: gave the yard ninety days to mend it."""
    return re.compile(
        r"\b(?:gave|gives|has\s+given|have\s+given)\s+(?:[\w'’-]+\s+){1,5}?"
        rf"(?:[\w-]+\s+{spans()}|until\s+(?:[\w'’-]+\s+){{0,5}}?[\w'’-]+)\s+to\s+[a-z]"
    )


@cache
def _active() -> re.Pattern[str]:
    """Who asks somebody to act: told the yard to close, given ninety days to mend it."""
    return re.compile(
        rf"\b(?:{either(wordset('asks', 'tells'))}\s+(?:(?!by\b)[\w'’-]+\s+){{1,6}}?"
        rf"|(?<!had been )given [\w-]+ {spans()}\s+)(?:not\s+)?to\b(?!\s+(?:comment|read|look)\b)"
    )


@cache
def _passive() -> re.Pattern[str]:
    """Somebody is asked, or was told before; in between may stand where: is told, in the first chapter, to …"""
    given = rf"given [\w-]+ {spans()}(?!\s+to\s+(?:comment|read|look)\b)"
    whom = rf"(?:{either(wordset('asks', 'asked'))}|{given})"
    return re.compile(
        r"\b(?<!\bhad )(?<!\b[Hh]e )(?<!\b[Ss]he )(?<!\bI )(?<!\bwho )(?<!\b[Yy]ou )(?<!\bthat it )(?<!\bthat they )"
        rf"(?<!which they )(?<!where they )(?<!\bnot )(?<!\bnever )(?:(?:is|are|was|were|been|being)\s+{_ADVERB}{whom}"
        rf"|(?:is|are|(?:has|have|['’]s|['’]ve)\s+{_ADVERB}been)\s+{_ADVERB}told)(?:,[^,.;]{{3,60}},)?\s+(?:not\s+)?to\b"
    )


def recommends(text: str, sentence: Span, one: Attribution) -> bool:
    """Whether a sentence of the reporting party asks for something: by its cue, or by what is said."""
    cue = one.cue.of(text).lower() if one.cue else ""
    far = one.mode == "direct" and one.cue is not None and not one.cue.overlap(sentence)
    refrains = one.cue is not None and _REFRAINS.search(text, max(sentence.start, one.cue.start - 40), one.cue.start)
    if (one.force in _ASKING or cue in wordset("asks", "wants")) and cue not in wordset("asks", "inquires") and not far:
        if refrains:
            return False
        if one.cue is None:
            return True
        own = _WRITER.match(text, one.cue.end) or _COUNTED.match(text, one.cue.end)
        own = own or _HAD_ASKED.search(text, sentence.start, one.cue.start)
        return not (own or _EVIDENCE.match(text, one.cue.start))
    if cue in wordset("wishes", "advice"):
        return True  # the panel's advice: wait
    said = _POINT.sub("", narration(text, sentence))
    if cue in _THINKS and one.mode == "indirect" and (one.rule == "said-ing" or _MIGHT.search(said)):
        return True
    if cue in wordset("asks", "proposes") and one.mode != "direct" and _subjunctive().match(one.content[0].of(text)):
        return True
    told = _outside(said, sentence, one)
    if _active().search(told) or _URGES.search(told):
        return True
    words = " ".join(part.of(text) for part in one.content if part.overlap(sentence))
    if one.mode == "direct":
        return (
            demands(words)
            or told_to(words)
            or ought(words)
            or (far and one.force in _ASKING and imperative(words) and not OURS.search(words))
        )
    return (
        obliges(said) or bool(_passive().search(said)) or bids(text, sentence, one) or ought(said) or _is_to_be(words)
    )


def _is_to_be(words: str) -> bool:
    """Whether what is said tells what a demand is: the remedy, they argue, is to count again."""
    return heads(words) and _TO_DO.search(words) is not None


@cache
def _subjunctive() -> re.Pattern[str]:
    """What is to be, in the plain form of a verb: suggests that the line publish its logs."""
    verbs = either(wordset("asks", "imperatives") | {"be", "have", "do", "go"})
    return re.compile(
        r"that\s+(?:(?:the|an?|its|each|every|any|no|this|that)\s+(?:[\w’'-]+\s+){0,3}?(?:[\w’'-]*[^\Ws])|(?:it|he|she)|[A-Z]\w+)"
        rf"\s+(?:also\s+|not\s+|now\s+)?{verbs}\b"
    )


def _outside(said: str, sentence: Span, one: Attribution) -> str:
    """A sentence up to where what is said begins, and after it, but not what else is in the paper that says it."""
    first = max(0, one.content[0].start - sentence.start)
    last = max(0, one.content[-1].end - sentence.start)
    after = _THAT.split(said[last:], maxsplit=1)[0]
    return f"{said[:first]} {after}" if first else after


def obliges(words: str) -> bool:
    """Whether somebody ought to do something, by a modal verb."""
    return (
        bool(_MODAL.search(_LAW.sub("", words)))
        and not _RELATIVE.search(words)
        and not words.rstrip(" ”’\"'").endswith("?")
    )


def demands(words: str) -> bool:
    """Whether words of somebody's own say what others ought to do."""
    return obliges(words) and not OURS.search(words)


def gives_time(sentence: str) -> bool:
    """Whether a sentence about the reporting party tells that it gives somebody time to act."""
    return bool(_gave().search(sentence))


def passive(sentence: str) -> bool:
    """Whether a sentence tells that somebody is asked, without saying by whom: lenders have been asked to …"""
    if _IMPERSONAL.search(sentence):
        return True
    if sentence.rstrip().endswith("?"):
        return False
    return bool(_passive().search(sentence)) and not re.search(
        rf"\bto\b.*\bby\s+(?:the\s+)?(?!{dated()})[A-Z]", sentence
    )


def recommended(sentence: str, told: bool) -> bool:
    """Whether something is recommended, by nobody named, and a report was just `told` of, or "also" says so."""
    found = _RECOMMENDED.search(sentence)
    one_of = _ONE_OF.search(sentence)
    if one_of is not None:
        known = offices()
        return one_of[1] is None or one_of[1].lower() in known.reporting | known.inquirers | known.documents
    return found is not None and (told or re.search(r"\b(?:also|further)\b", found[0]) is not None)


def asked(sentence: str) -> str:
    """What stands before somebody is asked, by nobody named, to act: who is asked is named there last."""
    found = _passive().search(sentence)
    return sentence[: found.start()] if found else ""


def announces(sentence: str) -> bool:
    """Whether a sentence announces a list of demands."""
    return bool(set(words_of(sentence)) & wordset("asks", "lists"))


def heads(sentence: str) -> bool:
    """Whether a sentence is about demands that follow: Her remedies are few. What would mend it is on page nine."""
    if _REMEDY.match(sentence) or _WANTED.match(sentence):
        return True
    named = wordset("asks", "lists") | wordset("wishes", "advice")
    found = (_PART_FOR.match(sentence), _HEAD.match(sentence), _NOW.match(sentence))
    return any(one and _first_noun(words_of(one[1].replace("wish list", "wishes"))) in named for one in found)


def wanter(sentence: str) -> str | None:
    """Who is after something that is told next, in a sentence that only announces it."""
    found = _AFTER.match(sentence)
    return found["who"] if found and len(words_of(sentence[found.end() :])) < _SHORT else None


def _first_noun(words: list[str]) -> str:
    """The first of some words that is neither a number nor an adjective."""
    known = lexicon()
    numbers = known.sets["numbers"] | wordset("asks", "chief")
    return next((word for word in words if not (word.isdigit() or word in numbers or known.tags.get(word) == "J")), "")


def continues(sentence: str) -> bool:
    """Whether a sentence goes on with demands: who ought to do what, or an imperative."""
    return obliges(sentence) or imperative(sentence) or bool(_FOR_WHOM.match(sentence) or _LET.search(sentence))


def follows(sentence: str) -> bool:
    """Whether a sentence is one of the demands of a list: what is to be done, or no more than what is asked for."""
    if _TO_DO.search(sentence) or continues(sentence):
        return True
    tags = lexicon().tags
    told = _RELATED.sub(" ", sentence)
    small = re.findall(r"(?<![\w'’-])[a-z][\w'’-]*", told)  # not May, nor Will
    verbs = [word for word in small if tags.get(word) in ("A", "V")]
    done = bool(verbs) and all(_DONE.search(word) for word in verbs) and not _VERBS_FIRST.search(told)
    return not sentence.rstrip().endswith("?") and (not verbs or done)


def includes(sentence: str) -> bool:
    """Whether a sentence tells what some recommendations are, which are a report's whoever is named."""
    return _INCLUDE.match(sentence) is not None


def tells(sentence: str) -> bool:
    """Whether a sentence says no more than that there are demands: The board made 14 recommendations."""
    return bool(_AMONG.match(sentence) or _MADE.search(sentence)) and announces(sentence)
