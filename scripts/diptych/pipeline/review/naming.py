"""Another ID for a theme, an actor or a record, and the end of a theme or an actor: what names it goes along."""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter, ValidationError

from diptych.pipeline.numbering import page
from diptych.pipeline.review.desk import Desk
from diptych.problems import did_you_mean
from diptych.records import Answer, Item, Record
from diptych.values import ITEM_ID, LETTERS, Slug

#: The files that list what has a page of its own, by the folder of those pages.
_LISTS = {"themes": "content/themes.yml", "actors": "content/actors.yml"}
_ID = re.compile(ITEM_ID)
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def rename(desk: Desk, given: str, to: str) -> str:
    """Gives a theme, an actor, a record or a discrepancy another ID; its released address leads on to the new one.

    Where a theme or an actor of the new ID is there already, the two become one. A record gets an ID that was never
    given: that is for two branches that both gave one out, before they are merged. An ID that is both a theme's and an
    actor's is written `themes/ID` or `actors/ID`. Raises `ValueError` where there is no such thing or the ID is taken.
    """
    if given in desk.items:
        return _renumbered(desk, desk.items[given], to)
    folder, old = _listed(desk, given)
    try:
        new = _SLUG.validate_python(to.removeprefix(f"{folder}/"))
    except ValidationError:
        raise ValueError(f"{to!r} is no ID: use small letters, digits and single hyphens") from None
    if new == old:
        raise ValueError(f"{old} is called so already")
    file = _LISTS[folder]
    held = desk.entries(file)
    joined = any(entry["id"] == new for entry in held)
    meant = [entry for entry in held if entry["id"] != old or not joined]
    desk.put_entries(file, [_renamed_entry(entry, folder, old, new) for entry in meant])
    for item in list(desk.items.values()):
        if isinstance(item, Record) and (changed := _renamed_in(item, folder, old, new)) != item:
            desk.put(changed)
    desk.redirect(f"{folder}/{old}/", f"{folder}/{new}/")
    return f"{old} is {'now part of' if joined else 'now called'} {new}"


def withdraw(desk: Desk, given: str, because: str) -> str:
    """Takes a theme or an actor away that nothing names; `ValueError` where something does."""
    folder, old = _listed(desk, given)
    naming = [
        item.id
        for item in desk.items.values()
        if isinstance(item, Record) and _renamed_in(item, folder, old, "") != item
    ]
    held = desk.entries(_LISTS[folder])
    if folder == "actors":
        naming += [entry["id"] for entry in held if entry.get("affiliation") == old]
        naming += ["dossier.yml"] if old in desk.dossier.parties.values() else []
    if naming:
        raise ValueError(f"{', '.join(naming)} still {'names' if len(naming) == 1 else 'name'} {old}")
    desk.put_entries(_LISTS[folder], [entry for entry in held if entry["id"] != old])
    desk.gone(f"{folder}/{old}/", because)
    return f"{old} is taken away"


def _listed(desk: Desk, given: str) -> tuple[str, str]:
    """The folder and the ID of a theme or an actor."""
    folder, mark, name = given.rpartition("/")
    known = {one: {entry["id"] for entry in desk.entries(file)} for one, file in _LISTS.items()}
    found = [one for one, ids in known.items() if name in ids and (not mark or one == folder)]
    if len(found) > 1:
        raise ValueError(f"{name} is a theme and an actor: write themes/{name} or actors/{name}")
    if not found:
        hint = did_you_mean(name, [*known["themes"], *known["actors"], *desk.items])
        raise ValueError(f"there is no theme, actor or record {given!r}" + (f"; {hint}" if hint else ""))
    return found[0], name


def _renamed_entry(entry: dict[str, Any], folder: str, old: str, new: str) -> dict[str, Any]:
    keys = ("id", "affiliation") if folder == "actors" else ("id",)
    return {key: new if key in keys and value == old else value for key, value in entry.items()}


def _renamed_in(record: Record, folder: str, old: str, new: str) -> Record:
    """A record that names the new ID wherever it named the old one."""
    if folder == "themes":
        themes = tuple(dict.fromkeys(new if one == old else one for one in record.themes))
        return record if old not in record.themes else record.model_copy(update={"themes": themes})
    passages = tuple(one.model_copy(update={"actor": new}) if one.actor == old else one for one in record.passages)
    update = {key: new for key in ("actor", "addressee") if getattr(record, key) == old}
    return record.model_copy(update={**update, "passages": passages})


def _renumbered(desk: Desk, item: Item, to: str) -> str:
    letter = LETTERS[item.kind] if isinstance(item, Record) else "D"
    if not _ID.fullmatch(to) or not to.startswith(letter):
        raise ValueError(f"{to!r} is no ID of a {item.kind}: those are {letter} and a number")
    desk.take_id(to)
    new = item.model_copy(update={"id": to})
    desk.drop(item)
    desk.put(new)
    for record in desk.records():
        if any(one.to == item.id for one in record.answers):
            answers = tuple(Answer(to=to if one.to == item.id else one.to, how=one.how) for one in record.answers)
            desk.put(record.model_copy(update={"answers": answers}))
    desk.redirect(page(item), page(new))
    return f"{item.id} is now {to}"
