"""What a build made, noted for the next one: every file of the site with its digest, and the units that made them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from diptych import notes
from diptych.notes import digest
from diptych.pipeline.build.stamps import Stamp

#: Notes of another form are no notes.
_FORM = "diptych build 2"
#: The unit of the files that MkDocs makes.
MKDOCS = ""


@dataclass(slots=True)
class Manifest:
    """A site as it was built, in the folder `target`.

    `units` gives each unit's key and files, `files` the digest and the stamp of each file. `promises` is the digest of
    the ledger of permalinks that the site was found to keep; `inputs` is that of all that went in, empty where that is
    not known, and `chosen` whether the site's folder was named on the command line.
    `said` is what the build had to say.
    """

    target: str = ""
    units: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    files: dict[str, tuple[str, Stamp]] = field(default_factory=dict)
    #: Of the files that are put together from pieces: the digest of each, and what `Binder.laid` says of it. They are
    #: noted apart, since nobody needs them who only asks whether something has changed.
    pieces: dict[str, tuple[str, list[Any]]] = field(default_factory=dict)
    #: The pages that may be divided: of each its key, how many of its units are contents, and their names and keys.
    groups: Mapping[str, tuple[str, int, Sequence[tuple[str, str]]]] = field(default_factory=dict)
    promises: str = ""
    inputs: str = ""
    chosen: bool = False
    said: list[str] = field(default_factory=list)
    #: When it was noted, by the clock of the file system.
    noted: int = 0


def home(root: Path) -> str:
    """The dossier that notes belong to: those in a folder that was copied or moved here are another's."""
    about = root.stat()
    return f"{about.st_dev} {about.st_ino} {root.resolve()}"


def place(folder: Path, target: Path) -> Path:
    """The folder with the notes on a site, in that of a dossier's notes."""
    return folder / f"site-{digest(os.fsencode(target))[:12]}"


def names(folder: Path, inputs: str) -> bool:
    """Whether the notes in a folder may be those of a site that was made of these inputs: a look at less than all."""
    try:
        return inputs.encode("ascii") in (folder / "manifest").read_bytes()
    except OSError:
        return False


def read(folder: Path, home: str) -> Manifest | None:
    """The notes in a folder; None where there are none, or they are broken, of another form or of another `home`."""
    file = folder / "manifest"
    try:
        held = json.loads(notes.read(file, f"{_FORM} {home}") or b"")
        return Manifest(
            target=held["target"],
            units={name: (key, files) for name, (key, files) in held["units"].items()},
            files={path: (one, (size, time, number)) for path, (one, size, time, number) in held["files"].items()},
            groups={
                path: (key, contents, [(name, given) for name, given in units])
                for path, (key, contents, units) in held["groups"].items()
            },
            promises=held["promises"],
            inputs=held["inputs"],
            chosen=held["chosen"],
            said=held["said"],
            noted=file.stat().st_mtime_ns,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write(folder: Path, home: str, made: Manifest) -> None:
    """Notes a site of the dossier that `home` names; `OSError` where that can't be done."""
    data: dict[str, Any] = {
        "target": made.target,
        "units": made.units,
        "files": {path: (one, *about) for path, (one, about) in made.files.items()},
        "groups": made.groups,
        "promises": made.promises,
        "inputs": made.inputs,
        "chosen": made.chosen,
        "said": made.said,
    }
    body = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    notes.write(folder / "manifest", f"{_FORM} {home}", body)
