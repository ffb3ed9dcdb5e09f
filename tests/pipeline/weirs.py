"""Two invented articles whose statements were reviewed, and what tests do when their seeds change under them."""

from __future__ import annotations

from pathlib import Path

from diptych.pipeline.review.agenda import Matter, agenda
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.settle import refind

FIRST = """Auditor finds leaks at three weirs

The Water Auditor said on Monday that Wellwater hid leaks at three weirs for nine years. The auditor urged the company
to repay its customers.

“That is wrong,” said Ida Falk, a spokeswoman for Wellwater. “We reported every leak in the week in which it was found,”
she said.

The mayor of Tarn called for calm. “That is wrong,” he said of a rumour that the town would run dry.
"""
SECOND = """Wellwater rejects audit

Wellwater on Tuesday rejected the audit. The Water Auditor had said that the company hid leaks at three weirs.

“We reported every leak in the week in which it was found,” Ida Falk told reporters in Tarn.
"""
HEAD = "title: T\nparties:\n  reporting: {name: Water Auditor}\n  responding: {name: Wellwater}\n"


def change(root: Path, old: str, new: str, name: str = "first") -> None:
    path = root / f"seeds/{name}.txt"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def changed(root: Path) -> list[Matter]:
    return [one for one in agenda(Desk(root)) if one.what == "changed"]


def settle(root: Path, *references: str) -> list[str]:
    desk = Desk(root)
    told = refind(desk, references)
    desk.save()
    return told


def unsure(root: Path) -> list[str]:
    """The ambiguous passages, each with the likeliest of its places."""
    return [
        f"{one.id}#p{passage.number}@{passage.places[0].start}"
        for one in changed(root)
        for passage in one.passages
        if passage.found == "ambiguous"
    ]
