"""A page that may be divided, as the units of its parts and of the pages of contents that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from diptych.ledger import Ledger
from diptych.notes import digest_of
from diptych.render import addresses
from diptych.render.divided.groups import Group, Groups
from diptych.render.divided.items import Item, Only, Step, everything, nothing
from diptych.render.divided.plan import Contents, Plan, Planner
from diptych.render.divided.views import contents_view, part_view
from diptych.render.index import Index
from diptych.render.keys import Keys
from diptych.render.links import Link
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.units import Made, Press, Unit

#: What a page shows of the things that are kept, where `root` leads from it to the site's root.
View = Callable[[Only, str], object]


@dataclass(frozen=True)
class Sheaf:
    """A page that may be divided.

    `path` is where it stands, `base` the folder of its parts (its own if empty), `items` what stands on it. `view`
    makes what its template shows, of all of it or of a part. `headings` are those that it may be divided by, also
    where nothing stands under them, `burden` is what each part weighs beside its items. `files` are made with the page
    of contents, whose filters ask them. `most` is what it weighs at the most, where that is sooner said.
    A page that is `crowded` is divided whatever it weighs.
    """

    path: str
    template: str
    title: str
    items: Callable[[], tuple[Item, ...]]
    view: View
    base: str = ""
    about: Callable[[], str] = str
    headings: tuple[Step, ...] = ()
    burden: int = 0
    files: Callable[[], Mapping[str, str]] = field(default=dict)
    most: Callable[[], int] | None = None
    crowded: Callable[[], bool] = bool

    @property
    def folder(self) -> str:
        """Where the parts stand."""
        return self.base or addresses.short(self.path)


class Divider:
    """Makes the units of pages that may be divided."""

    def __init__(self, index: Index, site: Site, press: Press, keys: Keys, groups: Groups) -> None:
        self.index, self.site, self.press, self.keys, self.groups = index, site, press, keys, groups
        ledger = Ledger(index.dossier)
        promised = [one.address for one in index.dossier.permalinks.released if not ledger.settled(one.address)]
        self.planner = Planner(site.light, promised)

    def units(self, sheaf: Sheaf, whole: str, parts: str = "") -> Iterator[Unit]:
        """The page as one unit, or its contents and each of its parts; `whole` is the key of all that it shows.

        `parts` is that of how it is divided and of what the parts show, where the page of contents tells more.
        """
        below = self.planner.promised(sheaf.folder)
        promised = (self.keys.promised(one) for one in (sheaf.path, *(f"{sheaf.folder}{one}" for one in below)))
        key = digest_of((parts or whole, str(self.site.light), *below, *promised))
        viewed = bool(parts) or whole in (self.keys.whole, self.keys.counted)
        whole = digest_of((key, whole))
        known = self.groups.known(sheaf.path, key)
        if known is None:
            named: list[tuple[str, str]] = []
            for one in self._units(sheaf, whole, viewed):  # one by one: each may hold all that its page shows
                named.append((one.name, one.key))
                yield one
            known = Group(key, sum(given == whole for _, given in named), named)
        else:
            plan = cache(partial(self._plan, sheaf))
            for number, (name, given) in enumerate(known.units):
                make = partial(self._late, sheaf, plan, name)
                yield Unit(name, whole if number < known.contents else given, (name,), make)
        self.groups.noted[sheaf.path] = known

    def _units(self, sheaf: Sheaf, whole: str, viewed: bool) -> Iterator[Unit]:
        """The same, laid out. Parts that tell of things without keys are made of the whole, or `viewed` to know it."""
        plan = self._plan(sheaf)
        if plan is None:
            yield self.press.unit(whole, partial(self._undivided, sheaf), sheaf.path)
            return
        for contents in plan.contents:
            yield Unit(contents.path, whole, (contents.path,), partial(self._contents, sheaf, plan, contents))
        names = {item.name for part in plan.parts for item in part.items}
        of_names = self.keys.of_names(names)
        head = "" if of_names is None else repr((of_names, sheaf.title, sheaf.about(), sheaf.view(nothing, "")))
        for number, part in enumerate(plan.parts):
            if of_names is None and viewed:
                yield self._viewed(sheaf, plan, number)
                continue
            given = digest_of((whole, part.path)) if of_names is None else self._key(plan, number, head)
            yield self.press.unit(given, partial(self._part, sheaf, plan, number), part.path)

    def _late(self, sheaf: Sheaf, planned: Callable[[], Plan | None], name: str) -> Iterator[Made]:
        """The files of one of the units of a page that was not laid out to know them."""
        plan = planned()
        if plan is None:
            return self.press.printed(self._undivided(sheaf))
        for contents in plan.contents:
            if contents.path == name:
                return self._contents(sheaf, plan, contents)
        number = [part.path for part in plan.parts].index(name)
        return self.press.printed(self._part(sheaf, plan, number))

    def _viewed(self, sheaf: Sheaf, plan: Plan, number: int) -> Unit:
        """A part of a page that shows something of everything: what it shows is worked out to know whether it stands.

        Its template reads the view and the frame, and nothing of the dossier itself.
        """
        path, template, context = next(self._part(sheaf, plan, number))
        shown = repr((sheaf.title, sheaf.about(), context["view"], context["part"]))
        given = self.keys.viewed(shown, path)
        return self.press.unit(given, lambda: [(path, template, context)], path)

    def _plan(self, sheaf: Sheaf) -> Plan | None:
        """How a page is divided; None where it stands as it is."""
        if sheaf.most and not self.planner.promised(sheaf.folder) and sheaf.most() + sheaf.burden <= self.site.light:
            return None
        return self.planner.plan(
            addresses.short(sheaf.path), sheaf.folder, sheaf.items(), sheaf.headings, sheaf.burden, sheaf.crowded()
        )

    def _key(self, plan: Plan, number: int, head: str) -> str:
        """What a part shows: its things with their answers, its neighbours, and what every part has (`head`)."""
        part = plan.parts[number]
        around = plan.parts[max(0, number - 1) : number + 2]
        shell = repr([(one.path, one.steps, one.last) for one in around])
        rows = self.keys.listed((item.name for item in part.items), part.path)
        return digest_of((rows, repr([item.slug for item in part.items]), shell, f"{number} {len(plan.parts)}", head))

    def _undivided(self, sheaf: Sheaf) -> Iterator[Page]:
        context = self._frame(sheaf, sheaf.path, "")
        view = sheaf.view(everything, context["root"])
        yield sheaf.path, sheaf.template, context | {"view": view, "part": None, "contents": None}

    def _contents(self, sheaf: Sheaf, plan: Plan, contents: Contents) -> Iterator[Made]:
        first = contents is plan.contents[0]
        files = sheaf.files() if first else {}
        bands = dict.fromkeys(item.band for part in plan.parts for item in part.items if item.band)
        whole = None if first else Link(sheaf.title, sheaf.path)
        shown = contents_view(
            self.index.language,
            contents,
            len(plan.parts),
            whole,
            sorted(bands, key=lambda band: band.anchor),
            len(files),
        )
        context = self._frame(sheaf, contents.path, shown.name)
        view = sheaf.view(nothing, context["root"])
        yield from files.items()
        yield from self.press.printed(
            [(contents.path, sheaf.template, context | {"view": view, "part": None, "contents": shown})]
        )

    def _part(self, sheaf: Sheaf, plan: Plan, number: int) -> Iterator[Page]:
        part = plan.parts[number]
        shown = part_view(self.index.language, plan.parts, number, Link(sheaf.title, sheaf.path))
        context = self._frame(sheaf, part.path, shown.name)
        view = sheaf.view(part.holding(), context["root"])
        yield part.path, sheaf.template, context | {"view": view, "part": shown, "contents": None}

    def _frame(self, sheaf: Sheaf, path: str, name: str) -> dict[str, Any]:
        title = self.index.language.text("parts.title", page=sheaf.title, part=name) if name else sheaf.title
        return frame(self.index.dossier, self.site, path, title, sheaf.about())
