"""Takes the article out of a file in a process of its own, which has so much time and memory and no more.

A file made to harm can then at worst end that process. It is handed the bytes and gives back text: it knows no path.
"""

from __future__ import annotations

import json
import subprocess
import sys

from diptych.gather import Facts, Gathered, Refused, gather
from diptych.lexicons import laid, lay

#: Seconds that one file may take, and bytes of memory where the system can hold a process to a number.
_SECONDS = 60
_MEMORY = 3_000_000_000
#: What is read here: these are kept as they are, and nothing in them is opened.
_TEXTS = (".txt", ".text", ".md", ".markdown")


def read(suffix: str, data: bytes, encoding: str | None = None, seconds: float = _SECONDS) -> Gathered:
    """The article in a file's bytes; raises `Refused` where there is none, or where it takes too long to get."""
    if suffix in _TEXTS:
        return gather(suffix, data, encoding)
    command = [sys.executable, "-P", "-m", __name__, suffix, encoding or ""]  # -P: no module of the current folder
    lists = json.dumps(laid()).encode("ascii") + b"\n"
    try:
        done = subprocess.run(command, input=lists + data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(f"it took more than {seconds:g} seconds to read") from None
    if done.returncode:
        raise Refused("it can't be read: its reader broke off, for want of memory or because the file is damaged")
    told = json.loads(done.stdout)
    if "refused" in told:
        raise Refused(told["refused"])
    return Gathered(told["text"], Facts(told["values"], told["where"]), told["by"], remarks=tuple(told["remarks"]))


def main(suffix: str, encoding: str) -> None:
    """Reads a file from standard input, after a line with the word lists, and writes what is in it out, as JSON."""
    _hold()
    lay(tuple((name, text) for name, text in json.loads(sys.stdin.buffer.readline())))
    try:
        found = gather(suffix, sys.stdin.buffer.read(), encoding or None)
        facts = {"values": found.facts.values, "where": found.facts.where}
        told = {"text": found.text, **facts, "by": found.by, "remarks": found.remarks}
    except Refused as error:
        told = {"refused": str(error)}
    except RecursionError:
        told = {"refused": "it is nested too deeply to read"}
    sys.stdout.buffer.write(json.dumps(told).encode("ascii"))


def _hold() -> None:
    """Limits the memory of this process, where the system knows how to."""
    if sys.platform == "win32":
        return
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ValueError, OSError):
        return  # macOS has no such limit; the time is limited all the same


if __name__ == "__main__":
    main(*sys.argv[1:])
