"""What inputs are made of: the shapes of news, and everything that has ever upset a reader."""

from __future__ import annotations

from hypothesis import strategies as st

#: Pieces of articles: speakers, verbs, quotation marks in good order and bad, headlines, dates, clutter.
_NEWS = (
    *("The board said on Friday that ", "the line denied it. ", "“We did nothing,” said Ada Thorn, its director. "),
    *("According to the report, nine ferries ", "called on the company to ", "‘half a crew’", '"', "”", "“", "’s "),
    *("\n\n", "\n", "\r\n", "\r", "\t", "  ", "By Ilse Brandt\n", "2021-03-02\n", "3 March 2021 ", "ADVERTISEMENT\n"),
    *(
        "Harbour Board",
        "Lantern Ferries",
        "Pilots’ Union",
        "Mr. Thorn",
        "e.g. ",
        "No. 7 ",
        "9,000",
        "12 per cent",
        "$4.5m",
    ),
    *(
        "* one\n* two\n",
        "Q: Why? A: Because.\n",
        "---\n",
        "###\n",
        "Read more:\n",
        "https://a.example/b?c=d&e ",
        "…",
        "— ",
    ),
)
#: Pieces that break out of HTML, Markdown, YAML, templates, TeX, spreadsheets, terminals and paths.
HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "</script>",
        "</title>",
        "</style>",
        "<!--",
        "]]>",
    ),
    *(
        "<svg/onload=alert(1)>",
        "<a href=javascript:alert(1)>",
        "[a](javascript:alert(1))",
        "![a](data:text/html,x)",
        "<",
    ),
    *("{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "{# x", "${7*7}", "%s%n", "{0}", "{title}", "&lt;", "&#x27;", "&"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\\input{x}", "\\end{document}", "}", "{", "%00", "../../bait", "C:\\x", "~root"),
    *("\u202e", "\u202c", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u0430\u0435", "\u0301", "\u2028", "\u2029", "\x85"),
    *(
        "\x1b[31m",
        "\x07",
        "\x08",
        "\x0b",
        "\x0c",
        "\x7f",
        "\x9b",
        "\x1f",
        "\ufffe",
        "\uffff",
        "\ufffd",
        "🜚",
        "👩‍👩‍👧",
        "𝔸",
        "ﷺ",
    ),
    *(
        "- ",
        ": ",
        "#",
        "&a ",
        "*a",
        "!!python/object:os.system x",
        "|\n",
        ">\n",
        "? ",
        "'",
        "\\u0000",
        "<<: ",
        "%YAML 9\n",
    ),
    *("[" * 60, "(" * 300, "<a " * 40, "> " * 60, "*" * 200, "`" * 77, "\n" * 50, "x" * 300, "9" * 400, "-9e999"),
)
pieces = st.sampled_from(_NEWS + HOSTILE) | st.text(max_size=12)
#: Any text that a file in UTF-8 may hold.
texts = st.lists(pieces, max_size=25).map("".join).map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))
#: A text that reads as an article for the most part.
articles = st.lists(st.sampled_from(_NEWS) | st.sampled_from(_NEWS) | pieces, min_size=3, max_size=60).map(
    lambda said: "".join(said).encode("utf-8", "replace").decode("utf-8")
)


def spoilt(samples: list[bytes]) -> st.SearchStrategy[bytes]:
    """Bytes that begin as one of the samples and are then cut, doubled, overwritten and joined to others."""
    junk = st.binary(max_size=12) | st.sampled_from([piece.encode("utf-8", "replace") for piece in HOSTILE])
    edit = st.tuples(st.sampled_from(["cut", "put", "over", "twice", "join"]), st.floats(0, 1), st.floats(0, 1), junk)
    return st.builds(_edited, st.sampled_from(samples), st.lists(edit, max_size=8), st.sampled_from(samples))


def _edited(data: bytes, edits: list[tuple[str, float, float, bytes]], other: bytes) -> bytes:
    for what, one, two, junk in edits:
        start, end = sorted((int(one * len(data)), int(two * len(data))))
        part = data[start:end]
        if what == "join":
            part = other[int(one * len(other)) :][:4000]
        made = {"cut": b"", "put": junk + part, "over": junk, "twice": part[:4000] * 2, "join": part}[what]
        data = data[:start] + made + data[end:]
    return data[:60_000]
