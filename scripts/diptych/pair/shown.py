"""A passage as a sentence of ours shows it: without marks around it, without what stands beside the saying, cut."""

from __future__ import annotations

import re

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
_SAYS = frozenset(("said", "says", "added", "adds"))
#: No aside begins so, and none that can be left out is turned around.
_NO_ASIDE = re.compile(r"(?:if|though|although|which|who|when|while|and|but)\b|.*(?:\b(?:not|never|nor)\b|n['’]t\b)")
#: What goes on with who says it and not with what is said; and what does with the latter, behind a comma of its own.
_OF_WHO = re.compile(
    r"(?:who|whose|whom|which|under|a|an|without (?:elaborating|giving|going|naming|saying)|adding|noting|citing"
    r"|quoting|pointing|referring|speaking|in (?:an?|its|his|her|their))\b|[A-Z]"
)
_GOES_ON = re.compile(r"(?:and|but|or|nor|so|yet|because|since|while|although|though|which|who|where)\b")
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
        of_who = not ends and match["more"] == "," and _OF_WHO.match(rest)
        if of_who and match.start() - last < _LEAST:
            continue
        kept.append(text[last : match.start()] + match["lead"].strip(","))
        last = match.end()
        if ends or of_who:
            return "".join(kept) + (gap if of_who else "")
        if match["more"] == ",":
            last += 1
            kept.append(gap or ("," if _GOES_ON.match(rest) else ""))
    return "".join((*kept, text[last:]))


def _says_who(said: str, cue: str | None, name: str) -> bool:
    """Whether some words between commas are the reporting words and who says it, and no more than when and where."""
    words = said.lower().split()
    if len(words) > _ASIDE_WORDS or _NO_ASIDE.match(said):
        return False
    if cue and re.search(rf"\b{re.escape(cue.lower())}\b", said.lower()):
        return True
    others = [word for word in words if word not in _SAYS]
    return len(others) == len(words) - 1 and set(others) <= {"the", *name.lower().split()}


def _closed(plain: str) -> str:
    """A passage without the mark of a quotation of which it holds one end only, nor a stop before its last one."""
    plain = re.sub(r"[,;.](?=[’']$)", "", plain)
    if plain.startswith("‘") and not re.search(r"’(?!\w)", plain):
        plain = plain[1:]
    if plain.endswith("’") and not re.search(r"(?:^|(?<=[\s(\[]))[‘']", plain):
        plain = plain[:-1].rstrip(" ,;.")
    return plain
