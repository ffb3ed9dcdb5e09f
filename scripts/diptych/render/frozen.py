"""Frozen pages: a record as a release found it, on a page that stands by itself and is never made again.

Such a page leans on nothing that may change: its style sheet is named by its content, and its words on the live page
hold whether that has changed since or not.
"""

from __future__ import annotations

from typing import Any

import jinja2

from diptych.history import Release
from diptych.records import Record
from diptych.render.addresses import canonical, record_path
from diptych.render.citing.items import as_released, record_item
from diptych.render.citing.metadata import terms
from diptych.render.citing.styles import Styles
from diptych.render.dataset.publishing import published_record
from diptych.render.frozen_paths import frozen_data, frozen_path, style_path
from diptych.render.index import Index
from diptych.render.site import Site
from diptych.render.views.shared import Desk, date_view
from diptych.render.written import as_json
from diptych.signs import marked
from diptych.values import REPORT

_STYLE = "assets/frozen.css"
#: Of what reference managers read, what a page that is never made again tells: each thing once.
_TOLD = frozenset(
    {
        *("citation_title", "citation_author", "citation_publication_date", "citation_inbook_title"),
        *("citation_publisher", "citation_language", "citation_public_url", "DC.contributor", "DC.identifier"),
    }
)


def style_of(environment: jinja2.Environment) -> str:
    """The style sheet that frozen pages get now."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, _STYLE)[0]


class Freezer:
    """Makes the frozen pages of one release."""

    def __init__(
        self, index: Index, site: Site, environment: jinja2.Environment, styles: Styles, release: Release
    ) -> None:
        self._index = index
        self._site = site
        self._desk = Desk(index)
        self._template = environment.get_template("frozen.html")
        self._styles = styles
        self._release = release
        self._style = style_path(style_of(environment))

    def files(self, record: Record, revision: str) -> dict[str, str]:
        """The page of a record as it is now, and its content, by their path from content/."""
        data = published_record(record).model_dump(mode="json")
        return {
            frozen_path(record.id, revision): marked(self._template.render(self._context(record, revision))),
            frozen_data(record.id, revision): as_json(data) + "\n",
        }

    def _context(self, record: Record, revision: str) -> dict[str, Any]:
        index, site, file = self._index, self._site, self._index.dossier.file
        told = [index.sources[passage.source] for passage in record.passages]
        address = canonical(frozen_path(record.id, revision), site)
        found = record_item(file, site.language, record, index.actors[record.actor], told, address)
        item = as_released(found, self._release.name, revision, self._release.date)
        speaker = "" if record.kind == "event" else index.actors[record.actor].name
        return {
            "root": "../" * 4,
            "card": self._desk.whole(record),
            "answers": [
                (site.language.text(f"how.{answer.how}"), answer.to, index.records[answer.to].statement)
                for answer in record.answers
                if answer.to != REPORT
            ],
            "report": [site.language.text(f"how.{answer.how}") for answer in record.answers if answer.to == REPORT],
            "sources": {source.id: source for source in told},
            "release": self._release.name,
            "day": date_view(site.language, self._release.date),
            "revision": revision,
            "address": address,
            "live": canonical(record_path(record.id), site),
            "site_title": file.title,
            "policy": site.policy,
            "style": self._style,
            "meta": [one for one in terms(item, file.language, speaker=speaker) if one[0] in _TOLD],
            "citations": [(name, self._styles.cite(style, item)) for style, name in self._styles.names.items()],
        }
