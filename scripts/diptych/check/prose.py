"""The Markdown of a dossier, its narrative pages and its notes, read for what may not stand on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych import markup
from diptych.check.context import Context
from diptych.store import FRONT


@dataclass(frozen=True, slots=True)
class Found:
    """What may not stand there, and where; `link` says that it is an address."""

    file: str
    line: int
    column: int
    what: str
    link: bool


def prose(context: Context) -> Iterator[Found]:
    """What is unsafe in the pages, at its place, and in the notes, at theirs."""
    for file, text in context.pages.items():
        front = FRONT.match(text)
        before = text.count("\n", 0, front.end()) if front else 0
        for one in unsafe(text[front.end() :] if front else text):
            yield Found(file, before + one.line, one.column, one.what, one.link)
    for owner in (*context.dossier.sources, *context.dossier.items):
        if "<" in owner.note or "](" in owner.note or "]:" in owner.note:
            for one in unsafe(owner.note):
                place = context.problem("", owner.id, ("note",), "")
                yield Found(place.file, place.line, place.column, one.what, one.link)


def unsafe(text: str) -> list[markup.Fault]:
    """What is unsafe in some Markdown, by line and column of it."""
    found: list[markup.Fault] = []
    lines = text.split("\n")
    for block in _READER.parse(text):
        top = block.map[0] if block.map else 0
        if block.type == "html_block":
            found += [
                markup.Fault(top + one.line, one.column, one.what, one.link) for one in markup.faults(block.content)
            ]
        for token in block.children or ():
            for one in _inline(token):
                line, column = _place(lines, top, block.map[1] if block.map else top + 1, one[1])
                found.append(markup.Fault(line, column, one[0].what, one[0].link))
    return found


def _inline(token: Token) -> Iterator[tuple[markup.Fault, str]]:
    """The faults of what stands in a line, each with words by which it is found there."""
    if token.type == "html_inline":
        yield from ((one, token.content) for one in markup.faults(token.content))
    elif token.type == "text" and "<" in token.content:  # what is no tag here may be one to another reader of Markdown
        yield from ((one, token.content) for one in markup.faults(token.content) if not one.endless)
    elif token.type in ("link_open", "image"):
        picture = token.type == "image"
        address = str(token.attrs.get("src" if picture else "href", ""))
        if not (markup.loads_safely(address) if picture else markup.leads_safely(address)):
            said = f"this {'picture' if picture else 'link'} leads to {markup.shortened(address)}"
            yield markup.Fault(1, 1, said, True), address


def _place(lines: list[str], top: int, end: int, words: str) -> tuple[int, int]:
    """Line and column of some words between two lines; the beginning of the first where they are written otherwise."""
    first = words.partition("\n")[0]
    for number in range(top, min(end, len(lines))):
        column = lines[number].find(first)
        if column >= 0:
            return number + 1, column + 1
    return top + 1, 1


class _Everything(MarkdownIt):
    """Reads links wherever they lead: they are looked at here."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002
        """Whether a link may be one."""
        return True

    def normalizeLink(self, url: str) -> str:
        """The address as it is written."""
        return url


_READER = _Everything("commonmark", {"html": True})
