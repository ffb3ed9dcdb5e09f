"""`diptych new`: begins a dossier."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from diptych.problems import visible


@click.command(epilog='Example: diptych new audit --title "The audit" --reporting Auditor --responding Wellwater')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", metavar="T", help="What the dossier is called.")
@click.option("--reporting", metavar="NAME", help="Who made the report.")
@click.option("--responding", metavar="NAME", help="Who the report is about, and who answers it.")
def new(folder: Path, title: str | None, reporting: str | None, responding: str | None) -> None:
    """Make a new dossier in DIR that builds at once.

    At a terminal you are asked for what is not given; elsewhere a placeholder stands in content/dossier.yml for it.
    """
    from diptych.pipeline import beginnings, wheel

    asking = sys.stdin.isatty()
    placeholder = folder.absolute().name.replace("-", " ").replace("_", " ").strip().capitalize() or "A dossier"
    try:
        beginnings.vacant(folder)  # before anybody types an answer
        chosen = {
            "title": _asked(title, "Title of the dossier", placeholder, asking),
            "reporting": _asked(reporting, "Who made the report", "The reporting party", asking),
            "responding": _asked(responding, "Who answers it", "The responding party", asking),
        }
        files = beginnings.begin(folder, **chosen)
    except beginnings.Refused as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{folder}: {error.strerror or error}") from None
    head = folder / "content" / "dossier.yml"
    click.echo(visible(f"{len(files)} files in {folder}; the title and the parties are in {head}"))
    if not asking and None in (title, reporting, responding):
        click.echo("not all of them were given: put the real ones there before you extract")
    if wheel.installed() is None:
        click.echo("this Diptych runs from a checkout, and no copy of it went into the dossier. Before you publish it:")
        click.echo("pip wheel --no-deps --wheel-dir wheels CHECKOUT, and name that wheel in requirements.txt")
    click.echo(visible(f"next: cd {folder}, then diptych add FILE..., diptych extract, diptych build"))


def _asked(given: str | None, question: str, placeholder: str, asking: bool) -> str:
    if given is None:
        return str(click.prompt(question)) if asking else placeholder
    return given
