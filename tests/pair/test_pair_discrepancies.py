"""What should agree and does not; and what may differ."""

from __future__ import annotations

import pytest

from diptych.drafts import Difference
from diptych.pair.align import rewrites
from diptych.pair.discrepancies import of_figures, of_quotations


def differences(articles, speakers, said) -> list[Difference]:
    made_from = rewrites(articles)
    return [*of_quotations(articles, speakers, said, made_from), *of_figures(articles, made_from)]


FILLER = ("The harbour was closed on Monday and the town had no bread.", None, "lind")


def shown(articles, found) -> list[tuple[str, list[str]]]:
    return [(one.kind, [span.of(articles[number].seed.text) for number, span in one.spans]) for one in found]


def test_one_quotation_in_other_words(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The boats were a disgrace and everybody on the quay knew it,” Ada Lind said.", "claim", "lind")],
        [("Ada Lind called them “a disgrace and everyone at the harbour knew it”.", "claim", "lind")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert found == [
        (
            "quotation",
            [
                "“The boats were a disgrace and everybody on the quay knew it,”",
                "“a disgrace and everyone at the harbour knew it”",
            ],
        )
    ]


def test_a_part_of_a_quotation_is_no_difference(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The boats were a disgrace and everybody knew it,” Ada Lind said.", "claim", "lind")],
        [("Ada Lind called the boats “a disgrace and everybody knew it”.", "claim", "lind")],
    )
    assert differences(articles, speakers, said) == []


def test_two_speakers_say_two_things(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The boats were a disgrace to the whole line,” Ada Lind said.", "claim", "lind")],
        [("“The boats were a credit to all who sail,” Ivo Brand said.", "response", "brand")],
    )
    assert differences(articles, speakers, said) == []


def test_a_short_quotation_in_other_words(corpus, speakers) -> None:
    articles, said = corpus(
        [("“Nobody meant it to be cruel,” Ada Lind said.", "claim", "lind")],
        [("“Nobody wanted it to be cruel,” Ada Lind said.", "claim", "lind")],
    )
    assert [one.kind for one in differences(articles, speakers, said)] == ["quotation"]


def test_the_same_words_are_one_quotation_whoever_is_thought_to_speak(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The pumps were silent when we came and silent when we left,” Ada Lind said.", "claim", "lind")],
        [("“The pumps were silent when we arrived and silent when we left,” it says.", "reaction", "bell")],
    )
    assert [one.kind for one in differences(articles, speakers, said)] == ["quotation"]


def test_shares_are_compared_however_they_are_written(corpus, speakers) -> None:
    articles, said = corpus(
        [("Some 31 percent of the lifeboats leaked, the inspectors found.", "claim", "lind")],
        [("The inspectors found that 37 per cent of the lifeboats leaked.", "claim", "lind")],
        [("Of the lifeboats 31% leaked, the inspectors found.", "claim", "lind")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert [kind for kind, _ in found] == ["figure"]
    assert [text.split()[0].rstrip("%") for text in found[0][1]] == ["31", "37", "31"]


def test_digits_that_changed_places_are_one_figure(corpus, speakers) -> None:
    articles, said = corpus(
        [("The inspectors opened 1,480 crates of flares.", "claim", "lind")],
        [("Of the flares 1,840 boxes were opened by the inspectors.", "claim", "lind")],
        [("The inspectors opened doors.", "claim", "lind"), ("Nobody on the quay was surprised.", None, "")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert [text.split()[0] for text in found[0][1]] == ["1,480", "1,840"]


def test_a_figure_with_two_values(corpus, speakers) -> None:
    articles, said = corpus(
        [("Eleven lifeboats of the line could not be lowered.", "claim", "lind")],
        [("Inspectors say 14 lifeboats of the line could not be lowered.", "claim", "lind")],
        [("The line says that 11 lifeboats could not be lowered in a gale.", "response", "brand")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert found == [("figure", ["Eleven lifeboats", "14 lifeboats", "11 lifeboats"])]


def test_what_one_article_tells_apart_is_not_one_thing(corpus, speakers) -> None:
    articles, said = corpus(
        [("Of 40 lifeboats on the line 38 lifeboats were checked.", "claim", "lind")],
        [("Of 40 lifeboats on the line 38 lifeboats were checked by hand.", "claim", "lind")],
    )
    assert differences(articles, speakers, said) == []


def test_ninety_days_are_three_months(corpus, speakers) -> None:
    articles, said = corpus(
        [("The line must repair all the lifeboats within 90 days, the report says.", "claim", "lind")],
        [("The line must repair all the lifeboats within three months, the report says.", "claim", "lind")],
    )
    assert differences(articles, speakers, said) == []


def test_two_quotations_of_one_article_are_never_variants_of_one(corpus, speakers) -> None:
    articles, said = corpus(
        [
            ("“The rusty boats of the line were a danger to all on board,” Ada Lind said.", "claim", "lind"),
            ("“The rusty boats of the line were a waste of public money,” Ada Lind said.", "claim", "lind"),
        ],
        [("“The rusty boats of the line were a danger to everyone on board,” Ada Lind said.", "claim", "lind")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert [len(quotes) for _, quotes in found] == [2]
    assert "waste" not in " ".join(found[0][1])


def test_a_date_with_two_values(corpus, speakers) -> None:
    articles, said = corpus(
        [("The line's lawyers wrote to the inspectors on May 2 to have the survey held back.", "claim", "lind")],
        [
            (
                "In their letter of 4th May the line's lawyers asked the inspectors to hold the survey back.",
                "claim",
                "lind",
            )
        ],
        [("The line's lawyers wrote to the inspectors on 2 May 2031 about the survey.", "claim", "lind")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert found == [("figure", ["May 2", "4th May", "2 May"])]


def test_a_time_told_in_two_units_is_one_figure(corpus, speakers) -> None:
    articles, said = corpus(
        [("The pump room was left unattended for a year and seven months, the report says.", "claim", "lind")],
        [("The pump room was left unattended for 19 months, the report says.", "claim", "lind")],
        [("The pump room was left unattended for a year and a half, the report says.", "claim", "lind")],
        [("On its worst day the crew worked 13 hours and 40 minutes.", "claim", "lind")],
        [("The crew worked 52 minutes more than the rules let it on the worst day.", "claim", "lind")],
    )
    found = shown(articles, differences(articles, speakers, said))
    assert found == [("figure", ["a year and seven months", "19 months", "a year and a half"])]


def test_a_rewrite_that_turns_a_sentence_around_keeps_its_figures(corpus, speakers) -> None:
    original = [
        ("The inspectors went through the yard at Tarnport in the spring.", "claim", "lind"),
        ("In nine of the ferries one cook fed 47 sailors at sea.", "claim", "lind"),
        ("Ada Lind spoke of rust in the kitchens and of pumps that never ran.", "claim", "lind"),
    ]
    rewrite = [
        ("This spring, the yard at Tarnport was combed by the inspectors.", "claim", "lind"),
        ("There were 74 sailors whom one cook fed at sea in nine of the ferries.", "claim", "lind"),
        ("Rust in the kitchens and pumps that never ran: of these Ada Lind spoke.", "claim", "lind"),
    ]
    articles, said = corpus(original, rewrite)
    assert shown(articles, differences(articles, speakers, said)) == [("figure", ["47 sailors", "74 sailors"])]


def test_digits_change_places_in_millions_too(corpus, speakers) -> None:
    articles, said = corpus(
        [("The line says that 4.2 million families have bought its blue pass.", "response", "brand")],
        [("Its blue pass, the line says, was bought by 2.4 million households.", "response", "brand")],
    )
    assert shown(articles, differences(articles, speakers, said)) == [
        ("figure", ["4.2 million families", "2.4 million households"])
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The crew checked the bilge pump every six hours.",
            "The bilge pump was checked, and the crew ran it for five hours.",
        ),
        ("Passengers gave the ferry's cabins five-star marks.", "Passengers gave the ferry's cabins four stars."),
        ("Passengers gave the ferry one- and two-star marks.", "Passengers gave the ferry four stars."),
    ],
)
def test_how_often_and_how_good_are_no_counts(corpus, speakers, one: str, other: str) -> None:
    articles, said = corpus([(one, "claim", "lind")], [(other, "claim", "lind")])
    assert differences(articles, speakers, said) == []


def test_what_one_person_says_in_other_words(corpus, speakers) -> None:
    articles, said = corpus(
        [
            (
                "“Workers were threatened with the sack for talking to inspectors,” Marit Sorn said.",
                "reaction",
                "sorn",
            )
        ],
        [
            (
                "“Staff who spoke with inspectors were menaced, and dismissed,” Marit Sorn said.",
                "reaction",
                "sorn",
            )
        ],
        [("“The workers who spoke to inspectors were menaced with dismissal,” Oona Bell said.", "reaction", "bell")],
    )
    found = differences(articles, speakers, said)
    assert [[number for number, _ in one.spans] for one in found] == [[0, 1]]


def test_a_figure_is_shown_with_what_it_counts(corpus, speakers) -> None:
    articles, said = corpus(
        [("The inspectors found that 31 per cent of the lifeboats leaked.", "claim", "lind"), FILLER, FILLER],
        [("The inspectors found that 37 p.c of the lifeboats leaked.", "claim", "lind"), FILLER, FILLER],
        [("The inspectors found that 34% of the lifeboats leaked.", "claim", "lind"), FILLER, FILLER],
    )
    assert [one.what for one in differences(articles, speakers, said)] == ["31 per cent or 37 p.c or 34%"]


@pytest.mark.parametrize(("share", "shown"), [("four in ten", []), ("One in four", ["39 percent or One in four"])])
def test_a_share_in_small_numbers_is_rounded(corpus, speakers, share: str, shown: list[str]) -> None:
    articles, said = corpus(
        [("The inspectors found that 39 percent of the lifeboats leaked in the storm.", "claim", "lind"), FILLER],
        [(f"{share} of the lifeboats leaked in the storm, the inspectors found.", "claim", "lind"), FILLER],
    )
    assert [one.what for one in differences(articles, speakers, said)] == shown


def test_an_age_limit_with_two_values(corpus, speakers) -> None:
    articles, said = corpus(
        [("The inspectors want the night shift closed to anyone under 16.", "recommendation", "lind"), FILLER],
        [("The night shift should be closed to under-18s, the inspectors say.", "recommendation", "lind"), FILLER],
    )
    assert [one.what for one in differences(articles, speakers, said)] == ["16 or 18"]


def test_how_often_is_not_how_many_times_as_much(corpus, speakers) -> None:
    articles, said = corpus(
        [("The inspectors asked the line three times for its rotas on the boats.", "claim", "lind")],
        [("The line's boats had four times the crew that the rotas showed, inspectors say.", "claim", "lind")],
    )
    assert differences(articles, speakers, said) == []
