"""What is told of a noun phrase: the party's name that stands in it, and where it belongs, or whom it is said of."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.values import PartyRole


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name where it stands in a text.

    An adjective ("Maravian") only says whose something is; an agent speaks for the party under a name of its own.
    """

    start: int
    end: int
    party: PartyRole
    adjective: bool = False
    agent: bool = False


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where a noun phrase belongs: `itself` says that it names the party, `organisation` names another body."""

    party: PartyRole | None
    itself: bool = False
    organisation: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one place of an article says of a person: the offset it stands at, the phrase, and where it belongs.

    `gathered` says that the place tells so, and not the phrase: its chair. `rewritten` says that the article
    is another one in other words, which may garble offices.
    """

    at: int
    phrase: str
    belonging: Belonging
    gathered: bool = False
    rewritten: bool = False

    @property
    def weight(self) -> int:
        """How far the place is to be believed: most for a party's name, least for what others may be as well."""
        side = self.belonging.party != "third"
        if self.gathered:
            return (5 if side else 4) - self.phrase.lower().startswith("their")
        return 6 if side else 5 if self.belonging.organisation else 3
