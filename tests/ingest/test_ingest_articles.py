from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.drafts import Article, Seed
from diptych.ingest import ingest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "tests" / "eval" / "dev"

pieces = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "\r\n",
            "\n\n",
            "\x00",
            "“",
            "”",
            '"',
            "‘",
            "’",
            "...",
            "e\u0301",
            "\ufeff",
            "\u200b",
            "\u2028",
            "By Ann Holt",
            "---",
            "title: “A” date: “2033-03-04” ",
            "The bridge was closed for two years by the river authority of Harrow. ",
            "PHOTO: AFP",
            "ArrowRight ",
            "(HM) — ",
            "author: x\n",
            "Mr. ",
        ]
    ),
)
texts = st.lists(pieces, max_size=14).map("".join)


def read(folder: Path, pattern: str) -> list[Seed]:
    return [Seed(f"seeds/{path.name}", path.read_bytes().decode("utf-8"), "") for path in sorted(folder.glob(pattern))]


def check_exact(text: str, found: tuple[Article, ...]) -> None:
    reached = 0
    for one in found:
        assert one.span == one.span.trimmed(text)
        assert not text[reached : one.span.start].lstrip("\ufeff").strip()
        reached = one.span.start
        for sentence in one.sentences:
            assert sentence.end > sentence.start
            assert not text[reached : sentence.start].lstrip("\ufeff").strip()
            assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
            reached = sentence.end
        assert reached == one.span.end
    assert not text[reached:].lstrip("\ufeff").strip()


@given(texts)
@settings(max_examples=250, deadline=None)
def test_sentences_cover_every_seed(text: str) -> None:
    check_exact(text, ingest([Seed("seeds/a.txt", text, "")]))


@given(st.lists(texts, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_seeds_does_not_matter(many: list[str], chance: object) -> None:
    seeds = [Seed(f"seeds/{place}.txt", text, "") for place, text in enumerate(many)]
    mixed = list(seeds)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    found = ingest(seeds)
    assert ingest(mixed) == found
    assert [(one.seed.file, one.span.start) for one in found] == sorted(
        (one.seed.file, one.span.start) for one in found
    )


def test_an_agency_is_the_publisher_of_its_own_text_only() -> None:
    body = " ".join(f"The authority of district {number} closed bridge {number * 7} on Monday." for number in range(60))
    text = f"HARROW (Lakewire) — {body}"
    found = ingest([Seed("seeds/a.txt", text, ""), Seed("seeds/b.txt", text, "")])
    assert [(one.kind, one.publisher) for one in found] == [("original", "Lakewire"), ("copy", None)]


@pytest.mark.parametrize(
    "unit", ["The man went home to Rome. ", "“", "By A B\n", "title: “a” date: “b” ", "a: ", "--\n---\n"]
)
def test_time_is_linear(unit: str) -> None:
    def took(size: int) -> float:
        start = time.process_time()
        ingest([Seed("seeds/a.txt", (unit * size)[:size], "")])
        return time.process_time() - start

    took(1000)
    assert took(80_000) < 8 * max(took(10_000), 0.02) * 4


def test_seeds_are_read_as_people_read_them() -> None:
    found = ingest(read(ROOT / "seeds", "*.txt"))
    for one in found:
        assert one.span.of(one.seed.text) == one.span.of(one.seed.text).strip()
    assert [(one.seed.file[6:9], one.kind, one.copy_of) for one in found] == [
        ("000", "original", None),
        ("001", "rewrite", None),
        ("002", "original", None),
        ("003", "rewrite", None),
        ("003", "copy", 3),
        ("003", "copy", 3),
        ("003", "copy", 3),
        ("004", "original", None),
    ]
    assert [one.published for one in found if one.published] == ["2022-09-01", "2022-10-28", "2022-11-28", "2022-11-26"]
    for seed in read(ROOT / "seeds", "*.txt"):
        check_exact(seed.text, tuple(one for one in found if one.seed.file == seed.file))


def test_sentences_and_clutter_agree_with_the_gold() -> None:
    """Floors measured on the two annotated disputes: every boundary, and the clutter that is nothing else."""
    found = {one.seed.file[6:10]: one for one in ingest([*read(DEV, "D1-?.txt"), *read(DEV, "D4-?.txt")])}
    boundaries = right = wrong_noise = missed_noise = 0
    for name, one in found.items():
        uses = {(sentence.start, sentence.end): sentence.use for sentence in one.sentences}
        for line in (DEV / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            use = uses.get((gold["start"], gold["end"]))
            allowed = {gold["label"], *gold["alt"]}
            boundaries += 1
            right += use is not None
            wrong_noise += use == "noise" and "noise" not in allowed
            missed_noise += use == "context" and gold["label"] == "noise" and "context" not in allowed
    assert boundaries == 505
    assert right >= 503
    assert wrong_noise == 0
    assert missed_noise <= 1
    assert [name for name, one in found.items() if one.kind == "rewrite"] == ["D1-3", "D4-3"]
