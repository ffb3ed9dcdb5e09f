"""Why a sentence was read as it was: the spans found, the rules that fired, and what came nearest where none did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.drafts import Attribution
from diptych.extract.attribute import RULES, attribute
from diptych.extract.lexicon import Lexicon
from diptych.extract.reading import read
from diptych.extract.units import Unit
from diptych.extract.verbs import reporting_verbs
from diptych.spans import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence, the attributions that lie on it, and notes on what was looked at; `str()` gives it in words."""

    text: str
    sentence: Span
    attributions: tuple[Attribution, ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"sentence {self.sentence.start}–{self.sentence.end}: {self.sentence.of(self.text)}"]
        for found in self.attributions:
            said = " … ".join(span.of(self.text) for span in found.content)
            who = found.source.of(self.text) if found.source else "nobody named"
            lines.append(f"  said ({found.mode}, {found.force}): {said}")
            lines.append(
                f"    by: {who}" + (f", that is {found.speaker} (by {found.resolved_by})" if found.speaker else "")
            )
            if found.cue:
                lines.append(f"    cue: {found.cue.of(self.text)}")
            lines.append(f"    rule: {found.rule}")
        lines.extend(f"  {note}" for note in self.notes)
        return "\n".join(lines)


def _notes(unit: Unit, found: bool) -> list[str]:
    """What came nearest to a rule in a sentence that none read."""
    if found:
        return []
    verbs = list(reporting_verbs(unit))
    notes = [
        f"{unit.word[verb.at]!r} is a reporting verb ({', '.join(verb.cue.frames)}), but nobody says anything with it"
        for verb in verbs
    ]
    for at, word in enumerate(unit.word):
        if word in unit.lexicon.verbs and all(verb.at != at for verb in verbs):
            notes.append(f"{word!r} may report, but stands here as a noun or an adjective")
        elif word in unit.lexicon.nouns:
            notes.append(f"{word!r} is a reporting noun, but nobody's claim follows it")
    if any(index >= 0 for index in unit.quote) and not verbs:
        notes.append("words in quotation marks, but nobody who says them: taken for a title or a coined term")
    if not notes:
        rules = "; ".join(rule.about for rule in RULES)
        notes.append(f"no reporting verb, phrase or quotation; rules looked for: {rules}")
    return notes


def explain(text: str, sentences: Sequence[Span], lexicon: Lexicon, offset: int) -> Explanation:
    """What was found at an offset of `text`, and why; `ValueError` where no sentence covers it."""
    sentence = next((span for span in sentences if span.start <= offset < span.end), None)
    if sentence is None:
        raise ValueError(f"no sentence at offset {offset}")
    found = tuple(
        attribution
        for attribution in attribute(text, sentences, lexicon)
        if any(span.overlap(sentence) for span in attribution.content)
        or (attribution.cue is not None and attribution.cue.overlap(sentence))
    )
    notes: list[str] = []
    for unit in read(text, sentences, lexicon).units:
        if len(unit) and not unit.depth and Span(unit.start[0], unit.end[-1]).overlap(sentence):
            notes.extend(_notes(unit, bool(found)))
    return Explanation(text, sentence, found, tuple(notes))
