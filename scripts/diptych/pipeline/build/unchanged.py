"""Whether there is nothing to build: the site stands as it was noted, and so does everything that it was made of."""

from __future__ import annotations

from pathlib import Path

from diptych.notes import JOURNAL, NOTES
from diptych.pipeline.build.ground import expected, inputs, template_directories
from diptych.pipeline.build.manifest import home, names, place, read
from diptych.pipeline.build.stamps import certain, stamps


def unchanged(root: Path, target: Path | None) -> list[str] | None:
    """What the last build had to say, where one now would write no file; None where that is not certain.

    `target` is the site's folder if one was named on the command line.
    """
    notes = root / NOTES
    if (notes / JOURNAL).exists():  # a change counts that a killed run has not finished
        return None
    try:
        directories = template_directories(root)
        found = inputs(root, directories)
        expected(root, directories, found)
        for folder in [place(notes, target.resolve())] if target else sorted(notes.glob("site-*")):
            if not names(folder, found[0]):  # a site has more files than it is made of, and more notes
                continue
            made = read(folder, home(root))
            if made is None or made.inputs != found[0] or made.chosen != (target is not None):
                continue
            held = stamps(made.target)
            if held != {path: about for path, (_, about) in made.files.items()}:
                return None
            return made.said if all(certain(about, made.noted) for about in held.values()) else None
    except OSError:
        return None
    return None
