"""What a web page says of its article: JSON-LD, meta elements, links, headings, and the notes of who saved it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from diptych.gather.found import Facts
from diptych.gather.values import address, archived, day, line, names, original, told
from diptych.lexicons import lexicon

#: Notes that browsers and extensions leave at the head of a page which they save.
_SAVED = (
    ("the browser's note", re.compile(r"saved from url=\(\d{1,5}\)(https?://[^\s<>\"]{1,1990})")),
    ("SingleFile's note", re.compile(r"Page saved with SingleFile\s+url:\s*(https?://[^\s<>\"]{1,1990})")),
)
#: Longer blocks of JSON-LD are not read, nor more of them, nor more things within one.
_LONGEST, _BLOCKS, _THINGS = 500_000, 40, 2000
_NOTES = 20_000
#: The name of an outlet has no more words.
_NAMED = 6


def page_facts(tree: Any, source: str, where: str) -> tuple[Facts, str | None]:
    """What a page says of its article, and its headline as it stands on the page, if it has just one."""
    facts = Facts()
    headline = _headline(tree)
    facts.put("title", headline, "heading of the page")
    _place(facts, where, "where the browser says that it was saved from")
    for name, pattern in _SAVED:
        if found := pattern.search(source[:_NOTES]):
            _place(facts, found[1], name)
    for link in tree.xpath("//link[@href]"):
        if "canonical" in str(link.get("rel", "")).casefold().split():
            _place(facts, link.get("href"), "link rel=canonical")
    for thing in _things(tree):
        _linked(facts, thing)
    said = _metas(tree)
    for key in lexicon("saved")["meta"]:
        for name in told("meta", key):
            if name in said:
                _put(facts, key, said[name], f"meta {name}")
    facts.put("published", _time(tree), "time element")
    title = line(tree.findtext(".//title") or "")
    facts.put("publisher", _after(headline, title), "title element, after the headline")
    facts.put("title", title, "title element")
    language = str(tree.get("lang") or "")
    if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", language):
        facts.put("language", language, "html lang")
    return facts, headline


def _after(headline: str | None, title: str | None) -> str | None:
    """Whose page it is, where its title is the headline and then, after a bar, that: Ferry line appeals | The Times."""
    if not headline or not title or not title.casefold().startswith(headline.casefold()):
        return None
    between, bar, last = title[len(headline) :].rpartition("|")
    return line(last) if bar and between.strip()[:1] in ("", "|") and len(last.split()) <= _NAMED else None


def _put(facts: Facts, key: str, said: list[str], where: str) -> None:
    if key == "authors":
        facts.put(key, names(said), where)
    elif key == "published":
        facts.put(key, day(said[0]), where)
    elif key == "address":
        _place(facts, said[0], where)
    else:
        facts.put(key, line(said[0]), where)


def _place(facts: Facts, said: object, where: str) -> None:
    """An address of the page, or of its copy in an archive."""
    if isinstance(said, str):
        facts.put("archived", archived(said), where)
        facts.put("address", original(said) or address(said), where)


def _headline(tree: Any) -> str | None:
    """The one first-level heading of a page; of several, the one within the article."""
    for path in ("//article//h1", "//main//h1", "//h1"):
        found = list(dict.fromkeys(filter(None, (line(one.text_content()) for one in tree.xpath(path)))))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _metas(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in tree.xpath("//meta[@content]"):
        name = str(one.get("property") or one.get("name") or one.get("itemprop") or "").casefold()
        if name and str(one.get("content")).strip():
            found.setdefault(name, []).append(str(one.get("content"))[:5000])
    return found


def _time(tree: Any) -> str | None:
    """The day that the `time` elements of an article agree on."""
    for path in ("//article//time[@datetime]", "//time[@datetime]"):
        days = {day(str(one.get("datetime"))) for one in tree.xpath(path)}
        if len(days) == 1:
            return days.pop()
    return None


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for block in tree.xpath('//script[@type="application/ld+json"]')[:_BLOCKS]:
        said = block.text or ""
        if len(said) > _LONGEST:
            continue
        try:
            waiting: list[Any] = [json.loads(said)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_THINGS):
            if not waiting:
                break
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting += thing[:_THINGS]
            elif isinstance(thing, dict):
                waiting += [thing[key] for key in ("@graph", "mainEntity") if key in thing]
                kinds = thing.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(str(kind).casefold().endswith(told("articles")) for kind in kinds):
                    yield thing


def _linked(facts: Facts, thing: dict[str, Any]) -> None:
    """What JSON-LD says of an article (schema.org's Article)."""
    facts.put("title", _plain(thing.get("headline")), "JSON-LD headline")
    facts.put("publisher", _plain(_named(thing.get("publisher"))), "JSON-LD publisher")
    people = thing.get("author")
    several = people if isinstance(people, list) else [people]
    facts.put("authors", names([name for one in several[:50] if (name := _plain(_named(one)))]), "JSON-LD author")
    facts.put("published", day(str(thing.get("datePublished") or "")), "JSON-LD datePublished")
    page = thing.get("mainEntityOfPage")
    _place(facts, page.get("@id") if isinstance(page, dict) else page, "JSON-LD mainEntityOfPage")
    _place(facts, thing.get("url"), "JSON-LD url")


def _named(thing: object) -> object:
    return thing.get("name") if isinstance(thing, dict) else thing


def _plain(said: object) -> str | None:
    return line(html.unescape(said)) if isinstance(said, str) else None
