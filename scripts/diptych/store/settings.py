"""mkdocs.yml and the front matter of pages: what people write there, and what of it is not MkDocs' to read here.

The keys are those of MkDocs 1.6. What plugins and extensions take is theirs to check, and MkDocs checks the rest of it
when it builds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, ValidatorFunctionWrapHandler
from pydantic.functional_validators import BeforeValidator, WrapValidator
from pydantic.json_schema import SkipJsonSchema, WithJsonSchema
from pydantic_core import PydanticCustomError

from diptych.problems import Problem, did_you_mean
from diptych.records import Model
from diptych.store.encodings import undecoded
from diptych.store.faults import validated
from diptych.store.survey import looked
from diptych.values import SITE_ADDRESS, SiteAddress
from diptych.yamlio import GIVEN, Document, Tagged, read
from diptych.yamlio import Path as Place

SETTINGS = "mkdocs.yml"
CONTENT, TEMPLATES, PLUGIN = "content", "templates", "diptych"
#: Where what is installed says what it is, for MkDocs and ProperDocs.
_GROUPS = {
    "theme": ("mkdocs.themes", "properdocs.themes"),
    "plugin": ("mkdocs.plugins", "properdocs.plugins"),
    "extension": ("markdown.extensions",),
}
#: What can be done about a tag that stands for a thing in Python.
_HOOK = "leave it out here; a file named under hooks: can set it, see the manual's 'Change the look'"

#: How a list is written.
_LINES = "start each {} with '- ' in a line of its own"


def _given(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """What the environment gives is not known before the build."""
    return value if isinstance(value, Tagged) else handler(value)


def _written(value: Any) -> Any:
    """A number is a title too."""
    return str(value) if type(value) in (int, float) else value


def _shape(what: str, hint: str, *kinds: type) -> BeforeValidator:
    """Lets through what has one of these types, or none yet."""

    def judged(value: Any) -> Any:
        if value is None or isinstance(value, (*kinds, Tagged)):
            return value
        raise PydanticCustomError("shape", "must be {what}", {"what": what, "hint": hint})

    return BeforeValidator(judged)


def _schema(*types: str, **more: Any) -> WithJsonSchema:
    """What an editor takes for right; the list is that of `!ENV [NAME, …]`."""
    return WithJsonSchema({"anyOf": [{"type": types[0], **more}, *({"type": one} for one in types[1:])]})


_Given = WrapValidator(_given)
_Text = Annotated[str | None, _Given, _schema("string", "null", "array")]
_Where = Annotated[SiteAddress | None, _Given, _schema("string", "null", "array", pattern=SITE_ADDRESS)]
_Switch = Annotated[bool | None, _Given, _schema("boolean", "null", "array")]
_Names = tuple[str, ...] | None
_Sheets = tuple[Annotated[str, _Given, _schema("string", "array")], ...] | None
_Keys = dict[str, Any] | None
_Values = Annotated[_Keys, _Given, _schema("object", "null", "array")]
_Theme = Annotated[
    Any, _shape("a name, or keys and values", "write 'theme: {name: diptych}'", str, dict), _schema("string", "object")
]
_Plugins = Annotated[Any, _shape("a list", _LINES.format("plugin"), list, dict), _schema("array", "object", "null")]
_Extensions = Annotated[
    Any, _shape("a list", _LINES.format("extension"), list, dict), _schema("array", "object", "null")
]
_Pages = Annotated[Any, _shape("a list", _LINES.format("page"), list), _schema("array", "null")]
_Scripts = Annotated[Any, _shape("a list", _LINES.format("file"), list), _schema("array", "null")]
_Words = Annotated[str, BeforeValidator(_written), _schema("string", "number")]


class Settings(Model):
    """mkdocs.yml."""

    site_name: Annotated[str, _Given, _schema("string", "array")]
    site_url: _Where = None
    site_description: _Text = None
    site_author: _Text = None
    copyright: _Text = None
    repo_url: _Where = None
    repo_name: _Text = None
    edit_uri: _Text = None
    edit_uri_template: _Text = None
    docs_dir: _Text = None
    site_dir: _Text = None
    theme: _Theme = None
    plugins: _Plugins = None
    nav: _Pages = None
    strict: _Switch = None
    use_directory_urls: _Switch = None
    validation: _Keys = None
    exclude_docs: _Text = None
    draft_docs: _Text = None
    not_in_nav: _Text = None
    markdown_extensions: _Extensions = None
    mdx_configs: _Keys = None
    extra: _Values = None
    extra_css: _Sheets = None
    extra_javascript: _Scripts = None
    extra_templates: _Names = None
    hooks: _Names = None
    watch: _Names = None
    dev_addr: _Text = None
    remote_branch: _Text = None
    remote_name: _Text = None
    INHERIT: SkipJsonSchema[Any] = None


class PageHead(BaseModel):
    """The front matter of a page; other keys are for plugins."""

    model_config = ConfigDict(extra="allow", frozen=True)

    title: _Words | None = None
    template: str | None = None
    description: _Words | None = None


def settings_problems(root: Path, shipped: Path) -> list[Problem]:
    """Everything wrong with the mkdocs.yml of the dossier in `root`, as far as it can be told without MkDocs.

    `shipped` is the package's own folder of templates. Nothing where no such file is there. Raises `OSError`.
    """
    found = looked(root, SETTINGS)
    if SETTINGS not in found.files:
        return found.problems
    text = undecoded(SETTINGS, found.files[SETTINGS].read_bytes(), "not-utf8")
    if isinstance(text, Problem):
        return [text]
    document = read(text, SETTINGS, GIVEN)
    if document.data is not None or not document.problems:
        validated(document, Settings)
    read_so = [replace(one, hint=_HOOK) if one.code == "yaml-tag" else one for one in document.problems]
    more = [
        *_outside(document, root, shipped),
        *_lacking(document),
        *_uninstalled(document),
        *_misspelt(document),
    ]
    return [*read_so, *more]


def settings_named(file: Path) -> dict[str, Any]:
    """What a mkdocs.yml sets, by name, without the defaults and without what a command line adds."""
    text = file.read_text(encoding="utf-8", errors="replace")
    data = read(text, SETTINGS, GIVEN).data
    return data if isinstance(data, dict) else {}


def astray(root: Path, docs: str, custom: str | None, shipped: Path) -> str:
    """Why MkDocs, as it is set up now, would publish what nobody has checked; nothing where it would not."""
    return next((said for _, said, _ in _led(root, docs, custom, shipped)), "")


def _led(root: Path, docs: object, custom: object, shipped: Path) -> Iterator[tuple[Place, str, str]]:
    """Which of the two folders is none of the checked ones: its setting, what is wrong with it and what to do."""
    if isinstance(docs, str) and not _same(root, docs, root / CONTENT):
        said = f"docs_dir: {docs!r} would be published, and only content/ is read and checked"
        yield ("docs_dir",), said, "write 'docs_dir: content'"
    if isinstance(custom, str) and not any(_same(root, custom, one) for one in (root / TEMPLATES, shipped)):
        said = f"theme.custom_dir: the files of {custom!r} would be published, and only templates/ is read and checked"
        yield ("theme", "custom_dir"), said, "put them into templates/, and leave custom_dir out"


def _outside(document: Document, root: Path, shipped: Path) -> list[Problem]:
    """The settings by which MkDocs would read from elsewhere than the checked folders of the dossier."""
    data = document.data
    if not isinstance(data, dict):
        return []
    found: list[Problem] = []

    def led(path: Place, said: str, hint: str) -> None:
        found.append(Problem(document.file, *document.place(path), "setting-outside", said, hint))

    theme = data.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    for one in _led(root, data.get("docs_dir"), custom, shipped):
        led(*one)
    hooks = data.get("hooks")
    for number, hook in enumerate(hooks if isinstance(hooks, list) else ()):
        if isinstance(hook, str) and not _within(root, hook):
            led(("hooks", number), f"hooks: {hook!r} lies outside the dossier", "put the file into the dossier")
    if "INHERIT" in data:
        hint = "write the settings here"
        led(("INHERIT",), "INHERIT: settings of another file are not read", hint)
    return found


def _lacking(document: Document) -> list[Problem]:
    """What MkDocs makes without, and no site of this dossier: warnings, since other commands need neither."""
    data = document.data
    if not isinstance(data, dict):
        return []
    found = []
    if data.get("docs_dir") is None:
        said = "docs_dir: MkDocs reads docs/ where it is not told, and the dossier's pages are in content/"
        found.append(_lacks(document, said, "add 'docs_dir: content'"))
    plugins = data.get("plugins")
    entries = list(plugins) if isinstance(plugins, list | dict) else []
    listed = plugins is None or isinstance(plugins, list | dict)
    if listed and not any(one == PLUGIN or (isinstance(one, dict) and PLUGIN in one) for one in entries):
        said = "plugins: without the plugin 'diptych' MkDocs checks nothing and makes no page of a record"
        found.append(_lacks(document, said, "add 'plugins: [diptych]'"))
    return found


def _uninstalled(document: Document) -> list[Problem]:
    """The theme, plugins and extensions that are not installed here, so that no site can be built: warnings as well."""
    data = document.data if isinstance(document.data, dict) else {}
    theme = data.get("theme")
    named = theme.get("name") if isinstance(theme, dict) else theme
    path: Place = ("theme", "name") if isinstance(theme, dict) else ("theme",)
    asked: list[tuple[str, str, Place]] = [("theme", named, path)] if isinstance(named, str) else []
    asked += [("plugin", *one) for one in _entries(data, "plugins")]
    asked += [("extension", *one) for one in _entries(data, "markdown_extensions")]
    asked = [one for one in asked if one[1] != PLUGIN]  # which runs here
    there = {what: _installed(_GROUPS[what]) for what in {what for what, _, _ in asked}}
    found = []
    for what, name, where in asked:
        spoken = {name, name.removeprefix("/"), f"{named}/{name}"}
        if spoken.isdisjoint(there[what]) and not (what == "extension" and _importable(name)):
            hint = did_you_mean(name, () if "." in name else there[what])
            hint = hint or "install what has it, and name that in requirements.txt"
            said = f"{where[0]}: the {what} {name!r} is not installed here, and no site can be built without it"
            found.append(Problem(document.file, *document.place(where), "not-installed", said, hint, "warning"))
    return found


def _misspelt(document: Document) -> list[Problem]:
    """Options that the extensions which come with Python-Markdown do not have: a build would break off at them."""
    data = document.data if isinstance(document.data, dict) else {}
    given, top = data.get("markdown_extensions"), ("markdown_extensions",)
    held: list[tuple[Place, Any]] = [(top, given)] if isinstance(given, dict) else []
    if isinstance(given, list):
        held = [((*top, number), one) for number, one in enumerate(given) if isinstance(one, dict)]
    found = []
    for path, name, options in [(path, name, options) for path, one in held for name, options in one.items()]:
        known = _options(str(name)) if isinstance(options, dict) else None
        if known is None:
            continue
        for key in (key for key in options if key not in known):
            said = f"{top[0]}: {name} has no option {str(key)!r}"
            hint = did_you_mean(str(key), known) or "take it out"
            found.append(Problem(document.file, *document.key((*path, name, key)), "unknown-key", said, hint))
    return found


def _options(name: str) -> set[str] | None:
    """What an extension of Python-Markdown's own takes; None for any other, whose code is not run here."""
    own = "markdown.extensions."
    module = name if name.startswith(own) else own + name
    try:
        extension: Any = import_module(module).makeExtension()
    except (ImportError, AttributeError):
        return None
    return set(extension.config)


def _entries(data: dict[str, Any], key: str) -> Iterator[tuple[str, Place]]:
    """The names in a list of plugins or extensions, however each is written, and where."""
    held = data.get(key)
    if isinstance(held, dict):
        yield from ((str(name), (key, name)) for name in held)
    for number, one in enumerate(held if isinstance(held, list) else ()):
        if isinstance(one, str):
            yield one, (key, number)
        elif isinstance(one, dict):
            yield from ((str(name), (key, number)) for name in one)


def _installed(groups: tuple[str, ...]) -> set[str]:
    return {one.name for group in groups for one in entry_points(group=group)}


def _importable(name: str) -> bool:
    """Whether the package of a module is there; nothing of it is run."""
    try:
        return find_spec(name.partition(":")[0].partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def _lacks(document: Document, said: str, hint: str) -> Problem:
    return Problem(document.file, *document.place(()), "setting-missing", said, hint, "warning")


def _same(root: Path, written: str, folder: Path) -> bool:
    try:
        return (root / written).resolve() == folder.resolve()
    except (OSError, RuntimeError, ValueError):
        return False


def _within(root: Path, written: str) -> bool:
    try:
        return (root / written).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return False
