"""How a page is divided: nothing is lost or too heavy, parts stay where they are, what was promised stays a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.render.divided.items import Item, Step
from diptych.render.divided.plan import Plan, Planner

SAND, SILT = Step("sand", "Sand", "sand"), Step("silt", "Silt", "silt")


def item(number: int, weight: int = 10, series: str = "C", steps: tuple[Step, ...] = ()) -> Item:
    return Item("", f"{series}{number}", weight, series, number, steps, anchors=(f"{series}{number}",))


def plan(
    items: list[Item], light: int = 100, released: tuple[str, ...] = (), headings: tuple[Step, ...] = ()
) -> Plan | None:
    return Planner(light, released).plan("page/", "page/", items, headings)


def folders(found: Plan | None) -> list[str]:
    assert found is not None
    return [part.folder for part in found.parts]


def test_a_page_that_is_light_enough_is_not_divided() -> None:
    assert plan([item(number) for number in range(1, 11)]) is None
    assert plan([]) is None


def test_headings_divide_first_and_numbers_below_them() -> None:
    items = [item(number, steps=(SAND,)) for number in range(1, 30)] + [item(1, series="A", steps=(SILT,))]
    found = plan(items, light=250)
    assert folders(found) == ["page/sand/C1-C25/", "page/sand/C26-C50/", "page/silt/"]
    assert found is not None
    assert [(one.folder, len(one.parts)) for one in found.contents] == [("page/", 3), ("page/sand/", 2)]


def test_a_part_ends_at_a_fixed_number_and_not_after_so_many_things() -> None:
    few = plan([item(number) for number in range(1, 60, 2)], light=150)
    more = plan([item(number) for number in (*range(1, 60, 2), 2, 4)], light=170)
    assert folders(few) == folders(more) == ["page/C1-C25/", "page/C26-C50/", "page/C51-C100/"]


def test_one_heavy_thing_stands_alone_among_the_light() -> None:
    found = plan([item(1), item(2, weight=500), item(3), item(40)])
    assert folders(found) == ["page/C1-C1/", "page/C2-C2/", "page/C3-C3/", "page/C26-C50/"]


def test_things_of_several_series_are_divided_apart() -> None:
    found = plan([item(1, 60), item(1, 60, "R")])
    assert folders(found) == ["page/C1-C25/", "page/R1-R25/"]


def test_a_part_that_was_released_and_grew_leads_to_where_everything_went() -> None:
    items = [item(number) for number in range(1, 60)]
    before = folders(plan(items, light=500))
    assert before == ["page/C1-C50/", "page/C51-C100/"]
    after = plan(items, light=300, released=("page/", *before))
    assert folders(after) == ["page/C1-C25/", "page/C26-C50/", "page/C51-C100/"]
    assert after is not None
    assert [(one.folder, [part.folder for part in one.parts]) for one in after.contents[1:]] == [
        ("page/C1-C50/", ["page/C1-C25/", "page/C26-C50/"])
    ]


def test_what_was_released_in_parts_stays_in_parts_when_it_shrinks() -> None:
    released = ("page/C1-C25/", "page/C26-C50/", "page/sand/", "page/else/", "page/C3-C7/")
    found = plan([item(1)], released=released, headings=(SAND, SILT))
    assert folders(found) == ["page/sand/", "page/C1-C25/", "page/C26-C50/"]
    assert found is not None
    assert [len(part.items) for part in found.parts] == [0, 1, 0]


_ITEMS = st.lists(
    st.tuples(st.integers(1, 4000), st.integers(1, 90), st.sampled_from("CR"), st.sampled_from(((), (SAND,), (SILT,)))),
    max_size=120,
    unique_by=lambda one: (one[0], one[2]),
)


@given(_ITEMS, st.integers(90, 3000))
def test_every_thing_stands_on_one_part_and_no_part_is_too_heavy(drawn: list[tuple], light: int) -> None:
    items = [item(number, weight, series, steps) for number, weight, series, steps in drawn]
    found = plan(items, light)
    if found is None:
        assert sum(one.weight for one in items) <= light
        return
    shown = [one for part in found.parts for one in part.items]
    assert sorted(one.name for one in shown) == sorted(one.name for one in items)
    assert all(sum(one.weight for one in part.items) <= light for part in found.parts)
    assert all(part.items for part in found.parts)
    assert len(set(folders(found))) == len(found.parts)


@given(_ITEMS, _ITEMS, st.integers(90, 400))
def test_every_address_that_was_released_answers_however_the_dossier_goes_on(
    first: list[tuple], then: list[tuple], light: int
) -> None:
    headings = (SAND, SILT)
    before = plan([item(*one[:3], one[3]) for one in first], light, headings=headings)
    if before is None:
        return
    released = tuple(one.folder for one in (*before.contents, *before.parts))
    after = plan([item(*one[:3], one[3]) for one in then], light, released, headings)
    assert after is not None
    made = {one.folder for one in (*after.contents, *after.parts)}
    assert set(released) <= made
