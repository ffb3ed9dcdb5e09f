"""Articles that go, come or get another name under reviewed passages, and what persons set by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from holding import errors, held
from support import tree
from weirs import FIRST, change, changed, settle, unsure

from diptych import yamlio
from diptych.ledger import fingerprint
from diptych.pipeline import extraction, publication
from diptych.pipeline.review.decisions import accept, reject_all
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.regroup import merge
from diptych.store import dump_model, item_file
from diptych.values import PLURALS


def test_a_withdrawn_article_loses_its_passages_with_the_ways_out(reviewed: Path) -> None:
    before = tree(reviewed / "content")
    (reviewed / "seeds/second.txt").unlink()
    done = extraction.extract(reviewed)
    assert tree(reviewed / "content") == before
    assert any(one.code == "passages-moved" and "is lost" in one.message for one in done.warnings)
    lost = changed(reviewed)
    assert lost
    assert all("second.txt is not there" in one.reasons[0] for one in lost)
    assert all("put the old seed back" in one.suggestion for one in lost)
    with pytest.raises(ValueError, match="still rest on S2"):
        reject_all(Desk(reviewed), ["S2"])
    with pytest.raises(ValueError, match="out of seeds/ first"):
        reject_all(Desk(reviewed), ["S1"])
    while lost := [one for one in changed(reviewed) if one.passages]:
        desk = Desk(reviewed)
        reject_all(desk, [next(f"{lost[0].id}#p{one.number}" for one in lost[0].passages if one.found == "lost")])
        desk.save()
    assert [(one.id, one.suggestion) for one in changed(reviewed)] == [("S2", "review reject S2")]
    desk = Desk(reviewed)
    reject_all(desk, ["S2"])
    desk.save()
    assert [one.id for one in held(reviewed).sources] == ["S1"]
    assert not {one.code for one in publication.checked(reviewed)[1]} & {"seed-missing", "unknown-source"}
    assert errors(reviewed) == []


def test_a_renamed_seed_is_named_anew(reviewed: Path) -> None:
    (reviewed / "seeds/second.txt").rename(reviewed / "seeds/later.txt")
    told = settle(reviewed)
    assert told == ["S2: its seed is now called seeds/later.txt"]
    assert errors(reviewed) == []


def test_reviewed_passages_of_a_source_that_is_still_proposed_are_looked_for_too(reviewed: Path) -> None:
    source = reviewed / "content/sources/S1.yml"
    source.write_text(source.read_text("utf-8").replace("status: reviewed", "status: proposed"), "utf-8")
    change(
        reviewed,
        "Auditor finds leaks at three weirs\n",
        "Auditor finds leaks at three weirs\n\n" + "Again. " * 9 + "\n",
    )
    records = {name: data for name, data in tree(reviewed / "content").items() if "/" in name and "sources" not in name}
    done = extraction.extract(reviewed)
    assert any(one.code == "passages-moved" for one in done.warnings)
    now = tree(reviewed / "content")
    assert {name: now[name] for name in records} == records
    assert set(now) - {"permalinks.yml"} <= set(tree(reviewed / "content"))
    settle(reviewed, *unsure(reviewed))
    assert errors(reviewed) == []
    assert {name for name in tree(reviewed / "content") if "/" in name} == {name for name in now if "/" in name}


def test_a_persons_own_segmentation_of_the_ledger_keeps_its_uses(reviewed: Path) -> None:
    source = reviewed / "content/sources/S1.yml"
    text = source.read_text("utf-8")
    last = [line for line in text.splitlines() if line.endswith("context]")][-1]
    source.write_text(text.replace(last, last.replace("context", "noise")), "utf-8")
    change(reviewed, "Auditor finds leaks", "An auditor finds leaks")
    told = settle(reviewed, *unsure(reviewed))
    assert any("takes the new seed" in line for line in told)
    assert held(reviewed).sources[0].sentences[-1].use == "noise"
    assert errors(reviewed) == []


def test_a_passage_that_a_person_set_by_hand_is_no_change(reviewed: Path) -> None:
    found = next(one for one in held(reviewed).records if one.kind == "claim")
    first = found.passages[0]
    shorter = first.model_copy(update={"start": first.start + 4, "text": first.text[4:]})
    file = reviewed / item_file(found)
    file.write_text(dump_model(found.model_copy(update={"passages": (shorter, *found.passages[1:])})), "utf-8")
    assert changed(reviewed) == []
    assert settle(reviewed) == []
    desk = Desk(reviewed)
    accept(desk, found.id)
    desk.save()
    now = next(one for one in held(reviewed).records if one.id == found.id).passages[0]
    assert now.prefix == FIRST[max(0, shorter.start - 32) : shorter.start] or now.source != "S1"


def test_what_was_released_keeps_its_address_or_says_where_it_went(reviewed: Path) -> None:
    """Numbers of passages stay, none is given again, and every released address that goes is told in the ledger."""
    records = [one for one in held(reviewed).records if one.kind in ("claim", "response")]
    old, into = next(
        (one, other)
        for one in records
        for other in records
        if one.kind == other.kind and one.id != other.id and {*one.passages}.isdisjoint(other.passages)
    )
    folder = PLURALS[old.kind]
    ledger = reviewed / "content/permalinks.yml"
    released = [
        {"address": f"{folder}/{one.id}/", "anchors": {f"p{n}": fingerprint(p) for n, p in one.numbered}}
        for one in (old, into)
    ]
    ledger.write_text(ledger.read_text("utf-8") + yamlio.dump({"released": released}), "utf-8")
    assert errors(reviewed) == []
    desk = Desk(reviewed)
    merge(desk, [old.id], into.id)
    desk.save()
    assert errors(reviewed) == []
    moved = {one.was: one.now for one in held(reviewed).permalinks.moved}
    assert moved[f"{folder}/{old.id}/"] == f"{folder}/{into.id}/"
    assert moved[f"{folder}/{old.id}/#p1"] == f"{folder}/{into.id}/#p{len(into.passages) + 1}"
    desk = Desk(reviewed)
    reject_all(desk, [f"{into.id}#p1"], "told by nobody")
    desk.save()
    assert errors(reviewed) == []
    assert {one.was: one.why for one in held(reviewed).permalinks.gone} == {f"{folder}/{into.id}/#p1": "told by nobody"}
    kept = next(one for one in held(reviewed).records if one.id == into.id)
    assert next(number for number, _ in kept.numbered) == 2
    desk = Desk(reviewed)
    reject_all(desk, [into.id], "all of it")
    desk.save()
    assert errors(reviewed) == []
