"""The reference's modules stand beside the manual that they make pages of."""

from __future__ import annotations

import sys

from support import ROOT

sys.path.insert(0, str(ROOT / "docs"))
