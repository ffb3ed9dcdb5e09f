"""The same record pages as projects of other generators: what `peers.py` builds.

Each record is one Markdown file: its statement as a heading, who made it, and its passages as block quotations, each
with a link to its article. A page has the same small frame everywhere: a title, a way through the site, the content.
Generators that come with a theme keep it, since nobody would use them without.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

#: The address that the sites are built for.
SITE = "https://reader.example/project/"
_FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{root}site.css">
</head>
<body>
<header><a href="{root}">A dossier</a> <nav><a href="{root}records/C1/">Records</a></nav></header>
<main>{content}</main>
<footer><p>{title}</p></footer>
</body>
</html>
"""

Page = tuple[str, str, str]


def pages(dossier: Path) -> list[Page]:
    """The records of a dossier: ID, statement, and the body in Markdown."""
    made = []
    for file in sorted(dossier.glob("content/*/*.yml")):
        record = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        if "statement" not in record:
            continue
        told = [
            f"> {passage['text']}\n\n[{passage['source']}](../{passage['source']}/), {passage['mode']}, "
            f"characters {passage['start']} to {passage['end']}\n"
            for passage in record["passages"]
        ]
        themes = ", ".join(record["themes"])
        body = f"# {record['statement']}\n\nSaid by {record['actor']}, on {themes}.\n\n" + "\n".join(told)
        made.append((str(record["id"]), str(record["statement"]), body))
    return made


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _fronted(head: dict[str, str], body: str) -> str:
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{body}"


def hugo(root: Path, shown: list[Page]) -> None:
    """`hugo`: one layout, Goldmark."""
    _write(
        root / "hugo.yaml",
        f"baseURL: {SITE}\ntitle: A dossier\ndisablePathToLower: true\ndisableKinds: [taxonomy, term, rss]\n",
    )
    frame = _FRAME.format(title="{{ .Title }}", root="{{ relURL `` }}", content="{{ .Content }}")
    for name in ("single", "list", "home"):
        _write(root / "layouts" / "_default" / f"{name}.html", frame)
    _write(root / "content" / "_index.md", _fronted({"title": "A dossier"}, "Begin.\n"))
    for given, statement, body in shown:
        _write(root / "content" / "records" / f"{given}.md", _fronted({"title": statement, "slug": given}, body))


def eleventy(root: Path, shown: list[Page]) -> None:
    """`eleventy`: one Nunjucks layout, markdown-it."""
    frame = _FRAME.format(title="{{ title }}", root="/project/", content="{{ content | safe }}")
    _write(root / "_includes" / "frame.njk", frame)
    _write(root / "package.json", '{"type": "module"}\n')
    _write(root / "index.md", _fronted({"title": "A dossier", "layout": "frame.njk"}, "Begin.\n"))
    for given, statement, body in shown:
        head = {"title": statement, "layout": "frame.njk", "permalink": f"/records/{given}/"}
        _write(root / "records" / f"{given}.md", _fronted(head, body.replace("{{", "{ {")))


def pelican(root: Path, shown: list[Page]) -> None:
    """`pelican`: the theme `simple`, Python-Markdown, pages only."""
    settings = (
        "AUTHOR = SITENAME = 'A dossier'\n"
        f"SITEURL = {SITE.rstrip('/')!r}\n"
        "PATH = 'content'\nTHEME = 'simple'\nTIMEZONE = 'UTC'\nRELATIVE_URLS = True\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\nDISPLAY_PAGES_ON_MENU = False\n"
        "PAGE_URL = 'records/{slug}/'\nPAGE_SAVE_AS = 'records/{slug}/index.html'\n"
    )
    _write(root / "pelicanconf.py", settings)
    for given, statement, body in shown:
        _write(root / "content" / "pages" / f"{given}.md", f"Title: {statement}\nSlug: {given}\n\n{body}")


def _mkdocs(root: Path, shown: list[Page], theme: str, extra: str = "") -> None:
    settings = f"site_name: A dossier\nsite_url: {SITE}\ntheme: {{name: {theme}}}\nnav: [{{Home: index.md}}]\n{extra}"
    _write(root / "mkdocs.yml", settings)
    _write(root / "docs" / "index.md", "# A dossier\n\nBegin.\n")
    for given, _, body in shown:
        _write(root / "docs" / "records" / f"{given}.md", body)


def mkdocs(root: Path, shown: list[Page]) -> None:
    """MkDocs with its own theme, records off the navigation, its search on."""
    _mkdocs(root, shown, "mkdocs", "not_in_nav: /records/\nvalidation: {links: {not_found: ignore}}\n")


def material(root: Path, shown: list[Page]) -> None:
    """MkDocs with Material, records off the navigation, its search on."""
    _mkdocs(root, shown, "material", "not_in_nav: /records/\nvalidation: {links: {not_found: ignore}}\n")


def zensical(root: Path, shown: list[Page]) -> None:
    """Zensical on the same project as Material."""
    _mkdocs(root, shown, "material")


#: How each generator's project is written.
PROJECTS: dict[str, Callable[[Path, list[Page]], None]] = {
    "hugo": hugo,
    "eleventy": eleventy,
    "pelican": pelican,
    "mkdocs": mkdocs,
    "material": material,
    "zensical": zensical,
}


def record_file(name: str, root: Path, given: str) -> Path:
    """The file in which a record of a project is edited."""
    folder = {"pelican": "content/pages", "hugo": "content/records", "eleventy": "records"}.get(name, "docs/records")
    return root / folder / f"{given}.md"
