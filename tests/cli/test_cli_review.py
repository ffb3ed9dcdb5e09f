"""`diptych review` at the command line: a list, a walk at a terminal, and a command for every decision."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from holding import errors, held
from support import ROOT, run, tree

from diptych.cli import main
from diptych.commands.review import review
from diptych.commands.walk import walk
from diptych.pipeline import extraction
from diptych.pipeline.review.agenda import Matter

FILES = {
    "mkdocs.yml": "site_name: T\n",
    "content/dossier.yml": "title: T\nparties:\n  reporting: {name: Water Auditor}\n  responding: {name: Wellwater}\n",
    "seeds/first.txt": (
        "Auditor finds leaks at three weirs\n\n"
        "The Water Auditor said on Monday that Wellwater hid leaks for nine years. "
        "The Water Auditor found that the bridge at Tarn had rusted through. "
        "The auditor urged the company to repay its customers.\n\n“That is wrong,” said Ida Falk, a spokeswoman for "
        "Wellwater. “We reported every leak in the week in which it was found,” she said.\n"
    ),
    "seeds/second.txt": (
        "Wellwater rejects audit\n\nWellwater on Tuesday rejected the audit. "
        "The Water Auditor said that Wellwater hid leaks for nine years.\n"
    ),
}


@pytest.fixture(scope="module")
def weirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("weirs")
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    extraction.extract(root)
    return root


@pytest.fixture
def dossier(weirs: Path, tmp_path: Path) -> Path:
    for name, data in tree(weirs).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def invoked(root: Path, *arguments: str) -> Result:
    """Runs the command in this process, where there is no terminal."""
    with contextlib.chdir(root):
        return CliRunner().invoke(main, ["review", *arguments])


def told(root: Path, *arguments: str) -> str:
    done = invoked(root, *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("command", sorted(review.commands) if isinstance(review, click.Group) else [])
def test_every_decision_has_help_with_an_example(command: str) -> None:
    done = invoked(ROOT, command, "--help")
    assert done.exit_code == 0
    assert f"diptych review {command}" in done.stdout.partition("Example:")[2]


def test_without_a_terminal_the_list_is_printed_with_reasons(dossier: Path) -> None:
    said = told(dossier)
    assert said == told(dossier, "--list")
    assert said.startswith(f"{len(held(dossier).items)} proposed\n")
    assert "only one passage says so" in said
    assert "= diptych review accept" in said


def test_a_doubtful_answer_to_the_report_is_told_by_whether_it_answers_something_else(dossier: Path) -> None:
    claim, response = (next(one for one in held(dossier).records if one.kind == kind) for kind in ("claim", "response"))
    file = dossier / f"content/responses/{response.id}.yml"
    text = re.sub(r"^answers:\n(?:- .*\n)*", "", file.read_text("utf-8"), flags=re.MULTILINE)
    alone = "nothing shows which finding it answers, so it is said to answer the report as a whole"
    for answers, told in (
        ("- {to: report, how: rejects}\n", alone),
        (
            f"- {{to: {claim.id}, how: denies}}\n- {{to: report, how: rejects}}\n",
            "it is said to answer the report as a whole besides",
        ),
    ):
        file.write_text(f"{text}answers:\n{answers}", "utf-8")
        printed = invoked(dossier, "--list").output
        mine = printed[printed.index(f"  {response.id} (response)") :].split("    = ")[0]
        assert told in mine
        assert (alone in mine) is (told == alone)


def test_the_list_as_json_has_the_most_doubtful_first(dossier: Path) -> None:
    matters = json.loads(told(dossier, "--format", "json"))
    proposed = [one for one in matters if one["what"] == "proposed"]
    assert [one["doubt"] for one in proposed] == sorted((one["doubt"] for one in proposed), reverse=True)
    assert all(one["reasons"] and one["suggestion"] and one["statement"] for one in matters)
    passage = proposed[0]["passages"][0]
    seed = held(dossier).sources[int(passage["source"][1:]) - 1].file
    text = (dossier / seed).read_bytes().decode()
    assert text[passage["start"] : passage["end"]] == passage["text"]


def test_decisions_are_made_by_id(dossier: Path) -> None:
    claim, response = (
        next(one.id for one in held(dossier).records if one.kind == kind) for kind in ("claim", "response")
    )
    assert told(dossier, "accept", claim) == f"{claim} is reviewed\n1 file changed\n"
    assert "denies" in told(dossier, "answer", response, claim, "--how", "denies")
    assert "is rejected" in told(dossier, "reject", response, "--because", "not theirs")
    assert held(dossier).rejected[0].because == "not theirs"
    assert told(dossier, "refind") == "no passage has moved\n0 files changed\n"
    assert run("diptych", "check", cwd=dossier).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "C99"),
        ("accept",),
        ("merge", "C1"),
        ("move", "C1#p1"),
        ("move", "C1#p9", "C2"),
        ("split", "C1", "0"),
        ("answer", "R1", "C1"),
        ("reject", "C1#1"),
        ("refind", "C1#p1@7"),
        ("--format", "xml"),
    ],
)
def test_wrong_use_is_2_and_changes_nothing(dossier: Path, arguments: tuple[str, ...]) -> None:
    before = tree(dossier)
    done = invoked(dossier, *arguments)
    assert done.exit_code == 2, done.output
    assert tree(dossier) == before


def test_a_broken_dossier_is_1_with_the_place(dossier: Path) -> None:
    (dossier / "content/claims/C1.yml").write_text("id: [\n", "utf-8")
    for arguments in ((), ("accept", "R1")):
        done = invoked(dossier, *arguments)
        assert done.exit_code == 1
        assert "content/claims/C1.yml:" in done.stderr


def test_a_card_without_a_seed_is_no_hindrance(dossier: Path) -> None:
    before = told(dossier)
    (dossier / "seeds/third.yml").write_text("title: Third\n", "utf-8")
    assert told(dossier) == before


def at_terminal(root: Path, answers: list[str]) -> str:
    """What a person sees who types these answers, each once a question is asked."""
    near, other = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "diptych", "review"], cwd=root, stdin=other, stdout=other, stderr=other, close_fds=True
    )
    os.close(other)
    seen, waiting, end = "", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([near], [], [], 0.5)
        if ready:
            try:
                data = os.read(near, 4096)
            except OSError:  # the other end is closed
                break
            if not data:
                break
            seen += data.decode("utf-8", "replace")
        if waiting and seen.endswith((": ", "]: ")):
            seen += "\n"
            os.write(near, f"{waiting.pop(0)}\n".encode())
    os.close(near)
    assert child.wait(10) == 0, seen
    return seen


def test_a_person_is_walked_through_it_at_a_terminal(dossier: Path) -> None:
    order = [one["id"] for one in json.loads(told(dossier, "--format", "json"))]
    first, second, third = order[:3]
    before = tree(dossier)
    seen = at_terminal(dossier, ["?", "x", "a", "r no such thing", "k", "q"])
    assert f"[1 of {len(order)}]" in seen
    assert "is not understood" in seen
    assert f"{first} is reviewed" in seen
    assert f"{second} is rejected" in seen
    assert seen.index(first) < seen.index(second) < seen.index(third)
    now = held(dossier)
    assert next(one for one in now.items if one.id == first).status == "reviewed"
    assert second not in {one.id for one in now.items}
    assert {one.because for one in now.rejected} == {"no such thing"}
    changed = {name for name in before if tree(dossier).get(name) != before[name]}
    assert len(changed) <= 4


def test_every_key_of_the_walk_does_what_its_command_does(dossier: Path) -> None:
    several = next(one for one in held(dossier).records if one.kind == "claim" and len(one.passages) > 2)
    told(dossier, "split", several.id, "1")  # so that there are two claims
    several = {one.id for one in held(dossier).records if len(one.passages) > 1}
    claims = [one.id for one in held(dossier).records if one.kind == "claim"]
    response = next(one.id for one in held(dossier).records if one.kind == "response")
    shared = next(iter(sorted(several & set(claims))))
    other = next(one for one in claims if one != shared)
    answers = {
        "a": (other, "is reviewed"),
        "r 1 no claim": (shared, f"{shared}#p1 is rejected"),
        "r": (shared, f"{shared} is rejected"),
        f"m {shared}": (other, f"went into {shared}"),
        "s 1 = The auditor says so.": (shared, "is new"),
        f"o 1 {response}": (shared, f"is now a passage of {response}"),
        f"n {other} denies": (response, f"answers {other}: denies"),
        f"n {other}": (response, "is not understood"),
        "s one": (shared, "is no number of a passage"),
        "t nowhere": (other, "there is no theme"),
        "f 1": (other, ""),
    }
    start = tree(dossier)
    for typed, (given, expected) in answers.items():
        shutil.rmtree(dossier / "content")
        for name, data in start.items():
            (dossier / name).parent.mkdir(exist_ok=True, parents=True)
            (dossier / name).write_bytes(data)
        chosen = [Matter(given, "proposed", "record", 0, ("a reason",), "review --list", "a statement")]

        @click.command()
        def walked(chosen: list[Matter] = chosen) -> None:
            walk(dossier, chosen)

        seen = CliRunner().invoke(walked, input=f"{typed}\nq\n")
        assert seen.exit_code == 0, seen.output
        assert expected in seen.output, typed
        assert errors(dossier) == []


def test_what_moved_is_settled_in_the_walk(dossier: Path) -> None:
    for one in (*held(dossier).items, *held(dossier).sources):
        told(dossier, "accept", one.id)
    seed = dossier / "seeds/first.txt"
    seed.write_text(
        seed.read_text("utf-8").replace("weirs\n", "weirs\n\n" + "By a reporter of ours in Tarn. " * 3, 1), "utf-8"
    )
    matters = json.loads(told(dossier, "--format", "json"))
    assert {"moved"} <= {passage["found"] for one in matters for passage in one["passages"]}
    answers = [
        f"f {p['number']} {p['places'][0][0]}" if p["found"] == "ambiguous" else "a"
        for one in matters
        if one["what"] == "changed" and one["passages"]
        for p in [next((p for p in one["passages"] if p["found"] == "ambiguous"), one["passages"][0])]
    ]
    seen = at_terminal(dossier, [*answers, "q", "n", "q"])
    assert " is now " in seen
    assert "seed-changed" not in run("diptych", "check", cwd=dossier).stdout
    assert "takes the new seed" in seen
