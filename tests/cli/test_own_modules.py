"""`diptych build` runs the MkDocs of its own installation, whatever lies in the dossier's folder or on the path."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT

FOREIGN = 'raise SystemExit("a module of the dossier\'s folder was run")\n'


@pytest.mark.parametrize("arguments", [("build",), ("release", "2026.1", "--date", "2026-11-21")])
def test_no_module_of_the_dossier_and_no_other_mkdocs_is_run(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(ROOT / "tests" / "dossiers" / "water", root, ignore=shutil.ignore_patterns("seeds"))
    for name in ("mkdocs", "properdocs", "yaml", "jinja2", "markdown", "diptych", "click"):
        (root / name).mkdir()
        for file in ("__init__.py", "__main__.py"):
            (root / name / file).write_text(FOREIGN)
    (root / "re.py").write_text(FOREIGN)
    other = tmp_path / "bin" / "mkdocs"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\necho another mkdocs was run\nexit 3\n")
    other.chmod(other.stat().st_mode | stat.S_IXUSR)
    known = {**os.environ, "PATH": f"{other.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    command = [sys.executable, "-P", "-m", "diptych", *arguments]
    done = subprocess.run(command, cwd=root, env=known, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
