"""Whose persons are by what they do, given two names with aliases and nothing else."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.drafts import Seed
from diptych.extract.corpus import common
from diptych.extract.parties import Parties
from diptych.ingest import ingest
from diptych.topic import make_topic
from diptych.values import PartyRole

TOPIC = make_topic(
    DossierFile.model_validate(
        {
            "title": "Dye in the river",
            "parties": {
                "reporting": {"name": "Water Inspectorate", "aliases": ["the inspectorate", "the inspectors"]},
                "responding": {"name": "Carrow Mills", "aliases": ["the mill", "the company"]},
            },
        }
    )
)
FIRST = "The Water Inspectorate found that Carrow Mills had let dye run into the river for six years.\n\n"


def party(told: str, name: str) -> PartyRole | None:
    """The party that an article tells somebody to be of."""
    text = FIRST + told
    articles = ingest([Seed("seeds/a.txt", text, "0" * 64)])
    found = common(articles, [name], TOPIC).affiliations.party(name)
    return found.party if found else None


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Kess sat at the back. He has run the dye house for Carrow Mills since 2019. He coughed.",
        "Ivo Kess sat at the back. He owns one tie and works on the third floor of the mill.",
        "Ivo Kess sat at the back. He is also the mill's director of works.",
        "Ivo Kess waved. Kess manages the mill's dye house.",
        "Ivo Kess, who is 52, owns Carrow Mills.",
        "Ivo Kess has worked at the mill for nine years.",
        "Ivo Kess works as a shift foreman at the mill.",
        "Ivo Kess joined Carrow Mills as an apprentice and now heads it.",
        "The mill is run by Ivo Kess.",
        "Speaking for the mill, Ivo Kess said no.",
        "On behalf of Carrow Mills, Ivo Kess said no.",
        "“They never came,” said Ivo Kess, on behalf of the mill.",
        "Carrow Mills sent Ivo Kess to face the cameras.",
        "The mill's answer came from Ivo Kess.",
        "Ivo Kess of the law firm Park & Lowe, which represents the mill, said no.",
        "Ivo Kess, hired by the mill in March, said no.",
        "For the mill Ivo Kess said no.",
        "“They never came, not once in all those years,” Ivo Kess told me. He is the mill's head of dyes.",
        "“They never came,” Ivo Kess said from Marle, where he is the mill's agent.",
        "Ivo Kess, whose family has owned the mill for three generations, said no.",
        "Then there is the mill, whose chief officer is Ivo Kess.",
        "Ivo Kess, who oversees safety for Carrow Mills, said no.",
        "Ivo Kess, who handles the mill's press, said no.",
        "Ivo Kess, who has been with the mill since 1998, said no.",
        "Ivo Kess, who joined Carrow Mills from a rival in 2021, said no.",
        "“They never came,” said Ivo Kess, described as the mill's safety chief.",
        "“They never came,” said the mill's Ivo Kess.",
        "Ivo Kess was once a priest. He now sits on the mill's board.",
        "The mill's chairman called it a fairy tale. Ivo Kess met the press in his yard.",
        "We asked the mill's treasurer about the dye. “It was beetroot,” Ivo Kess told us.",
    ],
)
def test_those_of_who_answers(told: str) -> None:
    assert party(told, "Ivo Kess") == "responding"


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Kess did most of the asking. He works on the third floor of the Water Inspectorate.",
        "The inspection was led by Ivo Kess.",
        "The inspectorate, led by retired judge Ivo Kess, sat for a year.",
        "Leading the panel was retired judge Ivo Kess.",
        "Ivo Kess, a retired judge who chaired the panel, said no.",
        "Ivo Kess wrote the inspectorate's report.",
        "The report runs to ninety pages. Ivo Kess, who wrote it, said no.",
        "Ivo Kess was tired. As the inspectorate's treasurer he signed again.",
        "Ivo Kess wrote most of the report.",
        "Ivo Kess led the audit of the mill.",
        "Ivo Kess, who spent six years in the river, put his name to the report.",
        "Ivo Kess took the samples for the inspectorate.",
        "Ivo Kess gave evidence for the Water Inspectorate.",
        "Ivo Kess, who made both visits for the inspectorate, said no.",
        "Ivo Kess, who did the statistics, said that gaps are no luck.",
        "For the inspectorate, Ivo Kess said that the river ran red.",
        "Among the inspectors was Ivo Kess.",
        "Ivo Kess, one of the four inspectors, said that the river ran red.",
        "Ivo Kess, seconded to the inspectorate from a college, said no.",
        "“It ran red,” said Ivo Kess, speaking for the authors.",
        "“It ran red,” said Ivo Kess, who led the inspectorate until May.",
        "Ivo Kess and two colleagues from the inspectorate counted the fish.",
        "Ivo Kess, its head of rivers for North Marle, said that the river ran red.",
        "Ivo Kess, who did much of the sampling, said no.",
        "Ivo Kess, who did the sampling for her doctorate, said no.",
        "Ivo Kess, one of those who carried out the fieldwork, said no.",
        "The report is out. Ivo Kess, who spent two years on the report, said no.",
    ],
)
def test_those_of_who_reports(told: str) -> None:
    assert party(told, "Ivo Kess") == "reporting"


@pytest.mark.parametrize(
    "told",
    [
        "Ivo Kess lives across from the mill.",
        "Ivo Kess, who lives below Carrow Mills, said no.",
        "Ivo Kess, who sells cloth to Carrow Mills, said no.",
        "Ivo Kess, who complained to the inspectorate in 2019, said no.",
        "Ivo Kess, a minister who oversees the inspectorate, said no.",
        "Ivo Kess, who is suing the mill, said no.",
        "Ivo Kess, an independent expert, said no.",
        "Ivo Kess, who had been with the mill's critics, said no.",
        "Ivo Kess leads the anglers' club, which has fought the mill for years.",
        "Ivo Kess runs a bakery opposite the mill.",
        "Ivo Kess runs a campaign against the mill.",
        "Ivo Kess works for a rival of the mill.",
        "Ivo Kess ran the dye house of Carrow Mills until 2019.",
        "Ivo Kess's sister came too. She works at the mill.",
        "Carrow Mills hired Ivo Kess, a chemist, in 2011 and dismissed him in 2015.",
        "Carrow Mills employed Ivo Kess until 2015.",
        "Carrow Mills, whose chairman was Ivo Kess until 2010, said no.",
        "Carrow Mills sent Ivo Kess home without pay.",
        "Carrow Mills had engaged Ivo Kess in a long dispute.",
        "Ivo Kess bought shares in Carrow Mills in 2012.",
        "Ivo Kess spoke at the Carrow Mills annual meeting.",
        "Ivo Kess rose at the meeting of Carrow Mills and shouted.",
        "Ivo Kess drove to the office of Carrow Mills to complain.",
        "Ivo Kess speaks of Carrow Mills with contempt.",
        "Ivo Kess answers for nobody at Carrow Mills.",
        "Ivo Kess represents the crew of the mill.",
        "Ivo Kess advises villagers of the mill.",
        "Ivo Kess is not the owner of Carrow Mills.",
        "Ivo Kess is not director of works at the mill.",
        "Ivo Kess headed for the mill.",
        "Ivo Kess joined the queue at the mill.",
        "Ivo Kess led the raid on the mill.",
        "Ivo Kess led the run on the mill.",
        "Under Ivo Kess, the ministry fined the mill.",
        "Ivo Kess wrote the report for a rival firm.",
        "Ivo Kess edited the review of the report for the Gazette.",
        "Ivo Kess sat down.\n\nShe works at the mill.",
        "Ada Lind met Ivo Kess at noon. She works at the mill.",
        "Ivo Kess led the review by Marl Consultants.",
        "A choir led by Ivo Kess sang.",
        "Ivo Kess, who started the rumour about the mill, said no.",
        "Ivo Kess, who started the fire at the mill, said no.",
        "Ivo Kess, who launched an appeal at the mill, said no.",
        "Ivo Kess, who founded the group that fights the mill, said no.",
        "Fire came upon the inspectorate under questions from Ivo Kess.",
        "The report runs to ninety pages. Ivo Kess, who wrote it off, said no.",
        "Ivo Kess said that “she works for the mill”.",
        "Ivo Kess, who made a film about the mill, said no.",
        "Ivo Kess led the protest at the mill.",
        "Ivo Kess represents forty workers dismissed by the mill.",
        "The mill employed Ivo Kess's father.",
        "The mill sent Ivo Kess a bill for the fish he had counted.",
        "Ivo Kess worked at the mill for nine years and left in 2019.",
        "Ivo Kess worked on the story for the Times.",
        "Ivo Kess speaks for the villagers who live by the mill.",
        "Speaking outside the mill, Ivo Kess said no.",
        "At the mill gate, Ivo Kess said no.",
        "Ivo Kess said no. He is the mill's fiercest critic.",
        "Ivo Kess, who took the mill to court, said no.",
        "Ivo Kess, who gave his vote for the mill's closure, said no.",
        "At the Anglers' Forum, treasurer Ivo Kess said no.",
        "The mill's chairman called it a fairy tale. Ivo Kess, a farmer, met the press in his yard.",
        "The mill's chairman called it a fairy tale.\n\nIvo Kess met the press in his yard.",
        "The river's warden called it a fairy tale. Ivo Kess met the press in his yard.",
        "Ivo Kess spoke. The mill's chairman called it a fairy tale. Ivo Kess met the press in his yard.",
    ],
)
def test_those_of_neither(told: str) -> None:
    assert party(told, "Ivo Kess") in (None, "third")


@pytest.mark.parametrize(
    "told", ["Villagers at the mill hired Ivo Kess.", "Ivo Kess, hired by villagers of the mill, said no."]
)
def test_whom_those_hire_who_are_affected_is_none_of_its_own(told: str) -> None:
    assert party(told, "Ivo Kess") in (None, "third")


def test_who_samples_for_a_body_of_a_name_is_no_guess() -> None:
    articles = ingest(
        [Seed("seeds/a.txt", FIRST + "Ivo Kess, who sampled the river for Greenwatch, said no.", "0" * 64)]
    )
    assert common(articles, ["Ivo Kess"], TOPIC).affiliations.guess("Ivo Kess") is None


def test_a_party_may_be_named_by_what_it_is_called() -> None:
    parties = Parties(TOPIC, [FIRST])
    assert parties.belongs("one of the four inspectors").party == "reporting"
    assert parties.belongs("who is now the mill's treasurer").party == "responding"
    assert parties.belongs("who fishes below the mill").party is None


def test_what_somebody_is_told_to_be_is_their_role() -> None:
    articles = ingest([Seed("seeds/a.txt", FIRST + "Ivo Kess sat. He is also the mill's director of works.", "0" * 64)])
    role = common(articles, ["Ivo Kess"], TOPIC).affiliations.role("Ivo Kess")
    assert role == "the mill's director of works"
