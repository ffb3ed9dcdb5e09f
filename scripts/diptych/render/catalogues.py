"""The catalogues of the interface's words: `languages/<tag>.yml` in the folders of templates, one a language.

A catalogue maps keys, at any depth, to messages. A message is plain text with `{name}` where a value stands, or a
mapping of CLDR's plural categories (`one`, `other`, …) to such texts. In memory a key is `section.key`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from diptych import yamlio
from diptych.problems import WRITTEN, DossierError, Problem, did_you_mean

#: Text and names of values in turn, text first and last.
Parts = tuple[str, ...]
#: The forms of a message by plural category; one of a single form has `other` alone.
Message = Mapping[str, Parts]
Messages = dict[str, Message]

FOLDER = "languages"
PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
_PLACE = re.compile(r"\{([a-z0-9_]+)\}")


def pieces(text: str) -> Parts:
    """A message cut at its placeholders."""
    return tuple(_PLACE.split(text))


def names(message: Message) -> frozenset[str]:
    """The names of the values that a message wants, whatever its form."""
    return frozenset(name for parts in message.values() for name in parts[1::2])


def messages(directories: Sequence[Path], tags: Sequence[str]) -> tuple[Messages, frozenset[str]]:
    """The messages of the first tag that have a catalogue, completed from the later ones; and the tags that have one.

    The catalogue of a folder goes before that of the same name in a later one, message by message, so that a dossier
    changes single words. Raises `DossierError` where a catalogue is not as it should be.
    """
    found: Messages = {}
    there: set[str] = set()
    problems: list[Problem] = []
    for tag in reversed(tags):
        for directory in reversed(directories):
            path = directory / FOLDER / f"{tag}.yml"
            if path.is_file():
                there.add(tag)
                document = yamlio.read(path.read_text(encoding="utf-8"), f"{directory.name}/{FOLDER}/{path.name}")
                problems += document.problems
                read = dict(_entries(document, document.data, (), problems))
                problems += _strange(document, read, found)
                found |= {key: message for key, (message, _) in read.items()}
    if problems:
        raise DossierError(problems)
    return found, frozenset(there)


def unasked(file: str, text: str, known: Messages, templates: str) -> Iterator[Problem]:
    """The messages of a catalogue that have none of the known keys and that no template's text names, as notes.

    A key that a template puts together, `mine.{{ name }}`, counts as named where what stands before its last name is.
    """
    document = yamlio.read(text, file)
    for key, (_, path) in _entries(document, document.data, (), []):
        section = key.rpartition(".")[0]
        if key not in known and key not in templates and not (section and f"{section}." in templates):
            said = f"{key}: nothing asks for this message, and the package has none of this name"
            hint = did_you_mean(key, known) or "name it in a template of the dossier's own, or take it away"
            yield Problem(file, *document.place(path), "catalogue-unused", said, hint, "note")


_Entry = tuple[str, tuple[Message, yamlio.Path]]


def _entries(document: yamlio.Document, data: object, path: yamlio.Path, problems: list[Problem]) -> Iterator[_Entry]:
    """The messages below a node, each with its place; what is none becomes a problem."""
    if isinstance(data, dict) and not (path and data and PLURALS.issuperset(data)):
        for key, below in data.items():
            yield from _entries(document, below, (*path, key), problems)
        return
    forms = data if isinstance(data, dict) else {"other": data}
    texts = {form: text for form, text in forms.items() if isinstance(text, str)}
    if not path:
        wrong, hint = ("not a mapping of keys to messages" if data is not None else ""), WRITTEN["keys and values"]
    elif "other" not in forms:
        wrong, hint = "plural forms without 'other'", "add the form 'other', which is that of all other numbers"
    elif len(texts) < len(forms):
        wrong, hint = "not a text", WRITTEN["text"]
    elif any(sign in part for text in texts.values() for part in pieces(text)[::2] for sign in "{}"):
        wrong, hint = "a brace that is no placeholder", "write a placeholder as {name}, in small letters"
    elif any("\0" in text for text in texts.values()):
        wrong, hint = "it holds U+0000, which no page can show", "take it out"
    else:
        wrong = hint = ""
        yield ".".join(map(str, path)), ({form: pieces(text) for form, text in texts.items()}, path)
    if wrong:
        problems.append(_problem(document, path, wrong, hint))


def _strange(
    document: yamlio.Document, read: Mapping[str, tuple[Message, yamlio.Path]], before: Messages
) -> Iterator[Problem]:
    """Placeholders that the message of the same key, in the catalogue that this one goes before, has not."""
    for key, (message, path) in read.items():
        for name in sorted(names(message) - names(before[key])) if key in before else ():
            if name != "n":
                known = ", ".join(f"{{{one}}}" for one in sorted(names(before[key]))) or "none"
                yield _problem(document, path, f"no value is called {{{name}}} in this message", f"there are: {known}")


def _problem(document: yamlio.Document, path: yamlio.Path, message: str, hint: str) -> Problem:
    key = ".".join(map(str, path))
    return Problem(document.file, *document.place(path), "catalogue", f"{key}: {message}" if key else message, hint)
