"""The harness that measures other generators writes projects of the same pages, and says what it measured."""

from __future__ import annotations

from pathlib import Path

import builds
import charts
import peer_projects
import peers
import pytest


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builds.dossier(tmp_path_factory.mktemp("peers") / "dossier", 24)


@pytest.mark.parametrize("name", list(peer_projects.PROJECTS))
def test_every_project_has_every_record(dossier: Path, tmp_path: Path, name: str) -> None:
    shown = peer_projects.pages(dossier)
    peer_projects.PROJECTS[name](tmp_path, shown)
    assert len(shown) == 24
    for given, statement, body in shown:
        written = peer_projects.record_file(name, tmp_path, given).read_text("utf-8")
        assert statement in written
        assert body.count("\n> ") == written.count("\n> ") > 0


def test_what_was_measured_is_told_as_medians_and_ratios() -> None:
    costs = {"bare loop": peers.Costs(), "diptych": peers.Costs()}
    for seconds in (1.0, 9.0, 2.0):
        costs["bare loop"].cold.append(builds.Cost(seconds, seconds, 0, 0))
        for kind in ("cold", "again", "changed"):
            getattr(costs["diptych"], kind).append(builds.Cost(3 * seconds, 2 * seconds, 50, 0))
    assert "| diptych | 4.00 | 2.00 | 6.00 | 3.00 | 50 | 6.00 | 6.00 |  |" in peers.table(24, costs)
    assert "| diptych | 4.00 | 2.00 | 50 |" in peers.summary(24, costs)


def test_what_was_measured_takes_its_place_in_the_readme() -> None:
    text = "before\n<!-- what builds cost -->\nold\n<!-- as far as here -->\nafter\n"
    once = peers.told(text, "| table |", "command")
    assert once.startswith("before\n<!-- what builds cost -->\n![")
    assert "| table |\n\nMeasured by `command`.\n<!-- as far as here -->\nafter\n" in once
    assert "old" not in once
    assert peers.told(once, "| table |", "command") == once
    with pytest.raises(ValueError, match="no place"):
        peers.told("before", "", "")


def test_the_readme_has_a_place_for_what_is_measured() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert "| table |" in peers.told(text, "| table |", "command")


def test_what_grows_in_proportion_is_drawn_as_a_straight_line() -> None:
    drawn = charts.growth({"one": [(10, 1.0), (100, 10.0), (1000, 100.0)]})
    line = next(part for part in drawn.split('d="') if " L" in part)
    numbers = [float(one) for one in line.split('"')[0].replace("M", "").replace("L", "").split()]
    (x1, y1), (x2, y2), (x3, y3) = zip(numbers[::2], numbers[1::2], strict=True)
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert y2 - y1 == pytest.approx(y3 - y2, abs=0.2)
    assert y3 < y2 < y1
