"""The wheel of the Diptych that runs, packed again out of what is installed: a dossier takes it along.

A wheel is an archive of just the files that an installer lays down, with a list of them (the binary distribution format
of the Python packaging specifications). What the installer added is left out.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import diptych

#: What an installer writes beside the files of the wheel.
_ADDED = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json", "uv_build.json")
#: The day that every file in the archive bears: the first that such an archive knows.
_DAY = (1980, 1, 1, 0, 0, 0)


def installed() -> metadata.Distribution | None:
    """The installation that runs, by what lies beside the package; None where it runs from a checkout."""
    beside = sorted(Path(diptych.__file__).resolve().parents[1].glob("diptych-*.dist-info"))
    return metadata.Distribution.at(beside[0]) if beside else None


def origin(installed: metadata.Distribution) -> dict[str, Any]:
    """Where the installer found it, as it noted (PEP 610); nothing where that was a package index."""
    found = json.loads(installed.read_text("direct_url.json") or "{}")
    return found if isinstance(found, dict) else {}


def packed(installed: metadata.Distribution) -> tuple[str, bytes]:
    """The name and the bytes of the wheel that an installation came from."""
    known = [file for file in installed.files or () if file.parts[0] != ".." and "__pycache__" not in file.parts]
    about = next((file.parts[0] for file in known if file.parts[0].endswith(".dist-info")), "")
    kept = sorted({file.as_posix() for file in known if not (file.parts[0] == about and file.name in _ADDED)})
    lines = (installed.read_text("WHEEL") or "").splitlines()
    tags = [line.removeprefix("Tag: ").split("-") for line in lines if line.startswith("Tag: ")]
    tag = "-".join(".".join(dict.fromkeys(some)) for some in zip(*tags, strict=True))
    listed: list[str] = []
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in kept:
            data = Path(str(installed.locate_file(name))).read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")
            listed.append(f"{name},sha256={digest},{len(data)}\n")
            archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
        record = f"{about}/RECORD"
        archive.writestr(zipfile.ZipInfo(record, _DAY), "".join([*listed, f"{record},,\n"]), zipfile.ZIP_DEFLATED)
    return f"{about.removesuffix('.dist-info')}-{tag}.whl", made.getvalue()
