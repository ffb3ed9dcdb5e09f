"""A change to a file leaves the bytes around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import yamlio
from diptych.problems import DossierError
from diptych.store.revise import revised_data

WRITTEN = """# looked at twice
id: R1
statement:   The company denies it.   # ours
themes: [leaks]  # one is enough
answers:
- {to: C1, how: denies}  # clear
# the next is doubtful
- {to: C2, how: rejects}
status: proposed # so far
note: |
  Two lines
  of a note.
passages:
  - source: S1   # the Ledger
    start: 3
    end: 9
    text: "denied"

  # from the Courier
  - {source: S2, start: 1, end: 7, text: denies}
"""


def data() -> dict[str, object]:
    found = yamlio.load(WRITTEN, "R1.yml")
    assert isinstance(found, dict)
    return found


def changed(**keys: object) -> str:
    return revised_data(WRITTEN, "R1.yml", {**data(), **keys})


def test_a_value_takes_the_place_of_another() -> None:
    assert changed(status="reviewed") == WRITTEN.replace("proposed", "reviewed")
    assert changed(themes=["pipes", "costs"]) == WRITTEN.replace("[leaks]", "[pipes, costs]")
    answers = [{"to": "C1", "how": "denies"}, {"to": "C9", "how": "rejects"}]
    assert changed(answers=answers) == WRITTEN.replace("C2", "C9")


def test_numbers_of_passages_change_in_either_style() -> None:
    first, second = data()["passages"]  # type: ignore[misc]
    made = changed(passages=[{**first, "start": 13, "end": 19}, {**second, "start": 11}])
    assert made == WRITTEN.replace("start: 3", "start: 13").replace("end: 9", "end: 19").replace(
        "start: 1,", "start: 11,"
    )


def test_keys_and_items_come_and_go_with_whole_lines() -> None:
    first, second = data()["passages"]  # type: ignore[misc]
    made = changed(passages=[{**first, "prefix": "He ", "suffix": "\nit"}, second])
    added = [line for line in made.splitlines() if line not in WRITTEN.splitlines()]
    assert added[0] == "    prefix: 'He '"
    assert made.replace("\n".join([*added, ""]), "") == WRITTEN or len(added) > 2
    assert changed(passages=[second]) == WRITTEN.replace(
        WRITTEN[WRITTEN.index("  - source: S1") : WRITTEN.index("\n\n")] + "\n", "", 1
    )
    assert changed(passages=[first, second, {"source": "S3"}]) == WRITTEN + "  - {source: S3}\n"
    assert changed(answers=[{"to": "C2", "how": "rejects"}]) == WRITTEN.replace(
        "- {to: C1, how: denies}  # clear\n", ""
    )
    without = data()
    without.pop("answers")
    start, end = WRITTEN.index("answers:"), WRITTEN.index("status:")
    assert revised_data(WRITTEN, "R1.yml", without) == WRITTEN[:start] + WRITTEN[end:]


def test_a_note_of_many_lines_is_replaced_whole() -> None:
    start, end = WRITTEN.index("note:"), WRITTEN.index("passages:")
    assert changed(note="Short.") == WRITTEN[:start] + "note: Short.\n" + WRITTEN[end:]


def test_what_cannot_be_changed_in_place_is_refused() -> None:
    written = "id: C1\npassages:\n- # looked at - twice\n  source: S1\n- source: S2\n"
    with pytest.raises(DossierError) as caught:
        revised_data(written, "C1.yml", {"id": "C1", "passages": [{"source": "S2"}]})
    assert [problem.code for problem in caught.value.problems] == ["file-not-plain"]


def test_a_list_in_lines_stays_one_where_few_words_are_left() -> None:
    written = "id: C1\nthemes:\n- a long title that fills a line of its own\n- another\n"
    assert revised_data(written, "C1.yml", {"id": "C1", "themes": ["x"]}) == "id: C1\nthemes:\n- x\n"


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-99, 99) | TEXT
REST = st.dictionaries(st.sampled_from(["start", "end", "text", "prefix"]), SCALARS)
ENTRY = st.builds(lambda source, rest: {"source": source, **rest}, TEXT, REST)
THEMES, PASSAGES = st.lists(TEXT, min_size=1, max_size=3), st.lists(ENTRY, min_size=1, max_size=4)
KEYS = st.fixed_dictionaries({}, optional={"themes": THEMES, "status": SCALARS, "note": TEXT, "passages": PASSAGES})
FILES = st.builds(lambda given, rest: {"id": given, **rest}, TEXT, KEYS)


def test_a_line_break_comes_into_brackets() -> None:
    new = {"passages": [{"source": "S1"}, {"source": "\n"}]}
    assert revised_data("passages:\n- {source: S1}\n- {source: ''}\n", "f.yml", new) == yamlio.dump(new)


@given(FILES, FILES)
def test_any_file_of_ours_becomes_any_other(old: dict[str, object], new: dict[str, object]) -> None:
    assert yamlio.load(revised_data(yamlio.dump(old), "f.yml", new), "f.yml") == new
