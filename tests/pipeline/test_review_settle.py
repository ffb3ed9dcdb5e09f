"""Seeds that change under reviewed passages: found again, told, settled, and nothing moved to a look-alike."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import tree

from diptych import yamlio
from diptych.dossier import Dossier
from diptych.ledger import fingerprint
from diptych.pipeline import extraction, publication
from diptych.pipeline.review.agenda import Matter, agenda
from diptych.pipeline.review.decisions import accept, reject_all
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.regroup import merge
from diptych.pipeline.review.settle import refind
from diptych.store import dump_model, item_file, load
from diptych.values import PLURALS

FIRST = """Auditor finds leaks at three weirs

The Water Auditor said on Monday that Wellwater hid leaks at three weirs for nine years. The auditor urged the company
to repay its customers.

“That is wrong,” said Ida Falk, a spokeswoman for Wellwater. “We reported every leak in the week in which it was found,”
she said.

The mayor of Tarn called for calm. “That is wrong,” he said of a rumour that the town would run dry.
"""
SECOND = """Wellwater rejects audit

Wellwater on Tuesday rejected the audit. The Water Auditor had said that the company hid leaks at three weirs.

“We reported every leak in the week in which it was found,” Ida Falk told reporters in Tarn.
"""
HEAD = "title: T\nparties:\n  reporting: {name: Water Auditor}\n  responding: {name: Wellwater}\n"


@pytest.fixture(scope="module")
def weirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, everything that is proposed of them reviewed."""
    root = tmp_path_factory.mktemp("weirs")
    for name, text in {"content/dossier.yml": HEAD, "seeds/first.txt": FIRST, "seeds/second.txt": SECOND}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    extraction.extract(root)
    desk = Desk(root)
    for one in [*desk.items, *desk.sources]:
        accept(desk, one)
    desk.save()
    assert errors(root) == []
    return root


@pytest.fixture
def reviewed(weirs: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(weirs, tmp_path / "dossier"))


def held(root: Path) -> Dossier:
    found = load(root).dossier
    assert found is not None
    return found


def errors(root: Path) -> list[str]:
    _, problems = publication.checked(root)
    return [one.code for one in problems if one.severity == "error"]


def change(root: Path, old: str, new: str, name: str = "first") -> None:
    path = root / f"seeds/{name}.txt"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def changed(root: Path) -> list[Matter]:
    return [one for one in agenda(Desk(root)) if one.what == "changed"]


def settle(root: Path, *references: str) -> list[str]:
    desk = Desk(root)
    told = refind(desk, references)
    desk.save()
    return told


def unsure(root: Path) -> list[str]:
    """The ambiguous passages, each with the likeliest of its places."""
    return [
        f"{one.id}#p{passage.number}@{passage.places[0].start}"
        for one in changed(root)
        for passage in one.passages
        if passage.found == "ambiguous"
    ]


def words_of(text: str) -> list[object]:
    """The passages of a file without their places and what stands around them."""
    data = yamlio.load(text, "record.yml")
    found = data.get("passages", []) if isinstance(data, dict) else []
    return [{key: one[key] for key in one if key not in ("start", "end", "prefix", "suffix")} for one in found]


def unsettled_numbers(text: str) -> str:
    """A file without the numbers that a move may change."""
    return "\n".join(line for line in text.splitlines() if line.split(":")[0].strip("- ") not in ("start", "end"))


def test_the_fixture_quotes_both_sides(weirs: Path) -> None:
    kinds = {one.kind for one in held(weirs).records}
    assert {"claim", "response"} <= kinds
    assert all(one.prefix is not None for item in held(weirs).items for one in item.passages)


def test_extract_reports_moves_and_changes_no_byte(reviewed: Path) -> None:
    change(reviewed, "Auditor finds leaks", "Auditor finds many leaks")
    before = tree(reviewed / "content")
    done = extraction.extract(reviewed)
    assert tree(reviewed / "content") == before
    assert {one.code for one in done.warnings} == {"seed-changed", "passages-moved"}
    moved = next(one for one in done.warnings if one.code == "passages-moved")
    assert "now stands at" in moved.message
    assert "diptych review" in moved.hint
    _, problems = publication.checked(reviewed)
    assert {"seed-changed", "passage-inexact"} <= {one.code for one in problems}
    assert all("diptych review" in one.hint for one in problems if one.code in ("seed-changed", "passage-inexact"))


def test_refinding_changes_numbers_alone_and_leaves_a_sound_dossier(reviewed: Path) -> None:
    claim = next((reviewed / "content/claims").glob("*.yml"))
    claim.write_text("# read twice\n" + claim.read_text("utf-8"), "utf-8")
    before = {path: path.read_text("utf-8") for path in sorted((reviewed / "content").rglob("*.yml"))}
    change(reviewed, "Tarn called for calm", "Tarn, Bo Lind, called for calm")
    change(reviewed, "Auditor finds leaks at three weirs\n", "Auditor finds leaks at three weirs\n\nBy Ada Quill\n")
    told = [*settle(reviewed), *settle(reviewed, *unsure(reviewed))]
    assert any(" is now " in line for line in told)
    assert errors(reviewed) == []
    for path, text in before.items():
        if "sources" not in path.parts:
            now = path.read_text("utf-8")
            assert now.partition("passages:")[0] == text.partition("passages:")[0]
            assert words_of(now) == words_of(text)
    assert claim.read_text("utf-8").startswith("# read twice\n")
    assert extraction.extract(reviewed).changed == ()


def test_a_move_alone_changes_start_and_end_alone(reviewed: Path) -> None:
    before = {path: path.read_text("utf-8") for path in sorted((reviewed / "content").rglob("*.yml"))}
    change(reviewed, "Auditor finds leaks at three weirs\n", "Auditor finds leaks at three weirs\n" + "\n" * 40)
    change(reviewed, "\n" * 42, "\n" * 2 + "A" * 80 + "\n" * 2)
    settle(reviewed)
    for path, text in before.items():
        now = path.read_text("utf-8")
        if now != text and "sources" not in path.parts:
            assert unsettled_numbers(now) == unsettled_numbers(text)


def test_changed_words_are_lost_and_shown_with_what_is_most_like_them(reviewed: Path) -> None:
    change(reviewed, "“We reported every leak in the week", "“We reported each leak in the week")
    settle(reviewed)
    lost = [one for one in changed(reviewed) if any(p.found == "lost" for p in one.passages)]
    assert lost
    assert any("We reported each leak" in reason for one in lost for reason in one.reasons)
    assert "reject" in lost[0].suggestion
    text = (reviewed / "seeds/first.txt").read_text("utf-8")
    for item in held(reviewed).items:
        assert all("each leak" not in one.text for one in item.passages)
    assert "seed-changed" in errors(reviewed)
    reject = [f"{one.id}#p{p.number}" for one in lost for p in one.passages if p.found == "lost"]
    desk = Desk(reviewed)
    reject_all(desk, reject)
    desk.save()
    settle(reviewed, *unsure(reviewed))
    assert errors(reviewed) == []
    assert text == (reviewed / "seeds/first.txt").read_text("utf-8")


def test_the_same_words_of_somebody_else_are_no_place_to_move_to(reviewed: Path) -> None:
    quoted = [
        (item.id, number)
        for item in held(reviewed).items
        for number, one in enumerate(item.passages, 1)
        if one.text.startswith("“That is wrong,”") and one.start < FIRST.index("The mayor")
    ]
    assert quoted
    change(reviewed, "“That is wrong,” said Ida Falk", "“That is mistaken,” said Ida Falk")
    settle(reviewed)
    second = (reviewed / "seeds/first.txt").read_text("utf-8").index("“That is wrong,”")
    for owner, number in quoted:
        item = next(one for one in held(reviewed).items if one.id == owner)
        assert item.passages[number - 1].start != second


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


def test_an_article_added_leaves_every_reviewed_file_as_it_was(reviewed: Path) -> None:
    before = tree(reviewed / "content")
    (reviewed / "seeds/third.txt").write_text(
        "Council backs audit\n\nThe council said on Friday that it trusts the auditor. Wellwater denied that it hid.\n",
        "utf-8",
    )
    extraction.extract(reviewed)
    after = tree(reviewed / "content")
    given = held(reviewed).given
    for name, data in before.items():
        if name not in ("permalinks.yml", "actors.yml", "themes.yml"):
            assert after[name] == data
    assert after["permalinks.yml"].startswith(before["permalinks.yml"])
    assert len(set(given)) == len(given)
    assert errors(reviewed) == []


def test_without_any_seed_nothing_is_lost(reviewed: Path) -> None:
    shutil.rmtree(reviewed / "seeds")
    assert changed(reviewed) == []


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
        (one, other) for one in records for other in records if one.kind == other.kind and one.id != other.id
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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(FIRST)),
    st.integers(0, 40),
    st.sampled_from(["", "x", "\n\n", "leaks at three weirs", "“That is wrong,”"]),
)
def test_whatever_is_edited_every_settled_passage_is_exact(
    weirs: Path, tmp_path: Path, at: int, gone: int, put: str
) -> None:
    root = Path(shutil.copytree(weirs, tmp_path / f"{at}-{gone}-{len(put)}", dirs_exist_ok=True))
    (root / "seeds/first.txt").write_text(FIRST[:at] + put + FIRST[at + gone :], "utf-8")
    texts = {item.id: [one.text for one in item.passages] for item in held(root).items}
    settle(root)
    seeds = {"S1": (root / "seeds/first.txt").read_text("utf-8"), "S2": SECOND}
    pinned = "seed-changed" not in errors(root)
    for item in held(root).items:
        assert [one.text for one in item.passages] == texts[item.id]
        for one in item.passages:
            assert not pinned or one.span.of(seeds[one.source]) == one.text
    if pinned:
        assert "passage-inexact" not in errors(root)
