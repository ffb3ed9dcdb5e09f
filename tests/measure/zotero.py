"""What Zotero saves of the pages of a built site: `python tests/measure/zotero.py SITE [--server ADDRESS]`.

The site is served on this machine, and each page is handed to a Zotero translation server that runs on it too. That is
Zotero's own program with its own translators; it can be started as `docker run -p 1969:1969 zotero/translation-server`
(with `--network host`, so that it sees the pages), or with `npm start` in a checkout of it with its submodules.

Each record must give one item with title, authors, date, publication and the permanent address that the page gives, and
every institution must keep its name whole. The number of pages where one of these is missing is the exit status.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from serving import serving

_RECORD = re.compile(r"(?:claims|responses|recommendations|reactions|events)/[CRATE]\d+/index\.html")
_FROZEN = re.compile(r".+/v/[0-9a-f]{12}/index\.html")
_CITE_AS = re.compile(r'<meta name="citation_public_url" content="([^"]*)">')
_TIMEOUT = 60


def saved(server: str, page: str) -> dict[str, Any]:
    """The item that Zotero makes of a page, by its address; an empty one where it makes none, or several."""
    asked = urllib.request.Request(f"{server}/web", page.encode(), {"Content-Type": "text/plain"})
    try:
        with urllib.request.urlopen(asked, timeout=_TIMEOUT) as answer:
            found = json.load(answer)
    except urllib.error.HTTPError:
        return {}
    return found[0] if isinstance(found, list) and len(found) == 1 else {}


def missing(item: dict[str, Any], html: str) -> list[str]:
    """What an item lacks of what a record's page has to give."""
    creators = item.get("creators", [])
    publication = item.get("bookTitle") or item.get("publicationTitle") or item.get("websiteTitle")
    told = _CITE_AS.search(html)
    found = {
        "title": bool(item.get("title")),
        "authors": any(one["creatorType"] == "author" for one in creators),
        "institutions whole": all("name" in one for one in creators if not one.get("firstName")),
        "date": bool(item.get("date")),
        "publication": bool(publication),
        "permanent address": bool(told) and item.get("url") == told[1] if told else False,
    }
    return [name for name, there in found.items() if not there]


def main() -> int:
    """Prints what is missing, page by page, then how many pages gave what; the number of pages that lack something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("--server", default="http://127.0.0.1:1969", help="a Zotero translation server")
    parser.add_argument("--most", type=int, default=10**9, help="so many pages, the first ones, and no more")
    parser.add_argument("--show", action="store_true", help="print every item")
    asked = parser.parse_args()
    paths = sorted(path.relative_to(asked.site).as_posix() for path in asked.site.rglob("index.html"))
    paths = [path for path in paths if _RECORD.fullmatch(path) or _FROZEN.fullmatch(path)][: asked.most]
    kinds: Counter[str] = Counter()
    wrong = 0
    with serving(asked.site) as origin:
        for path in paths:
            item = saved(asked.server, f"{origin}/{path.removesuffix('index.html')}")
            lacks = missing(item, (asked.site / path).read_text("utf-8"))
            kinds[item.get("itemType", "nothing")] += 1
            wrong += bool(lacks)
            if lacks:
                print(f"{path}: no {', no '.join(lacks)}")
            if asked.show:
                print(json.dumps(item, ensure_ascii=False, indent=1))
    print(f"{len(paths) - wrong} of {len(paths)} pages give all; items: {dict(kinds)}")
    return min(wrong, 100)


if __name__ == "__main__":
    raise SystemExit(main())
