"""What an article's page says about it: title, publisher, authors and date. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.ingest.clutter import clutter, is_heading, mostly_names
from diptych.ingest.dates import date_in
from diptych.ingest.headers import Header
from diptych.ingest.paragraphs import ends_sentence, paragraphs
from diptych.lexicons import either, lexicon, wordset
from diptych.spans import Span

#: A headline has no more words than this.
_HEADLINE_WORDS = 30
#: So many lines at the head and at the foot of an article are read for its facts.
_HEAD, _FOOT = 12, 12
#: With so few words a byline needs no capitals: "By penname".
_SHORT_BYLINE = 3
_DATELINE = re.compile(r"[^()]{2,60}\(([A-Z][\w.&' -]{1,40})\)\s?[—–-]")
_NAME = r"[A-Z][\w&'’.]*(?: (?:of |the |and |& )?[\w&'’.]+){0,6}"
_POSTED = re.compile(rf"appeared first (?:on|in) ({_NAME}?)\.?$")
_CHANNEL = re.compile(r"^(?:Join|Follow|Subscribe to) ([A-Z][\w ]{1,40})['’]s? (?:Telegram|WhatsApp|YouTube|Twitter) ")
_COPYRIGHT = re.compile(
    r"^(?:©|\([Cc]\)|Copyright)(?: ?©| ?\([Cc]\))?(?: ?Copyright)? ?\d{4}(?:[-–]\d{4})?,? "
    rf"({_NAME}?)(?:\. | All rights|\.?$)"
)
#: What marks a heading in Markdown.
_HEADING = re.compile(r"^#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; `agency` is the one a dateline names, `headline` the line that `title` was taken from."""

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    headline: Span | None = None


def facts(text: str, article: Span, header: Header | None) -> Facts:
    """What a header says first, then what the lines above, at the head and at the foot of the text show."""
    given = header.values if header else {}
    body = paragraphs(text, Span(header.span.end if header else article.start, article.end))
    head = [line.of(text) for line in body[:_HEAD] if line.end - line.start < 5000]
    foot = [line.of(text)[-400:].strip() for line in body[-_FOOT:]]
    headline = _headline(text, body)
    authors, byline_publisher = _byline(head)
    written = _names(given["author"]) if "author" in given else authors
    return Facts(
        title=given.get("title") or (_HEADING.sub("", headline.of(text)) if headline else None),
        publisher=given.get("publisher") or byline_publisher or _publisher(foot) or _masthead(head),
        agency=_agency(head),
        authors=written,
        published=date_in(given.get("published", "")) or _published(head),
        headline=headline,
    )


def _headline(text: str, body: list[Span]) -> Span | None:
    """The first line above the text that reads as a headline; of several, one that is more than a section's name."""
    found = []
    for line in body[:_HEAD]:
        said = line.of(text) if line.end - line.start < 400 else ""
        words = len(said.split())
        if not said or words > _HEADLINE_WORDS or (ends_sentence(said) and said[-1] not in "?!"):
            break
        if clutter(said) is None and said[-1] not in ":;,":
            found.append((words >= 4, line))
    if not found or found[-1][1] == body[-1]:
        return None
    return next((line for long, line in found if long), found[0][1])


def _byline(head: list[str]) -> tuple[tuple[str, ...], str | None]:
    """The names of a byline, and the publisher that stands after them or on the next line."""
    for place, said in enumerate(head):
        kind = clutter(said)
        after = head[place + 1] if place + 1 < len(head) else ""
        opened = _opener(said)
        if opened and (kind.name == "byline" if kind else is_heading(said) and len(said.split()) <= _SHORT_BYLINE):
            authors, publisher = _split_byline(said[len(opened) :])
            return authors, publisher or (after if is_heading(after) and _is_outlet(after) else None)
        pictured = said.casefold() == "photo of author" and not _opener(after)
        if pictured and is_heading(after) and mostly_names(after):
            return _names(after), None
    return (), None


def _opener(said: str) -> str:
    """What stands before the names, if the line is a byline's, with the space behind it."""
    openers = (f"{words} " for words in lexicon("saved")["bylines"])
    return next((one for one in openers if said[:1].isupper() and said.casefold().startswith(one)), "")


def _split_byline(said: str) -> tuple[tuple[str, ...], str | None]:
    """Authors and publisher of "A Name and B Name, The Paper"; neither a role, a place nor a credit behind."""
    credits = rf"[.,;]? (?={either(lexicon('saved')['credits'])}(?: by |:))"
    said = re.split(rf"(?i: ?[|•·] ?| [–—] |{credits})|\. (?=[A-Z]\w+:)", said)[0].strip(" .")
    who, comma, rest = said.rpartition(", ")
    if not comma or " and " in rest:
        return _names(said), None
    if _is_outlet(rest):
        return _names(who), rest
    words = rest.casefold().split()
    is_name = len(words) > 1 and wordset("clutter", "roles").isdisjoint(words)
    return _names(said if is_name else who), None


def _is_outlet(said: str) -> bool:
    return not wordset("clutter", "outlets").isdisjoint(re.findall(r"\w+", said.casefold()))


def _names(said: str) -> tuple[str, ...]:
    joined = either(lexicon("saved")["joined"])
    names = (name.strip(" .") for name in re.split(rf",? {joined} |, ", said, flags=re.IGNORECASE))
    return tuple(_cased(name) for name in names if name)


def _cased(name: str) -> str:
    """A name that is all capitals, as names are written; any other as it stands."""
    if not name.isupper() or " " not in name:
        return name
    return re.sub(r"[^\W\d_]{2,}", lambda word: word.group().capitalize(), name)


def _agency(head: list[str]) -> str | None:
    """The agency of a dateline: "CITY (Agency) - "."""
    for said in head:
        match = _DATELINE.match(said[:140])
        if match and said[:2].isupper():
            return match[1]
    return None


def _publisher(foot: list[str]) -> str | None:
    """Whose page it is, from a copyright line, the notice of a blog, or a channel that readers are asked to join."""
    for pattern in (_COPYRIGHT, _POSTED, _CHANNEL):
        for said in foot:
            match = pattern.search(said)
            if match:
                return match[1].strip(" .,")
    return None


def _masthead(head: list[str]) -> str | None:
    """The first line, where it is a name that outlets and no sections have and the day stands right under it."""
    words = re.findall(r"\w+", head[0].casefold()) if head else []
    names = wordset("clutter", "outlets") - wordset("saved", "sections")
    if (
        len(words) < 2
        or len(head) < 2
        or names.isdisjoint(words)
        or not (is_heading(head[0]) and mostly_names(head[0]))
    ):
        return None
    kind = clutter(head[1]) if date_in(head[1]) else None
    return head[0] if kind is not None and kind.name == "furniture" else None


def _published(head: list[str]) -> str | None:
    """The date of a line that is a date line or a row of buttons."""
    dated = [said for said in head if (kind := clutter(said)) is not None and kind.name in ("furniture", "share-bar")]
    first = [said for said in dated if "updated" not in said.casefold()]
    return next((day for said in [*first, *dated] if (day := date_in(said))), None)
