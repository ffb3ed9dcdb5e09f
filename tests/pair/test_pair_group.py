"""Same statements come together and different ones stay apart, in whatever order the sources come."""

from __future__ import annotations

from dataclasses import replace

from dossiers import grouped, prepare

from diptych.drafts import Group
from diptych.pair.evidence import evidence, likeness
from diptych.spans import Span

WIRE = [
    ("Eleven of the lifeboats could not be lowered, the inspectors found.", "claim", "lind"),
    ("The masters had never held a safety drill.", "claim", "lind"),
    ("Masters should hold a drill every week.", "recommendation", "lind"),
    ("Ferry passengers were never in danger, the line said.", "response", "brand"),
    ("The harbour has nine quays.", None, ""),
]
PAPER = [
    ("No safety drill had ever been held by the masters.", "claim", "lind"),
    ("Inspectors found that eleven lifeboats could not be lowered into the water.", "claim", "lind"),
    ("According to the line no passengers of the ferry were ever in danger.", "response", "brand"),
    ("The kitchens were clean.", "claim", "lind"),
]


def places(groups: list[Group]) -> set[frozenset[tuple[int, int]]]:
    return {frozenset((one.article, one.span.start) for one in held.statements) for held in groups}


def test_across_sources(corpus, speakers) -> None:
    articles, said = corpus(WIRE, PAPER)
    found = grouped(articles, prepare(articles, speakers, said))
    texts = [sorted(one.span.of(articles[one.article].seed.text)[:12] for one in held.statements) for held in found]
    assert ["Eleven of th", "Inspectors f"] in texts
    assert ["No safety dr", "The masters "] in texts
    assert ["According to", "Ferry passen"] in texts
    assert ["The kitchens"] in texts
    assert ["Masters shou"] in texts


def test_a_group_has_one_kind(corpus, speakers) -> None:
    articles, said = corpus(WIRE, PAPER)
    found = grouped(articles, prepare(articles, speakers, said))
    assert len(found) > 1
    for held in found:
        assert {one.kind for one in held.statements} == {held.kind}


def test_what_one_sentence_asks_one_after_the_other_stays_apart(corpus, speakers) -> None:
    asked = "The line should mend the lifeboats, mend the pumps and mend the lifts of the boats, the report said."
    articles, said = corpus([(asked, "recommendation", "lind")], [("Mend the pumps.", "recommendation", "lind")])
    whole, other = said
    text = articles[0].seed.text
    parts = ("mend the lifeboats", "mend the pumps", "mend the lifts of the boats")
    asks = [replace(whole, span=Span(at := text.index(part), at + len(part))) for part in parts]
    found = places(grouped(articles, prepare(articles, speakers, [*asks, other])))
    first, second, third = ((0, one.span.start) for one in asks)
    assert found == {frozenset([first]), frozenset([second, (1, other.span.start)]), frozenset([third])}


def test_the_order_of_sources_does_not_matter(corpus, speakers) -> None:
    articles, said = corpus(WIRE, PAPER)
    backwards = [replace(one, article=1 - one.article) for one in said]
    turned = {
        frozenset((1 - article, start) for article, start in held)
        for held in places(grouped(articles[::-1], prepare(articles[::-1], speakers, backwards[::-1])))
    }
    assert turned == places(grouped(articles, prepare(articles, speakers, said)))


def test_nothing_is_lost(corpus, speakers) -> None:
    articles, said = corpus(WIRE, PAPER)
    held = [one for some in grouped(articles, prepare(articles, speakers, said)) for one in some.statements]
    assert {(one.article, one.span) for one in held} >= {(one.article, one.span) for one in said}


def test_a_rewrite_says_what_its_original_says(corpus, speakers) -> None:
    original = [
        ("The inspectors looked at every boat of the line in the spring of that year.", None, ""),
        ("“The boats were painted over the rust and then sold as new,” said Ada Lind.", "claim", "lind"),
        ("The line sails to nine ports and carries a million people a year.", None, ""),
    ]
    rewrite = [
        ("The inspectors checked out every boat of the line in the spring of that yr.", None, ""),
        ("“The ships had been painted over the rust after which sold as new,” mentioned Ada Lind.", "claim", "lind"),
        ("The line sails to 9 ports and carries one million individuals a yr.", None, ""),
    ]
    articles, said = corpus(original, rewrite, a1=("rewrite", 0))
    assert places(grouped(articles, prepare(articles, speakers, said))) == {
        frozenset({(0, said[0].span.start), (1, said[1].span.start)})
    }


def test_third_parties_speak_for_themselves(corpus, speakers) -> None:
    one = [("The report is welcome but late.", "reaction", "bell")]
    other = [("The report is welcome but far too late.", "reaction", "bell"), ("It is late.", "reaction", "sorn")]
    articles, said = corpus(one, other)
    found = grouped(articles, prepare(articles, speakers, said))
    assert {(0, 0), (1, 0)} <= {(s.article, s.span.start) for s in found[0].statements}


def test_what_goes_on_from_the_sentence_before_stays_with_it(corpus, speakers) -> None:
    lines = [("“The pumps were sold for scrap in the spring. It hurts.”", "claim", "lind")]
    text = lines[0][0]
    articles, said = corpus(lines, PAPER)
    cut = text.index(" It")
    first = replace(said[0], span=Span(0, cut))
    second = replace(said[0], span=Span(cut + 1, len(text)))
    found = grouped(articles, prepare(articles, speakers, [first, second, *said[1:]]))
    assert frozenset({(0, 0), (0, cut + 1)}) in places(found)


def test_a_rare_figure_speaks_for_one_statement_more_than_common_words(corpus, speakers) -> None:
    articles, said = corpus(
        [("The inspectors counted 317 leaks in the hulls.", "claim", "lind")],
        [("In the hulls the inspectors found rust.", "claim", "lind")],
        [("317 holes were found.", "claim", "lind")],
        [("Nothing was found on deck.", "claim", "lind"), ("The crane was found idle.", "claim", "lind")],
    )
    items = {
        one.statement.span.of(articles[one.article].seed.text)[:7]: one for one in prepare(articles, speakers, said)
    }
    assert likeness(items["The ins"], items["317 hol"], 1.0) > likeness(items["317 hol"], items["In the "], 1.0)


def test_what_one_person_says_in_two_articles_is_sooner_one_than_what_two_say(corpus, speakers) -> None:
    said_of_drills = ("The masters had never held a safety drill.", "reaction")
    articles, said = corpus(
        [(*said_of_drills, "bell")], [("No master held drills.", "reaction", "bell")], [(*said_of_drills, "sorn")]
    )
    one, other, third = prepare(articles, speakers, said)
    assert evidence(one, other, 1.0)["speaker"]
    assert not evidence(other, third, 1.0)["speaker"]
    assert likeness(one, other, 1.0) > likeness(other, third, 1.0)


def test_what_sums_up_several_findings_is_beside_those_it_is_not_in(corpus, speakers) -> None:
    lead = [
        (
            "Eleven lifeboats could not be lowered into the water and masters had not held a single safety drill in "
            "four years, the inspectors found.",
            "claim",
            "lind",
        ),
        ("The harbour has nine quays and a fish hall that was rebuilt after the flood.", None, ""),
    ]
    wire = [
        ("Eleven lifeboats of the ferry line could not be lowered into the water.", "claim", "lind"),
        ("The line carries a million passengers a year.", None, ""),
        ("In four years masters had not held a single safety drill.", "claim", "lind"),
        ("Its tickets cost nine crowns.", None, ""),
    ]
    paper = [
        ("Inspectors saw eleven lifeboats that could not be lowered into the water at all.", "claim", "lind"),
        ("Brown rust was on the hull of a ship.", "claim", "lind"),
        ("Not a single safety drill had been held by masters in four years.", "claim", "lind"),
        ("Cooks had no papers.", "claim", "lind"),
    ]
    radio = [
        ("The inspectors say that eleven lifeboats could not be lowered.", "claim", "lind"),
        ("Fog kept the fleet in.", None, ""),
        ("They say too that masters had not held one safety drill in four years.", "claim", "lind"),
    ]
    articles, said = corpus(lead, wire, paper, radio)
    found = grouped(articles, prepare(articles, speakers, said))
    holding = [held for held in found if said[0] in held.every]
    assert len(holding) == 2
    assert sum(said[0] in held.statements for held in holding) == 1
    assert [one for held in found for one in held.beside] == [said[0]]


def test_another_word_for_the_same_thing_speaks_for_one_statement(corpus, speakers) -> None:
    articles, said = corpus(
        [("The masters were dismissed.", "claim", "lind")],
        [("Two captains were sacked.", "claim", "lind")],
        [("Two captains were praised.", "claim", "lind")],
    )
    dismissed, sacked, praised = prepare(articles, speakers, said)
    assert evidence(dismissed, sacked, 1.0)["synonyms"] > 0 == evidence(dismissed, praised, 1.0)["synonyms"]
    assert likeness(dismissed, sacked, 1.0) > likeness(dismissed, praised, 1.0)


def test_what_stands_at_the_same_place_of_two_articles_is_sooner_one(corpus, speakers) -> None:
    told = ("The masters had never held a safety drill.", "claim", "lind")
    other: list[tuple[str, None, str]] = [("The harbour has nine quays and a fish hall.", None, "")] * 4
    articles, said = corpus([told, *other], [told, *other], [*other, told])
    first, second, last = prepare(articles, speakers, said)
    assert likeness(first, second, 1.0) > likeness(first, last, 1.0) > 0
