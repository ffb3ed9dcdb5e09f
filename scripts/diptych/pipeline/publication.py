"""content/ → the pages and files of the site, once every check has passed."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from jinja2 import BytecodeCache

from diptych import collector
from diptych.check import check, plain
from diptych.dossier import Dossier
from diptych.ledger import Ledger
from diptych.lexicons import Own, laying
from diptych.notes import digest_of
from diptych.pipeline.address import site_address
from diptych.pipeline.build.ground import TEMPLATES, template_directories
from diptych.pipeline.outfit import outfit
from diptych.problems import DossierError, Problem, shown
from diptych.records import Record
from diptych.render import Checked, Language, Site, environment, language
from diptych.render.addresses import normal, record_path
from diptych.render.book import record_pages, units
from diptych.render.card import PATH as CARD
from diptych.render.card import card, letters
from diptych.render.citing.styles import Styles, styles_of
from diptych.render.dataset import exports
from diptych.render.dataset.binding import Binder
from diptych.render.divided.groups import Groups
from diptych.render.former import Formers, ids
from diptych.render.units import Made, Unit
from diptych.store import Loaded, Parsed, load, reread, write_folder


@dataclass(frozen=True, slots=True)
class Sound:
    """A dossier without errors: what may be published, and what the checks had to remark.

    `files` are those that were looked at, by their paths from the dossier's root: no other one is published. `lists`
    are its own lists, to be laid over the package's while its site is made. `plain` says that no text of it may hold a
    sign that deceives. `read` is what it was made of, where it may be read again in part.
    """

    dossier: Dossier
    remarks: tuple[Problem, ...]
    exactness: Checked
    files: frozenset[str] = frozenset()
    lists: Own = ()
    plain: bool = False
    read: Loaded | None = None


def checked(root: Path, parsed: Parsed | None = None) -> tuple[Loaded, tuple[Problem, ...]]:
    """What a dossier's folder holds, and every problem of it at once."""
    with collector.paused():
        loaded = load(root, parsed)
        return loaded, tuple(sorted([*check(loaded), *outfit(root, loaded)]))


def sound(root: Path, parsed: Parsed | None = None, again: bool = False) -> Sound:
    """The dossier, if it may be published; raises `DossierError` with all its problems otherwise.

    `parsed` has what was read of it before. It may be read `again` in part.
    """
    loaded, problems = checked(root, parsed)
    return _sound(loaded, problems, again)


def reworded(before: Sound, files: Collection[str]) -> Sound | None:
    """The dossier with what some files of records say now; None where more may be another by it, or it is not sound.

    What there is to remark of its other files is left out.
    """
    with collector.paused(), suppress(DossierError, OSError):
        loaded = reread(before.read, files) if before.read else None
        return _sound(loaded, check(loaded), again=True) if loaded else None
    return None


def _sound(loaded: Loaded, problems: Sequence[Problem], again: bool) -> Sound:
    """What was read, if its problems let it be published; raises `DossierError`."""
    if loaded.dossier is None or any(problem.severity == "error" for problem in problems):
        raise DossierError(problems)
    exact, files = exactness(loaded.dossier, set(loaded.seeds)), frozenset(loaded.survey.files)
    made_of = loaded if again else None
    return Sound(loaded.dossier, tuple(problems), exact, files, loaded.lists, plain(loaded), made_of)


def exactness(dossier: Dossier, seeds: set[str]) -> Checked:
    """How many passages were compared with their seed: in a sound dossier all whose seed is there are exact."""
    apart = {source.id for source in dossier.sources if source.file not in seeds}
    total = sum(len(item.passages) for item in dossier.items)
    unchecked = sum(passage.source in apart for item in dossier.items for passage in item.passages) if apart else 0
    return Checked(exact=total - unchecked, unchecked=unchecked)


def parts(
    dossier: Dossier,
    site: Site,
    directories: Sequence[Path],
    ground: str = "",
    compiled: BytecodeCache | None = None,
    binder: Binder | None = None,
    groups: Groups | None = None,
    known: Callable[[Sequence[Unit]], None] | None = None,
) -> Iterator[Unit]:
    """Every page and file that is made of the dossier, in units to be made one by one.

    `ground` stands in their keys for what they are made with. `binder` knows what stands of the dataset and the search,
    `groups` how pages were divided; `known` is told of most units before the others are found. A dossier's own picture
    in its templates stands in for the drawn card.
    """
    templates = environment(directories, site.language, compiled)
    dataset = partial(exports, dossier, site, binder=binder)
    yield from units(dossier, site, templates, dataset, ground, groups, known, binder)
    if site.base and not any((folder / CARD).is_file() for folder in directories):
        given = digest_of((ground, dossier.file.model_dump_json()))
        yield Unit(CARD, given, (), lambda: iter([(CARD, card(dossier.file, letters(directories)))]))


class Records:
    """The pages of a dossier's records, each by itself: what somebody waits for who has changed one."""

    def __init__(
        self, dossier: Dossier, site: Site, directories: Sequence[Path], compiled: BytecodeCache | None = None
    ) -> None:
        self._dossier, self._site = dossier, site
        self._directories, self._compiled = directories, compiled

    @cached_property
    def _known(self) -> Mapping[str, Record]:
        return {record_path(record.id): record for record in self._dossier.records}

    @cached_property
    def _made(self) -> Callable[[Record], Iterator[Made]]:
        templates = environment(self._directories, self._site.language, self._compiled)
        return record_pages(self._dossier, self._site, templates)

    def __contains__(self, path: object) -> bool:
        """Whether the page at a path is that of a record."""
        return path in self._known

    def page(self, path: str) -> list[Made]:
        """The files of the page at a path; none where no record has it."""
        return list(self._made(self._known[path])) if path in self else []


def as_bytes(data: str | bytes) -> bytes:
    """What a file holds, text in UTF-8."""
    return data.encode("utf-8") if isinstance(data, str) else data


def styles(directories: Sequence[Path], words: Language) -> Styles:
    """The citation styles among the templates; `DossierError` where one can't be read."""
    try:
        return styles_of(environment(directories, words), words.code)
    except ValueError as error:
        raise DossierError([Problem(TEMPLATES, 0, 0, "style-unreadable", str(error))]) from None


def formers(dossier: Dossier, site: Site, directories: Sequence[Path]) -> Formers | None:
    """What says on pages that MkDocs made which places were released on them and are there no more; None without any
    release."""
    if not dossier.permalinks.released:
        return None
    return Formers(dossier, site, environment(directories, site.language))


def lost(dossier: Dossier, folder: Path, sure: Collection[str] = ()) -> list[str]:
    """The addresses that were released and that a built site does not answer: neither page nor place is there.

    A redirect to a page that is not there is no answer either. The pages that are `sure` are known to answer.
    """
    found = []
    for released in dossier.permalinks.released:
        if normal(released.address) in sure:
            continue
        page = folder / normal(released.address)
        held = ids(page.read_text(encoding="utf-8")) if page.is_file() else None
        if held is None:
            found.append(released.address)
        found += [f"{released.address}#{one}" for one in released.anchors if held is not None and one not in held]
    ledger = Ledger(dossier)
    for moved in dossier.permalinks.moved:
        fate = ledger.fate(moved.was)
        if fate and fate.now and not (folder / normal(fate.now.partition("#")[0])).is_file():
            found.append(f"{moved.was} (said to be at {fate.now})")
    return found


def declared_time() -> str:
    """The time that the build is told (SOURCE_DATE_EPOCH, in seconds) as RFC 3339; empty where it is told none.

    Raises `ValueError` where it is told what is no time: MkDocs would break off at it in the middle of a build.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        return ""
    try:
        time = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH is {shown(seconds)}, and no time: give the seconds since 1970") from None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def export(root: Path, folder: Path) -> list[str]:
    """Writes the dataset in every format the site offers into a folder; raises `DossierError` as a build would."""
    found = sound(root)
    words = language(template_directories(root), found.dossier.file.language)
    with laying(found.lists):
        files = dict(exports(found.dossier, Site(address=site_address(root), language=words)))
    return write_folder(folder, {path.removeprefix("data/"): data for path, data in files.items()})
