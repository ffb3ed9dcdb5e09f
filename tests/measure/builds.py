"""What builds take: `python tests/measure/builds.py [RECORDS …]`, 1,000 and 5,000 if not said.

A generated dossier (some 1.2 KB a record, 1 to 5 passages) is built from nothing, again with nothing changed, and again
after one word of one record was changed, twice. Beside it stands a bare loop over the same data and templates: every
file read with PyYAML's C loader, every page rendered by Jinja as it comes and written, and nothing else. What the
templates show is worked out before its clock starts, so that it has nothing to do but to load, render and write: no
checks, no dataset, no references, no search index. What making that index takes by itself is printed too.

Each is a process of its own. Printed are seconds by the clock and of processors, the most memory that one process held,
how many files of the site were written, and the ratio of processor time to the bare loop's, all of one run.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import large_dossier

import diptych

#: So many passages have the records, one after the other.
PASSAGES = (1, 2, 3, 4, 5)
_BARE = """
import gc, json, sys, time
from pathlib import Path
import jinja2, yaml
from diptych.pipeline import publication
from diptych.render import Site, book, environment, language, teach
from diptych.render.addresses import SEARCH
from diptych.render.units import Press
root, out = Path(sys.argv[1]), Path(sys.argv[2])
sound = publication.sound(root)
folders = publication.template_directories(root)
words = language(folders, sound.dossier.file.language)
styles = publication.styles(folders, words)
site = Site("https://reader.example/project/", checked=sound.exactness, language=words, styles=styles)
shown = []
Press.printed = lambda self, pages: iter(shown.extend(pages) or ())
gc.disable()
for unit in book.units(sound.dossier, site, environment(folders, words), lambda _: ()):
    spent = time.process_time()
    list(unit.make())
    if unit.name == SEARCH:
        search = time.process_time() - spent
usual = {"autoescape": True, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
templates = jinja2.Environment(loader=jinja2.FileSystemLoader(folders), **usual)
teach(templates, words)
began, spent = time.perf_counter(), time.process_time()
for file in root.glob("content/**/*.yml"):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
for path, template, context in shown:
    file = out / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(templates.get_template(template).render(context), "utf-8")
print(json.dumps([time.perf_counter() - began, time.process_time() - spent, len(shown), search]))
"""


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock and of processors, MiB at the most, and files of the site written."""

    wall: float
    processor: float
    memory: float
    written: int


def dossier(folder: Path, records: int) -> Path:
    """The dossier that is built; the number of its articles grows with it, a hundred records to each."""
    return large_dossier.write(folder, records, articles=max(40, records // 100), passages=PASSAGES)


def compiled() -> None:
    """Has interpreters keep the modules that they compile, and these compiled once, as they are after a first build."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(Path(diptych.__file__).parent), quiet=1)


def run(command: list[str], folder: Path) -> Cost:
    """What a command takes in a folder, its children with it, no file counted; it must end well."""
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with status {child.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, 0)


def built(root: Path) -> Cost:
    """What `diptych build` takes, and how many files of the site it wrote."""
    before = _files(root / "site")
    cost = run([sys.executable, "-m", "diptych", "build"], root)
    return replace(cost, written=len(set(_files(root / "site").items()) - set(before.items())))


def bare(root: Path) -> tuple[Cost, float]:
    """What the bare loop takes, and beside it the processor seconds of the search index by itself."""
    with tempfile.TemporaryDirectory(dir=root) as out:
        command = [sys.executable, "-c", _BARE, str(root), out]
        wall, processor, pages, search = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return Cost(wall, processor, 0, pages), search


def reworded(root: Path, word: str) -> None:
    """Changes the first word of one record's statement."""
    file = root / "content/claims/C7.yml"
    lines = file.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("statement:"))
    lines[at] = f"statement: {word} {lines[at].split(' ', 2)[2]}"
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """The files below a folder, with what tells that one was written anew."""
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def measured(records: int) -> None:
    """Builds a dossier of so many records and prints what each build took."""
    with tempfile.TemporaryDirectory(prefix="diptych-builds-") as folder:
        root = dossier(Path(folder) / "dossier", records)
        loop, search = bare(root)
        print(f"{records:,} records, load {os.getloadavg()[0]:.1f}; the search index takes {search:.2f} s CPU")
        _line("bare loop", loop, loop)
        _line("cold build", built(root), loop)
        _line("nothing changed", built(root), loop)
        for again in ("once", "again"):
            reworded(root, again.capitalize())
            _line(f"one changed, {again}", built(root), loop)


def _line(what: str, cost: Cost, loop: Cost) -> None:
    memory = f"{cost.memory:6.0f} MiB" if cost.memory else " " * 10
    figures = f"{cost.wall:7.2f} s wall {cost.processor:7.2f} s CPU {memory} {cost.written:7,} files"
    print(f"  {what:<20} {figures}  {cost.processor / loop.processor:6.2f} x bare loop", flush=True)


def main() -> None:
    """Measures each number of records."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int, nargs="*", default=[1000, 5000])
    wanted = parser.parse_args().records
    compiled()
    for records in wanted:
        measured(records)


if __name__ == "__main__":
    main()
