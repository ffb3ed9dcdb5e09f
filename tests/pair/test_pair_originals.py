"""Which article another one follows, and which of its statements and quotations are whose."""

from __future__ import annotations

from dossiers import grouped, prepare

from diptych.pair.align import rewrites
from diptych.pair.discrepancies import of_quotations
from diptych.pair.originals import originals
from diptych.pair.sequence import in_order

ORIGINAL = [
    (
        "The Harbour Inspectorate said on Monday that 47 ferries of the Stella line sail with rusted hulls.",
        "claim",
        "lind",
    ),
    ("“We painted over nothing,” said Ivo Brand, who runs the line.", "response", "brand"),
    ("The inspectors went through nine thousand pages of repair logs in the spring.", "claim", "lind"),
    ("“A hull has no opinion. We only report that it leaks,” said Ada Lind.", "claim", "lind"),
    ("Six captains had asked in vain for new pumps, the inspectorate found.", "claim", "lind"),
    ("Shares in the line fell by a tenth in Tarnport.", None, ""),
]
REWRITE = [
    ("Forty-seven Stella line ferries have rusted hulls, the Harbour Inspectorate revealed Monday.", "claim", "lind"),
    ("Ivo Brand, boss of the line, said: “There was nothing that we covered up.”", "response", "brand"),
    ("Its inspectors combed 9,000 pages of logs about repairs this spring.", "claim", "lind"),
    ("“Ships hold no views. All that we tell is: water gets in,” Ada Lind said.", "claim", "lind"),
    ("In vain had half a dozen captains asked for pumps, according to the inspectorate.", "claim", "lind"),
    ("The line saw its shares slide by a tenth.", None, ""),
]
OTHER = [
    ("For years the people of Tarnport knew that something was wrong with their ferries.", None, ""),
    ("Oona Bell, who sells tickets on the quay, has seen buckets on the car deck.", "reaction", "bell"),
    (
        "The hulls of 47 ferries are rusted, says the Harbour Inspectorate, which spoke of logs and of pumps.",
        "claim",
        "lind",
    ),
    ("Ivo Brand would not see this newspaper.", None, ""),
    ("He has run the line since his father died.", None, ""),
    ("“It leaks,” Ada Lind told us on the telephone.", "claim", "lind"),
]


def test_an_article_follows_the_one_whose_sentences_it_has_in_other_words(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE, OTHER)
    assert originals(articles) == {1: 0}


def test_the_original_is_the_one_most_like_the_others_wherever_it_stands(corpus) -> None:
    articles, _ = corpus(REWRITE, OTHER, ORIGINAL)
    assert originals(articles) == {0: 2}


def test_what_is_known_for_a_rewrite_is_no_original(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE, OTHER, a0=("rewrite", 1))
    assert originals(articles) == {0: 1}


def test_what_a_person_names_a_rewrite_is_one_whatever_its_sentences(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE[::-1], OTHER, a1=("rewrite", 0))
    assert originals(articles) == {1: 0}


def test_short_articles_with_some_sentences_alike_follow_nothing(corpus) -> None:
    shared = [*REWRITE[:3], *OTHER[:2]]
    articles, _ = corpus(ORIGINAL[:5], shared, OTHER)
    assert originals(articles) == {}


def test_half_of_the_sentences_are_not_enough(corpus) -> None:
    longer = [*ORIGINAL, *((f"{place} has a quay of its own.", None, "") for place in ("Corvale", "Penmoor", "Ashby"))]
    longer += [(f"The {thing} was built in another age.", None, "") for thing in ("mole", "crane", "shed")]
    others = [*REWRITE, *((f"Nobody swims at {place} in winter.", None, "") for place in ("Holm", "Brack", "Lowick"))]
    others += [(f"A {bird} sat on the roof.", None, "") for bird in ("gull", "tern", "heron")]
    articles, _ = corpus(longer, others, OTHER)
    assert originals(articles) == {}


def test_a_copy_is_left_out(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE, OTHER, a1=("copy", 0))
    assert originals(articles) == {}


def test_the_same_sentences_in_another_order_follow_nothing(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE[::-1], OTHER)
    assert originals(articles) == {}


def test_sentences_between_two_that_are_alike_are_one_where_they_are_as_many(corpus) -> None:
    articles, _ = corpus(ORIGINAL, REWRITE, OTHER)
    (original, pairs) = rewrites(articles)[1]
    starts = [one.start for one in articles[0].sentences], [one.start for one in articles[1].sentences]
    assert original == 0
    assert [(starts[0].index(one.start), starts[1].index(other.start)) for one, other in pairs] == [
        (n, n) for n in range(6)
    ]


def test_what_a_rewrite_states_is_one_with_what_its_original_states_there(corpus, speakers) -> None:
    articles, said = corpus(ORIGINAL, REWRITE, OTHER)
    found = [
        {(one.article, one.span.start) for one in some.statements}
        for some in grouped(articles, prepare(articles, speakers, said))
    ]
    brand = {(one.article, one.span.start) for one in said if one.speaker == "brand"}
    assert len(brand) == 2
    assert brand in found


def test_a_quotation_that_a_rewrite_has_in_other_words_throughout_is_a_discrepancy(corpus, speakers) -> None:
    articles, said = corpus(ORIGINAL, REWRITE, OTHER)
    told = [
        {one.of(articles[n].seed.text) for n, one in found.spans}
        for found in of_quotations(articles, speakers, said, rewrites(articles))
    ]
    assert {"“We painted over nothing,”", "“There was nothing that we covered up.”"} in told


def test_the_best_alignment_keeps_the_order() -> None:
    assert in_order([[0.9, 0.0, 0.0], [0.8, 0.0, 0.3], [0.0, 0.0, 0.0]]) == [(0, 0), (1, 2)]
    assert in_order([]) == []
