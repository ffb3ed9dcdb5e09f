"""Long statements, many passages and answers, words without a break, other scripts: nothing spills or collides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from boxes import troubles
from invented_dossier import hostile
from playwright.sync_api import Page
from support import run

Open = Callable[..., Page]

_WIDTHS = (320, 360, 768, 1280)


@pytest.fixture(scope="module")
def strained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = hostile().write(tmp_path_factory.mktemp("strained"))
    done = run("mkdocs", "build", "--site-dir", str(root / "site"), cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def pages(site: Path) -> list[str]:
    """One page of every kind that is in a site, and those that hold the most."""
    alike: dict[tuple[str, int], str] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site)
        alike.setdefault((path.parts[0], len(path.parts)), str(path))
    return sorted({*alike.values(), "claims/C2/index.html", "sources/S2/index.html", "sources/S3/index.html"})


@pytest.mark.parametrize("width", _WIDTHS)
def test_nothing_spills_or_collides(open_page: Open, serve: Callable[[Path], str], strained: Path, width: int) -> None:
    found = {}
    page = open_page("about:blank", viewport={"width": width, "height": 800})
    looked, root = pages(strained), serve(strained)
    for path in looked:
        page.goto(f"{root}{path}")
        if wrong := troubles(page):
            found[path] = wrong
    assert len(looked) > 25
    assert found == {}


def test_the_measure_sees_what_spills_and_collides(open_page: Open, strained: Path) -> None:
    page = open_page(
        (strained / "claims/C1/index.html").as_uri(), viewport={"width": 360, "height": 800}, bypass_csp=True
    )
    page.add_style_tag(content="h1 { min-width: 60rem } .passage { margin-top: -3rem !important }")
    found = " ".join(troubles(page))
    assert "sideways" in found
    assert "edge" in found
    assert "one over the other" in found


def test_the_strain_is_what_it_says(strained: Path) -> None:
    draft = hostile()
    first, second = draft.records[0], draft.records[1]
    assert len(first["statement"].split()) >= 400
    assert len(first["passages"]) == 60
    assert sum(any(to["to"] == second["id"] for to in one.get("answers", ())) for one in draft.records) == 25
    assert max(len(one["name"]) for one in draft.actors) >= 200
