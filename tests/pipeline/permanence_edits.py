"""What editors do to a dossier; every edit draws what it needs from `random` and may find nothing to do."""

from __future__ import annotations

import hashlib
import re
from random import Random

from permanence_folder import MARK, Folder

from diptych.pipeline.review.decisions import reject
from diptych.pipeline.review.naming import rename, withdraw
from diptych.pipeline.review.regroup import merge, move, split
from diptych.pipeline.review.settle import refind
from diptych.records import Discrepancy, Passage, Quoted, Record, Source
from diptych.store import dump_model
from diptych.values import LETTERS


class Edits(Folder):
    """The dossier with its editors."""

    def place(self, random: Random) -> tuple[Source, int, int, str]:
        """Some words of some source: its sources, their start and end, and the words."""
        desk = self.desk()
        source = random.choice(list(desk.sources.values()))
        text = desk.seeds[source.file].text
        words = [one.span() for one in re.finditer(r"\w+", text[source.start : source.end])]
        first = random.randrange(len(words))
        last = min(len(words) - 1, first + random.randrange(6))
        start, end = source.start + words[first][0], source.start + words[last][1]
        return source, start, end, text[start:end]

    def passage(self, random: Random) -> Passage:
        source, start, end, text = self.place(random)
        return Passage(source=source.id, start=start, end=end, text=text, mode="indirect", rule="person")

    def add_record(self, random: Random) -> None:
        desk = self.desk()
        kind = random.choice(["claim", "response", "claim", "response", "reaction"])
        like = next(one for one in desk.dossier.records if one.kind == kind or one.kind == "response")
        given = desk.new_id(LETTERS[kind])
        passages = tuple(self.passage(random) for _ in range(random.randrange(1, 4)))
        actor = {"claim": "office-of-the-water-auditor", "response": "greywell-water", "reaction": "the-river-league"}
        known = {one.id for one in desk.dossier.actors}
        speaker = actor[kind] if actor[kind] in known else like.actor
        themes = (random.choice(desk.dossier.themes).id,) if desk.dossier.themes else ()
        record = Record(
            id=given,
            statement=self.marked("Something is said."),
            themes=themes,
            actor=speaker,
            status="reviewed",
            passages=passages,
        )
        desk.put(record)
        desk.save()

    def add_discrepancy(self, random: Random) -> None:
        desk = self.desk()
        quoted = [self.place(random) for _ in range(2)]
        passages = tuple(Quoted(source=one.id, start=start, end=end, text=text) for one, start, end, text in quoted)
        desk.put(
            Discrepancy(id=desk.new_id("D"), kind="figure", what="Two figures", status="reviewed", passages=passages)
        )
        desk.save()

    def edit_statement(self, random: Random) -> None:
        desk = self.desk()
        record = random.choice(desk.records())
        words = [*MARK.sub("", record.statement).split(), random.choice("abcd")][-8:]
        mark = MARK.findall(record.statement)[-1]
        desk.put(record.model_copy(update={"statement": f"{' '.join(words)} {mark}"}))
        desk.save()

    def add_passage(self, random: Random) -> None:
        """A person writes one more passage into a file, at its end, without thinking of numbers."""
        desk = self.desk()
        record = random.choice(desk.records())
        desk.put(record.model_copy(update={"passages": (*record.passages, self.passage(random))}))
        desk.save()

    def remove_passage(self, random: Random) -> None:
        desk = self.desk()
        record = random.choice(desk.records())
        number = random.choice(record.numbered)[0]
        reject(desk, f"{record.id}#p{number}", random.choice(["", "It was read amiss."]))
        desk.save()

    def drop_passage_by_hand(self, random: Random) -> None:
        desk = self.desk()
        record = random.choice(desk.records())
        left = list(record.passages)
        left.pop(random.randrange(len(left)))
        if left:
            desk.put(record.model_copy(update={"passages": tuple(left)}))
            desk.save()

    def shift_passage(self, random: Random) -> None:
        desk = self.desk()
        record = random.choice(desk.records())
        at = random.randrange(len(record.passages))
        old = record.passages[at]
        source = desk.sources[old.source]
        text = desk.seeds[source.file].text
        start = max(source.start, old.start + random.randrange(-12, 13))
        end = min(source.end, max(start + 3, old.end + random.randrange(-12, 13)))
        if not text[start:end].strip():
            return
        new = old.model_copy(
            update={"start": start, "end": end, "text": text[start:end], "prefix": None, "suffix": None}
        )
        passages = (*record.passages[:at], new, *record.passages[at + 1 :])
        desk.put(record.model_copy(update={"passages": passages}))
        desk.save()

    def split(self, random: Random) -> None:
        desk = self.desk()
        several = [one for one in desk.records() if len(one.passages) > 1]
        if several:
            record = random.choice(several)
            numbers = [number for number, _ in record.numbered]
            chosen = random.sample(numbers, random.randrange(1, len(numbers)))
            split(desk, record.id, sorted(chosen), self.marked("A part."))
            desk.save()

    def merge(self, random: Random) -> None:
        desk = self.desk()
        items = list(desk.items.values())
        into = random.choice(items)
        others = [one.id for one in items if one.kind == into.kind and one.id != into.id]
        if others:
            merge(desk, [random.choice(others)], into.id)
            desk.save()

    def move(self, random: Random) -> None:
        desk = self.desk()
        record, into = random.choice(desk.records()), random.choice(desk.records())
        move(desk, f"{record.id}#p{random.choice(record.numbered)[0]}", into.id)
        desk.save()

    def several_at_once(self, random: Random) -> None:
        """Decisions of one session, which are written together."""
        desk = self.desk()
        record = random.choice(desk.records())
        made = split(desk, record.id, [record.numbered[-1][0]], self.marked("A part."))
        other = random.choice(desk.records())
        move(desk, f"{record.id}#p{record.numbered[0][0]}", other.id) if other.id != record.id else None
        merge(desk, [made.split()[0]], record.id) if random.random() < 0.5 and record.id in desk.items else None
        desk.save()

    def reject_item(self, random: Random) -> None:
        desk = self.desk()
        if len(desk.records()) > 4:
            reject(desk, random.choice(list(desk.items)), random.choice(["", "Not said."]))
            desk.save()

    def rename_theme(self, random: Random) -> None:
        desk = self.desk()
        if desk.dossier.themes:
            theme = random.choice(desk.dossier.themes).id
            others = [one.id for one in desk.dossier.themes if one.id != theme]
            new = random.choice([f"theme-{random.randrange(99)}", *others[:1]])
            rename(desk, f"themes/{theme}", new)
            desk.save()

    def rename_actor(self, random: Random) -> None:
        desk = self.desk()
        parties = set(desk.dossier.parties.values())
        rename(
            desk,
            "actors/" + random.choice([one.id for one in desk.dossier.actors if one.id not in parties]),
            f"actor-{random.randrange(99)}",
        )
        desk.save()

    def withdraw_theme(self, random: Random) -> None:
        desk = self.desk()
        withdraw(desk, "themes/" + random.choice(desk.dossier.themes).id, "It says nothing.")
        desk.save()

    def refile(self, random: Random) -> None:
        """A record goes to another theme, perhaps a new one."""
        desk = self.desk()
        record = random.choice(desk.records())
        themes = [one.id for one in desk.dossier.themes]
        if random.random() < 0.3 or not themes:
            new = f"theme-{random.randrange(99)}"
            if new in themes:
                return
            desk.put_entries("content/themes.yml", [*desk.entries("content/themes.yml"), {"id": new, "title": new}])
            themes = [new]
        desk.put(record.model_copy(update={"themes": (random.choice(themes),)}))
        desk.save()

    def reorder_sources(self, random: Random) -> None:
        """A seed gets another name, and so another place among the seeds."""
        seed = random.choice(sorted((self.root / "seeds").iterdir()))
        seed.rename(seed.with_name(f"{random.randrange(999):03d}.txt"))
        desk = self.desk()
        refind(desk)
        desk.save()

    def add_source(self, random: Random) -> None:
        desk = self.desk()
        text = f"A further article of number {random.randrange(10**6)}.\n\nIt says this and that of the water.\n"
        given = desk.new_id("S")
        file = f"seeds/{random.randrange(999):03d}.txt"
        if (self.root / file).exists():
            return
        digest = hashlib.sha256(text.encode()).hexdigest()
        end = len(text) - 1
        cut = text.index("\n")
        sentences = [[0, cut, "noise"], [cut + 2, end, "context"]]
        source = Source.model_validate(
            {
                "id": given,
                "file": file,
                "start": 0,
                "end": len(text),
                "sha256": digest,
                "title": "More",
                "status": "reviewed",
                "sentences": sentences,
            }
        )
        desk.save()  # the ID is given
        self.put(file, text.encode())
        self.put(f"content/sources/{given}.yml", dump_model(source).encode())

    def drop_source(self, random: Random) -> None:
        desk = self.desk()
        if len(desk.sources) < 3:
            return
        source = random.choice(list(desk.sources.values()))
        if any(one.file == source.file and one.id != source.id for one in desk.sources.values()):
            return
        for item in list(desk.items.values()):
            on = [number for number, one in enumerate(item.passages, 1) if one.source == source.id]
            if isinstance(item, Record):
                on = [number for number, one in item.numbered if one.source == source.id]
            if len(on) == len(item.passages) or (on and isinstance(item, Discrepancy)):
                reject(desk, item.id, "Its article was taken back.")
            else:
                for number in reversed(on):
                    reject(desk, f"{item.id}#p{number}", "Its article was taken back.")
        if len(desk.records()) < 4:
            return
        desk.save()
        (self.root / source.file).unlink()
        desk = self.desk()
        reject(desk, source.id, "The outlet took it back.")
        desk.save()
