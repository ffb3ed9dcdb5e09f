"""Any number of invented articles on one invented dispute, for measuring what time and memory grow with.

The sentences have the shapes of reported speech in the press: what is said stands before, after or around its
speaker, in quotation marks, without them or partly; offices, spokespeople, ministries, organisations and the narrator
speak. What is said is made of an invented vocabulary whose words are as unevenly frequent as those of a language
(Zipf 1949), so that statements differ. Several outlets report each statement, a few statements are in many articles
and most in few; each outlet words it in its own way, now and then with another figure or another word in a quotation.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

#: content/dossier.yml of the dispute: a title and two names.
DOSSIER = """title: Report on the orchards of Quendor
parties:
  reporting: {name: Board of River Auditors, aliases: [the Board, BRA]}
  responding: {name: Quendor, aliases: [Quendorian]}
"""
#: In how many articles a statement is on average, and how many sentences that state something an article has.
_OUTLETS, _SENTENCES = 4, 32
# fmt: off
_ONSETS = (
    "b", "bl", "br", "d", "dr", "f", "fl", "g", "gr", "k", "kl", "l", "m", "n", "p", "pl", "pr", "r", "s", "st", "t",
    "tr",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
_CODAS = ("b", "ck", "d", "g", "l", "m", "n", "nd", "p", "r", "rk", "sh", "st", "t", "x")
_VERBS = (
    "flood", "fence", "drain", "close", "open", "empty", "move", "mark", "seal", "clear", "plant", "burn", "lower",
    "raise", "count", "list", "guard", "patrol", "visit", "search", "sort", "haul", "lift", "dump", "paint", "mend",
    "rent", "lease", "weigh", "test", "film", "trace", "filter", "pump", "block", "register",
)
_ROLES = (
    "an analyst at", "a researcher with", "the director of", "a lawyer for", "the president of", "a spokeswoman for",
)
# fmt: on
_MONTHS = ("January", "March", "May", "June", "August", "September", "October", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

#: How often each side speaks, and in which shapes: {s} is what is said, {q} a quotation, both {S} {Q} with a capital.
_SHAPES: dict[str, tuple[int, Sequence[str]]] = {
    "reporting": (
        9,
        (
            "The report said that {s}.",
            "{S}, the report found.",
            "According to the report, {s}.",
            "The Board concluded in its assessment that {s}.",
            "The auditors wrote that {s} and called this “{q}.”",
            "“{Q},” the Board of River Auditors said in the document, adding that {s}.",
            "{head}, who heads the Board, told reporters on {day} that {s}.",
            "“{Q},” {head} said. “{S}.”",
            "The assessment, which runs to 212 pages, says “{q}” and describes how {s}.",
        ),
    ),
    "responding": (
        6,
        (
            "Quendor denied that {s}.",
            "“{Q},” said {voice}, a spokesperson for Quendor’s foreign ministry. “{S}.”",
            "Quendor’s mission said in a statement that {s}.",
            "{voice}, Quendor’s ambassador, called the finding “{q}” and insisted that {s}.",
            "In its answer, the government of Quendor maintained that {s}.",
            "“{S},” the ministry said on {day}.",
            "Quendorian officials rejected the claim, saying that {s}.",
        ),
    ),
    "asking": (
        2,
        (
            "The Board urged Quendor to {do} the {object} in {place} and to publish the {other}.",
            "The report calls on the government to {do} the {object} without delay.",
            "It recommended that Quendor {do} the {object} in {place}.",
            "“Quendor must {do} the {object} in {place},” {head} said.",
        ),
    ),
    "others": (
        5,
        (
            "“{Q},” said {person}, {role} {group}.",
            "{group} said that {s}.",
            "{person}, {role} {group}, told this newspaper that {s}.",
            "For {person} of {group}, “{q}.”",
            "{group} welcomed the report and said {s}.",
        ),
    ),
    "told": (
        4,
        (
            "On {date} {month} 2021, {s}.",
            "{S}, as anybody who has been to {place} can see.",
            "It was raining in {place} when the {other} {did} the {object}.",
            "The dispute over the {object} is older than the Board.",
        ),
    ),
}


class _Drawn:
    """Words of a list drawn as unevenly as those of a language: the first often, most of them rarely."""

    def __init__(self, random: Random, words: Sequence[str]) -> None:
        self._random, self._words = random, words
        self._reached = list(accumulate(1 / (rank + 8) for rank in range(len(words))))

    def __call__(self) -> str:
        return self._words[bisect(self._reached, self._random.random() * self._reached[-1])]


class _Press:
    """The words, the people and the statements of a dispute that so many articles report."""

    def __init__(self, random: Random, articles: int) -> None:
        self.random = random
        made = self._made(600 + 12 * articles)
        names = [word.capitalize() for word in self._made(200 + articles)]
        self.noun, self.quality = _Drawn(random, made[::2]), _Drawn(random, made[1::2])
        self.place, self._name = _Drawn(random, names[::2]), _Drawn(random, names[1::2])
        self.head, self.voice = self._person(), self._person()
        self.groups = [f"{random.choice(names)} {random.choice(('Watch', 'Fund', 'Union'))}" for _ in range(20)]
        sides = [side for side, (share, _) in _SHAPES.items() for _ in range(share)]
        said = [self._statement(random.choice(sides)) for _ in range(_SENTENCES * articles // _OUTLETS)]
        self._reached = list(accumulate(1 / (rank + 40) ** 0.5 for rank in range(len(said))))
        self._said = said

    def _made(self, size: int) -> list[str]:
        """So many different words of no language."""
        made: dict[str, None] = {}
        while len(made) < size:
            stem = "".join(
                self.random.choice(_ONSETS) + self.random.choice(_VOWELS)
                for _ in range(self.random.choice((1, 2, 2, 3)))
            )
            made[stem + self.random.choice(_CODAS)] = None
        return list(made)

    def _person(self) -> str:
        return f"{self._name()} {self._name()}"

    def _statement(self, side: str) -> _Statement:
        link = self.random.choice(("and", "but never", "though"))
        quoted = (self.noun(), "was", self.quality(), link, self.quality())
        return _Statement(
            side=side,
            subject=f"{self.quality()} {self.noun()}s",
            verb=self.random.choice(_VERBS),
            object=f"{self.noun()} {self.noun()}s",
            other=f"{self.noun()}s",
            place=self.place(),
            figure=self.random.randrange(13, 900),
            quote=("a", *quoted, self.noun()),
            person=self._person(),
            role=self.random.choice(_ROLES),
            group=self.random.choice(self.groups),
        )

    def drawn(self) -> _Statement:
        """One of the statements: a few of them stand in many articles."""
        return self._said[bisect(self._reached, self.random.random() * self._reached[-1])]


@dataclass(frozen=True)
class _Statement:
    """What somebody says, before any outlet words it."""

    side: str
    subject: str
    verb: str
    object: str
    other: str
    place: str
    figure: int
    quote: tuple[str, ...]
    person: str
    role: str
    group: str

    @property
    def did(self) -> str:
        """The verb in the past tense."""
        return f"{self.verb[:-1] if self.verb.endswith('e') else self.verb}ed"


def articles(number: int, seed: int = 1) -> dict[str, str]:
    """So many articles of about 600 words by the name of their file; the same ones for the same seed."""
    random = Random(seed)
    press = _Press(random, number)
    return {f"{place:04}.txt": _article(press) for place in range(1, number + 1)}


def write(root: Path, number: int, seed: int = 1) -> Path:
    """A dossier of so many articles and nothing else but the names of the parties; returns its folder."""
    for folder in ("content", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "content/dossier.yml").write_text(DOSSIER, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: measured\n", "utf-8")
    for name, text in articles(number, seed).items():
        (root / "seeds" / name).write_text(text, "utf-8")
    return root


def _article(press: _Press) -> str:
    random = press.random
    told = {id(one): one for one in (press.drawn() for _ in range(_SENTENCES))}
    sentences = [_sentence(press, one) for one in told.values()]
    opening = _worded(press, next(iter(told.values())))
    headline = f"{press.place()} report: {opening}"
    outlet = f"The {press.place()} {random.choice(('Courier', 'Gazette', 'Mirror', 'Herald'))}"
    dateline = f"{press.place().upper()} — {random.choice(_DAYS)} brought no rest to the {press.noun()}s."
    paragraphs = [headline, f"By {press._person()}\n{outlet}", dateline]
    while sentences:
        size = random.choice((1, 1, 2, 2, 3))
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return "\n\n".join([*paragraphs, "Share this article"]) + "\n"


def _sentence(press: _Press, one: _Statement) -> str:
    """A statement as one outlet words it, in one of the shapes of its side."""
    said, quoted = _worded(press, one), _quoted(press, one)
    shape = press.random.choice(_SHAPES[one.side][1])
    return shape.format(
        s=said,
        S=said[0].upper() + said[1:],
        q=quoted,
        Q=quoted[0].upper() + quoted[1:],
        do=one.verb,
        did=one.did,
        object=one.object,
        other=one.other,
        place=one.place,
        person=one.person,
        role=one.role,
        group=one.group,
        head=press.head,
        voice=press.voice,
        day=press.random.choice(_DAYS),
        date=1 + one.figure % 28,
        month=_MONTHS[one.figure % len(_MONTHS)],
    )


def _worded(press: _Press, one: _Statement) -> str:
    """The clause of a statement: as it is or turned round, with more or less of its circumstances."""
    random = press.random
    figure = one.figure + random.randrange(1, 9) if random.random() < 0.03 else one.figure
    who = f"{figure} {one.subject}" if random.random() < 0.5 else f"the {one.subject}"
    verb = f"had {one.did}" if random.random() < 0.5 else one.did
    clause = random.choice((f"{who} {verb} the {one.object}", f"the {one.object} were {one.did} by {who}"))
    where = random.choice((f" in {one.place}", f" near {one.place}", ""))
    with_what = random.choice((f" along with the {one.other}", f" to save the {one.other}", ""))
    return f"{clause}{where}{with_what}"


def _quoted(press: _Press, one: _Statement) -> str:
    """The words of a statement, now and then altered, as quotations are on their way from outlet to outlet."""
    words = list(one.quote)
    if press.random.random() < 0.05:
        words[press.random.choice((1, 3, 5))] = press.noun()
    return " ".join(words)
