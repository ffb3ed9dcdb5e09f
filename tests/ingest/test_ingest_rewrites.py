from __future__ import annotations

from diptych.ingest.quotations import agree, matches, quoted
from diptych.ingest.rewrites import marks, rewrites, spun
from diptych.ingest.words import folded, spelled
from diptych.spans import Span

BRIDGE = "“The bridge was unsafe from the very day it opened,” the inspector said."
FERRY = "“Nobody asked the ferryman whether he could carry the town,” wrote the mayor."
MONEY = "“We found two sets of books and no explanation for either,” the auditor said."
ALTERED = (
    "“The bridge was dangerous from the very day it launched,” the inspector said.\n"
    "“No one asked the ferryman if he could carry the city,” wrote the mayor.\n"
    "“We discovered two sets of books and no reason for either,” the auditor said."
)


def found(*texts: str) -> dict[int, str]:
    return rewrites([spun(text) for text in texts], [quoted(text, Span(0, len(text))) for text in texts])


def words(said: str) -> tuple[str, ...]:
    return spelled(folded(said))


def test_quotations_of_both_kinds_and_open_ones() -> None:
    text = (
        '"One two three four five," he said, "six." ‘Alpha beta gamma delta epsilon.’\n'
        "“Never closed but yet a quotation\nNew line"
    )
    assert [" ".join(one) for one in quoted(text, Span(0, len(text)))] == [
        "one two three four five",
        "alpha beta gamma delta epsilon",
        "never closed but yet a quotation",
    ]


def test_spelling_and_what_is_left_out_are_no_alteration() -> None:
    assert (
        agree(words("the U.N. recognised the centre's labour"), words("the UN recognized the center's labor")) is True
    )
    assert agree(words("the very day it opened"), words("The bridge was unsafe from the very day it opened")) is True


def test_another_word_is_an_alteration_and_another_sentence_no_match() -> None:
    assert (
        agree(words("the bridge was unsafe from the very day"), words("the bridge was dangerous from the first day"))
        is False
    )
    assert (
        agree(words("the bridge was unsafe from the very day"), words("nobody told us what the toll would cost"))
        is None
    )


def test_quotations_of_one_article_are_not_compared() -> None:
    one = words("the bridge was unsafe from the very day")
    assert matches([(0, one), (0, one)]) == []
    assert [match.agrees for match in matches([(0, one), (1, one)])] == [True, True]


def test_the_article_that_departs_from_two_that_agree_is_the_rewrite() -> None:
    two = "\n".join((BRIDGE, FERRY, MONEY))
    shown = found(two, ALTERED, two)
    assert list(shown) == [1]
    assert shown[1].startswith("3 of the 3 quotations")


def test_two_articles_that_differ_prove_nothing() -> None:
    assert found("\n".join((BRIDGE, FERRY, MONEY)), ALTERED) == {}


def test_one_altered_quotation_proves_nothing() -> None:
    two = "\n".join((BRIDGE, FERRY, MONEY))
    assert found(two, ALTERED.splitlines()[0], two) == {}


def test_an_article_that_keeps_most_quotations_is_original() -> None:
    two = "\n".join((BRIDGE, FERRY, MONEY))
    more = "“The toll was never paid by anyone in office,” he said.\n“It will not be paid next year,” he said.\n"
    kept = more + "“Every plank of it was bought twice,” he said.\n“I have the receipts in a drawer,” he said."
    assert found(two + "\n" + kept, ALTERED + "\n" + kept, two + "\n" + kept) == {}


def test_a_spinner_is_known_by_its_words() -> None:
    spun = (
        "The overseas ministry knowledgeable reporters that a minimum of 30 individuals had been held with out cost. "
        "“This can be a fable,” mentioned the minister, whereas regulation enforcement appeared on. "
        "The fee was arrange final yr, in line with the report, and 1000's of pages had been learn."
    )
    shown = found(spun)
    assert list(shown) == [0]
    assert "spinner" in shown[0]


def test_plain_english_has_few_marks() -> None:
    plain = (
        "The foreign ministry told reporters that at least 30 people had been held without charge. “It is by no means "
        "over,” said the minister, whereas the police looked on. Everybody had read one other page."
    )
    assert marks(plain)[0] <= 4
    assert found(plain) == {}
