"""What a drawing may hold, and which files may lie in content/: broken dossiers are in tests/bad/unsafe-file*."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import mkdocs.utils
import properdocs.utils
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.check import check
from diptych.check.drawing import faults
from diptych.dossier import Dossier
from diptych.store import MARKDOWN, load

BAD = Path(__file__).parent.parent / "bad"
OPEN = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def calm() -> Dossier:
    dossier = load(BAD / "_base").dossier
    assert dossier is not None
    return dossier


def drawn(inside: str) -> list[str]:
    return [fault.what for fault in faults(OPEN + inside.encode() + b"</svg>")]


@pytest.mark.parametrize(
    "inside",
    [
        '<g fill="none" transform="rotate(3) translate(1,2)" style="stroke:rgb(1,2,3);clip-path:url(#a)"/>',
        '<style>.a{fill:url("#g")} /* @import url(x) */ @media print{.a{color:red}}</style>',
        '<a href="https://tarn.example/" target="_blank"><text font-family="\'A B\', serif">x</text></a>',
        '<image href="map.png"/><image xlink:href="data:image/jpeg;base64,AAAA"/>',
        '<text aria-label="url(x) \\" data-x="javascript:" xml:space="preserve">javascript:alert(1)</text>',
        "<!-- <script> --><desc>&lt;script&gt;</desc>",
    ],
)
def test_a_plain_drawing_is_fine(inside: str) -> None:
    assert drawn(inside) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
        '<rect onclick="a"/>',
        '<rect ONCLICK="a"/>',
        '<a href="java&#115;cript:a"/>',
        '<a xlink:href="&#9;data:text/html,a"/>',
        '<use href="other.svg#a"/>',
        '<use href=" https://else.example/a.svg#a"/>',
        '<image href="other.svg"/>',
        '<image href="//else.example/a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<animate attributeName="href" values="javascript:a"/>',
        '<rect fill="url(https://else.example/)"/>',
        "<rect fill=\"URL( 'https://else.example/')\"/>",
        "<rect style=\"background:image-set('a.png' 1x)\"/>",
        '<rect style="fill:u\\72l(x)"/>',
        "<style>@import 'a.css';</style>",
        "<style>@im<!-- -->port 'a.css';</style>",
        "<style><![CDATA[@import 'a.css';]]></style>",
        "<style>a{b:url(//else.example)}</style>",
        '<g xml:base="https://else.example/"/>',
        "<?php a ?>",
        '<font-face-uri href="https://else.example/"/>',
        '<feImage href="https://else.example/"/>',
    ],
)
def test_what_runs_or_loads_is_found(inside: str) -> None:
    assert len(drawn(inside)) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"])
def test_no_encoding_hides_a_script(encoding: str) -> None:
    assert faults((OPEN + b"<script>\xc3\xa9</script></svg>").decode().encode(encoding)) != []


@given(st.binary(max_size=80))
def test_any_bytes_are_read(inside: bytes) -> None:
    for fault in faults(OPEN + inside + b"</svg>"):
        assert fault.what


@given(st.text(alphabet="<>/\"'= abgs:!-[]&;#scriptonload", max_size=60))
def test_a_drawing_without_faults_has_no_element_or_handler_that_runs(inside: str) -> None:
    if not drawn(inside):
        assert "<script" not in inside or "<!--" in inside or "<![CDATA[" in inside


@pytest.mark.parametrize(
    "data",
    [
        b"<g>" * 300_000,
        b"<style>" + b"a" * 2_000_000,
        b"<style>" + b"/*" * 1_000_000 + b"</style>",
        b"<g>" + b"&" * 10**6,
    ],
    ids=["deep", "name", "comments", "references"],
)
def test_a_drawing_made_to_take_time_takes_none(data: bytes) -> None:
    begun = time.process_time()
    faults(OPEN + data + b"</style></svg>")
    assert time.process_time() - begun < 5


def test_all_that_mkdocs_takes_for_a_page_is_read_as_one() -> None:
    assert set(MARKDOWN) == set(mkdocs.utils.markdown_extensions) == set(properdocs.utils.markdown_extensions)


@pytest.mark.parametrize(
    "name", ["a.xml", "a.xsl", "a.mjs", "a.wasm", "a.hta", "a.php", "a.gz", "a", "html", "a.html.en"]
)
def test_what_is_not_known_to_be_safe_is_not_published(name: str, tmp_path: Path) -> None:
    shutil.copytree(BAD / "_base", tmp_path / "d")
    (tmp_path / "d/content" / name).write_bytes(b"x")
    assert [(one.file, one.code) for one in check(load(tmp_path / "d"))] == [(f"content/{name}", "unsafe-file")]
