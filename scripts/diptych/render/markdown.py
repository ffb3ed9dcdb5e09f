"""Notes in Markdown to HTML that can do no harm: no raw HTML, no images, no headings, no unsafe links."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

_NOTES = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).disable(
    ["image", "heading", "lheading", "html_block", "html_inline"]
)


@lru_cache(maxsize=4096)
def note(text: str) -> Markup:
    """A note as HTML; empty for an empty one.

    Headings stay text, so that a note never breaks the order of its page's headings, and images are not loaded.
    """
    return Markup(_NOTES.render(text)) if text.strip() else Markup()
