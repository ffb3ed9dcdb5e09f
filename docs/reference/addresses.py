"""The addresses of a site, by the functions that give them."""

from __future__ import annotations

from diptych.render import addresses
from diptych.render.frozen_paths import frozen_data, frozen_path
from diptych.values import LETTERS
from reference.markdown import code, table

_SAID = """\
# Addresses

All are relative to the site's root, so that a site works at any address and from a plain folder. Links end in
`index.html`; a server answers without it. An ID is given once and never again.
"""


def page() -> str:
    """Every kind of page with an example of its address."""
    made = [
        *((f"Record: {kind}", addresses.record_path(f"{letter}7")) for kind, letter in LETTERS.items()),
        ("A passage of a record", addresses.passage_path("C7", 2)),
        ("All records of a kind", addresses.list_path("claim")),
        ("A frozen version of a record", frozen_path("C7", "0123456789ab")),
        ("Its data", frozen_data("C7", "0123456789ab")),
        ("Both sides", addresses.SIDE_BY_SIDE),
        ("The themes, and one of them", f"{addresses.THEMES} {addresses.theme_path('cables')}"),
        ("The speakers, and one of them", f"{addresses.ACTORS} {addresses.actor_path('ida-sorrel')}"),
        ("The sources, and one of them", f"{addresses.SOURCES} {addresses.source_path('S2')}"),
        ("A record's passage, where it stands in its source", addresses.place_path("S2", "C7", 1)),
        ("A discrepancy", addresses.discrepancy_path("D1")),
        ("The timeline", addresses.TIMELINE),
        ("The numbers of both sides", addresses.SYMMETRY),
        ("The dossier in pictures", addresses.GLANCE),
        ("The register of all that is quoted", addresses.REGISTER),
        ("The search", addresses.SEARCH),
        ("The data", addresses.DATA),
        ("What is promised to those who cite", addresses.PROMISE),
    ]
    rows = [(what, ", ".join(code(addresses.short(one)) for one in path.split())) for what, path in made]
    return "\n".join([_SAID, table(("page", "address"), rows)])
