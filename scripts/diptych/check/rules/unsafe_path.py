"""What files and addresses a dossier names lie in it: one that leads out could publish any file, or replace one."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "unsafe-path"
#: Where the files are kept that the texts of seeds were taken out of.
ORIGINALS = "seeds/originals/"
_LEDGER = "content/permalinks.yml"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sources and cards whose file is not simply a name in its folder, and the addresses that lead out."""
    for source in context.dossier.sources:
        if not lies(source.file, "seeds/"):
            said = f"{source.id}: {source.file!r} is not a file of seeds/"
            yield context.problem(CODE, source.id, ("file",), said, "write seeds/ and the file's name")
    for file, card in context.cards.items():
        if card.original and not lies(card.original.file, ORIGINALS):
            said = f"{card.original.file!r} is not a file of seeds/originals/"
            hint = "write seeds/originals/ and the file's name"
            yield context.problem_in(file, CODE, ("original", "file"), said, hint)
    for place, released in enumerate(context.dossier.permalinks.released):
        yield from _address(context, ("released", place, "address"), released.address)
    for place, moved in enumerate(context.dossier.permalinks.moved):
        yield from _address(context, ("moved", place, "was"), moved.was)
        yield from _address(context, ("moved", place, "now"), moved.now)
    for place, gone in enumerate(context.dossier.permalinks.gone):
        yield from _address(context, ("gone", place, "was"), gone.was)


def lies(file: str, folder: str) -> bool:
    """Whether a path is that of a file right in a folder."""
    name = file.removeprefix(folder)
    return name != file and not name.startswith(".") and bool(name) and not any(sign in name for sign in "/\\\0")


def _address(context: Context, path: tuple[str | int, ...], address: str) -> Iterator[Problem]:
    """An address within the site is made of plain names with slashes between them."""
    page = address.partition("#")[0].removeprefix("./")
    plain = page.isprintable() and not any(sign in page for sign in ":\\?")
    if not plain or page.startswith("/") or any(part in ("..", ".") for part in page.split("/")):
        said = f"{address!r} is not an address within the site"
        yield context.problem_in(_LEDGER, CODE, path, said, "write the path from the site's root, such as claims/C1/")
