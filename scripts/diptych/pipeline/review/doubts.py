"""What makes a proposal doubtful, read off its file and the sentences that its passages stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diptych.pair.words import content, words
from diptych.pipeline.numbering import told
from diptych.records import Actor, Passage, Record, Source
from diptych.values import REPORT

#: How much each kind of doubt weighs: they add up, and the heaviest proposals come first.
GROUPED, UNNAMED, UNLINKED, ELSEWHERE, PRESUMED = 30, 25, 20, 15, 12
WEAK, NOBODY, LINKED, UNPAIRED, ALONE = 10, 9, 8, 6, 2
#: A passage shares at least so much of its words with the others of its record, an answer with what it answers.
_SHARED, _ANSWERED = 0.2, 0.1
#: Rules that find a speaker or a statement without a reporting word right beside it, and what they go by.
GOES_BY = {
    "asked": "an answer in an interview is taken for one to what was asked",
    "bare": "the article does not say whose it is; it stands among what the report found",
    "continued": "it goes on after what somebody said, and nobody is named again",
    "description": "the outlet describes what was said",
    "echo": "the article does not say, or not surely, whose it is; another has somebody say the like",
    "event": "the outlet tells a dated happening",
    "goes-on": "it has no reporting word, and is read as going on with what is said beside it",
    "heading": "a headline says so",
    "list": "it stands in a list after what introduces it",
    "next-sentence": "the speaker is named in the sentence beside it",
    "own-words": "the outlet says it in its own words",
    "rewrite": "the article rewords another, and so is a witness to little",
    "stance": "it tells where somebody stands, without a reporting word",
    "subject": "it is told of its subject, without a reporting word",
    "topic": "it stands behind who speaks and on what, without a reporting word",
}
#: In these the speaker is named at the head of a turn, or in another article.
_NAMED_AFAR = frozenset(("turn", "rewrite", "person", "event", "echo", "bare"))


class Doubt(NamedTuple):
    """A reason to look at something, what it weighs, and the passages that it is about, numbered from 1."""

    weight: int
    said: str
    passages: tuple[int, ...] = ()


class Doubts:
    """Reads what is doubtful about records.

    `texts` are the seeds' texts by the ID of a source, `parties` the ids of the actors that are the two parties.
    """

    def __init__(
        self, sources: dict[str, Source], texts: dict[str, str], actors: Sequence[Actor], parties: Iterable[str]
    ) -> None:
        self._parties = frozenset(parties)
        self._sources = sources
        self._texts = texts
        self._actors = {actor.id: actor for actor in actors}
        self._names = {actor.id: _names(actor) for actor in actors}
        self._starts = {given: [one.start for one in source.sentences] for given, source in sources.items()}

    def of(self, record: Record, targets: Sequence[Record]) -> list[Doubt]:
        """The doubts about a record, the heaviest first; `targets` are the records that it answers."""
        found = [*self._speakers(record), *_grouped(record), *_rules(record), *_linked(record, targets)]
        if len(record.passages) == 1:
            found.append(Doubt(ALONE, "only one passage says so"))
        if not found:
            found.append(Doubt(0, "nothing shows that it is doubtful; nobody has looked at it yet"))
        return sorted(found, key=lambda doubt: (-doubt.weight, doubt.said))

    def _speakers(self, record: Record) -> Iterator[Doubt]:
        """Who is said to speak, and what of it the sentences show."""
        actor = self._actors.get(record.actor)
        name = actor.name if actor else record.actor
        if record.kind == "event":
            return
        if not any(one.actor for one in record.passages):
            yield Doubt(UNNAMED, f"no passage names who speaks; {name} is presumed")
        elif actor and actor.party != "third" and actor.status == "proposed" and self._presumed(actor):
            yield Doubt(PRESUMED, f"{name} is counted to the {actor.party} party, which nobody has confirmed yet")
        elif actor and actor.party == "third" and actor.name[:1].islower():
            yield Doubt(NOBODY, f"“{name}” names nobody in particular: does anybody speak here?")
        afar = [
            number
            for number, one in record.numbered
            if one.actor and one.rule not in _NAMED_AFAR and not self._named(one)
        ]
        if afar:
            yield Doubt(ELSEWHERE, f"the speaker is not named in the sentence itself: {told(afar)}", tuple(afar))

    def _presumed(self, actor: Actor) -> bool:
        """Whether an actor is none of the parties, and no affiliation says why it is counted to one."""
        return actor.affiliation is None and actor.id not in self._parties

    def _named(self, passage: Passage) -> bool:
        """Whether the sentence of a passage has a word of its speaker's names."""
        source, text = self._sources.get(passage.source), self._texts.get(passage.source)
        names = self._names.get(passage.actor or "")
        if source is None or text is None or not names:
            return True
        starts = self._starts[source.id]
        first = max(0, bisect_right(starts, passage.start) - 1)
        last = bisect_right(starts, passage.end - 1)
        said = " ".join(one.span.of(text) for one in source.sentences[first:last]) or passage.text
        return bool(names & set(words(said)))


def _names(actor: Actor) -> frozenset[str]:
    """The words by which an actor is known, small ones left out unless there are no others."""
    every = [word for name in (actor.name, *actor.aliases) for word in words(name)]
    return frozenset(word for word in every if len(word) > 3) or frozenset(every)


def _grouped(record: Record) -> Iterator[Doubt]:
    """Passages that share few words with the others of the record; what is reworded shares them with its original."""
    if len(record.passages) < 2:
        return
    stems = [set(content(one.text)) for one in record.passages]
    common = Counter(stem for held in stems for stem in held)
    odd = tuple(
        number
        for (number, one), held in zip(record.numbered, stems, strict=True)
        if one.rule != "rewrite" and sum(common[stem] > 1 for stem in held) < _SHARED * max(1, len(held))
    )
    if odd:
        yield Doubt(GROUPED, f"is it the same statement? few words in common with the other passages: {told(odd)}", odd)


def _rules(record: Record) -> Iterator[Doubt]:
    for rule in dict.fromkeys(one.rule for one in record.passages if one.rule in GOES_BY):
        numbers = tuple(number for number, one in record.numbered if one.rule == rule)
        yield Doubt(WEAK, f"{GOES_BY[rule]} ({told(numbers)}, rule {rule})", numbers)


def _linked(record: Record, targets: Sequence[Record]) -> Iterator[Doubt]:
    """Answers whose words have little to do with what they answer."""
    mine = {stem for one in record.passages for stem in content(one.text)}
    for target in targets:
        other = {stem for one in target.passages for stem in content(one.text)}
        if len(mine & other) < _ANSWERED * max(1, min(len(mine), len(other))):
            yield Doubt(UNLINKED, f"it shares few words with {target.id}, which it is said to answer")
        else:
            yield Doubt(LINKED, f"it is said to answer {target.id}: {target.statement}")
    if any(answer.to == REPORT for answer in record.answers):
        whole = "it is said to answer the report as a whole besides"
        if not targets:
            whole = "nothing shows which finding it answers, so it is said to answer the report as a whole"
        yield Doubt(LINKED, whole)
