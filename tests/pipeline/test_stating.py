"""What is kept of what articles state: whatever is edited, the bytes are those of a run that nothing was kept for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support import WATER, lasting

from diptych.drafts import Reading
from diptych.pipeline import extraction, stating

HEAD = "title: T\nparties:\n  reporting: {name: Water Auditor}\n  responding: {name: Wellwater}\n"
#: What tells of persons, bodies and papers, and what only these sentences of other articles explain.
TELLING = (
    "Ida Falk, a spokeswoman for Wellwater, said that every leak had been reported.",
    "Ida Falk, an engineer with the Water Auditor, said that no leak had been reported.",
    "“We counted nine leaks,” Falk said. “They are old.”",
    "She said that the weir at Tarn was sound.",
    "Wellwater’s chief pilot of barges, Oskar Wren, said that the locks were safe.",
    "The chief pilot said that nobody had asked him about the locks.",
    "Oskar Brandt, who chairs the Water Auditor, said that the company hid leaks at three weirs.",
    "Brandt said that the company hid leaks at four weirs and must repay its customers.",
    "The chair said on Monday that the report would stand.",
    "Moor Penn, a consultancy hired by Wellwater, said that the pumps were new.",
    "“The pumps are new,” Moor Penn said in a note of its own.",
    "Wellwater’s dossier says that the leaks were closed within a week.",
    "The dossier calls the audit careless and says that the pumps are new.",
    "The Water Auditor’s dossier lists nine leaks at three weirs.",
    "Wellwater rejected the finding that it hid leaks at three weirs.",
    "The Water Auditor urged Wellwater to repay its customers.",
    "Mr Falk, the mayor of Tarn, said that his town would run dry.",
    "Leading the audit was retired chemist Ida Falk of Tarn.",
    "The supplier Wellwater said that it had closed the leaks.",
    "The supplier said that the audit was careless.",
    "The Home Water Inspectorate should license weirs, the Water Auditor says.",
    "“We have opened a file on every weir,” said chief inspector Otti Gran.",
    "Wellwater had an answer, titled “Weirs and Facts”, within the hour.",
    "Weirs and Facts calls the audit careless.",
)
ARTICLES = st.lists(st.integers(0, len(TELLING) - 1), min_size=2, max_size=6, unique=True)
EDITS = st.tuples(st.integers(0, 5), st.none() | ARTICLES)


def write(root: Path, number: int, told: list[int] | None) -> None:
    file = root / f"seeds/{number}.txt"
    if told is None:
        file.unlink(missing_ok=True)
        return
    body = [f"{TELLING[one]}{chr(10) * (1 + one % 2)}" for one in told]
    file.write_text(f"Audit of weirs, part {number}\n\n{''.join(body)}", "utf-8")


def dossier(root: Path) -> Path:
    for folder in ("content", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "content/dossier.yml").write_text(HEAD, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: T\nplugins: [diptych]\n", "utf-8")
    return root


@given(st.lists(ARTICLES, min_size=2, max_size=5), st.lists(EDITS, min_size=1, max_size=5))
@settings(max_examples=12, deadline=None, phases=(Phase.generate,))
def test_after_any_edits_the_bytes_are_those_of_a_run_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, first: list[list[int]], edits: list[tuple[int, list[int] | None]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    root, anew = dossier(folder / "kept"), folder / "anew"
    for number, told in enumerate(first):
        write(root, number, told)
    extraction.extract(root)
    for number, told in edits:
        write(root, number, told)
        shutil.copytree(root, anew, ignore=shutil.ignore_patterns(".diptych"))
        extraction.extract(root)
        extraction.extract(anew)
        assert lasting(root) == lasting(anew)
        shutil.rmtree(anew)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The seeds whose statements have been read, since it was last emptied."""
    names: list[str] = []
    stated = stating.stated

    def noting(known, number, article, found):  # type: ignore[no-untyped-def]
        names.append(article.seed.file)
        return stated(known, number, article, found)

    monkeypatch.setattr(stating, "stated", noting)
    return names


@pytest.mark.parametrize("explains", [20, 22])
def test_what_another_article_explains_is_read_anew_without_it(tmp_path: Path, read: list[str], explains: int) -> None:
    root = dossier(tmp_path / "kept")
    write(root, 0, [explains, 14])
    write(root, 1, [explains + 1, 15])
    extraction.extract(root)
    write(root, 0, [14, 15])
    shutil.copytree(root, tmp_path / "anew", ignore=shutil.ignore_patterns(".diptych"))
    read.clear()
    extraction.extract(root)
    assert "seeds/1.txt" in read
    extraction.extract(tmp_path / "anew")
    assert lasting(root) == lasting(tmp_path / "anew")


def test_only_articles_are_read_anew_that_a_change_concerns(tmp_path: Path, read: list[str]) -> None:
    root = dossier(tmp_path / "dossier")
    for number, told in enumerate([[0, 14], [2, 3], [6, 7], [15, 18]]):
        write(root, number, told)
    extraction.extract(root)
    assert sorted(read) == [f"seeds/{number}.txt" for number in range(4)]
    read.clear()
    extraction.extract(root)
    assert read == []
    write(root, 0, [1, 14])  # Falk is the auditor's now
    extraction.extract(root)
    assert sorted(read) == ["seeds/0.txt", "seeds/1.txt"]
    read.clear()
    write(root, 3, [15, 16])  # and there is a Mr Falk, too
    extraction.extract(root)
    assert "seeds/3.txt" in read
    assert "seeds/2.txt" not in read
    read.clear()
    write(root, 2, None)
    extraction.extract(root)
    assert read == []


_COUNTED = """
import sys
from pathlib import Path
from diptych.pipeline import extraction, stating
read, stated = [], stating.stated
stating.stated = lambda *given: read.append(given[2].seed.file) or stated(*given)
extraction.extract(Path(sys.argv[1]))
print(*sorted(read))
"""


def test_what_one_process_noted_holds_for_the_next_which_has_another_order_of_sets(tmp_path: Path) -> None:
    root = dossier(tmp_path / "dossier")

    def read(seed: int) -> list[str]:
        command, env = [sys.executable, "-c", _COUNTED, str(root)], {**os.environ, "PYTHONHASHSEED": str(seed)}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split()

    for number, told in enumerate([[0, 14], [2, 3], [6, 7], [15, 18]]):
        write(root, number, told)
    assert len(read(1)) == 4
    write(root, 3, [13, 15])
    assert read(2) == ["seeds/3.txt"]


def test_who_holds_an_office_is_asked_again(tmp_path: Path, read: list[str]) -> None:
    root = dossier(tmp_path / "dossier")
    for number, told in enumerate([[4, 14], [5, 18], [0, 15]]):
        write(root, number, told)
    extraction.extract(root)
    read.clear()
    write(root, 0, [10, 14])  # nobody is the chief pilot any more
    extraction.extract(root)
    assert sorted(read) == ["seeds/0.txt", "seeds/1.txt"]


def test_where_no_article_has_changed_nothing_is_paired_again(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paired: list[int] = []
    pair, propose = extraction.pair, extraction.propose
    readings: list[Reading] = []

    def counting(compared, *rest):  # type: ignore[no-untyped-def]
        paired.append(len(compared.articles()))
        return pair(compared, *rest)

    def noting(dossier, registered, reading, *rest):  # type: ignore[no-untyped-def]
        readings.append(reading)
        return propose(dossier, registered, reading, *rest)

    monkeypatch.setattr(extraction, "pair", counting)
    monkeypatch.setattr(extraction, "propose", noting)
    root = Path(shutil.copytree(WATER, tmp_path / "dossier"))
    before = len(list((root / "seeds").iterdir()))
    for _ in range(2):
        extraction.extract(root)
    assert before > 1
    assert len(paired) == 1
    assert readings[0] == readings[1]
    assert all((readings[0].groups, readings[0].themes, readings[0].differences, readings[0].speakers))
    min((root / "seeds").glob("*.txt")).write_text("Audit\n\nThe board said that it was done.\n", "utf-8")
    read.clear()
    extraction.extract(root)
    assert len(paired) == 2
    assert len(read) < before
