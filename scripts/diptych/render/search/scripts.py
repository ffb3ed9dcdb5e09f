"""The files of the search as a browser loads them: scripts that hand their data over, by their names.

A page that is read from disk may load scripts and nothing else: `diptychSearch(name, data)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

#: The folder of the files, and the one of them beside which the index is noted.
FOLDER = "search"
CATALOGUE = f"{FOLDER}/catalogue.js"
#: How many entries a box holds.
BOX = 8


def path(name: str) -> str:
    """Where a file stands, from the site's root."""
    return f"{FOLDER}/{name}.js"


def script(name: str, data: str) -> str:
    """The text of a file that holds some JSON."""
    return f"diptychSearch({json.dumps(name)},{data});\n"


def held(name: str, text: str) -> str:
    """The JSON that the text of a file holds."""
    return text[len(script(name, "")) - 3 : -3]


def version(texts: Iterable[str]) -> str:
    """What tells files of these texts from others."""
    return hashlib.sha256("".join(texts).encode("utf-8")).hexdigest()[:12]
