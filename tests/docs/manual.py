"""The manual's pages as something to run: each block does what a reader would do with it.

A fenced block is a step. What it is follows from its language and from the comment `<!-- … -->` in the line before it:

- ```` ```console ````: commands (`$ …`), each with what it must print; `…` stands for anything within a line, a line of
  nothing but `…` for any lines. `<!-- ends 1 -->` before it: the last command ends with that status, the others with 0.
- `<!-- write FILE -->`: the block becomes that file. `<!-- add FILE -->`: it goes to the file's end.
- `<!-- edit FILE -->`, in ```` ```diff ````: its `-` lines stand in the file once, one after the other; its `+` lines
  take their place.
- `<!-- shows FILE -->`: the block's lines stand in the file.
- ```` ```text ````: a picture of something, nothing to run.

Anything else is refused, so that no example goes untested.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

_BLOCK = re.compile(r"(?:^<!-- (?P<way>.+?) -->\n)?^```(?P<kind>\S*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_WAYS = ("write", "add", "edit", "shows", "ends")
_END = "\x1eend "


class Wrong(AssertionError):
    """What a page says and what is so are two things."""


@dataclass
class Step:
    """One block of a page: its language, the way it is meant, its text, and the place of its text in the page."""

    kind: str
    way: str
    name: str
    body: str
    start: int
    line: int


@dataclass
class Command:
    """One command of a console block and the lines it must print."""

    words: str
    expected: list[str] = field(default_factory=list)


def steps(text: str) -> list[Step]:
    """The blocks of a page, in order; raises `Wrong` for one that is not said what to do with."""
    found = []
    for block in _BLOCK.finditer(text):
        way, _, name = (block["way"] or "").partition(" ")
        line = text.count("\n", 0, block.start("body")) + 1
        step = Step(block["kind"], way, name, block["body"], block.start("body"), line)
        if way not in (*_WAYS, "") or (not way and step.kind not in ("console", "text")):
            raise Wrong(f"line {line}: a block of {step.kind or 'nothing'} that nothing is done with")
        found.append(step)
    return found


def commands(step: Step) -> list[Command]:
    """The commands of a console block; one that ends with a backslash goes on in the next line."""
    found: list[Command] = []
    for line in step.body.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:]))
        elif found and found[-1].words.endswith("\\") and not found[-1].expected:
            found[-1].words += "\n" + line.removeprefix("> ")
        elif found:
            found[-1].expected.append(line)
        else:
            raise Wrong(f"line {step.line}: a console block begins with a command")
    return found


class Session:
    """A shell that stays open, in a folder, with an environment of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self._bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile"],
            cwd=folder,
            env={**os.environ, **environment, "PWD": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, words: str) -> tuple[list[str], int]:
        """What a command prints, to either stream, and the status that it ends with."""
        assert self._bash.stdin
        assert self._bash.stdout
        self._bash.stdin.write(f'{{ {words}\n}} </dev/null\nprintf \'{_END}%s %s\\n\' "$?" "$PWD"\n')
        self._bash.stdin.flush()
        printed: list[str] = []
        for line in self._bash.stdout:
            text, ended, status = line.rstrip("\n").partition(_END)
            if text or not ended:
                printed.append(text.rstrip())
            if ended:
                code, self.folder = int(status.split(" ", 1)[0]), Path(status.split(" ", 1)[1])
                return printed, code
        raise Wrong(f"the shell ended at: {words}")

    def close(self) -> None:
        """Ends the shell."""
        assert self._bash.stdin
        self._bash.stdin.close()
        self._bash.wait()
        assert self._bash.stdout
        self._bash.stdout.close()


def matches(expected: list[str], printed: list[str]) -> bool:
    """Whether lines are as expected; blank lines at the end don't count."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else _line(line) + "\n" for line in _trimmed(expected))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _trimmed(printed))) is not None


def _line(line: str) -> str:
    return (
        "[^\n]*".join(re.escape(part) for part in line.rstrip().split("…")) if "…" in line else re.escape(line.rstrip())
    )


def _trimmed(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def follow(page: Path, session: Session) -> str:
    """Does all that a page says, in order; returns the page with what was printed in the place of what it says.

    Raises `Wrong` where a command ends otherwise than it should, or a file is not as it is shown.
    """
    text = page.read_text(encoding="utf-8")
    made, done = [], 0
    for step in steps(text):
        if step.kind == "console":
            made += [text[done : step.start], _run(step, session, page)]
            done = step.start + len(step.body)
        elif step.way:
            _file(step, session.folder, page)
    return "".join([*made, text[done:]])


def _run(step: Step, session: Session, page: Path) -> str:
    lines: list[str] = []
    given = commands(step)
    for place, command in enumerate(given):
        printed, status = session.run(command.words)
        wanted = int(step.name) if step.way == "ends" and place == len(given) - 1 else 0
        if status != wanted:
            raise Wrong(f"{page.name}:{step.line}: {command.words!r} ended with {status}:\n" + "\n".join(printed))
        lines += [f"$ {command.words}"]
        lines += command.expected if matches(command.expected, printed) else _trimmed(printed)
    return "".join(f"{line}\n" for line in lines)


def _file(step: Step, folder: Path, page: Path) -> None:
    path = folder / step.name
    if step.way == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.body, encoding="utf-8")
        return
    held = path.read_text(encoding="utf-8")
    if step.way == "add":
        path.write_text(held + step.body, encoding="utf-8")
    elif step.way == "shows" and step.body not in held:
        raise Wrong(f"{page.name}:{step.line}: {step.name} reads otherwise:\n{held}")
    elif step.way == "edit":
        old = "".join(line[1:] for line in step.body.splitlines(keepends=True) if line[0] != "+")
        new = "".join(line[1:] for line in step.body.splitlines(keepends=True) if line[0] != "-")
        if held.count(old) != 1:
            raise Wrong(f"{page.name}:{step.line}: these lines do not stand in {step.name} once:\n{held}")
        path.write_text(held.replace(old, new), encoding="utf-8")
