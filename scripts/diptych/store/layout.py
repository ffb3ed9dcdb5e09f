"""How lists stand in the text of a YAML file, for changes that leave the rest of it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from diptych.spans import Span
from diptych.yamlio import LOADER, MARK, Path


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list stands in its text: spans in code points, those of a block's items from line to line, dashes included.

    `column` is how far a block is indented.
    """

    flow: bool
    column: int
    whole: Span
    items: tuple[Span, ...]


def nodes(plain: str) -> Any:
    """PyYAML's nodes of a text without byte order mark that was read without problems."""
    return yaml.compose(plain, Loader=LOADER)


def list_layout(text: str, path: Path) -> Layout | None:
    """How the list at `path` stands in a text that was read without problems; None where there is no plain list."""
    plain = text.removeprefix(MARK)  # which one of the parsers counts, and the other does not
    node = nodes(plain)
    for step in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == step), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    before = len(text) - len(plain)
    whole, column = Span(node.start_mark.index, node.end_mark.index), node.start_mark.column
    if node.flow_style:
        spans = [Span(item.start_mark.index, item.end_mark.index) for item in node.value]
    else:
        tokens = (one for one in yaml.scan(plain, Loader=LOADER) if isinstance(one, yaml.BlockEntryToken))
        dashes = [one.start_mark for one in tokens if one.start_mark.column == column]
        cuts = [dash.index - column for dash in dashes if whole.start <= dash.index < whole.end]
        cuts.append(whole.end if whole.end == len(plain) else whole.end - node.end_mark.column)
        whole, spans = Span(cuts[0], cuts[-1]), [Span(*pair) for pair in pairwise(cuts)]
    return Layout(node.flow_style, column, whole.shifted(before), tuple(span.shifted(before) for span in spans))
