"""The problem codes: what each means and how to mend it, with the report that a broken dossier gets."""

from __future__ import annotations

from pathlib import Path

from diptych.pipeline.codes import catalogue
from reference.markdown import block

BAD = Path(__file__).resolve().parents[2] / "tests/bad"
_GROUPS = {
    "files": "Reading files",
    "rules": "Checking the dossier",
    "extract": "Extracting",
    "review": "Reviewing",
    "release": "Releasing",
    "templates": "Words and styles",
    "verify": "Verifying a copy",
    "add": "Adding articles",
}


def page() -> str:
    """Every code, by where it is found."""
    codes = catalogue()
    parts = [
        "# Problems\n",
        "Every problem has a place, a message, a code and, where there is one, a hint. This page lists the codes; "
        "`diptych explain CODE` prints the same. An **error** keeps the site from being built, a **warning** or a "
        "**note** does not. The examples are the reports that the broken dossiers of the tests get, word for word.\n",
        "Names of files in hints are paths from the dossier's root. A sign that does not show, or that turns the text "
        "around, is printed as `<U+202E>`.\n",
    ]
    for group, title in _GROUPS.items():
        held = {name: code for name, code in codes.items() if code.group == group}
        if held:
            parts.append(f"## {title}\n")
        for name, code in held.items():
            parts += [f"### {name}\n", f"{code.means}\n", f"**To mend it:** {code.mend}\n"]
            parts += [block(example)] if (example := _example(name)) else []
    return "\n".join(parts)


def _example(code: str) -> str:
    """The first problem of that code in the report of the broken dossier."""
    folder = BAD / code
    report = folder / "expected.txt"
    found = report.read_text(encoding="utf-8").split("\n\n") if report.is_file() else []
    return next((one for one in found if f"({code})" in one.split("\n")[0]), "")
