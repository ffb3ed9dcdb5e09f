"""Notes in Markdown to HTML that can do no harm: no raw HTML, no images, no headings, no unsafe links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from diptych.values import ITEM_ID, SOURCE_ID

_ID = re.compile(rf"\b(?:{ITEM_ID}|{SOURCE_ID})\b")


def note(text: str, addresses: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """A note as HTML; empty for an empty one.

    Headings stay text, so that a note never breaks the order of its page's headings, and images are not loaded. An ID
    that `addresses` knows becomes a link to its page.
    """
    return Markup(_NOTES.render(text, {"addresses": addresses})) if text.strip() else Markup()


def ids_in(text: str) -> Iterator[re.Match[str]]:
    """What looks like an ID in a text."""
    return _ID.finditer(text)


def _link_ids(state: StateCore) -> None:
    """Cuts the text of every paragraph at the IDs in it, and makes those links, but for what is a link already."""
    for block in state.tokens:
        depth = 0
        children: list[Token] = []
        for token in block.children or ():
            depth += (token.type == "link_open") - (token.type == "link_close")
            children += [token] if token.type != "text" or depth else _cut(token, state.env["addresses"])
        if block.children:
            block.children = children


def _cut(token: Token, addresses: Mapping[str, str]) -> list[Token]:
    made: list[Token] = []
    reached = 0
    for found in ids_in(token.content):
        if found[0] in addresses:
            made += [
                _text(token.content[reached : found.start()]),
                Token("link_open", "a", 1, attrs={"href": addresses[found[0]]}),
                _text(found[0]),
                Token("link_close", "a", -1),
            ]
            reached = found.end()
    return [*made, _text(token.content[reached:])]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


_NOTES = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).disable(
    ["image", "heading", "lheading", "html_block", "html_inline"]
)
_NOTES.core.ruler.push("link_ids", _link_ids)
