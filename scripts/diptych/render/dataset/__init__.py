"""The published dataset: its models and their schemas, and the files that offer it."""

from diptych.render.dataset.export import dataset, exports

__all__ = ["dataset", "exports"]
