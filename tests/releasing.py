"""What is published, and a release that is quickly made, for tests of what comes after one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from holding import held

from diptych.dossier import Dossier
from diptych.pipeline.publication import as_bytes, parts
from diptych.pipeline.release import freeze
from diptych.render import Site
from diptych.render.addresses import record_path


def released(root: Path, name: str) -> None:
    """Releases the records alone: their pages stand for the site."""
    dossier = held(root)
    pages = {
        record_path(record.id): "".join(f'<p id="p{number}">' for number, _ in record.numbered)
        for record in dossier.records
    }
    freeze(root, dossier, name, "2026-11-21", pages.items())


def publish(dossier: Dossier, site: Site, directories: Sequence[Path]) -> dict[str, bytes]:
    """Every page and file that is made of the dossier, by its path from the site's root."""
    return {path: as_bytes(data) for unit in parts(dossier, site, directories) for path, data in unit.make()}
