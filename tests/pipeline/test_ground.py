"""What a site is made of, told without reading it: the variables that mkdocs.yml names are part of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.pipeline.build.ground import inputs


@pytest.mark.parametrize(
    "written",
    ["!ENV DIPTYCH_PLACE", "!ENV 'DIPTYCH_PLACE'", "!ENV ['DIPTYCH_PLACE', '']", '!ENV [OTHER, "DIPTYCH_PLACE", ""]'],
)
def test_a_variable_that_the_settings_name_tells_sites_apart_however_it_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: T\nsite_url: {written}\n", "utf-8")
    monkeypatch.delenv("DIPTYCH_PLACE", raising=False)
    made = {inputs(tmp_path, [])[0]}
    for place in ("https://one.example/", "https://two.example/"):
        monkeypatch.setenv("DIPTYCH_PLACE", place)
        made.add(inputs(tmp_path, [])[0])
        assert inputs(tmp_path, [])[0] in made
    monkeypatch.setenv("DIPTYCH_UNNAMED", "x")
    assert inputs(tmp_path, [])[0] in made
    assert len(made) == 3
