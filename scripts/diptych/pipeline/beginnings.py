"""A new dossier: the files of the package's starter with the title and the parties put in, and the editors' schemas."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from diptych import __version__
from diptych.lexicons import known
from diptych.pipeline import wheel
from diptych.render.dataset.schemas import AROUND, WRITTEN, list_schemas, schema_file, written_schemas
from diptych.store import LISTS, claimed
from diptych.values import slug

#: Where each file of the starter goes, by its name there. Git and wheels treat dotfiles of a package as their own.
_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "dossier.yml": "content/dossier.yml",
    "index.md": "content/index.md",
    "about.md": "content/about.md",
    "seeds-readme.md": "seeds/README.md",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "workflows/pages.yml": ".github/workflows/pages.yml",
    "vscode/extensions.json": ".vscode/extensions.json",
}
_PLACE = re.compile(r"\{\{(title|reporting|responding|requirement)\}\}")
#: A title or a name has no more code points than this.
_LONGEST = 300


class Refused(ValueError):
    """Why no dossier was begun."""


def begin(folder: Path, title: str, reporting: str, responding: str) -> list[str]:
    """Makes the folder with a dossier in it that builds at once; returns its files, as paths from it.

    All of it is written beside and takes its place in the end; where the folder already stands, empty, its files do.
    Raises `Refused` where something stands there or a name can't be one, `Busy` where another process makes the same,
    and `OSError`; then nothing is left behind.
    """
    along = _wheel()
    files = {name: text.encode("utf-8") for name, text in starter(title, reporting, responding, along).items()}
    if along:
        files[along[0]] = along[1]
    vacant(folder)
    around = folder.absolute().parent
    made = _missing(around)
    around.mkdir(parents=True, exist_ok=True)
    try:
        with claimed(around / f".{folder.absolute().name}.lock", "diptych new"):
            _made(around / f".{folder.absolute().name}.new", folder, files)
    except BaseException:
        for parent in made:
            parent.rmdir()
        raise
    return list(files)


def vacant(folder: Path) -> None:
    """Raises `Refused` where something stands in the place of a new dossier, and `OSError`."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refused(f"{folder} is a file: name a folder that is not there yet")
    if folder.is_dir() and any(folder.iterdir()):
        raise Refused(f"{folder} holds files already, and nothing is overwritten: name a folder that is not there yet")


def _made(beside: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files beside the folder, where a run that was killed may have left some, and moves them to it."""
    shutil.rmtree(beside, ignore_errors=True)
    try:
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _placed(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def starter(title: str, reporting: str, responding: str, along: tuple[str, bytes] | None = None) -> dict[str, str]:
    """The files of a new dossier, as texts by path; raises `Refused` for a name that can't be one."""
    words = {"title": title, "reporting": reporting, "responding": responding}
    words = {key: _name(key, value) for key, value in words.items()}
    if slug(words["reporting"]) == slug(words["responding"]) != "x" or words["reporting"] == words["responding"]:
        raise Refused(f"the two parties need names that differ by more than their signs, not {reporting!r} twice")
    folder = resources.files("diptych") / "starter"
    made = {to: (folder / name).read_text(encoding="utf-8") for name, to in _FILES.items()}
    known = {**words, "requirement": _requirement(along)}
    made = {to: _filled(text, known, quoted=to.endswith((".yml", "index.md"))) for to, text in made.items()}
    lists = {_of_list(name): schema for name, schema in list_schemas().items()}
    for name, schema in (written_schemas(WRITTEN | AROUND) | lists).items():
        made[f".vscode/{schema_file(name)}"] = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    made[".vscode/settings.json"] = json.dumps(_settings(), indent=2) + "\n"
    made[".vscode/pages.code-snippets"] = json.dumps(_SNIPPETS, indent=2) + "\n"
    return dict(sorted(made.items()))


def _of_list(name: str) -> str:
    """The name of the schema of a word list: other files have the same names."""
    return f"lexicons/{name}"


def _settings() -> dict[str, object]:
    """Which schema is that of which files; the paths are the folder's own, so that nothing is asked of the network."""
    files = {
        f"./.vscode/{schema_file(name)}": [
            f"{one}*.yml" if one.endswith("/") else one for one in kind.files.split(", ")
        ]
        for name, kind in (WRITTEN | AROUND).items()
    }
    files |= {f"./.vscode/{schema_file(_of_list(name))}": [f"{LISTS}/{name}.yml"] for name in known()}
    return {
        "yaml.schemas": files,
        "yaml.schemaStore.enable": False,
        "yaml.customTags": ["!ENV scalar", "!ENV sequence", "!relative scalar"],
        "files.associations": {"content/**/*.yml": "yaml"},
    }


#: What VS Code offers at the beginning of a page: no schema is asked for front matter in Markdown there.
_SNIPPETS = {
    "Front matter of a page": {
        "scope": "markdown",
        "prefix": ["---", "title"],
        "body": ["---", "title: ${1:Title}", "---", "", "$0"],
        "description": "What the page is called, in the menu and on the page",
    }
}


def _filled(text: str, words: Mapping[str, str], quoted: bool) -> str:
    """A file with its places filled; in YAML every name is quoted as JSON does it, which YAML reads as a string."""
    return _PLACE.sub(
        lambda found: json.dumps(words[found[1]], ensure_ascii=False) if quoted else words[found[1]], text
    )


def _wheel() -> tuple[str, bytes] | None:
    """The wheel that a dossier takes along, by its path: where this version came from a file, nobody else has it."""
    installed = wheel.installed()
    if installed is None or not str(wheel.origin(installed).get("url", "")).startswith("file:"):
        return None
    name, data = wheel.packed(installed)
    return f"wheels/{name}", data


def _requirement(along: tuple[str, bytes] | None) -> str:
    """What has to be installed: the wheel in the dossier, the place on the web it came from, or its number."""
    if along:
        return f"./{along[0]}[add]"
    installed = wheel.installed()
    given = wheel.origin(installed) if installed else {}
    url, commit = str(given.get("url", "")), given.get("vcs_info", {})
    if url.startswith("https://") and commit.get("vcs") == "git":
        return f"diptych[add] @ git+{url}@{commit['commit_id']}"
    if url.startswith("https://") and "archive_info" in given:
        sha256 = given["archive_info"].get("hashes", {}).get("sha256")
        return f"diptych[add] @ {url}" + (f"#sha256={sha256}" if sha256 else "")
    return f"diptych[add]=={__version__}"


def _name(key: str, value: str) -> str:
    value = " ".join(value.split())
    what = "the title" if key == "title" else f"the name of the {key} party"
    if not value:
        raise Refused(f"{what} is empty")
    if len(value) > _LONGEST:
        raise Refused(f"{what} is {len(value)} characters long; {_LONGEST} are the most")
    if not value.isprintable():
        sign = next(sign for sign in value if not sign.isprintable())
        raise Refused(f"{what} holds a sign that does not show: U+{ord(sign):04X}")
    return value


def _missing(folder: Path) -> list[Path]:
    """The folders on the way to this one that are not there yet, the innermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _placed(made: Path, folder: Path) -> None:
    """Moves the dossier to its folder: whole where there is none, else (an empty one) mkdocs.yml last."""
    if not folder.is_dir():
        made.rename(folder)
        return
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir(), key=lambda one: (one.name == "mkdocs.yml", one.name)):
            path.rename(folder / path.name)
            moved.append(folder / path.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
