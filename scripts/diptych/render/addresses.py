"""Where every page stands: paths from the site's root, always in the form that also works from a plain folder."""

from __future__ import annotations

from urllib.parse import urlsplit

from diptych.render.site import Site
from diptych.values import PLURALS, Kind, kind_of

HOME = "index.html"
LOST = "404.html"
SIDE_BY_SIDE = "side-by-side/index.html"
THEMES = "themes/index.html"
SOURCES = "sources/index.html"
ACTORS = "actors/index.html"
DISCREPANCIES = "discrepancies/index.html"
TIMELINE = "timeline/index.html"
DATA = "data/index.html"
GLANCE = "at-a-glance/index.html"
SYMMETRY = "symmetry/index.html"
SEARCH = "search/index.html"
REGISTER = "register/index.html"
PROMISE = "cite/index.html"


def list_path(kind: Kind) -> str:
    """The list of all records of a kind."""
    return f"{PLURALS[kind]}/index.html"


def record_path(record: str) -> str:
    """The page of a record, by its ID."""
    return f"{PLURALS[kind_of(record)]}/{record}/index.html"


def passage_path(record: str, number: int) -> str:
    """Where a record's page shows one of its passages; passages count from 1."""
    return f"{record_path(record)}#{passage_anchor(number)}"


def passage_anchor(number: int) -> str:
    """The id of a passage on its record's page."""
    return f"p{number}"


def source_path(source: str) -> str:
    """The page of a source."""
    return f"sources/{source}/index.html"


def theme_path(theme: str) -> str:
    """The page of a theme."""
    return f"themes/{theme}/index.html"


def actor_path(actor: str) -> str:
    """The page of an actor."""
    return f"actors/{actor}/index.html"


def place_path(source: str, record: str, number: int) -> str:
    """Where a source's page shows a record's passage; passages count from 1."""
    return f"{source_path(source)}#{place_anchor(record, number)}"


def place_anchor(record: str, number: int) -> str:
    """The id of a record's passage on its source's page."""
    return f"{record}-p{number}"


def discrepancy_path(discrepancy: str) -> str:
    """Where the page of discrepancies shows one."""
    return f"{DISCREPANCIES}#{discrepancy}"


def register_path(kind: str, number: int) -> str:
    """A part of the register that is too long for one page; `kind` is a kind of entry, parts count from 1."""
    return f"register/{kind}-{number}/index.html"


def short(path: str) -> str:
    """A page's path as servers know it, without `index.html`."""
    return path.removesuffix("index.html")


def address_of(path: str) -> str:
    """What the ledger of permalinks calls a page: its path without `index.html`, and `./` for the front page."""
    return short(path) or "./"


def normal(path: str) -> str:
    """A page's path in its `…/index.html` form; other files stay as they are."""
    path = path.removeprefix("./").lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def root_of(path: str, site: Site) -> str:
    """What leads from a page to the site's root; absolute on the error page, which is shown at any depth."""
    if path == LOST:
        return urlsplit(site.base).path or "/"
    return "../" * path.count("/") or "./"


def canonical(path: str, site: Site) -> str:
    """The absolute address of a page, without `index.html`; empty where the site's address is not known."""
    if not site.base:
        return ""
    page, mark, place = path.partition("#")
    return f"{site.base}{short(page)}{mark}{place}"
