"""Pages read as a browser would read them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Page:
    """A parsed page."""

    path: str
    tree: Element

    def all(self, tag: str, css: str = "") -> list[Element]:
        """Its elements of a tag (`*` for any), with a class."""
        return [
            element
            for element in self.tree.iter()
            if (tag == "*" or element.tag == tag) and (not css or css in element.get("class", "").split())
        ]

    def one(self, given: str) -> Element:
        """The element of an id; fails unless there is exactly one."""
        (element,) = [element for element in self.tree.iter() if element.get("id") == given]
        return element


def text(element: Element) -> str:
    """What an element says, with single spaces."""
    return " ".join("".join(element.itertext()).split())


_DRAWN = "{http://www.w3.org/1999/xlink}href"


def parse(path: str, html: str) -> Page:
    """A page, refused where it is not valid; links in pictures have their address in `href` as others do."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    for element in tree.iter():
        if _DRAWN in element.attrib:
            element.set("href", element.attrib[_DRAWN])
    return Page(path, tree)
