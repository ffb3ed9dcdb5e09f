"""`diptych review`: what needs a person as a list or, at a terminal, one by one, and every decision as a command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, get_args

import click

from diptych.commands.shared import at_work, dossier_root, refuse
from diptych.commands.walk import listed, walk
from diptych.problems import DossierError, visible, visible_lines
from diptych.values import How

if TYPE_CHECKING:
    from diptych.pipeline.review.desk import Desk

_HOW = click.Choice(get_args(How))


@click.group(
    invoke_without_command=True,
    epilog="Example: diptych review --list, or diptych review accept C4 R2",
)
@click.option("--list", "only_list", is_flag=True, help="Print the list, also at a terminal.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="Print the list in this format.")
@click.pass_context
def review(context: click.Context, only_list: bool, form: str | None) -> None:
    """Go through what is proposed, changed or unpaired, the most doubtful first.

    At a terminal each thing is shown with the reason to look at it, and you are asked what to do. Everything can also
    be done with the commands below, or by editing the files of content/.
    """
    if context.invoked_subcommand is not None:
        return
    from diptych.pipeline.review.agenda import agenda
    from diptych.pipeline.review.desk import Desk

    root = dossier_root()
    try:
        matters = agenda(Desk(root))
        if form == "json":
            click.echo(json.dumps([asdict(one) for one in matters], indent=2, ensure_ascii=False))
        elif only_list or form or not (sys.stdin.isatty() and sys.stdout.isatty()):
            click.echo(visible_lines(listed(matters)))
        else:
            with at_work("review"):
                walk(root, agenda(Desk(root)))
    except DossierError as error:
        refuse(error, root)


def _done(decide: Callable[[Desk], str | Sequence[str]]) -> None:
    """Makes a decision, writes what it changed, and says what was done."""
    from diptych.pipeline.review.desk import Desk

    with at_work("review") as root:
        try:
            desk = Desk(root)
            said = decide(desk)
            changed = desk.save()
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        except DossierError as error:
            refuse(error, root)
    for line in [said] if isinstance(said, str) else said:
        click.echo(visible(line))
    click.echo(f"{len(changed)} file{'' if len(changed) == 1 else 's'} changed")


@review.command(epilog="Example: diptych review accept C4 R2 D3")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def accept(ids: tuple[str, ...]) -> None:
    """Make records, discrepancies, sources, actors or themes reviewed: extract never touches them again."""
    from diptych.pipeline.review.decisions import accept_all

    _done(lambda desk: accept_all(desk, ids))


@review.command(epilog='Example: diptych review reject C4 R2#p3 --because "the outlet\'s own words"')
@click.argument("ids", metavar="ID[#pN]...", nargs=-1, required=True)
@click.option("--because", default="", metavar="TEXT", help="Why, for those who read content/rejected.yml.")
def reject(ids: tuple[str, ...], because: str) -> None:
    """Take records, discrepancies or single passages away for good: extract does not propose them again."""
    from diptych.pipeline.review.decisions import reject_all

    _done(lambda desk: reject_all(desk, ids, because))


@review.command(epilog="Example: diptych review merge C7 C9 C2")
@click.argument("ids", metavar="FROM... INTO", nargs=-1, required=True)
def merge(ids: tuple[str, ...]) -> None:
    """Put the passages of some records into the last one, with all links to them."""
    from diptych.pipeline.review.regroup import merge as merged

    if len(ids) < 2:
        raise click.UsageError("name what is merged, and into what: FROM... INTO")
    _done(lambda desk: merged(desk, ids[:-1], ids[-1]))


@review.command(epilog='Example: diptych review split C2 3 4 --statement "The auditor finds that costs doubled."')
@click.argument("given", metavar="ID")
@click.argument("numbers", metavar="PASSAGE-NUMBER...", nargs=-1, required=True, type=click.IntRange(1))
@click.option("--statement", "said", default="", metavar="TEXT", help="The statement of the new record.")
def split(given: str, numbers: tuple[int, ...], said: str) -> None:
    """Put passages of a record into a new record, which gets the next ID."""
    from diptych.pipeline.review.regroup import split as parted

    _done(lambda desk: parted(desk, given, numbers, said))


@review.command(epilog="Example: diptych review move C2#p3 C5, or diptych review move C2 --theme leaks")
@click.argument("what", metavar="ID[#pN]")
@click.argument("into", metavar="[ID]", required=False)
@click.option("--theme", metavar="THEME", help="File a record under this theme instead.")
def move(what: str, into: str | None, theme: str | None) -> None:
    """Move a passage to another record, or a record to another theme."""
    from diptych.pipeline.review.decisions import file_under
    from diptych.pipeline.review.regroup import move as moved

    if (into is None) == (theme is None):
        raise click.UsageError("name either the record to move a passage to, or a --theme")
    _done(lambda desk: file_under(desk, what, theme) if theme else moved(desk, what, into or ""))


@review.command(epilog="Example: diptych review answer R2 C4 --how denies")
@click.argument("given", metavar="ID")
@click.argument("to", metavar="ID|report")
@click.option("--how", type=_HOW, help="What the response does to what it answers.")
@click.option("--remove", is_flag=True, help="Say that it does not answer that.")
def answer(given: str, to: str, how: How | None, remove: bool) -> None:
    """Say what a response answers, a claim, a recommendation or the report as a whole, and how."""
    from diptych.pipeline.review.decisions import answer as answered

    if remove == (how is not None):
        raise click.UsageError("say either --how it answers, or --remove")
    _done(lambda desk: answered(desk, given, to, how))


@review.command(epilog="Example: diptych review refind, or diptych review refind C4#p2 C4#p3@1520")
@click.argument("references", metavar="[ID#pN[@START]]...", nargs=-1)
def refind(references: tuple[str, ...]) -> None:
    """Write where the passages of changed seeds stand now, those that are found again by exact words and context.

    A passage that is named is also taken to stand where its words do; @START says which of several places.
    """
    from diptych.pipeline.review.settle import refind as refound

    _done(lambda desk: refound(desk, references) or "no passage has moved")


@review.command(epilog="Example: diptych review rename leaks losses, or diptych review rename C12 C14")
@click.argument("given", metavar="ID")
@click.argument("to", metavar="NEW")
def rename(given: str, to: str) -> None:
    """Give a theme, an actor or a record another ID; the old address leads on to the new one.

    A record gets one that was never given. That is needed where two branches have both given one out: rename it on
    one of them before they are merged.
    """
    from diptych.pipeline.review.naming import rename as renamed

    _done(lambda desk: renamed(desk, given, to))
