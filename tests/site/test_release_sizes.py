"""What a site with releases weighs for each record: held at a small size; a command measures it at the full one."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import large_dossier
from holding import held
from release_sizes import LIMIT, RECORDS, by_kind, reword
from releasing import publish
from support import ROOT, tree

from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import styles
from diptych.pipeline.release import freeze
from diptych.render import Site, language

TEMPLATES = [ROOT / "templates"]
#: 20 releases that reword one record of a hundred each freeze as much as four that reword one of twenty.
TIMES, CHANGED = 4, 0.05
#: Bytes a record: of the whole site, and of what was frozen. Of 10,000 records, with divided pages and twenty releases,
#: each was measured to weigh a thousand more: 38,940, where it was 37,980 here.
HELD, HELD_FROZEN = LIMIT // RECORDS - 1_000, 7_200
_PICTURE = re.compile(r"<svg.*?</svg>", re.S)


def weight(root: Path, records: int) -> dict[str, int]:
    """The bytes of a whole site of so many records, after its releases, by kind of file.

    Pages are those of a large dossier, which lead to passages and have no pictures: nobody could read these.
    """
    large_dossier.write(root, records)
    chance = Random(1)
    for number in range(TIMES + 1):
        if number:
            reword(root, chance, number, CHANGED)
        dossier = held(root)
        freeze(root, dossier, f"r{number}", f"2031-01-{number + 1:02d}", [])
    dossier = held(root)
    words = language(TEMPLATES, "en")
    frozen = frozen_versions(root, dossier)
    address = "https://reader.example/project/"
    site = Site(address=address, language=words, styles=styles(TEMPLATES, words), frozen=frozen, heavy=0)
    stored = {file: data for file, data in tree(root / "content").items() if not file.endswith((".yml", ".md"))}
    made = stored | publish(dossier, site, TEMPLATES)
    glance = {path: _PICTURE.sub("", data.decode()).encode() for path, data in made.items() if _pictured(path)}
    return dict(by_kind((path, len(data)) for path, data in (made | glance).items()))


def _pictured(path: str) -> bool:
    return path.startswith("at-a-glance/") and path.endswith(".html")


def test_a_record_with_its_releases_takes_no_more_bytes_than_it_did(tmp_path: Path) -> None:
    fewer, more = weight(tmp_path / "fewer", 100), weight(tmp_path / "more", 200)
    grown = {kind: (more[kind] - fewer.get(kind, 0)) / 100 for kind in more}
    assert sum(grown.values()) <= HELD, sorted(grown.items(), key=lambda one: -one[1])
    assert grown["frozen pages"] + grown["frozen records, as data"] < HELD_FROZEN
