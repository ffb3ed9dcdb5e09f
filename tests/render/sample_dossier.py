"""An invented dossier that has one of everything the pages show, with seeds from which its passages are cut."""

from __future__ import annotations

from typing import Any

from diptych.dossier import Dossier

DAILY = (
    "Subscribe to our newsletter.\n\n"
    "The harbour at Brannick was dredged without a licence, the Coastal Audit Board said on Monday.\n\n"
    "“The sand was taken from a protected bank,” Mira Solberg, the board’s chair, told reporters. “It will not come "
    "back in our lifetime.”\n\n"
    "Brannick is a town of 9,000 on the northern shore.\n\n"
    "The board counted 63 barges in one season. The port company called the report “a work of fiction” and said that "
    "every grain was accounted for.\n\n"
    "“No bank was touched,” said Jonas Čapek, the company’s spokesman.\n\n"
    "The board urged the port company to publish its logs, and the ministry to close the bank to all ships.\n\n"
    "Shore Watch, a charity, said the findings came “ten years late”.\n"
)
COURIER = (
    "Auditors accuse Brannick port\n\n"
    "Some 60 barges worked the bank in a single season, according to the Coastal Audit Board’s report.\n\n"
    "Its chair said the sand “will never come back in our lifetime”.\n\n"
    "The company says it bought the sand from a quarry inland, and that the board never asked to see the receipts.\n\n"
    "Fish landings have fallen by half since 2019, the report says.\n\n"
    "The ministry opened the new quay on 3 May 2021.\n"
)
SPUN = "The seaport firm named the document “a piece of invention”, and stated no financial institution was handled.\n"
SEEDS = {"seeds/daily.txt": DAILY, "seeds/courier.txt": COURIER, "seeds/spun.txt": SPUN, "seeds/again.txt": DAILY}
_FILES = {"S1": "seeds/daily.txt", "S2": "seeds/courier.txt", "S3": "seeds/spun.txt", "S4": "seeds/again.txt"}


def cut(source: str, text: str) -> dict[str, Any]:
    """A span of a source by its words, which must stand in it."""
    start = SEEDS[_FILES[source]].index(text)
    return {"source": source, "start": start, "end": start + len(text), "text": text}


def passage(source: str, text: str, mode: str = "indirect", actor: str | None = None, rule: str = "person") -> Any:
    """A passage by its words."""
    return {**cut(source, text), "mode": mode, "actor": actor, "rule": rule}


def _source(given: str, **more: Any) -> dict[str, Any]:
    seed = SEEDS[_FILES[given]]
    sentences, start = [], 0
    for line in seed.splitlines(keepends=True):
        if line.strip():
            use = "noise" if line.startswith("Subscribe") else "context"
            sentences.append([start, start + len(line.rstrip()), use])
        start += len(line)
    return {
        "id": given,
        "file": _FILES[given],
        "start": 0,
        "end": len(seed),
        "sha256": given[1] * 64,
        "sentences": sentences,
        "status": "reviewed",
        **more,
    }


def sample(**changed: Any) -> Dossier:
    """The dossier; keys given replace its parts."""
    parts: dict[str, Any] = {
        "file": {
            "title": "The sand of Brannick",
            "subtitle": "What the Coastal Audit Board reported, and what the port company answered",
            "version": "1.0",
            "parties": {
                "reporting": {"name": "Coastal Audit Board", "short": "Audit Board"},
                "responding": {"name": "Brannick Port Company", "short": "Port Company"},
            },
        },
        "actors": ACTORS,
        "themes": THEMES,
        "sources": SOURCES,
        "records": RECORDS,
        "discrepancies": DISCREPANCIES,
    }
    return Dossier.model_validate({**parts, **changed})


ACTORS = [
    {"id": "coastal-audit-board", "name": "Coastal Audit Board", "kind": "organisation", "party": "reporting"},
    {
        "id": "mira-solberg",
        "name": "Mira Solberg",
        "kind": "person",
        "role": "chair",
        "affiliation": "coastal-audit-board",
        "party": "reporting",
    },
    {"id": "brannick-port-company", "name": "Brannick Port Company", "kind": "organisation", "party": "responding"},
    {
        "id": "jonas-capek",
        "name": "Jonas Čapek",
        "kind": "person",
        "role": "spokesman",
        "affiliation": "brannick-port-company",
        "party": "responding",
        "aliases": ["Capek"],
    },
    {"id": "ministry", "name": "Ministry of Ports", "kind": "state", "party": "third"},
    {"id": "shore-watch", "name": "Shore Watch", "kind": "group", "role": "charity", "party": "third"},
]
THEMES = [
    {"id": "sand", "title": "The sand bank", "terms": ["sand", "bank"]},
    {"id": "traffic", "title": "Barges and quays"},
    {"id": "fish", "title": "Fish", "status": "proposed"},
]
SOURCES = [
    _source(
        "S1",
        title="Board: Brannick harbour dredged without licence",
        label="The Daily Shore",
        publisher="The Daily Shore",
        published="2023-04-03",
        authors=["Ada Lind"],
        added={"published": "Read from the printed edition."},
    ),
    _source("S2", title="Auditors accuse Brannick port", publisher="Courier", published="2023-04"),
    _source("S3", title="Harbour firm replies", kind="rewrite", copy_of="S1", note="Nearly every noun was *replaced*."),
    _source("S4", title="Board: Brannick harbour dredged", label="Shore Mirror", kind="copy", copy_of="S1"),
]
RECORDS = [
    {
        "id": "C1",
        "statement": "The harbour at Brannick was dredged without a licence.",
        "themes": ["sand"],
        "actor": "coastal-audit-board",
        "status": "reviewed",
        "passages": [
            passage(
                "S1", "The harbour at Brannick was dredged without a licence, the Coastal Audit Board said on Monday."
            )
        ],
    },
    {
        "id": "C2",
        "statement": "The sand came from a protected bank and will not return within a lifetime.",
        "themes": ["sand", "fish"],
        "actor": "coastal-audit-board",
        "date": "2023-04-03",
        "status": "reviewed",
        "note": "The chair’s words differ, see [D1](../../discrepancies/index.html#D1).",
        "passages": [
            passage(
                "S1",
                "“The sand was taken from a protected bank,” Mira Solberg, the board’s chair, told reporters.",
                "mixed",
                "mira-solberg",
                "quote-said",
            ),
            passage("S1", "“It will not come back in our lifetime.”", "direct", "mira-solberg", "quote-runs-on"),
            passage("S2", "Its chair said the sand “will never come back in our lifetime”.", "mixed", "mira-solberg"),
        ],
    },
    {
        "id": "C3",
        "statement": "About sixty barges worked the bank in one season.",
        "themes": ["traffic"],
        "actor": "coastal-audit-board",
        "status": "proposed",
        "passages": [
            passage("S1", "The board counted 63 barges in one season."),
            passage(
                "S2",
                "Some 60 barges worked the bank in a single season, according to the Coastal Audit Board’s report.",
            ),
        ],
    },
    {
        "id": "C4",
        "statement": "Fish landings have fallen by half since 2019.",
        "actor": "coastal-audit-board",
        "status": "reviewed",
        "passages": [passage("S2", "Fish landings have fallen by half since 2019, the report says.")],
    },
    {
        "id": "R1",
        "statement": "The report is a work of fiction.",
        "actor": "brannick-port-company",
        "answers": [{"to": "report", "how": "rejects"}],
        "status": "reviewed",
        "passages": [
            passage("S1", "The port company called the report “a work of fiction”", "mixed"),
            passage("S3", "The seaport firm named the document “a piece of invention”", "mixed"),
        ],
    },
    {
        "id": "R2",
        "statement": "No bank was touched; the sand was bought from a quarry inland.",
        "themes": ["sand"],
        "actor": "brannick-port-company",
        "answers": [{"to": "C2", "how": "denies"}, {"to": "C1", "how": "gives-another-account"}],
        "status": "reviewed",
        "passages": [
            passage("S1", "“No bank was touched,” said Jonas Čapek, the company’s spokesman.", "mixed", "jonas-capek"),
            passage("S2", "The company says it bought the sand from a quarry inland"),
        ],
    },
    {
        "id": "R3",
        "statement": "The board never asked to see the receipts.",
        "themes": ["sand"],
        "actor": "brannick-port-company",
        "answers": [{"to": "C2", "how": "disputes-the-source"}],
        "status": "proposed",
        "passages": [
            passage(
                "S2",
                "The company says it bought the sand from a quarry inland, and that the board never asked to see the "
                "receipts.",
            )
        ],
    },
    {
        "id": "R4",
        "statement": "Every grain of sand is accounted for.",
        "actor": "brannick-port-company",
        "status": "reviewed",
        "passages": [passage("S1", "every grain was accounted for")],
    },
    {
        "id": "A1",
        "statement": "The port company should publish its logs.",
        "themes": ["traffic"],
        "actor": "coastal-audit-board",
        "addressee": "brannick-port-company",
        "status": "reviewed",
        "passages": [passage("S1", "The board urged the port company to publish its logs")],
    },
    {
        "id": "A2",
        "statement": "The ministry should close the bank to all ships.",
        "actor": "coastal-audit-board",
        "addressee": "ministry",
        "status": "reviewed",
        "passages": [passage("S1", "the ministry to close the bank to all ships")],
    },
    {
        "id": "A3",
        "statement": "The bank should be surveyed again.",
        "actor": "coastal-audit-board",
        "status": "proposed",
        "passages": [passage("S1", "protected bank")],
    },
    {
        "id": "T1",
        "statement": "The findings come ten years late.",
        "themes": ["sand"],
        "actor": "shore-watch",
        "status": "reviewed",
        "passages": [passage("S1", "Shore Watch, a charity, said the findings came “ten years late”.", "mixed")],
    },
    {
        "id": "E1",
        "statement": "The new quay was opened.",
        "themes": ["traffic"],
        "actor": "ministry",
        "date": "2021-05-03",
        "status": "reviewed",
        "passages": [passage("S2", "The ministry opened the new quay on 3 May 2021.")],
    },
    {
        "id": "E2",
        "statement": "The board spoke to reporters.",
        "actor": "coastal-audit-board",
        "status": "reviewed",
        "passages": [passage("S1", "told reporters")],
    },
]
DISCREPANCIES = [
    {
        "id": "D1",
        "kind": "quotation",
        "what": "Whether the sand will “not” or “never” come back",
        "status": "reviewed",
        "note": "The Daily Shore has the *whole* sentence.",
        "passages": [
            cut("S1", "It will not come back in our lifetime."),
            cut("S2", "will never come back in our lifetime"),
        ],
    },
    {
        "id": "D2",
        "kind": "figure",
        "what": "How many barges",
        "passages": [cut("S1", "63 barges"), cut("S2", "60 barges")],
    },
]
