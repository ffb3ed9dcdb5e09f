"""What every command does alike: find the dossier, show problems, end with the exit status that was promised."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from diptych.problems import DossierError, Problem
from diptych.report import render, source_lines


def dossier_root() -> Path:
    """The current folder, if it is that of a dossier; wrong use otherwise."""
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError("there is no mkdocs.yml here: run diptych in the folder of a dossier")
    return root


def show(problems: Iterable[Problem], form: str, root: Path, to_stderr: bool = False) -> None:
    """Prints problems as text, JSON or annotations; in colour on a terminal."""
    color = form == "text" and (sys.stderr if to_stderr else sys.stdout).isatty()
    if text := render(problems, form, source_lines(root), color=color):
        click.echo(text, err=to_stderr)


def refuse(error: DossierError, root: Path) -> NoReturn:
    """Shows the problems of a dossier and ends with status 1."""
    show(error.problems, "text", root, to_stderr=True)
    raise SystemExit(1)
