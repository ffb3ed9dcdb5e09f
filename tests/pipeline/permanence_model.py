"""A dossier that is edited at random, and what its releases promised, remembered apart from its own ledger."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from holding import errors, held
from permanence_branches import Branches
from permanence_folder import ADDRESS, TEMPLATES
from releasing import publish
from support import tree

from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import styles
from diptych.pipeline.release import freeze
from diptych.render import Language, Site, language
from diptych.render.addresses import address_of, normal
from diptych.render.former import ids
from diptych.store import load

_FOLLOW = re.compile(r'<li id="([^"]+)"(?: data-now="([^"]+)")?>')


@dataclass
class Kept:
    """What was promised: each address with the words that stood there (of a passage), and each frozen file."""

    places: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


class Edited(Branches):
    """The dossier with its editors and its releases."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.words: Language = language(TEMPLATES, "en")
        self.styles = styles(TEMPLATES, self.words)
        self.kept = Kept()
        self.releases = 0

    def site(self) -> dict[str, bytes]:
        """The built site, all but what MkDocs makes of narrative pages: the pages, and the frozen ones beside them."""
        loaded = load(self.root)
        assert loaded.dossier is not None
        site = Site(
            address=ADDRESS,
            language=self.words,
            styles=self.styles,
            frozen=frozen_versions(self.root, loaded.dossier),
        )
        frozen = {file: data for file, data in tree(self.root / "content").items() if not file.endswith(".yml")}
        made = publish(loaded.dossier, site, TEMPLATES)
        assert not made.keys() & frozen.keys()
        return made | frozen

    def release(self) -> None:
        self.releases += 1
        site = self.site()
        self.answers(site)
        dossier = held(self.root)
        pages = {path: data.decode() for path, data in sorted(site.items()) if path.endswith(".html")}
        day = f"20{30 + self.releases // 336}-{self.releases // 28 % 12 + 1:02d}-{self.releases % 28 + 1:02d}"
        freeze(self.root, dossier, f"r{self.releases}", day, pages.items())
        assert errors(self.root) == []
        noted = {f"{one.id}#p{n}": text.text for one in dossier.records for n, text in one.numbered}
        for path, html in pages.items():
            if "/v/" in path:
                continue
            address = address_of(path)
            self.kept.places.setdefault(address, "")
            for anchor in ids(html):
                if re.fullmatch(r"[CRATED]\d+(-p\d+)?|p\d+", anchor):
                    words = noted.get(f"{address.rstrip('/').rpartition('/')[2]}#{anchor}", "")
                    self.kept.places.setdefault(f"{address}#{anchor}", words)
        frozen = {
            file: data for file, data in tree(self.root / "content").items() if "/v/" in file or "/frozen/" in file
        }
        for file, data in frozen.items():
            assert self.kept.files.setdefault(file, data) == data, f"{file} was made again"
        self.answers(self.site())

    def answers(self, site: dict[str, bytes]) -> None:
        """Every address ever released answers with its content, a redirect that leads to it, or a tombstone."""
        for file, data in self.kept.files.items():
            assert site.get(file) == data, f"{file} is not what was released"
        text = {path: data.decode() for path, data in site.items() if path.endswith(".html")}
        held = {path: ids(html) for path, html in text.items()}
        links = {path: {now for _, now in _FOLLOW.findall(html) if now} for path, html in text.items()}
        for address in self.kept.places:
            page, _, anchor = address.partition("#")
            path = normal(page)
            assert path in text, f"{page} is lost"
            assert not anchor or anchor in held[path], f"{address} is lost"
        for path, found in links.items():
            for now in found:
                page, _, anchor = now.partition("#")
                target = _joined(path, page)
                assert target in text, f"{path} leads to {target}, where nothing is"
                assert not anchor or anchor in held[target], f"{path} leads to {now}, where nothing is"
        for path, html in text.items():
            for now in re.findall(r'id="moved" href="([^"]+)"', html):
                page, _, anchor = now.partition("#")
                target = _joined(path, page)
                assert target in text, f"{path} leads to {target}, where nothing is"
                assert not anchor or anchor in held[target], f"{path} leads to {now}, where nothing is"


def _joined(path: str, link: str) -> str:
    parts = path.split("/")[:-1]
    for step in link.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)
