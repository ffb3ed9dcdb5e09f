"""A contested report and the answer to it, side by side, every statement traced to the exact words of a source."""

__version__ = "0.1.0"
