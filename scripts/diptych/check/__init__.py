"""Every problem of a dossier: those of its files, and what the rules find, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from diptych.check.context import Context, texts
from diptych.check.rules import (
    address_taken,
    affiliation_cycle,
    answer_not_response,
    answer_repeated,
    answer_wrong_kind,
    control_character,
    copy_cycle,
    copy_evidence,
    copy_unnamed,
    event_date,
    file_unread,
    ledger_gap,
    ledger_outside,
    ledger_overlap,
    mixed_script,
    name_collision,
    name_unportable,
    original_changed,
    original_missing,
    page_head,
    party_mismatch,
    party_missing,
    passage_inexact,
    passage_number,
    passage_outside,
    permalink_astray,
    permalink_lost,
    permalink_twice,
    permalink_unlisted,
    recommendation_addressee,
    reordering_sign,
    seed_changed,
    seed_empty,
    seed_gap,
    seed_missing,
    seed_not_utf8,
    seed_unlisted,
    source_outside,
    sources_overlap,
    unknown_actor,
    unknown_answer,
    unknown_source,
    unknown_theme,
    unsafe_file,
    unsafe_link,
    unsafe_markup,
    unsafe_path,
)
from diptych.dossier import Dossier
from diptych.problems import Problem
from diptych.signs import deceives
from diptych.store import Loaded
from diptych.yamlio import Document


class Rule(Protocol):
    """A module of `check.rules`: the code of its problems, and a generator that neither prints nor raises."""

    CODE: str

    def check(self, dossier: Dossier, context: Context) -> Iterator[Problem]:
        """Yields what breaks the rule."""


#: The rules, from the files to what is said with them.
RULES: tuple[Rule, ...] = (
    name_unportable,
    name_collision,
    unsafe_path,
    unsafe_file,
    file_unread,
    address_taken,
    page_head,
    unsafe_markup,
    unsafe_link,
    control_character,
    reordering_sign,
    mixed_script,
    original_changed,
    original_missing,
    seed_missing,
    seed_not_utf8,
    seed_empty,
    seed_changed,
    seed_unlisted,
    seed_gap,
    source_outside,
    sources_overlap,
    passage_outside,
    passage_inexact,
    unknown_source,
    unknown_actor,
    unknown_theme,
    unknown_answer,
    answer_not_response,
    answer_wrong_kind,
    answer_repeated,
    party_missing,
    party_mismatch,
    affiliation_cycle,
    copy_unnamed,
    copy_cycle,
    copy_evidence,
    ledger_outside,
    ledger_overlap,
    ledger_gap,
    event_date,
    recommendation_addressee,
    passage_number,
    permalink_unlisted,
    permalink_twice,
    permalink_lost,
    permalink_astray,
)


def plain(loaded: Loaded) -> bool:
    """Whether no text of a dossier may hold a sign that `signs.marked` would show; found once of each file."""

    def harmless(document: Document) -> bool:
        said = repr(document.data)  # a character reference is plain ASCII, and so not among the texts
        return not any(deceives(text) for _, text in written[document.file]) and not ("&" in said and deceives(said))

    written = {document.file: found for document, found in texts(loaded)}
    return all(found for _, found in loaded.parsed.each(loaded.documents.values(), "plain", harmless))


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """All problems of a dossier, by file and place; those of the files alone where dossier.yml can't be used."""
    if loaded.dossier is None:
        return tuple(sorted(loaded.problems))
    context = Context(loaded, loaded.dossier)
    found = [problem for rule in RULES for problem in rule.check(loaded.dossier, context)]
    context.note(found)
    return tuple(sorted([*loaded.problems, *found]))


__all__ = ["RULES", "check", "plain"]
