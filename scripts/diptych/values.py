"""What the values of a dossier are: kinds, IDs, dates, addresses; the names are those of the published dataset."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal, get_args

from pydantic import Field

Kind = Literal["claim", "response", "recommendation", "reaction", "event"]
PartyRole = Literal["reporting", "responding", "third"]
ActorKind = Literal["person", "organisation", "state", "group"]
Mode = Literal["direct", "indirect", "mixed"]
How = Literal["denies", "gives-another-account", "disputes-the-source", "rejects"]
Status = Literal["proposed", "reviewed"]
SourceKind = Literal["original", "copy", "rewrite"]
DiscrepancyKind = Literal["quotation", "figure"]
Use = Literal["record", "context", "noise", "copy"]

#: The letter that an ID of each kind starts with, in the order in which kinds are listed.
LETTERS: dict[Kind, str] = {
    "claim": "C",
    "response": "R",
    "recommendation": "A",
    "reaction": "T",
    "event": "E",
}
#: The folder of content/ and of the site that holds each kind.
PLURALS: dict[Kind, str] = {
    "claim": "claims",
    "response": "responses",
    "recommendation": "recommendations",
    "reaction": "reactions",
    "event": "events",
}
#: The kinds that an answer can go to.
ANSWERABLE: tuple[Kind, ...] = ("claim", "recommendation")
#: The sides, in the order in which they are listed; the index of the search counts them so.
PARTIES: tuple[PartyRole, ...] = get_args(PartyRole)
_KIND_OF: dict[str, Kind] = {letter: kind for kind, letter in LETTERS.items()}
_ORDER = {letter: place for place, letter in enumerate(LETTERS.values())}

#: Scripts that put no space between words: Thai, Lao, Tibetan, Myanmar, Khmer, and those of Chinese and Japanese.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")

#: Where an answer goes that answers the report as a whole.
REPORT = "report"

#: What IDs look like, for patterns that hold some: of records, and of all that quotes.
RECORD_ID = rf"[{''.join(LETTERS.values())}][1-9][0-9]{{0,8}}"
ITEM_ID = rf"[{''.join(LETTERS.values())}D][1-9][0-9]{{0,8}}"
SOURCE_ID = r"S[1-9][0-9]{0,8}"

RecordId = Annotated[str, Field(pattern=f"^{RECORD_ID}$")]
SourceId = Annotated[str, Field(pattern=f"^{SOURCE_ID}$")]
DiscrepancyId = Annotated[str, Field(pattern=r"^D[1-9][0-9]{0,8}$")]
ItemId = Annotated[str, Field(pattern=f"^{ITEM_ID}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
#: A day, a month or a year, as much as is known.
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
#: A language as BCP 47 names it: `en`, `zh-Hans`, `pt-BR`.
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
#: Where something stands on the web.
Address = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
#: Where a site or its repository will stand, or nothing yet.
SITE_ADDRESS = r"^$|^https?://[^\s/]+\S*$"
SiteAddress = Annotated[str, Field(pattern=SITE_ADDRESS)]
Revision = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
#: What a release is called: a word that is also part of an address.
ReleaseName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

#: What Windows keeps for its devices, whatever the ending and the case.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)


def kind_of(record_id: str) -> Kind:
    """The kind that an ID's letter stands for; `KeyError` where it stands for none."""
    return _KIND_OF[record_id[:1]]


def id_key(given: str) -> tuple[str, int]:
    """Sorts C2 before C10."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", given)
    return (match[1], int(match[2])) if match else (given, 0)


def record_key(record_id: str) -> tuple[int, int]:
    """Sorts records by kind, in the order of `LETTERS`, then by number."""
    return _ORDER[record_id[:1]], int(record_id[1:])


def reserved(name: str) -> bool:
    """Whether Windows keeps a file's name for a device."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES


def slug(name: str) -> str:
    """An id made of a name's letters and digits; `x` where it has none in ASCII. No device of Windows has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-") or "x"
    return f"x-{made}" if reserved(made) else made


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its words as fit in `limit` code points, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return f"{head if cut < 0 or _UNSPACED.search(head, cut) else head[:cut]}…"
