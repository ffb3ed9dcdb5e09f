"""Two branches of a dossier that both give IDs out, merged as git merges."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

from holding import errors, held
from permanence_edits import Edits

from diptych.dossier import Dossier
from diptych.pipeline.review.naming import rename
from diptych.store import load
from diptych.values import id_key


class Branches(Edits):
    """The dossier with editors who work apart."""

    def branches(self, random: Random) -> None:
        """Two branches edit on from here and both give IDs out; one is merged into the other, or is not."""
        edits = [self.add_record, self.add_record, self.edit_statement, self.add_passage, self.split, self.refile]
        base = self.state()
        for _ in range(random.randrange(1, 3)):
            random.choice(edits)(random)
        ours = self.state()
        first = held(self.root)
        self.restore(base)
        for _ in range(random.randrange(1, 3)):
            random.choice(edits)(random)
        second = held(self.root)
        before = {one.id for one in self._at(base).items}
        both = {one.id for one in first.items} & {one.id for one in second.items} - before
        highest = {
            letter: max([0, *(id_key(one)[1] for one in (*first.given, *second.given) if one[0] == letter)])
            for letter in "CRATED"
        }
        careful = random.random() < 0.7
        for given in sorted(both, key=id_key) if careful else ():
            desk = self.desk()
            highest[given[0]] += 1
            rename(desk, given, f"{given[0]}{highest[given[0]]}")
            desk.save()
        theirs = self.state()
        self.restore(ours)
        self._merged(base, ours, theirs)
        if random.random() < 0.3:  # the merge is taken back, all but the list of IDs
            given = (self.root / "content/permalinks.yml").read_bytes()
            merged = load(self.root).dossier
            if merged is None or errors(self.root):
                return
            self.restore(ours)
            self.put("content/permalinks.yml", given)
            self.burnt |= {one for one in merged.given if one not in first.given}

    def _at(self, state: dict[str, bytes]) -> Dossier:
        now = self.state()
        self.restore(state)
        found = held(self.root)
        self.restore(now)
        return found

    def _merged(self, base: dict[str, bytes], ours: dict[str, bytes], theirs: dict[str, bytes]) -> None:
        """As git merges, with lists united; where both changed or added a file, ours stays."""
        for file in sorted({*base, *theirs}):
            old, mine, other = base.get(file), ours.get(file), theirs.get(file)
            if other == old:
                continue
            if file in ("content/permalinks.yml", "content/rejected.yml", "content/themes.yml"):
                self.put(file, _united(self.root, mine or b"", old or b"", other or b""))
            elif mine == old:
                self.put(file, other)


def _united(folder: Path, mine: bytes, old: bytes, other: bytes) -> bytes:
    """What git makes of a file with `merge=union`."""
    beside = folder.parent / f"{folder.name}.merge"
    beside.mkdir(exist_ok=True)
    for name, data in (("mine", mine), ("old", old), ("other", other)):
        (beside / name).write_bytes(data)
    command = ["git", "merge-file", "--union", "-p", "mine", "old", "other"]
    return subprocess.run(command, cwd=beside, capture_output=True, check=True).stdout
