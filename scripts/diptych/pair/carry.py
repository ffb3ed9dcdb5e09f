"""A rewrite says what its original says: its sentences take kind and speaker from those they were made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.spans import Span


def carried(
    made_from: Rewrites,
    statements: Iterable[Statement],
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
) -> list[Statement]:
    """The statements, those of rewrites brought in line with their originals.

    A rewriter's words mislead the reader of reporting verbs and of names; the sentence that they were put in place of
    does not. Sentences of the rewrite that have no original keep what was read in them.
    """
    held: dict[int, list[Statement]] = defaultdict(list)
    for one in statements:
        held[one.article].append(one)
    for number, (original, sentences) in made_from.items():
        unsure = articles[number].kind != "rewrite"
        for left, right in sentences:
            theirs = [one for one in held[original] if left.overlap(one.span)]
            ours = [one for one in held[number] if right.overlap(one.span)]
            if unsure and _of_another(theirs, ours, right.of(articles[number].seed.text), speakers):
                continue  # a rewriter words a person differently, but names no other one in their place
            made = _brought(theirs, ours, right, number)
            held[number] = sorted([*(one for one in held[number] if one not in ours), *made], key=lambda one: one.span)
    return [one for number in sorted(held) for one in held[number]]


def _of_another(
    theirs: Sequence[Statement], ours: Sequence[Statement], text: str, speakers: Mapping[str, Speaker]
) -> bool:
    """Whether a sentence names another person for its speaker than those of the sentence it may be made from."""
    before = {_surname(one, speakers) for one in theirs} - {None}
    named = {name for one in ours if (name := _surname(one, speakers)) is not None and name in text}
    return bool(named - before) and not any(name is not None and name in text for name in before)


def _surname(one: Statement, speakers: Mapping[str, Speaker]) -> str | None:
    who = speakers.get(one.speaker) if one.speaker else None
    return who.name.split()[-1] if who is not None and who.kind == "person" else None


def _brought(theirs: Sequence[Statement], ours: Sequence[Statement], sentence: Span, number: int) -> list[Statement]:
    """What the rewritten sentence says: the original's statements, in its own passages where they match in number."""
    if not theirs:
        return []
    spans = [one.span for one in ours] if len(ours) == len(theirs) else [sentence] * len(theirs)
    why = "the sentence it was made from"
    made = [
        replace(one, article=number, span=span, cue=None, rule="rewrite", why=(*one.why, why))
        for one, span in zip(theirs, spans, strict=True)
    ]
    return list({(one.span, one.kind): one for one in made}.values())
