"""Problems as text for a terminal, as JSON, and as the annotations of a GitHub workflow."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from diptych import yamlio
from diptych.problems import Problem, Severity, visible

#: Gives the lines of a file by its path from the dossier's root; None where it can't be read.
ReadLines = Callable[[str], list[str] | None]

#: How many columns of a terminal a source line may take, and how far apart tab stops are.
_WIDEST, _TAB = 100, 4
#: So many bytes of a table go into a summary: GitHub takes a mebibyte a step.
_SUMMARY = 1_000_000
_COLOURS: dict[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(problems: Iterable[Problem], form: str, read_lines: ReadLines, color: bool = False) -> str:
    """The problems in the order given, as `text`, `json` or `github`; without a line break at the end.

    Only `text` shows the line that each problem is in, counts them at the end, and may be in colour.
    """
    found = list(problems)
    if form == "json":
        return json.dumps([asdict(problem) for problem in found], indent=2)
    if form == "github":
        return "\n".join(_annotation(problem) for problem in found)
    return "\n\n".join([*(_entry(problem, read_lines, color) for problem in found), summary(found)]) if found else ""


def markdown(problems: Iterable[Problem]) -> str:
    """The whole list as a table in Markdown, for the summary of a workflow's run.

    GitHub shows but ten annotations of a kind a step. Rows that would not go into what it takes are counted.
    """
    found = list(problems)
    lines = [f"### {summary(found)}", ""]
    if found:
        lines += ["| place | problem | what to do |", "| --- | --- | --- |"]
    room = _SUMMARY
    for number, problem in enumerate(found):
        level = "" if problem.severity == "error" else f"{problem.severity}: "
        place = f"{problem.file}:{problem.line or 1}:{problem.column or 1}"
        cells = (place, f"{level}{problem.message} ({problem.code})", problem.hint)
        row = f"| {' | '.join(map(_cell, cells))} |"
        room -= len(row.encode("utf-8")) + 1
        if room < 0:
            lines += ["", f"And {len(found) - number} more, which the log of the step lists."]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Text that no reader of Markdown takes for anything else."""
    plain = visible(text)
    return "".join(char if char.isalnum() or char in " .,;:/'?=-" else f"&#{ord(char)};" for char in plain)


def source_lines(root: Path) -> ReadLines:
    """Reads the lines of a dossier's files, each file once. A seed's end at line feeds alone, as offsets count them."""

    @cache
    def read(file: str) -> list[str] | None:
        try:
            text = (root / file).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return yamlio.BREAK.split(text) if file.endswith(".yml") else text.split("\n")

    return read


def summary(problems: Iterable[Problem]) -> str:
    """How many problems there are: `2 errors, 1 warning`."""
    counts = Counter(problem.severity for problem in problems)
    told = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in _LEVELS if counts[level]]
    return ", ".join(told) or "no problems"


def failure(error: OSError, where: Path | None = None) -> str:
    """What the system says went wrong, in one line; a file of the current folder is named by its path from it.

    Of two files that of the second is told, which is the one that was to be. `where` is what to name where the system
    names nothing, as it does when a disk is full.
    """
    said = error.strerror or str(error)
    names = [name for name in (error.filename2, error.filename, where) if isinstance(name, str | Path)]
    if not names:
        return said
    path = Path(names[0])
    near = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return f"{near}: {said}"


def _entry(problem: Problem, read_lines: ReadLines, color: bool) -> str:
    """`file:line:col: message (CODE)`, the line with a caret under the column, and the hint."""
    level = "" if problem.severity == "error" else f"{problem.severity}: "
    place = f"{visible(problem.file)}:{problem.line or 1}:{problem.column or 1}:"
    tint, bold, plain = (_COLOURS[problem.severity], _BOLD, _PLAIN) if color else ("", "", "")
    entry = [f"{bold}{place}{plain} {tint}{level}{visible(problem.message)}{plain} ({problem.code})"]
    lines = read_lines(problem.file) if problem.line else None
    if lines is not None and problem.line <= len(lines):
        line, before = excerpt(lines[problem.line - 1], problem.column or 1)
        entry.append(f"{problem.line:>5} | {line}".rstrip())
        entry.append(f"      | {' ' * before}{tint}^{plain}")
    if problem.hint:
        entry.append(f"      = hint: {visible(problem.hint)}")
    return "\n".join(entry)


def excerpt(line: str, column: int) -> tuple[str, int]:
    """A source line made safe to show, and how many terminal columns stand before `column` (from 1) in it.

    A long line is cut around the column.
    """
    line = line.rstrip("\r\n")
    at = min(column - 1, len(line))
    near = max(0, at - _WIDEST)
    cells = _cells(line[near : at + _WIDEST])
    first = last = at - near
    room, grows = _WIDEST, True
    while grows:
        grows = False
        if last < len(cells) and cells[last][1] <= room:
            room, last, grows = room - cells[last][1], last + 1, True
        if first > 0 and cells[first - 1][1] <= room:
            room, first, grows = room - cells[first - 1][1], first - 1, True
    head, tail = "…" * (near + first > 0), "…" * (near + last < len(line))
    shown = head + "".join(text for text, _ in cells[first:last]) + tail
    return shown, len(head) + sum(wide for _, wide in cells[first : at - near])


def _cells(line: str) -> list[tuple[str, int]]:
    """Each character of a line as it is shown, and how many columns it takes."""
    cells: list[tuple[str, int]] = []
    column = 0
    for char in line:
        text = " " * (_TAB - column % _TAB) if char == "\t" else visible(char)
        wide = _width(char) if text == char else len(text)
        cells.append((text, wide))
        column += wide
    return cells


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.file)},line={problem.line or 1},col={problem.column or 1}"
    message = visible(problem.message) + (f"\n{visible(problem.hint)}" if problem.hint else "")
    return f"::{_LEVELS[problem.severity]} {place},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the runner unescapes the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as the runner unescapes a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
