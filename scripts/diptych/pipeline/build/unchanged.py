"""Whether there is nothing to build: the site stands as it was noted, and so does everything that it was made of."""

from __future__ import annotations

from pathlib import Path

from diptych.notes import JOURNAL, NOTES
from diptych.pipeline.build.ground import inputs, template_directories
from diptych.pipeline.build.manifest import home, place, read
from diptych.pipeline.build.stamps import certain, stamps


def unchanged(root: Path, target: Path | None) -> list[str] | None:
    """What the last build had to say, where one now would write no file; None where that is not certain.

    `target` is the site's folder if one was named on the command line.
    """
    notes = root / NOTES
    if (notes / JOURNAL).exists():  # a change counts that a killed run has not finished
        return None
    try:
        for folder in [place(notes, target.resolve())] if target else sorted(notes.glob("site-*")):
            made = read(folder, home(root))
            if made is None or not made.inputs or made.chosen != (target is not None):
                continue
            if made.inputs != inputs(root, template_directories(root))[0]:  # a site has more files than it is made of
                return None
            held = stamps(made.target)
            if held != {path: about for path, (_, about) in made.files.items()}:
                return None
            return made.said if all(certain(about, made.noted) for about in held.values()) else None
    except OSError:
        return None
    return None
