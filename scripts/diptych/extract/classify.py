"""From attributions to statements: who speaks for whom, what kind of statement it makes, and which passages report it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.drafts import Article, Attribution, Speaker, Statement
from diptych.extract.affiliation import Affiliations
from diptych.extract.asks import recommends
from diptych.extract.identify import Identifier, Identity
from diptych.extract.interviews import Interview
from diptych.extract.parties import Parties
from diptych.extract.parts import asks
from diptych.extract.speakers import Register
from diptych.records import Kind
from diptych.spans import Span
from diptych.topic import Topic

_KINDS: dict[str, Kind] = {"reporting": "claim", "responding": "response", "third": "reaction"}


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution with who it is."""

    attribution: Attribution
    who: Identity


def classify(
    articles: Sequence[Article], attributions: Sequence[Sequence[Attribution]], topic: Topic
) -> tuple[dict[str, Speaker], list[Statement]]:
    """The speakers of the articles, by id, and their statements in order.

    `attributions` holds those of each article. A copy's statements are those of its original and are not made again.
    """
    texts = [one.span.of(one.seed.text) for one in articles]
    parties = Parties(topic, texts)
    persons = {one.speaker for some in attributions for one in some if one.speaker}
    affiliations = Affiliations(texts, [name for name in persons if _personal(name)], parties)
    register = Register(topic, affiliations)
    statements: list[Statement] = []
    for number, article in enumerate(articles):
        if article.kind == "copy":
            continue
        identifier = Identifier(article, parties, affiliations)
        said = _said(article, attributions[number], identifier, affiliations)
        statements += _statements(number, article, said, register)
    return register.speakers(statements), statements


def _said(
    article: Article, attributions: Sequence[Attribution], identifier: Identifier, affiliations: Affiliations
) -> list[_Said]:
    """The attributions of an article with their speakers; an interviewer's turns are nobody's statements."""
    interview = Interview(article, attributions, affiliations.names)
    found: list[_Said] = []
    for one in attributions:
        if one.rule == "turn" and interview.turns:
            if interview.asks(one):
                continue
            name = interview.speaker(one) or one.speaker
            if name and len(name) > 1:
                found.append(_Said(one, identifier.named(name, one.content[0].start)))
            continue
        who = identifier.who(one)
        if who is not None:
            found.append(_Said(one, who))
    return found


def _personal(name: str) -> bool:
    """Whether a name may be a person's: several capitalised words."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()


def _statements(number: int, article: Article, said: Sequence[_Said], register: Register) -> list[Statement]:
    text = article.seed.text
    made: list[Statement] = []
    for sentence in article.sentences:
        if sentence.use == "noise":
            continue
        here = [one for one in said if _on(one.attribution, sentence.span) and one.who.party is not None]
        for one, span in _outermost(here, sentence.span):
            kind = _KINDS[one.who.party or "third"]
            addressee = None
            pieces = [span]
            if kind == "claim":
                ask = recommends(text, sentence.span, one.attribution)
                if ask is not None:
                    kind = "recommendation"
                    pieces = asks(text, span)
            cue = one.attribution.cue.of(text) if one.attribution.cue else None
            for piece in pieces:
                made.append(
                    Statement(
                        article=number,
                        span=piece,
                        mode=one.attribution.mode,
                        kind=kind,
                        speaker=register.id(one.who),
                        cue=cue or None,
                        rule=one.attribution.rule,
                        force=one.attribution.force,
                        addressee=addressee,
                        why=one.who.why,
                    )
                )
    return made


def _on(one: Attribution, sentence: Span) -> bool:
    return any(part.overlap(sentence) > 1 for part in one.content)


def _outermost(here: Sequence[_Said], sentence: Span) -> list[tuple[_Said, Span]]:
    """The speakers of a sentence, each with the passage: who speaks within what another says is left out."""
    held: list[tuple[_Said, Span]] = []
    for one in here:
        parts = [part for part in one.attribution.content if part.overlap(sentence) > 1]
        hull = Span(max(sentence.start, parts[0].start), min(sentence.end, parts[-1].end))
        held.append((one, hull))
    held.sort(key=lambda pair: (-(pair[1].end - pair[1].start), pair[1].start))
    kept: list[tuple[_Said, Span]] = []
    for one, hull in held:
        if any(hull.overlap(other) for _, other in kept):
            continue
        same = next((i for i, (other, _) in enumerate(kept) if other.who.party == one.who.party), None)
        if same is None:
            kept.append((one, hull))
        else:
            other, span = kept[same]
            kept[same] = (other, Span(min(span.start, hull.start), max(span.end, hull.end)))
    return sorted(kept, key=lambda pair: pair[1].start)
