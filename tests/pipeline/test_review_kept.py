"""What a person did survives whatever comes after: every case here once left a dossier that did not build."""

from __future__ import annotations

from pathlib import Path

import pytest
from holding import errors, held

from diptych.pipeline import extraction

ARTICLES = [f"D1-{number}.txt" for number in range(1, 6)]


def review_all(root: Path, *folders: str) -> None:
    for folder in folders:
        for file in (root / "content" / folder).glob("*.yml"):
            file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")


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
def test_an_article_taken_away_leaves_a_sound_dossier(proposed: Path, gone: str) -> None:
    review_all(proposed, "claims", "responses")
    (proposed / "seeds" / gone).unlink()
    extraction.extract(proposed)
    assert errors(proposed) == []
    assert extraction.extract(proposed).changed == ()


def test_a_record_filed_under_another_kind_is_never_answered_as_the_old_one(proposed: Path) -> None:
    answered = sorted(
        {answer.to for record in held(proposed).records for answer in record.answers if answer.to != "report"}
    )
    assert answered
    old = next((proposed / "content").rglob(f"{answered[0]}.yml"))
    text = old.read_text("utf-8").replace(f"id: {answered[0]}", "id: T99").replace("proposed", "reviewed")
    old.unlink()
    (proposed / "content/reactions/T99.yml").write_text(text, "utf-8")
    extraction.extract(proposed)
    assert [error for error in errors(proposed) if "answer" in error.message] == []


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


def test_a_proposal_that_a_reviewed_response_answers_is_not_withdrawn(proposed: Path) -> None:
    response = next(r for r in held(proposed).records if any(a.to[0] == "C" for a in r.answers))
    target = next(a.to for a in response.answers if a.to[0] == "C")
    file = proposed / f"content/responses/{response.id}.yml"
    file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")
    (proposed / "content/cues.yml").write_text("phrases:\n- {before: zzz, force: says}\n", "utf-8")
    claim = proposed / f"content/claims/{target}.yml"
    before = claim.read_bytes()
    extraction.extract(proposed)
    assert claim.read_bytes() == before
    assert errors(proposed) == []


def test_a_renamed_seed_is_the_same_source(proposed: Path) -> None:
    before = {(r.id, p.source, p.span) for r in held(proposed).records for p in r.passages}
    (proposed / "seeds/D1-2.txt").rename(proposed / "seeds/D1-2-final.txt")
    extraction.extract(proposed)
    assert {source.id for source in held(proposed).sources} == {"S1", "S2", "S3", "S4", "S5"}
    assert {(r.id, p.source, p.span) for r in held(proposed).records for p in r.passages} == before
    assert errors(proposed) == []


def test_a_renamed_seed_of_a_reviewed_source_is_told(proposed: Path) -> None:
    review_all(proposed, "sources")
    before = (proposed / "content/sources/S2.yml").read_bytes()
    (proposed / "seeds/D1-2.txt").rename(proposed / "seeds/D1-2-final.txt")
    done = extraction.extract(proposed)
    assert [problem.code for problem in done.warnings] == ["seed-renamed"]
    assert "D1-2-final.txt" in done.warnings[0].hint
    assert (proposed / "content/sources/S2.yml").read_bytes() == before
    assert len(held(proposed).sources) == 5


def test_a_seed_emptied_under_a_reviewed_source_is_told(proposed: Path) -> None:
    review_all(proposed, "sources")
    (proposed / "seeds/D1-2.txt").write_bytes(b"")
    assert [problem.code for problem in extraction.extract(proposed).warnings] == ["seed-changed"]


def test_a_figure_never_takes_the_id_of_a_quotation(proposed: Path) -> None:
    kinds = {one.id: one.kind for one in held(proposed).discrepancies}
    (proposed / "seeds/D1-3.txt").unlink()
    extraction.extract(proposed)
    assert all(kinds[one.id] == one.kind for one in held(proposed).discrepancies if one.id in kinds)
