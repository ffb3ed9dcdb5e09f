"""A release: what is published is frozen, and every address of it is a promise from now on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from diptych.dossier import Dossier
from diptych.history import Release, Released
from diptych.ledger import Ledger, fingerprint
from diptych.notes import NOTES, SCRATCH, tidy
from diptych.pipeline.address import site_address
from diptych.pipeline.build.ground import template_directories
from diptych.pipeline.publication import sound
from diptych.problems import DossierError, Problem
from diptych.render import Site, environment, language
from diptych.render.addresses import LOST, address_of
from diptych.render.citing.styles import styles_of
from diptych.render.dataset.publishing import revision
from diptych.render.former import ids
from diptych.render.frozen import Freezer, style_of
from diptych.render.frozen_paths import frozen_path, short_digest, style_path
from diptych.render.index import index_of
from diptych.store import MARKDOWN, append_release, append_released, write
from diptych.values import ITEM_ID, PLURALS, RECORD_ID, SOURCE_ID

_PERMALINKS = "content/permalinks.yml"
_RELEASES = "content/releases.yml"
#: The ids that name what stands there, on any page: a record, a source, a discrepancy, or a record's passage.
_NAMED = re.compile(rf"(?:{ITEM_ID}|{SOURCE_ID})(-p[1-9][0-9]*)?")
_RECORD = re.compile(rf"(?:{'|'.join(PLURALS.values())})/({RECORD_ID})/")
_NUMBER = re.compile(r"p([1-9][0-9]*)")
#: What stands below a record: its frozen versions, which the list of releases promises.
_VERSION = re.compile(rf"{_RECORD.pattern}v/")
#: The ids that surround what a page says.
_FRAME = frozenset({"content", "cite", "former"})


@dataclass(frozen=True, slots=True)
class Freeze:
    """What a release did: the records that it froze, the addresses that are new, and the bytes it takes.

    `site` is the size of the whole site with all that was ever frozen, in bytes, where it was measured.
    """

    release: Release
    records: int
    addresses: int
    added: int
    site: int = 0


def release(root: Path, name: str, date: str) -> Freeze:
    """Freezes what is published under a name and a day; the same content and name give the same bytes.

    Raises `DossierError` where the dossier has errors, the name was used, or the site can't be built; nothing is
    written then.
    """
    dossier = sound(root).dossier
    if any(one.name == name for one in dossier.releases):
        said, hint = f"there is a release {name} already", "a release is never made again: choose another name"
        raise DossierError([Problem(_RELEASES, 0, 0, "release-twice", said, hint)])
    with _scratch(root) as site:
        _build(root, site)
        pages = ((path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in sorted(site.rglob("*.html")))
        done = freeze(root, dossier, name, date, pages)
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return replace(done, site=size + done.added)


@contextmanager
def _scratch(root: Path) -> Iterator[Path]:
    """A place for a site that is gone afterwards; one that a killed run left is cleared away before.

    Its name is new each time: the build of a run that was killed may outlive it for a while, and go on writing.
    """
    scratch = root / NOTES / SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True, exist_ok=True)
    try:
        yield Path(tempfile.mkdtemp(dir=scratch)) / "site"
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        tidy(root / NOTES)


def freeze(root: Path, dossier: Dossier, name: str, date: str, site: Iterable[tuple[str, str]]) -> Freeze:
    """Freezes a dossier whose site is built: `site` are its pages as HTML, by their path from the site's root."""
    last = frozen(dossier)
    now = {record.id: revision(record) for record in dossier.records}
    made = Release(name=name, date=date, revisions={one: made for one, made in now.items() if last.get(one) != made})
    new = list(_new(dossier, root, site))
    files = _frozen_files(root, dossier, made)
    pages = {given: files.get(f"content/{frozen_path(given, one)}") for given, one in made.revisions.items()}
    digests = {given: short_digest(text.encode("utf-8")) for given, text in pages.items() if text is not None}
    made = made.model_copy(update={"pages": digests, "former": _former(dossier)})
    texts = {file: _read(root / file) for file in (_PERMALINKS, _RELEASES)}
    added = sum(len(text.encode("utf-8")) for file, text in files.items() if not (root / file).exists())
    write(root, files | _ledgers(texts, made, new), texts)
    counted = sum(max(1, len(one.anchors)) for one in new)
    return Freeze(made, len(made.revisions), counted, added)


def frozen(dossier: Dossier) -> dict[str, str]:
    """The revision of each record that was released last, by its ID."""
    return {given: made for one in dossier.releases for given, made in one.revisions.items()}


def _former(dossier: Dossier) -> tuple[str, ...]:
    """The addresses that the ledger says moved or were taken away, but for those that a release has noted as such."""
    noted = {address for one in dossier.releases for address in one.former}
    settled = dict.fromkeys(
        [*(one.was for one in dossier.permalinks.moved), *(one.was for one in dossier.permalinks.gone)]
    )
    return tuple(one for one in settled if one not in noted)


def _build(root: Path, site: Path) -> None:
    """Builds the site, as `diptych build` does, into a folder of its own."""
    command = [sys.executable, "-P", "-m", "diptych.engine", "build", "--strict", "--site-dir", str(site)]
    known = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=root, env=known, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        warned = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("INFO ")]
        lines = warned or [line for line in done.stdout.splitlines() if line.strip()]
        last = lines[-1].strip().removeprefix("WARNING -").removeprefix("ERROR   -").strip() if lines else "no word why"
        said = f"the site can't be built: {last}"
        raise DossierError([Problem("mkdocs.yml", 0, 0, "build-failed", said, "see what `diptych build` says")])


def _new(dossier: Dossier, root: Path, site: Iterable[tuple[str, str]]) -> Iterator[Released]:
    """The addresses of a built site that were not released yet, and the new places on those that were."""
    ledger, known = Ledger(dossier), dossier.permalinks.promised
    narrative = set(_narrative(root))
    for path, html in site:
        address = address_of(path)
        if path == LOST or _VERSION.match(address) or ledger.settled(address):
            continue
        found = [one for one in sorted(ids(html)) if _cited(one, address in narrative)]
        anchors = {one: _noted(ledger, address, one) for one in found if not ledger.settled(f"{address}#{one}")}
        anchors = {one: noted for one, noted in anchors.items() if one not in known.get(address, {})}
        if anchors or address not in known:
            yield Released(address=address, anchors=anchors)


def _narrative(root: Path) -> Iterator[str]:
    """The addresses of the pages that are written by hand, whose headings are cited as well."""
    content = root / "content"
    for path in content.rglob("*"):
        if path.suffix in MARKDOWN:
            page = path.with_name("index") if path.stem == "README" else path.with_suffix("")
            where = page.relative_to(content).as_posix()
            yield "./" if where == "index" else f"{where.removesuffix('/index')}/"


def _cited(anchor: str, narrative: bool) -> bool:
    return bool(_NAMED.fullmatch(anchor) or _NUMBER.fullmatch(anchor)) or (narrative and anchor not in _FRAME)


def _noted(ledger: Ledger, address: str, anchor: str) -> str:
    """What the ledger notes of a place: the passage that stands there, on the page of its record."""
    page, number = _RECORD.fullmatch(address), _NUMBER.fullmatch(anchor)
    passage = ledger.passage(page[1], int(number[1])) if page and number else None
    return fingerprint(passage) if passage else ""


def _frozen_files(root: Path, dossier: Dossier, made: Release) -> dict[str, str]:
    """The pages of the release, by their path from the root.

    A record that says again what it said in an earlier release has the page of that one, which is never made again.
    """
    known = {(given, one) for release in dossier.releases for given, one in release.revisions.items()}
    folders = template_directories(root)
    words = language(folders, dossier.file.language)
    templates = environment(folders, words)
    site = Site(address=site_address(root), language=words)
    freezer = Freezer(index_of(dossier, words), site, templates, styles_of(templates, words.code), made)
    style = style_of(templates)
    files = {style_path(style): style} if made.revisions else {}
    for record in dossier.records:
        revised = made.revisions.get(record.id)
        if revised and (record.id, revised) not in known:
            files |= freezer.files(record, revised)
    return {f"content/{file}": text for file, text in files.items()}


def _ledgers(texts: Mapping[str, str | None], made: Release, new: list[Released]) -> dict[str, str]:
    return {
        _PERMALINKS: append_released(texts[_PERMALINKS] or "", _PERMALINKS, new),
        _RELEASES: append_release(texts[_RELEASES] or "", _RELEASES, made),
    }


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None
