"""Every passage as a Web Annotation (W3C Web Annotation Data Model, 2017), so that annotation tools can place it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from diptych.records import Passage, Record, Source
from diptych.render.addresses import canonical, passage_path, record_path
from diptych.render.site import Site

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(site: Site) -> dict[str, Any]:
    """The AnnotationPage of all passages of all records, its items left out."""
    return {
        "@context": _CONTEXT,
        "id": _address("data/annotations.jsonld", site),
        "type": "AnnotationPage",
        "items": [],
    }


def annotations_of(record: Record, sources: Mapping[str, Source], site: Site) -> Iterator[dict[str, Any]]:
    """An annotation for each passage of a record.

    Each has two targets: the seed, named by the hash of its bytes (RFC 6920), in which positions count code points;
    and, where it is known, the outlet's own page or its archived copy, in which only the words can be looked for.
    """
    for number, passage in record.numbered:
        yield _annotation(record.id, number, passage, sources[passage.source], site)


def text_fragment(address: str, passage: Passage) -> str:
    """An outlet's page with a passage's words picked out, where a browser can (WICG, URL Fragment Text Directives)."""
    words = passage.text.split()
    ends = [" ".join(words)] if len(words) <= 12 else [" ".join(words[:5]), " ".join(words[-5:])]
    page = address.partition("#")[0]
    return f"{page}#:~:text={','.join(_percent(end) for end in ends)}"


def _percent(words: str) -> str:
    """`-` and `,` have a meaning of their own in a text fragment, so they are encoded as well."""
    return quote(words, safe="").replace("-", "%2D")


def _annotation(record: str, number: int, passage: Passage, source: Source, site: Site) -> dict[str, Any]:
    quoted: dict[str, Any] = {"type": "TextQuoteSelector", "exact": passage.text}
    quoted |= {key: value for key in ("prefix", "suffix") if (value := getattr(passage, key))}
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    targets = [{"type": "SpecificResource", "source": seed_name(source.sha256), "selector": [quoted, position]}]
    page = source.address or source.archived
    if page:
        targets.append({"type": "SpecificResource", "source": page, "selector": [quoted]})
    return {
        "id": _address(passage_path(record, number), site),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _address(record_path(record), site),
        "target": targets,
    }


@lru_cache(maxsize=10_000)
def seed_name(sha256: str) -> str:
    """The name of a file by its bytes: `ni:///sha-256;…` (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _address(path: str, site: Site) -> str:
    """The absolute address of a page; from the site's root where its address is not known."""
    return canonical(path, site) or path
