"""Whom the articles are believed about where somebody belongs."""

from __future__ import annotations

from dataclasses import replace

from diptych.dossier import DossierFile
from diptych.drafts import Article, Seed
from diptych.extract.corpus import common
from diptych.extract.spellings import alike, apart
from diptych.records import Sentence
from diptych.spans import Span
from diptych.topic import make_topic

PARTIES = {
    "reporting": {"name": "Rail Inspectorate", "aliases": ["the inspectors"]},
    "responding": {"name": "Corvo Trams", "aliases": ["Corvo", "the company"]},
}


def article(text: str, mark: str = "0") -> Article:
    ends = [at for at, sign in enumerate(text, 1) if sign == "." and text[at : at + 1] in (" ", "")]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(start=start, end=end) for start, end in zip(starts, ends, strict=True))
    return Article(Seed(f"seeds/{mark}.txt", text, mark * 64), Span(0, len(text)), sentences)


def party(*articles: Article) -> str | None:
    topic = make_topic(DossierFile.model_validate({"title": "Trams", "parties": PARTIES}))
    held = common(articles, ["Una Sorl"], topic).affiliations.party("Una Sorl")
    return held.party if held else None


def test_what_is_told_outright_goes_before_what_its_means() -> None:
    gathered = article("Corvo was fined in May. “They knew,” said its chair, Una Sorl.")
    outright = article("Una Sorl, from Safe Wheels, wants a ban.", "1")
    assert party(gathered) == "responding"
    assert party(gathered, outright) == "third"


def test_a_trait_says_less_than_an_office() -> None:
    office = article("Corvo was fined in May. “They knew,” said its treasurer, Una Sorl.")
    trait = article("Una Sorl, a chess player with some patience, looked up.", "1")
    assert party(trait) == "third"
    assert party(office, trait) == "responding"


def test_a_rewrite_is_believed_where_no_original_tells() -> None:
    original = article("“They knew,” said lead author Una Sorl.")
    rewrite = replace(article("“They knew,” stated lead creator Una Sorl.", "1"), kind="rewrite")
    assert party(rewrite) == "third"
    assert party(original, rewrite) is None  # an author, of whichever study is near


def test_a_company_is_called_by_its_place() -> None:
    held = "Una Sorl, who runs the depots at the Port Harl company, said so."
    assert party(article(f"The depots are in Port Harl. {held}")) == "responding"
    assert party(article(f"A rival, Port Harl, said no. {held}")) == "third"


def test_the_fields_of_one_office_stay_together() -> None:
    assert party(article("Corvo’s head of health and safety, Una Sorl, said so.")) == "responding"
    assert party(article("Corvo’s drivers and driver Una Sorl said so.")) is None


def test_names_spelt_alike_are_one_where_no_article_has_both() -> None:
    near = alike(["Ada Linde", "Ada Lindé", "Ada Johnson", "Ada Johnston"])
    assert near["Ada Linde"] == {"Ada Lindé"}
    assert "Ada Johnson" not in near
    half = alike(["Ada Lind-Koch", "Ada Lind"])
    both = ["Ada Lind-Koch met Ada Lind."]
    assert apart(half, both, [["Ada Lind-Koch", "Ada Lind"]])["Ada Lind"] == []
    assert apart(half, ["Ada Lind-Koch left.", "Ada Lind left."], [["Ada Lind-Koch"], ["Ada Lind"]])["Ada Lind"]
