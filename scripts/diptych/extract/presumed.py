"""Where an office belongs that no name goes with, by what is near and by whose such an office is."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Belonging
from diptych.records import PartyRole


def presumed(
    phrases: Sequence[str], state: bool, his: PartyRole | None, its: PartyRole | None, before: PartyRole | None
) -> Belonging:
    """The first of some phrases that names an office: to whom "its" or "his" means, else to whom such a one is proper.

    `state` says whether the responding party is one; `his` and `its` are the parties of whom those words mean, `before`
    is the party that the sentences just before speak of.
    """
    known = offices()
    for phrase in phrases:
        office = known.office_in(phrase)
        first = (phrase.split() or [""])[0].lower()
        if office is None and first not in ("its", "their", "his", "her"):
            continue
        if first in ("his", "her") and his is not None:
            return Belonging(his, office=office)
        if first in ("its", "their") and (its is not None or office is None):
            return Belonging(its, office=office)
        if office == "inquiry":
            return Belonging("reporting", office=office)
        if office == "state" or set(words_of(phrase)) & known.local:
            return Belonging("responding" if state else "third", office=office)
        if office == "company":
            return Belonging("third" if state else "responding", office=office)
        return Belonging(before, office=office)
    return Belonging(None)
