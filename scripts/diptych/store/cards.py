"""seeds/NAME.yml, the card of a seed: what is known of its article beside its own words, and where that was found."""

from __future__ import annotations

from pydantic import Field

from diptych.records import Model
from diptych.values import Address, Date, Sha256, Tag


class Original(Model):
    """The file that a seed's text was taken out of, what took it out, and the hash of the file's bytes."""

    file: str
    sha256: Sha256
    by: str = ""


class Card(Model):
    """What is known of the article in a seed; `found` says of each thing where in the original it stood.

    It goes before what the seed's own words show. A person may correct it: then `found` loses that thing, or says
    whence the new value is.
    """

    title: str | None = Field(default=None, min_length=1)
    publisher: str | None = Field(default=None, min_length=1)
    authors: tuple[str, ...] = ()
    published: Date | None = None
    address: Address | None = None
    archived: Address | None = None
    language: Tag | None = None
    found: dict[str, str] = Field(default_factory=dict)
    original: Original | None = None
    note: str = ""
