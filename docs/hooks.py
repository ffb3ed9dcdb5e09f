"""What MkDocs does for the manual beside what the plugin does: the reference is made of the code at every build."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from reference import pages


@event_priority(50)  # before the plugin reads which pages there are
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Adds the pages of the reference."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files
