"""What tests of the pictures read off a page: the links of a picture, the rows of its table."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from site_reader import Page

from diptych.values import PLURALS, kind_of

GLANCE = "at-a-glance/index.html"
SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = ["wide", "narrow"]


def section(page: Page, given: str) -> Element:
    return next(one for one in page.all("section") if one.get("aria-labelledby") == given)


def drawn(page: Page, given: str, width: str) -> list[Element]:
    """The links of a picture."""
    found = [div for div in section(page, given).iter("div") if div.get("class") == f"for-{width}"]
    return [link for div in found for link in div.iter(f"{SVG}a")]


def hrefs(links: list[Element], css: str = "") -> set[str]:
    return {str(link.get("href")) for link in links if css in link.get("class", "").split() or not css}


def tabled(page: Page, given: str) -> list[list[Element]]:
    """The rows of a table, each as its cells."""
    (table,) = section(page, given).iter("table")
    (body,) = table.iter("tbody")
    return [list(row) for row in body]


def address(record: str) -> str:
    return f"../{PLURALS[kind_of(record)]}/{record}/index.html"
