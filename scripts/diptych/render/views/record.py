"""The page of one record, and the list of a kind."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import REPORT, Kind, Record
from diptych.render import words
from diptych.render.addresses import canonical, discrepancy_path, list_path, record_path
from diptych.render.index import Index
from diptych.render.links import Link, source_link
from diptych.render.markdown import note
from diptych.render.site import Site
from diptych.render.views.shared import Card, Desk, Reply

_LONG = 180


@dataclass(frozen=True, slots=True)
class CopyNote:
    """That a source's passages stand in copies of it too, which are no further evidence."""

    source: Link
    copies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything on a record's page. `answers` is what it answers, `replies` what answers it."""

    card: Card
    long: bool
    answers: tuple[Reply, ...]
    report: tuple[str, ...]
    replies: tuple[Reply, ...]
    answerable: bool
    note: Markup
    copies: tuple[CopyNote, ...]
    discrepancies: tuple[Link, ...]
    back: Link | None
    onward: Link | None
    list: Link
    citation: str
    address: str
    meta: tuple[tuple[str, str], ...]
    json_ld: Markup


@dataclass(frozen=True, slots=True)
class RecordList:
    """All records of a kind."""

    title: str
    rows: tuple[tuple[Card, int], ...]
    counts_answers: bool


def record_list(index: Index, desk: Desk, kind: Kind) -> RecordList:
    """Every record of a kind with the number of its answers, where the kind can be answered."""
    records = index.kinds[kind]
    return RecordList(
        title=index.language.text(f"kinds.{kind}"),
        rows=tuple((desk.card(record), len(index.answers_to(record.id))) for record in records),
        counts_answers=kind in ("claim", "recommendation"),
    )


def record_page(index: Index, desk: Desk, site: Site, record: Record) -> RecordPage:
    """The page of a record."""
    card = desk.card(record)
    siblings = index.kinds[record.kind]
    place = index.order[record.id]
    address = canonical(card.path, site)
    say = index.language.text
    return RecordPage(
        card=card,
        long=len(record.statement) > _LONG,
        answers=desk.replies(
            (index.records[answer.to], answer.how) for answer in record.answers if answer.to != REPORT
        ),
        report=tuple(say(f"how.{answer.how}") for answer in record.answers if answer.to == REPORT),
        replies=desk.replies(index.answers_to(record.id)),
        answerable=record.kind in ("claim", "recommendation"),
        note=note(record.note, index.addresses("../../")),
        copies=_copies(index, desk, record),
        discrepancies=tuple(
            Link(f"{found.id}: {found.what}", discrepancy_path(found.id), index.language.own)
            for found in index.discrepancies(record.id)
        ),
        back=_to(index, siblings[place - 1]) if place else None,
        onward=_to(index, siblings[place + 1]) if place + 1 < len(siblings) else None,
        list=Link(say(f"kinds.{record.kind}"), list_path(record.kind)),
        citation=say(
            "record.citation",
            statement=record.statement,
            name=card.name,
            dossier=index.dossier.file.title,
            version=index.dossier.file.version,
        ),
        address=address,
        meta=_meta(index, record, address),
        json_ld=_json_ld(index, record, address),
    )


def _to(index: Index, record: Record) -> Link:
    return Link(words.record_name(index.language, record.kind, record.id), record_path(record.id))


def _full_name(index: Index, record: Record) -> str:
    name = words.record_name(index.language, record.kind, record.id)
    return index.language.text("record.full", name=name, statement=words.shortened(record.statement, 200))


def _copies(index: Index, desk: Desk, record: Record) -> tuple[CopyNote, ...]:
    """One note for each source of the record that has copies."""
    from_sources = dict.fromkeys(passage.source for passage in record.passages)
    outlets = dict(zip(from_sources, desk.card(record).outlets, strict=True))
    return tuple(
        CopyNote(outlets[source], tuple(source_link(copy, index.language) for copy in index.copies(source)))
        for source in from_sources
        if index.copies(source)
    )


def _meta(index: Index, record: Record, address: str) -> tuple[tuple[str, str], ...]:
    """Highwire and Dublin Core terms, which reference managers read."""
    file = index.dossier.file
    name = _full_name(index, record)
    sources = dict.fromkeys(index.sources[passage.source].title for passage in record.passages)
    terms = [
        ("citation_title", name),
        ("citation_inbook_title", file.title),
        ("citation_language", file.language),
        ("DC.title", name),
        ("DC.type", "Text"),
        ("DC.language", file.language),
        ("DC.isPartOf", file.title),
        *(("DC.source", source) for source in sources),
    ]
    if address:
        terms += [("citation_public_url", address), ("DC.identifier", address)]
    return tuple(terms)


def _json_ld(index: Index, record: Record, address: str) -> Markup:
    """The page as linked data: what it is part of and which articles it quotes."""
    file = index.dossier.file
    sources = [index.sources[source] for source in dict.fromkeys(item.source for item in record.passages)]
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": _full_name(index, record),
        "inLanguage": file.language,
        "isPartOf": {"@type": "Dataset", "name": file.title, "version": file.version},
        "citation": [
            {
                "@type": "NewsArticle",
                "headline": source.title,
                **({"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {}),
                **({"datePublished": source.published} if source.published else {}),
            }
            for source in sources
        ],
    }
    if address:
        data["url"] = address
    # `<` alone could end the script element early, or open a comment in it; nothing else is markup there.
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
