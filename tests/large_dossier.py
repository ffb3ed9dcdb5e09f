"""A dossier of any size in invented words, as files that a build reads: for what must hold however much there is."""

from __future__ import annotations

import hashlib
import random
from itertools import accumulate
from pathlib import Path
from typing import Any

from diptych.values import LETTERS, PLURALS, Kind
from diptych.yamlio import dump

#: A made-up language's syllables; words are as frequent as their rank says, as in any language.
_SYLLABLES = [f"{head}{tail}" for head in "bdfgklmnprstv" for tail in ("a", "e", "i", "o", "u", "an", "en", "or")]
_KINDS: tuple[Kind, ...] = ("claim", "claim", "response", "response", "recommendation", "reaction")
_WORDS = 6000


class _Prose:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        found: dict[str, None] = {}
        while len(found) < _WORDS:
            found["".join(self.chance.choices(_SYLLABLES, k=self.chance.randint(1, 4)))] = None
        self.words = list(found)
        self.ranks = list(accumulate(1 / rank for rank in range(3, _WORDS + 3)))

    def sentence(self, length: int) -> str:
        """So many words, with a capital and a full stop."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.ranks, k=length)).capitalize() + "."


def write(
    root: Path, records: int, *, articles: int = 40, language: str = "en", passages: tuple[int, ...] = (2,)
) -> Path:
    """Writes content/, seeds/ and mkdocs.yml; each record has two passages, each in another article.

    `passages` are other numbers of them, for one record after the other and again from the first.
    """
    prose = _Prose(records)
    content, seeds = root / "content", root / "seeds"
    seeds.mkdir(parents=True)
    folders = [content / PLURALS[kind] for kind in LETTERS]
    for folder in (*folders, content / "sources"):
        folder.mkdir(parents=True)
    texts = ["" for _ in range(articles)]
    spans: list[list[tuple[int, int]]] = [[] for _ in range(articles)]

    def passage(article: int, actor: str) -> dict[str, Any]:
        text, start = prose.sentence(24), len(texts[article])
        texts[article] += f"{text}\n"
        spans[article].append((start, start + len(text)))
        place = {"source": f"S{article + 1}", "start": start, "end": start + len(text), "text": text}
        return {**place, "mode": "indirect", "actor": actor, "rule": "person"}

    actors = _actors()
    given = [f"S{number}" for number in range(1, articles + 1)]
    counts = dict.fromkeys(LETTERS, 0)
    for number in range(records):
        kind = _KINDS[number % len(_KINDS)]
        counts[kind] += 1
        actor = {"claim": "board", "recommendation": "board", "response": "company"}.get(kind) or f"voice-{number % 20}"
        record = {
            "id": f"{LETTERS[kind]}{counts[kind]}",
            "statement": prose.sentence(16),
            "themes": [f"theme-{number % 8}"],
            "actor": actor,
            "status": "reviewed",
            "passages": [
                passage((number * (6 * place + 1) + 3 * place) % articles, actor)
                for place in range(passages[number % len(passages)])
            ],
        }
        if kind == "recommendation":
            record["addressee"] = "company"
        if kind == "response":
            record["answers"] = [{"to": f"C{counts[kind]}", "how": "denies"}]
        given.append(str(record["id"]))
        _write(content / PLURALS[kind] / f"{record['id']}.yml", record)
    for number, text in enumerate(texts):
        _write(content / "sources" / f"S{number + 1}.yml", _source(number, text, spans[number]))
        (seeds / f"{number}.txt").write_text(text, "utf-8")
    parties = {"reporting": {"name": "Board"}, "responding": {"name": "Company"}}
    title = "A dossier of any size"
    _write(content / "dossier.yml", {"title": title, "language": language, "parties": parties})
    _write(content / "actors.yml", actors)
    _write(content / "themes.yml", [{"id": f"theme-{number}", "title": f"Theme {number}"} for number in range(8)])
    _write(content / "permalinks.yml", {"given": given})
    (content / "index.md").write_text("A dossier to be measured.\n", "utf-8")
    (root / "mkdocs.yml").write_text(
        f"site_name: {title}\nsite_url: https://reader.example/project/\ndocs_dir: content\n"
        "theme: {name: null, custom_dir: templates}\nplugins: [diptych]\n",
        "utf-8",
    )
    (root / "templates").mkdir()
    return root


def _actors() -> list[dict[str, Any]]:
    parties = [("board", "Board", "reporting"), ("company", "Company", "responding")]
    voices = [(f"voice-{number}", f"Voice {number}", "third") for number in range(20)]
    return [
        {"id": given, "name": name, "kind": "organisation", "party": party} for given, name, party in parties + voices
    ]


def _source(number: int, text: str, spans: list[tuple[int, int]]) -> dict[str, Any]:
    return {
        "id": f"S{number + 1}",
        "file": f"seeds/{number}.txt",
        "start": 0,
        "end": len(text),
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "title": f"Article {number + 1}",
        "publisher": f"Newspaper {number + 1}",
        "published": f"2021-03-{number % 28 + 1:02}",
        "status": "reviewed",
        "sentences": [[start, end, "context"] for start, end in spans],
    }


def _write(file: Path, data: Any) -> None:
    file.write_text(dump(data), "utf-8")
