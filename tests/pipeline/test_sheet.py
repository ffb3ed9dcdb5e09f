"""The style sheet is joined of its parts."""

from __future__ import annotations

from pathlib import Path

from support import ROOT

from diptych.pipeline.build.sheet import PARTS, sheet


def test_a_page_asks_for_one_sheet_of_all_parts_in_order() -> None:
    parts = sorted((ROOT / "templates" / PARTS).iterdir())
    assert len(parts) > 10
    assert sheet([ROOT / "templates"]) == b"".join(part.read_bytes() for part in parts)


def test_a_part_of_a_dossiers_own_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, names in ((own, ("20-base", "30-more")), (shipped, ("20-base", "10-tokens"))):
        (folder / PARTS).mkdir(parents=True)
        for name in names:
            (folder / PARTS / f"{name}.css").write_text(f"{folder.name} {name};")
    assert sheet([own, shipped]) == b"shipped 10-tokens;own 20-base;own 30-more;"
