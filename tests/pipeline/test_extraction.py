"""seeds → proposals: honest, idempotent, and never over a person's work."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from holding import publishable
from support import run, tree

from diptych.pipeline import extraction
from diptych.problems import DossierError
from diptych.render.dataset import dataset
from diptych.spans import Span


def content(root: Path) -> dict[str, bytes]:
    return tree(root / "content")


def review(root: Path, name: str) -> Path:
    """What a person does: looks at a proposal, and says so."""
    file = next((root / "content").rglob(f"{name}.yml"))
    file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")
    return file


def test_a_run_proposes_and_a_second_run_changes_no_byte(dossier: Path) -> None:
    done = extraction.extract(dossier)
    assert done.proposed["claims"] >= 5
    assert done.proposed["responses"] >= 5
    assert done.proposed["sources"] == 5
    before = content(dossier)
    stamps = {path: path.stat().st_mtime_ns for path in (dossier / "content").rglob("*")}
    assert extraction.extract(dossier).changed == ()
    assert content(dossier) == before
    assert {path: path.stat().st_mtime_ns for path in (dossier / "content").rglob("*")} == stamps


def test_two_machines_propose_the_same(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(dossier, other)
    for root, seed in ((dossier, "1"), (other, "2")):
        (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
        done = run("diptych", "extract", cwd=root, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
    assert content(dossier) == content(other)


def test_every_proposal_is_exact_and_passes_the_checks(proposed: Path) -> None:
    dossier = publishable(proposed)
    texts = {source.file: (proposed / source.file).read_bytes().decode() for source in dossier.sources}
    files = {source.id: source.file for source in dossier.sources}
    passages = [passage for item in dossier.items for passage in item.passages]
    assert len(passages) > 50
    assert all(passage.span.of(texts[files[passage.source]]) == passage.text for passage in passages)


def test_the_ledger_accounts_for_every_sentence(proposed: Path) -> None:
    found = dataset(publishable(proposed))
    for source in found["sources"]:
        text = (proposed / source["file"]).read_bytes().decode()
        spans = [Span(one["start"], one["end"]) for one in found["sentences"] if one["source"] == source["id"]]
        assert spans == sorted(spans)
        left, reached = "", source["start"]
        for span in spans:
            assert span.start >= reached
            left += text[reached : span.start]
            reached = span.end
        assert (left + text[reached : source["end"]]).strip() == ""


def test_a_reviewed_record_keeps_its_bytes_and_its_passages(proposed: Path) -> None:
    file = review(proposed, "C2")
    file.write_text("# looked at twice\n" + file.read_text("utf-8").replace("statement: ", "statement:   "), "utf-8")
    before = file.read_bytes()
    mine = {(p.source, p.span) for r in publishable(proposed).records if r.id == "C2" for p in r.passages}
    extraction.extract(proposed)
    assert file.read_bytes() == before
    others = [r for r in publishable(proposed).records if r.id != "C2"]
    for record in others:
        for passage in record.passages:
            assert not (
                record.status == "proposed" and (passage.source, passage.span) in mine and record.kind == "claim"
            )


def test_nothing_new_is_proposed_from_a_reviewed_source(proposed: Path) -> None:
    review(proposed, "S1")
    for record in publishable(proposed).records:
        if {passage.source for passage in record.passages} == {"S1"}:
            next((proposed / "content").rglob(f"{record.id}.yml")).unlink()
    before = {(p.span, r.kind) for r in publishable(proposed).records for p in r.passages if p.source == "S1"}
    extraction.extract(proposed)
    assert {(p.span, r.kind) for r in publishable(proposed).records for p in r.passages if p.source == "S1"} == before


def test_an_article_more_keeps_old_ids_and_reviewed_bytes(dossier: Path) -> None:
    late = dossier / "seeds/D1-2.txt"
    text = late.read_bytes()
    late.unlink()
    extraction.extract(dossier)
    files = [review(dossier, name) for name in ("C1", "R1", "S1", "S3")]
    before = {file: file.read_bytes() for file in files}
    given = re.findall(r"- (\w+)", (dossier / "content/permalinks.yml").read_text("utf-8"))
    late.write_bytes(text)
    extraction.extract(dossier)
    assert {file: file.read_bytes() for file in files} == before
    now = re.findall(r"- (\w+)", (dossier / "content/permalinks.yml").read_text("utf-8"))
    assert now[: len(given)] == given
    assert len(set(now)) == len(now)
    sources = {source.file: source.id for source in publishable(dossier).sources}
    assert sources["seeds/D1-1.txt"] == "S1"
    assert sources["seeds/D1-2.txt"] == "S5"


def test_an_id_is_never_given_again(proposed: Path) -> None:
    last = max(int(r.id[1:]) for r in publishable(proposed).records if r.kind == "reaction")
    for file in (proposed / "content/reactions").glob("*.yml"):
        file.unlink()
    extraction.extract(proposed)
    assert min(int(r.id[1:]) for r in publishable(proposed).records if r.kind == "reaction") > last


def test_a_seed_changed_under_a_reviewed_source_is_told_and_nothing_read(proposed: Path) -> None:
    file = review(proposed, "S1")
    before = file.read_bytes()
    seed = proposed / "seeds/D1-1.txt"
    seed.write_bytes(seed.read_bytes().replace(b"valley", b"valleY", 1))
    done = extraction.extract(proposed)
    assert [problem.code for problem in done.warnings] == ["seed-changed"]
    assert file.read_bytes() == before


def test_without_seeds_proposals_stay(proposed: Path) -> None:
    before = content(proposed)
    shutil.rmtree(proposed / "seeds")
    assert extraction.extract(proposed).changed == ()
    assert content(proposed) == before


def test_a_seed_that_is_not_text_stops_the_run_before_it_writes(dossier: Path) -> None:
    (dossier / "seeds/D1-9.txt").write_bytes("Étude".encode("utf-16"))
    with pytest.raises(DossierError) as caught:
        extraction.extract(dossier)
    assert [problem.code for problem in caught.value.problems] == ["seed-not-utf8"]
    assert list(content(dossier)) == ["dossier.yml"]


def test_the_committed_dossier_needs_nothing_more(project: Path) -> None:
    before = content(project)
    assert extraction.extract(project).changed == ()
    assert content(project) == before


def test_attribute_prints_one_object_a_file_with_exact_offsets(tmp_path: Path) -> None:
    text = "“It rains,” said Ann Bell. The council denied that it rains.\n"
    (tmp_path / "note.txt").write_text(text, "utf-8")
    done = run("diptych", "attribute", "note.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["doc_id"] == "note"
    assert found["text"] == text
    said = [[text[a:b] for a, b in one["content"]] for one in found["attributions"]]
    assert ["“It rains,”"] in said or ["It rains,"] in said or ["It rains"] in said
    names = [text[slice(*one["source"])] for one in found["attributions"] if one["source"]]
    assert "Ann Bell" in names


def test_an_event_concerns_the_party_that_is_named_first(tmp_path: Path) -> None:
    for folder in ("content", "seeds"):
        (tmp_path / folder).mkdir()
    head = "title: T\nparties:\n  reporting: {name: Water Auditor}\n  responding: {name: Wellwater}\n"
    (tmp_path / "content/dossier.yml").write_text(head, "utf-8")
    told = ["Wellwater bought the Water Auditor's old house in 1994.", "The weir at Tarn was built in 1931."]
    (tmp_path / "seeds/first.txt").write_text("Leaks\n\n" + "\n\n".join(told) + "\n", "utf-8")
    extraction.extract(tmp_path)
    found = publishable(tmp_path)
    names = {actor.id: actor.name for actor in found.actors}
    assert {(record.kind, record.statement, names[record.actor]) for record in found.records} == {
        ("event", f"“{told[0][:-1]}”", "Wellwater"),
        ("event", f"“{told[1][:-1]}”", "Nobody named"),
    }
