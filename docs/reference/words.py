"""What a dossier can put in the place of the package's own: templates, assets, styles, letters, lists; and what not."""

from __future__ import annotations

from collections.abc import Iterable
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
_HELP = """\
Two lists of the same folder hold what Diptych says of itself. They are laid over in the same way, to say it in other
words or in another language:
"""
_HELPS = {
    "keys": "what each key of a file means: editors show it. The schemas with your words are in the site's "
    "`data/schema/`; copy them into `.vscode/schema/`",
    "problem_codes": "what each code of a problem means and how to mend it, as `diptych explain CODE` tells it",
}
_OTHERS = """\
## What stays as it is

These files of the package have no counterpart in `templates/`:
"""
#: By path in the package; what ends in a slash is a folder.
FIXED = {
    "drawings.yml": "what a drawing (SVG) may hold. It keeps scripts out of every site: a dossier that could loosen it "
    "would publish what runs in its readers' browsers",
    "starter/": "what `diptych new` writes. It is the dossier's own from then on, to be edited in its place",
    "theme/mkdocs_theme.yml": "by this MkDocs knows the theme; it holds nothing",
}
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
    lists = [(*_list(name), ", ".join(map(code, packaged(name)))) for name in known() if name not in _HELPS]
    helps = [(code(f"{name}.yml"), said) for name, said in _HELPS.items()]
    fixed = [(code(path), said) for path, said in FIXED.items()]
    parts = [_SAID, table(("folder", "files"), held_in), _LISTS, table(("file", "what it says", "keys"), lists)]
    parts += [_HELP, table(("file", "what it says"), helps), _OTHERS, table(("file", "what it is, and why"), fixed)]
    return "\n".join([*parts, _WORDS, table(("key", "English"), _rows(found))])


def unnamed(paths: Iterable[str]) -> list[str]:
    """The data files of the package, by their paths in it, that are on neither list of the page."""
    lists = {f"lexicons/{name}.yml" for name in known()}
    fixed = tuple(FIXED)
    return [path for path in paths if path not in lists and not path.startswith(fixed)]


def _list(name: str) -> tuple[str, str]:
    return code(f"{name}.yml"), plain(_first(name))


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
