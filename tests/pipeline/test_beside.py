"""A passage that sums up what two records tell is in both: it stays so, and a person decides for one of them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from holding import publishable
from support import tree

from diptych.pipeline import extraction
from diptych.pipeline.review.decisions import accept, reject, reject_all
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.regroup import merge, move, split


def together(root: Path) -> dict[tuple[str, int, int], list[str]]:
    """The passages of several records of a kind, with these."""
    found: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for record in publishable(root).records:
        for one in record.passages:
            found[one.source, one.start, one.end].append(record.id)
    return {place: ids for place, ids in found.items() if len(ids) > 1 and len({one[0] for one in ids}) == 1}


def passages(root: Path, given: str) -> list[tuple[str, int, int]]:
    record = next(one for one in publishable(root).records if one.id == given)
    return [(one.source, one.start, one.end) for one in record.passages]


def test_a_record_is_named_by_a_passage_of_its_own(proposed: Path) -> None:
    assert together(proposed)
    said = [one.statement for one in publishable(proposed).records]
    assert len(said) == len(set(said))


def test_the_passages_of_a_record_stand_in_order_none_twice(proposed: Path) -> None:
    files = {source.id: source.file for source in publishable(proposed).sources}
    for record in publishable(proposed).records:
        places = [(files[one.source], one.start, one.end) for one in record.passages]
        assert places == sorted(set(places))


@pytest.mark.parametrize("kept", [0, 1])
def test_what_a_person_keeps_in_one_record_stays_in_the_other(proposed: Path, kept: int) -> None:
    place, ids = min(together(proposed).items())
    desk = Desk(proposed)
    accept(desk, ids[kept])
    desk.save()
    before = tree(proposed / "content")
    extraction.extract(proposed)
    assert tree(proposed / "content") == before
    assert all(place in passages(proposed, one) for one in ids)


def test_records_that_are_merged_have_it_once(proposed: Path) -> None:
    place, ids = min(together(proposed).items())
    desk = Desk(proposed)
    merge(desk, [ids[1]], ids[0])
    desk.save()
    assert passages(proposed, ids[0]).count(place) == 1
    extraction.extract(proposed)
    assert passages(proposed, ids[0]).count(place) == 1
    assert ids[1] not in {one.id for one in publishable(proposed).records}


@pytest.mark.parametrize("first", [0, 1])
def test_what_a_person_rejects_in_one_record_stays_in_the_other(proposed: Path, first: int) -> None:
    place, ids = min(together(proposed).items())
    one, other = ids[first], ids[1 - first]
    desk = Desk(proposed)
    reject(desk, one)
    desk.save()
    extraction.extract(proposed)
    assert [record.id for record in publishable(proposed).records if place in passages(proposed, record.id)] == [other]
    desk = Desk(proposed)
    reject(desk, other)
    desk.save()
    extraction.extract(proposed)
    assert not any(place in passages(proposed, record.id) for record in publishable(proposed).records)


@pytest.mark.parametrize("first", [0, 1])
def test_one_passage_rejected_leaves_its_record_and_stays_in_the_other(proposed: Path, first: int) -> None:
    place, ids = min(together(proposed).items())
    one, other = ids[first], ids[1 - first]
    desk = Desk(proposed)
    reject(desk, f"{one}#p{passages(proposed, one).index(place) + 1}")
    desk.save()
    before = tree(proposed / "content")
    extraction.extract(proposed)
    assert [record.id for record in publishable(proposed).records if place in passages(proposed, record.id)] == [other]
    assert tree(proposed / "content") == before


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_split_off_leaves_the_other_record_as_it_is(proposed: Path, first: int) -> None:
    place, ids = min(together(proposed).items())
    one, other = ids[first], ids[1 - first]
    left = passages(proposed, other)
    desk = Desk(proposed)
    split(desk, one, [passages(proposed, one).index(place) + 1])
    desk.save()
    extraction.extract(proposed)
    assert place not in passages(proposed, one)
    assert passages(proposed, other) == left
    assert len([record for record in publishable(proposed).records if place in passages(proposed, record.id)]) == 2


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_moved_to_the_other_record_stands_there_once(proposed: Path, first: int) -> None:
    place, ids = min(together(proposed).items())
    one, other = ids[first], ids[1 - first]
    desk = Desk(proposed)
    move(desk, f"{one}#p{passages(proposed, one).index(place) + 1}", other)
    desk.save()
    extraction.extract(proposed)
    assert [record.id for record in publishable(proposed).records if place in passages(proposed, record.id)] == [other]
    assert passages(proposed, other).count(place) == 1


@pytest.mark.parametrize("first", [0, 1])
def test_what_is_all_that_a_person_left_of_a_record_stays_when_the_other_has_it_no_more(
    proposed: Path, first: int
) -> None:
    place, ids = min(together(proposed).items())
    one, other = ids[first], ids[1 - first]
    desk = Desk(proposed)
    left = passages(proposed, one).index(place) + 1
    every = range(1, len(passages(proposed, one)) + 1)
    reject_all(desk, [f"{one}#p{number}" for number in every if number != left])
    reject(desk, f"{other}#p{passages(proposed, other).index(place) + 1}")
    desk.save()
    extraction.extract(proposed)
    assert [record.id for record in publishable(proposed).records if place in passages(proposed, record.id)] == [one]
    assert passages(proposed, one) == [place]
    desk = Desk(proposed)
    reject(desk, one)
    desk.save()
    extraction.extract(proposed)
    assert not any(place in passages(proposed, record.id) for record in publishable(proposed).records)
