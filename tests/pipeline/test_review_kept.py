"""What a person did survives whatever comes after: every case here once left a dossier that did not build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import ROOT

from diptych.pipeline import extraction, publication
from diptych.records import Dossier
from diptych.store import load

HEAD = """title: Report on the Hadri of the Upper Senn valley
parties:
  reporting: {name: International Office for Human Dignity, aliases: [IOHD]}
  responding: {name: Lorvania}
"""
ARTICLES = [f"D1-{number}.txt" for number in range(1, 6)]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    (root / "content").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "content/dossier.yml").write_text(HEAD, "utf-8")
    for name in ARTICLES:
        shutil.copy(ROOT / "tests/eval/dev" / name, root / "seeds")
    return root


def review_all(root: Path, *folders: str) -> None:
    for folder in folders:
        for file in (root / "content" / folder).glob("*.yml"):
            file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")


def errors(root: Path) -> list[str]:
    _, problems = publication.checked(root)
    return [f"{one.file}: {one.message} ({one.code})" for one in problems if one.severity == "error"]


def held(root: Path) -> Dossier:
    found = load(root).dossier
    assert found is not None
    return found


RECORDS = ("claims", "responses", "recommendations", "reactions", "events", "discrepancies")


@pytest.mark.parametrize("late", ARTICLES)
def test_an_article_added_after_review_leaves_a_sound_dossier(dossier: Path, late: str) -> None:
    seed = dossier / "seeds" / late
    text = seed.read_bytes()
    seed.unlink()
    extraction.extract(dossier)
    review_all(dossier, *RECORDS, "sources")
    seed.write_bytes(text)
    extraction.extract(dossier)
    assert errors(dossier) == []
    assert extraction.extract(dossier).changed == ()


@pytest.mark.parametrize("gone", ARTICLES)
def test_an_article_taken_away_leaves_a_sound_dossier(dossier: Path, gone: str) -> None:
    extraction.extract(dossier)
    review_all(dossier, "claims", "responses")
    (dossier / "seeds" / gone).unlink()
    extraction.extract(dossier)
    assert errors(dossier) == []
    assert extraction.extract(dossier).changed == ()


def test_a_record_filed_under_another_kind_is_never_answered_as_the_old_one(dossier: Path) -> None:
    extraction.extract(dossier)
    answered = sorted(
        {answer.to for record in held(dossier).records for answer in record.answers if answer.to != "report"}
    )
    assert answered
    old = next((dossier / "content").rglob(f"{answered[0]}.yml"))
    text = old.read_text("utf-8").replace(f"id: {answered[0]}", "id: T99").replace("proposed", "reviewed")
    old.unlink()
    (dossier / "content/reactions/T99.yml").write_text(text, "utf-8")
    extraction.extract(dossier)
    assert [error for error in errors(dossier) if "answer" in error] == []


def test_answers_keep_to_a_reviewed_record_that_gets_a_new_passage(dossier: Path) -> None:
    late = dossier / "seeds/D1-3.txt"
    text = late.read_bytes()
    extraction.extract(dossier)
    answers = {record.id: record.answers for record in held(dossier).records if record.answers}
    target = next(a.to for found in answers.values() for a in found if a.to != "report")
    late.unlink()
    extraction.extract(dossier)
    review_all(dossier, "claims", "recommendations")
    late.write_bytes(text)
    extraction.extract(dossier)
    now = {a.to for record in held(dossier).records for a in record.answers}
    assert target in now
    assert errors(dossier) == []


def test_a_proposal_that_a_reviewed_response_answers_is_not_withdrawn(dossier: Path) -> None:
    extraction.extract(dossier)
    response = next(r for r in held(dossier).records if any(a.to[0] == "C" for a in r.answers))
    target = next(a.to for a in response.answers if a.to[0] == "C")
    file = dossier / f"content/responses/{response.id}.yml"
    file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")
    (dossier / "content/cues.yml").write_text("phrases:\n- {before: zzz, force: says}\n", "utf-8")
    claim = dossier / f"content/claims/{target}.yml"
    before = claim.read_bytes()
    extraction.extract(dossier)
    assert claim.read_bytes() == before
    assert errors(dossier) == []


def test_a_renamed_seed_is_the_same_source(dossier: Path) -> None:
    extraction.extract(dossier)
    before = {(r.id, p.source, p.span) for r in held(dossier).records for p in r.passages}
    (dossier / "seeds/D1-2.txt").rename(dossier / "seeds/D1-2-final.txt")
    extraction.extract(dossier)
    assert {source.id for source in held(dossier).sources} == {"S1", "S2", "S3", "S4", "S5"}
    assert {(r.id, p.source, p.span) for r in held(dossier).records for p in r.passages} == before
    assert errors(dossier) == []


def test_a_renamed_seed_of_a_reviewed_source_is_told(dossier: Path) -> None:
    extraction.extract(dossier)
    review_all(dossier, "sources")
    before = (dossier / "content/sources/S2.yml").read_bytes()
    (dossier / "seeds/D1-2.txt").rename(dossier / "seeds/D1-2-final.txt")
    done = extraction.extract(dossier)
    assert [problem.code for problem in done.warnings] == ["seed-renamed"]
    assert "D1-2-final.txt" in done.warnings[0].hint
    assert (dossier / "content/sources/S2.yml").read_bytes() == before
    assert len(held(dossier).sources) == 5


def test_a_seed_emptied_under_a_reviewed_source_is_told(dossier: Path) -> None:
    extraction.extract(dossier)
    review_all(dossier, "sources")
    (dossier / "seeds/D1-2.txt").write_bytes(b"")
    assert [problem.code for problem in extraction.extract(dossier).warnings] == ["seed-changed"]


def test_a_figure_never_takes_the_id_of_a_quotation(dossier: Path) -> None:
    extraction.extract(dossier)
    kinds = {one.id: one.kind for one in held(dossier).discrepancies}
    (dossier / "seeds/D1-3.txt").unlink()
    extraction.extract(dossier)
    assert all(kinds[one.id] == one.kind for one in held(dossier).discrepancies if one.id in kinds)
