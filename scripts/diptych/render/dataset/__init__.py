"""The published dataset: its models and their schemas, and the files that offer it."""

from diptych.render.dataset.export import dataset, exports
from diptych.render.dataset.published import Published
from diptych.render.dataset.publishing import revision_of
from diptych.render.dataset.tables import tables

__all__ = ["Published", "dataset", "exports", "revision_of", "tables"]
