"""Random edits of a dossier and of what builds leave behind, and the one thing that must hold: a build that keeps what
stands gives the bytes of one that makes everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import large_dossier
from holding import held
from support import ROOT, tree

from diptych.dossier import Dossier
from diptych.pipeline.build import later
from diptych.pipeline.build.building import Building
from diptych.pipeline.publication import as_bytes, parts, styles
from diptych.render import Checked, Site, language
from diptych.render.site import LIGHT

RECORDS = 14
later.ASKED = later.PEACE = 0.05  # seconds that nobody has to wait for


def begun(folder: Path) -> Dossier:
    """A small dossier to begin with."""
    return held(large_dossier.write(folder / "begun", RECORDS, articles=4, passages=(1, 2, 3)))


class Workshop:
    """A dossier, the templates that it is shown with, and the folder of its site."""

    def __init__(self, folder: Path, dossier: Dossier, chance: Random) -> None:
        self.root, self.chance = folder, chance
        self.data = dossier.model_dump()
        self.site = folder / "site"
        self.templates = folder / "templates"
        shutil.copytree(ROOT / "templates", self.templates)
        self.words = language([self.templates], "en")
        self.styles = styles([self.templates], self.words)
        self.where = Site(
            "https://reader.example/base/",
            checked=Checked(9),
            language=self.words,
            styles=self.styles,
            light=chance.choice([LIGHT, 4_000]),  # pages stand as they are, or are divided
        )
        self.number = 0
        self.seen: Building | None = None
        self.last = ""  # the record that was reworded last

    def build(self) -> None:
        """Builds on what stands, as the plugin does, and compares with what a build from nothing makes."""
        building = Building(self.root, self.site)
        dossier = self._made(building)
        before = tree(self.site)
        if lost := building.finish(dossier, ["about.html"], [], chosen=False):
            assert tree(self.site) == before
            self.settle(lost)
            self.build()
            return
        self.compare()
        assert not building.staging.exists()
        assert all(any(one.iterdir()) for one in self.site.rglob("*") if one.is_dir())

    def look(self, waiting: bool = True) -> Building:
        """Builds to look at it, as a server does; with what is made later, if it is waited for."""
        self.seen = building = Building(self.root, self.site, kept=False, last=self.seen)
        building.finish(self._made(building), ["about.html"], [], chosen=False)
        if waiting:
            building.wait()
        return building

    def _made(self, building: Building) -> Dossier:
        dossier = Dossier.model_validate(self.data)
        shutil.rmtree(building.staging, ignore_errors=True)
        building.staging.mkdir()
        building.make(dossier, self.where, [self.templates])
        (building.staging / "about.html").write_text("by hand", "utf-8")
        return dossier

    def compare(self) -> None:
        """The site has the bytes of one that is made from nothing."""
        dossier = Dossier.model_validate(self.data)
        compiled = Building(self.root, self.site).compiled([self.templates], self.where.language)
        units = parts(dossier, self.where, [self.templates], "", compiled)
        made = {path: as_bytes(data) for unit in units for path, data in unit.make()} | {"about.html": b"by hand"}
        found = tree(self.site)
        assert sorted(found) == sorted(made)
        assert [path for path, data in made.items() if found[path] != data] == []

    def settle(self, lost: Sequence[str]) -> None:
        """Says of addresses why they are gone, without which no site takes the place of one that has them."""
        permalinks = self.data["permalinks"]
        gone = tuple({"was": address, "why": self.word()} for address in lost)
        self.data["permalinks"] = {**permalinks, "gone": (*permalinks["gone"], *gone)}

    def some(self, what: str) -> dict[str, Any]:
        """One of the things of a kind; they may be changed."""
        self.data[what] = [dict(one) for one in self.data[what]]
        return self.chance.choice(self.data[what])

    def word(self) -> str:
        """A word that was never used before."""
        self.number += 1
        return f"Word{self.number}"


def reword(shop: Workshop) -> None:
    """Another statement."""
    one = shop.some("records")
    one["statement"] = f"{shop.word()} {one['statement']}"
    shop.last = one["id"]


def requote(shop: Workshop) -> None:
    """Another passage, in other words, of another mode, or told by another."""
    one = shop.some("records")
    passages = [dict(passage) for passage in one["passages"]]
    chosen = shop.chance.choice(passages)
    key = shop.chance.choice(["text", "mode", "actor", "rule", "end"])
    chosen[key] = {
        "text": shop.word().ljust(len(chosen["text"]), "x")[: len(chosen["text"])],
        "mode": shop.chance.choice(["direct", "mixed", "indirect"]),
        "actor": shop.chance.choice([None, *(actor["id"] for actor in shop.data["actors"])]),
        "rule": shop.chance.choice(["person", "cue"]),
        "end": chosen["end"] + 1,
    }[key]
    if key == "end":
        chosen["text"] += "x"
    one["passages"] = passages


def annotate(shop: Workshop) -> None:
    """A note that names a record, which may be there or not."""
    shop.some(shop.chance.choice(["records", "sources"]))["note"] = f"See C{shop.chance.randint(1, 9)} and S2."


def recast(shop: Workshop) -> None:
    """Another theme, actor, addressee, date or standing of a record."""
    one = shop.some("records")
    key = shop.chance.choice(["themes", "actor", "addressee", "date", "status"])
    actors = [actor["id"] for actor in shop.data["actors"]]
    one[key] = {
        "themes": tuple(theme["id"] for theme in shop.chance.sample(shop.data["themes"], 2)),
        "actor": shop.chance.choice(actors),
        "addressee": shop.chance.choice([None, *actors]),
        "date": shop.chance.choice([None, "2021-05"]),
        "status": shop.chance.choice(["proposed", "reviewed"]),
    }[key]


def answer(shop: Workshop) -> None:
    """An answer more, or none."""
    one = shop.some("records")
    if one["id"].startswith("R"):
        ids = [other["id"] for other in shop.data["records"] if other["id"][0] in "CA"]
        to = shop.chance.choice(["report", *ids])
        one["answers"] = () if one["answers"] and shop.chance.random() < 0.3 else ({"to": to, "how": "rejects"},)


def take(shop: Workshop) -> None:
    """A record less."""
    gone = shop.some("records")
    if len(shop.data["records"]) > 3:
        shop.data["records"] = [one for one in shop.data["records"] if one["id"] != gone["id"]]
        for one in shop.data["records"]:
            one["answers"] = tuple(answer for answer in one["answers"] if answer["to"] != gone["id"])


def give(shop: Workshop) -> None:
    """A record more."""
    one = shop.some("records")
    letter = one["id"][0]
    last = max(int(other["id"][1:]) for other in shop.data["records"] if other["id"][0] == letter)
    new = {**one, "id": f"{letter}{last + 1}", "statement": shop.word()}
    at = 1 + max(place for place, other in enumerate(shop.data["records"]) if other["id"][0] == letter)
    shop.data["records"].insert(at, new)


def rename(shop: Workshop) -> None:
    """Another name of a theme, an actor, an article or, seldom, the dossier."""
    what, key = shop.chance.choice(
        [("themes", "title"), ("actors", "name"), ("actors", "role"), ("sources", "title"), ("sources", "publisher")]
    )
    if shop.chance.random() < 0.1:
        shop.data["file"] = {**shop.data["file"], "title": shop.word()}
    else:
        shop.some(what)[key] = shop.word()


def restate(shop: Workshop) -> None:
    """An article becomes a copy, its language or day is another, or its ledger is."""
    one = shop.some("sources")
    others = [other["id"] for other in shop.data["sources"] if other["id"] != one["id"]]
    key = shop.chance.choice(["kind", "language", "published", "sentences", "address"])
    one[key] = {
        "kind": "copy",
        "language": shop.chance.choice([None, "fr"]),
        "published": shop.chance.choice([None, "2020-01-02"]),
        "sentences": one["sentences"][1:],
        "address": f"https://paper.example/{shop.word()}",
    }[key]
    one["copy_of"] = shop.chance.choice(others) if one["kind"] == "copy" else None


def affiliate(shop: Workshop) -> None:
    """Somebody belongs to another."""
    shop.some("actors")["affiliation"] = shop.chance.choice(["board", None])


def disagree(shop: Workshop) -> None:
    """A discrepancy more, in other words, or gone."""
    held = shop.data["discrepancies"]
    if held and shop.chance.random() < 0.4:
        shop.data["discrepancies"] = held[:-1]
        return
    one, other = (dict(shop.chance.choice(shop.some("records")["passages"])) for _ in range(2))
    keys = ("source", "start", "end", "text", "prefix", "suffix")
    passages = [{key: passage[key] for key in keys} for passage in (one, other)]
    new = {"id": f"D{len(held) + 1}", "kind": "figure", "what": shop.word(), "passages": passages}
    shop.data["discrepancies"] = [*held, new]


def promise(shop: Workshop) -> None:
    """A page was released, with places that are there and one that is not; or something released is gone."""
    permalinks = dict(shop.data["permalinks"])
    one = shop.some("records")
    folder = {"C": "claims", "R": "responses", "A": "recommendations", "T": "reactions", "E": "events"}[one["id"][0]]
    address = f"{folder}/{one['id']}/"
    if shop.chance.random() < 0.5:
        new = {"address": address, "anchors": {"p1": "", "p9": ""}}
        permalinks["released"] = (*permalinks["released"], new)
    else:
        permalinks["gone"] = (*permalinks["gone"], {"was": f"{address}#p9", "why": shop.word()})
    shop.data["permalinks"] = permalinks


def redesign(shop: Workshop) -> None:
    """A template says something else."""
    file = shop.templates / shop.chance.choice(["record.html", "themes.html", "base.html", "languages/en.yml"])
    file.write_text(file.read_text("utf-8") + ("# a remark\n" if file.suffix == ".yml" else "<!-- more -->\n"), "utf-8")


def disguise(shop: Workshop) -> None:
    """A sign that pages show by its number, in a template or in a statement."""
    if shop.chance.random() < 0.5:
        file = shop.templates / "partials/foot.html"
        file.write_text(f"{file.read_text('utf-8')}\u202e", "utf-8")
    else:
        shop.some("records")["statement"] += "\u202e"


def nothing(shop: Workshop) -> None:
    """No edit at all."""


def tamper(shop: Workshop) -> None:
    """A file of the site is changed, lost, or not ours."""
    files = sorted(path for path in shop.site.rglob("*") if path.is_file())
    file = shop.chance.choice(files)
    harm = shop.chance.randrange(4)
    if harm == 0:
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data[::-1])
    elif harm == 1:
        file.write_bytes(b"?" * file.stat().st_size)  # in place: under its second name too
    elif harm == 2:
        file.unlink()
    else:
        (shop.site / "stray").mkdir(exist_ok=True)
        (shop.site / "stray" / shop.word()).write_text("stray", "utf-8")


def forget(shop: Workshop) -> None:
    """The notes are lost, cut short or broken, or the spare is."""
    for folder in sorted((shop.root / ".diptych").glob("site-*")):
        notes, spare = folder / shop.chance.choice(["manifest", "pieces"]), folder / "spare"
        harm = shop.chance.randrange(5)
        if harm == 0 and notes.exists():
            notes.unlink()
        elif harm == 1 and notes.exists():
            notes.write_bytes(notes.read_bytes()[: shop.chance.randrange(200)])
        elif harm == 2 and notes.exists():
            notes.write_bytes(notes.read_bytes().replace(b"index.html", b"index.htm1", 1))
        elif harm == 3:
            shutil.rmtree(shop.site)
        elif spare.is_dir():
            files = sorted(path for path in spare.rglob("*") if path.is_file())
            for file in shop.chance.sample(files, min(3, len(files))):
                file.unlink()
            (spare / "stray.html").write_text("stray", "utf-8")


EDITS: tuple[Callable[[Workshop], None], ...] = (
    reword,
    requote,
    annotate,
    recast,
    answer,
    take,
    give,
    rename,
    restate,
    affiliate,
    disagree,
    promise,
    redesign,
    disguise,
    nothing,
    tamper,
    forget,
)


def lived(folder: Path, dossier: Dossier, edits: Sequence[Callable[[Workshop], None]], seed: int) -> None:
    """Builds a dossier, then again after each of some edits."""
    shop = Workshop(folder, dossier, Random(seed))
    shop.build()
    for edit in edits:
        edit(shop)
        shop.build()


#: Those that do not touch what builds leave: nobody else writes where a site is looked at.
LOOKED = tuple(edit for edit in EDITS if edit not in (tamper, forget))


def watched(folder: Path, dossier: Dossier, edits: Sequence[Callable[[Workshop], None]], seed: int) -> None:
    """The same for a site that is looked at: its pages are asked for, waited for, or neither, after each edit."""
    shop = Workshop(folder, dossier, Random(seed))
    shop.look()
    for edit in edits:
        edit(shop)
        asked = shop.chance.choices(sorted(tree(shop.site)), k=2)
        building = shop.look(waiting=False)
        for path in asked[: shop.chance.randrange(3)]:
            building.page(path)
        if shop.chance.random() < 0.5:
            building.wait()
            shop.compare()
    shop.look()
    shop.compare()
