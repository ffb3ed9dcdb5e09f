"""The published dataset: its files, the keys of dossier.json, the columns of the tables and of the database."""

from __future__ import annotations

from pathlib import Path

from diptych.render.dataset.schemas import dataset_schema, key_meanings
from diptych.render.dataset.tables import COLUMNS
from diptych.render.language import language
from diptych.render.views.data import FILES
from reference.markdown import code, table
from reference.schema import called, keys, within

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_SAID = """\
# Dataset

A build writes the dataset into `data/` of the site; `diptych export DIR` writes the same bytes. This page is made of
the code that writes it. The keys and their order are a promise: new ones are only added at the end, and `schema` says
which promise it is.
"""
#: Models of the dataset whose keys mean what those of another model mean.
_LIKE = {"PublishedPassage": "Passage", "Cited": "Quoted"}


def page() -> str:
    """The files, then the keys and the columns."""
    schema, meanings = dataset_schema(), key_meanings()
    words = language([_TEMPLATES], "en")
    parts = [_SAID, table(("file", "holds"), [(code(f"data/{name}"), words.text(holds)) for name, holds in FILES])]
    parts += ["## dossier.json\n", 'Every key is always there. One that has nothing to say is `null`, `""` or `[]`.\n']
    parts += [keys(schema, meanings["Published"], optional=False)]
    for model, described in within(schema, schema):
        known = meanings.get(_LIKE.get(model, model.removeprefix("Published")), {}) | meanings.get(model, {})
        parts += [f"**{called(model).capitalize()}**\n", keys(described, known, optional=False)]
    parts += [
        "## Tables\n",
        "CSV after RFC 4180, in UTF-8, with a line of names first. Several values in a cell are separated by `; `. A "
        "cell that a spreadsheet would run as a formula has an apostrophe in front.\n",
    ]
    parts += [
        table(
            ("file", "columns"),
            [(code(f"{name}.csv"), ", ".join(map(code, columns))) for name, columns in COLUMNS.items()],
        )
    ]
    return "\n".join(parts)
