"""Saved web pages: the text of the article by trafilatura, what the page says of it by its own markup."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from email.message import EmailMessage
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as markup

from diptych.gather.found import Gathered, Refused
from diptych.gather.markings import page_facts
from diptych.gather.plain import decoded
from diptych.gather.values import line

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
#: What the HTML Standard reads these declarations as (its section on encodings names more, none of them in use).
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}
#: A page says within so many bytes what it is encoded in.
_HEAD = 4096
_REPLACED = "\ufffd"
#: Articles that are looked at, and told of, beside the one that was taken; a paragraph of theirs is no shorter.
_ARTICLES, _SHOWN, _PARAGRAPH = 200, 3, 80
#: Parts of a saved archive that are looked through for the page.
_PARTS = 2000


def webpage(data: bytes, encoding: str | None = None, where: str = "") -> Gathered:
    """The article on a saved page; `where` is the address it was saved from, if something beside the page says so."""
    source = _decoded(data, encoding or _declared(data))
    if "<" not in source:
        raise Refused("it is no web page: it holds no markup")
    try:
        tree = markup.document_fromstring(_unannounced(source))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Refused("it is no web page that can be read") from None
    facts, headline = page_facts(tree, source, where)
    text = _article(source)
    if not text or not text.strip():
        hint = (
            "the page may have been saved before its text was loaded; save it again, or paste the text into a .txt file"
        )
        raise Refused(f"no article was found on the page: {hint}")
    if _REPLACED in text:
        raise Refused("some bytes of its text are not what the page says; name its encoding with --encoding")
    lines = [one.rstrip() for one in text.splitlines() if one.strip()]
    if headline and lines[0].casefold() != headline.casefold():
        lines.insert(0, headline)
    left = [
        f"the page holds another article, “{name}”, which was not taken: save it by itself"
        for name in _left(tree, text)
    ]
    return Gathered("\n\n".join(lines) + "\n", facts, f"trafilatura {trafilatura.__version__}", remarks=tuple(left))


def _left(tree: Any, text: str) -> list[str]:
    """The headings of the articles on a page of which nothing was taken, a few of them; teasers are none."""
    taken, found = " ".join(text.split()), []
    for outer in tree.xpath("//article[not(ancestor::article)]")[:_ARTICLES]:
        heads = [name for one in outer.xpath(".//h1 | .//h2") if (name := line(one.text_content()))]
        said = [" ".join(one.text_content().split()) for one in outer.iter("p")]
        whole = [one for one in said if len(one) >= _PARAGRAPH]
        if heads and len(whole) > 1 and not any(one in taken for one in whole):
            found.append(heads[0])
    return found[:_SHOWN]


def archive(data: bytes, encoding: str | None = None) -> Gathered:
    """The article on a page that a browser saved as one file of several parts (MHTML, RFC 2557)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    where = str(message.get("Snapshot-Content-Location", ""))
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(part, EmailMessage):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return webpage(page, encoding or part.get_content_charset(), where)
    raise Refused("it is no saved page: none of its parts is HTML")


def _article(source: str) -> str | None:
    try:
        return trafilatura.extract(source, include_comments=False)
    except Exception as error:  # a page can be broken in more ways than its reader has names for
        raise Refused(f"it is a web page that can't be read ({type(error).__name__})") from None


def _decoded(data: bytes, encoding: str | None) -> str:
    """The markup. Of a page that says its encoding, bytes which are not in it do no harm outside the article."""
    try:
        return decoded(data, encoding)[0]
    except Refused:
        if encoding is None or b"\0" in data:
            raise
        try:
            return data.decode(encoding, "replace")
        except LookupError:
            raise Refused(f"there is no encoding {encoding!r}") from None


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, as browsers read the declaration; a byte order mark counts for more."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    found = _CHARSET.search(data[:_HEAD]) or _XML.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii").casefold()
    return "utf-8" if name.startswith("utf-16") else _MEANT.get(name, name)  # such a page could not say so in ASCII


def _unannounced(source: str) -> str:
    """Markup without the XML declaration, which a text that is decoded already must not have."""
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source.lstrip("\ufeff"))
