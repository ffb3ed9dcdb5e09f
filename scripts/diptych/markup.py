"""HTML that people write into their pages, kept to what can do no harm: a list of what is allowed, and nothing else.

What comes out is written anew from what was read: allowed elements with allowed attributes, every other sign of the
text escaped. It holds no raw text element, comment or foreign element, so that no browser reads it otherwise than it is
meant.

Method: the tokenizer of the HTML Standard (its section 13.2.5) as far as it concerns text, tags and comments. It never
goes back, so that its time is linear in the text, which that of Python's own parser is not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape, unescape

_VOID = frozenset(("br", "hr", "img", "wbr"))
#: Elements for text, lists, tables, quotations and pictures.
_ELEMENTS = _VOID | frozenset(
    (
        *("a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "caption", "cite", "code", "col"),
        *("colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre"),
        *("q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var"),
    )
)
#: Elements whose content is no text for a reader: it goes with them.
_HIDDEN = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "noembed", "noframes", "svg", "math")
)
_ANYWHERE = frozenset(("id", "class", "title", "lang", "dir", "role"))
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset(("href", "rel")),
    "img": frozenset(("src", "alt", "width", "height")),
    "td": frozenset(("colspan", "rowspan", "headers")),
    "th": frozenset(("colspan", "rowspan", "headers", "scope")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "ol": frozenset(("start", "reversed", "type")),
    "li": frozenset(("value",)),
    "details": frozenset(("open",)),
    "time": frozenset(("datetime",)),
    "ins": frozenset(("datetime",)),
    "del": frozenset(("datetime",)),
}
_ADDRESSES = frozenset(("href", "src"))
#: What browsers take no notice of in an address, and what stands before the first colon of one that has a scheme.
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset(("http", "https", "mailto"))
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
#: An attribute, and the quotation mark that its value begins with, or its value where it has none.
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:([\"'])|([^\s>]*+)))?+")
_END = re.compile(r"[\s/]*+>")
_ENDLESS = "what begins here never ends"
_ARIA = re.compile(r"aria-[a-z]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What was left out of some HTML, and where: line and column count from 1.

    `link` says that it is the address that can't stay, `endless` that it is what never ends.
    """

    line: int
    column: int
    what: str
    link: bool = False
    endless: bool = False


def leads_safely(address: str) -> bool:
    """Whether a link may have this address: one on the web, of a mailbox, or within the site."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme is None or scheme[1].lower() in _SCHEMES


def loads_safely(address: str) -> bool:
    """Whether a picture may have this address: pages load nothing from other sites, and nothing that is no file."""
    plain = _IGNORED.sub("", address).replace("\\", "/")
    return _SCHEME.match(plain) is None and not plain.startswith("//")


def cleaned(html: str) -> str:
    """The HTML without what a page may not hold; all elements that are opened are closed."""
    made = _Cleaner(html)
    made.read()
    return made.text()


def faults(html: str) -> list[Fault]:
    """What `cleaned` leaves out."""
    made = _Cleaner(html)
    made.read()
    return made.faults


class _Cleaner:
    """Writes what it reads, as far as it is allowed, and notes what is not."""

    def __init__(self, html: str) -> None:
        self.faults: list[Fault] = []
        self._html = html
        self._line, self._start, self._counted = 1, 0, 0
        self._parts: list[str] = []
        self._open: list[str] = []
        self._depth: Counter[str] = Counter()

    def text(self) -> str:
        """What was written, with the elements closed that are still open."""
        return "".join((*self._parts, *(f"</{tag}>" for tag in reversed(self._open))))

    def read(self) -> None:
        """Goes through the text once, from one sign `<` to the next."""
        html, at = self._html, 0
        while at < len(html):
            found = html.find("<", at)
            self._say(html[at : found if found >= 0 else len(html)])
            if found < 0:
                return
            if tag := _TAG.match(html, found):
                at = self._tag(found, tag)
            elif html.startswith("<!--", found):  # a comment is for those who read the file: no fault
                at = self._until("-->", found, found + 2)
            elif html.startswith(("<!", "<?", "</"), found):
                self._fault(found, f"{html[found : found + 9]!r} begins nothing that can stand on a page")
                at = self._until(">", found, found)
            else:
                self._say("<")
                at = found + 1

    def _until(self, sign: str, begun: int, start: int) -> int:
        """Behind the next such sign, or at the end of the text, where browsers look for it too."""
        end = self._html.find(sign, start)
        if end >= 0:
            return end + len(sign)
        self._fault(begun, _ENDLESS)
        return len(self._html)

    def _tag(self, begun: int, found: re.Match[str]) -> int:
        """Reads a tag and writes it if it may stand there; returns where what follows it begins."""
        attributes, at = self._attributes(found.end())
        closing, name = found[1], found[2].lower()
        if at < 0:
            self._fault(begun, _ENDLESS)
            return len(self._html)
        if closing:
            self._close(name)
        elif name in _ELEMENTS:
            kept = "".join(self._attribute(begun, name, *one) for one in attributes.items())
            self._parts.append(f"<{name}{kept}>")
            if name not in _VOID:
                self._open.append(name)
                self._depth[name] += 1
        else:
            self._fault(begun, f"<{name[:20]}> can't stand on a page")
            if name in _HIDDEN:
                end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(self._html, at)
                return end.start() if end else len(self._html)
        return at

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        """The attributes of a tag and where it ends; -1 where it never does. Of two of one name the first counts."""
        found: dict[str, str] = {}
        while one := _ATTRIBUTE.match(self._html, at):
            at = one.end()
            name, quote, value = one[1], one[2], ""
            if quote:
                end = self._html.find(quote, at)
                if end < 0:
                    return found, -1
                value, at = self._html[at:end], end + 1
            elif one[3] is not None:
                value = one[3]
            found.setdefault(name.lower(), unescape(value))
        ending = _END.match(self._html, at)
        return found, ending.end() if ending else -1

    def _close(self, name: str) -> None:
        """Closes the nearest such element and what is open within it; an end without a beginning is left out."""
        while self._depth[name]:
            closed = self._open.pop()
            self._depth[closed] -= 1
            self._parts.append(f"</{closed}>")
            if closed == name:
                return

    def _attribute(self, begun: int, tag: str, name: str, value: str) -> str:
        if name not in _ANYWHERE and name not in _ATTRIBUTES.get(tag, ()) and not _ARIA.fullmatch(name):
            self._fault(begun, f"the attribute {name[:20]!r} of <{tag}> can't stand on a page")
            return ""
        if name in _ADDRESSES and not (loads_safely(value) if name == "src" else leads_safely(value)):
            self._fault(begun, f"<{tag}> leads to {shortened(value)}", link=True)
            return ""
        return f' {name}="{escape(value)}"'

    def _say(self, text: str) -> None:
        self._parts.append(escape(unescape(text), quote=False))

    def _fault(self, at: int, what: str, link: bool = False) -> None:
        if lines := self._html.count("\n", self._counted, at):
            self._line += lines
            self._start = self._html.rindex("\n", self._counted, at) + 1
        self._counted = at
        self.faults.append(Fault(self._line, at - self._start + 1, what, link, what == _ENDLESS))


def shortened(address: str) -> str:
    """An address as messages show it."""
    return repr(address if len(address) <= 60 else f"{address[:57]}…")
