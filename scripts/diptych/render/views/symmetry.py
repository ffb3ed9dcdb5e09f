"""The same measures of each party, so that anyone can see whether the dossier is even-handed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from babel.numbers import format_decimal

from diptych.records import ANSWERABLE, PARTIES, REPORT, Kind, PartyRole, Passage, Record
from diptych.render import addresses
from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.evidence import count_words, quoted_spans, words_of
from diptych.render.index import Index
from diptych.render.links import Link, actor_link, source_link

#: The measures under their headings; each has its name in the catalogue, under `symmetry.measure`.
MEASURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("statements", ("statements", "claim", "recommendation", "response", "reaction", "proposed")),
    ("evidence", ("sources", "single", "passages", "direct", "mixed", "indirect", "rewrites", "discrepancies")),
    ("voices", ("speakers", "unnamed", "quoted", "reported")),
    ("exchange", ("answered", "unanswered", "answering", "whole", "loose")),
    ("wording", ("words", "median")),
)
#: What a link of a list weighs, and the ID in its address.
_LINK = 7
_GIVEN = re.compile(r"[/#]([A-Z])([1-9][0-9]*)\b")
KINDS: tuple[Kind, ...] = ("claim", "recommendation", "response", "reaction")


@dataclass(frozen=True, slots=True)
class Count:
    """One number of one party; `value` is empty where the measure does not apply to the party.

    `share` is the number's part of the party's own whole, or empty. `href` leads from the page to the list of what it
    counts: to another page that lists just that, or to `anchor` on this one, where `behind` stands.
    """

    party: PartyRole
    value: str
    share: str
    href: str
    anchor: str
    behind: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of every party."""

    name: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Symmetry:
    """The parties' names and all the measures under their headings; `events` are nobody's statements."""

    parties: tuple[tuple[PartyRole, str], ...]
    groups: tuple[tuple[str, tuple[Measure, ...]], ...]
    events: int

    def name(self, party: PartyRole) -> str:
        """What a party is called."""
        return dict(self.parties)[party]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All of them, in order."""
        return tuple(measure for _, measures in self.groups for measure in measures)


def symmetry(index: Index, root: str, only: Only = everything) -> Symmetry:
    """Every measure of each party, for a page that `root` leads from to the site's root; of a part, the links it keeps.

    A statement is its actor's party's; an event is nobody's.
    """
    sides = [_Side(index, party, root, only) for party in PARTIES]
    return Symmetry(
        parties=tuple((party, index.party_name(party)) for party in PARTIES),
        groups=tuple(
            (heading, tuple(Measure(name, tuple(side.count(name) for side in sides)) for name in names))
            for heading, names in MEASURES
        ),
        events=len(index.kinds["event"]),
    )


def symmetry_items(index: Index) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by the lists of what was counted, and these by numbers."""
    return tuple(
        Item(one.anchor, to.path, _LINK, *_number(to, place), (step,))
        for measure in symmetry(index, "").measures
        for one in measure.counts
        if one.behind
        for step in (_step(index, measure.name, one),)
        for place, to in enumerate(one.behind, 1)
    )


def symmetry_steps(index: Index) -> tuple[Step, ...]:
    """Every list that the page may have."""
    none = [Count(party, "", "", "", "", ()) for party in PARTIES]
    return tuple(_step(index, name, one) for _, names in MEASURES for name in names for one in none)


def _step(index: Index, name: str, one: Count) -> Step:
    say, slug = index.language.text, f"{name}-{one.party}"
    title = say("symmetry.list", measure=say(f"symmetry.measure.{name}"), party=index.party_name(one.party))
    return Step(slug, title, slug)


def _number(to: Link, place: int) -> tuple[str, int]:
    """What places a link in its list for good: the ID that it leads to, or where it stands where it leads to none."""
    found = _GIVEN.search(to.path)
    return (found[1], int(found[2])) if found else ("", place)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a measure counts, the number where it is not how many these are, and the whole that it is a part of.

    `listed` is where else that is listed: another list of the page (`#…`), or a page by its path.
    """

    behind: Sequence[Link]
    number: float | None = None
    of: int = 0
    listed: str = ""


Told = tuple[Record, int, Passage]


class _Side:
    """A party's statements and passages."""

    def __init__(self, index: Index, party: PartyRole, root: str, only: Only) -> None:
        self.only = only
        self.index = index
        self.language = index.language
        self.party = party
        self.root = root
        self.records = [one for one in index.dossier.records if one.kind != "event" and index.party(one) == party]
        self.told: list[Told] = [
            (record, number, passage) for record in self.records for number, passage in record.numbered
        ]

    def count(self, name: str) -> Count:
        """One measure of the party."""
        measures: dict[str, Callable[[], _Found | None]] = {
            "statements": lambda: _Found(_records(self.records)),
            "proposed": lambda: self._which(lambda record: record.status == "proposed"),
            "sources": self._sources,
            "single": lambda: self._which(self._is_single),
            "passages": lambda: _Found(_passages(self.told)),
            "rewrites": lambda: self._where(lambda one: self.index.sources[one.source].kind == "rewrite"),
            "discrepancies": self._discrepancies,
            "speakers": self._speakers,
            "unnamed": lambda: self._where(lambda passage: passage.actor is None),
            "quoted": lambda: self._words(quoted=True),
            "reported": lambda: self._words(quoted=False),
            "answered": lambda: self._answerable(answered=True),
            "unanswered": lambda: self._answerable(answered=False),
            "answering": lambda: self._answering(lambda record: any(one.to != REPORT for one in record.answers)),
            "whole": lambda: self._answering(lambda record: any(one.to == REPORT for one in record.answers)),
            "loose": lambda: self._answering(lambda record: not record.answers),
            "words": lambda: _Found((), sum(self._lengths()), listed=f"#statements-{self.party}"),
            "median": self._median,
        }
        kind = next((one for one in KINDS if one == name), None)
        if kind:
            found: _Found | None = self._of_kind(kind)
        elif name in ("direct", "mixed", "indirect"):
            found = self._where(lambda passage: passage.mode == name)
        else:
            found = measures[name]()
        if found is None:
            return Count(self.party, "", "", "", "", ())
        number = len(found.behind) if found.number is None else found.number
        return Count(
            self.party,
            str(format_decimal(number, locale=self.language.locale)),
            self.language.percent(round(100 * number / found.of)) if found.of else "",
            self._leads(found.listed or f"#{name}-{self.party}") if number else "",
            f"{name}-{self.party}" if found.behind else "",
            tuple(to for to in found.behind if self.only(f"{name}-{self.party}", to.path)),
        )

    def _leads(self, to: str) -> str:
        return to if to.startswith("#") else f"{self.root}{to}"

    def _of_kind(self, kind: Kind) -> _Found:
        """The party's records of a kind; where all of that kind are the party's, there is a page that lists them."""
        found = [record for record in self.records if record.kind == kind]
        if found and len(found) == len(self.index.kinds[kind]):
            return _Found((), len(found), listed=addresses.list_path(kind))
        return _Found(_records(found))

    def _which(self, test: Callable[[Record], bool]) -> _Found:
        return _Found(_records(filter(test, self.records)), of=len(self.records))

    def _where(self, test: Callable[[Passage], bool]) -> _Found:
        return _Found(_passages(one for one in self.told if test(one[2])), of=len(self.told))

    def _is_single(self, record: Record) -> bool:
        """Whether one article alone reports it; a rewrite is no other article than what it rewrites."""
        sources = (self.index.sources[passage.source] for passage in record.passages)
        return len({source.copy_of or source.id for source in sources}) == 1

    def _sources(self) -> _Found:
        found = {passage.source for _, _, passage in self.told}
        return _Found(
            [source_link(source, self.language) for source in self.index.dossier.sources if source.id in found]
        )

    def _discrepancies(self) -> _Found:
        found = {one.id: one for record in self.records for one in self.index.discrepancies(record.id)}
        return _Found(
            [
                Link(one.id, addresses.discrepancy_path(one.id))
                for one in self.index.dossier.discrepancies
                if one.id in found
            ]
        )

    def _speakers(self) -> _Found:
        found = [actor for actor in self.index.dossier.actors if actor.party == self.party]
        return _Found([actor_link(actor, self.language) for actor in found if self.index.said_by(actor.id)])

    def _words(self, *, quoted: bool) -> _Found:
        amount = words_of(passage for _, _, passage in self.told)
        if not quoted:
            return _Found((), amount.reported, amount.taken, listed=f"#passages-{self.party}")
        return _Found(_passages(one for one in self.told if quoted_spans(one[2])), amount.quoted, amount.taken)

    def _answerable(self, *, answered: bool) -> _Found | None:
        """Claims and recommendations with an answer, or without; nothing where the party has none to answer."""
        found = [record for record in self.records if record.kind in ANSWERABLE]
        wanted = [record for record in found if bool(self.index.answers_to(record.id)) == answered]
        return _Found(_records(wanted), of=len(found)) if found else None

    def _answering(self, test: Callable[[Record], bool]) -> _Found | None:
        """Responses of some kind; nothing where the party has none."""
        found = [record for record in self.records if record.kind == "response"]
        return _Found(_records(filter(test, found)), of=len(found)) if found else None

    def _median(self) -> _Found | None:
        return _Found((), median(self._lengths()), listed=f"#statements-{self.party}") if self.records else None

    def _lengths(self) -> list[int]:
        return [count_words(record.statement) for record in self.records]


def _records(records: Iterable[Record]) -> list[Link]:
    return [Link(record.id, addresses.record_path(record.id)) for record in records]


def _passages(told: Iterable[Told]) -> list[Link]:
    return [
        Link(f"{record.id} {addresses.passage_anchor(number)}", addresses.passage_path(record.id, number))
        for record, number, _ in told
    ]
