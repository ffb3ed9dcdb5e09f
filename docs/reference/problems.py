"""The problem codes: what each means and how to mend it, with the report that a broken dossier gets."""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path

from diptych.pipeline.codes import catalogue
from reference.markdown import block

TESTS = Path(__file__).resolve().parents[2] / "tests"
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
    """The first problem of that code in the report of its broken dossier."""
    stored = [
        file for file in (TESTS / "bad" / code / "expected.txt", TESTS / "told" / f"{code}.txt") if file.is_file()
    ]
    reports = [file.read_text(encoding="utf-8") for file in stored]
    reports += [report for name, (_, report) in _made().items() if name.split(".")[0] == code]
    found = [one for report in reports for one in report.split("\n\n") if f"({code})" in one.split("\n")[0]]
    return found[0] if found else ""


@cache
def _made() -> dict[str, tuple[object, str]]:
    """The broken dossiers that version control can't hold, with their reports."""
    found: dict[str, tuple[object, str]] = runpy.run_path(str(TESTS / "bad_made.py"))["CASES"]
    return found
