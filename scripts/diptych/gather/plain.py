"""Texts, and Markdown with front matter: both are kept as they are."""

from __future__ import annotations

import codecs

from diptych import yamlio
from diptych.gather.found import Facts, Gathered, Refused
from diptych.gather.values import address, archived, day, line, names, told
from diptych.lexicons import lexicon

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Control characters that stand in texts: tabs, ends of lines, ends of pages.
_CONTROLS = frozenset("\t\n\r\f\x0b\x85")


def plain(data: bytes, encoding: str | None = None) -> Gathered:
    """A text; the file itself, where it is UTF-8."""
    text, verbatim = decoded(data, encoding)
    return Gathered(text, Facts(), verbatim=verbatim)


def markdown(data: bytes, encoding: str | None = None) -> Gathered:
    """A text in Markdown, with what its front matter says."""
    text, verbatim = decoded(data, encoding)
    facts = Facts()
    matter = _front(text)
    for key in lexicon("saved")["front"]:
        for name in told("front", key):
            if name in matter:
                facts.put(key, _value(key, matter[name]), f"front matter, {name}")
    return Gathered(text, facts, verbatim=verbatim)


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, bool]:
    """The text of some bytes, and whether they are UTF-8 as they stand.

    They are in the encoding given, in that of their byte order mark, or in UTF-8; nothing is guessed.
    """
    mark = next((name for sign, name in _MARKS if data.startswith(sign)), "utf-8")
    chosen = encoding or mark
    if mark == "utf-8" and b"\0" in data and not chosen.casefold().startswith(("utf-16", "utf_16", "utf-32", "utf_32")):
        raise Refused("it holds NUL characters: it is no text")
    try:
        text = data.decode(chosen)
    except (UnicodeDecodeError, UnicodeError) as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        hint = "" if encoding else "; save it as UTF-8, or say what it is with --encoding, such as --encoding cp1252"
        raise Refused(f"it is not {chosen.upper()}{at}{hint}") from None
    except LookupError:
        raise Refused(f"there is no encoding {chosen!r}") from None
    if "\0" in text:
        raise Refused("it holds NUL characters: it is no text")
    strange = sum(ord(sign) < 32 and sign not in _CONTROLS for sign in text[:100_000])
    if 100 * strange > len(text[:100_000]):
        raise Refused("it is full of control characters: it is no text")
    return (text, True) if codecs.lookup(chosen).name == "utf-8" else (text.removeprefix(yamlio.MARK), False)


def _front(text: str) -> dict[str, object]:
    """The front matter, if there is some and it is YAML."""
    lines = text.removeprefix(yamlio.MARK).splitlines()[:200]
    if not lines or lines[0].rstrip() != "---":
        return {}
    end = next((at for at, said in enumerate(lines[1:], 1) if said.rstrip() in ("---", "...")), 0)
    document = yamlio.read("\n".join(lines[1:end]) + "\n", "front matter") if end else None
    matter = document.data if document and not document.problems else None
    return {str(key).casefold(): value for key, value in matter.items()} if isinstance(matter, dict) else {}


def _value(key: str, given: object) -> str | list[str] | None:
    if key == "authors":
        several = [one for one in given if isinstance(one, str)] if isinstance(given, list) else None
        return names(several if several is not None else [str(given)])
    said = str(given) if isinstance(given, (str, int)) and not isinstance(given, bool) else ""
    if key == "published":
        return day(said)
    if key == "address":
        return address(said)
    if key == "archived":
        return archived(said) or address(said)
    return None if address(said) else line(said)
