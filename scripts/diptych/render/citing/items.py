"""What is cited, as CSL-JSON: the dossier, its pages, records and passages, and the articles, each in its own right.

CSL-JSON is the data form of the Citation Style Language (citation-style-language.org, schema 1.0.2). The author of an
item is whose words its title holds, and nobody else: those who made the dossier, of a record, which it words itself;
whoever speaks, of a passage that is quotation throughout; the article's authors or its outlet, of any other passage.
Who made the statement stands in the title of a record, in its own words or before them, and in the genre of a passage;
the genre says whose wording it is and who reports it. `URL` is left out where the site's address is not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from diptych.dossier import DossierFile
from diptych.records import Actor, Passage, Record, Source
from diptych.render.language import Language
from diptych.render.quotations import Segment, segments
from diptych.render.words import record_name
from diptych.values import shortened

#: The keys of CSL-JSON that we use, with their values.
Item = dict[str, Any]

#: What goes on to words that are not cited any more, before a mark that ends a quotation.
_OPEN_END = re.compile(r"[,;:]([”’\"'»」』]?)$")
#: How many code points of a passage stand for it in a reference, at most.
_INCIPIT = 50


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
    """A record: whose statement it is, that its wording is the dossier's, and which articles (`told`) report it."""
    outlets = language.listed(list(dict.fromkeys(source.name for source in told)))
    genre = language.text("cite.record", record=record_name(language, record.kind, record.id), outlets=outlets)
    title = record.statement
    if record.kind != "event" and not _names_itself(record.statement, actor):  # an event is nobody's statement
        title = language.text("cite.stated", actor=actor.name, statement=record.statement)
    return _clean(_part(file, record.id, title, url) | {"author": _names(file.authors), "genre": genre})


def _names_itself(statement: str, actor: Actor) -> bool:
    """Whether a statement says by itself whose it is."""
    names = (actor.name, *actor.aliases)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", statement) for name in names if name and name in statement)


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
    """A record's passage, by its number from 1: who speaks there, in whose words, in which article.

    Its title is its first words: whoever cites a passage has quoted it, and its address leads to all of it.
    """
    manner = language.text(f"mode.{passage.mode}")
    genre = language.text(
        "cite.passage",
        manner=language.text("cite.spoken", speaker=speaker.name, mode=manner) if speaker else manner,
        title=source.title,
        outlet=source.name,
        date=language.date(source.published) if source.published else language.text("no_date"),
        record=record_name(language, record.kind, record.id),
        number=number,
    )
    said = speaker is not None and all(segment.quoted for segment in _worded(passage))
    by = [{"literal": speaker.name}] if speaker and said else _names(source.authors or (source.publisher or "",))
    words = _OPEN_END.sub(r"\1", shortened(passage.text, _INCIPIT))
    return _clean(_part(file, f"{record.id}-p{number}", words, url) | {"author": by, "genre": genre})


def _worded(passage: Passage) -> list[Segment]:
    """The segments of a passage that hold words, and not only stops."""
    cut = segments(passage.text, passage.mode)
    return [segment for segment in cut if any(sign.isalnum() for sign in segment.text)]


def as_released(item: Item, release: str, revision: str, date: str) -> Item:
    """The item of a record or of a passage as one release found it, in the version that this froze."""
    return item | {"version": f"{release}, {revision}", "issued": issued(date)}


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
        if author
        for family, comma, given in [author.partition(",")]
    ]


def issued(date: str | None) -> dict[str, list[list[int]]] | None:
    """A date, as much of it as is known, in the form of CSL-JSON."""
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _clean(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}
