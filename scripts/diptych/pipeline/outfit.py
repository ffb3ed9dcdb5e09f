"""What a dossier brings beside its words: settings, templates, styles, catalogues, a font, and their problems."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from diptych.pipeline.build.ground import TEMPLATES, template_directories
from diptych.problems import DossierError, Problem, did_you_mean
from diptych.render import Language, environment, language
from diptych.render.card import FONT, drawable
from diptych.render.catalogues import messages, unasked
from diptych.render.citing.styles import FOLDER as STYLES
from diptych.render.citing.styles import Unreadable, read_style
from diptych.render.language import FALLBACK
from diptych.store import Loaded, settings_problems, undecoded

#: The templates that narrative pages may ask for; all others are made for pages of another kind.
_OF_PAGES = ("main.html", "home.html")
#: Filters that MkDocs adds to those of Jinja.
_MKDOCS = ("url", "script_tag")
#: Where a line goes over from words to code.
_TAG = re.compile(r"\{[{%#]")
_QUOTED = re.compile(r"'([^']+)'")


def outfit(root: Path, loaded: Loaded) -> list[Problem]:
    """Everything wrong with it."""
    folders = template_directories(root)
    found = settings_problems(root, folders[-1])
    if any(file == TEMPLATES or file.startswith(f"{TEMPLATES}/") for file in loaded.survey.barred):
        return found  # nothing is read through a link that leads out
    spoken, words = _language(folders, loaded)
    found += [*words, *_templates(folders, loaded, spoken), *_styles(loaded), *_asked(folders, loaded)]
    return [*found, *_idle(folders, loaded), *_unasked(folders, loaded), *_font(loaded)]


def broken(error: BaseException, root: Path) -> str:
    """Where a template of the dossier in `root` failed when it was shown, and why; nothing where none of them did.

    A page of too many lists or quotations within each other is told as well.
    """
    own = (root / TEMPLATES).resolve()
    frames = [one for one in traceback.extract_tb(error.__traceback__) if Path(one.filename).is_relative_to(own)]
    if frames:
        what = f"no template is called {error}" if isinstance(error, jinja2.TemplateNotFound) else f"{error}"
        where = f"{TEMPLATES}/{Path(frames[-1].filename).relative_to(own).as_posix()}:{frames[-1].lineno}"
        return f"{where}: this template can't be shown: {what or type(error).__name__}"
    if isinstance(error, RecursionError):
        return "a page can't be read: its lists or quotations stand too deep within each other"
    return ""


def _texts(loaded: Loaded, below: str, *endings: str) -> Iterator[tuple[str, str | Problem]]:
    """The files of the dossier's templates in a folder of theirs, with their texts or why they are none."""
    for file, path in loaded.survey.files.items():
        if file.startswith(f"{TEMPLATES}/{below}") and file.endswith(endings):
            yield file, undecoded(file, path.read_bytes(), "not-utf8")


def _language(folders: list[Path], loaded: Loaded) -> tuple[Language, list[Problem]]:
    """The interface's words, and what is wrong with the catalogues of the dossier's language, or that there is none."""
    broken = [one for _, one in _texts(loaded, "languages/", ".yml") if isinstance(one, Problem)]
    if broken or loaded.dossier is None:
        return Language(), broken
    try:
        spoken = language(folders, loaded.dossier.file.language)
    except DossierError as error:
        return Language(), list(error.problems)
    if spoken.code == spoken.asked:
        return spoken, []
    said = f"the interface has no catalogue for the language {spoken.asked!r} and speaks English"
    hint = f"translate templates/languages/en.yml into templates/languages/{spoken.asked}.yml, whole or in part"
    return spoken, [Problem("content/dossier.yml", 0, 0, "language-without-catalogue", said, hint, "warning")]


def _templates(folders: list[Path], loaded: Loaded, spoken: Language) -> list[Problem]:
    """The templates of the dossier that Jinja can't read."""
    made = environment(folders, spoken)
    made.filters |= dict.fromkeys(_MKDOCS, str)
    found = []
    for file, text in _texts(loaded, "", ".html", ".xml"):
        problem = text if isinstance(text, Problem) else _unread(made, file, text)
        found += [problem] if problem else []
    return found


def _unread(made: jinja2.Environment, file: str, text: str) -> Problem | None:
    """What Jinja can't read in a template, at the word that it names or the first tag of the line."""
    try:
        tree = made.parse(text, file)
    except jinja2.TemplateSyntaxError as error:
        return _at(file, text, error.lineno, error.message or "it can't be read")
    except RecursionError:
        return Problem(file, 1, 1, "template-syntax", "not a template: it is nested too deep", "no page needs it")
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        kind = "filter" if isinstance(node, nodes.Filter) else "test"
        known = made.filters if kind == "filter" else made.tests
        if node.name not in known:
            hint = did_you_mean(node.name, known) or f"use a {kind} of Jinja"
            return _at(file, text, node.lineno, f"there is no {kind} {node.name!r}", hint)
    return None


def _at(file: str, text: str, line: int, said: str, hint: str = "") -> Problem:
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    columns = [written.find(word) for word in _QUOTED.findall(said)]
    columns += [tag.start() for tag in _TAG.finditer(written)]
    column = next((one + 1 for one in columns if one >= 0), 1)
    hint = hint or "mend it here, or take the file away: the package's own is used then"
    return Problem(file, line, column, "template-syntax", f"not a template: {said}", hint)


def _styles(loaded: Loaded) -> list[Problem]:
    """The citation styles of the dossier that can't be read."""
    found = []
    for file, text in _texts(loaded, STYLES, ".csl"):
        if isinstance(text, Problem):
            found.append(text)
            continue
        try:
            read_style(text)
        except Unreadable as error:
            found.append(error.problem(file))
    return found


def _font(loaded: Loaded) -> list[Problem]:
    """The dossier's own font, if no picture can be drawn in it."""
    file = f"{TEMPLATES}/{FONT}"
    path = loaded.survey.files.get(file)
    if path is None or drawable(path.read_bytes()):
        return []
    hint = "put a TrueType or OpenType file there, or take it away: the package's own is used then"
    return [Problem(file, 0, 0, "font-unreadable", "no font that can be read", hint)]


def _own(loaded: Loaded) -> list[str]:
    """The templates of the dossier, by their names."""
    found = (file for file in loaded.survey.files if file.startswith(f"{TEMPLATES}/") and file.endswith(".html"))
    return [file.removeprefix(f"{TEMPLATES}/") for file in found]


def _idle(folders: list[Path], loaded: Loaded) -> list[Problem]:
    """The templates that stand in for none of the package's and that no page and no other template asks for."""
    shipped = {path.relative_to(folders[-1]).as_posix() for path in folders[-1].rglob("*.html")}
    more = [name for name in _own(loaded) if name not in shipped]
    if not more:
        return []
    heads = [head.data for head in loaded.heads.values() if isinstance(head.data, dict)]
    asked: list[object] = [head.get("template") for head in heads]
    made = jinja2.Environment(autoescape=True)
    for _, text in _texts(loaded, "", ".html", ".xml"):
        try:
            named = list(meta.find_referenced_templates(made.parse(text))) if isinstance(text, str) else []
        except (jinja2.TemplateSyntaxError, RecursionError):
            return []  # what it would ask for is not known, and that it is broken is told elsewhere
        if None in named:
            return []  # the name is made while a page is
        asked += named
    said = "nothing asks for this template, and the package has none of this name"
    found = []
    for name in more:
        if name not in asked:
            alike = sorted(one for one in shipped if one.rpartition("/")[2] == name.rpartition("/")[2])
            hint = f"did you mean {alike[0]!r}?" if alike else did_you_mean(name, shipped)
            hint = hint or "ask for it in the front matter of a page, or take it away"
            found.append(Problem(f"{TEMPLATES}/{name}", 0, 0, "template-unused", said, hint, "note"))
    return found


def _unasked(folders: list[Path], loaded: Loaded) -> list[Problem]:
    """The messages of the dossier's catalogues that neither the package's templates nor its own show."""
    own = [(file, text) for file, text in _texts(loaded, "languages/", ".yml") if isinstance(text, str)]
    if not own:
        return []
    known, _ = messages(folders[-1:], [FALLBACK])
    templates = "\n".join(text for _, text in _texts(loaded, "", ".html", ".xml") if isinstance(text, str))
    return [problem for file, text in own for problem in unasked(file, text, known, templates)]


def _asked(folders: list[Path], loaded: Loaded) -> list[Problem]:
    """The pages that ask for a template which is not there, or not for pages."""
    known = [*_OF_PAGES, *(name for name in _own(loaded) if not (folders[-1] / name).is_file())]
    found = []
    for file, head in loaded.heads.items():
        name = head.data.get("template") if isinstance(head.data, dict) else None
        if isinstance(name, str) and name not in known:
            line, column = head.place(("template",))
            said = f"template: there is no template {name!r} for pages"
            hint = did_you_mean(name, known) or f"write one of {', '.join(known)}, or leave it out"
            found.append(Problem(file, line + 1, column, "unknown-template", said, hint))
    return found
