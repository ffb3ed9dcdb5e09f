"""`diptych add`: articles into seeds/."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diptych.commands.shared import at_work
from diptych.problems import visible
from diptych.progress import shown

if TYPE_CHECKING:
    from diptych.drafts import Article
    from diptych.pipeline.gathering import Outcome
    from diptych.store import Card


@click.command(epilog="Example: diptych add ~/Downloads/*.html notes.md report.pdf")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--encoding", metavar="NAME", help="What texts and pages are written in that are not UTF-8: cp1252, gb18030."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be added.")
def add(files: tuple[Path, ...], encoding: str | None, dry_run: bool) -> None:
    """Put articles into seeds/: texts, Markdown, saved web pages, Word and PDF files.

    What a file says of its article (title, outlet, authors, date, address) goes into a card beside the seed, with the
    place where it was found; the file itself is kept in seeds/originals/. Nothing is fetched. Exit status 1 where a
    file was refused; the others are added.
    """
    from diptych.gather import Refused
    from diptych.pipeline import gathering

    try:
        with at_work("add") as root, shown(sys.stderr) as progress:
            outcomes = gathering.add(root, files, encoding, dry_run, progress)
    except Refused as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(
            f"nothing was added: {error.filename or 'seeds/'}: {error.strerror or error}"
        ) from None
    for outcome in outcomes:
        if outcome.refused:
            click.echo(visible(f"refused {outcome.given}: {outcome.refused}"), err=True)
        else:
            click.echo("\n".join(visible(line) for line in _told(outcome, dry_run)))
    if any(outcome.refused for outcome in outcomes):
        raise SystemExit(1)


def _told(outcome: Outcome, dry_run: bool) -> list[str]:
    """What is said of a file that was added: its seed, what is known of it and whence, and what it repeats."""
    lines = [f"{'would add' if dry_run else 'added'} {outcome.seed} from {outcome.given}"]
    card = outcome.card
    for key in card.found:
        value = getattr(card, key)
        lines.append(f"  {key}: {', '.join(value) if isinstance(value, tuple) else value} ({card.found[key]})")
    if len(outcome.articles) > 1:
        lines.append(f"  it holds {len(outcome.articles)} articles")
    for article in outcome.articles:
        lines += [f"  {key}: {said} (the text)" for key, said in _read(article) if not getattr(card, key)]
        if article.kind != "original":
            lines.append(f"  a {article.kind}: {article.evidence}")
    if len(outcome.articles) == 1 and (wanting := _wanting(card, outcome.articles[0])):
        given = f"{outcome.seed.rpartition('.')[0]}.yml"
        lines.append(f"  not found: {wanting}; write what you know into {given}")
    lines += [f"  look: {remark}" for remark in outcome.remarks]
    return [*lines, *(f"  {file} is read as a copy of it from now on" for file in outcome.repeating)]


def _read(article: Article) -> list[tuple[str, str]]:
    """What the text itself tells of an article."""
    known = (("title", article.title), ("publisher", article.publisher), ("authors", ", ".join(article.authors)))
    return [(key, said) for key, said in (*known, ("published", article.published)) if said]


def _wanting(card: Card, article: Article) -> str:
    """What every article has and neither the file nor the text of this one tells, in words."""
    every = ("title", "publisher", "published")
    wanting = [key for key in every if not getattr(card, key) and not getattr(article, key)]
    return " and ".join(filter(None, (", ".join(wanting[:-1]), *wanting[-1:])))
