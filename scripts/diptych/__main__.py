"""`python -m diptych` and the command `diptych`."""

import sys


def main() -> None:
    """Runs the command line, unless it asks for a build where nothing has changed since the last one."""
    if not _built(sys.argv[1:]):
        from diptych.cli import main as commands

        commands()


def _built(arguments: list[str]) -> bool:
    """Whether it asks for a site that stands as it would be built; this takes far less time than to load a builder."""
    if arguments[:1] != ["build"] or len(arguments) not in (1, 3) or arguments[1:2] not in ([], ["--site-dir"]):
        return False
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
