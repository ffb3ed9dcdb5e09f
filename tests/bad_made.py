"""Broken dossiers that version control can't hold, or not on every system: each is made of the base when tested."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

#: What the base is changed by, and the report that it must get then.
Case = tuple[Callable[[Path], None], str]
_REFUSED, _RENAMED = (
    "warning: Windows can't hold this name",
    "      = hint: give it a name of letters, digits, hyphens and full stops",
)
_LINKED = "      = hint: put the file itself there: nothing outside the dossier is read"


def _outside(root: Path, name: str, text: str) -> Path:
    path = root.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def _seed_link(root: Path) -> None:
    (root / "seeds/other.txt").symlink_to(_outside(root, "private.txt", "Words of nobody's business.\n"))


def _seeds_folder_link(root: Path) -> None:
    (root / "seeds").rename(root.parent / "seeds")
    (root / "seeds").symlink_to(root.parent / "seeds", target_is_directory=True)


def _record_link(root: Path) -> None:
    path = root / "content/claims/C1.yml"
    path.rename(root.parent / "C1.yml")
    path.symlink_to("../../../C1.yml")


def _head_link(root: Path) -> None:
    path = root / "content/dossier.yml"
    path.rename(root.parent / "dossier.yml")
    path.symlink_to(root.parent / "dossier.yml")


def _template_links(root: Path) -> None:
    (root / "templates/partials").mkdir(parents=True)
    (root / "templates/base.html").symlink_to(_outside(root, "base.html", "private"))
    (root / "content/picture.png").symlink_to(_outside(root, "private.png", "private"))
    (root / "templates/partials/all").symlink_to("/", target_is_directory=True)
    (root / "templates/partials/up").symlink_to("..", target_is_directory=True)


def _broken_links(root: Path) -> None:
    (root / "seeds/gone.txt").symlink_to("nowhere.txt")
    (root / "content/events/E2.yml").symlink_to("E2.yml")


def _link_within(root: Path) -> None:
    (root / "kept").mkdir()
    (root / "content/themes.yml").rename(root / "kept/themes.yml")
    (root / "content/themes.yml").symlink_to("../kept/themes.yml")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "seeds/pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(root / "content")  # the path of a socket must be short
        made.bind("about.md")
        os.chdir(here)


def _folder(root: Path) -> None:
    (root / "content/events/E1.yml").unlink()
    (root / "content/events/E1.yml").mkdir()


def _large(root: Path) -> None:
    for name in ("seeds/long.txt", "content/responses/R3.yml", "content/about.md"):
        with (root / name).open("wb") as opened:
            opened.truncate(200_000_000)


def _deep(root: Path) -> None:
    (root / "content/cues.yml").write_text("verbs: " + "[" * 10_000 + "\n", encoding="utf-8")
    (root / "content/releases.yml").write_text("".join(" " * n + "a:\n" for n in range(2000)), encoding="utf-8")
    (root / "content/about.md").write_text("---\n" + "- " * 10_000 + "\n---\n\nWords.\n", encoding="utf-8")


def _windows(root: Path) -> None:
    (root / "seeds/originals").mkdir()
    for name in ("CON.txt", "who: said?.txt", "dots."):
        (root / "seeds/originals" / name).write_bytes(b"x")
    (root / "content/notes ").mkdir()
    (root / "content/notes /page.md").write_bytes(b"Words.\n")


def _same_names(root: Path) -> None:
    (root / "content/About.md").write_bytes(b"Words.\n")
    (root / "content/about.md").write_bytes(b"Words.\n")
    (root / "content/caf\u00e9.md").write_bytes(b"Words.\n")
    (root / "content/cafe\u0301.md").write_bytes(b"Words.\n")


def _accents_apart(root: Path) -> None:
    (root / "seeds/tarn-courier.txt").rename(root / "seeds/tarn-caf\u0065\u0301.txt")
    for source in (root / "content/sources").iterdir():
        source.write_bytes(source.read_bytes().replace(b"tarn-courier", "tarn-caf\u00e9".encode()))


def _bytes_as_name(root: Path) -> None:
    (root / "seeds" / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"Words.\n")


#: Where the system has links; Windows gives them to few.
LINKS: dict[str, Case] = {
    "link-outside.seed": (
        _seed_link,
        f"seeds/other.txt:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n1 error\n",
    ),
    "link-outside.seeds": (
        _seeds_folder_link,
        "content/sources/S1.yml:2:7: note: seeds/morning-ledger.txt is not there: "
        "5 passages not checked (seed-missing)\n"
        "    2 | file: seeds/morning-ledger.txt\n      |       ^\n\n"
        "content/sources/S2.yml:2:7: note: seeds/tarn-courier.txt is not there: 4 passages not checked (seed-missing)\n"
        "    2 | file: seeds/tarn-courier.txt\n      |       ^\n\n"
        f"seeds:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n1 error, 2 notes\n",
    ),
    "link-outside.record": (
        _record_link,
        f"content/claims/C1.yml:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n1 error\n",
    ),
    "link-outside.dossier": (
        _head_link,
        f"content/dossier.yml:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n1 error\n",
    ),
    "link-outside.templates": (
        _template_links,
        f"content/picture.png:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n"
        f"templates/base.html:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n"
        f"templates/partials/all:1:1: this link leads out of the dossier (link-outside)\n{_LINKED}\n\n"
        "templates/partials/up:1:1: this link leads back to a folder that it lies in (link-outside)\n"
        "      = hint: take it away\n\n4 errors\n",
    ),
    "link-broken": (
        _broken_links,
        "content/events/E2.yml:1:1: this can't be looked at: it leads in a circle (file-unreadable)\n"
        "      = hint: take it away, or mend its rights\n\n"
        "seeds/gone.txt:1:1: this link leads to nothing (link-broken)\n"
        "      = hint: put the file itself there\n\n2 errors\n",
    ),
    "link-within": (_link_within, "\n"),
    "not-a-file.pipe": (
        _pipe,
        "content/about.md:1:1: a file is expected here, and this is a socket (not-a-file)\n"
        "      = hint: take it away\n\n"
        "seeds/pipe.txt:1:1: a file is expected here, and this is a pipe (not-a-file)\n"
        "      = hint: take it away\n\n2 errors\n",
    ),
}
#: Where the system takes any name.
NAMES: dict[str, Case] = {
    "name-unportable.windows": (
        _windows,
        f"content/notes :1:1: {_REFUSED}: it ends in ' ' (name-unportable)\n{_RENAMED}\n\n"
        f"seeds/originals/CON.txt:1:1: {_REFUSED}: 'CON' is the name of a device (name-unportable)\n{_RENAMED}\n\n"
        f"seeds/originals/dots.:1:1: {_REFUSED}: it ends in '.' (name-unportable)\n{_RENAMED}\n\n"
        f"seeds/originals/who: said?.txt:1:1: {_REFUSED}: it holds ':' (name-unportable)\n{_RENAMED}\n\n4 warnings\n",
    ),
    "name-collision": (
        _same_names,
        "content/about.md:1:1: warning: Windows and macOS take this name for that of content/About.md: "
        "a copy there would hold one of the two (name-collision)\n      = hint: give one of them another name\n\n"
        "content/caf\u00e9.md:1:1: warning: Windows and macOS take this name for that of content/cafe\u0301.md: "
        "a copy there would hold one of the two (name-collision)\n      = hint: give one of them another name\n\n"
        "2 warnings\n",
    ),
    "seed-missing.accents": (
        _accents_apart,
        "content/sources/S2.yml:2:7: warning: seeds/tarn-caf\u00e9.txt is not there: "
        "4 passages not checked (seed-missing)\n"
        "    2 | file: seeds/tarn-caf\u00e9.txt\n      |       ^\n"
        "      = hint: a file of this name is there, with its accents coded in another way: give it the name again\n\n"
        "seeds/tarn-cafe\u0301.txt:1:1: warning: no source names this seed (seed-unlisted)\n"
        "      = hint: run `diptych extract`\n\n2 warnings\n",
    ),
    "name-unreadable": (
        _bytes_as_name,
        "seeds/caf<U+DCE9>.txt:1:1: the name of this file is not UTF-8 (name-unreadable)\n"
        "      = hint: give it another name\n\n1 error\n",
    ),
}
EVERYWHERE: dict[str, Case] = {
    "not-a-file.folder": (
        _folder,
        "content/events/E1.yml:1:1: a file is expected here, and this is a folder (not-a-file)\n"
        "      = hint: take it away or rename it\n\n1 error\n",
    ),
    "file-too-large": (
        _large,
        "content/about.md:1:1: this file has 200.0 MB, and 2 MB are the most for its kind (file-too-large)\n"
        "      = hint: split it, or take it away\n\n"
        "content/responses/R3.yml:1:1: this file has 200.0 MB, and 20 MB are the most for its kind (file-too-large)\n"
        "      = hint: split it, or take it away\n\n"
        "seeds/long.txt:1:1: this file has 200.0 MB, and 10 MB are the most for its kind (file-too-large)\n"
        "      = hint: an article is never as long: take it away\n\n3 errors\n",
    ),
    "yaml-syntax.deep": (
        _deep,
        "content/about.md:2:101: nested more than 50 deep (yaml-syntax)\n"
        f"    2 | …{'- ' * 49}- …\n      | {' ' * 51}^\n      = hint: no file needs it\n\n"
        "content/cues.yml:1:57: nested more than 50 deep (yaml-syntax)\n"
        f"    1 | … {'[' * 99}…\n      | {' ' * 51}^\n      = hint: no file needs it\n\n"
        "content/releases.yml:51:51: nested more than 50 deep (yaml-syntax)\n"
        f"   51 | {' ' * 50}a:\n      | {' ' * 50}^\n      = hint: no file needs it\n\n3 errors\n",
    ),
}
CASES: dict[str, Case] = EVERYWHERE | (LINKS if os.name == "posix" else {}) | (NAMES if sys.platform == "linux" else {})
#: The codes that these cases are about, on any system.
CODES = {"file-unreadable", *(name.split(".")[0] for name in (EVERYWHERE | LINKS | NAMES) if name != "link-within")}
