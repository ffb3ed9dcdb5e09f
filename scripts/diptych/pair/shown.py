"""A passage as a sentence of ours shows it: without marks around it, without what stands beside the saying, cut."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset

_LONGEST = 260
_MARKS = "“”‘’\"'"
#: One quotation ends and another begins; one begins that does not end.
_TWICE = re.compile(r"[’'](?!\w).*(?<!\w)[‘']\w")
_OPEN = re.compile(r"‘(?!.*’(?!\w))")
#: A quotation in marks of either kind; an apostrophe closes none.
_QUOTED = re.compile(r"[“\"](?P<two>[^“”\"]+)[”\"]|(?<!\w)[‘'](?P<one>.+?)[’'](?!\w)")
#: Words between commas that hold no quotation: who says it, and when, has no more than so many.
_BETWEEN = re.compile(r"(?P<lead>,[”’\"']?|[”’\"'],)\s+(?P<said>[^,;:“”‘\"]{2,90}?)\s*(?=(?P<more>[,;]|[.\s]*$))")
_ASIDE_WORDS = 12
_LEAST = 30


def shown(text: str, longest: int = _LONGEST) -> str:
    """The passage without marks around it, with single ones inside, cut at a word where it is long."""
    plain = re.sub(r"\s+", " ", text).strip().strip(" ,;.")
    several = set(plain[1:-1]) & set('“”"') or (plain[:1] in "‘'" and _TWICE.search(plain[1:-1]))
    if plain[:1] in _MARKS and plain[-1:] in _MARKS and not several:
        plain = plain[1:-1].strip(" ,;.")
    plain = _closed(re.sub(r"[“”\"]", "’", re.sub(r"(?:(?<=[\s(\[—–-])|^)[“\"]", "‘", plain)))
    if len(plain) > longest:
        plain = plain[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"{plain}’" if _OPEN.search(plain) else plain


def spoken(text: str) -> str:
    """What stands in quotation marks, where the outlet's words divide it, with an ellipsis for these; else the passage.

    “Dry,” he said, “and sound” becomes Dry … and sound.
    """
    plain = " ".join(text.split()).strip(" ,;.")
    if plain[:1] not in _MARKS or plain[-1:] not in _MARKS:
        return text
    quoted = [match["two"] or match["one"] for match in _QUOTED.finditer(plain)]
    between = _QUOTED.sub("", plain).strip()
    if len(quoted) < 2 or not between or set(between) & set(_MARKS):
        return text
    return " … ".join(one.strip(" ,;.") for one in quoted)


def unnamed(text: str, cue: str | None, name: str, gap: str) -> str:
    """The passage without who says it, where that stands between commas: a sentence of ours has told it already.

    The plan, he said, failed becomes The plan failed, with `gap` between the two; what goes on with who says it is left
    out as well. `cue` is the reporting word, `name` the speaker's.
    """
    last = 0
    kept: list[str] = []
    for match in _BETWEEN.finditer(text):
        if match.start() < last or not _says_who(match["said"], cue, name):
            continue
        rest = text[match.end() :].lstrip(" ,;.”’\"'")
        ends = match["more"] not in (",", ";")
        of_who = not ends and match["more"] == "," and _patterns()["of_who"].match(rest)
        if of_who and match.start() - last < _LEAST:
            continue
        kept.append(text[last : match.start()] + match["lead"].strip(","))
        last = match.end()
        if ends or of_who:
            return "".join(kept) + (gap if of_who else "")
        if match["more"] == ",":
            last += 1
            kept.append(gap or ("," if _patterns()["goes_on_with"].match(rest) else ""))
    return "".join((*kept, text[last:]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """How an aside that can be left out does not begin, nor is turned around; and what goes on behind one."""
    some = {key: either(wordset("statements", key)) for key in ("no_aside", "turned", "of_who", "goes_on_with")}
    return {
        "no_aside": re.compile(rf"{some['no_aside']}\b|.*(?:\b{some['turned']}\b|n['’]t\b)"),
        "of_who": re.compile(rf"{some['of_who']}\b|[A-Z]"),
        "goes_on_with": re.compile(rf"{some['goes_on_with']}\b"),
    }


def _says_who(said: str, cue: str | None, name: str) -> bool:
    """Whether some words between commas are the reporting words and who says it, and no more than when and where."""
    words = said.lower().split()
    if len(words) > _ASIDE_WORDS or _patterns()["no_aside"].match(said):
        return False
    if cue and re.search(rf"\b{re.escape(cue.lower())}\b", said.lower()):
        return True
    others = [word for word in words if word not in wordset("statements", "says")]
    return len(others) == len(words) - 1 and set(others) <= {"the", *name.lower().split()}


def _closed(plain: str) -> str:
    """A passage without the mark of a quotation of which it holds one end only, nor a stop before its last one."""
    plain = re.sub(r"[,;.](?=[’']$)", "", plain)
    if plain.startswith("‘") and not re.search(r"’(?!\w)", plain):
        plain = plain[1:]
    if plain.endswith("’") and not re.search(r"(?:^|(?<=[\s(\[]))[‘']", plain):
        plain = plain[:-1].rstrip(" ,;.")
    return plain
