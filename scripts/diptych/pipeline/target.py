"""Whether a site may take the place of a folder: a build replaces it whole, and nobody's work with it."""

from __future__ import annotations

from pathlib import Path

#: What a dossier is made of, beside the file that says so.
_PARTS = ("content", "seeds", "templates", ".git", ".github")
#: What every site of this package has, and one of these also those that MkDocs makes alone.
_MARKS = ("404.html", "data/dossier.json", "sitemap.xml")


def objection(root: Path, target: Path) -> str:
    """Why a site of the dossier in `root` can't be built into `target`; empty where it can."""
    root, target = root.resolve(), target.resolve()
    if target == root or target in root.parents:
        return f"{target} holds the dossier itself, and a site takes the place of its whole folder"
    for part in _PARTS:
        if target.is_relative_to(root / part):
            return f"{target} is a part of the dossier, and a site takes the place of its whole folder"
    if not target.exists():
        return ""
    if not target.is_dir():
        return f"{target} is a file: name a folder for the site"
    held = [one.name for one in target.iterdir() if not one.name.startswith(".")]
    if held and not any((target / mark).is_file() for mark in _MARKS):
        return (
            f"{target} holds {min(held)!r} and no site: a site takes the place of its whole folder, "
            "so name one that is not there yet, or empty it"
        )
    return ""
