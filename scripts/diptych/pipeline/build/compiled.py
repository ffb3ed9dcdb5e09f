"""Templates as Python code, kept from build to build: making it of them takes longer than the rest of many a build."""

from __future__ import annotations

import io
import shutil
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from diptych import notes

_FOLDER = "templates"


class Compiled(BytecodeCache):
    """The code of the templates of one `ground`, in the notes of the dossier that `home` names.

    `maker` tells apart environments that make other code of the same template. What is broken or of another home is
    not there; what can't be written is made again next time.
    """

    def __init__(self, folder: Path, home: str, ground: str, maker: str = "") -> None:
        self._all = folder / _FOLDER
        self._folder = self._all / notes.digest_of((home, ground, maker))
        self._home = home

    def load_bytecode(self, bucket: Bucket) -> None:
        """Reads the code of a template, where it is there and whole."""
        with suppress(ValueError, EOFError, TypeError):
            body = notes.read(self._folder / bucket.key, self._home)
            if body is not None:
                bucket.load_bytecode(io.BytesIO(body))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Notes the code of a template."""
        made = io.BytesIO()
        bucket.write_bytecode(made)
        with suppress(OSError):
            notes.write(self._folder / bucket.key, self._home, made.getvalue())

    def clear(self, *others: Compiled) -> None:
        """Removes what was made of templates as they were before; that of `others` stays as well."""
        stay = {self._folder.name, *(other._folder.name for other in others)}
        if self._all.is_dir():
            for folder in self._all.iterdir():
                if folder.name not in stay:
                    shutil.rmtree(folder, ignore_errors=True)
