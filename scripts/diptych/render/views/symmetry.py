"""The same measures of each party, so that anyone can see whether the dossier is even-handed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from babel.numbers import format_decimal

from diptych.records import Passage, Record
from diptych.render import addresses
from diptych.render.divided.items import Held, Item, Only, Step, everything, nothing
from diptych.render.evidence import Amount, count_words, quoted_spans, words_of
from diptych.render.index import Index
from diptych.render.links import Link, actor_link, source_link
from diptych.render.views.shared import Desk
from diptych.values import ANSWERABLE, PARTIES, REPORT, Kind, PartyRole

#: The measures under their headings; each has its name in the catalogue, under `symmetry.measure`.
MEASURES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("statements", ("statements", "claim", "recommendation", "response", "reaction", "proposed")),
    ("evidence", ("sources", "single", "passages", "direct", "mixed", "indirect", "rewrites", "discrepancies")),
    ("voices", ("speakers", "unnamed", "quoted", "reported")),
    ("exchange", ("answered", "unanswered", "answering", "whole", "loose")),
    ("wording", ("words", "median")),
)
#: What a link of a list weighs (twice its bytes, as so many elements are heavy in a browser), and in how many lists
#: a statement or a passage is at the most.
_LINK, _LISTS = 14, 6
#: A passage with its record and its number there; and all that lists are made of.
Told = tuple[Record, int, Passage]
Behind = Told | Record | Link
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


def symmetry(desk: Desk, root: str, only: Only = everything) -> Symmetry:
    """Every measure of each party, for a page that `root` leads from to the site's root; of a part, the links it keeps.

    A statement is its actor's party's; an event is nobody's.
    """
    index = desk.index
    told = _all_told(desk)

    def count(name: str, party: PartyRole) -> Count:
        one, anchor = told[name, party], f"{name}-{party}"
        shown = one.behind if _shows(only, anchor) else ()
        behind = tuple(_link(which) for which in shown if only(anchor, _name(which)))
        listed = one.listed if one.listed.startswith("#") or not one.listed else f"{root}{one.listed}"
        return Count(party, one.value, one.share, listed, anchor if one.behind else "", behind)

    return Symmetry(
        parties=tuple((party, index.party_name(party)) for party in PARTIES),
        groups=tuple(
            (heading, tuple(Measure(name, tuple(count(name, party) for party in PARTIES)) for name in names))
            for heading, names in MEASURES
        ),
        events=len(index.kinds["event"]),
    )


def _shows(only: Only, anchor: str) -> bool:
    """Whether a page may show anything of a list, of which a part of the page shows one among many."""
    return anchor in only.names if isinstance(only, Held) else only is not nothing


@dataclass(frozen=True, slots=True)
class _Told:
    """A number in words, with what it counts: `behind`, or where else that is listed."""

    value: str
    share: str
    listed: str
    behind: Sequence[Behind]


def _all_told(desk: Desk) -> dict[tuple[str, PartyRole], _Told]:
    """Every measure of every party, counted once for all the pages that show it."""
    return desk.once("symmetry", lambda: _counted(desk.index))


def _counted(index: Index) -> dict[tuple[str, PartyRole], _Told]:
    sides = [_Side(index, party) for party in PARTIES]
    return {(name, side.party): side.told_of(name) for _, names in MEASURES for name in names for side in sides}


def symmetry_items(desk: Desk) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by the lists of what was counted, and these by numbers."""
    told = _all_told(desk)
    return tuple(
        Item(step.slug, name, _LINK * times, name[0] if number else "", number or place, (step,))
        for _, measures in MEASURES
        for measure in measures
        for party in PARTIES
        if (found := told[measure, party]).behind
        for step in (_step(desk.index, measure, party),)
        for place, (name, times) in enumerate(Counter(map(_name, found.behind)).items(), 1)
        for number in (_number(name),)
    )


def symmetry_weight(index: Index) -> int:
    """What the page weighs at the most: each statement and each passage is in some lists, and in no more of them."""
    records = index.dossier.records
    passages = sum(len(record.passages) for record in records)
    others = len(index.dossier.sources) + len(index.dossier.actors) + len(index.dossier.discrepancies)
    return _LINK * (_LISTS * (len(records) + passages) + len(PARTIES) * others)


def symmetry_steps(index: Index) -> tuple[Step, ...]:
    """Every list that the page may have."""
    return tuple(_step(index, name, party) for _, names in MEASURES for name in names for party in PARTIES)


def _step(index: Index, name: str, party: PartyRole) -> Step:
    say, slug = index.language.text, f"{name}-{party}"
    title = say("symmetry.list", measure=say(f"symmetry.measure.{name}"), party=index.party_name(party))
    return Step(slug, title, slug)


def _name(one: Behind) -> str:
    """What a link of a list is divided by: the ID of its record, or where it leads."""
    if isinstance(one, Link):
        return one.path
    return one.id if isinstance(one, Record) else one[0].id


def _number(name: str) -> int:
    """The number of a record's ID; 0 where it is none, as what has no number stands in its list as it comes."""
    return int(name[1:]) if name[1:].isdecimal() else 0


def _link(one: Behind) -> Link:
    if isinstance(one, Link):
        return one
    if isinstance(one, Record):
        return Link(one.id, addresses.record_path(one.id))
    record, number, _ = one
    return Link(f"{record.id} {addresses.passage_anchor(number)}", addresses.passage_path(record.id, number))


@dataclass(frozen=True, slots=True)
class _Found:
    """What a measure counts, the number where it is not how many these are, and the whole that it is a part of.

    `listed` is where else that is listed: another list of the page (`#…`), or a page by its path.
    """

    behind: Sequence[Behind]
    number: float | None = None
    of: int = 0
    listed: str = ""


class _Side:
    """A party's statements and passages."""

    def __init__(self, index: Index, party: PartyRole) -> None:
        self.index = index
        self.language = index.language
        self.party = party
        self.records = [one for one in index.dossier.records if one.kind != "event" and index.party(one) == party]
        self.told: list[Told] = [
            (record, number, passage) for record in self.records for number, passage in record.numbered
        ]

    def found(self, name: str) -> _Found | None:
        """What a measure counts; None where it does not apply to the party."""
        measures: dict[str, Callable[[], _Found | None]] = {
            "statements": lambda: _Found(self.records),
            "proposed": lambda: self._which(lambda record: record.status == "proposed"),
            "sources": self._sources,
            "single": lambda: self._which(self._is_single),
            "passages": lambda: _Found(self.told),
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
            "words": lambda: _Found((), sum(self._lengths), listed=f"#statements-{self.party}"),
            "median": self._median,
        }
        kind = next((one for one in KINDS if one == name), None)
        if kind:
            return self._of_kind(kind)
        if name in ("direct", "mixed", "indirect"):
            return self._where(lambda passage: passage.mode == name)
        return measures[name]()

    def told_of(self, name: str) -> _Told:
        """One measure of the party, in words."""
        found = self.found(name)
        if found is None:
            return _Told("", "", "", ())
        number = len(found.behind) if found.number is None else found.number
        return _Told(
            str(format_decimal(number, locale=self.language.locale)),
            self.language.percent(round(100 * number / found.of)) if found.of else "",
            (found.listed or f"#{name}-{self.party}") if number else "",
            found.behind,
        )

    def _of_kind(self, kind: Kind) -> _Found:
        """The party's records of a kind; where all of that kind are the party's, there is a page that lists them."""
        found = [record for record in self.records if record.kind == kind]
        if found and len(found) == len(self.index.kinds[kind]):
            return _Found((), len(found), listed=addresses.list_path(kind))
        return _Found(found)

    def _which(self, test: Callable[[Record], bool]) -> _Found:
        return _Found([one for one in self.records if test(one)], of=len(self.records))

    def _where(self, test: Callable[[Passage], bool]) -> _Found:
        return _Found([one for one in self.told if test(one[2])], of=len(self.told))

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

    @cached_property
    def _amount(self) -> Amount:
        return words_of(passage for _, _, passage in self.told)

    def _words(self, *, quoted: bool) -> _Found:
        amount = self._amount
        if not quoted:
            return _Found((), amount.reported, amount.taken, listed=f"#passages-{self.party}")
        return _Found([one for one in self.told if quoted_spans(one[2])], amount.quoted, amount.taken)

    def _answerable(self, *, answered: bool) -> _Found | None:
        """Claims and recommendations with an answer, or without; nothing where the party has none to answer."""
        found = [record for record in self.records if record.kind in ANSWERABLE]
        wanted = [record for record in found if bool(self.index.answers_to(record.id)) == answered]
        return _Found(wanted, of=len(found)) if found else None

    def _answering(self, test: Callable[[Record], bool]) -> _Found | None:
        """Responses of some kind; nothing where the party has none."""
        found = [record for record in self.records if record.kind == "response"]
        return _Found([one for one in found if test(one)], of=len(found)) if found else None

    def _median(self) -> _Found | None:
        lengths = self._lengths
        return _Found((), median(lengths), listed=f"#statements-{self.party}") if lengths else None

    @cached_property
    def _lengths(self) -> list[int]:
        return [count_words(record.statement) for record in self.records]
