"""What a dossier can put in the place of the package's own: templates, assets, citation styles, words."""

from __future__ import annotations

from importlib.resources import files
from itertools import takewhile
from pathlib import Path

from diptych import lexicons
from diptych.lexicons import known, packaged
from diptych.render.catalogues import Message, messages
from reference.markdown import code, plain, table

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_SAID = """\
# Templates and words

A file in the dossier's `templates/` stands in for the one of the same name that comes with the package. The templates
are [Jinja](https://jinja.palletsprojects.com/); whatever they show is escaped. How to do it is under
[change the look](../how-to/look.md) and [add a language](../how-to/languages.md).

## Files
"""
_LISTS = """\
## Word lists

What Diptych reads English by. A file of the same name in the dossier's `templates/lexicons/` goes before the package's,
key by key: what it leaves out is as it was. How to do it is under [teach it a field's words](../how-to/words.md).
"""
_WORDS = """\
## Words

Every word that the interface shows is a message in `languages/TAG.yml`, by its key. A name in braces stands for a
value. A message with several forms takes that of the plural category of the number `n`.
"""


def page() -> str:
    """The files by folder, then the messages of the English catalogue."""
    folders: dict[str, list[str]] = {}
    for path in sorted(_TEMPLATES.rglob("*")):
        if path.is_file():
            folder = path.parent.relative_to(_TEMPLATES).as_posix()
            folders.setdefault(folder, []).append(path.name)
    held_in = [
        (code("templates" if folder == "." else f"templates/{folder}"), ", ".join(map(code, held)))
        for folder, held in folders.items()
    ]
    found, _ = messages([_TEMPLATES], ["en"])
    lists = [(code(f"{name}.yml"), plain(_first(name)), ", ".join(map(code, packaged(name)))) for name in known()]
    parts = [_SAID, table(("folder", "files"), held_in), _LISTS, table(("file", "what it says", "keys"), lists)]
    return "\n".join([*parts, _WORDS, table(("key", "English"), _rows(found))])


def _first(name: str) -> str:
    """The sentence that heads a list."""
    text = (files(lexicons) / f"{name}.yml").read_text(encoding="utf-8")
    head = takewhile(lambda line: line.startswith("# "), text.splitlines())
    return " ".join(line.removeprefix("# ") for line in head).partition(". ")[0].rstrip(".") + "."


def _rows(found: dict[str, Message]) -> list[tuple[str, str]]:
    return [
        (code(key), " / ".join(plain(_shown(parts)) for parts in message.values())) for key, message in found.items()
    ]


def _shown(parts: tuple[str, ...]) -> str:
    return "".join(f"{{{part}}}" if place % 2 else part for place, part in enumerate(parts))
