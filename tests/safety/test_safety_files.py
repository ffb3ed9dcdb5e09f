"""Nothing outside a dossier is read or written, and what lies in it is read to the character."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, run, tree

from diptych.check import check
from diptych.gather import Refused
from diptych.pipeline.extraction import extract
from diptych.pipeline.gathering import add
from diptych.pipeline.target import objection
from diptych.pipeline.verification import verify
from diptych.problems import DossierError
from diptych.store import load

HEAD = "title: A dispute\nparties:\n  reporting: {name: Harbour Board}\n  responding: {name: Lantern Ferries}\n"
ARTICLE = (
    "Board faults night ferries\n\nThe Harbour Board said on Friday that Lantern Ferries had sailed with half a crew.\n"
    "“We never sailed with half a crew,” said Lantern Ferries.\n\nThe Harbour Board called on Lantern Ferries to "
    "publish its crew lists.\n"
)


def dossier(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in {"content/dossier.yml": HEAD.encode(), "mkdocs.yml": b"site_name: x\n", **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_offsets_count_the_mark_and_both_signs_of_a_line_end(tmp_path: Path, mark: bytes, newline: bytes) -> None:
    data = mark + ARTICLE.encode().replace(b"\n", newline)
    root = dossier(tmp_path, {"seeds/a.txt": data})
    extract(root)
    loaded = load(root)
    assert loaded.dossier is not None
    assert [one for one in check(loaded) if one.severity == "error"] == []
    text = data.decode("utf-8")
    found = [passage for record in loaded.dossier.records for passage in record.passages]
    assert len(found) >= 3
    for passage in found:
        assert text[passage.start : passage.end] == passage.text
        assert data[len(text[: passage.start].encode()) :].startswith(passage.text.encode())
    assert loaded.dossier.sources[0].title == "Board faults night ferries"
    assert [passage.text for passage in found] == [
        one.replace("\n", newline.decode()) for one in _plain_passages(tmp_path / "plain")
    ]


def _plain_passages(root: Path) -> list[str]:
    extract(dossier(root, {"seeds/a.txt": ARTICLE.encode()}))
    loaded = load(root).dossier
    assert loaded is not None
    return [passage.text for record in loaded.records for passage in record.passages]


@pytest.mark.parametrize("folder", ["content/claims", "content", "seeds", "templates"])
def test_extraction_writes_through_no_link(tmp_path: Path, folder: str) -> None:
    root = dossier(tmp_path / "d", {"seeds/a.txt": ARTICLE.encode(), "templates/x.html": b"", "content/claims/x": b""})
    (root / folder).rename(tmp_path / "outside")
    (root / folder).symlink_to(tmp_path / "outside", target_is_directory=True)
    before = tree(tmp_path / "outside")
    with pytest.raises(DossierError) as raised:
        extract(root)
    assert "link-outside" in {problem.code for problem in raised.value.problems}
    assert tree(tmp_path / "outside") == before


@pytest.mark.parametrize("folder", ["seeds", "seeds/originals"])
def test_nothing_is_added_through_a_link(tmp_path: Path, folder: str) -> None:
    root = dossier(tmp_path / "d", {"seeds/originals/x": b""})
    (root / folder).rename(tmp_path / "outside")
    (root / folder).symlink_to(tmp_path / "outside", target_is_directory=True)
    before = tree(tmp_path / "outside")
    with pytest.raises(Refused, match="leads out of the dossier"):
        add(root, [ROOT / "tests/saved/courier.html"])
    assert tree(tmp_path / "outside") == before


def test_a_site_takes_no_folder_that_is_none(tmp_path: Path) -> None:
    root = dossier(tmp_path / "d", {"seeds/a.txt": b"a", "site/404.html": b"", "notes/a.txt": b"a", "empty/.keep": b""})
    for folder in ("site", "empty", "not-there", "../public"):
        assert objection(root, root / folder) == ""
    for folder, said in {
        ".": "holds the dossier itself",
        "..": "holds the dossier itself",
        "seeds": "is a part of the dossier",
        "content/site": "is a part of the dossier",
        ".git": "is a part of the dossier",
        "notes": "holds 'a.txt' and no site",
        "notes/a.txt": "is a file",
    }.items():
        assert said in objection(root, root / folder)


def test_a_build_into_such_a_folder_is_refused_and_takes_nothing(tmp_path: Path) -> None:
    root = dossier(tmp_path / "d", {"notes/a.txt": b"a", "content/index.md": b"Words.\n", "seeds/a.txt": b"a"})
    (root / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\ntheme: {name: diptych}\nplugins: [diptych]\n")
    for folder in ("notes", "seeds"):
        done = run("mkdocs", "build", "--site-dir", folder, cwd=root)
        assert done.returncode != 0
        assert "takes the place of its whole folder" in done.stderr
    assert (root / "notes/a.txt").read_bytes() == b"a"
    assert (root / "seeds/a.txt").read_bytes() == b"a"


def test_a_copy_that_names_a_file_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_bytes(b"nobody's business")
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "seeds").mkdir()
    (site / "datapackage.json").write_text(
        '{"resources": [{"path": "../private.txt", "bytes": 1, "hash": "sha256:0"}]}'
    )
    (site / "dossier.json").write_text("[" * 100_000)
    codes = {problem.code for problem in verify(site, tmp_path / "seeds").problems}
    assert codes == {"file-missing", "dataset-invalid"}
