"""Headers of articles: front matter between fences, lines of `key: value`, several pairs run into one line, or the line
of a clipping that says where it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from diptych.ingest.clutter import clutter, mostly_names
from diptych.ingest.dates import date_in
from diptych.ingest.paragraphs import ends_sentence
from diptych.lexicons import lexicon
from diptych.spans import Span

_FENCES = ("---", "+++")
#: A header between fences has no more lines than this.
_MOST_LINES = 60
#: A value without quotation marks, when another pair follows on the line, is no longer than this.
_LONGEST_BARE = 250
#: A last value without quotation marks on a longer line is one word: the article's text was run into the line.
_LONGEST_LINE = 500
_KEY_BEFORE = re.compile(r"(?:^|(?<=[\s{]))\"?([A-Za-z_]{2,20})\"?\s?$")
_KEY_LINE = re.compile(r"\"?([A-Za-z_][\w-]{0,40})\"?\s?[:=](?=\s|$|[\"'\[“])\s*")
#: What stands between the outlet and the day in such a line, and how many words the outlet's name has at most.
_BEFORE_DAY, _OUTLET = re.compile(r",\s+|\s+on\s+"), 8
#: So many lines over it, of no more words, belong to it.
_ABOVE, _HEADING = 4, 20
_QUOTES = {"“": "”", '"': '"', "'": "'", "‘": "’", "«": "»", "”": "”", "[": "]"}


@dataclass(frozen=True, slots=True)
class Header:
    """A header's place in the seed and what it says under the keys title, published, author, publisher and other."""

    span: Span
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A known key within a line: where it starts, where its value starts, and what the key tells."""

    start: int
    value: int
    tells: str


def headers(text: str, found: list[Span]) -> list[Header]:
    """The headers among the lines `found` of a text, in order; offsets are those of the text."""
    made: list[Header] = []
    place = free = 0
    clippings = False  # whether the first header is that of a clipping: within an article such a line is a credit
    while place < len(found):
        count, header = _block(text, found, place)
        near = place - free <= _ABOVE and all(_heads(one.of(text)) for one in found[free:place])
        if clippings or near:
            cited = None if header else _cited(text, found, place, free)
            header, clippings = header or cited, clippings or cited is not None
        if header is None:
            made.extend(_inline(text, found[place]))
            place += 1
        else:
            made.append(header)
            place = free = place + count
    return made


@cache
def _keys() -> dict[str, str]:
    return {key: tells for tells, keys in lexicon("clutter")["header"].items() for key in str(keys).split()}


def _block(text: str, found: list[Span], place: int) -> tuple[int, Header | None]:
    """A header that takes whole lines from `place` on, and how many."""
    fenced = found[place].of(text) in _FENCES
    values: dict[str, str] = {}
    known = 0
    last = ""
    for count, line in enumerate(found[place + fenced : place + _MOST_LINES], fenced):
        said = line.of(text) if line.end - line.start <= _LONGEST_LINE else ""
        if fenced and said == found[place].of(text):
            return (count + 1, Header(Span(found[place].start, line.end), values)) if known else (1, None)
        pair = _KEY_LINE.match(said)
        tells = _keys().get(pair[1].casefold()) if pair else None
        if pair and (fenced or (tells and not _more_pairs(text, line))):
            known += tells is not None
            last = tells or ""
            _put(values, last, said[pair.end() :])
        elif fenced and (said.startswith("- ") or text[line.start - 1 : line.start] in (" ", "\t")) and said:
            _put(values, last, said.removeprefix("- "))
        elif not fenced and known > 1:
            return count, Header(Span(found[place].start, found[place + count - 1].end), values)
        else:
            return 1, None
    if not fenced and known > 1:
        return known, Header(Span(found[place].start, found[place + known - 1].end), values)
    return 1, None


def _cited(text: str, found: list[Span], place: int, free: int) -> Header | None:
    """A line that is nothing but where and when an article was published: From The Harbour Times, 4 March 2026.

    With the few short lines above it, of those from `free` on. One of them is the title, unless one stands below.
    """
    line = found[place]
    said = line.of(text).strip("()[] ") if line.end - line.start <= _LONGEST_BARE else ""
    opener = next((word for word in _openers() if said.casefold().startswith(f"{word} ")), None)
    values = _outlet_and_day(said[len(opener) :].strip()) if opener else None
    if values is None:
        return None
    first = place
    while first > max(free, place - _ABOVE) and _heads(found[first - 1].of(text)):
        first -= 1
    below = found[place + 1].of(text) if place + 1 < len(found) else ""
    above = [one.of(text) for one in found[first:place]]
    title = next((one for one in above if len(one.split()) > 2 and clutter(one) is None), None)
    if title and (clutter(below) is not None or not _heads(below)):
        values["title"] = title
    return Header(Span(found[first].start, line.end), values)


def _outlet_and_day(said: str) -> dict[str, str] | None:
    for split in _BEFORE_DAY.finditer(said):
        outlet, day = said[: split.start()], said[split.end() :]
        kind = clutter(day) if date_in(day) else None
        if kind and kind.name == "furniture" and len(outlet.split()) <= _OUTLET and mostly_names(outlet):
            return {"publisher": outlet, "published": day}
    return None


def _heads(said: str) -> bool:
    """Whether a line may stand over an article."""
    return len(said.split()) <= _HEADING and not ends_sentence(said)


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted(lexicon("saved")["cited"], key=lambda word: (-len(word), word)))


def _more_pairs(text: str, line: Span) -> bool:
    return len(list(_pairs(text, line))) > 1


def _pairs(text: str, line: Span) -> Iterator[_Pair]:
    """The known keys of a line that a colon follows."""
    colon = text.find(":", line.start, line.end)
    while colon >= 0:
        low = max(line.start, colon - 24)
        key = _KEY_BEFORE.search(text[low:colon])
        tells = _keys().get(key[1].casefold()) if key else None
        if key and tells:
            yield _Pair(low + key.start(), colon + 1, tells)
        colon = text.find(":", colon + 1, line.end)


def _inline(text: str, line: Span) -> Iterator[Header]:
    """Headers within one line: two pairs or more at its start, or three or more in its middle, two of them quoted."""
    if text.count(":", line.start, line.end) < 2:
        return
    chain: list[_Pair] = []
    for pair in _pairs(text, line):
        if chain and not _is_value(text[chain[-1].value : pair.start]):
            yield from _made(text, line, chain)
            chain = []
        chain.append(pair)
    yield from _made(text, line, chain)


def _is_value(said: str) -> bool:
    """Whether what stands between two keys is a value: quoted, or a few words that end no sentence."""
    said = said.strip(" \t,")
    if said and said[0] in _QUOTES:
        return said.endswith(_QUOTES[said[0]]) and len(said) <= 4 * _LONGEST_BARE
    return len(said) <= _LONGEST_BARE and ". " not in said


def _made(text: str, line: Span, chain: list[_Pair]) -> Iterator[Header]:
    if not chain:
        return
    at_start = not text[line.start : min(chain[0].start, line.start + 20)].strip("-+{ ")
    quoted = sum(text[pair.value : pair.value + 2].strip()[:1] in _QUOTES for pair in chain if pair.value < line.end)
    if len(chain) < 2 or (not at_start and (len(chain) < 3 or quoted < 2)):
        return
    ends = [pair.start for pair in chain[1:]] + [_last_end(text, chain[-1], line.end)]
    values: dict[str, str] = {}
    for pair, end in zip(chain, ends, strict=True):
        _put(values, pair.tells, text[pair.value : end])
    yield Header(Span(line.start if at_start else chain[0].start, ends[-1]), values)


def _last_end(text: str, pair: _Pair, line_end: int) -> int:
    """Where the last value of a line ends, with the fence or brace after it."""
    start = pair.value
    while start < line_end and text[start].isspace():
        start += 1
    closer = _QUOTES.get(text[start : start + 1], "")
    furthest = min(line_end, start + 4 * _LONGEST_BARE)
    end = text.find(closer, start + 1, furthest) if closer else -1
    while end >= 0 and end + 1 < line_end and not text[end + 1].isspace():
        end = text.find(closer, end + 1, furthest)
    if end >= 0:
        end += 1
    elif line_end - start <= _LONGEST_LINE:
        return line_end
    else:
        end = next((at for at in range(start, line_end) if text[at].isspace()), line_end)
    rest = text[end : end + 5]
    fence = len(rest) - len(rest.lstrip(" -+}"))
    return end + fence if rest.strip()[:1] in ("-", "+", "}") else end


def _put(values: dict[str, str], tells: str, said: str) -> None:
    """Keeps the first value under each heading; the items of a list are joined by commas."""
    said = said.strip(" \t,-+}")
    while len(said) > 1 and _QUOTES.get(said[0]) == said[-1]:
        said = said[1:-1].strip()
    if not tells or not said:
        return
    if tells == "author" and tells in values:
        values[tells] = f"{values[tells]}, {said}"
    else:
        values.setdefault(tells, said)
