"""Records → view models → pages; knows neither the disk nor MkDocs."""

from diptych.render.book import home, pages
from diptych.render.language import Language, language
from diptych.render.shell import frame
from diptych.render.site import POLICY, Checked, Site
from diptych.render.templating import environment, teach

__all__ = ["POLICY", "Checked", "Language", "Site", "environment", "frame", "home", "language", "pages", "teach"]
