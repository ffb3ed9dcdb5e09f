"""The files that people write, as their models read them."""

from __future__ import annotations

from diptych.render.dataset.schemas import AROUND, WRITTEN, Words, written_schemas
from reference.markdown import code
from reference.schema import Schema, called, keys, target, within

_SAID = """\
# Files and keys

This page is made of the models that read the files. The same stands in their JSON Schemas, in `.vscode/schema/` of
every dossier and in `data/schema/` of every site.

A file is one YAML document in UTF-8, without anchors, aliases and tags; no key stands twice. A value without quotation
marks is what it looks like and nothing else: `no` and `12:30` are text. A date is a day, a month or a year, as much as
is known: `2026-03-04`, `2026-03`, `2026`. Offsets count the code points of the seed, decoded as UTF-8, from its first.

`mkdocs.yml` is as [MkDocs](https://www.mkdocs.org/user-guide/configuration/) has it; Diptych's plugin has no settings.
A value there may come from the environment: `!ENV [NAME, "what else"]`. The catalogues of the interface's words are
under [templates and words](templates.md).
"""


def page() -> str:
    """Every file with its keys, what each takes, what stands for it where it is left out, and what it means."""
    every = WRITTEN | AROUND
    schemas = written_schemas(every)
    return "\n".join(
        [
            _SAID,
            *(
                _file(name, written.title, written.files, schemas[name])
                for name, written in every.items()
                if written.model is not Words
            ),
        ]
    )


def _file(name: str, title: str, files: str, schema: Schema) -> str:
    where = ", ".join(
        code(f"{one}ID.yml" if one.startswith("content/") and one.endswith("/") else one) for one in files.split(", ")
    )
    if name == "card":
        where = f"{code('seeds/NAME.yml')}, beside the seed of that name"
    listed = schema.get("type") == "array"
    root = target(schema["items"], schema) if listed else schema
    parts = [f"## {title}\n", f"{where}{': a list; each item has these keys' if listed else ''}\n", keys(root, {})]
    for model, described in within(root, schema):
        parts += [f"**{called(model).capitalize()}**\n", keys(described, {})]
    return "\n".join(parts)
