"""What a page says of itself in its head, in the two vocabularies that reference managers read.

`citation_…` are the tags of Highwire Press, which Google Scholar, Zotero and Mendeley read; `DC.…` are Dublin Core.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.render.citing.items import Item

Terms = tuple[tuple[str, str], ...]


def terms(item: Item, language: str, sources: Iterable[str] = ()) -> Terms:
    """The `meta` elements of a page, as (name, content), from the CSL-JSON item that cites it.

    `sources` are the titles of the articles that the page draws on.
    """
    told = (("DC.source", title) for title in sources)
    return tuple((name, content) for name, content in (*_terms(item, language), *told) if content)


def _terms(item: Item, language: str) -> Iterator[tuple[str, str]]:
    names = [
        ", ".join((name["family"], name["given"])) if "family" in name else name["literal"]
        for name in item.get("author", ())
    ]
    date = [f"{part:02d}" for part in item["issued"]["date-parts"][0]] if "issued" in item else []
    whole = item.get("container-title", "")
    yield "citation_title", item["title"]
    for name in names:
        yield "citation_author", name
    yield "citation_publication_date", "/".join(date)
    yield "citation_inbook_title", whole
    yield "citation_publisher", item.get("publisher", "")
    yield "citation_language", language
    yield "citation_public_url", item.get("URL", "")
    yield "DC.title", item["title"]
    for name in names:
        yield "DC.creator", name
    yield "DC.date", "-".join(date)
    yield "DC.type", "Text"
    yield "DC.language", language
    yield "DC.publisher", item.get("publisher", "")
    yield "DC.isPartOf", whole
    yield "DC.identifier", item.get("URL", "")
