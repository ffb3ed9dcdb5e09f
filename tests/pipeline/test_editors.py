"""Editors know every file that people write: a schema each, wired by the settings, and none that is out of date."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from mkdocs.config.defaults import MkDocsConfig
from support import ROOT

from diptych import yamlio
from diptych.lexicons import known, packaged
from diptych.pipeline.beginnings import starter
from diptych.render.dataset.schemas import AROUND, WRITTEN, key_meanings, written_schemas
from diptych.store import FRONT, Settings, settings_problems

STARTER = starter("The audit", "Auditor", "Wellwater")
MADE = {name: text for name, text in STARTER.items() if name.startswith(".vscode/")}
WIRED: dict[str, list[str]] = json.loads(MADE[".vscode/settings.json"])["yaml.schemas"]
PLACES = ("content/**/*.yml", "seeds/*.yml", "templates/languages/*.yml", "docs/content/**/*.yml", "docs/seeds/*.yml")
FILES = sorted(path for pattern in PLACES for path in ROOT.glob(pattern))


def schema_of(file: str) -> dict[str, Any]:
    """The schema that an editor takes for a file, by its path from a dossier's root; there is one."""
    found = [place for place, patterns in WIRED.items() if any(fnmatchcase(file, pattern) for pattern in patterns)]
    assert len(found) == 1, (file, found)
    made: dict[str, Any] = json.loads(MADE[found[0].removeprefix("./")])
    return made


def test_this_repository_has_what_a_new_dossier_has() -> None:
    """But for the schemas of word lists: its dossier has no lists of its own, the package's are the others' shape."""
    held = {f".vscode/{path.relative_to(ROOT / '.vscode').as_posix()}" for path in (ROOT / ".vscode").rglob("*.*")}
    made = {name: text for name, text in MADE.items() if not name.startswith(".vscode/schema/lexicons/")}
    assert held == set(made)
    settings = json.loads(made.pop(".vscode/settings.json"))
    wired = {place: files for place, files in WIRED.items() if not place.startswith("./.vscode/schema/lexicons/")}
    assert json.loads((ROOT / ".vscode/settings.json").read_text("utf-8")) == settings | {"yaml.schemas": wired}
    for name, text in made.items():
        assert (ROOT / name).read_text("utf-8") == text, f"{name} is out of date: copy it from a new dossier"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_keeps_to_its_schema(path: Path) -> None:
    file = path.relative_to(ROOT).as_posix().removeprefix("docs/")
    data = yamlio.load(path.read_text("utf-8"), file)
    jsonschema.Draft202012Validator(schema_of(file)).validate(data)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/dossier.yml", "title: T\n"),
        ("content/claims/C1.yml", "id: C1\nstatment: S\nactor: a\nstatus: proposed\npassages: []\n"),
        ("content/actors.yml", "- {id: a, name: A, kind: grup, party: third}\n"),
        ("content/sources/S1.yml", "id: R1\n"),
        ("seeds/courier.yml", "adress: https://courier.example/\n"),
        ("templates/languages/en.yml", "nav: [Voices]\n"),
        ("content/permalinks.yml", "gone: [{was: claims/C1/}]\n"),
        ("mkdocs.yml", "docs_dir: content\n"),
        ("mkdocs.yml", "site_name: T\nsite_adress: x\n"),
        ("mkdocs.yml", "site_name: T\nsite_url: tarn.example\n"),
        ("mkdocs.yml", "site_name: T\nnav: index.md\n"),
        ("content/index.md", "title: [a]\n"),
        ("content/how-to/index.md", "template: 7\n"),
        ("templates/lexicons/clutter.yml", "rules: {own: [{opns: [a]}]}\n"),
        ("templates/lexicons/cues.yml", "verbs: {says: [{frames: [quot], verbs: say}]}\n"),
        ("templates/lexicons/continuing.yml", "bias: much\n"),
    ],
)
def test_a_schema_finds_what_is_wrong(file: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_of(file)).validate(yamlio.load(text, file))


@pytest.mark.parametrize("name", known())
def test_a_list_of_the_package_keeps_to_the_schema_of_a_dossiers_own(name: str) -> None:
    schema = jsonschema.Draft202012Validator(schema_of(f"templates/lexicons/{name}.yml"))
    schema.validate(dict(packaged(name)))
    schema.validate({})


def test_a_schema_of_a_list_takes_what_the_check_takes() -> None:
    own = "rules:\n  log-line:\n    - {opens: [entered in the log]}\n"
    jsonschema.Draft202012Validator(schema_of("templates/lexicons/clutter.yml")).validate(yamlio.load(own, "clutter"))


@pytest.mark.parametrize("file", ["mkdocs.yml", "docs/mkdocs.yml", "tests/dossiers/water/mkdocs.yml", "new"])
def test_settings_keep_to_their_schema_and_are_sound(file: str, tmp_path: Path) -> None:
    text = STARTER["mkdocs.yml"] if file == "new" else (ROOT / file).read_text("utf-8")
    document = yamlio.read(text, "mkdocs.yml", yamlio.GIVEN)
    assert not document.problems
    plain = {key: one.value if isinstance(one, yamlio.Tagged) else one for key, one in document.data.items()}
    jsonschema.Draft202012Validator(schema_of("mkdocs.yml")).validate(plain)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert settings_problems(tmp_path, ROOT / "templates") == []


@pytest.mark.parametrize("setting", ["extra: !ENV [MORE, {}]", "extra_css: [!ENV [SHEET, own.css]]", "strict: !ENV S"])
def test_what_the_environment_gives_is_not_judged(setting: str, tmp_path: Path) -> None:
    text = f"site_name: T\ndocs_dir: content\nplugins: [diptych]\n{setting}\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert settings_problems(tmp_path, ROOT / "templates") == []


def test_a_hook_is_named_in_the_settings_and_not_by_the_environment(tmp_path: Path) -> None:
    text = "site_name: T\ndocs_dir: content\nplugins: [diptych]\nhooks: !ENV [HOOKS, [../away.py]]\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    (found,) = settings_problems(tmp_path, ROOT / "templates")
    assert (found.line, found.code) == (4, "wrong-value")
    assert found.message == "hooks: must be a list, not what !ENV gives"


def test_the_schema_and_the_reader_know_all_that_mkdocs_does() -> None:
    known = {name for name, _ in MkDocsConfig._schema} - {"config_file_path", "pages", "google_analytics"}
    assert known == set(Settings.model_fields) - {"INHERIT"}


@pytest.mark.parametrize("path", sorted((ROOT / "docs/content").rglob("*.md")), ids=lambda path: path.name)
def test_the_front_matter_of_a_page_keeps_to_its_schema(path: Path) -> None:
    head = FRONT.match(path.read_text("utf-8"))
    data = yamlio.load(head[1] if head else "{}", path.name)
    jsonschema.Draft202012Validator(schema_of("content/a.md")).validate(data)


def test_every_key_says_what_it_means() -> None:
    mute, known = set(), set()
    for name, schema in written_schemas(WRITTEN | AROUND).items():
        for model, described in [(str(schema.get("title")), schema), *schema.get("$defs", {}).items()]:
            properties = {} if model == "Sentence" else described.get("properties", {})
            known |= {(model, key) for key in properties}
            mute |= {f"{name}: {model}.{key}" for key, given in properties.items() if not given.get("description")}
    assert not mute
    written = {(model, key) for model, keys in key_meanings().items() for key in keys}
    models = {model for model, _ in known}
    assert not {(model, key) for model, key in written - known if model in models}
