"""What readers of a released dossier meet: the versions of a record, and an address that has moved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from releasing import released
from support import ROOT, run

from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.naming import rename

HEAD = f"""site_name: A dossier
site_url: https://dossier.example/project/
docs_dir: content
theme: {{name: null, custom_dir: {ROOT / "templates"}}}
plugins: [diptych]
"""


@pytest.fixture(scope="module")
def released_at(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a site with two releases, in which R1 has changed and C1 is C9 now."""
    root = tmp_path_factory.mktemp("released") / "dossier"
    shutil.copytree(ROOT / "tests" / "bad" / "_base", root)
    (root / "mkdocs.yml").write_text(HEAD, encoding="utf-8")
    (root / "content" / "index.md").write_text("# A dossier\n", encoding="utf-8")
    released(root, "1.0")
    desk = Desk(root)
    desk.put(desk.items["R1"].model_copy(update={"statement": "Greywell Water says that nothing leaked."}))
    desk.save()
    desk = Desk(root)
    rename(desk, "C1", "C9")
    desk.save()
    released(root, "1.1")
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    return serve(root / "site")


def test_an_address_that_moved_keeps_its_place_and_its_question(
    open_page: Callable[..., Page], released_at: str
) -> None:
    page = open_page(f"{released_at}claims/C1/?side=reporting#p2")
    page.wait_for_url(re.compile(r"/claims/C9/"))
    assert re.search(r"/claims/C9/(index\.html)?\?side=reporting#p2$", page.url)


def test_without_scripts_the_way_on_stands_at_the_place_that_was_asked_for(
    open_page: Callable[..., Page], released_at: str
) -> None:
    page = open_page(f"{released_at}claims/C1/#p2", java_script_enabled=False)
    way = page.locator("#p2 a")
    expect(way).to_be_in_viewport()
    way.click()
    assert page.url.endswith("/claims/C9/index.html#p2")
    expect(page.locator("#p2")).to_be_in_viewport()


def test_any_two_versions_are_compared_on_the_records_page(open_page: Callable[..., Page], released_at: str) -> None:
    page = open_page(f"{released_at}responses/R1/")
    expect(page.locator("#difference")).to_be_hidden()
    page.locator("#older").select_option("1.0")
    page.locator("#newer").select_option("1.1")
    expect(page.locator("#difference")).to_be_visible()
    expect(page.locator("#difference ins").first).to_be_visible()
    assert "from=1.0&to=1.1" in page.url
    again = open_page(page.url)
    expect(again.locator("#difference del").first).to_be_visible()


def test_without_scripts_the_versions_are_read_one_by_one(open_page: Callable[..., Page], released_at: str) -> None:
    page = open_page(f"{released_at}responses/R1/", java_script_enabled=False)
    expect(page.locator("#compare")).to_be_hidden()
    expect(page.locator(".versions del").first).to_be_visible()
    page.locator("summary", has_text="The versions in full").click()
    expect(page.locator("[data-version='1.0']")).to_be_visible()
