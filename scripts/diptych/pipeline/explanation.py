"""Why a sentence or a record is what it is, in words: what `diptych explain` prints."""

from __future__ import annotations

from pathlib import Path

from diptych.dossier import CuesFile, Dossier
from diptych.extract import explain, lexicon
from diptych.ingest import ingest
from diptych.lexicons import laying
from diptych.pipeline.review.doubts import GOES_BY
from diptych.problems import DossierError, Problem, did_you_mean
from diptych.records import Passage, Record, Sentence, Source
from diptych.spans import Span, lies_on
from diptych.store import Loaded, load, read_seed


def explain_place(root: Path, file: str, offset: int) -> str:
    """What was read in the sentence at `offset`, a code point of `file`, and what became of it in the dossier.

    The file may be any text; in a dossier its own cues are used, and its ledger says what the sentence is part of.
    Raises `DossierError` where the file is not UTF-8 or longer than a seed may be, `ValueError` where no sentence is at
    the offset.
    """
    loaded = load(root)
    with laying(loaded.lists):
        return _Reader(loaded.dossier, root).told(file, offset)


def explain_record(root: Path, given: str) -> str:
    """Which rules made each passage of a record; raises `ValueError` where no record has that ID."""
    loaded = load(root)
    dossier = loaded.dossier
    records = {record.id: record for record in dossier.records} if dossier else {}
    if dossier is None or given not in records:
        raise ValueError(" ".join(filter(None, [f"no record {given!r}", did_you_mean(given, records)])))
    with laying(loaded.lists):
        return _told(root, loaded, dossier, records[given])


def _told(root: Path, loaded: Loaded, dossier: Dossier, record: Record) -> str:
    reader = _Reader(dossier, root)
    files = {source.id: source.file for source in dossier.sources}
    told = [f"{record.id} ({record.kind}, {record.status}): {record.statement}"]
    for number, passage in record.numbered:
        file = files.get(passage.source, "a source that is not there")
        told += ["", f"passage {number}, {file}:{passage.start}: {_by(passage)}"]
        if file in loaded.survey.files:  # and so within the dossier, whatever the source says
            told.append(reader.told(file, passage.start))
        else:
            told.append("the seed is not here: what the rules make of it can't be shown")
    return "\n".join(told)


class _Reader:
    """Explains places of texts; every text is read once."""

    def __init__(self, dossier: Dossier | None, root: Path) -> None:
        self.dossier = dossier
        self.root = root
        self.words = lexicon((dossier.cues if dossier else CuesFile()).model_dump(mode="json"))
        self.read: dict[str, tuple[str, list[Span], list[tuple[Source, Sentence]]]] = {}

    def told(self, file: str, offset: int) -> str:
        if file not in self.read:
            self.read[file] = self._text(file)
        text, spans, stored = self.read[file]
        told = [str(explain(text, spans, self.words, offset))]
        for source, one in stored:
            if self.dossier and one.start <= offset < one.end:
                told.append(_outcome(self.dossier, source, one.span, one.use))
        return "\n".join(told)

    def _text(self, file: str) -> tuple[str, list[Span], list[tuple[Source, Sentence]]]:
        seed = read_seed(self.root / file, file)
        if isinstance(seed, Problem):
            raise DossierError([seed])
        sources = self.dossier.sources if self.dossier else ()
        pinned = [one for one in sources if one.file == file and one.sha256 == seed.sha256]
        stored = [(source, sentence) for source in pinned for sentence in source.sentences]
        found = [one.span for _, one in stored] or [one.span for article in ingest([seed]) for one in article.sentences]
        return seed.text, found, stored


def _outcome(dossier: Dossier, source: Source, sentence: Span, use: str) -> str:
    if source.kind == "copy":
        return f"in the dossier: part of {source.id}, a copy of {source.copy_of}; nothing is taken from it"
    found = [
        f"{record.id} ({record.status}, rule {passage.rule})"
        for record in dossier.records
        for passage in record.passages
        if passage.source == source.id and lies_on(passage.span, sentence)
    ]
    return f"in the dossier: {source.id}, " + ("passages of " + ", ".join(found) if found else use)


def _by(passage: Passage) -> str:
    who = f"said by {passage.actor}" if passage.actor else "nobody named as its speaker"
    made = "a person marked it" if passage.rule == "person" else f"rule {passage.rule} found it"
    if passage.rule in GOES_BY:
        made += f": {GOES_BY[passage.rule]}"
    return f"{passage.mode} speech, {who}; {made}"
