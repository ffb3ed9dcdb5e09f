"""A dossier that is edited at random, and what its releases promised, remembered apart from its own ledger."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from support import ROOT, tree

from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import checked, publish, styles
from diptych.pipeline.release import freeze
from diptych.pipeline.review.decisions import reject
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.naming import rename, withdraw
from diptych.pipeline.review.regroup import merge, move, split
from diptych.pipeline.review.settle import refind
from diptych.records import Discrepancy, Passage, Quoted, Record, Source
from diptych.render import Language, Site, language
from diptych.render.addresses import address_of, normal
from diptych.render.former import ids
from diptych.store import dump_model, load
from diptych.values import LETTERS, id_key

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
_MARK = re.compile(r"\[[0-9]+\]")
_FOLLOW = re.compile(r'<li id="([^"]+)"(?: data-now="([^"]+)")?>')


@dataclass
class Kept:
    """What was promised: each address with the words that stood there (of a passage), and each frozen file."""

    places: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


class Edited:
    """The dossier in a folder; every edit draws what it needs from `random` and may find nothing to do."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.words: Language = language(TEMPLATES, "en")
        self.styles = styles(TEMPLATES, self.words)
        self.kept = Kept()
        self.marks: dict[str, str] = {}  # by ID
        self.burnt: set[str] = set()  # given by branches that were not merged
        self.made = 0
        self.releases = 0
        self.done: Counter[str] = Counter()
        for file, data in tree(BASE).items():
            self._put(file, data)
        self._put("mkdocs.yml", HEAD.encode())
        desk = self.desk()
        for record in desk.records():
            desk.put(record.model_copy(update={"statement": self.marked(record.statement)}))
        desk.save()
        self.note_marks()

    def _put(self, file: str, data: bytes | None) -> None:
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
        return f"{_MARK.sub('', statement).strip()} [{self.made}]"

    def state(self) -> dict[str, bytes]:
        return tree(self.root)

    def restore(self, state: dict[str, bytes]) -> None:
        for file in set(tree(self.root)) - set(state):
            self._put(file, None)
        for file, data in state.items():
            self._put(file, data)

    def attempt(self, edit: Callable[[Random], None], random: Random) -> bool:
        """Makes an edit; where the checks then refuse the dossier, for a promise and nothing else, it is put back."""
        before, burnt = self.state(), set(self.burnt)
        try:
            edit(random)
        except ValueError:  # a decision that can't be made
            self.restore(before)
            self.done[f"{edit.__name__}, impossible"] += 1
            return False
        errors = {one.code: one for one in checked(self.root)[1] if one.severity == "error"}
        assert set(errors) <= REFUSED | {"yaml-syntax", "wrong-value", "duplicate-key"}, errors
        if errors:
            self.burnt = burnt  # what was undone was never given
            self.done[f"{edit.__name__}, refused"] += 1
            self.restore(before)
            return False
        self.note_marks()
        self.done[edit.__name__ if self.state() != before else f"{edit.__name__}, idle"] += 1
        return True

    def note_marks(self) -> None:
        """No ID ever names two things."""
        found = load(self.root).dossier
        assert found is not None
        assert len(set(found.given)) == len(found.given)
        for record in found.records:
            mark = _MARK.findall(record.statement)[-1]
            assert self.marks.setdefault(record.id, mark) == mark, f"{record.id} names two things"
            assert record.id not in self.burnt, f"{record.id} was given before"

    # What editors do.

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
        words = [*_MARK.sub("", record.statement).split(), random.choice("abcd")][-8:]
        mark = _MARK.findall(record.statement)[-1]
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
        self._put(file, text.encode())
        self._put(f"content/sources/{given}.yml", dump_model(source).encode())

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

    # Branches.

    def branches(self, random: Random) -> None:
        """Two branches edit on from here and both give IDs out; one is merged into the other, or is not."""
        edits = [self.add_record, self.add_record, self.edit_statement, self.add_passage, self.split, self.refile]
        base = self.state()
        for _ in range(random.randrange(1, 3)):
            random.choice(edits)(random)
        ours = self.state()
        first = load(self.root).dossier
        self.restore(base)
        for _ in range(random.randrange(1, 3)):
            random.choice(edits)(random)
        second = load(self.root).dossier
        before = {one.id for one in self._at(base).items}
        assert first is not None
        assert second is not None
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
            if merged is None or any(one.severity == "error" for one in checked(self.root)[1]):
                return
            self.restore(ours)
            self._put("content/permalinks.yml", given)
            self.burnt |= {one for one in merged.given if one not in first.given}

    def _at(self, state: dict[str, bytes]) -> object:
        now = self.state()
        self.restore(state)
        found = load(self.root).dossier
        self.restore(now)
        assert found is not None
        return found

    def _merged(self, base: dict[str, bytes], ours: dict[str, bytes], theirs: dict[str, bytes]) -> None:
        """As git merges, with lists united; where both changed or added a file, ours stays."""
        for file in sorted({*base, *theirs}):
            old, mine, other = base.get(file), ours.get(file), theirs.get(file)
            if other == old:
                continue
            if file in ("content/permalinks.yml", "content/rejected.yml", "content/themes.yml"):
                self._put(file, _united(self.root, mine or b"", old or b"", other or b""))
            elif mine == old:
                self._put(file, other)

    # Releases, and what they promised.

    def site(self) -> dict[str, bytes]:
        """The built site, all but what MkDocs makes of narrative pages: the pages, and the frozen ones beside them."""
        loaded = load(self.root)
        assert loaded.dossier is not None
        site = Site(
            address=ADDRESS,
            language=self.words,
            styles=self.styles,
            frozen=frozen_versions(self.root, loaded.dossier),
        )
        frozen = {file: data for file, data in tree(self.root / "content").items() if not file.endswith(".yml")}
        made = publish(loaded.dossier, site, TEMPLATES)
        assert not made.keys() & frozen.keys()
        return made | frozen

    def release(self) -> None:
        self.releases += 1
        site = self.site()
        self.answers(site)
        loaded = load(self.root)
        assert loaded.dossier is not None
        pages = {path: data.decode() for path, data in sorted(site.items()) if path.endswith(".html")}
        day = f"20{30 + self.releases // 336}-{self.releases // 28 % 12 + 1:02d}-{self.releases % 28 + 1:02d}"
        freeze(self.root, loaded.dossier, f"r{self.releases}", day, pages.items())
        assert not [one for one in checked(self.root)[1] if one.severity == "error"]
        noted = {f"{one.id}#p{n}": text.text for one in loaded.dossier.records for n, text in one.numbered}
        released = load(self.root).dossier
        assert released is not None
        for path, html in pages.items():
            if "/v/" in path:
                continue
            address = address_of(path)
            self.kept.places.setdefault(address, "")
            for anchor in ids(html):
                if re.fullmatch(r"[CRATED]\d+(-p\d+)?|p\d+", anchor):
                    words = noted.get(f"{address.rstrip('/').rpartition('/')[2]}#{anchor}", "")
                    self.kept.places.setdefault(f"{address}#{anchor}", words)
        frozen = {
            file: data for file, data in tree(self.root / "content").items() if "/v/" in file or "/frozen/" in file
        }
        for file, data in frozen.items():
            assert self.kept.files.setdefault(file, data) == data, f"{file} was made again"
        self.answers(self.site())

    def answers(self, site: dict[str, bytes]) -> None:
        """Every address ever released answers with its content, a redirect that leads to it, or a tombstone."""
        for file, data in self.kept.files.items():
            assert site.get(file) == data, f"{file} is not what was released"
        text = {path: data.decode() for path, data in site.items() if path.endswith(".html")}
        held = {path: ids(html) for path, html in text.items()}
        links = {path: {now for _, now in _FOLLOW.findall(html) if now} for path, html in text.items()}
        for address in self.kept.places:
            page, _, anchor = address.partition("#")
            path = normal(page)
            assert path in text, f"{page} is lost"
            assert not anchor or anchor in held[path], f"{address} is lost"
        for path, found in links.items():
            for now in found:
                page, _, anchor = now.partition("#")
                target = _joined(path, page)
                assert target in text, f"{path} leads to {target}, where nothing is"
                assert not anchor or anchor in held[target], f"{path} leads to {now}, where nothing is"
        for path, html in text.items():
            for now in re.findall(r'id="moved" href="([^"]+)"', html):
                page, _, anchor = now.partition("#")
                target = _joined(path, page)
                assert target in text, f"{path} leads to {target}, where nothing is"
                assert not anchor or anchor in held[target], f"{path} leads to {now}, where nothing is"


def _joined(path: str, link: str) -> str:
    parts = path.split("/")[:-1]
    for step in link.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def _united(folder: Path, mine: bytes, old: bytes, other: bytes) -> bytes:
    """What git makes of a file with `merge=union`."""
    beside = folder.parent / f"{folder.name}.merge"
    beside.mkdir(exist_ok=True)
    for name, data in (("mine", mine), ("old", old), ("other", other)):
        (beside / name).write_bytes(data)
    command = ["git", "merge-file", "--union", "-p", "mine", "old", "other"]
    return subprocess.run(command, cwd=beside, capture_output=True, check=True).stdout
