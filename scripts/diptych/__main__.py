"""`python -m diptych` and the command `diptych`."""

import io
import os
import sys


def main() -> None:
    """Runs the command line, which takes far longer to load than to learn that there is nothing to build.

    A build of the usual form is left to MkDocs at once.
    """
    arguments = sys.argv[1:]
    if _builds(arguments):
        if _built(arguments):
            return
        if os.path.isfile("mkdocs.yml"):  # noqa: PTH113
            if not sys.flags.safe_path:
                del sys.path[0]  # no module of the current folder takes the place of another
            from diptych.engine import main as build

            sys.argv[1:] = ["build", "--strict", *arguments[1:]]
            build()
            return
    from diptych.cli import main as commands

    for stream in (sys.stdout, sys.stderr):
        _speak(stream)
    commands()


def _speak(stream: object) -> None:
    """Has a stream take every sign: a file or another program gets UTF-8 on all systems, a terminal what it shows."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _builds(arguments: list[str]) -> bool:
    """Whether they ask for a build, with nothing said but maybe where the site goes."""
    if arguments[:1] != ["build"] or len(arguments) not in (1, 3):
        return False
    return arguments[1:2] in ([], ["--site-dir"]) and not arguments[-1].startswith("-")


def _built(arguments: list[str]) -> bool:
    """Whether the site stands as it would be built."""
    from pathlib import Path

    from diptych.pipeline.build.unchanged import unchanged

    said = unchanged(Path.cwd(), Path(arguments[2]) if len(arguments) > 1 else None)
    if said is None:
        return False
    for line in (*said, "Nothing has changed since the last build: the site stands as it is"):
        print(f"INFO    -  {line}", file=sys.stderr)
    return True


if __name__ == "__main__":
    main()
