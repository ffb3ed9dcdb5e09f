"""The interface's words in one language: messages of the catalogues with values in them, numbers, dates and lists."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from diptych.render.catalogues import Message, Parts, messages, pieces
from diptych.render.written import markup, written

#: What everything falls back to, and the form of it that most of the world writes: day before month, no comma
#: before the last "and".
FALLBACK = "en"
_WORLD_ENGLISH = Locale.parse("en_001")


def fallbacks(code: str) -> list[str]:
    """A language tag and what stands in for it, nearest first: `zh-Hans-CN`, `zh-Hans`, `zh`, `en`."""
    parts = code.split("-")
    found = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return [*found, *([] if FALLBACK in found else [FALLBACK])]


@cache
def locale_of(code: str) -> Locale:
    """What CLDR knows of a language, or of the nearest to it that it knows."""
    for tag in fallbacks(code):
        if tag == FALLBACK:
            break
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return _WORLD_ENGLISH


def direction(code: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    return str(locale_of(code).text_direction)


class Language:
    """The words and forms of one language.

    `code` is the tag of the language that is really spoken: English where there is no catalogue of `asked`, the
    dossier's own. `own` are the attributes that elements with the dossier's words then need, and mostly nothing.
    """

    def __init__(
        self, code: str = FALLBACK, messages: Mapping[str, Message] | None = None, asked: str | None = None
    ) -> None:
        self.code = code
        self.asked = asked or code
        self.locale = locale_of(code)
        self.direction = direction(code)
        self._plural = lru_cache(maxsize=10_000)(self.locale.plural_form)
        self._list = {name: pieces(pattern) for name, pattern in self.locale.list_patterns["standard"].items()}
        self._messages = messages or {}
        self._escaped: dict[str, dict[str, Parts]] = {}
        self._constants: dict[str, Markup | None] = {}
        self._attributes: dict[str, Markup] = {}
        self.own = self.marked(self.asked)

    def text(self, key: str, **values: object) -> str:
        """A message as plain text; of one with plural forms, that which `n` asks for.

        Whole numbers are written as the language writes them. `LookupError` where no catalogue has the key, or no
        value has a placeholder's name.
        """
        parts = self._form(key, self._message(key), values)
        return parts[0] if len(parts) == 1 else "".join(self._filled(key, parts, values))

    def constant(self, key: str) -> Markup | None:
        """A message as markup that is always the same: one without values and plural forms."""
        if key not in self._constants:
            forms = self._messages.get(key, {})
            fixed = len(forms) == 1 and len(forms["other"]) == 1
            self._constants[key] = escape(forms["other"][0]) if fixed else None
        return self._constants[key]

    def markup(self, key: str, **values: object) -> Markup:
        """A message as markup: its own text, and every value that is no markup yet, are escaped."""
        if (made := self.constant(key)) is not None:
            return made
        if key not in self._escaped:
            self._escaped[key] = {
                form: tuple(str(escape(part)) for part in parts) for form, parts in self._message(key).items()
            }
        parts = self._form(key, self._escaped[key], values)
        escaped = {name: value if type(value) is int else written(value) for name, value in values.items()}
        return markup("".join(self._filled(key, parts, escaped)))

    def marked(self, code: str | None) -> Markup:
        """The attributes of an element whose words are in a language, where that is another than the interface's.

        None stands for the dossier's own.
        """
        code = code or self.asked
        if code not in self._attributes:
            made = Markup()
            if code.casefold() != self.code.casefold():
                made = Markup(' lang="{}"').format(code)
                if direction(code) != self.direction:
                    made += Markup(' dir="{}"').format(direction(code))
            self._attributes[code] = made
        return self._attributes[code]

    def number(self, number: int) -> str:
        """A whole number with the language's own separators."""
        return str(number) if -1000 < number < 1000 else _decimal(number, self.locale)

    def percent(self, number: int) -> str:
        """`12` as 12%."""
        return str(format_percent(number / 100, locale=self.locale))

    def date(self, date: str) -> str:
        """`2022-09-01` as `1 September 2022`; a month or a year alone stays one."""
        return _date(date, self.locale)

    def listed(self, items: Sequence[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        pattern = self._list
        if len(items) == 2:
            return _between(pattern["2"], items[0], items[1])
        made = _between(pattern["start"], items[0], items[1])
        for item in items[2:-1]:
            made = _between(pattern["middle"], made, item)
        return _between(pattern["end"], made, items[-1])

    def joined(self, items: Sequence[object]) -> Markup:
        """As `listed`, of markup; what is none yet is escaped."""
        return Markup(self.listed([written(item) for item in items]))

    def _message(self, key: str) -> Message:
        try:
            return self._messages[key]
        except KeyError:
            raise LookupError(f"no catalogue of the interface has the message {key!r}") from None

    def _form(self, key: str, forms: Mapping[str, Parts], values: Mapping[str, object]) -> Parts:
        if len(forms) == 1:
            return forms["other"]
        n = values.get("n")
        if not isinstance(n, int):
            raise LookupError(f"message {key!r} has plural forms and is given no number n")
        return forms.get(self._plural(n)) or forms["other"]

    def _filled(self, key: str, parts: Parts, values: Mapping[str, object]) -> list[str]:
        made = list(parts)
        for at in range(1, len(parts), 2):
            if parts[at] not in values:
                raise LookupError(f"message {key!r} is given no {{{parts[at]}}}")
            value = values[parts[at]]
            if isinstance(value, str):
                made[at] = value
            else:
                made[at] = self.number(value) if isinstance(value, int) else str(value)
        return made


def language(directories: Sequence[Path], code: str) -> Language:
    """The language that the catalogues in these folders give for a tag; raises `DossierError` where one is broken."""
    found, there = messages(directories, fallbacks(code))
    there_is_one = any(code == tag or code.startswith(f"{tag}-") for tag in there)
    return Language(code if there_is_one else FALLBACK, found, asked=code)


@lru_cache(maxsize=10_000)
def _decimal(number: int, locale: Locale) -> str:
    return str(format_decimal(number, locale=locale))


@lru_cache(maxsize=10_000)
def _date(date: str, locale: Locale) -> str:
    parts = [int(part) for part in date.split("-")]
    try:
        day = datetime.date(*(*parts, 1, 1)[:3])
    except ValueError:  # there is no such day
        return date
    if len(parts) == 3:
        return str(format_date(day, "long", locale=locale))
    return str(format_skeleton("yMMMM" if len(parts) == 2 else "y", day, locale=locale))


def _between(pattern: Parts, first: str, second: str) -> str:
    """A pattern of CLDR with its two places filled."""
    return "".join((first, second)[int(part)] if at % 2 else part for at, part in enumerate(pattern))
