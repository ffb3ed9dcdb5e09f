"""What rendering needs to know beside the dossier: where the site will stand and how the exactness check went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from diptych.render.citing.styles import Styles
from diptych.render.language import Language

#: What a page may load: its own site and nothing else.
POLICY = "default-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'"
#: What a page may weigh before it is divided, in bytes when compressed, by an estimate from above: a little under
#: 150 KiB, as its head, its foot and its menus come to it.
LIGHT = 136_000
#: What the records of a dossier may weigh together, by the same estimate, before lists of them lead to passages: some
#: 2,500 records with two passages each.
HEAVY = 1_088_000


@dataclass(frozen=True, slots=True)
class Checked:
    """How many passages were compared with their seed and found exact, and how many could not be, for want of it."""

    exact: int = 0
    unchecked: int = 0

    def sentence(self, language: Language) -> str:
        """The result in words; it never says more than was done."""
        total = self.exact + self.unchecked
        if not self.exact:
            return language.text("checked.none" if total else "checked.empty")
        which = "some" if self.unchecked else "all"
        values = {"exact": self.exact, "total": total, "unchecked": self.unchecked}
        return language.text(f"checked.{which}", n=total, **values)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A released version of a record; `content` is its published content, None where nobody will look at it."""

    release: str
    date: str
    revision: str
    content: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site will stand.

    `address` is its absolute address or empty; `navigation` lists the narrative pages as (title, path from the site's
    root), to be shown after the generated ones; `policy` is the content security policy, empty for none (a live-reload
    server adds scripts of its own); `language` has the words of the interface; `built` is the time that the build is
    told (RFC 3339, UTC), empty for none; `styles` set what is cited, and `frozen` are the versions of each record that
    were released, oldest first. A page that would weigh more than `light` is divided; where the records weigh more than
    `heavy`, the pages of several lead to their passages, and only that of each shows them. In a dossier that is `plain`
    no text holds a sign that deceives, and none is looked for.
    """

    address: str = ""
    repository: str = ""
    navigation: tuple[tuple[str, str], ...] = ()
    checked: Checked = field(default_factory=Checked)
    policy: str = POLICY
    language: Language = field(default_factory=Language, compare=False, repr=False)
    styles: Styles | None = field(default=None, compare=False, repr=False)
    frozen: Mapping[str, tuple[Frozen, ...]] = field(default_factory=dict, compare=False, repr=False)
    built: str = ""
    light: int = LIGHT
    heavy: int = HEAVY
    plain: bool = False

    @property
    def base(self) -> str:
        """The absolute address with one slash at its end, or nothing."""
        return f"{self.address.rstrip('/')}/" if self.address else ""
