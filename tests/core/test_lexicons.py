"""A dossier's own word lists: laid over the package's key by key while work on it lasts, and nowhere else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support import ROOT

from diptych import lexicons, yamlio
from diptych.lexicons.own import faults, unknown
from diptych.pair.numerals import figures
from diptych.pair.words import content
from diptych.pipeline.explanation import explain_place
from diptych.pipeline.extraction import extract
from diptych.pipeline.workers import workers
from diptych.progress import unshown
from diptych.store import load

WATER = ROOT / "tests/dossiers/water"
#: The sluice log's line is a rule of the dossier's own; the numbers are those of the sluice keepers.
CLUTTER = "rules:\n  log-line:\n    - {opens: [entered in the sluice log]}\n"
PAIRING = "tens: score twoscore threescore\n"
TEXT = """\
Auditor faults the sluice

Entered in the sluice log by the keeper, as every year.

The auditor said that the sluice had leaked.
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The second dossier with a text of its own and two lists."""
    root = tmp_path / "water"
    shutil.copytree(WATER, root)
    (root / "seeds/sluice.txt").write_text(TEXT, "utf-8")
    (root / "templates/lexicons").mkdir(parents=True)
    (root / "templates/lexicons/clutter.yml").write_text(CLUTTER, "utf-8")
    (root / "templates/lexicons/pairing.yml").write_text(PAIRING, "utf-8")
    return root


def test_a_list_is_laid_over_the_packages_key_by_key_and_taken_away_again() -> None:
    before = dict(lexicons.lexicon("clutter"))
    with lexicons.laying((("clutter", CLUTTER),)):
        now = lexicons.lexicon("clutter")
        assert now["rules"]["log-line"] == [{"opens": ["entered in the sluice log"]}]
        assert {key: now["rules"][key] for key in before["rules"]} == before["rules"]
        assert now["furniture"] == before["furniture"]
    assert lexicons.lexicon("clutter") == before


def test_nothing_that_was_made_of_a_list_is_kept_beyond_it() -> None:
    def read() -> tuple[list[str], list[float]]:
        return content("the keeper opens a gate"), [one.value for one in figures("threescore gates")]

    before = read()
    with lexicons.laying((("pairing", f"{PAIRING}stop: the keeper\n"),)):
        assert read() == (content("opens gate"), [40.0])
    assert read() == before
    assert before == (content("keeper opens gate"), [])


def test_the_lists_of_a_dossier_are_read_with_it_and_count_for_what_is_kept(dossier: Path) -> None:
    loaded = load(dossier)
    assert loaded.problems == []
    assert loaded.lists == (("clutter", CLUTTER), ("pairing", PAIRING))
    assert lexicons.mark(loaded.lists) not in ("", lexicons.mark(loaded.lists[:1]))
    assert lexicons.mark(()) == ""


def test_extraction_heeds_them_and_so_does_what_was_kept_before(dossier: Path) -> None:
    own = dossier / "templates/lexicons/clutter.yml"
    kept = own.read_bytes()
    place = TEXT.index("Entered in")
    uses = []
    for now in (None, kept, None):
        own.unlink(missing_ok=True)
        if now is not None:
            own.write_bytes(now)
        extract(dossier)
        source = next(one for one in load(dossier).dossier.sources if one.file == "seeds/sluice.txt")  # type: ignore[union-attr]
        uses.append(next(one.use for one in source.sentences if one.start <= place < one.end))
    assert uses == ["context", "noise", "context"]
    own.write_bytes(kept)
    assert "log-line" not in explain_place(dossier, "seeds/sluice.txt", place)


def test_other_processes_read_the_same_lists() -> None:
    own = (("pairing", PAIRING),)
    with lexicons.laying(own), workers(2, unshown) as others:
        assert [[one.value for one in found] for found in others.each(figures, ["threescore gates"] * 3)] == [
            [40.0]
        ] * 3


def test_the_example_of_every_list_is_sound() -> None:
    for name in lexicons.known():
        text = (Path(lexicons.__file__).with_name(f"{name}.yml")).read_text("utf-8")
        assert faults(yamlio.read(text, name), name) == []
        assert faults(yamlio.read("", name), name) == []
        assert unknown(f"templates/lexicons/{name}.yml") is None


def test_a_file_that_is_no_list_is_told_with_the_name_that_is_meant() -> None:
    wrong = unknown("templates/lexicons/concepts.yaml")
    assert wrong is not None
    assert wrong.hint == "did you mean 'concepts.yml'?"


def test_of_words_that_begin_alike_the_longest_is_found_and_none_is_a_pattern() -> None:
    words = re.compile(lexicons.either(["call", "call up on", "3.5"]))
    assert words.findall("call up\non; call; 3.5, 345") == ["call up\non", "call", "3.5"]
