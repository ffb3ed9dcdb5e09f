"""The sample's pages, rendered once, for all tests here."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from markupsafe import Markup
from sample_dossier import sample
from site_reader import TEMPLATES, Page, parse

from diptych.dossier import Dossier
from diptych.render import Checked, Site, environment, frame, home, language, pages
from diptych.render.citing.styles import styles_of


@pytest.fixture(scope="session")
def jinja() -> jinja2.Environment:
    return environment([TEMPLATES], language([TEMPLATES], "en"))


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(
        address="https://reader.example/base/",
        repository="https://code.example/sand",
        navigation=(("About", "about/"),),
        checked=Checked(exact=19),
        language=language([TEMPLATES], "en"),
        styles=styles_of(environment([TEMPLATES], language([TEMPLATES], "en"))),
    )


@pytest.fixture(scope="session")
def render(jinja: jinja2.Environment, site: Site) -> Callable[..., dict[str, str]]:
    """All pages of a dossier as text, the narrative ones that MkDocs renders among them."""

    def _render(dossier: Dossier, **changed: Any) -> dict[str, str]:
        page = SimpleNamespace(content=Markup("<p>An introduction.</p>"), title="", toc=[])
        where = Site(
            **{name: changed.get(name, getattr(site, name)) for name in ("address", "repository", "navigation")},
            checked=changed.get("checked", site.checked),
            language=site.language,
            styles=site.styles,
        )
        made = pages(dossier, where, jinja)
        front = home(dossier, where) | {"page": page}
        made["index.html"] = jinja.get_template("home.html").render(front)
        about = frame(dossier, where, "about/index.html", "About") | {"page": page}
        made["about/index.html"] = jinja.get_template("main.html").render(about)
        lost = frame(dossier, where, "404.html", "No page here")
        made["404.html"] = jinja.get_template("404.html").render(lost)
        return made

    return _render


@pytest.fixture(scope="session")
def written(render: Callable[..., dict[str, str]]) -> dict[str, str]:
    return render(sample())


@pytest.fixture(scope="session")
def book(written: dict[str, str]) -> dict[str, Page]:
    return {path: parse(path, html) for path, html in written.items() if path.endswith(".html")}
