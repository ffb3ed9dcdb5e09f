"""The command line: exit status 0 for done, 1 for problems found in the dossier, 2 for wrong use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click

from diptych import __version__
from diptych.commands.add import add
from diptych.commands.new import new
from diptych.commands.release import release
from diptych.commands.review import review
from diptych.commands.shared import Commands, at_work, dossier_root, refuse, show
from diptych.problems import DossierError, visible, visible_lines
from diptych.progress import shown

_FORMATS = click.Choice(["text", "json", "github"])
#: So many changed files are named one by one.
_LISTED = 20


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """A contested report and the answer to it, side by side, every statement traced to the exact words of a source.

    Commands read the dossier in the current folder, the one that holds mkdocs.yml.
    """


@main.command(epilog="Example: diptych extract --jobs 4")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    help="How many processes read the sources; by default as many as there are cores, and one for few sources.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="A Dask cluster whose workers read the sources instead, such as tcp://10.0.0.5:8786; needs diptych[cluster].",
)
def extract(jobs: int | None, scheduler: str | None) -> None:
    """Read seeds/ and propose records in content/; what a person has reviewed is never touched.

    What is still proposed may be written anew, whatever was changed in it. The result is the same, to the byte, for any
    number of processes and machines.
    """
    from diptych.pipeline import extraction
    from diptych.pipeline.cluster import ClusterError

    if jobs and scheduler:
        raise click.UsageError("--jobs counts processes of this machine, --scheduler uses others: give one of them")

    with at_work("extract") as root:
        try:
            with shown(sys.stderr) as progress:
                done = extraction.extract(root, jobs, progress, scheduler)
        except DossierError as error:
            refuse(error, root)
        except ClusterError as error:
            raise click.UsageError(str(error)) from None
    show(done.warnings, "text", root, to_stderr=True)
    for file in done.changed[:_LISTED]:
        click.echo(visible(f"wrote {file}" if (root / file).exists() else f"withdrew {file}"))
    if len(done.changed) > _LISTED:
        click.echo(f"and {len(done.changed) - _LISTED:,} files more")
    for line in done.summary.lines():
        click.echo(visible(line))


main.add_command(add)
main.add_command(new)
main.add_command(release)
main.add_command(review)


@main.command(epilog="Example: diptych check --format github")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="How problems are printed.")
def check(form: str) -> None:
    """Show every problem of the dossier at once."""
    from diptych.pipeline import publication

    root = dossier_root()
    _, problems = publication.checked(root)
    show(problems, form, root)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)
    if form == "text" and not problems:
        click.echo("no problems found")


@main.command(epilog="Example: diptych build --site-dir public")
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes.")
def build(site_dir: Path | None) -> None:
    """Check the dossier, then build the site with MkDocs."""
    _mkdocs("build", "--strict", *(["--site-dir", str(site_dir)] if site_dir else []))


@main.command(epilog="Example: diptych serve --dev-addr 127.0.0.1:8000")
@click.option("--dev-addr", metavar="IP:PORT", help="Where to serve the site.")
def serve(dev_addr: str | None) -> None:
    """Serve the site and build it again whenever content, templates or seeds change."""
    _mkdocs("serve", *(["--dev-addr", dev_addr] if dev_addr else []))


def _mkdocs(*arguments: str) -> NoReturn:
    """Runs the MkDocs that is installed beside this package; no module of the dossier's folder takes its place (-P)."""
    dossier_root()
    raise SystemExit(subprocess.run([sys.executable, "-P", "-m", "diptych.engine", *arguments], check=False).returncode)


@main.command(epilog="Example: diptych export dataset")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write the dataset, in every format that the site offers, into DIR."""
    from diptych.pipeline import publication

    root = dossier_root()
    try:
        written = publication.export(root, folder)
    except DossierError as error:
        refuse(error, root)
    click.echo(f"{len(written)} files changed in {folder}")


@main.command(epilog="Example: diptych verify public --seeds seeds")
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--seeds", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the articles are.")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="How problems are printed.")
def verify(folder: Path, seeds: Path | None, form: str) -> None:
    """Check a copy of a published site or dataset: checksums, references and, with the articles, every quotation."""
    from diptych.pipeline import verification

    try:
        found = verification.verify(folder, seeds)
    except DossierError as error:
        refuse(error, folder)
    show(found.problems, form, folder)
    if found.problems:
        raise SystemExit(1)
    if form == "text":
        quoted = f"{found.exact} of {found.passages} passages exact" if seeds else "passages not compared: no --seeds"
        click.echo(f"no problems found: {found.files} files as published, every reference holds, {quoted}")


@main.command(epilog="Example: diptych attribute article.txt")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def attribute(files: tuple[Path, ...]) -> None:
    """Say who said what in any text, one JSON object a file."""
    from diptych.pipeline import extraction

    for file in files:
        try:
            click.echo(json.dumps(extraction.attributions(file), ensure_ascii=False))
        except DossierError as error:
            refuse(error, file.parent)


@main.command(epilog="Example: diptych explain C4, or diptych explain seeds/article.txt:1520")
@click.argument("what", metavar="ID|FILE:OFFSET|CODE")
def explain(what: str) -> None:
    """Say which rules made a record, what was read at an offset of a text and why, or what a problem's code means."""
    from diptych.pipeline import codes, explanation

    file, colon, offset = what.rpartition(":")
    try:
        if what in codes.catalogue():
            told = codes.told(what, Path.cwd())
        elif not colon:
            told = explanation.explain_record(dossier_root(), what)
        elif offset.isdecimal() and Path(file).is_file():
            told = explanation.explain_place(Path.cwd(), file, int(offset))
        else:
            raise click.UsageError(
                f"{what!r} is neither an ID nor a file with an offset, such as seeds/article.txt:1520"
            )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except DossierError as error:
        refuse(error, Path.cwd())
    click.echo(visible_lines(told))
