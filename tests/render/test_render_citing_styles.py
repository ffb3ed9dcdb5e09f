import time
from concurrent.futures import ThreadPoolExecutor

import jinja2
import pytest
from support import ROOT

from diptych.render.citing import styles as module
from diptych.render.citing.styles import Styles, styles_of

TEMPLATES = ROOT / "templates"

RECORD = {
    "id": "C1",
    "type": "webpage",
    "title": "The audit calls the method “unsound”.",
    "author": [{"literal": "Board of Audit"}],
    "genre": "Claim C1, as reported by The Gazette",
    "container-title": "The audit and the answer",
    "version": "2",
    "issued": {"date-parts": [[2024, 3, 5]]},
    "URL": "https://dossier.example/claims/C1/",
}
ARTICLE = {
    "id": "S1",
    "type": "article-newspaper",
    "title": "Who counted?",
    "author": [{"family": "Berg", "given": "Ada"}, {"literal": "Li Na"}],
    "container-title": "The Gazette",
    "issued": {"date-parts": [[2024, 3]]},
}


@pytest.fixture(scope="module")
def styles() -> Styles:
    return styles_of(jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES)))


def test_what_nobody_signed_begins_with_its_title(styles: Styles) -> None:
    entry = styles.cite("apa", {**RECORD, "author": []})
    assert entry.startswith("<i>The audit calls the method “unsound”.</i> [Claim C1, as reported by The Gazette;")


@pytest.mark.parametrize(
    ("style", "record", "article"),
    [
        (
            "apa",
            "Board of Audit. (2024, March 5). <i>The audit calls the method “unsound”.</i> "
            "[Claim C1, as reported by The Gazette; version 2]. The audit and the answer. "
            "https://dossier.example/claims/C1/",
            "Berg, A., &amp; Li Na. (2024, March). Who counted? <i>The Gazette</i>.",
        ),
        (
            "chicago",
            "Board of Audit. “The audit calls the method ‘unsound’.” Claim C1, as reported by The Gazette. "
            "<i>The audit and the answer</i>, version 2, March 5, 2024. https://dossier.example/claims/C1/.",
            "Berg, Ada, and Li Na. “Who counted?” <i>The Gazette</i>, March 2024.",
        ),
        (
            "mla",
            "Board of Audit. “The audit calls the method ‘unsound’.” Claim C1, as reported by The Gazette. "
            "<i>The audit and the answer</i>, version 2, 5 Mar. 2024, https://dossier.example/claims/C1/.",
            "Berg, Ada, and Li Na. “Who counted?” <i>The Gazette</i>, Mar. 2024.",
        ),
        (
            "oscola",
            "Board of Audit, ‘The audit calls the method “unsound”.’ (Claim C1, as reported by The Gazette, "
            "<i>The audit and the answer</i>, version 2, 5 March 2024) &lt;https://dossier.example/claims/C1/&gt;",
            "Ada Berg and Li Na, ‘Who counted?’ <i>The Gazette</i> (March 2024)",
        ),
    ],
)
def test_each_style(styles: Styles, style: str, record: str, article: str) -> None:
    assert styles.cite(style, RECORD) == record
    assert styles.cite(style, ARTICLE) == article


@pytest.mark.parametrize(
    ("language", "dated", "undated"),
    [("en-GB", "(2024, March 5)", "(n.d.)"), ("zh-Hans", "(2024年3月5日)", "(不详)")],
)
def test_dates_and_terms_are_the_languages(language: str, dated: str, undated: str) -> None:
    styles = styles_of(jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES)), language)
    assert dated in styles.cite("apa", RECORD)
    assert undated in styles.cite("apa", {key: value for key, value in RECORD.items() if key != "issued"})


def test_styles_go_by_their_own_title(styles: Styles) -> None:
    assert styles.names == {"apa": "APA", "chicago": "Chicago", "mla": "MLA", "oscola": "OSCOLA"}


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "oscola"])
def test_no_text_becomes_markup(styles: Styles, style: str) -> None:
    hostile = "<script>alert(1)</script>"
    item = {"type": "webpage", "author": [{"family": hostile, "given": hostile}, {"literal": hostile}]}
    item |= dict.fromkeys(("title", "genre", "container-title", "publisher", "version", "URL"), hostile)
    assert "<script" not in styles.cite(style, item | {"id": hostile})


@pytest.mark.parametrize("style", ["apa", "chicago", "mla", "oscola"])
def test_two_items_of_one_shape_keep_their_own_words(styles: Styles, style: str) -> None:
    first, second = (styles.cite(style, RECORD | {"title": title}) for title in ("One thing", "Another"))
    assert second == first.replace("One thing", "Another")
    assert "One thing" in first


def test_a_style_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"citations/mine\.csl"):
        Styles({"mine": "<style"})
    with pytest.raises(ValueError, match=r"citations/mine\.csl"):
        Styles({"mine": '<style xmlns="http://purl.org/net/xbiblio/csl"/>'})


def test_a_dossiers_own_style_goes_before_the_packages() -> None:
    apa = (TEMPLATES / "citations" / "apa.csl").read_text(encoding="utf-8").replace(">APA<", ">House style<")
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"citations/apa.csl": apa}), jinja2.FileSystemLoader(TEMPLATES)])
    assert styles_of(jinja2.Environment(loader=loader)).names["apa"] == "House style"


def test_an_apostrophe_is_no_quotation_mark(styles: Styles) -> None:
    title = "The board’s ‘final’ word on the board’s own report"
    assert "‘The board’s “final” word on the board’s own report’" in styles.cite("oscola", RECORD | {"title": title})
    assert "“The board’s ‘final’ word on the board’s own report.”" in styles.cite("chicago", RECORD | {"title": title})


def test_threads_that_share_styles_ask_the_engine_one_after_the_other(monkeypatch) -> None:
    styles = Styles({"apa": (TEMPLATES / "citations" / "apa.csl").read_text(encoding="utf-8")})
    asking: list[str] = []
    most = []

    def entry(style: object, item: dict) -> str:
        asking.append("")
        most.append(len(asking))
        time.sleep(0.01)
        asking.pop()
        return "set"

    monkeypatch.setattr(module, "_entry", entry)
    items = [{"type": "webpage", "author": [{"family": f"Name{number}"}]} for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda item: styles.cite("apa", item), items)) == {"set"}
    assert max(most) == 1
