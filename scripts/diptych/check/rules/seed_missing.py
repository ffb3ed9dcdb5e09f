"""Without its seed no passage can be compared: it is then not checked, which is another thing than passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from diptych.check.context import Context
from diptych.problems import Problem, Severity, did_you_mean
from diptych.records import Source

CODE = "seed-missing"


def check(context: Context) -> Iterator[Problem]:
    """Yields each seed that is not there, once: a note where none is there at all, as in a copy without the seeds."""
    free = set(context.seeds) - {source.file for source in context.dossier.sources}
    missing: dict[str, Source] = {}
    for source in context.dossier.sources:
        if source.file not in context.seeds:
            missing.setdefault(source.file, source)
    resting = _resting(context) if missing else {}
    for source in missing.values():
        count = resting.get(source.file, 0)
        what = f"{count} passage{'' if count == 1 else 's'} not checked"
        hint = _hint(source.file, free) if context.seeds else ""
        severity: Severity = "warning" if context.seeds else "note"
        yield context.problem(CODE, source.id, ("file",), f"{source.file} is not there: {what}", hint, severity)


def _resting(context: Context) -> Mapping[str, int]:
    """How many passages rest on each seed."""
    sources = (context.sources.get(one.source) for item in context.dossier.items for one in item.passages)
    return Counter(source.file for source in sources if source is not None)


def _hint(file: str, free: Iterable[str]) -> str:
    if any(normalize("NFC", one) == normalize("NFC", file) for one in free):  # as some systems and archives write them
        return "a file of this name is there, with its accents coded in another way: give it the name again"
    return did_you_mean(file, free) or "put the file back"
