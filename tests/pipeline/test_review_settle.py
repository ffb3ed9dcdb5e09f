"""Seeds that change under reviewed passages: found again, told, settled, and nothing moved to a look-alike."""

from __future__ import annotations

import shutil
from pathlib import Path

from holding import errors, held
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import tree
from weirs import FIRST, SECOND, change, changed, settle, unsure

from diptych import yamlio
from diptych.pipeline import extraction, publication
from diptych.pipeline.review.decisions import reject_all
from diptych.pipeline.review.desk import Desk


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
    moved = [path for path, text in before.items() if path.read_text("utf-8") != text and "sources" not in path.parts]
    assert moved
    for path in moved:
        assert unsettled_numbers(path.read_text("utf-8")) == unsettled_numbers(before[path])


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
    assert "seed-changed" in {one.code for one in errors(reviewed)}
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
    codes = {one.code for one in errors(root)}
    pinned = "seed-changed" not in codes
    for item in held(root).items:
        assert [one.text for one in item.passages] == texts[item.id]
        for one in item.passages:
            assert not pinned or one.span.of(seeds[one.source]) == one.text
    if pinned:
        assert "passage-inexact" not in codes
    else:
        assert changed(root), "the new seed is not taken, and nothing is left to decide"
