"""Small invented dossiers for a browser to look at: a calm one, and one that strains the page wherever it can."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from diptych.values import LETTERS, PLURALS, Kind
from diptych.yamlio import dump

_HOWS = ("denies", "gives-another-account", "disputes-the-source", "rejects")


class Draft:
    """A dossier as it is written down: words are added to articles as passages ask for them."""

    def __init__(self, title: str, reporting: str, responding: str) -> None:
        self.title = title
        self.file = {
            "title": title,
            "subtitle": f"{reporting} and {responding}",
            "parties": {"reporting": {"name": reporting}, "responding": {"name": responding}},
        }
        self.actors: list[dict[str, Any]] = []
        self.themes: list[dict[str, Any]] = []
        self.sources: dict[str, dict[str, Any]] = {}
        self.texts: dict[str, str] = {}
        self.records: list[dict[str, Any]] = []
        self.discrepancies: list[dict[str, Any]] = []

    def actor(self, given: str, name: str, party: str, kind: str = "organisation") -> None:
        self.actors.append({"id": given, "name": name, "kind": kind, "party": party})

    def source(self, title: str, publisher: str, **more: Any) -> str:
        given = f"S{len(self.sources) + 1}"
        self.sources[given] = {"title": title, "publisher": publisher, **more}
        self.texts[given] = ""
        return given

    def passage(self, source: str, text: str, actor: str | None, mode: str = "indirect") -> dict[str, Any]:
        start = len(self.texts[source])
        self.texts[source] += f"{text}\n"
        place = {"source": source, "start": start, "end": start + len(text), "text": text}
        return {**place, "mode": mode, "rule": "person"} | ({"actor": actor} if actor else {})

    def record(self, kind: Kind, statement: str, actor: str, passages: list[dict[str, Any]], **more: Any) -> str:
        given = f"{LETTERS[kind]}{1 + sum(record['kind'] == kind for record in self.records)}"
        main = {"id": given, "kind": kind, "statement": statement, "actor": actor, "status": "reviewed"}
        self.records.append(main | more | {"passages": passages})
        return given

    def differ(self, what: str, passages: list[dict[str, Any]], kind: str = "quotation") -> None:
        places = [{key: one[key] for key in ("source", "start", "end", "text")} for one in passages]
        given = f"D{len(self.discrepancies) + 1}"
        self.discrepancies.append({"id": given, "kind": kind, "what": what, "status": "reviewed", "passages": places})

    def write(self, root: Path) -> Path:
        """Writes content/, seeds/ and mkdocs.yml."""
        content = root / "content"
        for folder in (root / "seeds", root / "templates", content / "sources", content / "discrepancies"):
            folder.mkdir(parents=True)
        for kind in LETTERS:
            (content / PLURALS[kind]).mkdir()
        for given, source in self.sources.items():
            (root / f"seeds/{given}.txt").write_bytes(self.texts[given].encode("utf-8"))
            _dump(content / f"sources/{given}.yml", {"id": given} | source | self._read(given))
        for record in self.records:
            folder = content / PLURALS[record["kind"]]
            _dump(folder / f"{record['id']}.yml", {key: value for key, value in record.items() if key != "kind"})
        for one in self.discrepancies:
            _dump(content / f"discrepancies/{one['id']}.yml", one)
        given = [*self.sources, *(one["id"] for one in (*self.records, *self.discrepancies))]
        for name, data in (("dossier", self.file), ("actors", self.actors), ("themes", self.themes)):
            _dump(content / f"{name}.yml", data)
        _dump(content / "permalinks.yml", {"given": given})
        (content / "index.md").write_text(
            "---\ntemplate: home.html\n---\n\nWhat this is about, in one line.\n", "utf-8"
        )
        (root / "mkdocs.yml").write_text(
            f"site_name: {self.title}\nsite_url: https://reader.example/project/\ndocs_dir: content\n"
            "theme: {name: null, custom_dir: templates}\nplugins: [diptych]\n",
            "utf-8",
        )
        return root

    def _read(self, given: str) -> dict[str, Any]:
        text, start, sentences = self.texts[given], 0, []
        for line in text.splitlines(keepends=True):
            sentences.append([start, start + len(line.rstrip("\n")), "context"])
            start += len(line)
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        place = {"file": f"seeds/{given}.txt", "start": 0, "end": len(text), "sha256": sha256}
        return {**place, "status": "reviewed", "sentences": sentences}


def calm() -> Draft:
    """What most dossiers are like, in little."""
    draft = Draft("The ferry and the lighthouse", "Harbour Board", "Lantern Ferries")
    draft.actor("board", "Harbour Board", "reporting")
    draft.actor("ferries", "Lantern Ferries", "responding")
    draft.actor("keeper", "Ada Thorn", "responding", "person")
    draft.actor("union", "Pilots’ Union", "third")
    draft.themes = [{"id": "safety", "title": "Safety at night"}, {"id": "money", "title": "Fares and fees"}]
    papers = [
        draft.source("Board faults night ferries", "Coast Gazette", published="2021-03-02"),
        draft.source("Ferries answer the board", "Island Mirror", published="2021-03-04"),
        draft.source("Lighthouse row, retold", "Reprint Daily", kind="rewrite"),
    ]

    def told(words: str, actor: str, count: int = 2, mode: str = "indirect") -> list[dict[str, Any]]:
        return [draft.passage(paper, f"{words}, as printed in {paper}.", actor, mode) for paper in papers[:count]]

    lamp = told("The board said that “the lamp was dark on nine nights”", "board", 3, "mixed")
    dark = draft.record(
        "claim", "The board says that the lamp was dark on nine nights.", "board", lamp, themes=["safety"]
    )
    crew = draft.record(
        "claim",
        "The board says that two crossings were made with half a crew, and that nobody ashore was told of it.",
        "board",
        told("Two crossings were made with half a crew, the report says", "board"),
        themes=["safety"],
    )
    fares = told("Fares rose by a third within a single year, the board said", "board")
    draft.record("claim", "The board says that fares rose by a third in a year.", "board", fares, themes=["money"])
    lit = told("“The lamp was lit on every night but one,” said Ada Thorn", "keeper", 2, "direct")
    answer = {"actor": "ferries", "themes": ["safety"]}
    draft.record("response", "The ferries say it was dark once.", passages=lit, answers=[_to(dark, 1)], **answer)
    full = told("Every crossing had its crew, the company said", "ferries")
    draft.record("response", "The ferries say each crew was full.", passages=full, answers=[_to(crew, 0)], **answer)
    whole = told("Lantern Ferries calls the report “a tale told by gulls”", "ferries", 3, "mixed")
    draft.record("response", "The ferries reject the report.", passages=whole, answers=[_to("report", 3)], **answer)
    asked = told("The board urged the company to publish its logs", "board")
    draft.record(
        "recommendation",
        "The board asks the ferries to publish their logs.",
        "board",
        asked,
        addressee="ferries",
        themes=["safety"],
    )
    pilots = told("Pilots had warned of it for years, their union said", "union", 1)
    draft.record("reaction", "The union says that pilots had warned of it.", "union", pilots, themes=["safety"])
    opened = told("The report came out on a wet Monday", "board", 1)
    draft.record("event", "The report is published.", "board", opened, date="2021-03-01", themes=["safety"])
    draft.differ("How many nights the lamp was dark.", lamp)
    return draft


def hostile() -> Draft:
    """Everything that is longer, more numerous or stranger than a page expects."""
    address = "https://records.example/" + "archive/of/everything/" * 12 + "?" + "query=" * 20
    word = "Counterintelligence" * 12
    name = ("Office of the Permanent Undersecretary for " * 5)[:190] + "Everything"
    arabic = "قالت الهيئة إن المصباح ظل مطفأ تسع ليال متتالية ولم يخبر أحد الركاب بذلك. " * 4
    chinese = "报告称该灯塔连续九个夜晚未点亮，渡轮公司对此予以否认，并表示所有记录均可查阅。" * 8
    draft = Draft(f"The dossier of {word[:60]}", f"Board of {word}", name)
    draft.actor("board", f"Board of {word}", "reporting")
    draft.actor("company", name, "responding")
    draft.actor("other", address[:180], "third")
    draft.themes = [{"id": "long", "title": f"{name[:80]} and {word[:76]}"}, {"id": "short", "title": "X"}]
    papers = [
        draft.source(f"{word} {address}", word[:95], published="2021-03-02"),
        draft.source(chinese[:90], "灯塔日报" * 8, language="zh"),
        draft.source(arabic[:150], "صحيفة المنارة" * 4, language="ar"),
        draft.source("Plain", "Gazette", kind="rewrite"),
    ]
    texts = (
        f"The {word} said {address} “{word[:120]}” was so",
        chinese,
        arabic,
        "The lamp was dark, it “said”, and so on",
    )

    def told(count: int, actor: str) -> list[dict[str, Any]]:
        """So many passages, in one article after another."""
        return [draft.passage(papers[one % 4], f"{texts[one % 4]} ({one})", actor, "mixed") for one in range(count)]

    said = " ".join(["The board says, at length and without a pause,"] + ["that the lamp was dark again"] * 66)
    many = told(60, "board")
    long = draft.record("claim", f"{said}.", "board", many, themes=["long", "short"])
    claim = draft.record("claim", f"Of {word} and {address}.", "board", told(2, "board"), themes=["short"])
    for one in range(25):
        draft.record(
            "response",
            f"Answer {one}: {word[: 19 * (one % 9 + 1)]} is denied.",
            "company",
            told(2, "company"),
            themes=["long"],
            answers=[_to(claim, one)] + ([_to(long, one), _to("report", one)] if one % 5 == 0 else []),
        )
    draft.record("response", f"Nothing answers {word}.", "company", told(1, "company"))
    for addressee in ("company", "other"):
        draft.record("recommendation", f"Publish {address}.", "board", told(3, "board"), addressee=addressee)
    draft.record("reaction", f"It is {word}.", "other", told(2, "other"), themes=["short"])
    draft.record("event", f"On a day {word} began.", "board", told(1, "board"), date="2021-03-01")
    draft.differ(f"Whether {word} or {address} was said.", many[:4])
    draft.differ("A figure.", many[4:7], "figure")
    return draft


def _to(given: str, number: int) -> dict[str, str]:
    return {"to": given, "how": _HOWS[number % len(_HOWS)]}


def _dump(file: Path, data: Any) -> None:
    file.write_text(dump(data), "utf-8")
