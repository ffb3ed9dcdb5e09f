"""Markdown from plain values."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown, in which a vertical line is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines) + "\n"


def code(text: str) -> str:
    """Words as code, in a cell too."""
    return f"`{text}`" if text else ""


def plain(text: str) -> str:
    """Text that is to be read as it stands."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<" else sign for sign in html.escape(text, quote=False))


def block(text: str, language: str = "text") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```\n"
