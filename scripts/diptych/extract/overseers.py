"""Who oversees others by office, where a body of its own is told of that is neither party: the chief inspector."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.extract.parties import Parties
from diptych.lexicons import lexicon


def overseers(texts: Sequence[str], parties: Parties) -> frozenset[str]:
    """The offices that only bodies of neither party have, of those whose names the articles give in full."""
    own = parties.words("reporting") | parties.words("responding")
    held = {body.capitalize(): frozenset(some.split()) for body, some in lexicon("offices")["overseers"].items()}
    kinds = {word for word, some in held.items() if not own & (some | {word.lower()})}
    names = re.compile(rf"\b(?:[A-Z][\w-]*(?:['’]s?)?\s+){{1,4}}({'|'.join(held)})\b")
    named = {
        match[1]
        for text in texts
        for match in names.finditer(text)
        if match[1] in kinds and not parties.names(match[0])
    }
    return frozenset(office for word in named for office in held[word])
