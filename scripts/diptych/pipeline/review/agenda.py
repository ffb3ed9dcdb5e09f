"""What needs a person, the most doubtful first, each with the reason and with what could be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from diptych.check.lookalike import nearest
from diptych.lexicons import laying
from diptych.pipeline.numbering import numbers
from diptych.pipeline.refinding import Found
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.doubts import GROUPED, UNPAIRED, Doubt, Doubts
from diptych.records import Discrepancy, Item, Quoted, Record
from diptych.spans import Span
from diptych.values import id_key

#: `unpaired` is reviewed, and nothing of the other side stands beside it: a person may leave it so.
What = Literal["changed", "proposed", "source", "actor", "unpaired"]
_FIRST: dict[What, int] = {"changed": 0, "proposed": 1, "actor": 2, "source": 3, "unpaired": 4}
#: What a discrepancy weighs: whether two figures are of one thing is easier to mistake than two wordings.
_DISCREPANCY = {"quotation": 5, "figure": 9}


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it is shown: `found` says what became of it, `places` where it is or may be now."""

    number: int
    source: str
    outlet: str
    start: int
    end: int
    text: str
    speaker: str | None
    found: str
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that needs a person, the more the higher its `doubt`; `suggestion` is what to give `diptych`."""

    id: str
    what: What
    kind: str
    doubt: int
    reasons: tuple[str, ...]
    suggestion: str
    statement: str
    answers: tuple[str, ...] = ()
    passages: tuple[Shown, ...] = ()


def agenda(desk: Desk) -> list[Matter]:
    """Everything that needs a person: first what a changed seed left unsettled, then proposals by their doubt, at last
    what is reviewed and has no counterpart."""
    with laying(desk.lists):
        found = [*_items(desk), *_actors(desk), *_sources(desk)]
    return sorted(found, key=lambda one: (_FIRST[one.what], -one.doubt, id_key(one.id)))


def _items(desk: Desk) -> Iterator[Matter]:
    texts = {one.id: desk.seeds[one.file].text for one in desk.sources.values() if one.file in desk.seeds}
    doubts = Doubts(desk.sources, texts, desk.dossier.actors, desk.dossier.parties.values())
    answered = {answer.to for record in desk.records() for answer in record.answers}
    for item in desk.items.values():
        found = [desk.now.found[one] for one in item.passages]
        changed = list(_changed(desk, item, found, texts))
        proposed: list[Doubt] = []
        if isinstance(item, Discrepancy):
            proposed.append(Doubt(_DISCREPANCY[item.kind], f"is this one {item.kind}, told in different ways?"))
        else:
            targets = [desk.items[one.to] for one in item.answers if one.to in desk.items]
            proposed += doubts.of(item, [one for one in targets if isinstance(one, Record)])
        unpaired = list(_unpaired(item, answered))
        if changed or item.status == "proposed":
            reasons = [*changed, *(proposed if item.status == "proposed" else ()), *unpaired]
            suggestion = _way_out(item, found) if changed else _suggested(item, proposed)
            yield _matter(desk, item, "changed" if changed else "proposed", reasons, suggestion, found)
        elif unpaired:
            yield _matter(desk, item, "unpaired", unpaired, _pair(item), found)


def _matter(desk: Desk, item: Item, what: What, doubts: list[Doubt], suggestion: str, found: list[Found]) -> Matter:
    record = item if isinstance(item, Record) else None
    return Matter(
        id=item.id,
        what=what,
        kind=item.kind,
        doubt=sum(one.weight for one in doubts),
        reasons=tuple(one.said for one in doubts),
        suggestion=suggestion,
        statement=record.statement if record else getattr(item, "what", ""),
        answers=tuple(f"{one.to}: {one.how}" for one in record.answers) if record else (),
        passages=tuple(_shown(desk, *three) for three in zip(numbers(item), item.passages, found, strict=True)),
    )


def _shown(desk: Desk, number: int, one: Quoted, found: Found) -> Shown:
    source = desk.sources.get(one.source)
    speaker = getattr(one, "actor", None)
    outlet = source.name if source else "a source that is not there"
    return Shown(number, one.source, outlet, one.start, one.end, one.text, speaker, found.finding, found.places)


def _changed(desk: Desk, item: Item, found: list[Found], texts: dict[str, str]) -> Iterator[Doubt]:
    """What a changed or withdrawn seed did to the passages."""
    for number, passage, now in zip(numbers(item), item.passages, found, strict=True):
        if now.finding == "unchanged":
            continue
        state = desk.now.seeds.get(passage.source, "withdrawn")
        file = desk.sources[passage.source].file if passage.source in desk.sources else passage.source
        if state == "withdrawn":
            yield Doubt(40, f"passage {number}: {file} is not there any more")
        elif now.place:
            yield Doubt(10, f"passage {number}: {file} has changed; the words now stand at {_at(now.place)}")
        elif now.others:
            places = ", ".join(map(_at, now.others[:5]))
            yield Doubt(30, f"passage {number}: {file} has changed; the words stand, but not as they did, at {places}")
        else:
            like = nearest(passage.text, texts[passage.source], passage.start)
            shown = f"; the most like them, at {_at(like)}: {like.of(texts[passage.source])}" if like else ""
            yield Doubt(40, f"passage {number}: {file} no longer has these words{shown}")


def _at(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _way_out(item: Item, found: list[Found]) -> str:
    """What to do about passages that are not where they were."""
    lost = [number for number, one in zip(numbers(item), found, strict=True) if one.finding == "lost"]
    unsure = [number for number, one in zip(numbers(item), found, strict=True) if one.finding == "ambiguous"]
    if lost:
        return f"review reject {item.id}#p{lost[0]}, or put the old seed back"
    if unsure:
        places = next(one.others for one in found if one.finding == "ambiguous")
        start = f"@{places[0].start}" if len(places) > 1 else ""
        return f"review refind {item.id}#p{unsure[0]}{start}, if that is the place"
    return "review refind"


def _suggested(item: Item, doubts: list[Doubt]) -> str:
    """What the heaviest doubt asks for."""
    odd = next((one.passages for one in doubts if one.weight == GROUPED), ())
    if odd and len(odd) < len(item.passages):
        return f"review split {item.id} {' '.join(map(str, odd))}"
    return f"review accept {item.id}"


def _unpaired(item: Item, answered: set[str]) -> Iterator[Doubt]:
    if isinstance(item, Record) and item.kind == "response" and not item.answers:
        yield Doubt(UNPAIRED, "it is not said what it answers")
    if isinstance(item, Record) and item.kind == "claim" and item.id not in answered:
        yield Doubt(UNPAIRED, "no response answers it in particular")


def _pair(item: Item) -> str:
    return f"review answer {item.id} CLAIM" if item.kind == "response" else f"review answer RESPONSE {item.id}"


def _actors(desk: Desk) -> Iterator[Matter]:
    """Proposed actors of the two parties: whose side somebody is on decides what kind their statements are."""
    for one in desk.dossier.actors:
        if one.status == "proposed" and one.party != "third" and one.id not in desk.dossier.parties.values():
            by = f", through {one.affiliation}" if one.affiliation else ""
            said = f"{one.name} is counted to the {one.party} party{by}"
            yield Matter(one.id, "actor", one.kind, 3, (said,), f"review accept {one.id}", one.name)


def _sources(desk: Desk) -> Iterator[Matter]:
    """Sources to settle, once their passages are, and proposed ones that nothing proposed rests on any more."""
    resting: dict[str, set[str]] = defaultdict(set)
    for item in desk.items.values():
        for passage in item.passages:
            resting[passage.source].add(item.status)
    for one in desk.sources.values():
        if one.status == "proposed" and resting[one.id] == {"reviewed"}:
            said = "all that quotes it is reviewed; once it is, too, nothing more is proposed from it"
            yield Matter(one.id, "source", one.kind, 1, (said,), f"review accept {one.id}", one.title)
        if desk.now.seeds[one.id] == "withdrawn" and not resting[one.id]:
            said = f"{one.file} is not there any more, and nothing rests on it"
            yield Matter(one.id, "changed", one.kind, 5, (said,), f"review reject {one.id}", one.title)
        if desk.now.seeds[one.id] in ("changed", "renamed"):
            said = f"{one.file} is not the file that it was made from"
            yield Matter(one.id, "changed", one.kind, 1, (said,), "review refind", one.title)
