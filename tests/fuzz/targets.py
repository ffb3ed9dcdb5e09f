"""What is fuzzed: each target takes one input and must neither raise, nor hang, nor leave its folder, nor lie."""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import html5lib
from guard import BAIT, limited, watched
from hypothesis import strategies as st
from saved_files import docx, pdf
from support import ROOT, tree
from words import HOSTILE, articles, spoilt, texts

from diptych import markup, signs, yamlio
from diptych.check import check
from diptych.gather import Refused, gather, safe_name
from diptych.pipeline.beginnings import Refused as NotBegun
from diptych.pipeline.beginnings import begin
from diptych.pipeline.extraction import attributions, extract
from diptych.problems import DossierError, visible
from diptych.render.markdown import note
from diptych.report import render, source_lines
from diptych.store import load

BASE = ROOT / "tests/bad/_base"
HEAD = "title: A dispute\nparties:\n  reporting: {name: Harbour Board}\n  responding: {name: Lantern Ferries}\n"
SECONDS = 20.0
_UNSAFE = re.compile(r"\s*(javascript|vbscript|data|file):", re.IGNORECASE)
_SAVED = sorted(path.read_bytes() for path in (ROOT / "tests/saved").iterdir())
_PAPERS = [docx(["Ferry line appeals", "The board said no."], "Appeal"), pdf([["Ferry line pays", "said the board."]])]
#: Sound files of each kind, to begin with.
SAMPLES: dict[str, list[bytes]] = {
    ".txt": [b"The board said \xe2\x80\x9cno\xe2\x80\x9d.\r\n"],
    ".md": [b"---\ntitle: Ferry pays\nauthors: [Ada Brandt]\n---\n\nThe board said no.\n"],
    ".html": [data for data in _SAVED if b"<html" in data],
    ".mhtml": [data for data in _SAVED if b"MIME-Version" in data],
    ".docx": _PAPERS[:1],
    ".pdf": _PAPERS[1:],
}
_FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file())


@dataclass(frozen=True, slots=True)
class Target:
    """What is tried, with which inputs."""

    given: st.SearchStrategy[Any]
    trial: Callable[[Any, Path], None]


def tried(name: str, given: Any) -> None:
    """Tries one input in a folder of its own, watched and with so much time."""
    around = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        (around / BAIT).write_text("nobody's business", encoding="utf-8")
        (around / "dossier").mkdir()
        with watched(around / "dossier"), limited(SECONDS):
            TARGETS[name].trial(given, around / "dossier")
    finally:
        shutil.rmtree(around, ignore_errors=True)


def _yaml(text: str, folder: Path) -> None:
    document = yamlio.read(text, "f.yml")
    document.place(("a", 0))
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
    if not document.problems and document.data is not None and "\0" not in text:
        again = yamlio.read(yamlio.dump(document.data), "f.yml")
        assert (again.data, again.problems) == (document.data, [])


def _dossier(given: tuple[str, bytes], folder: Path) -> None:
    file, data = given
    root = folder / "d"
    shutil.copytree(BASE, root)
    (root / file).write_bytes(data)
    before = tree(root)
    problems = check(load(root))
    assert list(problems) == sorted(problems)
    for form in ("text", "json", "github"):
        shown = render(problems, form, source_lines(root))
        shown.encode("utf-8")
        assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    assert tree(root) == before


def _seeds(given: list[str], folder: Path) -> None:
    _extracted(given, folder, "")


def _cues(given: tuple[str, str], folder: Path) -> None:
    _extracted([given[1]], folder, given[0])


def _extracted(seeds: list[str], folder: Path, cues: str) -> None:
    """What extraction proposes passes the check, to the character, and a second run changes nothing."""
    root = folder / "d"
    for name, text in {"content/dossier.yml": HEAD, "content/cues.yml": cues}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8"))
    (root / "seeds").mkdir()
    for number, text in enumerate(seeds):
        (root / f"seeds/s{number}.txt").write_bytes(text.encode("utf-8"))
    before = tree(root / "seeds")
    try:
        extract(root)
    except DossierError:
        return
    problems = [one for one in check(load(root)) if one.severity == "error"]
    assert not problems, problems
    proposed = tree(root / "content")
    assert extract(root).changed == ()
    assert tree(root / "content") == proposed
    assert tree(root / "seeds") == before


def _attribute(text: str, folder: Path) -> None:
    path = folder / "text.txt"
    path.write_bytes(text.encode("utf-8"))
    try:
        found = attributions(path)
    except DossierError:
        return
    for one in found["attributions"]:  # type: ignore[attr-defined]
        for start, end in filter(None, [one["source"], one["cue"], *one["content"]]):
            assert 0 <= start < end <= len(text)


def _notes(text: str, folder: Path) -> None:
    harmless(str(note(text, {"C1": "../claims/C1/index.html"})))


def _html(text: str, folder: Path) -> None:
    once = markup.cleaned(text)
    harmless(once)
    assert markup.cleaned(once) == once
    assert not [one for one in markup.faults(once) if not one.endless]
    shown = signs.marked(once)
    assert not signs.REORDERING.search(shown)
    assert not signs.CONTROLS.search(shown)


def _reader(suffix: str) -> Callable[[bytes, Path], None]:
    def trial(data: bytes, folder: Path) -> None:
        try:
            found = gather(suffix, data)
        except Refused as error:
            str(error).encode("utf-8")
            return
        found.text.encode("utf-8")
        for value in found.facts.values.values():
            for one in value if isinstance(value, list) else [value]:
                assert one.isprintable()
        for key in ("address", "archived"):
            assert not _UNSAFE.match(str(found.facts.values.get(key, "")))

    return trial


def _names(stem: str, folder: Path) -> None:
    made = safe_name(stem, {"article"})
    (folder / f"{made}.txt").write_bytes(b"")
    assert re.fullmatch(r"[^\W_][^/\\:*?\"<>|\s]*|\w.*", made)
    assert not made.endswith((".", " "))


def _new(given: tuple[str, str, str], folder: Path) -> None:
    try:
        begin(folder / "d", *given)
    except NotBegun as error:
        visible(str(error)).encode("utf-8")
        assert not (folder / "d").exists()
        return
    assert [one for one in check(load(folder / "d")) if one.severity == "error"] == []
    loaded = load(folder / "d")
    assert loaded.dossier is not None
    assert loaded.dossier.file.title == " ".join(given[0].split())


def harmless(page: str) -> None:
    """The markup as a browser reads it runs nothing and loads nothing from elsewhere."""
    for element in html5lib.parseFragment(page, namespaceHTMLElements=False).iter():
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        assert tag not in {"script", "style", "iframe", "object", "embed", "svg", "math", "base", "meta", "link"}
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), name
            assert name != "style"
            assert not (name in ("href", "src") and _UNSAFE.match(html.unescape(value))), value


_bytes = texts.map(lambda text: text.encode("utf-8"))
TARGETS: dict[str, Target] = {
    "yaml": Target(texts, _yaml),
    "dossier": Target(
        st.sampled_from(_FILES).flatmap(
            lambda file: st.tuples(
                st.just(file), spoilt([(BASE / file).read_bytes()]) | _bytes | st.binary(max_size=60)
            )
        ),
        _dossier,
    ),
    "seeds": Target(st.lists(articles, min_size=1, max_size=3), _seeds),
    "cues": Target(
        st.tuples(
            texts
            | st.builds(
                "{}:\n  {}:\n  - frames: [{}]\n    {}: [{}]\n".format,
                st.sampled_from(["verbs", "nouns"]),
                st.sampled_from(["says", "denies", "odd", "calls-for"]),
                st.sampled_from(["quote", "clause", "", "odd", "up", "person, to"]),
                st.sampled_from(["verbs", "nouns"]),
                st.sampled_from(["say", "deny it all", "''", "x y z", "report", "-"]),
            ),
            articles,
        ),
        _cues,
    ),
    "attribute": Target(articles | texts, _attribute),
    "notes": Target(texts, _notes),
    "html": Target(texts | spoilt(_SAVED).map(lambda data: data.decode("utf-8", "replace")), _html),
    ".txt": Target(st.binary(max_size=200) | _bytes, _reader(".txt")),
    ".md": Target(_bytes.map(b"---\n%b\n---\nWords.".__mod__) | st.binary(max_size=200), _reader(".md")),
    ".html": Target(spoilt(_SAVED) | _bytes, _reader(".html")),
    ".mhtml": Target(spoilt(_SAVED), _reader(".mhtml")),
    ".docx": Target(spoilt(_PAPERS[:1]), _reader(".docx")),
    ".pdf": Target(spoilt(_PAPERS[1:]), _reader(".pdf")),
    "names": Target(texts | st.sampled_from(HOSTILE) | st.text(), _names),
    "new": Target(st.tuples(texts, texts, texts) | st.tuples(*[st.sampled_from(HOSTILE)] * 3), _new),
}
