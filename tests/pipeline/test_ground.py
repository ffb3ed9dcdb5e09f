"""What a site is made of, told without reading it: the variables that mkdocs.yml names are part of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.pipeline.build.ground import ground, inputs


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


def test_what_lies_behind_a_linked_folder_of_the_dossier_counts_and_no_link_is_followed_out_or_in_a_circle(
    tmp_path: Path,
) -> None:
    root, out = tmp_path / "dossier", tmp_path / "out"
    for folder in (root / "content", root / "templates", root / "shared" / "deep", out):
        folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: T\n", "utf-8")
    for place in ("content/pages", "templates/partials"):
        (root / place).symlink_to("../shared")
    (root / "content/round").symlink_to("../content")
    (root / "shared/deep/back").symlink_to("../../shared")
    (root / "templates/out").symlink_to(out)
    made, grounds = set(), set()
    for text in ("one", "other words"):
        (root / "shared/deep/page.html").write_text(text, "utf-8")
        made.add(inputs(root, [])[0])
        grounds.add(ground([root / "templates"]))
    assert len(made) == len(grounds) == 2
    (out / "page.html").write_text("nobody's", "utf-8")
    assert ground([root / "templates"]) in grounds
