"""Extraction on a Dask cluster: two workers as processes of their own on this machine."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest
import scale_articles
from support import lasting, run, tree

from diptych.pipeline import extraction
from diptych.pipeline.cluster import ClusterError, _checked, cluster
from diptych.pipeline.workers import AHEAD
from diptych.progress import unshown

ARTICLES = 60


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scale_articles.write(tmp_path_factory.mktemp("generated") / "dossier", ARTICLES)


@pytest.fixture(scope="module")
def expected(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = shutil.copytree(generated, tmp_path_factory.mktemp("one") / "dossier")
    extraction.extract(root)
    return lasting(root)


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self._scheduler = self._begin("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
        self.workers: list[subprocess.Popen[bytes]] = []

    def staff(self) -> None:
        """Has two workers of one thread each at work, which nobody else starts again when they end."""
        self.workers = [one for one in self.workers if one.poll() is None]
        while len(self.workers) < 2:
            self.workers.append(self._begin("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard"))
        with distributed.Client(self.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

    def end(self) -> None:
        """Ends all of them."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    @staticmethod
    def _begin(what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + what, *options]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def started() -> Iterator[Cluster]:
    made = Cluster()
    try:
        yield made
    finally:
        made.end()


@pytest.fixture
def two_workers(started: Cluster) -> Cluster:
    started.staff()
    return started


def test_a_cluster_writes_the_bytes_of_one_process(
    two_workers: Cluster, generated: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    root = shutil.copytree(generated, tmp_path / "dossier")
    done = run("diptych", "extract", "--scheduler", two_workers.address, cwd=root)
    assert done.returncode == 0, done.stderr
    assert lasting(root) == expected


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    two_workers: Cluster, generated: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    root = shutil.copytree(generated, tmp_path / "dossier")
    killed: list[str] = []

    def kill(doing: str, done: int, total: int) -> None:
        if doing == "attributing" and 0 < done < total and not killed:
            os.kill(two_workers.workers[0].pid, signal.SIGKILL)
            killed.append(f"{done} of {total}")

    extraction.extract(root, progress=kill, scheduler=two_workers.address)
    assert killed
    assert two_workers.workers[0].wait(10) == -signal.SIGKILL
    assert lasting(root) == expected


def test_no_more_is_handed_over_than_two_workers_need(two_workers: Cluster) -> None:
    taken: list[int] = []

    class Counted(list[int]):
        def __getitem__(self, place):  # type: ignore[no-untyped-def,override]
            taken.append(place.start)
            return super().__getitem__(place)

    with cluster(two_workers.address, unshown) as others:
        results = others.map("trying", abs, Counted(range(10_000)))
        assert next(results) == 0
        assert len(taken) <= 2 * AHEAD + 1
        assert sum(results) == sum(range(10_000))


def test_nobody_at_the_address_is_told_and_nothing_is_written(generated: Path, tmp_path: Path) -> None:
    root = shutil.copytree(generated, tmp_path / "dossier")
    before = tree(root / "content")
    done = run("diptych", "extract", "--scheduler", "tcp://127.0.0.1:9", cwd=root)
    assert done.returncode == 2
    assert "no scheduler with workers answers at tcp://127.0.0.1:9" in done.stderr
    assert tree(root / "content") == before


def test_both_ways_at_once_are_refused(generated: Path) -> None:
    done = run("diptych", "extract", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9", cwd=generated)
    assert done.returncode == 2
    assert "give one of them" in done.stderr


def test_a_worker_of_another_version_is_refused() -> None:
    with pytest.raises(ClusterError, match=r"a worker runs Diptych .* and this process Diptych 0 on Python 2"):
        _checked("Diptych 0 on Python 2", (), {}, abs, -1)
