"""A file that is put together from pieces has the same bytes whichever of them stood before, and none is made twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.render.dataset.binding import Binder, Run

THINGS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(["", "é", "字字", "plain"])), unique=True)


def parts(things: list[tuple[str, str]], made: list[str], between: str) -> list[str | Run]:
    def make(one: tuple[str, str]) -> str:
        made.append("".join(one))
        return "".join(one)

    keys = ["/".join(one) for one in things]
    return ["head é\n", Run(things, make, between, keys), "\nmiddle\n", Run(things, make), Run(things, make, "", keys)]


@given(THINGS, THINGS, st.sampled_from(["", ",\n", "字"]))
def test_pieces_that_stand_are_not_made_again(before: list, after: list, between: str) -> None:
    first = Binder()
    whole = first.bind("a", parts(before, [], between))
    alone, made = Binder().bind("a", parts(after, [], between)), []
    second = Binder(lambda path: (whole, first.laid[path]) if path == "a" else None)
    assert second.bind("a", parts(after, made, between)) == alone
    new = ["".join(one) for one in after if one not in before]
    assert made == [*new, *("".join(one) for one in after), *new]
    third = Binder(lambda path: (alone, second.laid[path]))
    assert third.bind("a", parts(before, [], between)) == whole
    assert second.bind("b", parts(before, [], between)) == whole
