"""A dossier in a folder that is edited at random, and put back where the checks refuse an edit for a promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from holding import errors, held
from support import ROOT, tree

from diptych.pipeline.review.desk import Desk

BASE = ROOT / "tests" / "bad" / "_base"
TEMPLATES = [ROOT / "templates"]
ADDRESS = "https://dossier.example/project/"
HEAD = f"""site_name: A dossier
site_url: {ADDRESS}
docs_dir: content
theme: {{name: null, custom_dir: {ROOT / "templates"}}}
plugins: [diptych]
"""
#: What the checks say of an edit that would break a promise: the dossier is then put back, as its editor would have to.
REFUSED = {"permalink-lost", "permalink-astray", "permalink-twice"}
#: The mark that a record bears in its statement from the day it is made: by it, two things of one ID are told apart.
MARK = re.compile(r"\[[0-9]+\]")


class Folder:
    """The dossier in a folder: its state, taken and put back; the marks of its records; whether an edit is refused."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.marks: dict[str, str] = {}  # by ID
        self.burnt: set[str] = set()  # given by branches that were not merged
        self.made = 0
        self.done: Counter[str] = Counter()
        for file, data in tree(BASE).items():
            self.put(file, data)
        self.put("mkdocs.yml", HEAD.encode())
        desk = self.desk()
        for record in desk.records():
            desk.put(record.model_copy(update={"statement": self.marked(record.statement)}))
        desk.save()
        self.note_marks()

    def put(self, file: str, data: bytes | None) -> None:
        path = self.root / file
        if data is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def desk(self) -> Desk:
        return Desk(self.root)

    def marked(self, statement: str) -> str:
        self.made += 1
        return f"{MARK.sub('', statement).strip()} [{self.made}]"

    def state(self) -> dict[str, bytes]:
        return tree(self.root)

    def restore(self, state: dict[str, bytes]) -> None:
        for file in set(tree(self.root)) - set(state):
            self.put(file, None)
        for file, data in state.items():
            self.put(file, data)

    def attempt(self, edit: Callable[[Random], None], random: Random) -> bool:
        """Makes an edit; where the checks then refuse the dossier, for a promise and nothing else, it is put back."""
        before, burnt = self.state(), set(self.burnt)
        try:
            edit(random)
        except ValueError:  # a decision that can't be made
            self.restore(before)
            self.done[f"{edit.__name__}, impossible"] += 1
            return False
        refused = {one.code: one for one in errors(self.root)}
        assert set(refused) <= REFUSED | {"yaml-syntax", "wrong-value", "duplicate-key"}, refused
        if refused:
            self.burnt = burnt  # what was undone was never given
            self.done[f"{edit.__name__}, refused"] += 1
            self.restore(before)
            return False
        self.note_marks()
        self.done[edit.__name__ if self.state() != before else f"{edit.__name__}, idle"] += 1
        return True

    def note_marks(self) -> None:
        """No ID ever names two things."""
        found = held(self.root)
        assert len(set(found.given)) == len(found.given)
        for record in found.records:
            mark = MARK.findall(record.statement)[-1]
            assert self.marks.setdefault(record.id, mark) == mark, f"{record.id} names two things"
            assert record.id not in self.burnt, f"{record.id} was given before"
