"""What is cited, as CSL-JSON: the dossier, its pages, records and passages, and the articles, each in its own right.

CSL-JSON is the data form of the Citation Style Language (citation-style-language.org, schema 1.0.2). A record or a
passage names as its author whoever made the statement, and says in its genre who reports it; `URL` is left out where
the site's address is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diptych.records import Actor, DossierFile, Passage, Record, Source
from diptych.render.language import Language

#: The keys of CSL-JSON that we use, with their values.
Item = dict[str, Any]


def dossier_item(file: DossierFile, url: str) -> Item:
    """The dossier as a whole."""
    return _clean(
        {
            "id": "dossier",
            "type": "dataset",
            "title": file.title,
            "author": _names(file.authors),
            "publisher": file.publisher,
            "version": file.version,
            "issued": issued(file.date),
            "URL": url,
        }
    )


def page_item(file: DossierFile, title: str, url: str) -> Item:
    """A page that is nobody's statement: a theme, a list, the two sides."""
    return _part(file, "page", title, url) | ({"author": _names(file.authors)} if file.authors else {})


def record_item(
    file: DossierFile, language: Language, record: Record, actor: Actor, told: Sequence[Source], url: str
) -> Item:
    """A record: whose statement it is, in the dossier's words, and which articles (`told`) report it.

    An event is nobody's statement: it is cited under those who made the dossier, else under the outlets that tell it.
    """
    outlets = list(dict.fromkeys(source.name for source in told))
    genre = language.text("cite.record", record=_called(language, record), outlets=language.listed(outlets))
    by = [{"literal": actor.name}]
    if record.kind == "event":
        by = _names(file.authors) or [{"literal": name} for name in outlets]
    return _clean(_part(file, record.id, record.statement, url) | {"author": by, "genre": genre})


def passage_item(
    file: DossierFile,
    language: Language,
    record: Record,
    number: int,
    passage: Passage,
    speaker: Actor | None,
    source: Source,
    url: str,
) -> Item:
    """A record's passage, by its number from 1: who speaks there, in the words of which article."""
    genre = language.text(
        "cite.passage",
        mode=language.text(f"mode.{passage.mode}"),
        title=source.title,
        outlet=source.name,
        date=language.date(source.published) if source.published else language.text("no_date"),
        record=_called(language, record),
        number=number,
    )
    by = [{"literal": speaker.name}] if speaker else []
    words = " ".join(passage.text.split())
    return _clean(_part(file, f"{record.id}-p{number}", words, url) | {"author": by, "genre": genre})


def source_item(source: Source) -> Item:
    """An article, as its outlet published it; at its own address, or that of its archived copy, where one is known."""
    return _clean(
        {
            "id": source.id,
            "type": "article-newspaper",
            "title": source.title,
            "author": _names(source.authors),
            "container-title": source.publisher or "",
            "issued": issued(source.published),
            "URL": source.address or source.archived or "",
        }
    )


def _called(language: Language, record: Record) -> str:
    return language.text("record_name", kind=language.text(f"kind.{record.kind}"), id=record.id)


def _part(file: DossierFile, given: str, title: str, url: str) -> Item:
    return _clean(
        {
            "id": given,
            "type": "webpage",
            "title": title,
            "container-title": file.title,
            "publisher": file.publisher,
            "version": file.version,
            "issued": issued(file.date),
            "URL": url,
        }
    )


def _names(authors: Sequence[str]) -> list[dict[str, str]]:
    """`Family, Given` in its parts; any other name whole, since nobody can tell its parts."""
    return [
        {"family": family.strip(), "given": given.strip()} if comma and given.strip() else {"literal": author}
        for author in authors
        for family, comma, given in [author.partition(",")]
    ]


def issued(date: str | None) -> dict[str, list[list[int]]] | None:
    """A date, as much of it as is known, in the form of CSL-JSON."""
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _clean(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}
