from __future__ import annotations

import re
from pathlib import Path

from diptych.check import RULES, rules
from diptych.check.rules import file_unread
from diptych.gather.reading import LIMITS
from diptych.store.survey import SEED_LIMIT

FOLDER = Path(rules.__path__[0])


def test_a_module_is_named_after_its_code_and_says_why_it_exists() -> None:
    modules = {path.stem: path for path in FOLDER.glob("*.py") if path.stem != "__init__"}
    assert sorted(rule.CODE.replace("-", "_") for rule in RULES) == sorted(modules)
    for rule in RULES:
        module = modules[rule.CODE.replace("-", "_")]
        source = module.read_text(encoding="utf-8")
        assert re.match(r'"""[A-Z].*[.:\n]', source), module.name
        assert f'CODE = "{rule.CODE}"' in source


def test_a_rule_neither_prints_nor_raises() -> None:
    for module in FOLDER.glob("*.py"):
        assert not re.search(r"^\s*(print\(|raise )", module.read_text(encoding="utf-8"), re.MULTILINE), module.name


def test_what_lies_in_seeds_unread_is_what_add_takes_and_a_text_may_be_as_long_as_a_seed() -> None:
    assert set(LIMITS) == file_unread.ARTICLES
    assert LIMITS[".txt"] == LIMITS[".md"] == SEED_LIMIT
