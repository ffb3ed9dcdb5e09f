"""Where the site will stand, as mkdocs.yml says, for commands that run without MkDocs."""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag


def site_address(root: Path) -> str:
    """`site_url` of a dossier's mkdocs.yml as MkDocs reads it, ending in a slash; empty where there is none.

    No other setting is looked at, so that none of them can be wrong here.
    """
    tree = yaml.compose((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    settings = tree.value if isinstance(tree, yaml.MappingNode) else []
    node = next((value for key, value in settings if key.value == "site_url"), None)
    if node is None:
        return ""
    found = construct_env_tag(yaml.SafeLoader(""), node) if node.tag == "!ENV" else node.value
    address = str(found or "")
    return address if not address or address.endswith("/") else f"{address}/"
