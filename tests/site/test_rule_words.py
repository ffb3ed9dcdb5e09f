"""Every rule that finds a passage is told to the reader in words."""

from __future__ import annotations

import dossiers
import pytest
from support import ROOT

from diptych.render.language import language


@pytest.mark.parametrize("name", ["D1", "D4"])
def test_rules_that_find_passages_have_words(name: str) -> None:
    words = language([ROOT / "templates"], "en")
    reading = dossiers.read(dossiers.EVAL / "dev", name)
    rules = {statement.rule for group in reading.groups for statement in group.statements}
    assert len(rules) > 10
    families = {rule: (rule, rule.partition("-")[0]) for rule in rules}
    assert not [rule for rule in rules if not any(words.constant(f"rule.{one}") for one in families[rule])]
