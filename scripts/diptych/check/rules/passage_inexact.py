"""The exactness rule: a passage's text is, character for character, what its seed holds at its offsets.

Everything that the site says rests on this. Nothing that is merely like the source passes: the nearest look-alike is
only shown, with the difference, so that a person can mend the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.whereabouts import whereabouts
from diptych.problems import Problem

CODE = "passage-inexact"


def check(context: Context) -> Iterator[Problem]:
    """Yields the passages within their source whose text is not the slice of the seed."""
    for quotation in context.quotations:
        quoted = quotation.quoted
        source = context.sources.get(quoted.source)
        text = context.text(source.file) if source else None
        if source is None or text is None or not (source.start <= quoted.start and quoted.end <= source.end):
            continue
        if text[quoted.start : quoted.end] != quoted.text:
            found = whereabouts(quoted, source, context)
            said = (
                f"{quotation.name}: the text is not what {source.file} ({source.id}) holds at "
                f"{quoted.start}–{quoted.end}; {found.said}"
            )
            yield context.problem(CODE, quotation.owner, (*quotation.path, found.key), said, found.hint)
