"""The interface's words: catalogues alike, messages, numbers, dates and lists, and whole sites in other languages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup
from sample_dossier import SOURCES, sample
from site_reader import TEMPLATES, parse, text

from diptych.pipeline.build.sheet import sheet
from diptych.problems import DossierError
from diptych.render import Checked, Site, environment, frame, language, pages
from diptych.render.catalogues import messages, names
from diptych.render.language import Language

ENGLISH = language([TEMPLATES], "en")
CHINESE = language([TEMPLATES], "zh")
SCRIPTS = Path(__file__).parents[2] / "scripts" / "diptych"
#: `t("a.key"`, `text("a.key"`, `say(f"a.{part}"`, `t("a." ~ part`, `"a.key"` in a table of keys.
KEY = re.compile(r'"([a-z_]+(?:\.[a-z0-9_-]+)*\.?)(?=["{])')


def catalogue(tag, *folders):
    return messages([*folders, TEMPLATES], [tag])[0]


def write(folder, tag, content):
    (folder / "languages").mkdir(exist_ok=True)
    (folder / "languages" / f"{tag}.yml").write_text(content, encoding="utf-8")
    return folder


def built(spoken, dossier):
    jinja = environment([TEMPLATES], spoken)
    site = Site(address="https://reader.example/", checked=Checked(exact=19), language=spoken)
    made = pages(dossier, site, jinja)
    made["404.html"] = jinja.get_template("404.html").render(frame(dossier, site, "404.html", "x"))
    return {path: html for path, html in made.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def chinese():
    return built(CHINESE, sample(file={**sample().file.model_dump(), "language": "zh"}))


def test_every_catalogue_has_the_same_keys_and_values():
    english = catalogue("en")
    tags = sorted(path.stem for path in (TEMPLATES / "languages").glob("*.yml"))
    assert tags == ["en", "zh"]
    for tag in tags:
        other = catalogue(tag)
        assert set(other) == set(english)
        unlike = {key for key in english if (names(other[key]) ^ names(english[key])) - {"n"}}
        assert unlike == set()


def test_every_message_is_used_and_every_one_used_is_there():
    sources = [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.svg"), *(SCRIPTS / "render").rglob("*.py")]
    sources += [SCRIPTS / "plugin.py", *(SCRIPTS / "pipeline").rglob("*.py")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    english = catalogue("en")
    found = {match[1] for match in KEY.finditer(said)} | set(re.findall(r'f"([a-z_.]+)\{', said))
    beginnings = tuple(one for one in found if one.endswith("."))
    assert {key for key in english if key not in found and not key.startswith(beginnings)} == set()
    called = set(re.findall(r'\b(?:t|text|say|markup)\("([a-z][a-z0-9_.-]*[a-z0-9])"[,)]', said))
    assert called - set(english) == set()


def test_a_number_chooses_the_form_and_is_written_as_the_language_writes_it():
    assert [ENGLISH.text("count.passages", n=n) for n in (0, 1, 1200)] == ["0 passages", "1 passage", "1,200 passages"]
    assert CHINESE.text("count.passages", n=1) == "1段引文"
    polish = Language("pl", {"x": {"one": ("", "n", " a"), "few": ("", "n", " b"), "other": ("", "n", " c")}})
    assert [polish.text("x", n=n) for n in (1, 3, 5)] == ["1 a", "3 b", "5 c"]


@pytest.mark.parametrize(
    ("tag", "day", "month", "year"),
    [
        ("en", "1 September 2022", "September 2022", "2022"),
        ("en-GB", "1 September 2022", "September 2022", "2022"),
        ("zh", "2022年9月1日", "2022年9月", "2022年"),
        ("zh-Hans", "2022年9月1日", "2022年9月", "2022年"),
    ],
)
def test_dates(tag, day, month, year):
    spoken = language([TEMPLATES], tag)
    assert [spoken.date(date) for date in ("2022-09-01", "2022-09", "2022")] == [day, month, year]


def test_a_day_that_never_was_stays_as_it_is():
    assert ENGLISH.date("2022-02-31") == "2022-02-31"


def test_lists_and_shares():
    assert [ENGLISH.listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert CHINESE.listed("甲乙丙") == "甲、乙和丙"
    assert ENGLISH.joined(["<", Markup("<b>")]) == "&lt; and <b>"
    assert ENGLISH.percent(12) == "12%"


def test_what_is_no_markup_is_escaped():
    spoken = Language("en", {"x": {"other": ("1 < 2 ", "name", "")}, "y": {"other": ("a & b",)}})
    assert spoken.markup("x", name="<i>") == "1 &lt; 2 &lt;i&gt;"
    assert spoken.markup("x", name=Markup("<i>")) == "1 &lt; 2 <i>"
    assert spoken.markup("y") == "a &amp; b"
    assert spoken.text("x", name="<i>") == "1 < 2 <i>"


def test_a_template_has_the_words_whether_written_into_it_or_asked_for():
    spoken = Language("en", {"x": {"other": ("a & b",)}})
    jinja = environment([TEMPLATES], spoken)
    assert jinja.from_string('{{ t("x") }} {{ t( "x" ) }}').render() == "a &amp; b a &amp; b"
    with pytest.raises(LookupError, match="'z'"):
        jinja.from_string('{{ t("z") }}').render()


def test_a_missing_message_or_value_is_named():
    with pytest.raises(LookupError, match=r"'no\.such'"):
        ENGLISH.text("no.such")
    with pytest.raises(LookupError, match=r"'nav\.x'|\{id\}"):
        ENGLISH.text("record_name", kind="Claim")
    with pytest.raises(LookupError, match="no number n"):
        ENGLISH.text("count.passages")


def test_a_tag_falls_back_to_its_base_and_then_to_english(tmp_path):
    assert language([TEMPLATES], "zh-Hans-CN").text("nav.themes") == "主题"
    assert language([TEMPLATES], "zh-Hans-CN").code == "zh-Hans-CN"
    assert language([TEMPLATES], "en-GB").code == "en-GB"
    partly = language([write(tmp_path, "eo", "nav:\n  themes: Temoj\n"), TEMPLATES], "eo")
    assert (partly.code, partly.text("nav.themes"), partly.text("nav.data")) == ("eo", "Temoj", "Data")


def test_a_dossier_changes_single_messages(tmp_path):
    spoken = language([write(tmp_path, "en", "nav:\n  themes: Threads\n"), TEMPLATES], "en")
    assert (spoken.text("nav.themes"), spoken.text("nav.data")) == ("Threads", "Data")


def test_a_language_without_a_catalogue_is_marked_where_it_stands():
    spoken = language([TEMPLATES], "sw")
    assert (spoken.code, spoken.own) == ("en", ' lang="sw"')
    page = parse(
        "x", built(spoken, sample(file={**sample().file.model_dump(), "language": "sw"}))["claims/C1/index.html"]
    )
    assert page.tree.get("lang") == "en"
    assert page.all("h1")[0].get("lang") == "sw"
    assert page.all("blockquote")[0].get("lang") == "sw"


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ("nav:\n  themes: [a]\n", (2, 11), "nav.themes: not a text"),
        ("nav:\n  themes: a {b c}\n", (2, 11), "a brace that is no placeholder"),
        ('nav:\n  themes: "a\\0b"\n', (2, 11), "it holds U+0000, which no page can show"),
        ("count:\n  passages:\n    one: x\n", (3, 5), "plural forms without 'other'"),
        ("record_name: '{kind} {what}'\n", (1, 14), "no value is called {what} in this message"),
        ("nav: {themes: a\n", (2, 1), "not YAML"),
        ("nav\n", (1, 1), "not a mapping"),
    ],
)
def test_a_catalogue_that_is_wrong_says_where(tmp_path, content, place, said):
    with pytest.raises(DossierError) as error:
        language([write(tmp_path, "en", content), TEMPLATES], "en")
    problem = error.value.problems[0]
    assert (problem.file, (problem.line, problem.column)) == (f"{tmp_path.name}/languages/en.yml", place)
    assert said in problem.message


def test_no_english_sentence_is_left_on_a_chinese_page(chinese):
    everything = unescape("\n".join(chinese.values()))
    pieces = {
        part.strip()
        for forms in catalogue("en").values()
        for parts in forms.values()
        for part in parts[::2]
        if len(part.split()) > 2
    }
    assert len(pieces) > 100
    assert sorted(piece for piece in pieces if piece in everything) == []
    page = parse("x", chinese["claims/C2/index.html"])
    assert page.tree.get("lang") == "zh"
    assert "2023年4月3日" in text(page.all("main")[0])


def test_an_article_in_another_language_says_so():
    sources = [{**source, "language": "fr"} if source["id"] == "S2" else source for source in SOURCES]
    book = {path: parse(path, html) for path, html in built(ENGLISH, sample(sources=sources)).items()}
    quoted = [one.get("lang") for one in book["claims/C2/index.html"].all("blockquote")[:3]]
    assert quoted == [None, None, "fr"]
    assert book["sources/S2/index.html"].all("h1")[0].get("lang") == "fr"
    assert book["sources/S1/index.html"].all("h1")[0].get("lang") is None


def test_a_page_from_right_to_left_and_what_stands_on_it_from_left_to_right(tmp_path):
    spoken = language([write(tmp_path, "ar", "nav:\n  themes: المواضيع\n"), TEMPLATES], "ar")
    sources = [{**source, "language": "en"} if source["id"] == "S1" else source for source in SOURCES]
    dossier = sample(sources=sources, file={**sample().file.model_dump(), "language": "ar"})
    page = parse("x", built(spoken, dossier)["claims/C1/index.html"])
    assert (page.tree.get("lang"), page.tree.get("dir")) == ("ar", "rtl")
    quoted = page.all("blockquote")[0]
    assert (quoted.get("lang"), quoted.get("dir")) == ("en", "ltr")
    assert page.all("h1")[0].get("dir") is None


def test_the_style_has_no_side_of_its_own():
    style = sheet([TEMPLATES]).decode("utf-8")
    assert len(style) > 10_000
    assert re.findall(r"^\s*(?:margin|padding|border)-(?:left|right)|^\s*(?:left|right):", style, re.MULTILINE) == []
    assert re.findall(r"text-align: (?:left|right)", style) == []


def test_the_same_words_each_time():
    assert built(CHINESE, sample()) == built(language([TEMPLATES], "zh"), sample())
    assert isinstance(environment([TEMPLATES], CHINESE), jinja2.Environment)
