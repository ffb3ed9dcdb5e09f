"""`diptych add`: articles into seeds/, with what is known of them and where it was found."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from saved_files import docx, pdf
from support import ROOT, tree

from diptych.cli import main
from diptych.gather import Refused
from diptych.pipeline import gathering, reader

SAVED = ROOT / "tests/saved"
#: A name with all that the system takes in one, and how it is shown.
HOSTILE, HOSTILE_SHOWN = (
    ("..\u202e\x1b[31m:evil\n.txt", "<U+202E><U+001B>[31m:evil<U+000A>")
    if os.name == "posix"
    else ("..\u202e[31m evil.txt", "<U+202E>[31m evil")
)


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty dossier on an invented dispute, in which commands run."""
    root = tmp_path / "dossier"
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: T\ndocs_dir: content\ntheme: diptych\nplugins: [diptych]\n", "utf-8")
    parties = "parties:\n  reporting: {name: Harbour Safety Board}\n  responding: {name: Osmund Ferries}\n"
    (root / "content/dossier.yml").write_text(f"title: The ferry inquiry\n{parties}", "utf-8")
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> Result:
    """A command, in the current folder."""
    return CliRunner().invoke(main, arguments)


def loaded(path: Path) -> dict[str, object]:
    data = yaml.safe_load(path.read_bytes())
    assert isinstance(data, dict)
    return data


def test_a_saved_page_becomes_a_seed_a_card_and_its_original(dossier: Path) -> None:
    done = run("add", str(SAVED / "courier.html"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "published: 2026-10-14 (JSON-LD datePublished)" in done.stdout
    data = (SAVED / "courier.html").read_bytes()
    assert (dossier / "seeds/originals/courier.html").read_bytes() == data
    card = loaded(dossier / "seeds/courier.yml")
    found = card.pop("found")
    original = card.pop("original")
    assert card == {
        "title": "Inquiry faults ferry line over lifeboat drills",
        "publisher": "Tarn Courier",
        "authors": ["Ada Brandt", "Jonas Pell"],
        "published": "2026-10-14",
        "address": "https://tarncourier.example/news/2026/10/14/ferry-inquiry/",
        "language": "en-GB",
    }
    assert isinstance(found, dict)
    assert list(found) == list(card)
    assert isinstance(original, dict)
    assert original["file"] == "seeds/originals/courier.html"
    assert original["sha256"] == hashlib.sha256(data).hexdigest()
    assert original["by"].startswith("trafilatura ")


def test_what_is_not_known_of_an_article_is_told_with_the_place_for_it(dossier: Path) -> None:
    (dossier / "notes.txt").write_text("The board met\n\nThe board said that it had met.\n", "utf-8")
    done = run("add", "notes.txt")
    assert "  not found: publisher and published; write what you know into seeds/notes.yml\n" in done.stdout
    assert "not found" not in run("add", str(SAVED / "courier.html")).stdout


def test_extraction_takes_over_what_the_card_says_and_why(dossier: Path) -> None:
    run("add", str(SAVED / "evening.htm"))
    assert run("extract").exit_code == 0
    source = loaded(dossier / "content/sources/S1.yml")
    assert source["address"] == "https://eveningstar.example/ferry"
    assert str(source["archived"]).startswith("https://web.archive.org/web/20261016103000/")
    assert "added" not in source
    assert source["found"] == {
        "publisher": "meta og:site_name",
        "authors": "meta author",
        "published": "meta date",
        "address": "meta og:url",
        "archived": "meta og:url",
    }
    digest = hashlib.sha256((SAVED / "evening.htm").read_bytes()).hexdigest()
    assert digest in str(source["note"])
    assert "language" not in source  # it is the dossier's
    before = tree(dossier / "content")
    assert run("extract").exit_code == 0
    assert tree(dossier / "content") == before


def test_a_person_corrects_a_card(dossier: Path) -> None:
    run("add", str(SAVED / "evening.htm"))
    card = dossier / "seeds/evening.yml"
    text = card.read_text("utf-8").replace("  publisher: meta og:site_name\n", "")
    card.write_text(text.replace("The Evening Star", "Evening Star of Tarn"), "utf-8")
    run("extract")
    source = loaded(dossier / "content/sources/S1.yml")
    assert source["publisher"] == "Evening Star of Tarn"
    assert source["added"] == {"publisher": "Noted beside the article's text."}
    assert "publisher" not in source["found"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("evening", "titel: x\n", "seeds/evening.yml:1:1: titel: no such key (unknown-key)"),
        ("evening", "address: javascript:alert(1)\n", "seeds/evening.yml:1:10: address:"),
        ("evenin", "title: x\n", "seeds/evenin.yml:1:1: warning: this card belongs to no seed"),
    ],
)
def test_what_is_wrong_with_a_card_is_told(dossier: Path, name: str, text: str, said: str) -> None:
    (dossier / "seeds").mkdir()
    (dossier / "seeds/evening.txt").write_text("The board said on Friday that it would not.\n", "utf-8")
    (dossier / f"seeds/{name}.yml").write_text(text, "utf-8")
    assert said in run("check").stdout


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfThe board said no.\r\n", b"The board said no.\n\n", "“Não”, said it.".encode()]
)
def test_a_text_is_kept_byte_for_byte(dossier: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.TXT").write_bytes(data)
    assert run("add", str(tmp_path / "a.TXT")).exit_code == 0
    assert tree(dossier / "seeds") == {"a.txt": data}


def test_word_and_pdf_files(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "appeal.docx").write_bytes(docx(["Ferry line appeals", "Osmund Ferries said that it would appeal."]))
    (tmp_path / "fine.pdf").write_bytes(pdf([["Osmund Ferries said that it had paid the fine."]]))
    done = run("add", str(tmp_path / "appeal.docx"), str(tmp_path / "fine.pdf"))
    assert done.exit_code == 0, done.stderr
    assert set(tree(dossier / "seeds")) >= {"appeal.txt", "fine.txt", "originals/appeal.docx", "originals/fine.pdf"}


def test_a_dry_run_writes_nothing_and_tells_the_same(dossier: Path) -> None:
    files = [str(path) for path in sorted(SAVED.iterdir())]
    before = tree(dossier)
    told = run("add", "--dry-run", *files).stdout
    assert tree(dossier) == before
    assert run("add", *files).stdout == told.replace("would add", "added")


def test_the_same_words_are_refused_whatever_the_file(dossier: Path, tmp_path: Path) -> None:
    run("add", str(SAVED / "courier.html"))
    (tmp_path / "again.txt").write_bytes((dossier / "seeds/courier.txt").read_bytes().replace(b"\n\n", b"\n"))
    before = tree(dossier)
    for again in (SAVED / "courier.html", tmp_path / "again.txt"):
        done = run("add", str(again))
        assert done.exit_code == 1
        assert done.stderr == f"refused {again}: it has the same words as seeds/courier.txt\n"
    assert tree(dossier) == before


def test_a_copy_is_told_from_news_in_either_order(dossier: Path, tmp_path: Path) -> None:
    text = (SAVED / "north-radio.txt").read_text("utf-8")
    (tmp_path / "later.txt").write_text(text, "utf-8")
    (tmp_path / "oddly.txt").write_text(f"Elsewhere today\n\n{text}", "utf-8")
    (tmp_path / "early.txt").write_text(f"Here and now\n\n{text}", "utf-8")
    assert "a copy:" not in run("add", str(tmp_path / "later.txt")).stdout
    copy = "  a copy: 100% of the runs of five words compared stand in seeds/later.txt from 0 on\n"
    assert copy in run("add", str(tmp_path / "oddly.txt")).stdout
    told = run("add", str(tmp_path / "early.txt")).stdout
    assert "  seeds/later.txt is read as a copy of it from now on\n" in told


def test_one_bad_file_keeps_no_good_one_out(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = run("add", str(tmp_path / "bad.pdf"), str(SAVED / "north-radio.txt"))
    assert done.exit_code == 1
    assert f"refused {tmp_path / 'bad.pdf'}: it is a broken PDF file" in done.stderr
    assert set(tree(dossier / "seeds")) == {"north-radio.txt"}


def test_a_file_of_200_mb_is_refused_unread(dossier: Path, tmp_path: Path) -> None:
    for name in ("huge.txt", "huge.pdf"):
        with (tmp_path / name).open("wb") as made:
            made.truncate(200_000_000)
    done = run("add", str(tmp_path / "huge.txt"), str(tmp_path / "huge.pdf"))
    assert done.exit_code == 1
    assert "huge.txt: it has 200 MB; 10 MB are the most for such a file" in done.stderr
    assert "huge.pdf: it has 200 MB; 100 MB are the most for such a file" in done.stderr
    assert not (dossier / "seeds").exists()


def test_a_folder_and_a_pipe_are_no_files(dossier: Path, tmp_path: Path) -> None:
    names = ["folder.txt"]
    (tmp_path / "folder.txt").mkdir()
    if hasattr(os, "mkfifo"):  # Windows has no pipes among its files
        os.mkfifo(tmp_path / "pipe.txt")
        names.append("pipe.txt")
    done = run("add", *(str(tmp_path / name) for name in names))
    assert done.exit_code == 1
    assert done.stderr.count("refused") == len(names)
    assert f"refused {tmp_path / 'folder.txt'}: it is a folder; give the files in it" in done.stderr
    assert done.stderr.count("it is no plain file") == len(names) - 1


def test_a_hostile_name_stays_in_the_folder_and_is_shown(dossier: Path, tmp_path: Path) -> None:
    hostile = tmp_path / HOSTILE
    hostile.write_text("The board said on Friday that it would not.\n", "utf-8")
    done = run("add", str(hostile))
    assert done.exit_code == 0
    assert set(tree(dossier)) == {"content/dossier.yml", "mkdocs.yml", "seeds/31m-evil.txt"}
    assert HOSTILE_SHOWN in done.stdout
    assert "\x1b" not in done.stdout


def test_a_name_taken_in_other_letters_is_not_given_again(dossier: Path, tmp_path: Path) -> None:
    for folder, name, words in (("a", "Ferry.txt", "one"), ("b", "ferry.md", "two")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(f"The board said {words}.\n", "utf-8")
        assert run("add", str(tmp_path / folder / name)).exit_code == 0
    assert set(tree(dossier / "seeds")) == {"Ferry.txt", "ferry-2.md"}


def test_nothing_is_written_outside_the_dossier(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (dossier / "seeds").symlink_to(tmp_path / "outside", target_is_directory=True)
    done = run("add", str(SAVED / "north-radio.txt"))
    assert done.exit_code == 2
    assert "leads out of the dossier" in done.stderr
    assert not list((tmp_path / "outside").iterdir())


def test_no_module_that_lies_in_the_dossier_is_run_by_a_reader(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "lxml", "trafilatura"):
        (dossier / f"{name}.py").write_text("import pathlib\npathlib.Path('ran').touch()\n", "utf-8")
    monkeypatch.chdir(dossier)
    assert "Harbour Safety Board" in reader.read(".html", (SAVED / "courier.html").read_bytes()).text
    assert not (dossier / "ran").exists()


def test_a_reader_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Refused, match=r"more than 0\.01 seconds"):
        reader.read(".html", b"<p>x</p>", seconds=0.01)


def test_a_write_that_fails_adds_nothing(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[Path] = []
    replace = Path.replace

    def failing(path: Path, to: Path) -> Path:
        placed.append(path)
        if len(placed) == 2:
            raise OSError("no space left")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="no space"):
        gathering.add(dossier, [SAVED / "courier.html"])
    assert set(tree(dossier)) == {"content/dossier.yml", "mkdocs.yml"}


def test_a_run_that_was_ended_is_taken_up_by_the_next(dossier: Path) -> None:
    run("add", str(SAVED / "courier.html"))
    whole = tree(dossier)
    (dossier / "seeds/courier.txt").unlink()
    assert run("add", str(SAVED / "courier.html")).exit_code == 0
    assert tree(dossier) == whole


def test_a_card_that_a_person_left_is_not_overwritten_nor_given_to_another_text(dossier: Path) -> None:
    for name in ("courier", "north-radio"):
        (dossier / "seeds").mkdir(exist_ok=True)
        (dossier / f"seeds/{name}.yml").write_text("title: Mine\n", "utf-8")
    run("add", str(SAVED / "courier.html"), str(SAVED / "north-radio.txt"))
    assert {"seeds/courier-2.txt", "seeds/north-radio-2.txt"} <= set(tree(dossier))
    assert (dossier / "seeds/courier.yml").read_text("utf-8") == "title: Mine\n"


def test_outside_a_dossier_or_without_a_file_is_wrong_use(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("add", "no-such-file.txt").exit_code == 2
    monkeypatch.chdir(tmp_path)
    assert run("add", str(SAVED / "north-radio.txt")).exit_code == 2


def test_what_the_text_alone_tells_is_told_with_that(dossier: Path, tmp_path: Path) -> None:
    lines = [
        "From The Harbour Ledger, 14 March 2026",
        "Ferry line appeals against the board",
        "Osmund Ferries said on Friday that it would appeal, and that no drill had been left out.",
    ]
    (tmp_path / "clipping.docx").write_bytes(docx(lines))
    assert run("add", str(tmp_path / "clipping.docx")).stdout.splitlines()[1:] == [
        "  title: Ferry line appeals against the board (the text)",
        "  publisher: The Harbour Ledger (the text)",
        "  published: 2026-03-14 (the text)",
    ]


def test_a_page_that_shows_no_article_is_told(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text(
        "Ferry line appeals\n\nSign up for our newsletter.\n\nAll rights reserved.\n", "utf-8"
    )
    told = run("add", str(tmp_path / "gate.txt")).stdout
    assert "  look: nothing in it reads as an article; look whether the page asks for a login" in told


def test_an_article_with_changes_is_told_and_can_be_said_to_be_no_witness(dossier: Path, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(400)]
    for name, changed in (("first", 0), ("second", 25)):
        text = " ".join("other" if changed and number % changed == 7 else word for number, word in enumerate(words))
        (tmp_path / f"{name}.txt").write_text(f"{text}.\n", "utf-8")
        told = run("add", str(tmp_path / f"{name}.txt")).stdout
    assert "of the runs of five words compared stand in seeds/first.txt; if it is that article, edited" in told
    assert run("extract").exit_code == 0
    source = dossier / "content/sources/S2.yml"
    source.write_text(
        source.read_text("utf-8").replace("status: proposed", "kind: rewrite\ncopy_of: S1\nstatus: reviewed")
    )
    assert run("extract").exit_code == 0
    assert run("check").exit_code == 0
    assert "kind: rewrite\ncopy_of: S1\n" in source.read_text("utf-8")
