"""What a dossier puts into its templates/ stands in for the package's own, of every kind that there is."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageFont
from support import ROOT, run

CODES = "unknown-actor: {mend: Ask the librarian.}\n"
KEYS = "DossierFile: {title: Wie das Dossier heißt.}\n"
FOOT = "<footer>Made by the reading circle.</footer>\n"
CARD = "assets/social-card.png"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The second dossier's folder with everything of its own, built, and the site of the same without."""
    root = tmp_path_factory.mktemp("own") / "water"
    shutil.copytree(ROOT / "tests/dossiers/water", root)
    assert run("diptych", "extract", cwd=root).returncode == 0
    assert run("diptych", "build", "--site-dir", "plain", cwd=root).returncode == 0
    for name, text in (
        ("lexicons/problem_codes.yml", CODES),
        ("lexicons/keys.yml", KEYS),
        ("partials/foot.html", FOOT),
        ("assets/diptych/00-own.css", ":root { --own: 1 }\n"),
        ("languages/en.yml", "nav: {data: Files}\n"),
    ):
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "templates/fonts").mkdir()
    (root / "templates/fonts/card-serif.ttf").write_bytes(ImageFont.load_default(20).font_bytes)  # type: ignore[union-attr]
    done = run("diptych", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root, root / "plain"


def title(folder: Path) -> str:
    schema = json.loads((folder / "data/schema/dossier.schema.json").read_bytes())
    return str(schema["properties"]["title"]["description"])


def test_templates_styles_and_words_are_the_dossiers(sites: tuple[Path, Path]) -> None:
    root, plain = sites
    page = (root / "site/side-by-side/index.html").read_text("utf-8")
    assert "Made by the reading circle" in page
    assert ">Files<" in page
    assert "--own: 1" in (root / "site/assets/diptych.css").read_text("utf-8")
    assert "Made by the reading circle" not in (plain / "side-by-side/index.html").read_text("utf-8")


def test_what_keys_mean_is_said_in_the_dossiers_words(sites: tuple[Path, Path]) -> None:
    root, plain = sites
    assert title(plain) == "What the dossier is called."
    assert title(root / "site") == "Wie das Dossier heißt."
    assert run("diptych", "export", "dataset", cwd=root).returncode == 0
    exported = json.loads((root / "dataset/schema/dossier.schema.json").read_bytes())
    assert exported["properties"]["title"]["description"] == "Wie das Dossier heißt."
    assert exported["properties"]["subtitle"]["description"] == "A second line under the title."


def test_what_a_code_means_is_said_in_the_dossiers_words(sites: tuple[Path, Path], tmp_path: Path) -> None:
    told = run("diptych", "explain", "unknown-actor", cwd=sites[0]).stdout
    elsewhere = run("diptych", "explain", "unknown-actor", cwd=tmp_path).stdout
    assert told.splitlines()[-1] == "To mend it: Ask the librarian."
    assert told.splitlines()[0] == elsewhere.splitlines()[0]
    assert told != elsewhere


def test_the_card_is_drawn_in_the_dossiers_letters_which_are_not_published(sites: tuple[Path, Path]) -> None:
    root, plain = sites
    own, theirs = ((folder / CARD).read_bytes() for folder in (root / "site", plain))
    assert own != theirs
    assert Image.open(io.BytesIO(own)).size == Image.open(io.BytesIO(theirs)).size
    for site in (root / "site", plain):
        assert not (site / "fonts").exists()
        assert not list(site.rglob("*.ttf"))
