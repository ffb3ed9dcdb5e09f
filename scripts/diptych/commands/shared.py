"""What every command does alike: find the dossier, show problems, end with the exit status that was promised."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from diptych.notes import LOCK, NOTES, SCRATCH
from diptych.problems import DossierError, Problem, visible
from diptych.report import failure, markdown, render, source_lines
from diptych.store import Busy, Meanwhile, claimed


class Commands(click.Group):
    """Commands that end with one line and status 1 where another run is in the way, or a file can't be written."""

    def invoke(self, context: click.Context) -> Any:
        """Runs a command."""
        try:
            return super().invoke(context)
        except (Busy, Meanwhile) as error:
            raise click.ClickException(visible(str(error))) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has read enough
                raise
            raise click.ClickException(visible(failure(error))) from None


def dossier_root() -> Path:
    """The current folder, if it is that of a dossier; wrong use otherwise."""
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError("there is no mkdocs.yml here: run diptych in the folder of a dossier")
    return root


@contextmanager
def at_work(work: str) -> Iterator[Path]:
    """The dossier in the current folder, for a command that writes in it: while it lasts, no other one does.

    Raises `Busy` where one is at work, and `OSError` where the folder can't be written.
    """
    root = dossier_root()
    notes = root / NOTES
    with claimed(notes / LOCK, f"diptych {work}"):
        shutil.rmtree(notes / SCRATCH, ignore_errors=True)  # left by a run that was killed
        yield root


def show(problems: Iterable[Problem], form: str, root: Path, to_stderr: bool = False) -> None:
    """Prints problems as text, JSON or annotations; in colour on a terminal.

    In a workflow of GitHub the annotations are also listed, whole, in the summary of its run.
    """
    problems = list(problems)
    color = form == "text" and (sys.stderr if to_stderr else sys.stdout).isatty()
    if text := render(problems, form, source_lines(root), color=color):
        click.echo(text, err=to_stderr)
    if form == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        try:
            with Path(page).open("a", encoding="utf-8") as opened:
                opened.write(markdown(problems))
        except OSError as error:
            click.echo(visible(f"the summary can't be written: {failure(error)}"), err=True)


def refuse(error: DossierError, root: Path) -> NoReturn:
    """Shows the problems of a dossier and ends with status 1."""
    show(error.problems, "text", root, to_stderr=True)
    raise SystemExit(1)
