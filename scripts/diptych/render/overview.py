"""The pages that show the dossier as a whole: its pictures, and its measures of each party."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.views.glance import glance
from diptych.render.views.symmetry import symmetry


def at_a_glance(index: Index, site: Site) -> Iterator[Page]:
    """The page of the pictures."""
    dossier, speak = index.dossier, index.language.text
    about = speak("glance.description", dossier=dossier.file.title)
    context = frame(dossier, site, addresses.GLANCE, speak("glance.title"), about)
    yield addresses.GLANCE, "at-a-glance.html", context | {"view": glance(index, context["root"])}


def measures(index: Index, site: Site) -> Iterator[Page]:
    """The page of the measures."""
    dossier, speak = index.dossier, index.language.text
    about = speak("symmetry.description", dossier=dossier.file.title)
    context = frame(dossier, site, addresses.SYMMETRY, speak("symmetry.title"), about)
    yield addresses.SYMMETRY, "symmetry.html", context | {"view": symmetry(index, context["root"])}
