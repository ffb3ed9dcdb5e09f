"""Two runs at once on one dossier: one does its work, the other says who is at work or waits; nothing is mixed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import ENGINE, ROOT, WATER, lasting, run

from diptych.store import claimed
from diptych.store.locks import held


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("add", str(ROOT / "tests" / "saved" / "courier.html")),
        ("review", "accept", "C1"),
        ("release", "2026.1", "--date", "2026-11-21"),
    ],
)
def test_while_a_command_writes_another_one_says_who_is_at_work(water: Path, arguments: tuple[str, ...]) -> None:
    before = lasting(water)
    with claimed(water / ".diptych" / "lock", "diptych extract"):
        done = run("diptych", *arguments, cwd=water)
    said = f"Error: diptych extract (process {os.getpid()}) is at work here: try again when it has ended\n"
    assert (done.returncode, done.stderr) == (1, said)
    assert lasting(water) == before


def test_a_site_is_built_by_one_at_a_time(water: Path) -> None:
    with claimed(water / ".site.lock", "another build of this site"):
        done = run("diptych", "build", cwd=water)
    assert done.returncode == 1
    assert f"another build of this site (process {os.getpid()}) is at work here" in done.stderr
    assert not (water / "site").exists()
    assert run("diptych", "build", cwd=water).returncode == 0


def test_commands_that_read_run_beside_one_that_writes_and_wait_while_it_changes_files(water: Path) -> None:
    with claimed(water / ".diptych" / "lock", "diptych extract"):
        assert run("diptych", "review", "--list", cwd=water).returncode == 0
        door = held(water, shared=False)
        door.__enter__()
        began = time.monotonic()
        threading.Timer(3, door.__exit__, (None, None, None)).start()
        assert run("diptych", "review", "--list", cwd=water).returncode == 0
        assert time.monotonic() - began > 3


@pytest.mark.parametrize("arguments", [("extract",), ("build",)])
def test_of_runs_that_start_together_what_comes_out_is_that_of_one(water: Path, arguments: tuple[str, ...]) -> None:
    shutil.copy(WATER / "seeds" / "W-3.txt", water / "seeds")
    alone = water.with_name("alone")
    shutil.copytree(water, alone)
    assert run("diptych", *arguments, cwd=alone).returncode == 0
    command = [sys.executable, "-m", "diptych", *arguments]
    runs = [
        subprocess.Popen(command, cwd=water, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(3)
    ]
    said = [(one.communicate()[1], one.returncode) for one in runs]
    assert 0 in [status for _, status in said]
    assert all(status == 0 or "is at work here: try again when it has ended" in words for words, status in said)
    assert lasting(water) == lasting(alone)


def test_what_a_killed_run_left_half_done_is_finished_by_a_build_that_had_nothing_to_do(water: Path) -> None:
    assert run("diptych", "build", cwd=water).returncode == 0
    record = water / "content" / "claims" / "C1.yml"
    was = record.read_bytes()
    now = was + b"note: Written by a run that was killed before this took its place.\n"
    record.with_name(".C1.yml.new").write_bytes(now)
    step = ["content/claims/C1.yml", hashlib.sha256(was).hexdigest(), hashlib.sha256(now).hexdigest()]
    (water / ".diptych" / "journal").write_text(json.dumps([step]))
    assert run("diptych", "build", cwd=water).returncode == 0
    assert record.read_bytes() == now
    assert "Written by a run that was killed" in (water / "site" / "claims" / "C1" / "index.html").read_text("utf-8")
    assert not (water / ".diptych" / "journal").exists()


def test_a_build_that_outlives_its_killed_release_is_in_nobodys_way(water: Path) -> None:
    release = ("release", "2026.1", "--date", "2026-11-21")
    alone = water.with_name("alone")
    shutil.copytree(water, alone)
    assert run("diptych", *release, cwd=alone).returncode == 0
    killed = subprocess.Popen([sys.executable, "-m", "diptych", *release], cwd=water, stderr=subprocess.DEVNULL)
    _wait_for(lambda: any((water / ".diptych" / "scratch").glob("*/.site.new/*")))
    killed.kill()
    killed.wait()
    assert lasting(water) != lasting(alone)
    done = run("diptych", *release, cwd=water)
    assert done.returncode == 0, done.stderr
    assert lasting(water) == lasting(alone)


def test_what_is_extracted_is_served_at_once(water: Path) -> None:
    with _served(water) as address:
        _wait_for(lambda: "S1" in _page(f"{address}sources/index.html"))
        assert "S3" not in _page(f"{address}sources/index.html")
        shutil.copy(WATER / "seeds" / "W-3.txt", water / "seeds")
        done = run("diptych", "extract", cwd=water)
        assert done.returncode == 0, done.stderr
        _wait_for(lambda: "S3" in _page(f"{address}sources/index.html"))
    assert "Traceback" not in water.with_name("serve.log").read_text("utf-8")


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """A dossier served by MkDocs, as `diptych serve` has it served, at an address of its own."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listener.getsockname()[1]}"
    with root.with_name("serve.log").open("wb") as log:
        command = [sys.executable, "-m", ENGINE, "serve", "--dev-addr", host]
        server = subprocess.Popen(command, cwd=root, stdout=log, stderr=log)
        try:
            yield f"http://{host}/water/"  # under the path of the address in mkdocs.yml
        finally:
            server.terminate()
            server.wait()


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def _wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing changed in time"
        time.sleep(0.1)
