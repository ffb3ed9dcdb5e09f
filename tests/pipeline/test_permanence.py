"""Whatever editors do, each address that was ever released answers, and no ID names two things.

`DIPTYCH_STEPS=500 python -m pytest tests/pipeline/test_permanence.py` takes histories of that many steps instead
of short ones, and says what was done in each (with `-s`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from random import Random

from holding import held
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from permanence_model import Edited
from support import run

from diptych.pipeline.publication import lost

STEPS = int(os.environ.get("DIPTYCH_STEPS", "0"))
SEED = st.integers(0, 2**16 - 1)
EDITS = (
    "add_record",
    "add_record",
    "add_discrepancy",
    "edit_statement",
    "add_passage",
    "remove_passage",
    "drop_passage_by_hand",
    "shift_passage",
    "split",
    "merge",
    "move",
    "several_at_once",
    "reject_item",
    "rename_theme",
    "rename_actor",
    "withdraw_theme",
    "refile",
    "reorder_sources",
    "add_source",
    "drop_source",
    "branches",
    "branches",
)


class Histories(RuleBasedStateMachine):
    """A history of edits and releases; at its end the site is built as `diptych build` does."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="diptych-permanence-"))
        self.edited = Edited(self.folder / "dossier")
        self.edited.release()
        self.steps = 0

    @rule(edit=st.sampled_from(EDITS), seed=SEED)
    def edit(self, edit: str, seed: int) -> None:
        self.edited.attempt(getattr(self.edited, edit), Random(seed))

    @rule(edit=st.sampled_from(EDITS), seed=SEED)
    def edit_again(self, edit: str, seed: int) -> None:
        self.edit(edit, seed)

    @rule(edit=st.sampled_from(EDITS), seed=SEED)
    def edit_and_build(self, edit: str, seed: int) -> None:
        self.edit(edit, seed)
        self.edited.answers(self.edited.site())

    @rule()
    def release(self) -> None:
        self.edited.release()

    @invariant()
    def nothing_is_given_twice(self) -> None:
        self.steps += 1
        self.edited.note_marks()

    def teardown(self) -> None:
        try:
            root = self.folder / "dossier"
            (root / "content" / "index.md").write_text("# A dossier\n", encoding="utf-8")
            done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
            assert done.returncode == 0, done.stderr
            dossier = held(root)
            assert lost(dossier, root / "site") == []
            for file, data in self.edited.kept.files.items():
                assert (root / "site" / file).read_bytes() == data
            if STEPS:
                print(self.steps, "steps,", self.edited.releases, "releases;", dict(sorted(self.edited.done.items())))
        finally:
            shutil.rmtree(self.folder)


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=2,
    stateful_step_count=STEPS or 20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
