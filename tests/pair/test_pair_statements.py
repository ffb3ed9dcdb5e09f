"""One sentence for a record, readable alone, saying whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diptych.drafts import Group
from diptych.pair import statement
from diptych.spans import Span


def test_it_attributes_and_quotes(corpus, speakers) -> None:
    articles, said = corpus([("“The boats leaked,”", "claim", "lind")])
    assert statement(Group("claim", tuple(said)), speakers, articles) == "Ada Lind says: “The boats leaked”"


def test_indirect_speech_stays_indirect(corpus, speakers) -> None:
    articles, said = corpus([('that the report was "a fable" and no more', "response", "brand")])
    assert statement(Group("response", tuple(said)), speakers, articles) == (
        "Ivo Brand says that the report was ‘a fable’ and no more."
    )


@pytest.mark.parametrize(
    ("sentence", "force", "cue", "told"),
    [
        ("He denied |that any boat had leaked.", "denies", "denied", "Ivo Brand denies that any boat had leaked."),
        (
            "He would not accept |that any boat had leaked.",
            "acknowledges",
            "accept",
            "Ivo Brand, in an outlet’s words: “He would not accept that any boat had leaked”",
        ),
        (
            "He didn’t deny |that a boat had leaked.",
            "denies",
            "deny",
            "Ivo Brand, in an outlet’s words: “He didn’t deny that a boat had leaked”",
        ),
        (
            "Not a word was changed; he insists |that no boat leaked.",
            "claims",
            "insists",
            "Ivo Brand says that no boat leaked.",
        ),
        (
            "He rejected |all of its findings.",
            "rejects",
            "rejected",
            "Ivo Brand, in an outlet’s words: “He rejected all of its findings”",
        ),
        (
            "He said |that a boat had leaked but denied the rest.",
            "says",
            "said",
            "Ivo Brand, in an outlet’s words: “He said that a boat had leaked but denied the rest”",
        ),
        (
            "He said |that she “got it wrong”, and has ruled out a refit.",
            "says",
            "said",
            "Ivo Brand, in an outlet’s words: “He said that she ‘got it wrong’, and has ruled out a refit”",
        ),
        (
            "He said |that “old rivals” paid, an apparent reference to Lind.",
            "says",
            "said",
            "Ivo Brand, in an outlet’s words: “He said that ‘old rivals’ paid, an apparent reference to Lind”",
        ),
        (
            "|that a boat had leaked, but denied the rest.",
            "says",
            "said",
            "Ivo Brand, in an outlet’s words: “that a boat had leaked, but denied the rest”",
        ),
        (
            "He said |that she “came, saw and said nothing”.",
            "says",
            "said",
            "Ivo Brand says that she ‘came, saw and said nothing’.",
        ),
    ],
)
def test_what_is_denied_is_never_told_as_said(corpus, speakers, sentence: str, force: str, cue: str, told: str) -> None:
    at = sentence.index("|")
    articles, said = corpus([(sentence.replace("|", ""), "response", "brand")])
    turned = tuple(replace(one, span=Span(at, one.span.end), force=force, cue=cue) for one in said)
    assert statement(Group("response", turned), speakers, articles) == told


@pytest.mark.parametrize(
    ("asked", "whom", "told"),
    [
        ("to repair the boats", "brand", "Ada Lind asks Ivo Brand to repair the boats."),
        ("repair the boats", "brand", "Ada Lind asks Ivo Brand to repair the boats."),
        ("Ivo Brand to repair the boats", "brand", "Ada Lind asks Ivo Brand to repair the boats."),
        ("that the line repair the boats", None, "Ada Lind asks that the line repair the boats."),
        ("to repair the boats", None, "Ada Lind asks, in an outlet’s words: “to repair the boats”"),
        ("The boats must be repaired.", "brand", "Ada Lind asks, in an outlet’s words: “The boats must be repaired”"),
        ("“Repair the boats,”", "brand", "Ada Lind asks: “Repair the boats”"),
    ],
)
def test_a_demand_asks(corpus, speakers, asked: str, whom: str | None, told: str) -> None:
    articles, said = corpus([(asked, "recommendation", "lind")])
    held = tuple(replace(one, addressee=whom) for one in said)
    assert statement(Group("recommendation", held), speakers, articles) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("that the report was “a fable,”", "Ivo Brand says that the report was ‘a fable’."),
        ("“The boats were dry, and nobody looked", "Ivo Brand says: “The boats were dry, and nobody looked”"),
        ("The boats were dry in winter,”", "Ivo Brand says: “The boats were dry in winter”"),
        ("‘Dry,’ he said, ‘and sound.’", "Ivo Brand says: “Dry … and sound”"),
        ("‘The crews’ boats were dry.’", "Ivo Brand says: “The crews’ boats were dry”"),
        ("that the boats (“old friends”) were dry", "Ivo Brand says that the boats (‘old friends’) were dry."),
        ("that nobody asked “is it dry?”", "Ivo Brand says that nobody asked ‘is it dry?’"),
        (f"that they “{'dry ' * 80}boats”", f"Ivo Brand says that they ‘{'dry ' * 61}dry …’"),
    ],
)
def test_marks_are_whole(corpus, speakers, said: str, told: str) -> None:
    articles, held = corpus([(said, "response", "brand")])
    mode = "indirect" if said.startswith("that ") else "direct"
    assert statement(Group("response", tuple(replace(one, mode=mode) for one in held)), speakers, articles) == told


@pytest.mark.parametrize(
    ("rule", "cue", "sentence", "told"),
    [
        # a clause behind the reporting word, with or without "that"
        ("said-clause", "said", "He said |no boat had leaked.", "says that no boat had leaked."),
        ("said-clause", "said", "He said |it knew of no leak.", "says that it knew of no leak."),
        # what has no verb of its own is no clause
        (
            "said-clause",
            "said",
            "He said |boats that had leaked.",
            "outlet: “boats that had leaked”",
        ),
        # a sentence with who says it beside it: that is told already
        (
            "said-aside",
            "said",
            "|The boats were dry, he said, and sound.|",
            "says that the boats were dry, and sound.",
        ),
        ("said-aside", "said", "|The boats, he said, were dry.|", "says that the boats were dry."),
        ("said-aside", "said", "|But the boats were dry|, he said.", "says that the boats were dry."),
        (
            "said-aside",
            "said",
            "|Paint hides rust, he said, in any boat.|",
            "outlet: “Paint hides rust … in any boat”",
        ),
        ("said-aside", "said", "|Paint hides rust, he said.|", "outlet: “Paint hides rust”"),
        # what goes on with who says it is not what is said
        (
            "said-aside",
            "said",
            "|Every boat of the line had been painted, said Ivo, who owns three, and left.|",
            "says that every boat of the line had been painted.",
        ),
        # a name keeps its letter; a sentence about the speaker is the outlet's
        (
            "said-aside",
            "said",
            "|Marrow boats were dry, as are Marrow boats|, he said.",
            "says that Marrow boats were dry, as are Marrow boats.",
        ),
        ("said-aside", "said", "|Mr Brand is calm|, he said.", "outlet: “Mr Brand is calm”"),
        # not said at all
        (
            "said-aside",
            "say",
            "|The boats were dry|, he would not say.",
            "outlet: “The boats were dry”",
        ),
        # a name for something
        ("said-object", "called", "He called |it “a fable”.", "calls it ‘a fable’."),
        (
            "said-object",
            "called",
            "He called |the crew in on Friday.",
            "outlet: “He called the crew in on Friday”",
        ),
        (
            "said-object",
            "called",
            "He never called |it “a fable”.",
            "outlet: “He never called it ‘a fable’”",
        ),
    ],
)
def test_what_is_told_of_somebody_is_told_as_said_where_it_is_a_clause(
    corpus, speakers, rule: str, cue: str, sentence: str, told: str
) -> None:
    start = sentence.index("|")
    end = sentence.rindex("|") - 1 if sentence.count("|") > 1 else len(sentence) - 1
    articles, said = corpus([(sentence.replace("|", ""), "response", "brand")])
    held = tuple(replace(one, span=Span(start, end), rule=rule, cue=cue, mode="indirect") for one in said)
    told = f", in an outlet’s words{told.removeprefix('outlet')}" if told.startswith("outlet") else f" {told}"
    assert statement(Group("response", held), speakers, articles) == f"Ivo Brand{told}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("owners", "Owners say that no boat had leaked."),
        ("two hands on the steps", "Two hands on the steps say that no boat had leaked."),
        ("group of owners", "Group of owners says that no boat had leaked."),
        ("union", "Union says that no boat had leaked."),
    ],
)
def test_several_say(corpus, speakers, name: str, told: str) -> None:
    articles, said = corpus([("that no boat had leaked", "response", "brand")])
    held = speakers | {"brand": replace(speakers["brand"], name=name, kind="group")}
    assert statement(Group("response", tuple(said)), held, articles) == told


def test_of_what_is_asked_the_passage_that_can_be_told_comes_first(corpus, speakers) -> None:
    articles, said = corpus(
        [("every boat of the line opened and looked at", "recommendation", "lind")],
        [("to look into every boat", "recommendation", "lind")],
        [("every boat of the line should be opened", "recommendation", "lind")],
    )
    held = tuple(replace(one, addressee="brand", mode="indirect") for one in said)
    assert statement(Group("recommendation", held), speakers, articles) == (
        "Ada Lind asks Ivo Brand to look into every boat."
    )


@pytest.mark.parametrize(
    ("passages", "told"),
    [
        # what most of them share
        (
            [
                "“Paint hides every fault in this harbour.”",
                "“Eleven boats leaked.”",
                "“Eleven boats of the line leaked.”",
            ],
            "“Eleven boats of the line leaked”",
        ),
        # what needs nothing before it, and is no fragment
        (
            ["“They leaked badly, all eleven boats.”", "“Leaked.”", "“Eleven boats leaked in winter.”"],
            "“Eleven boats leaked in winter”",
        ),
        # a country is no first person
        (
            ["“Old ships lost masts.”", "“Eleven boats went to the US in spring.”"],
            "“Eleven boats went to the US in spring”",
        ),
        # what is told of the matter, not of who tells it
        (["“I saw eleven boats leak.”", "“Eleven boats leaked in winter.”"], "“Eleven boats leaked in winter”"),
    ],
)
def test_the_passage_that_tells_it_best(corpus, speakers, passages: list[str], told: str) -> None:
    articles, said = corpus(*[[(one, "claim", "lind")] for one in passages])
    assert statement(Group("claim", tuple(said)), speakers, articles) == f"Ada Lind says: {told}"


def test_what_happened_has_a_date_and_no_speaker(corpus, speakers) -> None:
    articles, said = corpus([("Two boats sank in 2029.", "event", "lind")])
    event = tuple(replace(one, speaker=None, date="2029") for one in said)
    assert statement(Group("event", event), speakers, articles) == "“Two boats sank in 2029”"


def test_a_rewrite_does_not_lend_its_wording(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The boats leaked.”", "claim", "lind")],
        [("“The ships had been leaking for fairly some time, in response to everybody who knew.”", "claim", "lind")],
        a1=("rewrite", 0),
    )
    assert statement(Group("claim", tuple(said)), speakers, articles) == "Ada Lind says: “The boats leaked”"
