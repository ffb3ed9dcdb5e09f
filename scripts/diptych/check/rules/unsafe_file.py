"""What lies in content/ is published as it is: a page or a picture with scripts of its own knows no policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.dossier import Dossier
from diptych.problems import Problem
from diptych.values import PLURALS, kind_of

CODE = "unsafe-file"
#: Files that a browser runs, or may run, when it opens them.
_RUN = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht", ".xml", ".xsl", ".xslt", ".js", ".mjs", ".swf")
#: What makes a drawing more than one.
_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignobject|iframe|embed|object|handler|listener|set|animate)\b|<!entity|\bon[a-z]+\s*=|"
    rb"(?:javascript|vbscript|data)\s*:|<\?xml-stylesheet",
    re.IGNORECASE,
)


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields the files that a browser would run, but for the frozen pages that a release has made."""
    frozen = {
        f"content/{PLURALS[kind_of(given)]}/{given}/v/{revision}/index.html"
        for release in dossier.releases
        for given, revision in release.revisions.items()
    }
    for file in context.files:
        name = file.lower()
        if not file.startswith("content/") or file in frozen:
            continue
        if name.endswith(_RUN):
            said = "this file would be published as it is, with all that it may run"
            yield Problem(file, 0, 0, CODE, said, "write the page in Markdown, or take the file away")
        elif name.endswith((".svg", ".svgz")):
            found = _ACTIVE.search(context.bytes(file)) if name.endswith(".svg") else None
            if found or name.endswith(".svgz"):
                what = ascii(found[0].decode("latin-1")) if found else "packed content"
                said = f"this drawing holds {what}: it would be published with all that it may run"
                yield Problem(file, 0, 0, CODE, said, "save it as a plain drawing, or as .png")
