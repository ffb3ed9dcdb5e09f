"""Without its seed no passage can be compared: it is then not checked, which is another thing than passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from diptych.check.context import Context
from diptych.dossier import Dossier
from diptych.problems import Problem, Severity, did_you_mean

CODE = "seed-missing"


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields each seed that is not there, once: a note where none is there at all, as in a copy without the seeds."""
    free = set(context.seeds) - {source.file for source in dossier.sources}
    told: set[str] = set()
    for source in dossier.sources:
        if source.file in context.seeds or source.file in told:
            continue
        told.add(source.file)
        count = sum(1 for one in context.quotations() if _file(one.quoted.source, context) == source.file)
        what = f"{count} passage{'' if count == 1 else 's'} not checked"
        hint = _hint(source.file, free) if context.seeds else ""
        severity: Severity = "warning" if context.seeds else "note"
        yield context.problem(CODE, source.id, ("file",), f"{source.file} is not there: {what}", hint, severity)


def _file(source: str, context: Context) -> str:
    return context.sources[source].file if source in context.sources else ""


def _hint(file: str, free: Iterable[str]) -> str:
    if any(normalize("NFC", one) == normalize("NFC", file) for one in free):  # as some systems and archives write them
        return "a file of this name is there, with its accents coded in another way: give it the name again"
    return did_you_mean(file, free) or "put the file back"
