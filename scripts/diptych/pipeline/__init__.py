"""The order of the stages, and their reading and writing: the only module that knows both."""

from diptych.pipeline.extraction import Extracted, extract
from diptych.pipeline.publication import Sound, checked, export, publish, sound, template_directories

__all__ = ["Extracted", "Sound", "checked", "export", "extract", "publish", "sound", "template_directories"]
