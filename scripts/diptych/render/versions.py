"""The versions of a record that were released, newest first, and what changed from one to the next, word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from diptych.records import Record
from diptych.render.dataset.publishing import published_record, revision
from diptych.render.frozen_paths import frozen_path
from diptych.render.language import Language
from diptych.render.site import Site
from diptych.render.views.shared import When, date_view

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Some words and what became of them: `same`, `out` or `new`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a record, `statement` or a passage by its anchor, and how its words changed."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A released version; `parts` are those that changed since the version before, `texts` all as they were."""

    release: str
    when: When
    revision: str
    path: str
    parts: tuple[Part, ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """The released versions of a record, newest first.

    `current` says that the newest is what the page says now; if it is not, `unreleased` is what changed since.
    """

    released: tuple[Version, ...]
    current: bool
    unreleased: tuple[Part, ...]


def versions_of(record: Record, site: Site) -> Versions | None:
    """The versions of a record; None where it was never released."""
    frozen = site.frozen.get(record.id, ())
    if not frozen:
        return None
    made: list[Version] = []
    before: Mapping[str, str] | None = None
    for one in frozen:
        texts = _texts(one.content, site.language)
        made.append(
            Version(
                release=one.release,
                when=date_view(site.language, one.date),
                revision=one.revision,
                path=frozen_path(record.id, one.revision),
                parts=_changed(before, texts) if before is not None else (),
                texts=tuple(texts.items()),
            )
        )
        before = texts
    current = frozen[-1].revision == revision(record)
    now = _texts(published_record(record).model_dump(mode="json"), site.language)
    return Versions(
        released=tuple(reversed(made)),
        current=current,
        unreleased=() if current else _changed(before, now),
    )


def redline(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as one, with what was taken out and what is new; every sign and space counts."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        pieces += [Piece("out", "".join(old[start:end]))] * (start < end)
        pieces += [Piece("new", "".join(new[other_start:other_end]))] * (other_start < other_end)
    return tuple(pieces)


def _texts(content: Mapping[str, Any] | None, language: Language) -> dict[str, str]:
    """The parts of a record by name; nothing where its content is not at hand."""
    if content is None:
        return {}
    say, colon = language.text, language.text("colon")
    answers = (one["to"] + colon + say(f"how.{one['how']}") for one in content["answers"])
    parts = {
        "statement": content["statement"],
        "themes": say("comma").join(content["themes"]),
        "answers": say("semicolon").join(answers),
        **{f"p{one['number']}": f"{one['source']}{colon}{one['text']}" for one in content["passages"]},
    }
    return {name: text for name, text in parts.items() if text}


def _changed(before: Mapping[str, str] | None, after: Mapping[str, str]) -> tuple[Part, ...]:
    names: Sequence[str] = list(dict.fromkeys([*(before or {}), *after]))
    return tuple(
        Part(name, redline((before or {}).get(name, ""), after.get(name, "")))
        for name in names
        if (before or {}).get(name) != after.get(name)
    )
