"""Records → view models → pages; knows neither the disk nor MkDocs."""

from diptych.render.book import home, pages
from diptych.render.shell import frame
from diptych.render.site import Checked, Site
from diptych.render.templating import environment

__all__ = ["Checked", "Site", "environment", "frame", "home", "pages"]
