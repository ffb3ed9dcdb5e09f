"""The reference, made of the code that it describes, so that it can say nothing else than what is so."""

from __future__ import annotations

from reference import addresses, commands, dataset, files, problems, words


def pages() -> dict[str, str]:
    """The pages of the reference as Markdown, by their path among the manual's pages."""
    return {
        "reference/commands.md": commands.page(),
        "reference/files.md": files.page(),
        "reference/problems.md": problems.page(),
        "reference/dataset.md": dataset.page(),
        "reference/addresses.md": addresses.page(),
        "reference/templates.md": words.page(),
    }


__all__ = ["pages"]
