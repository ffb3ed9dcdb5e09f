"""The feed of changes, as Atom (RFC 4287): the version, what moved or was taken away, and the statements given last.

No record says when it was made, and a build knows no clock. An entry is dated by the newest article that reports it,
the feed as a whole by the time that the build is told (SOURCE_DATE_EPOCH), else by the version's own date, else by the
newest article. What has changed in an entry shows in its revision.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial
from html import escape
from urllib.parse import quote

from diptych.records import Record
from diptych.render import addresses
from diptych.render.dataset.publishing import revision
from diptych.render.index import Index
from diptych.render.site import Site
from diptych.signs import marked
from diptych.values import shortened

PATH = "feed.xml"
_text = partial(escape, quote=False)
#: As many entries as a reader of feeds takes in; the register has them all.
ENTRIES = 50


def feed(index: Index, site: Site) -> dict[str, str]:
    """The feed by its path; nothing where the site's address is not known or nothing in the dossier is dated."""
    if not has_feed(index, site):
        return {}
    updated = site.built or max(map(_stamp, _dates(index)))
    title, version = index.dossier.file.title, index.dossier.file.version
    speak, home = index.language.text, site.base
    holds = speak(
        "feed.holds",
        records=len(index.dossier.records),
        passages=sum(len(record.passages) for record in index.dossier.records),
        sources=len(index.dossier.sources),
    )
    entries = [
        _entry(f"{home}#version-{quote(version)}", home, speak("feed.version", version=version), holds, updated),
        *_upheavals(index, site, updated),
        *(_of(index, site, record, updated) for record in _last_given(index)),
    ]
    made = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(index.language.code)}">\n'
        f"<id>{_text(home)}</id>\n<title>{_text(title)}</title>\n<updated>{updated}</updated>\n"
        f"<author><name>{_text(title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(home + PATH)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(home)}"/>\n' + "".join(entries) + "</feed>\n"
    )
    return {PATH: marked(made.replace("\f", " "))}  # XML has no place for a form feed


def has_feed(index: Index, site: Site) -> bool:
    """Whether there is a feed: it needs absolute addresses and a date."""
    if not site.base:
        return False
    return bool(site.built or index.dossier.file.date) or any(one.published for one in index.dossier.sources)


def _dates(index: Index) -> list[str]:
    """The version's own date, else those of the articles."""
    own = index.dossier.file.date
    return [own] if own else [source.published for source in index.dossier.sources if source.published]


def _upheavals(index: Index, site: Site, updated: str) -> Iterable[str]:
    """Released places that were taken away or moved, the last of each first."""
    speak, permalinks = index.language.text, index.dossier.permalinks
    for gone in permalinks.gone[: -ENTRIES - 1 : -1]:
        address = site.base + gone.was
        yield _entry(f"{address}#gone", address, speak("feed.gone", was=gone.was), gone.why, updated)
    for moved in permalinks.moved[: -ENTRIES - 1 : -1]:
        address = site.base + moved.now
        said = speak("feed.moved_to", now=address)
        yield _entry(f"{site.base}{moved.was}#moved", address, speak("feed.moved", was=moved.was), said, updated)


def _last_given(index: Index) -> Iterable[Record]:
    """The records whose IDs were given last, the last first; those whose ID is on no list yet before them."""
    given = {one: place for place, one in enumerate(index.dossier.given)}
    last = sorted(index.dossier.records, key=lambda record: given.get(record.id, len(given)), reverse=True)
    return last[:ENTRIES]


def _of(index: Index, site: Site, record: Record, otherwise: str) -> str:
    speak, actor = index.language.text, index.actors[record.actor].name
    kind = speak(f"kind.{record.kind}")
    outlets = dict.fromkeys(index.sources[passage.source].name for passage in record.passages)
    return _entry(
        addresses.canonical(addresses.record_path(record.id), site),
        addresses.canonical(addresses.record_path(record.id), site),
        speak("feed.entry", kind=kind, id=record.id, statement=shortened(record.statement, 120)),
        speak(
            "feed.content",
            actor=actor,
            statement=record.statement,
            evidence=index.language.listed(list(outlets)),
            revision=revision(record),
        ),
        _newest(index, record) or otherwise,
    )


def _entry(given: str, address: str, title: str, content: str, updated: str) -> str:
    return (
        f"<entry>\n<id>{_text(given)}</id>\n<title>{_text(title)}</title>\n<updated>{updated}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{escape(address)}"/>\n'
        f'<content type="text">{_text(content)}</content>\n</entry>\n'
    )


def _newest(index: Index, record: Record) -> str:
    """The day of the newest article that reports a record, as a time stamp; nothing where no article is dated."""
    dates = [date for passage in record.passages if (date := index.sources[passage.source].published)]
    return _stamp(max(dates)) if dates else ""


def _stamp(date: str) -> str:
    """`2022-09` as its first moment; a day that is no day becomes the first of its month."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        day = "01"
    return f"{year}-{month}-{day}T00:00:00Z"
