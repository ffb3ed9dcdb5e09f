"""First stage: a seed becomes articles with their facts and sentences; copies and rewrites are told from originals."""

from __future__ import annotations

from diptych.ingest.articles import edited, ingest

__all__ = ["edited", "ingest"]
