"""`diptych release`: freezes what is published."""

from __future__ import annotations

import datetime
import sys

import click

from diptych.commands.shared import at_work, refuse
from diptych.problems import DossierError

#: What GitHub Pages serves at most, in bytes.
_LIMIT = 1_000_000_000


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """The day given, that of SOURCE_DATE_EPOCH, or the one that a person at a terminal confirms."""
    from diptych.pipeline.publication import declared_time

    try:
        declared = declared_time()[:10]
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if value is None:
        value = declared or None
    if value is None and sys.stdin.isatty():
        value = click.prompt("Date of the release", default=datetime.date.today().isoformat())
    if value is None:
        raise click.UsageError("a release needs its date: give --date YYYY-MM-DD, or set SOURCE_DATE_EPOCH")
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date such as 2026-11-21") from None


def _name(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    from pydantic import TypeAdapter, ValidationError

    from diptych.values import ReleaseName

    try:
        return str(TypeAdapter(ReleaseName).validate_python(value))
    except ValidationError:
        raise click.BadParameter("use letters, digits, dots, hyphens and underscores, 40 at most") from None


@click.command(epilog="Example: diptych release 2026.1 --date 2026-11-21")
@click.argument("name", metavar="NAME", callback=_name)
@click.option(
    "--date", metavar="YYYY-MM-DD", callback=_day, help="The day of the release, for its pages and citations."
)
def release(name: str, date: str) -> None:
    """Freeze what is published: every address becomes a promise, every changed record gets a page that never changes.

    What it writes belongs into version control: content/permalinks.yml, content/releases.yml and the frozen pages
    beside the records.
    """
    from diptych.pipeline import release as pipeline

    with at_work("release") as root:
        try:
            done = pipeline.release(root, name, date)
        except DossierError as error:
            refuse(error, root)
    click.echo(f"release {name} of {date}: {done.records} records frozen, {done.addresses} addresses promised")
    share = f"{done.site / _LIMIT:.1%}"
    click.echo(f"{done.added / 1e6:.2f} MB added; the site takes {done.site / 1e6:.1f} MB, {share} of a limit of 1 GB")
