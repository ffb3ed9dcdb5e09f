from __future__ import annotations

import pytest

from diptych.extract.stances import stance


@pytest.mark.parametrize(
    ("told", "who", "said"),
    [
        ("The seamen's union was unmoved.", "The seamen's union", "The seamen's union was unmoved."),
        ("Ines Valk took issue with the dates.", "Ines Valk", "Ines Valk took issue with the dates."),
        ("The ferry line is to appeal.", "The ferry line", "The ferry line is to appeal."),
        (
            "The harbour master was blunter: the rafts were rotten and he had said so.",
            "The harbour master",
            "the rafts were rotten and he had said so.",
        ),
        (
            "On the rafts the owners were brief: they had been opened in May.",
            "the owners",
            "they had been opened in May.",
        ),
        (
            "The price looked steep to Oda Brandt of the union.",
            "Oda Brandt of the union",
            "The price looked steep to Oda Brandt of the union.",
        ),
        ("On the late rafts she was shorter.", "she", "On the late rafts she was shorter."),
        ("Mr Reed's reply to that was tart.", "Mr Reed", "Mr Reed's reply to that was tart."),
        ("And from Larnmouth the guild wags a finger.", "the guild", "And from Larnmouth the guild wags a finger."),
        ("Oda Brandt puts the loss at 4m crowns.", "Oda Brandt", "Oda Brandt puts the loss at 4m crowns."),
        ("The ferry line will not be apologising.", "The ferry line", "The ferry line will not be apologising."),
        ("For Ms Oda Brandt, only a licence will do.", "Ms Oda Brandt", "For Ms Oda Brandt, only a licence will do."),
    ],
)
def test_stands(told: str, who: str, said: str) -> None:
    found = stance(told)
    assert found is not None
    assert found.phrase == who
    assert told[found.at :].startswith(who)
    assert told[found.said :] == said


@pytest.mark.parametrize(
    "told",
    [
        "The crossing takes forty minutes.",
        "If the union is unmoved, the crews will walk.",
        "Nobody was convinced.",
        "Besides, there are the thirty, the deckhands and cooks who gave up their logs.",
        "The boat was built in 1974: a year of storms.",
        "Oda Brandt was asked about it: the union had no answer.",
    ],
)
def test_stands_nowhere(told: str) -> None:
    assert stance(told) is None
