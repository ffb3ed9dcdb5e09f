"""Why a sentence was read as it was, and a dossier's own cues."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.pipeline import extraction
from diptych.pipeline.explanation import explain_place, explain_record
from diptych.store import load

TEXT = "Auditor finds leaks\n\nThe auditor said that the pipes leak. Ida Falk, of Wellwater, unbosomed the report.\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content/dossier.yml").write_text(
        "title: T\nparties:\n  reporting: {name: The auditor}\n  responding: {name: Wellwater}\n", "utf-8"
    )
    (tmp_path / "seeds/a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_place_shows_sentence_speaker_cue_and_rule(dossier: Path) -> None:
    told = explain_place(dossier, "seeds/a.txt", TEXT.index("pipes"))
    assert "The auditor said that the pipes leak." in told
    assert "cue: said" in told
    assert "rule: " in told


def test_a_place_no_rule_reads_says_what_came_nearest(dossier: Path) -> None:
    told = explain_place(dossier, "seeds/a.txt", TEXT.index("unbosomed"))
    assert "said (" not in told
    assert "'report' may report, but stands here as a noun" in told


def test_a_place_of_a_dossier_says_what_became_of_it(dossier: Path) -> None:
    extraction.extract(dossier)
    told = explain_place(dossier, "seeds/a.txt", TEXT.index("pipes"))
    assert "in the dossier: S1, passages of C1 (proposed" in told
    assert "the pipes leak" in explain_record(dossier, "C1")


def test_what_is_nowhere_is_told(dossier: Path) -> None:
    extraction.extract(dossier)
    with pytest.raises(ValueError, match="no sentence"):
        explain_place(dossier, "seeds/a.txt", 10_000)
    with pytest.raises(ValueError, match=r"no record 'C11'.*did you mean 'C1'"):
        explain_record(dossier, "C11")


def test_a_dossiers_own_cue_needs_no_code(dossier: Path) -> None:
    cues = "verbs:\n  rejects:\n  - {frames: [object], verbs: [unbosom]}\n"
    (dossier / "content/cues.yml").write_text(cues, "utf-8")
    told = explain_place(dossier, "seeds/a.txt", TEXT.index("unbosomed"))
    assert "rejects" in told
    assert "by: Ida Falk" in told


def test_broken_cues_are_told_with_their_place(dossier: Path) -> None:
    (dossier / "content/cues.yml").write_text("verbs:\n  rejects:\n  - {frames: [object], verb: [x]}\n", "utf-8")
    problems = load(dossier).problems
    assert [(p.file, p.line, p.code) for p in problems] == [
        ("content/cues.yml", 3, "missing-key"),
        ("content/cues.yml", 3, "unknown-key"),
    ]


def test_a_passage_that_another_article_decides_says_so(dossier: Path) -> None:
    (dossier / "seeds/a.txt").write_text(f"{TEXT}\nHe counted 47 leaks in the upper main, the auditor said.\n", "utf-8")
    (dossier / "seeds/b.txt").write_text("A wet town\n\nThere were 47 leaks in the upper main.\n", "utf-8")
    extraction.extract(dossier)
    (record,) = [one for one in load(dossier).dossier.records if any(p.rule == "echo" for p in one.passages)]
    assert "rule echo found it: the article does not say, or not surely, whose it is" in explain_record(
        dossier, record.id
    )
