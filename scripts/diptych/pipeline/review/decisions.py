"""Accept, reject, answer, file under a theme: what a person decides about one thing at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from pydantic import ValidationError

from diptych.pipeline.numbering import numbered, page, place
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.naming import withdraw
from diptych.problems import did_you_mean
from diptych.records import Answer, Discrepancy, Item, Record, Source
from diptych.values import ANSWERABLE, REPORT, How

_LISTS = ("content/actors.yml", "content/themes.yml")


def accept(desk: Desk, given: str) -> str:
    """Makes a record, discrepancy, source, actor or theme reviewed; the answers of a record are accepted with it.

    Raises `ValueError` where there is no such thing, or where a passage of it is not where it says.
    """
    if given in desk.sources:
        desk.put_source(desk.sources[given].model_copy(update={"status": "reviewed"}))
        return f"{given} is reviewed: nothing more is proposed from it"
    if given not in desk.items and given[:1].islower():
        return _accept_listed(desk, given)
    item = desk.item(given)
    settled(desk, item)
    desk.put(desk.reviewed(item))
    return f"{given} is reviewed"


def _accept_listed(desk: Desk, given: str) -> str:
    """An actor or theme, which stand together in one file each."""
    known: list[str] = []
    for file in _LISTS:
        held = desk.entries(file)
        known += [entry["id"] for entry in held]
        if given in known:
            meant = [{**entry, "status": "reviewed"} if entry["id"] == given else entry for entry in held]
            desk.put_entries(file, meant)
            return f"{given} is reviewed"
    hint = did_you_mean(given, known)
    raise ValueError(f"there is no actor or theme {given!r}" + (f"; {hint}" if hint else ""))


def reject(desk: Desk, reference: str, because: str = "") -> str:
    """Takes a record or discrepancy away, or one passage of it (`C4#p2`), and remembers it: it is not proposed again.

    What answers a record that is gone answers it no more. A source is taken away if its seed has gone and nothing rests
    on it, a theme or an actor if no record names it. Raises `ValueError` where there is no such thing, or it is needed.
    """
    if reference not in desk.items and reference[:1].islower():
        return withdraw(desk, reference, because)
    if reference in desk.sources:
        return _reject_source(desk, desk.sources[reference], because)
    if "#" in reference:
        item, number = desk.passage(reference)
        left = [one for one in numbered(item) if one.number != number]
        if len(left) >= fewest(item):
            desk.refuse(item, (one.passage for one in numbered(item) if one.number == number), because)
            desk.keep(item, left)
            desk.gone(place(item, number), because)
            return f"{reference} is rejected; {item.id} keeps {len(left)}"
    else:
        item = desk.item(reference)
    desk.refuse(item, item.passages, because)
    desk.drop(item)
    desk.gone(page(item), because)
    lost = relink(desk, item.id, None)
    return f"{item.id} is rejected" + (f"; {', '.join(lost)} answered it and no longer does" if lost else "")


def _reject_source(desk: Desk, source: Source, because: str) -> str:
    if source.file in desk.seeds:
        raise ValueError(f"{source.file} is there: take it out of seeds/ first, or {source.id} would be proposed again")
    resting = [item.id for item in desk.items.values() if any(one.source == source.id for one in item.passages)]
    resting += [one.id for one in desk.sources.values() if one.copy_of == source.id]
    if resting:
        raise ValueError(f"{', '.join(resting)} still rest on {source.id}")
    desk.drop_source(source)
    desk.gone(f"sources/{source.id}/", because)
    return f"{source.id} is taken away"


def settled(desk: Desk, item: Item) -> None:
    """Raises `ValueError` where a passage of an item is not where it says: first it has to be found again."""
    for number, passage in numbered(item):
        found = desk.now.found.get(passage)
        if found and found.finding != "unchanged":
            raise ValueError(f"{item.id}, passage {number} is not where it says: run `diptych review refind` first")


def fewest(item: Item) -> int:
    """How many passages an item must have."""
    return 2 if isinstance(item, Discrepancy) else 1


def relink(desk: Desk, old: str, new: str | None) -> list[str]:
    """Moves the answers to one record to another, or drops them, and returns the IDs of the records that gave them."""
    changed: list[str] = []
    for record in desk.records():
        if not any(answer.to == old for answer in record.answers):
            continue
        answers: dict[str, Answer] = {}
        for answer in record.answers:
            to = new if answer.to == old else answer.to
            if to is not None and to != record.id:
                answers.setdefault(to, answer.model_copy(update={"to": to}))
        desk.put(record.model_copy(update={"answers": tuple(answers.values())}))
        changed.append(record.id)
    return changed


def file_under(desk: Desk, given: str, theme: str) -> str:
    """Files a record under one theme; raises `ValueError` where there is no such record or theme."""
    record, themes = _record(desk, given), [one.id for one in desk.dossier.themes]
    if theme not in themes:
        hint = did_you_mean(theme, themes)
        raise ValueError(f"there is no theme {theme!r}" + (f"; {hint}" if hint else ""))
    desk.put(desk.reviewed(record.model_copy(update={"themes": (theme,)})))
    return f"{given} stands under {theme}"


def answer(desk: Desk, given: str, to: str, how: How | None) -> str:
    """Says what a response answers, and how; None for `how` says that it does not answer that.

    Raises `ValueError` where there is no such response, or nothing of that ID that it could answer.
    """
    record = _record(desk, given)
    if record.kind != "response":
        raise ValueError(f"{given} is a {record.kind}: only a response answers")
    if to != REPORT and _record(desk, to).kind not in ANSWERABLE:
        raise ValueError(f"{to} can't be answered: answers go to claims, recommendations or the report")
    kept = [one for one in record.answers if one.to != to]
    if how is None and len(kept) == len(record.answers):
        raise ValueError(f"{given} does not answer {to}")
    if how is not None:
        kept.append(Answer.model_validate({"to": to, "how": how}))
    desk.put(desk.reviewed(record.model_copy(update={"answers": tuple(kept)})))
    return f"{given} no longer answers {to}" if how is None else f"{given} answers {to}: {how}"


def accept_all(desk: Desk, given: Sequence[str]) -> list[str]:
    """Accepts several things."""
    return [accept(desk, one) for one in given]


def reject_all(desk: Desk, references: Sequence[str], because: str = "") -> list[str]:
    """Rejects several things; passages of one record are numbered as they are before."""
    last_first = sorted(dict.fromkeys(references), key=_numbered, reverse=True)
    return [reject(desk, one, because) for one in last_first]


def _numbered(reference: str) -> tuple[str, int]:
    given, _, number = reference.partition("#p")
    return given, int(number) if number.isdecimal() else 0


def how(said: str) -> How | None:
    """The manner of an answer from what a person typed, `no` for none; `ValueError` where it is neither."""
    if said == "no":
        return None
    try:
        return Answer.model_validate({"to": REPORT, "how": said}).how
    except ValidationError:
        raise ValueError(f"{said!r} is no manner of answering; {did_you_mean(said, get_args(How))}") from None


def _record(desk: Desk, given: str) -> Record:
    item = desk.item(given)
    if not isinstance(item, Record):
        raise ValueError(f"{given} is a discrepancy, not a record")
    return item
