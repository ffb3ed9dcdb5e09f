"""The reference says all that there is; what the manual names exists; the manual builds without a warning."""

from __future__ import annotations

import re
import shlex
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from reference import commands, pages
from reference.words import FIXED, unnamed
from support import ROOT, run

from diptych.lexicons import known
from diptych.pipeline.codes import catalogue
from diptych.render.dataset.schemas import WRITTEN, key_meanings

DOCS = ROOT / "docs"
TEXTS = sorted(
    [
        *(DOCS / "content").rglob("*.md"),
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "scripts/diptych/starter/README.md")),
    ]
)
KNOWN = dict(commands.commands())
SPAN = re.compile(r"`(diptych [^`\n]+)`|^\$? ?(diptych [^#\n]+)", re.MULTILINE)
EXAMPLES = [(names, one) for names, command in KNOWN.items() for one in commands.examples(command)]


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual as a site."""
    site = tmp_path_factory.mktemp("manual") / "site"
    done = run("diptych", "build", "--site-dir", str(site), cwd=DOCS)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def test_every_page_of_the_manual_is_in_its_menu(manual: Path) -> None:
    wanted = {
        path.relative_to(DOCS / "content").with_suffix("").as_posix() for path in (DOCS / "content").rglob("*.md")
    }
    wanted |= {path.removesuffix(".md") for path in pages()}
    listed = set(re.findall(r": (\S+)\.md$", (DOCS / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert listed == wanted
    for path in wanted - {"index"}:
        assert (manual / path / "index.html").is_file()


def test_the_manual_keeps_what_it_says_of_every_site(manual: Path) -> None:
    made = list(manual.rglob("*.html"))
    assert len(made) > 20
    for path in made:
        text = path.read_text("utf-8")
        assert "Content-Security-Policy" in text
        assert not re.search(r"<script(?![^>]*(src=|application/ld))|\sstyle=|\son\w+=", text), path


def test_every_command_is_in_the_reference() -> None:
    page = pages()["reference/commands.md"]
    for names, command in KNOWN.items():
        assert re.search(rf"^###? {names}$", page, re.MULTILINE)
        for option in command.params:
            for flag in option.opts if isinstance(option, click.Option) else ():
                assert flag in page


def test_every_file_and_key_is_in_the_reference() -> None:
    page = pages()["reference/files.md"]
    for name, written in WRITTEN.items():
        assert name == "words" or f"## {written.title}\n" in page
    for model, keys in key_meanings().items():
        for key, meaning in keys.items():
            shown = page if not model.startswith("Published") else pages()["reference/dataset.md"]
            assert f"| `{key}` |" in shown
            assert meaning.replace("|", "\\|") in shown


def test_the_reference_says_of_every_file_of_the_package_how_it_is_replaced_or_why_not() -> None:
    page = pages()["reference/templates.md"]
    package = ROOT / "scripts/diptych"
    data = [path for path in package.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc", ".typed")]
    paths = sorted(path.relative_to(package).as_posix() for path in data)
    assert len(paths) > 20
    assert unnamed(paths) == []
    for path in FIXED:
        assert (package / path).exists()
        assert f"| `{path}` |" in page
    for path in (path for path in (ROOT / "templates").rglob("*") if path.is_file()):
        folder = path.parent.relative_to(ROOT).as_posix()
        row = next(line for line in page.splitlines() if line.startswith(f"| `{folder}` |"))
        assert f"`{path.name}`" in row
    for name in known():
        assert f"| `{name}.yml` |" in page


def test_every_code_is_in_the_reference_with_what_it_means() -> None:
    page = pages()["reference/problems.md"]
    for code, said in catalogue().items():
        example = "" if code == "file-unreadable" else "```text\n"  # what can be read depends on who runs it
        assert f"### {code}\n\n{said.means}\n\n**To mend it:** {said.mend}\n\n{example}" in page, code


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_written_as_yaml_is_yaml(path: Path) -> None:
    for block in re.findall(r"^```yaml\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        assert yaml.safe_load(textwrap.dedent(block))


def test_the_job_for_gitlab_does_what_the_workflow_for_github_does() -> None:
    page = (DOCS / "content/how-to/publish.md").read_text("utf-8")
    block = re.search(r"<!-- write .gitlab-ci.yml -->\n```yaml\n(.*?)```", page, re.DOTALL)
    assert block
    flow = yaml.safe_load(block[1])
    workflow = (ROOT / "scripts/diptych/starter/workflows/pages.yml").read_text("utf-8")
    for name, when in (("check", "merge_request_event"), ("pages", "$CI_DEFAULT_BRANCH")):
        job = flow[name]
        for command in ("python -m pip install -r requirements.txt", "diptych check", "diptych build"):
            assert any(command in line for line in [*flow["default"]["before_script"], *job["script"]])
            assert command in workflow
        assert f"--site-dir {job['artifacts']['paths'][0]}" in job["script"][-1]
        assert [when in rule["if"] for rule in job["rules"]] == [True]


def named(text: str) -> Iterator[list[str]]:
    """The commands that a text names, as words."""
    for found in SPAN.finditer(text):
        words = (found[1] or found[2]).strip()
        if "…" not in words and not words.endswith("\\"):
            yield shlex.split(words.split(" && ")[0].split(" > ")[0])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_text_names_exists(path: Path) -> None:
    for words in named(path.read_text("utf-8")):
        if words[1:] and words[1] not in ("COMMAND", "--version"):
            name = " ".join(words[:3]) if " ".join(words[:3]) in KNOWN else " ".join(words[:2])
            assert name in KNOWN, words
            flags = {flag for option in KNOWN[name].params for flag in option.opts} | {"--help", "-h"}
            assert {word for word in words if word.startswith("--")} <= flags, words


@pytest.mark.parametrize(("names", "example"), EXAMPLES, ids=[one for _, one in EXAMPLES])
def test_an_example_of_the_help_is_read_without_complaint(
    names: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files that it names are there; its words are read as the command's own parser reads them."""
    for file in ("Downloads/a.html", "notes.md", "report.pdf", "article.txt", "seeds/article.txt", "public/index.html"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    monkeypatch.chdir(tmp_path)
    words = shlex.split(example.replace("~/Downloads/*.html", "Downloads/a.html"))
    depth = names.count(" ") + 1
    assert words[:depth] == names.split()
    command = KNOWN[names]
    if isinstance(command, click.Group) and words[depth] in command.commands:
        command, depth = command.commands[words[depth]], depth + 1
    with command.make_context(names, words[depth:]) as context:
        assert not context.args


def test_contributing_places_every_module_where_the_contract_has_it() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    placed = {one.strip() for layer in contract["contracts"][0]["layers"] for one in layer.split("|")}
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| layer |")[2].partition("\n\n")[0]
    assert {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[2])} == placed
