"""The dataset as an SQLite database with full-text search over statements and passages.

The search holds none of their texts again: it reads them from `texts`, where `row` tells the statements from the
passages, as it counts through both tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from operator import itemgetter
from typing import Any

_TABLES = """
PRAGMA page_size = 4096;
PRAGMA temp_store = MEMORY;
CREATE TABLE dossier (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE actors (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, affiliation TEXT REFERENCES actors (id),
  party TEXT NOT NULL
);
CREATE TABLE actor_aliases (actor TEXT NOT NULL REFERENCES actors (id), alias TEXT NOT NULL);
CREATE TABLE themes (id TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE sources (
  id TEXT PRIMARY KEY, file TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, sha256 TEXT NOT NULL,
  title TEXT NOT NULL, label TEXT NOT NULL, publisher TEXT, published TEXT, kind TEXT NOT NULL,
  copy_of TEXT REFERENCES sources (id), address TEXT, archived TEXT, note TEXT NOT NULL, status TEXT NOT NULL
);
CREATE TABLE source_authors (source TEXT NOT NULL REFERENCES sources (id), author TEXT NOT NULL);
CREATE TABLE records (
  id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, statement TEXT NOT NULL, actor TEXT NOT NULL REFERENCES actors (id),
  addressee TEXT REFERENCES actors (id), date TEXT, status TEXT NOT NULL, url TEXT NOT NULL, revision TEXT NOT NULL,
  note TEXT NOT NULL, row INTEGER PRIMARY KEY
);
CREATE TABLE record_themes (record TEXT NOT NULL REFERENCES records (id), theme TEXT NOT NULL REFERENCES themes (id));
CREATE TABLE answers (response TEXT NOT NULL REFERENCES records (id), "to" TEXT NOT NULL, how TEXT NOT NULL);
CREATE TABLE passages (
  record TEXT NOT NULL REFERENCES records (id), number INTEGER NOT NULL, source TEXT NOT NULL REFERENCES sources (id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, mode TEXT NOT NULL,
  actor TEXT REFERENCES actors (id), cue TEXT, rule TEXT NOT NULL, row INTEGER PRIMARY KEY,
  UNIQUE (record, number)
);
CREATE TABLE sentences (
  source TEXT NOT NULL REFERENCES sources (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL, use TEXT NOT NULL
);
CREATE TABLE discrepancies (id TEXT PRIMARY KEY, kind TEXT NOT NULL, what TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE discrepancy_passages (
  discrepancy TEXT NOT NULL REFERENCES discrepancies (id), number INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES sources (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (discrepancy, number)
);
CREATE VIEW texts AS
  SELECT row, id AS record, NULL AS passage, statement AS text FROM records
  UNION ALL SELECT row, record, number, text FROM passages;
CREATE VIRTUAL TABLE search USING fts5 (
  record UNINDEXED, passage UNINDEXED, text, content = 'texts', content_rowid = 'row', tokenize = 'unicode61'
);
"""
#: The columns that a table takes from the dataset's items as they are.
_PLAIN = {
    "actors": ("id", "name", "kind", "role", "affiliation", "party"),
    "themes": ("id", "title"),
    "sources": (
        *("id", "file", "start", "end", "sha256", "title", "label", "publisher", "published", "kind", "copy_of"),
        *("address", "archived", "note", "status"),
    ),
    "sentences": ("source", "start", "end", "use"),
    "discrepancies": ("id", "kind", "what", "status"),
}
_RECORD = ("id", "kind", "statement", "actor", "addressee", "date", "status", "url", "revision", "note")
_QUOTED = ("source", "start", "end", "text")
_PASSAGE = (*_QUOTED, "mode", "actor", "cue", "rule")
#: Where a database's header holds the number of the SQLite that wrote it: four bytes that no reader needs.
_WRITER = slice(96, 100)


def database(data: dict[str, Any]) -> bytes:
    """A dataset as the bytes of an SQLite 3 file; `search` finds by `text MATCH …` and names record and passage.

    The same dataset gives the same bytes, by whichever SQLite, as long as that lays its pages out in the same way. It
    is made in memory alone: no file is written anywhere.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_TABLES)
        connection.execute("BEGIN")
        for table, rows in _rows(data):
            _insert(connection, table, rows)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.execute("VACUUM")
        made = bytearray(connection.serialize())
    made[_WRITER] = bytes(4)
    return bytes(made)


def _rows(data: dict[str, Any]) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """Every table's rows."""
    records, discrepancies = data["records"], data["discrepancies"]
    yield "dossier", ((key, value) for key, value in sorted(_head(data).items()))
    for table, columns in _PLAIN.items():
        yield table, map(itemgetter(*columns), data[table])
    yield "actor_aliases", ((item["id"], alias) for item in data["actors"] for alias in item["aliases"])
    yield "source_authors", ((item["id"], author) for item in data["sources"] for author in item["authors"])
    yield "record_themes", ((item["id"], theme) for item in records for theme in item["themes"])
    yield "answers", ((item["id"], answer["to"], answer["how"]) for item in records for answer in item["answers"])
    passages = [*_passages(records, _PASSAGE)]
    yield "passages", ((*passage, row) for row, passage in enumerate(passages, 1))
    yield "records", ((*told, row) for row, told in enumerate(map(itemgetter(*_RECORD), records), len(passages) + 1))
    yield "discrepancy_passages", _passages(discrepancies, _QUOTED)


def _head(data: dict[str, Any]) -> dict[str, str]:
    parties = {f"{role}_party": actor for role, actor in data["parties"].items()}
    texts = {key: data[key] for key in ("schema", "title", "version", "publisher")}
    return texts | parties | {"date": data["date"] or "", "authors": "; ".join(data["authors"])}


def _passages(items: Iterable[dict[str, Any]], keys: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    told = itemgetter(*keys)
    for item in items:
        for place, passage in enumerate(item["passages"], 1):
            yield item["id"], passage.get("number", place), *told(passage)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    width = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)
