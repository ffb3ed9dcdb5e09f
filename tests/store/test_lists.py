"""What people list in content/ stays as they wrote it while more is added to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import yamlio
from diptych.problems import DossierError
from diptych.records import Theme
from diptych.store import append_ids, merge_list

FILE = "content/themes.yml"
IDS = "content/permalinks.yml"
NEW = Theme(id="new", title="New", status="proposed")
NEW_TEXT = "- id: new\n  title: New\n  status: proposed\n"
KEPT = {"id": "old", "title": "Old"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", NEW_TEXT),
        ("# ours\n", f"# ours\n{NEW_TEXT}"),
        ("[]\n", NEW_TEXT),
        ("# ours\n[]  # none yet\n", f"# ours\n# none yet\n{NEW_TEXT}"),
        ("---\n[]\n...\n", f"---\n{NEW_TEXT}...\n"),
        ("--- []\n", f"---\n{NEW_TEXT}"),
        ("- {id: old,  title: Old}", f"- {{id: old,  title: Old}}\n{NEW_TEXT}"),
        ("- id: old\n  title: Old\n...\n", f"- id: old\n  title: Old\n{NEW_TEXT}...\n"),
        ("-\n  id: old\n  title: Old\n", f"-\n  id: old\n  title: Old\n{NEW_TEXT}"),
        (
            "  - id: old\n    title: Old\n  # end\n",
            "  - id: old\n    title: Old\n  # end\n  - id: new\n    title: New\n    status: proposed\n",
        ),
        ("[{id: old,  title: 'Old'}]\n", f"- {{id: old,  title: 'Old'}}\n{NEW_TEXT}"),
        (
            "[ # first\n  {id: old, title: Old}, # of ours\n  # last\n]",
            f"# first\n- {{id: old, title: Old}}\n# of ours\n# last\n{NEW_TEXT}",
        ),
        ("- id: old\r\n  title: Old\r\n", f"- id: old\r\n  title: Old\r\n{NEW_TEXT}"),
        ("\ufeff- {id: old, title: Old}", f"\ufeff- {{id: old, title: Old}}\n{NEW_TEXT}"),
    ],
)
def test_a_theme_is_added_to_any_list(before: str, after: str) -> None:
    assert merge_list(before, FILE, [NEW]) == after
    assert merge_list(after, FILE, [NEW]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("-\n  id: gone\n  title: Gone\n  status: proposed\n- {id: old, title: Old}\n", "- {id: old, title: Old}\n"),
        (
            "  - id: gone\n    title: Gone\n    status: proposed\n  # of the old\n  - {id: old, title: Old}\n",
            "  # of the old\n  - {id: old, title: Old}\n",
        ),
        ("[{id: gone, title: Gone, status: proposed}, {id: old, title: Old}]\n", "- {id: old, title: Old}\n"),
        ("- {id: old, title: Old}\n- {id: gone, status: proposed}\n...\n", "- {id: old, title: Old}\n...\n"),
    ],
)
def test_what_is_withdrawn_takes_nothing_along(before: str, after: str) -> None:
    assert merge_list(before, FILE, []) == after
    assert yamlio.load(after, FILE) == [KEPT]


def test_a_list_of_proposals_alone_may_be_emptied() -> None:
    assert merge_list(f"# ours\n{NEW_TEXT}", FILE, []) == "# ours\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("given:\n- S1\n", "given:\n- S1\n- C1\n- C2\n"),
        ("given:\n- S1", "given:\n- S1\n- C1\n- C2\n"),
        ("given:   # all\n  - S1   # the first\n\n", "given:   # all\n  - S1   # the first\n\n  - C1\n  - C2\n"),
        ("given: []\n", "given:\n- C1\n- C2\n"),
        ("# ids\ngiven: [] # none\n", "# ids\ngiven:\n# none\n- C1\n- C2\n"),
        ("given: [S1]", "given:\n- S1\n- C1\n- C2\n"),
        ("given: [S1, # a seed\n  'A1']\n", "given:\n- S1\n# a seed\n- 'A1'\n- C1\n- C2\n"),
        ("---\ngiven:\n- S1\n...\n", "---\ngiven:\n- S1\n- C1\n- C2\n...\n"),
        ("# nothing yet\n", "# nothing yet\ngiven:\n- C1\n- C2\n"),
    ],
)
def test_ids_are_appended_to_any_list(before: str, after: str) -> None:
    assert append_ids(before, IDS, ["C1", "C2"]) == after


def test_the_first_ids_begin_the_file() -> None:
    begun = append_ids("", IDS, ["S1"])
    assert begun.startswith("# Every ID ever given")
    assert yamlio.load(begun, IDS) == {"given": ["S1"]}
    assert append_ids(begun, IDS, []) == begun


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("{given: [S1]}\n", (1, 9)),
        ("{}\n", (1, 1)),
        ("# ids\ngiven: ~\n", (2, 8)),
        ("- S1\n", (1, 1)),
    ],
)
def test_a_list_that_cannot_be_continued_is_refused(before: str, place: tuple[int, int]) -> None:
    with pytest.raises(DossierError) as caught:
        append_ids(before, IDS, ["C1"])
    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.column) == (IDS, *place)
    assert problem.code == "list-not-plain"
    assert problem.hint == "write the list one item a line, each starting with '- '"


@pytest.mark.parametrize("before", ["{a: 1}\n", "~\n", "word\n", "? - a\n", "- &a b\n- &a c\n"])
def test_entries_that_cannot_be_kept_are_refused(before: str) -> None:
    with pytest.raises(DossierError, match="1 problem"):
        merge_list(before, FILE, [NEW])


def test_a_broken_file_is_refused_with_what_is_wrong_with_it() -> None:
    with pytest.raises(DossierError) as caught:
        merge_list("- {id: a, id: b}\n", FILE, [NEW])
    assert [problem.code for problem in caught.value.problems] == ["duplicate-key"]


pieces = st.sampled_from(
    [
        "- ",
        "-\n  ",
        "  - ",
        "id: a",
        "title: 'B'",
        "status: proposed",
        "\n",
        "\n  ",
        "# c",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "...\n",
    ]
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_no_list_is_ever_corrupted(text: str) -> None:
    before = yamlio.read(text, FILE).data
    try:
        after = yamlio.load(merge_list(text, FILE, [NEW]), FILE)
    except DossierError:
        return
    kept = [one for one in before or [] if not (isinstance(one, dict) and one.get("status") == "proposed")]
    assert after == [*kept, {"id": "new", "title": "New", "status": "proposed"}]
