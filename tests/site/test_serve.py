"""`mkdocs serve` on the real dossier: what changes in content, templates or seeds is served anew."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, str]]:
    port = free_port()
    log = (project.parent / "serve.log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "diptych", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    # site_url has a path of its own, under which MkDocs serves
    address = f"http://127.0.0.1:{port}/project/"
    try:
        wait_for(lambda: "<h1" in page(f"{address}claims/C1/index.html"))
        yield project, address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
        log.close()


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        return str(error.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def wait_for(condition: Callable[[], bool], seconds: float = 45) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing changed in time"
        time.sleep(0.1)


def test_each_change_is_served_and_a_problem_is_told_and_mended(served: tuple[Path, str]) -> None:
    project, address = served
    first = page(f"{address}claims/C1/index.html")
    assert "livereload" in first

    record = project / "content/claims/C1.yml"
    good = record.read_text("utf-8")
    record.write_text(
        good.replace("serious human rights violations have", "grave human rights violations have", 1), "utf-8"
    )
    wait_for(lambda: "grave human rights violations have" in page(f"{address}claims/C1/index.html"))
    assert "grave human rights violations have" in page(f"{address}side-by-side/index.html")  # as new as that, at once

    template = project / "templates/languages/en.yml"
    template.write_text(template.read_text("utf-8").replace("No page here", "Nothing here at all"), "utf-8")
    wait_for(lambda: "Nothing here at all" in page(f"{address}no-such-page/"))

    seed = sorted((project / "seeds").glob("*.txt"))[0]
    data = seed.read_bytes()
    seed.write_bytes(data.replace(b"lashed out", b"lashed oat"))
    log = project.parent / "serve.log"
    wait_for(lambda: b"seed-changed" in log.read_bytes())
    # Until the problem is mended MkDocs answers no request.
    seed.write_bytes(data)
    record.write_text(good, "utf-8")
    wait_for(lambda: "serious human rights violations have" in page(f"{address}claims/C1/index.html"))
