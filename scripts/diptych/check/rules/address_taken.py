"""What lies in content/ has an address: where a made page stands, it would be shown in its stead, unnoticed."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.dossier import Dossier
from diptych.problems import Problem
from diptych.store import MARKDOWN
from diptych.values import PLURALS, kind_of

CODE = "address-taken"
#: Folders of the site that hold nothing but what is made.
MADE = frozenset(
    (
        *("data", "search", "register", "cite", "citations", "side-by-side", "timeline", "discrepancies"),
        *("at-a-glance", "symmetry"),
    )
)
#: Files of the site's root that are made.
FILES = frozenset(("feed.xml", "sitemap.xml", "404.html", "cite.bib", "cite.ris", "cite.json"))


def check(context: Context) -> Iterator[Problem]:
    """Yields the pages and files of content/ that would take the address of one that is made of the dossier."""
    held: dict[str, set[str]] = {}
    for file in context.files:
        if file.endswith(".yml") or not file.startswith("content/"):
            continue
        address = _address(file.removeprefix("content/"))
        first, *below = address.split("/")
        if below and (held := held or _held(context.dossier)) and first in held:
            taken = below[0] in held[first] and below[1:2] != ["v"]  # where the frozen pages of a release lie
        else:
            taken = first in (MADE if below else FILES)
        if taken:
            said = (
                f"this would stand at {address.removesuffix('index.html')}, the address of what is made of the dossier"
            )
            yield Problem(file, 0, 0, CODE, said, "give it another name, or put it into another folder")


def _held(dossier: Dossier) -> dict[str, set[str]]:
    """What stands in each of the folders of what is made."""
    held = {folder: {"index.html"} for folder in PLURALS.values()}
    for record in dossier.records:
        held[PLURALS[kind_of(record.id)]].add(record.id)
    for folder, some in (("sources", dossier.sources), ("actors", dossier.actors), ("themes", dossier.themes)):
        held[folder] = {"index.html", *(one.id for one in some)}
    return held


def _address(path: str) -> str:
    """Where MkDocs puts a file of content/, by its path from there."""
    if not path.endswith(MARKDOWN):
        return path
    stem = path.rpartition(".")[0]
    folder, _, name = stem.rpartition("/")
    if name in ("index", "README"):
        return f"{folder}/index.html".lstrip("/")
    return f"{stem}/index.html"
