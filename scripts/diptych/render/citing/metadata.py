"""What a page says of itself in its head, in the two vocabularies that reference managers read.

`citation_…` are the tags of Highwire Press, which Google Scholar, Zotero and Mendeley read; `DC.…` are Dublin Core.
Neither has a form for institutions. A name that ends in a comma is one that has no first name: so Zotero keeps it
whole, where it would otherwise take its last word for a family name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.render.citing.items import Item

Terms = tuple[tuple[str, str], ...]


def terms(item: Item, language: str, sources: Iterable[str] = (), speaker: str = "") -> Terms:
    """The `meta` elements of a page, as (name, content), from the CSL-JSON item that cites it.

    `sources` are the titles of the articles that the page draws on, `speaker` whoever made the statement that it tells.
    A page whose makers are not named is by the dossier itself, which these vocabularies can't leave open.
    """
    whole = item.get("container-title", "")
    names = [
        f"{name['family']}, {name['given']}" if "family" in name else f"{name['literal']},"
        for name in item.get("author", ()) or ([{"literal": whole}] if whole else ())
    ]
    told = (("DC.source", title) for title in sources)
    by = ("DC.contributor", f"{speaker}," if speaker else "")
    return tuple((name, content) for name, content in (*_terms(item, names, language), by, *told) if content)


def _terms(item: Item, names: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
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
