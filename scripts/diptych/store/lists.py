"""Adds to the files of content/ that list many things, and leaves what people wrote in them as they wrote it.

A list in block style, an item a line, keeps its bytes. One in flow style, `[…]`, can't take more without being taken
apart: it is written anew in block style, with the words of its items and its comments. Whatever comes out is read
again before anybody gets it: it must hold what was kept and what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from diptych import yamlio
from diptych.history import Rejected, Release, Released
from diptych.problems import DossierError, Problem
from diptych.records import Model
from diptych.spans import Span
from diptych.store.layout import list_layout
from diptych.store.save import plain

_PERMALINKS = "# Every ID ever given, in order. Append only: an ID is given once and never again.\n"
_RELEASES = "# Every release, in order, and what it froze. Append only.\n"
#: How many places of a page an entry of permalinks.yml holds, at most.
_PORTION = 20
_REJECTED = "# What a person has rejected, in order. Append only: `diptych extract` never proposes it again.\n"


def merge_list(text: str, file: str, proposed: Sequence[Model]) -> str:
    """A list file (actors, themes) with its proposed entries replaced; every other entry stays as it is.

    Raises `DossierError` where the file is broken, or written so that its entries can't be kept.
    """
    document = _sound(text, file)
    entries = [] if document.data is None else document.data
    parts = _parts(document, ())
    if not isinstance(entries, list) or len(parts.items) != len(entries):
        raise _not_plain(document, ())
    gone = [isinstance(entry, dict) and entry.get("status") == "proposed" for entry in entries]
    items = [_after(item) if out else item for item, out in zip(parts.items, gone, strict=True)]
    new = [plain(model) for model in proposed]
    merged = parts.joined([*items, parts.indented(yamlio.dump(new))] if new else items)
    kept = [entry for entry, out in zip(entries, gone, strict=True) if not out]
    return _proven(merged, document, (), [*kept, *new] or None)


def append_ids(text: str, file: str, new: Sequence[str]) -> str:
    """permalinks.yml with new IDs at the end of its list, begun where there is none yet.

    Raises `DossierError` where the file is broken, or written so that its list can't be continued.
    """
    return _appended(text, file, "given", list(new), "".join(f"- {given}\n" for given in new), _PERMALINKS)


def append_rejected(text: str, file: str, new: Sequence[Rejected]) -> str:
    """rejected.yml with more entries at the end of its list, under the same terms."""
    entries = [plain(one) for one in new]
    return _appended(text, file, "rejected", entries, "".join(yamlio.dump([one]) for one in entries), _REJECTED)


def append_released(text: str, file: str, new: Sequence[Released]) -> str:
    """permalinks.yml with more released addresses at the end of their list, under the same terms.

    Each entry is one line: git unites what two branches added line by line, and would else make one entry of two.
    """
    entries = [plain(part) for one in new for part in _portions(one)]
    lines = "".join(f"- {yamlio.inline(one)}\n" for one in entries)
    return _appended(text, file, "released", entries, lines, _PERMALINKS)


def _portions(released: Released) -> Iterator[Released]:
    """An address with so many of its places at a time that a line of them can still be read."""
    anchors = list(released.anchors.items())
    yield released.model_copy(update={"anchors": dict(anchors[:_PORTION])})
    for start in range(_PORTION, len(anchors), _PORTION):
        yield released.model_copy(update={"anchors": dict(anchors[start : start + _PORTION])})


def append_release(text: str, file: str, new: Release) -> str:
    """releases.yml with one more release at the end of its list, as one line, under the same terms."""
    return _appended(text, file, "releases", [plain(new)], f"- {yamlio.inline(plain(new))}\n", _RELEASES)


def _appended(text: str, file: str, key: str, new: list[Any], lines: str, opening: str) -> str:
    """A file whose one key holds a list, with new items, also given as lines, at the end of it."""
    if not new:
        return text
    document = _sound(text, file)
    if document.data is None:
        return _proven(_ended(text or opening) + f"{key}:\n{lines}", document, (), {key: new})
    if isinstance(document.data, dict) and key not in document.data:
        return _proven(_ended(text) + f"{key}:\n{lines}", document, (), {**document.data, key: new})
    held = document.data.get(key) if isinstance(document.data, dict) else None
    if not isinstance(held, list):
        raise _not_plain(document, (key,))
    parts = _parts(document, (key,))
    appended = parts.joined([*parts.items, parts.indented(lines)])
    return _proven(appended, document, (key,), {**document.data, key: [*held, *new]})


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file around a list: what stands before it, its items as whole lines, what stands after it."""

    head: str
    items: tuple[str, ...] = ()
    tail: str = ""
    column: int = 0

    def joined(self, items: Sequence[str]) -> str:
        """The file with these items."""
        return "".join(_ended(part) for part in (self.head, *items)) + self.tail

    def indented(self, lines: str) -> str:
        """Lines moved to where the list's items begin."""
        return "".join(" " * self.column + line for line in lines.splitlines(keepends=True))


def _parts(document: yamlio.Document, path: yamlio.Path) -> _Parts:
    text = document.text
    layout = list_layout(text, path)
    if layout is None:
        return _Parts(text)
    head, tail = text[: layout.whole.start], text[layout.whole.end :]
    if not layout.flow:
        return _Parts(head, tuple(span.of(text) for span in layout.items), tail, layout.column)
    # Between two items there are commas, white space and comments; the last are kept, each in a line of its own.
    edges = [Span(layout.whole.start, layout.whole.start), *layout.items, Span(layout.whole.end, layout.whole.end)]
    comments = [_comments(text[one.end : other.start]) for one, other in pairwise(edges)]
    items = (f"- {span.of(text)}\n{after}" for span, after in zip(layout.items, comments[1:], strict=True))
    ending = yamlio.BREAK.search(tail)
    rest, tail = (tail[: ending.start()], tail[ending.end() :]) if ending else (tail, "")
    return _Parts(_ended(head.rstrip(" \t")) + _comments(rest) + comments[0], tuple(items), tail)


def _comments(between: str) -> str:
    lines = yamlio.BREAK.split(between)
    return "".join(line[line.index("#") :] + "\n" for line in lines if "#" in line)


def _ended(part: str) -> str:
    """The part, with the break that its last line may lack."""
    return part + "\n" if part.strip(yamlio.MARK) and not yamlio.BREAK.fullmatch(part[-1]) else part


def _after(item: str) -> str:
    """The blank lines and comments at the end of an item: they speak of what comes next."""
    ends = [0, *(found.end() for found in yamlio.BREAK.finditer(item)), len(item)]
    lines = [item[one:other] for one, other in pairwise(ends) if one < other]
    start = len(lines)
    while start and (not lines[start - 1].strip() or lines[start - 1].lstrip(" \t").startswith("#")):
        start -= 1
    return "".join(lines[start:])


def _sound(text: str, file: str) -> yamlio.Document:
    document = yamlio.read(text, file)
    if document.problems:
        raise DossierError(document.problems)
    return document


def _proven(text: str, before: yamlio.Document, path: yamlio.Path, meant: Any) -> str:
    """The text, if it says what is meant."""
    document = yamlio.read(text, before.file)
    if document.problems or document.data != meant:
        raise _not_plain(before, path)
    return text


def _not_plain(document: yamlio.Document, path: yamlio.Path) -> DossierError:
    said = "nothing can be added to this list without changing what is there"
    hint = "write the list one item a line, each starting with '- '"
    return DossierError([Problem(document.file, *document.place(path), "list-not-plain", said, hint)])
