"""What the cards of seeds add to the sources that were made of the seeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from diptych.pipeline.sources import Registered
from diptych.records import Source
from diptych.store import Card

#: What each article on a page has in common with the others, and what only the first has.
_SHARED = ("publisher", "address", "archived", "language")
_OWN = ("title", "authors", "published")

_BY_HAND = "Noted beside the article's text."


def carded(registered: Registered, cards: Mapping[str, Card], language: str) -> Registered:
    """The sources with what the cards of their seeds say; reviewed ones are a person's and stay as they are.

    Where a seed holds several articles, the card's title, authors and date are those of the first. `language` is the
    dossier's: an article in it needs not say so.
    """
    seen: set[str] = set()
    made = []
    for source in registered.sources:
        card = cards.get(source.file)
        if card is not None and source.status == "proposed":
            made.append(_carded(source, card, (*_SHARED, *(() if source.file in seen else _OWN)), language))
        else:
            made.append(source)
        seen.add(source.file)
    return replace(registered, sources=tuple(made))


def _carded(source: Source, card: Card, fields: tuple[str, ...], language: str) -> Source:
    """A source with what a card says other than the seed's words, and where it was found, or that a person said it."""
    own = language.partition("-")[0].casefold()
    changes: dict[str, object] = {}
    added, found = dict(source.added), dict(source.found)
    for name in fields:
        value = getattr(card, name)
        if name == "language" and value and value.partition("-")[0].casefold() == own:
            continue
        if not value or value == getattr(source, name):
            continue
        changes[name] = value
        added.pop(name, None)
        if name in card.found:
            found[name] = card.found[name]
        else:
            added[name] = _BY_HAND
    told = [one for one in (source.note, card.note, _taken(card)) if one]
    return source.model_copy(update={**changes, "added": added, "found": found, "note": "\n\n".join(told)})


def _taken(card: Card) -> str:
    if card.original is None:
        return ""
    by = f" by {card.original.by}" if card.original.by else ""
    return f"The text was taken out of `{card.original.file}`{by}; the sha256 of that file is `{card.original.sha256}`."
