"""What a dossier can put in the place of the package's own: templates, assets, citation styles, words."""

from __future__ import annotations

from pathlib import Path

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
    files = [
        (code("templates" if folder == "." else f"templates/{folder}"), ", ".join(map(code, held)))
        for folder, held in folders.items()
    ]
    found, _ = messages([_TEMPLATES], ["en"])
    return "\n".join([_SAID, table(("folder", "files"), files), _WORDS, table(("key", "English"), _rows(found))])


def _rows(found: dict[str, Message]) -> list[tuple[str, str]]:
    return [
        (code(key), " / ".join(plain(_shown(parts)) for parts in message.values())) for key, message in found.items()
    ]


def _shown(parts: tuple[str, ...]) -> str:
    return "".join(f"{{{part}}}" if place % 2 else part for place, part in enumerate(parts))
