"""Walks a person through what needs one: shows a thing, asks what to do, does it, goes on to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.problems import DossierError, visible, visible_lines

if TYPE_CHECKING:
    from diptych.pipeline.review.agenda import Matter, Shown
    from diptych.pipeline.review.desk import Desk

_TITLES = {
    "changed": "changed at the source",
    "proposed": "proposed",
    "actor": "actors of the parties, proposed",
    "source": "sources that can be finished",
    "unpaired": "reviewed and without a counterpart",
}
_HELP = """\
  a                   accept it; where passages only moved, write their new places
  r [N] [WHY]         reject it, or passage N of it, for good; WHY is kept
  m ID                merge it into ID
  s N... [= TEXT]     split passages N off into a new record, with TEXT as its statement
  o N ID              move passage N to ID
  t THEME             file it under THEME
  n ID HOW            say that it answers ID (or report): denies, gives-another-account,
                      disputes-the-source, rejects; HOW no: it does not answer ID
  f N [START]         passage N stands where its words are (at START, if that is several places)
  k                   skip it
  q                   quit"""


def listed(matters: Sequence[Matter]) -> str:
    """The list in words, a heading for each sort of thing."""
    if not matters:
        return "nothing needs a person"
    lines: list[str] = []
    for what, title in _TITLES.items():
        held = [one for one in matters if one.what == what]
        if held:
            lines += [f"{len(held)} {title}", *(line for one in held for line in _entry(one)), ""]
    return "\n".join(lines).rstrip()


def walk(root: Path, matters: Sequence[Matter]) -> None:
    """Goes through the list. What was decided about one thing is on disk before the next is shown.

    Raises `DossierError` where a file was broken meanwhile.
    """
    idle = [one.id for one in matters if one.what == "unpaired"]
    pressing = [one.id for one in matters if one.what != "unpaired"]
    counts = Counter[str](one.what for one in matters)
    told = "; ".join(f"{counts[what]} {title}" for what, title in _TITLES.items() if counts[what])
    click.echo(visible_lines(told) or "nothing needs a person")
    here = {one.id: one for one in matters}
    if not _through(root, pressing, here):
        return
    if idle and (not pressing or click.confirm(f"{len(idle)} reviewed have no counterpart. Go through them?")):
        _through(root, idle, here)


def _through(root: Path, ids: Sequence[str], here: dict[str, Matter]) -> bool:
    """Visits things one by one, those that an earlier decision took care of left out; False where the person quits.

    `here` holds what needs a person now, and is kept so.
    """
    from diptych.pipeline.review.agenda import agenda
    from diptych.pipeline.review.desk import Desk

    for number, given in enumerate(ids, 1):
        if given not in here:
            continue
        click.echo(f"\n[{number} of {len(ids)}]")
        click.echo("\n".join(_entry(here[given], whole=True)))
        done = _asked(root, here[given])
        if done is None:
            return False
        if done:
            here.clear()
            here.update({one.id: one for one in agenda(Desk(root))})
    return True


def _asked(root: Path, matter: Matter) -> list[str] | None:
    """Asks until something is decided and done; what was done, [] where it is skipped, None where the person quits."""
    from diptych.pipeline.review.desk import Desk

    while True:
        said = click.prompt(f"{matter.id}: a r m s o t n f, k skip, q quit, ? help", default="k", show_default=False)
        key, *rest = said.split() or ["k"]
        if key == "q":
            return None
        if key == "k":
            return []
        if key == "?":
            click.echo(_HELP)
            continue
        try:
            desk = Desk(root)
            done = _decide(desk, matter, key, rest)
            desk.save()
        except ValueError as error:
            click.echo(visible(f"  {error}"))
        except DossierError as error:
            click.echo("\n".join(visible(f"  {one.file}: {one.message}") for one in error.problems))
        else:
            click.echo("\n".join(visible(f"  {line}") for line in done))
            return done


def _decide(desk: Desk, matter: Matter, key: str, rest: list[str]) -> list[str]:
    """Does what a key asks for; `ValueError` where it can't be done or is not understood."""
    from diptych.pipeline.review import decisions, regroup, settle

    given = matter.id
    if key == "a" and not rest:
        if matter.what == "changed":
            return settle.refind(desk)
        return [decisions.accept(desk, given)]
    if key == "r":
        number = rest.pop(0) if rest and rest[0].isdecimal() else ""
        return [decisions.reject(desk, f"{given}#p{number}" if number else given, " ".join(rest))]
    if key == "m" and len(rest) == 1:
        return [regroup.merge(desk, [given], rest[0])]
    if key == "s" and rest:
        at = rest.index("=") if "=" in rest else len(rest)
        return [regroup.split(desk, given, [_number(one) for one in rest[:at]], " ".join(rest[at + 1 :]))]
    if key == "o" and len(rest) == 2:
        return [regroup.move(desk, f"{given}#p{_number(rest[0])}", rest[1])]
    if key == "t" and len(rest) == 1:
        return [decisions.file_under(desk, given, rest[0])]
    if key == "n" and len(rest) == 2:
        return [decisions.answer(desk, given, rest[0], decisions.how(rest[1]))]
    if key == "f" and len(rest) in (1, 2):
        numbers = [str(_number(one)) for one in rest]
        return settle.refind(desk, [f"{given}#p{'@'.join(numbers)}"])
    raise ValueError("that is not understood; ? shows what can be done")


def _number(said: str) -> int:
    if not said.isdecimal():
        raise ValueError(f"{said!r} is no number of a passage")
    return int(said)


def _entry(matter: Matter, whole: bool = False) -> list[str]:
    """One thing in lines; `whole` with its passages."""
    lines = [f"  {matter.id} ({matter.kind}) {visible(matter.statement)}"]
    if whole and matter.answers:
        lines.append(f"    answers {', '.join(matter.answers)}")
    lines += [f"    - {visible(reason)}" for reason in matter.reasons]
    if whole:
        lines += [line for one in matter.passages for line in _passage(one)]
    return [*lines, f"    = diptych {matter.suggestion}"]


def _passage(one: Shown) -> list[str]:
    speaker = f", {one.speaker}" if one.speaker else ""
    state = "" if one.found == "unchanged" else f" [{one.found}]"
    place = f"{one.start}–{one.end}"
    return [
        f"    {one.number}. {visible(one.outlet)} ({one.source}, {place}){speaker}{state}",
        f"       {visible(one.text)}",
    ]
