"""What somebody says is of the kind that their party says, in whatever article, and however it was read again."""

from __future__ import annotations

import dossiers
import pytest

from diptych.extract.speakers import PARTY_OF

NAMES = [
    pytest.param(folder, path.stem, id=path.stem)
    for folder in ("dev", "seen")
    for path in sorted((dossiers.EVAL / folder).glob("*.yml"))
]


@pytest.mark.parametrize(("folder", "name"), NAMES)
def test_kinds_are_of_their_speakers_party(folder: str, name: str) -> None:
    reading = dossiers.read(dossiers.EVAL / folder, name)
    told = [
        (one.kind, reading.speakers[one.speaker].party)
        for group in reading.groups
        for one in group.every
        if one.speaker and one.kind in PARTY_OF
    ]
    assert told
    assert [pair for pair in told if PARTY_OF[pair[0]] != pair[1]] == []
