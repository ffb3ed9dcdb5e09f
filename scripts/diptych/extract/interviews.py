"""Who asks and who answers in an article that is set as turns: Q and A, or NAME: …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from diptych.drafts import Article, Attribution
from diptych.extract.rules.turns import ASIDE, CLOCK
from diptych.spans import Span

_ASKS = frozenset(
    (
        "q",
        "question",
        "host",
        "interviewer",
        "presenter",
        "anchor",
        "moderator",
        "reporter",
        "reporting",
        "correspondent",
    )
)
_ANSWERS = frozenset(("a", "answer"))
#: What part of whose turns are questions who asks: a person whom the article names, or else an outlet.
_PERSON_ASKS, _OUTLET_ASKS = 0.4, 0.2
_PARTNER = re.compile(
    r"\b(?:talks?|talked|spoke|speaks?|told|tells|interview(?:ed)? (?:by|with)|by|words)[\s:]+(?:to\s+|with\s+)?$",
    re.IGNORECASE,
)
#: Whom the outlet says it asked: we talked to the engineer …
_GUEST = re.compile(
    r"\b(?:we|I)\s+(?:asked|met|interviewed|visited|reached|called|(?:talked|spoke|sat\s+down)\s+(?:to|with))"
    r"\s+(?:[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
#: How far before a name it is told whether it is the guest's, in code points.
_NEAR = 90
#: A line that opens so names who asked, where another name can be whose answers they are.
_CREDIT = re.compile(r"\n(?:Interview(?:er)?|Questions?)(?:\s+by)?:?\s*$", re.IGNORECASE)
#: What a question begins with that is answered by yes or no.
_WHETHER = re.compile(
    r"(?:(?:And|But|So|Then)\s+)?(?:Did|Does|Do|Has|Have|Had|Is|Are|Was|Were|Will|Would|Can|Could|Should)(?:n['’]t)?\s+(?:not\s+)?"
)


class Interview:
    """The turns of one article; empty where it has none."""

    def __init__(
        self, article: Article, attributions: Sequence[Attribution], names: Iterable[str], tied: Callable[[str], bool]
    ) -> None:
        """`names` are the persons that the article may name, `tied` tells whether one of them is a party's."""
        text = article.seed.text
        self._names, self._tied = sorted(names), tied
        self.guest: str | None = None
        turns = [one for one in attributions if one.rule == "turn" and one.source]
        self._labels = {id(one): _label(one.source.of(text)) for one in turns if one.source}
        counts = Counter(self._labels.values())
        self.turns = [one for one in turns if counts[self._labels[id(one)]] > 1 or self.speaker(one)]
        self._hosts = self._find_hosts(text)
        first = min((one.content[0].start for one in self.turns), default=article.span.end)
        self.guest = self._find_guest(text[article.span.start : first], article.title or "") if self.turns else None

    def asks(self, turn: Attribution) -> bool:
        """Whether a turn is the interviewer's."""
        return self._labels.get(id(turn), "") in self._hosts

    def speaker(self, turn: Attribution) -> str | None:
        """The full name of who answers: the guest for "A", else the one name that ends as the label does."""
        label = self._labels.get(id(turn), "")
        if label in _ANSWERS:
            return self.guest
        own = label.split(",")[0]
        found = [name for name in self._names if name.lower() == own or name.lower().split()[-1] == own.split()[-1]]
        return found[0] if found else None

    def _find_hosts(self, text: str) -> set[str]:
        """The labels that say so, else the one most of whose turns end as questions."""
        labels = [self._labels[id(one)] for one in self.turns]
        said = {label for label in self._labels.values() if set(label.replace(",", " ").split()) & _ASKS}
        if said:
            bare = {label.split(",")[0].split()[-1] for label in said}
            return said | {label for label in labels if label.split()[-1] in bare}
        asked: dict[str, list[bool]] = {}
        for one, label in zip(self.turns, labels, strict=True):
            asked.setdefault(label, []).append(one.content[-1].of(text).rstrip(' ”"').endswith("?"))
        rates = {label: sum(marks) / len(marks) for label, marks in asked.items()}
        best = max(rates, key=lambda label: (rates[label], label), default=None)
        if best is None or len(rates) < 2:
            return set()
        named = any(self.speaker(one) for one, label in zip(self.turns, labels, strict=True) if label == best)
        return {best} if rates[best] >= (_PERSON_ASKS if named else _OUTLET_ASKS) else set()

    def _find_guest(self, intro: str, title: str) -> str | None:
        """Whom the outlet says it asked, or the title names, or the introduction, a party's first; who asks comes last.

        In a live blog the introduction is that of the entry.
        """
        found = []
        for place, where in enumerate((title, CLOCK.split(intro)[-1])):
            for name in self._names:
                at = where.find(name)
                if at >= 0:
                    before = where[max(0, at - _NEAR) : at]
                    asked = _GUEST.search(before) is not None
                    asks = not asked and bool(_PARTNER.search(before) or _CREDIT.search(before))
                    titled = place == 0 and not asks
                    found.append((not asked, not titled, not self._tied(name), asks, at, name))
        return min(found)[-1] if found else None


def _label(text: str) -> str:
    return ASIDE.sub("", text.strip(" :")).lower()


def mannerly(text: str, one: Attribution) -> bool:
    """Whether an interviewer greets or thanks."""
    cue = one.cue.of(text).lower() if one.cue else ""
    mention = one.source.of(text).lower() if one.source else ""
    return cue in ("thank", "thanks", "welcome", "joins", "join") or mention in ("i", "we", "you")


def wonders(text: str, one: Attribution, sentence: Span | None, hosted: bool) -> bool:
    """Whether a sentence asks whether somebody says so: Didn't the engineers find that it was safe?

    An interviewer's question (`hosted`) only tells of whoever says something in it: the nurse who complained of lifts?
    """
    if one.mode != "indirect" or sentence is None or not sentence.of(text).rstrip(" ”’\"'").endswith("?"):
        return False
    if hosted or one.source is None or not sentence.covers(one.source):
        return hosted
    return _WHETHER.fullmatch(text, sentence.start, one.source.start) is not None
