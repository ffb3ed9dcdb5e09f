"""Who oversees others by office, where a body of its own is told of that is neither party: the chief inspector."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.extract.parties import Parties

#: The last word of a body's name, and those of its offices.
_OFFICES = {
    "Inspectorate": frozenset(("inspector", "inspectors")),
    "Commission": frozenset(("commissioner", "commissioners")),
}
_NAMED = re.compile(rf"\b(?:[A-Z][\w-]*(?:['’]s?)?\s+){{1,4}}({'|'.join(_OFFICES)})\b")


def overseers(texts: Sequence[str], parties: Parties) -> frozenset[str]:
    """The offices that only bodies of neither party have, of those whose names the articles give in full."""
    own = parties.words("reporting") | parties.words("responding")
    kinds = {word for word, held in _OFFICES.items() if not own & (held | {word.lower()})}
    named = {
        match[1]
        for text in texts
        for match in _NAMED.finditer(text)
        if match[1] in kinds and not parties.names(match[0])
    }
    return frozenset(office for word in named for office in _OFFICES[word])
