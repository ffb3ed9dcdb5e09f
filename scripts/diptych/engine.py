"""MkDocs as a program: run once its settings are known to hold nothing that it must not follow.

MkDocs makes objects of some tags and reads other files before any plugin is asked. `python -m diptych.engine build`
takes the words that `mkdocs` takes.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

from diptych import collector


def main() -> None:
    """Runs MkDocs in the current folder; ends with status 1, and all problems of the dossier, where it must not."""
    if sys.argv[1:2] == ["build"]:
        collector.never()  # before anything large is loaded: that takes a tenth of its time
    from diptych.pipeline.build.ground import template_directories
    from diptych.store import settings_problems

    root = Path.cwd()
    if any(problem.severity == "error" for problem in settings_problems(root, template_directories(root)[-1])):
        from diptych.commands.shared import refuse
        from diptych.pipeline.publication import checked
        from diptych.problems import DossierError

        refuse(DossierError(checked(root)[1]), root)
    make_no_objects()
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)


def make_no_objects() -> None:
    """Has MkDocs make no object of a tag when it reads the settings again, either, as it does while it serves."""
    import yaml

    yaml.Loader.yaml_constructors = yaml.SafeLoader.yaml_constructors
    yaml.Loader.yaml_multi_constructors = yaml.SafeLoader.yaml_multi_constructors


if __name__ == "__main__":
    main()
