"""Work in a file that nothing reads is lost unnoticed: one beside its place, or an article that nobody has added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from diptych.check.context import Context
from diptych.problems import Problem, nearest
from diptych.values import PLURALS

CODE = "file-unread"
_LISTS = ("dossier", "actors", "themes", "cues", "permalinks", "releases", "rejected")
_FOLDERS = ("sources", "discrepancies", *PLURALS.values())
#: What `diptych add` makes seeds of.
ARTICLES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".docx", ".pdf")
)


def check(context: Context) -> Iterator[Problem]:
    """Yields the YAML files of content/ and the articles of seeds/ that are not where their kind is read."""
    for file in context.files:
        if context.known(file):
            continue
        first, *folders, name = file.split("/")
        path = PurePosixPath(name)
        if first == "content" and path.suffix in (".yml", ".yaml"):
            meant = _meant("/".join(folders), path.stem)
            if meant or path.suffix == ".yml":  # another .yaml is published for whoever wants it
                hint = f"did you mean 'content/{meant}.yml'?" if meant else "take it away, or give it another ending"
                yield _unread(file, hint)
        elif first == "seeds" and folders[:1] != ["originals"] and path.suffix.lower() in ARTICLES:
            read = not folders and path.suffix in (".txt", ".md")
            if not read:
                yield _unread(file, f"run `diptych add {file}`, and take it away then")


def _meant(folder: str, stem: str) -> str:
    """Where a file of content/ may belong, without its ending; nothing where that can't be told."""
    if not folder:
        return nearest(stem, _LISTS)
    meant = nearest(folder.partition("/")[0].lower(), _FOLDERS)
    return meant and f"{meant}/{stem}"


def _unread(file: str, hint: str) -> Problem:
    return Problem(file, 0, 0, CODE, "nothing reads this file", hint, "warning")
