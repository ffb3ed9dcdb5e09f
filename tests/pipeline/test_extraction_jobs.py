"""Extraction over several processes, and what does not depend on how it is run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import scale
import scale_articles
from holding import held
from support import lasting, run, tree

from diptych.cores import cores, usable
from diptych.pipeline import extraction
from diptych.pipeline.workers import WORTH, workers
from diptych.problems import DossierError, Problem
from diptych.progress import unshown

ARTICLES = 24


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scale_articles.write(tmp_path_factory.mktemp("generated") / "dossier", ARTICLES)


def copy(root: Path, to: Path) -> Path:
    return Path(shutil.copytree(root, to))


def test_two_processes_write_the_bytes_of_one(generated: Path, tmp_path: Path) -> None:
    one, two = (copy(generated, tmp_path / name) for name in ("one", "two"))
    extraction.extract(one)
    done = run("diptych", "extract", "--jobs", "2", cwd=two, PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    assert lasting(one) == lasting(two)
    assert len(held(one).records) > ARTICLES
    assert extraction.extract(two, 2).changed == ()


def shape(root: Path, names: dict[str, str]) -> Any:
    """A dossier without its IDs and the names of its seeds: `names` says what each was called at first."""
    dossier = held(root)
    files = {one.id: names[Path(one.file).name] for one in dossier.sources}

    def passages(item: Any) -> Any:
        return frozenset((files[one.source], one.start, one.end) for one in item.passages)

    records = {record.id: record for record in dossier.records}
    return (
        {
            (
                record.kind,
                record.actor,
                passages(record),
                frozenset((a.to if a.to == "report" else passages(records[a.to]), a.how) for a in record.answers),
            )
            for record in dossier.records
        },
        {(one.kind, one.start, one.end, files[one.id], files.get(one.copy_of or "")) for one in dossier.sources},
    )


def test_seeds_that_come_earlier_and_later_give_the_same_records(hadri: Path, tmp_path: Path) -> None:
    """IDs are given in the order of the files, so that they differ; what is in the records does not."""
    as_is, turned = copy(hadri, tmp_path / "as-is"), copy(hadri, tmp_path / "turned")
    old = sorted(path.name for path in (hadri / "seeds").iterdir())
    for number, name in enumerate(old):
        (turned / "seeds" / name).rename(turned / "seeds" / f"{len(old) - number}.txt")
    extraction.extract(as_is)
    extraction.extract(turned)
    names = {f"{len(old) - number}.txt": name for number, name in enumerate(old)}
    assert shape(as_is, {name: name for name in old}) == shape(turned, names)


def test_an_article_more_leaves_every_reviewed_file_and_every_id(generated: Path, tmp_path: Path) -> None:
    root = copy(generated, tmp_path / "dossier")
    late = root / "seeds/0012.txt"
    text = late.read_bytes()
    late.unlink()
    extraction.extract(root)
    for file in (root / "content").rglob("*/*.yml"):
        file.write_text(file.read_text("utf-8").replace("status: proposed", "status: reviewed"), "utf-8")
    before = tree(root / "content")
    reviewed = {name: data for name, data in before.items() if "/" in name}
    given = held(root).given
    late.write_bytes(text)
    done = extraction.extract(root, 2)
    after = tree(root / "content")
    assert {name: after[name] for name in reviewed} == reviewed
    assert held(root).given[: len(given)] == given
    assert done.summary.files["new"] == len([name for name in after if "/" in name]) - len(reviewed) > 1
    assert done.summary.files["changed"] == done.summary.files["withdrawn"] == 0


def refuse(number: int) -> int:
    if number == 5:
        raise DossierError([Problem("seeds/5.txt", 1, 2, "odd", "five", "leave it out")])
    return number


def end(number: int) -> int:
    os._exit(number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_worker_is_the_error_of_one_process(jobs: int) -> None:
    with pytest.raises(DossierError) as caught, workers(jobs, unshown) as others:
        list(others.map("trying", refuse, range(20)))
    assert caught.value.problems == (Problem("seeds/5.txt", 1, 2, "odd", "five", "leave it out"),)


def test_a_worker_that_the_system_ends_is_told_and_nothing_waits_for_it() -> None:
    with pytest.raises(DossierError) as caught, workers(2, unshown) as others:
        list(others.map("trying", end, range(20)))
    assert [problem.code for problem in caught.value.problems] == ["worker-ended"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_every_source_in_order(jobs: int) -> None:
    told: list[tuple[str, int, int]] = []
    with workers(jobs, lambda *one: told.append(one)) as others:
        assert list(others.map("trying", abs, range(4))) == [0, 1, 2, 3]
    assert told == [("trying", number, 4) for number in range(5)]


def test_few_sources_need_one_process() -> None:
    assert usable(0, WORTH) == usable(5, WORTH) == 1
    assert usable(WORTH * 10**4, WORTH) == cores()


#: Has a process heed Ctrl-C, which one that a shell began in the background does not, nor what that begins.
HEEDING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


@pytest.mark.parametrize("seconds", [0.2, 1], ids=["while they start", "at work"])
def test_ctrl_c_ends_all_processes_and_writes_nothing(seconds: float, tmp_path: Path) -> None:
    root = scale_articles.write(tmp_path / "dossier", 400)  # long enough to be at work when it is told to stop
    before = tree(root)
    command = [sys.executable, "-c", HEEDING, "-m", "diptych", "extract", "--jobs", "2"]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while len(scale.family(process.pid)) < 3:
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)  # returns when the last process that holds stderr has ended
    assert process.returncode == 1, told
    assert "Traceback" not in told
    assert lasting(root) == before
