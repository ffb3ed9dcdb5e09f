"""The MkDocs adapter: hands MkDocs the pages that the pipeline makes, and keeps the last good site when it can't."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from diptych import collector
from diptych.lexicons import laying
from diptych.markup import cleaned
from diptych.pipeline.build.building import Building
from diptych.pipeline.build.ground import template_directories
from diptych.pipeline.build.sheet import PARTS, SHEET, sheet
from diptych.pipeline.frozen import frozen_versions
from diptych.pipeline.outfit import broken
from diptych.pipeline.publication import Sound, declared_time, formers, sound, styles
from diptych.pipeline.swapping import beside, mend
from diptych.pipeline.target import objection
from diptych.problems import DossierError, visible
from diptych.render import POLICY, Language, Site, frame, home, language, teach
from diptych.render.addresses import HOME, LOST
from diptych.render.card import FONT
from diptych.render.citing.styles import Styles
from diptych.render.former import Formers
from diptych.render.site import Frozen
from diptych.report import failure, render, source_lines
from diptych.signs import marked
from diptych.store import Busy, astray, claimed, reading, settings_named

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger(__name__)


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has none: what a dossier says of itself stands in its own files."""


class DiptychPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Checks the dossier, then adds its pages and files to the site.

    A build writes into a folder beside `site_dir` that takes its place at the end, so that a build which fails or is
    killed leaves the previous site as it was. One at a time builds a site, and no command writes in the dossier
    meanwhile.
    """

    def __init__(self) -> None:
        self.command = "build"
        self.root = Path()
        self.target: Path | None = None
        self.sound: Sound | None = None
        self.language = Language()
        self.styles: Styles | None = None
        self.frozen: dict[str, tuple[Frozen, ...]] = {}
        self.site = Site()
        self.built = ""
        self.formers: Formers | None = None
        self.building: Building | None = None
        self.written: set[str] = set()
        self.turn = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether the site is to be kept or only shown."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks the dossier before MkDocs touches anything; raises `PluginError` with the report on what is wrong."""
        self.root = root = Path(config.config_file_path).parent
        self.turn.close()
        self.turn.enter_context(reading(root))
        if self.command != "serve":
            self._claim(config)
        folders = template_directories(root)
        if said := astray(root, config.docs_dir, config.theme.custom_dir or None, folders[-1]):
            raise PluginError(visible(said))
        try:
            self.built = declared_time()
        except ValueError as error:
            raise PluginError(visible(str(error))) from None
        self._prepare(root, folders, config)
        config.theme.dirs[:] = dict.fromkeys([*map(str, folders), *config.theme.dirs])
        config.theme.static_templates = {LOST}  # the sitemap is ours: MkDocs' holds the clock and no generated page
        config.watch += map(str, dict.fromkeys((root / "templates", root / "seeds", *folders)))
        try:
            self.sound = self._read(root, folders)
            self.turn.enter_context(laying(self.sound.lists))
            self.language = language(folders, self.sound.dossier.file.language)
            self.styles = styles(folders, self.language)
            self.frozen = frozen_versions(root, self.sound.dossier)
        except DossierError as error:
            raise PluginError("\n" + render(error.problems, "text", source_lines(root))) from None
        for said in self._remarks():
            log.info("%s", said)
        return config

    def _remarks(self) -> list[str]:
        """What there is to say of a dossier that may be published all the same."""
        assert self.sound is not None
        return [visible(f"{one.file}: {one.message} ({one.code})") for one in self.sound.remarks]

    def _claim(self, config: MkDocsConfig) -> None:
        """Makes sure that nobody else builds this site, and has MkDocs build it beside."""
        target = Path(config.site_dir).resolve()
        if said := objection(Path(config.config_file_path).parent, target):
            raise PluginError(visible(said))
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.turn.enter_context(claimed(beside(target, "lock"), "another build of this site"))
        except Busy as error:
            raise PluginError(visible(str(error))) from None
        self.target = target
        mend(target)

    def _prepare(self, root: Path, folders: list[Path], config: MkDocsConfig) -> None:
        """Has MkDocs build beside the site, and finds what is known of the site that stands."""
        last = self.building if self.command == "serve" else None
        target = self.target or Path(config.site_dir).resolve()
        self.building = Building(root, target, kept=self.command != "serve", last=last)
        if self.target and _plain(root, config):
            self.building.look(folders)
        config.site_dir = str(self.building.staging)

    def _read(self, root: Path, folders: list[Path]) -> Sound:
        """The dossier, with what was read of it before kept."""
        assert self.building is not None
        found = sound(root, parsed := self.building.parsed(folders), again=self.command == "serve")
        parsed.save()
        return found

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds what the dossier makes; its own files stay out of the site, and so does what nobody has looked at."""
        assert self.sound is not None
        for file in list(files):
            unseen = file.src_dir == config.docs_dir and f"content/{file.src_uri}" not in self.sound.files
            ours = file.src_uri.endswith(".yml") or file.src_uri.startswith(PARTS) or _letters(file, config)
            if unseen or ours or file.src_uri == "sitemap.xml":  # MkDocs makes one
                files.remove(file)
        for file in files.documentation_pages():
            file.url = file.dest_uri
        folders = [Path(folder) for folder in config.theme.dirs]
        if files.get_file_from_path(SHEET) is None:  # a dossier may bring a whole one of its own
            files.append(File.generated(config, SHEET, content=sheet(folders)))
        self.site = Site(
            address=config.site_url or "",
            repository=config.repo_url or "",
            navigation=_narrative(files, config),
            checked=self.sound.exactness,
            language=self.language,
            built=self.built,
            policy="" if self.command == "serve" else POLICY,
            styles=self.styles,
            frozen=self.frozen,
            plain=self.sound.plain,
        )
        assert self.building is not None
        return _Offered(files, config, self.building.make(self.sound.dossier, self.site, folders))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Makes MkDocs' own template environment, which escapes nothing, escape everything as ours does."""
        self.written = {file.dest_uri for file in files} | set(config.theme.static_templates)
        teach(env, self.language)
        assert self.building is not None
        assert self.sound is not None
        folders = [*map(Path, config.theme.dirs)]
        self.formers = formers(self.sound.dossier, self.site, folders)
        env.bytecode_cache = self.building.compiled(folders, self.language, "MkDocs")
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Gives the page for lost readers the frame that every page has."""
        assert self.sound is not None
        return _with(context, frame(self.sound.dossier, self.site, template_name, self.language.text("lost.title")))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Shows what deceives by its number on the page for lost readers too: its menu has the titles of pages."""
        return marked(output_content) if template_name.endswith(".html") else output_content

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Gives a narrative page the frame that every page has, and the home page what it shows of the dossier."""
        assert self.sound is not None
        path = page.file.dest_uri
        title = {where: name for name, where in self.site.navigation}.get(path, str(page.title or ""))
        more = frame(self.sound.dossier, self.site, path, title)
        return _with(context, more | (home(self.sound.dossier, self.site) if path == HOME else {}))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leaves of the HTML that a narrative page brings what can do no harm: Markdown lets everything pass."""
        return cleaned(html)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Leaves a word where a narrative page has lost a place that was released."""
        return marked(self.formers.kept(page.file.dest_uri, output) if self.formers else output)

    @event_priority(-100)  # after every plugin that may still warn
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Lets the finished site take the place of the previous one, if it answers every address ever released."""
        assert self.sound is not None
        assert self.building is not None
        if self.target and config.strict and _warned():
            return  # MkDocs is about to refuse this site
        chosen = _chosen(Path(config.config_file_path), self.building.target)
        if addresses := self.building.finish(self.sound.dossier, self.written, self._remarks(), chosen):
            raise PluginError(
                "this site would lose addresses that were released: " + ", ".join(addresses) + "\n"
                "bring each back, or list it in content/permalinks.yml under `moved:` or `gone:`"
            )
        config.site_dir, self.target = str(self.building.target), None
        self.turn.close()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Has the server make a page when it is asked for, and notice at once that a file was saved."""
        from diptych.pipeline.build.sooner import Sooner  # no build needs what it loads
        from diptych.pipeline.build.watching import attend

        sooner = Sooner(self.root, server.builder, lambda: (self.building, self.sound, self.site))
        if list(config.plugins) == ["diptych"]:  # others may hold the server to the builder that they were given
            server.builder = sooner
        paths = [config.docs_dir, config.config_file_path, *config.theme.dirs]
        attend(server, sooner.page, paths, len(self.sound.files) if self.sound else 0, sooner.saved)
        collector.keep()
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Drops what was half built; the previous site stands. What the system refused is told in one line."""
        target, self.target = self.target, None
        if target is not None:
            shutil.rmtree(beside(target, "new"), ignore_errors=True)
        self.turn.close()
        if said := broken(error, self.root):
            raise Abort(f"{visible(said)}; the site that was there stands as it was") from None
        if isinstance(error, OSError):
            raise Abort(f"{visible(failure(error, target))}; the site that was there stands as it was") from None


def _letters(file: File, config: MkDocsConfig) -> bool:
    """Whether a file belongs to the letters that the card is drawn in: these are read, and not published."""
    return file.src_dir != config.docs_dir and PurePosixPath(file.src_uri).parent == PurePosixPath(FONT).parent


class _Offered(Files):
    """The files that MkDocs writes, and beside them those that are made without it, for links to lead to."""

    def __init__(self, files: Files, config: MkDocsConfig, made: set[str]) -> None:
        super().__init__(files)
        self._config, self._made = config, made

    def get_file_from_path(self, path: str) -> File | None:
        """A file of either."""
        found = super().get_file_from_path(path)
        uri = PurePosixPath(path).as_posix()
        if found is None and uri in self._made:
            found = File.generated(self._config, uri, content=b"")
            found.url = uri  # a link to a folder opens no page where the site is read from disk
        return found


def _plain(root: Path, config: MkDocsConfig) -> bool:
    """Whether a site is made of the dossier's own folders alone: no other plugin, hook or extension takes part."""
    usual = {"site_name", "site_url", "site_dir", "site_description", "site_author", "copyright", "docs_dir", "nav"}
    usual |= {"repo_url", "theme", "plugins", "validation", "strict", "config_file_path"}
    templates = root / "templates"
    return (
        usual.issuperset(settings_named(Path(config.config_file_path)))
        and config.use_directory_urls
        and list(config.plugins) == ["diptych"]
        and Path(config.docs_dir) == root / "content"
        and Path(config.theme.custom_dir or templates) == templates
        and config.theme.name in (None, "diptych")
        and config.strict
    )


def _chosen(file: Path, target: Path) -> bool:
    """Whether the site goes elsewhere than the settings say: the command line names the folder."""
    set_so = settings_named(file).get("site_dir", "site")
    return not (isinstance(set_so, str) and (file.parent / set_so).resolve() == target)


def _with(context: TemplateContext, more: dict[str, Any]) -> TemplateContext:
    """MkDocs' template context with names that it does not know of."""
    return cast(TemplateContext, {**context, **more})


def _warned() -> bool:
    """Whether MkDocs has counted a warning in this build; it counts in strict mode only."""
    engine = CountHandler.__module__.partition(".")[0]  # ProperDocs lends MkDocs' names to its own modules
    handlers = logging.getLogger(engine).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _narrative(files: Files, config: MkDocsConfig) -> tuple[tuple[str, str], ...]:
    """The narrative pages but for the front page, as (title, path): those of `nav` in mkdocs.yml, or all."""
    pages = {file.src_uri: file for file in files.documentation_pages() if file.dest_uri != HOME}
    listed = dict(_listed(config.nav or []))
    chosen = {uri: pages[uri] for uri in listed if uri in pages} if listed else pages
    return tuple((listed.get(uri) or _title(file), file.dest_uri) for uri, file in chosen.items())


def _listed(nav: Any) -> Iterator[tuple[str, str]]:
    """The entries of mkdocs.yml's `nav` at any depth, as (file, title or nothing)."""
    for entry in nav if isinstance(nav, list) else []:
        if isinstance(entry, str):
            yield entry, ""
        elif isinstance(entry, dict):
            for title, inside in entry.items():
                if isinstance(inside, str):
                    yield inside, str(title)
                else:
                    yield from _listed(inside)


def _title(file: File) -> str:
    """What a narrative page calls itself: in its front matter, else in a heading that it starts with, else its name."""
    text, front = get_data(file.content_string)
    heading = re.match(r"\s*#[ \t]+(.+?)[ \t#]*$", text, re.MULTILINE)
    name = heading[1] if heading else Path(file.src_uri).stem.replace("-", " ").capitalize()
    return str(front.get("title") or name)
