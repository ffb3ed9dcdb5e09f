"""A release that is quickly made, for tests of what comes after one."""

from __future__ import annotations

from pathlib import Path

from holding import held

from diptych.pipeline.release import freeze
from diptych.render.addresses import record_path


def released(root: Path, name: str) -> None:
    """Releases the records alone: their pages stand for the site."""
    dossier = held(root)
    pages = {
        record_path(record.id): "".join(f'<p id="p{number}">' for number, _ in record.numbered)
        for record in dossier.records
    }
    freeze(root, dossier, name, "2026-11-21", pages.items())
