"""One build: what stands is found, what is missing is made, and the site that results takes the place of the last."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from diptych.dossier import Dossier
from diptych.notes import NOTES, digest_of
from diptych.pipeline.build import manifest, pieces
from diptych.pipeline.build.ahead import Ahead
from diptych.pipeline.build.assembly import Assembly
from diptych.pipeline.build.compiled import Compiled
from diptych.pipeline.build.ground import begun, ground, parsed
from diptych.pipeline.build.later import LATE, Later
from diptych.pipeline.build.manifest import MKDOCS, Manifest
from diptych.pipeline.build.spread import Makers
from diptych.pipeline.build.stamps import certain, clock
from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.publication import Records, Sound, lost, parts, reworded
from diptych.pipeline.swapping import beside, swap
from diptych.problems import DossierError
from diptych.render import Language, Site
from diptych.render.dataset.binding import Binder
from diptych.render.divided.groups import Group, Groups
from diptych.render.units import Unit
from diptych.store import Parsed

#: The name of the spare among the notes on a site.
_SPARE = "spare"
#: Another process looks at what stands where the site has so many files.
_MANY = 4000


class Building:
    """A build of the site of the dossier in `root` into `staging`, a folder that is new, for `target`.

    `kept` says that the site is to be kept, and notes on it with it. One that is only looked at is brought up to date
    file by file; what was read and made for it passes from the `last` build to the next one in memory.
    """

    def __init__(self, root: Path, target: Path, kept: bool = True, last: Building | None = None) -> None:
        self.target, self.staging = target, beside(target, "new")
        self._home = manifest.home(root)
        self._notes = manifest.place(root / NOTES, target) if kept else None
        self._before = manifest.read(self._notes, self._home) if self._notes else last.noted() if last else None
        many = bool(self._notes and self._before and len(self._before.files) >= _MANY)
        self._ahead = Ahead([target, *([self._notes / _SPARE] if self._notes else [])], many)
        self._things: tuple[str, ...] = last._things if last else ()  # of the last build that was finished
        self._now: tuple[str, ...] = ()
        self._root = root
        self._inputs = ""
        self._parsed: tuple[str, Parsed] | None = last._parsed if last else None
        self._assembly: Assembly | None = None
        self._later: Later | None = None
        self._rest: partial[Later] | None = None
        self._records: Callable[[Dossier, Site], Records] | None = None
        self.soon: Records | None = None
        self._promises, self._ground = "", ""
        self._groups: Mapping[str, Group] = {}

    def look(self, directories: Sequence[Path]) -> None:
        """Notes what goes into the site before any of it is read; for a build that reads nothing beside that."""
        try:
            made, last = begun(self._root, directories)
            now = clock(self._root)
        except OSError:
            return
        if certain((0, last, 0), now):
            self._inputs = made

    def ground(self, directories: Sequence[Path]) -> str:
        """The digest of what everything is made with."""
        if not self._ground:
            self._ground = ground(directories)
        return self._ground

    def compiled(self, directories: Sequence[Path], words: Language, maker: str = "") -> Compiled:
        """The code of the templates, as it was kept; the interface's `words` that never vary are part of it."""
        made_by = f"{maker} {words.code} {words.asked}"
        return Compiled(self._root / NOTES, self._home, self.ground(directories), made_by)

    def parsed(self, directories: Sequence[Path]) -> Parsed:
        """What the dossier's files said when they were read before."""
        made_with = self.ground(directories)
        known = self._parsed
        if known is None or known[0] != made_with:
            known = (made_with, parsed(self._root, made_with))
            self._parsed = known if self._notes is None else None  # behind a site that is kept no other build follows
        return known[1]

    def make(self, dossier: Dossier, site: Site, directories: Sequence[Path]) -> set[str]:
        """Makes what is missing of the generated files, and says what all of them are.

        Of a site that is only looked at, nothing is made before it is asked for where its things are those that it had
        and so are its templates: of these one that can't be shown has to be told.
        """
        self._promises = digest_of([dossier.permalinks.model_dump_json()])
        compiled = self.compiled(directories, site.language)
        units = partial(parts, dossier, site, directories, self.ground(directories), compiled)
        if self._notes is None:
            self._now = (self.ground(directories), *_things(dossier))
            few = self._before is not None and self._now == self._things
            self._assembly = Assembly(self.target, self.staging, self._before, sure=few)
            plan: Callable[[], Iterable[Unit]] = partial(self._planned, units)
            if few:
                for name in self._assembly.before.units.keys() - {MKDOCS}:
                    self._assembly.defer(name)
            else:
                made = tuple(plan())
                late = {one.name for one in made if self._assembly.late(one, LATE)}
                with Makers(self._assembly) as makers:
                    makers.make([unit for unit in made if unit.name not in late])
                plan = partial(tuple[Unit, ...], made)
            self._records = partial(Records, directories=directories, compiled=compiled)
            at_once = self._records(dossier, site).page
            self._rest = partial(Later, at_once=at_once, plan=plan, laid=self._assembly.binder.laid)
        else:
            if self._before is not None:
                self._before.pieces = pieces.read(self._notes, self._home)
            self._assembly = Assembly(self.target, self.staging, self._before, self._spare(), look=self._ahead.stamps)
            with Makers(self._assembly) as makers:
                makers.make(self._planned(partial(units, known=makers.begin)))
        compiled.clear(self.compiled(directories, site.language, "MkDocs"))
        return set(self._assembly.files)

    def _planned(self, units: Callable[[Binder, Groups], Iterator[Unit]]) -> Iterator[Unit]:
        """What the site is now; what is laid out as it was is taken from the notes."""
        assert self._assembly is not None
        groups = Groups({path: Group(*one) for path, one in self._assembly.before.groups.items()})
        yield from units(self._assembly.binder, groups)
        self._groups = groups.noted
        if self._later:
            self._later.noted.groups = groups.noted

    def _spare(self) -> Path | None:
        """The place for the spare, which has to be in the file system of the target."""
        if self._notes is None:
            return None
        try:
            self._notes.mkdir(parents=True, exist_ok=True)
            near = self._notes.stat().st_dev == self.target.parent.stat().st_dev
        except OSError:
            return None
        return self._notes / _SPARE if near else None

    def finish(self, dossier: Dossier, named: Iterable[str], said: Sequence[str], chosen: bool) -> list[str]:
        """Lets the site take its place, with the files that MkDocs made, which are `named`.

        Gives the released addresses that it would not answer; it takes no place then.
        """
        assembly = self._assembly
        assert assembly is not None
        assembly.adopt(named)
        if self._notes is None:
            assembly.settle()
            self._things = self._now
            self._before = assembly.manifest()
            self._before.groups = self._groups or self._before.groups
            self._before.noted = clock(self.target.parent)
            if self._rest:
                self._later = self._rest(self.target, self._before)
            return []
        if assembly.same:
            folder = self.target
            shutil.rmtree(self.staging, ignore_errors=True)
        else:
            folder = assembly.joined()
        known = self._before is not None and self._before.promises == self._promises
        if gone := lost(dossier, folder, assembly.kept if known else ()):
            return gone
        if folder != self.target:
            swap(self.target, assembly.spare if assembly.little else None)
        made = assembly.manifest()
        made.groups = self._groups
        made.target, made.promises = str(self.target), self._promises
        made.inputs, made.chosen, made.said = self._inputs, chosen, list(said)
        try:
            manifest.write(self._notes, self._home, made)
            if assembly.laid:
                pieces.write(self._notes, self._home, made.pieces)
        except OSError:
            shutil.rmtree(self._notes, ignore_errors=True)
        return []

    def reworded(self, before: Sound, site: Site, files: Collection[str]) -> bool:
        """Has the pages of records be those that a site would have now that some `files` of records are others.

        False where that is not all that is another, or a build has to tell what is wrong. `before` and `site` are what
        this build was made of, which is of a site that is looked at; all else of that waits for the next one.
        """
        if not self._later or not self._records or not (found := reworded(before, files)):
            return False
        ids = [Path(file).stem for file in files]
        try:
            frozen = {**site.frozen, **frozen_versions(self._root, found.dossier, ids)}
        except DossierError:
            return False
        now = replace(site, checked=found.exactness, plain=found.plain, frozen=frozen)
        made = self._records(found.dossier, now)
        if (noted := self.noted()) is None:
            return False
        self.soon, self._later = made, Later(self.target, noted, made.page)
        return True

    def noted(self) -> Manifest | None:
        """What is known of a site that is only looked at, for its next build, which has begun."""
        if self._later:
            self._later.end()
        return self._before

    def page(self, path: str) -> bool:
        """Sees to it that a page that somebody looks at is made; whether that took anything."""
        return self._later is not None and self._later.page(path)

    def wait(self) -> None:
        """Lasts until all is made that was left for later."""
        if self._later and not self.soon:
            self._later.thread.join()


def _things(dossier: Dossier) -> tuple[str, ...]:
    """All that has pages: while these are the same, the addresses of a site are nearly so."""
    named = (dossier.records, dossier.sources, dossier.themes, dossier.actors, dossier.discrepancies)
    return tuple(one.id for some in named for one in some)
