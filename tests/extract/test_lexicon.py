"""The lexicon as data: inflection, a dossier's own cues, every frame and force of the package's known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.extract import Lexicon, attribute, lexicon
from diptych.extract.inflect import forms
from diptych.spans import Span


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("claim", {"claim", "claims", "claiming", "claimed"}),
        ("quip", {"quip", "quips", "quipping", "quipped"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("argue", {"argue", "argues", "arguing", "argued"}),
        ("stress", {"stress", "stresses", "stressing", "stressed"}),
        ("signal", {"signal", "signals", "signalling", "signaling", "signalled", "signaled"}),
        ("admit", {"admit", "admits", "admitting", "admitted"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("vow", {"vow", "vows", "vowing", "vowed"}),
    ],
)
def test_regular_forms(verb: str, expected: set[str]) -> None:
    assert {form for form, _ in forms(verb, {})} == expected


def test_irregular_forms() -> None:
    assert dict(forms("say", {"say": ["said", "said"]}))["said"] == "part"


def test_a_dossier_adds_a_verb_without_code(sentences_of: Callable[[str], list[Span]]) -> None:
    text = "The mayor blethered that the pier was safe."
    assert attribute(text, sentences_of(text), lexicon()) == []
    own = lexicon({"verbs": {"denies": [{"frames": ["clause"], "verbs": ["blether"]}]}})
    (found,) = attribute(text, sentences_of(text), own)
    assert (found.force, found.content[0].of(text)) == ("denies", "that the pier was safe")


def test_a_dossiers_own_force_goes_first(words: Lexicon) -> None:
    own = lexicon({"verbs": {"praises": [{"frames": ["clause"], "verbs": ["say"]}]}})
    said = next(form.cue for form in words.verbs["said"] if form.cue)
    changed = next(form.cue for form in own.verbs["said"] if form.cue)
    assert (said.force("clause"), changed.force("clause")) == ("says", "praises")


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Reed denied that it leaked.", "denies"),
        ("Reed rejected the finding.", "rejects"),
        ("Reed demanded an inquiry.", "demands"),
        ("Reed urged the firm to pay.", "demands"),
        ("The inquiry concluded that it leaked.", "concludes"),
        ("Reed alleged that it leaked.", "claims"),
        ("Reed accused the firm of neglect.", "alleges"),
        ("Reed condemned the finding.", "accuses"),
        ("Reed praised the finding.", "praises"),
        ("Reed warned that it would leak.", "warns"),
        ("Reed promised to pay.", "promises"),
        ("Reed admitted that it leaked.", "acknowledges"),
        ("Reed asked whether it leaked.", "asks"),
        ("Reed believes it leaked.", "believes"),
        ("Reed called for an inquiry.", "demands"),
    ],
)
def test_force(text: str, force: str, words: Lexicon, sentences_of: Callable[[str], list[Span]]) -> None:
    (found,) = attribute(text, sentences_of(text), words)
    assert found.force == force
