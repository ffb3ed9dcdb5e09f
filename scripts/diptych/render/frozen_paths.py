"""Where frozen pages stand: the same path in the site and in content/, which holds them."""

from __future__ import annotations

import hashlib

from diptych.render.addresses import record_path, short


def frozen_path(record: str, revision: str) -> str:
    """The page of one revision of a record."""
    return f"{short(record_path(record))}v/{revision}/index.html"


def frozen_data(record: str, revision: str) -> str:
    """The record's content in that revision, beside its page."""
    return f"{short(record_path(record))}v/{revision}/record.json"


def style_path(style: str) -> str:
    """The style sheet of frozen pages, by its content."""
    return f"assets/frozen/{short_digest(style.encode('utf-8'))}.css"


def short_digest(data: bytes) -> str:
    """By what bytes are known: the first 12 hexadecimal digits of their SHA-256."""
    return hashlib.sha256(data).hexdigest()[:12]
