"""What a decision does to the files, to what is proposed afterwards, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from holding import errors, held
from support import tree

from diptych.history import Rejected
from diptych.pipeline import extraction
from diptych.pipeline.review.decisions import accept, answer, file_under, how, reject, reject_all
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.regroup import merge, move, split
from diptych.records import Discrepancy, Item, Record
from diptych.store import dump_model


def item(root: Path, given: str) -> Item:
    return next(one for one in held(root).items if one.id == given)


def record(root: Path, given: str) -> Record:
    found = item(root, given)
    assert isinstance(found, Record)
    return found


def file(root: Path, given: str) -> Path:
    return next((root / "content").rglob(f"{given}.yml"))


def of_kind(root: Path, kind: str, fewest: int = 1) -> list[Record]:
    return [one for one in held(root).records if one.kind == kind and len(one.passages) >= fewest]


def said(root: Path, kind: str, *, but: str = "") -> set[tuple[str, str]]:
    """What the records of a kind quote, but for one of them."""
    return {(p.source, p.text) for one in of_kind(root, kind) if one.id != but for p in one.passages}


def sound_and_settled(root: Path, *reviewed: str) -> None:
    """What must hold after every decision: the checks pass, and extraction leaves what was decided."""
    assert errors(root) == []
    before = {given: file(root, given).read_bytes() for given in reviewed}
    extraction.extract(root)
    assert {given: file(root, given).read_bytes() for given in reviewed} == before
    assert errors(root) == []


def test_accepting_changes_one_line(proposed: Path) -> None:
    path = file(proposed, "C2")
    path.write_text("# seen\n" + path.read_text("utf-8").replace("statement: ", "statement:    "), "utf-8")
    before = path.read_text("utf-8")
    desk = Desk(proposed)
    accept(desk, "C2")
    assert desk.save() == ["content/claims/C2.yml"]
    assert path.read_text("utf-8") == before.replace("status: proposed", "status: reviewed")
    sound_and_settled(proposed, "C2")


def test_accepting_notes_the_context_where_it_is_not_noted(proposed: Path) -> None:
    found = record(proposed, "C2")
    bare = tuple(one.model_copy(update={"prefix": None, "suffix": None}) for one in found.passages)
    file(proposed, "C2").write_text(dump_model(found.model_copy(update={"passages": bare})), "utf-8")
    assert all(one.prefix is None for one in record(proposed, "C2").passages)
    desk = Desk(proposed)
    accept(desk, "C2")
    desk.save()
    assert record(proposed, "C2").passages == found.passages
    text = (proposed / "seeds/D1-1.txt").read_bytes().decode()
    one = next(one for one in found.passages if one.source == "S1")
    assert (one.prefix, one.suffix) == (text[max(0, one.start - 32) : one.start], text[one.end : one.end + 32])


def test_discrepancies_sources_actors_and_themes_are_accepted_too(proposed: Path) -> None:
    desk = Desk(proposed)
    actor, theme = desk.dossier.actors[0].id, desk.dossier.themes[0].id
    for given in ("D1", "S1", actor, theme):
        accept(desk, given)
    changed = desk.save()
    assert changed == [
        *("content/actors.yml", "content/discrepancies/D1.yml", "content/sources/S1.yml", "content/themes.yml"),
    ]
    now = held(proposed)
    assert [one.status for one in now.actors][:2] == ["reviewed", "proposed"]
    assert now.themes[0].status == item(proposed, "D1").status == now.sources[0].status == "reviewed"
    sound_and_settled(proposed, "D1", "S1")


@pytest.mark.parametrize("given", ["C99", "Q1", "nobody-at-all", ""])
def test_what_is_not_there_is_told(proposed: Path, given: str) -> None:
    with pytest.raises(ValueError, match="there is no"):
        accept(Desk(proposed), given)


def test_a_rejected_record_is_remembered_and_not_proposed_again(proposed: Path) -> None:
    gone = of_kind(proposed, "claim")[0]
    others = said(proposed, "claim", but=gone.id)
    desk = Desk(proposed)
    reject(desk, gone.id, "no finding")
    desk.save()
    entries = held(proposed).rejected
    assert [(one.source, one.start, one.end, one.text) for one in entries] == [
        (one.source, one.start, one.end, one.text) for one in gone.passages
    ]
    assert {(one.id, one.kind, one.because) for one in entries} == {(gone.id, "claim", "no finding")}
    sound_and_settled(proposed)
    assert said(proposed, "claim") == others
    assert not {(one.source, one.text) for one in gone.passages} <= others
    assert gone.id not in {one.id for one in held(proposed).records}
    assert gone.id in held(proposed).given
    assert extraction.extract(proposed).changed == ()


def test_a_rejection_holds_where_the_offsets_have_moved(proposed: Path) -> None:
    gone = next(one for one in of_kind(proposed, "response") if len({p.source for p in one.passages}) == 1)
    file = next(one.file for one in held(proposed).sources if one.id == gone.passages[0].source)
    others = said(proposed, "response", but=gone.id)
    desk = Desk(proposed)
    reject(desk, gone.id)
    desk.save()
    seed = proposed / file
    head, _, rest = seed.read_bytes().decode().partition("\n")
    seed.write_bytes(f"{head}\n\nCorrected on Friday evening, after a reader had written in.\n{rest}".encode())
    extraction.extract(proposed)
    words = {(one.source, one.text) for one in gone.passages}
    assert words & said(proposed, "response") == words & others != words
    assert errors(proposed) == []


def test_one_passage_is_rejected_and_the_others_stay(proposed: Path) -> None:
    old = of_kind(proposed, "claim", 3)[0]
    desk = Desk(proposed)
    reject_all(desk, [f"{old.id}#p1", f"{old.id}#p2"])
    desk.save()
    assert record(proposed, old.id).passages == old.passages[2:]
    assert record(proposed, old.id).status == "proposed"
    sound_and_settled(proposed)
    now = {(p.source, p.span) for r in held(proposed).records if r.kind == "claim" for p in r.passages}
    assert not {(one.source, one.span) for one in old.passages[:2]} & now


def test_what_answered_a_rejected_claim_answers_it_no_more(proposed: Path) -> None:
    response = next(one for one in held(proposed).records if any(a.to[0] == "C" for a in one.answers))
    target = next(a.to for a in response.answers if a.to[0] == "C")
    desk = Desk(proposed)
    accept(desk, response.id)
    desk.save()
    desk = Desk(proposed)
    assert response.id in reject(desk, target)
    desk.save()
    assert target not in {a.to for a in record(proposed, response.id).answers}
    sound_and_settled(proposed, response.id)


def test_a_rejected_discrepancy_stays_away(proposed: Path) -> None:
    gone = item(proposed, "D1")
    desk = Desk(proposed)
    reject(desk, "D1")
    desk.save()
    sound_and_settled(proposed)
    places = {(one.source, one.span) for one in gone.passages}
    for other in held(proposed).discrepancies:
        assert {(one.source, one.span) for one in other.passages} != places


def test_a_passage_rejected_from_a_discrepancy_stays_away(proposed: Path) -> None:
    one = next(one for one in held(proposed).discrepancies if len(one.passages) > 2)
    desk = Desk(proposed)
    reject(desk, f"{one.id}#p2")
    desk.save()
    sound_and_settled(proposed)
    places = [(left.source, left.span) for left in item(proposed, one.id).passages]
    assert places == [(left.source, left.span) for at, left in enumerate(one.passages) if at != 1]


def test_merging_brings_passages_answers_and_links_into_one(proposed: Path) -> None:
    answered = next(a.to for one in held(proposed).records for a in one.answers if a.to[0] == "C")
    into = next(one for one in of_kind(proposed, "claim") if one.id != answered)
    gone = record(proposed, answered)
    linked = [one.id for one in held(proposed).records if any(a.to == answered for a in one.answers)]
    desk = Desk(proposed)
    merge(desk, [answered], into.id)
    desk.save()
    now = record(proposed, into.id)
    assert {(p.source, p.span) for p in now.passages} == {(p.source, p.span) for p in (*into.passages, *gone.passages)}
    assert now.status == "reviewed"
    assert not (proposed / f"content/claims/{answered}.yml").exists()
    for given in linked:
        assert into.id in {a.to for a in record(proposed, given).answers}
    assert answered in held(proposed).given
    sound_and_settled(proposed, into.id)
    assert answered not in {one.id for one in held(proposed).records}


def test_merging_into_a_reviewed_file_keeps_its_comments(proposed: Path) -> None:
    one, other = (found.id for found in of_kind(proposed, "claim")[:2])
    desk = Desk(proposed)
    accept(desk, one)
    desk.save()
    path = file(proposed, one)
    path.write_text(path.read_text("utf-8").replace("passages:", "passages: # as read in May"), "utf-8")
    before = path.read_text("utf-8")
    desk = Desk(proposed)
    merge(desk, [other], one)
    desk.save()
    assert path.read_text("utf-8").startswith(before)
    sound_and_settled(proposed, one)


def test_only_things_of_one_kind_are_merged(proposed: Path) -> None:
    for given, into in ((["C1"], "R1"), (["D1"], "C1"), (["C1"], "C1"), (["C99"], "C1")):
        desk = Desk(proposed)
        with pytest.raises(ValueError, match=r"merged|there is no"):
            merge(desk, given, into)


def test_a_split_gives_the_next_id_and_is_kept(proposed: Path) -> None:
    old = of_kind(proposed, "claim", 3)[0]
    last = max(int(given[1:]) for given in held(proposed).given if given[0] == "C")
    desk = Desk(proposed)
    split(desk, old.id, [1, 3])
    desk.save()
    new = record(proposed, f"C{last + 1}")
    assert new.passages == (old.passages[0], old.passages[2])
    assert record(proposed, old.id).passages == (old.passages[1], *old.passages[3:])
    assert new.status == record(proposed, old.id).status == "reviewed"
    assert new.statement
    assert held(proposed).given[-1] == new.id
    sound_and_settled(proposed, old.id, new.id)


def test_a_split_takes_its_statement_and_leaves_something(proposed: Path) -> None:
    old = of_kind(proposed, "claim", 2)[0]
    for numbers in ([], range(1, len(old.passages) + 1), [len(old.passages) + 1]):
        with pytest.raises(ValueError, match="passage"):
            split(Desk(proposed), old.id, list(numbers))
    desk = Desk(proposed)
    split(desk, old.id, [2], "The office says so.")
    desk.save()
    assert any(one.statement == "The office says so." for one in held(proposed).records)


def test_a_discrepancy_is_split_into_two_of_at_least_two(proposed: Path) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        split(Desk(proposed), "D1", [1])
    one, other = [found for found in held(proposed).discrepancies if found.kind == "quotation"][:2]
    desk = Desk(proposed)
    merge(desk, [other.id], one.id)
    desk.save()
    assert item(proposed, one.id).passages == (*one.passages, *other.passages)
    desk = Desk(proposed)
    split(desk, one.id, range(1, len(one.passages) + 1), "Told in two ways.")
    desk.save()
    new = held(proposed).discrepancies[-1]
    assert (new.passages, item(proposed, one.id).passages) == (one.passages, other.passages)
    assert isinstance(new, Discrepancy)
    assert (new.what, new.status) == ("Told in two ways.", "reviewed")
    assert errors(proposed) == []


def test_a_passage_moves_and_the_last_one_takes_the_links_with_it(proposed: Path) -> None:
    old, into = of_kind(proposed, "claim", 2)[0], of_kind(proposed, "reaction")[0]
    desk = Desk(proposed)
    move(desk, f"{old.id}#p1", into.id)
    desk.save()
    assert record(proposed, into.id).passages[-1].span == old.passages[0].span
    assert len(record(proposed, old.id).passages) == len(old.passages) - 1
    sound_and_settled(proposed, old.id, into.id)
    alone = next(one for one in of_kind(proposed, "reaction") if len(one.passages) == 1)
    desk = Desk(proposed)
    move(desk, f"{alone.id}#p1", into.id)
    desk.save()
    assert alone.id not in {one.id for one in held(proposed).records}
    sound_and_settled(proposed, into.id)


def test_a_theme_and_an_answer_are_a_persons_word(proposed: Path) -> None:
    response, claim = of_kind(proposed, "response")[0], of_kind(proposed, "claim")[0]
    theme = held(proposed).themes[-1].id
    desk = Desk(proposed)
    file_under(desk, response.id, theme)
    answer(desk, response.id, claim.id, "disputes-the-source")
    desk.save()
    now = record(proposed, response.id)
    assert now.themes == (theme,)
    assert (claim.id, "disputes-the-source") in {(a.to, a.how) for a in now.answers}
    sound_and_settled(proposed, response.id)
    desk = Desk(proposed)
    answer(desk, response.id, claim.id, how("no"))
    desk.save()
    assert claim.id not in {a.to for a in record(proposed, response.id).answers}


def test_what_cannot_be_answered_or_filed_is_told(proposed: Path) -> None:
    response, claim = of_kind(proposed, "response")[0].id, of_kind(proposed, "claim")[0].id
    with pytest.raises(ValueError, match="only a response answers"):
        answer(Desk(proposed), claim, "report", "denies")
    with pytest.raises(ValueError, match="can't be answered"):
        answer(Desk(proposed), response, response, "denies")
    with pytest.raises(ValueError, match="did you mean 'denies'"):
        how("denys")
    with pytest.raises(ValueError, match="there is no theme"):
        file_under(Desk(proposed), claim, "no-such-theme")


def test_nothing_is_written_before_all_is_decided(proposed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(proposed / "content")
    desk = Desk(proposed)
    accept(desk, "C1")
    with pytest.raises(ValueError, match="there is no"):
        accept(desk, "C99")
    assert tree(proposed / "content") == before
    one, other = (found.id for found in of_kind(proposed, "claim")[:2])
    desk = Desk(proposed)
    merge(desk, [other], one)
    unlink = Path.unlink

    def interrupted(path: Path, missing_ok: bool = False) -> None:
        if path.name == f"{other}.yml":
            raise KeyboardInterrupt
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.save()
    assert tree(proposed / "content") == before


def test_rejections_are_appended_and_never_rewritten(proposed: Path) -> None:
    for given in ("C1", "R1"):
        desk = Desk(proposed)
        reject(desk, given)
        desk.save()
        text = (proposed / "content/rejected.yml").read_text("utf-8")
        (proposed / "content/rejected.yml").write_text(f"{text}# after {given}\n", "utf-8")
    text = (proposed / "content/rejected.yml").read_text("utf-8")
    assert text.index("# after C1") < text.index("id: R1") < text.index("# after R1")
    entries = held(proposed).rejected
    assert all(isinstance(one, Rejected) for one in entries)
    assert {one.id for one in entries} == {"C1", "R1"}
