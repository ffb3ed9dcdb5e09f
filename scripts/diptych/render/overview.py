"""The page that shows the dossier as a whole: its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.views.glance import glance


def at_a_glance(index: Index, site: Site) -> Iterator[Page]:
    """The page of the pictures."""
    dossier, speak = index.dossier, index.language.text
    about = speak("glance.description", dossier=dossier.file.title)
    context = frame(dossier, site, addresses.GLANCE, speak("glance.title"), about)
    yield addresses.GLANCE, "at-a-glance.html", context | {"view": glance(index, context["root"])}
