"""How many bytes things take on a page when that is compressed, estimated from above: from the words that they show.

Measured on built pages: words take less than 0.55 of their bytes, the markup around a passage, a card or a line less
than the figures here.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from diptych.records import Passage, Record, Source
from diptych.render.index import Index

PASSAGE, CARD, LINE = 40, 60, 60
#: A link of a run of them, with its words.
LINK = 10


def weight_of(text: str) -> int:
    """A text by itself."""
    return len(text.encode("utf-8")) * 11 // 20


def _passage(passage: Passage) -> int:
    """A passage with who speaks and who reports."""
    return PASSAGE + weight_of(passage.text)


class Weights:
    """The weights of one dossier's things, each found once.

    Where its records weigh more than `heavy` together, they are `brief` on the pages of several: they lead to their
    passages there, which only their own pages show.
    """

    def __init__(self, index: Index, heavy: int) -> None:
        self._index, self._heavy = index, heavy
        self._cards: dict[str, int] = {}
        self._lines: dict[str, int] = {}

    def passage(self, passage: Passage) -> int:
        """A passage with who speaks and who reports, or the link to it."""
        return LINK if self.brief else _passage(passage)

    @cached_property
    def brief(self) -> bool:
        """Whether records lead to their passages."""
        return any(weight > self._heavy for weight in accumulate(map(self._whole, self._index.dossier.records)))

    def card(self, record: Record) -> int:
        """A record as the pages of several show it."""
        return self._brief(record) if self.brief else self._whole(record)

    def _whole(self, record: Record) -> int:
        """A record with its passages, and what other outlets have in the place of their words."""
        if record.id not in self._cards:
            differ = sum(CARD + weight_of(one.what) for one in self._index.discrepancies(record.id))
            said = sum(_passage(passage) for passage in record.passages)
            self._cards[record.id] = CARD + weight_of(record.statement) + said + differ * len(record.passages)
        return self._cards[record.id]

    def row(self, record: Record) -> int:
        """A record with the answers beside it."""
        return self.card(record) + sum(self.card(reply) for reply, _ in self._index.answers_to(record.id))

    def _brief(self, record: Record) -> int:
        """A record that leads to its passages, and to no more than two places where these differ."""
        differ = sum(LINK + weight_of(one.what) for one in self._index.discrepancies(record.id)[:2])
        return CARD + self.line(record) + differ

    def line(self, record: Record) -> int:
        """A record in a list: its statement and the outlets that report it."""
        if record.id not in self._lines:
            outlets = len({passage.source for passage in record.passages})
            self._lines[record.id] = LINE + weight_of(record.statement) + LINK * outlets
        return self._lines[record.id]

    def article(self, source: Source) -> int:
        """A source in a list."""
        return LINE + weight_of(source.title) + weight_of(source.name)
