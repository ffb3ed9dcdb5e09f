"""The values that files give for an article, in the form in which a source holds them, or None where they are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from diptych.lexicons import either, lexicon, wordset

#: No title or name is longer, in code points.
_LONGEST = 500
_ADDRESS = re.compile(r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f]{1,1990}")
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<of>https?:/{1,2}.+)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?|(\d{4})/(\d{2})/(\d{2})|(\d{4})(\d{2})(\d{2})")
_FORMS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
#: A link in a note: [[a page]], [[a page|its name]], [its name](an address).
_LINK = re.compile(r"\[\[(?:[^\]|]{0,300}\|)?([^\]|]{1,300})\]\]|\[([^\]\[]{1,300})\]\([^()\s]{0,2000}\)")


def told(*keys: str) -> tuple[str, ...]:
    """The entries of a list of `lexicons/saved.yml`, best first."""
    held: Any = lexicon("saved")
    for key in keys:
        held = held[key]
    return tuple(held.split() if isinstance(held, str) else held)


def line(said: str) -> str | None:
    """A title or a name on one line, without signs that do not show; of a link, its words."""
    said = _LINK.sub(lambda link: link[1] or link[2], said[: 4 * _LONGEST])
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return plain if 0 < len(plain) <= _LONGEST else None


def named(said: str) -> str | None:
    """The title in a file's properties, unless a program made it up of the file's name."""
    title = line(said)
    plain = re.sub(r"\d+", "0", title or "").casefold()
    begun = (plain[len(one) :] for one in told("made_up", "opens") if plain.startswith(one))
    made_up = plain in told("made_up", "whole") or plain.endswith(told("made_up", "ends"))
    return None if made_up or any(not rest[:1].isalnum() for rest in begun) else title


def names(said: Iterable[str]) -> list[str] | None:
    """The people of a byline; one string may name several. An address is no name."""
    found: list[str] = []
    for one in said:
        plain = line(one) or ""
        opener = next((word for word in told("bylines") if plain.casefold().startswith(f"{word} ")), "")
        parts = [name for part in _between().split(plain[len(opener) :].strip()) for name in _listed(part)]
        found += [name for name in parts if name and name not in found and "://" not in name and "@" not in name]
    return found[:50] or None


@cache
def _between() -> re.Pattern[str]:
    """What stands between two names."""
    return re.compile(rf"\s*;\s*|\s+{either(told('joined'))}\s+")


def _listed(said: str) -> list[str]:
    """The names between commas, where each is more than one word: "Falk, Ida" is one name. What they do is none."""
    roles = wordset("clutter", "roles")
    parts = [part.strip() for part in said.split(",")]
    people = [part for part in parts if roles.isdisjoint(part.casefold().split())] or parts
    return people if all(len(part.split()) > 1 for part in people) else [", ".join(people)]


def day(said: str) -> str | None:
    """A date as ISO writes it, of one as pages and feeds write it. 3/4/2020 is none: it may be in March or April."""
    said = " ".join(said[:100].split())
    if match := _ISO.fullmatch(said):
        year, month, number = (int(part) for part in match.groups() if part)
        try:
            return date(year, month, number).isoformat()
        except ValueError:
            return None
    for form in _FORMS:
        try:
            return datetime.strptime(said, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def address(said: str) -> str | None:
    """An address on the web that is not one in an archive."""
    said = said.strip()
    return said if _ADDRESS.fullmatch(said) and not archived(said) else None


def archived(said: str) -> str | None:
    """An address in a web archive that keeps copies of pages."""
    said = said.strip()
    kept = said.partition("://")[2].removeprefix("www.").startswith(tuple(f"{one}/" for one in told("archives")))
    return said if _ADDRESS.fullmatch(said) and (_WAYBACK.fullmatch(said) or kept) else None


def original(said: str) -> str | None:
    """The address of the page that an address of the Wayback Machine is a copy of."""
    match = _WAYBACK.fullmatch(said.strip())
    return address(re.sub(r"^(https?):/+", r"\1://", match["of"])) if match else None
