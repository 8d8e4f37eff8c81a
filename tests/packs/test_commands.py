"""The commands for packs: begin one, check it, install, list, zip, remove, and play it."""

import argparse
import json
import os
import re
import shlex
import sys

import pytest

from game import cli
from game.commands.class_code import take_class
from game.content.check import check
from game.content.effects import CONDITIONS, HOOKS, VERBS
from game.content.layout import FIXED_FILES
from game.content.pack_files import is_pack_file
from game.paths import data_path
from tests.packs.samples import example, folder_of, spoilt, zip_of


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run the command line in a folder of its own; return exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments):
        code = cli.main([str(one) for one in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_command


def test_a_pack_from_its_beginning_to_its_end(run, tmp_path):
    """What the chapter *Writing a scenario* says, step by step."""
    code, out, _ = run("new-pack", "spring-talks")
    assert code == 0
    assert "defend-together check spring-talks" in out

    assert run("check", "spring-talks") == (0, "No problems found.\n", "")

    code, out, _ = run("packs", "add", "spring-talks")
    assert code == 0
    assert "defend-together play --scenario spring-talks" in out

    code, out, _ = run("packs", "list")
    assert "spring-talks: Spring Talks, version 1.0, by Your name, CC BY 4.0" in out

    code, out, _ = run(
        "simulate", "--scenario", "spring-talks", "--games", 2, "--save-dir", "saves"
    )
    assert code == 0

    code, out, _ = run("packs", "zip", "spring-talks")
    assert code == 0
    assert (tmp_path / "spring-talks-1.0.zip").is_file()
    assert run("check", "spring-talks-1.0.zip")[0] == 0

    assert run("packs", "remove", "spring-talks")[0] == 0
    assert run("simulate", "--scenario", "spring-talks")[0] == 1
    assert run("replay", "saves/spring-talks-00001.match")[0] == 0
    assert run("packs", "add", "spring-talks-1.0.zip")[0] == 0


def commands_of(document):
    """The command lines of a document, in order."""
    text = data_path(document).read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


def test_what_the_chapter_says_can_be_done_as_it_stands(run):
    for program, *arguments in commands_of("authoring.md"):
        assert program == "defend-together"
        code, _, err = run(*arguments)
        again = arguments[:2] == ["packs", "add"] and "installed already" in err
        assert code == 0 or again, (arguments, err)


def test_the_chapter_names_every_verb_hook_condition_and_file():
    text = data_path("authoring.md").read_text(encoding="utf-8")

    for word in (*VERBS, *HOOKS, *CONDITIONS):
        assert re.search(rf"`[^`]*\b{re.escape(word)}\b", text), word
    for name in FIXED_FILES:
        if name not in ("ladders.yaml", "crises/matrices.yaml"):
            assert f"`{name}`" in text or f"`{name.split('/')[-1]}`" in text, name


def test_more_processes_play_a_pack_too(run, tmp_path):
    run("packs", "add", folder_of(example(), tmp_path / "my-pack"))
    options = ("simulate", "--scenario", "my-pack", "--games", 3, "--nato", "random", "--json")

    one = run(*options)
    two = run(*options, "--jobs", 2)

    assert one[0] == 0
    assert json.loads(one[1]) == json.loads(two[1])


def test_a_class_code_of_a_pack_is_understood_where_the_pack_is(run, tmp_path):
    folder = folder_of(example(), tmp_path / "my-pack")
    run("packs", "add", folder)
    code, out, _ = run("class", "--scenario", "my-pack", "--salt", "river")
    assert code == 0
    options = cli_options(out.strip())
    assert options.scenario == "my-pack"

    run("packs", "remove", "my-pack")
    code, _, err = run("text", "--class", out.strip())
    assert code == 1
    assert "was made by another version of the game or its data" in err


def cli_options(code):
    """What a class code sets."""
    names = ("scenario", "nato", "russia", "seed", "resume")
    options = argparse.Namespace(class_code=code, **dict.fromkeys(names))
    take_class(options)
    return options


def test_a_report_of_the_lab_runs_on_a_pack(run, tmp_path):
    run("packs", "add", folder_of(example(), tmp_path / "my-pack"))

    code, out, _ = run(
        "lab",
        "balance",
        *("--scenario", "my-pack", "--nato", "random", "--russia", "random", "--games", 1),
    )

    assert code == 0
    assert "My Pack" in out


def test_a_mistake_is_told_with_file_line_and_column_in_a_zip_too(run, tmp_path):
    files = spoilt("cards/nato.yaml", "- initiative: 1", "- inititative: 1")
    path = zip_of(files, tmp_path / "bad.zip")

    for command in (("check",), ("packs", "add")):
        code, _, err = run(*command, path)
        assert code == 1
        assert err == (
            "bad.zip/cards/nato.yaml:12:7: no verb 'inititative'; did you mean 'initiative'?\n"
        )


def test_a_thing_that_is_not_there_is_told_in_one_line(run):
    assert run("packs", "add", "nowhere")[2] == "nowhere:1:1: no such folder or zip\n"
    assert "there is no pack “nothing”" in run("packs", "remove", "nothing")[2]
    code, _, err = run("simulate", "--scenario", "my-pack")
    assert code == 1
    assert "no scenario “my-pack”" in err


def test_a_broken_pack_is_listed_with_what_is_wrong(run, home):
    folder_of(spoilt("cards/nato.yaml", "side: nato", "side: mars"), home / "data/packs/broken")

    code, out, err = run("packs", "list")

    assert code == 0
    assert "broken: can’t be used" in out
    assert "broken/cards/nato.yaml:4:9: unknown word 'mars'" in err


@pytest.mark.parametrize(
    "name", ["", "My-Pack", "a b", "../x", "-x", "x-", "2007", "null", "true", "con", "x" * 41]
)
def test_a_pack_cannot_be_called_anything(run, tmp_path, name):
    code, out, _ = run("new-pack", "--", name)

    assert code == 1
    assert out == ""
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_and_the_shortest_make_packs_without_a_problem(run, tmp_path):
    for name in ("x", "y" * 40, "third-site-again"):
        assert run("new-pack", name, "--out", "packs")[0] == 0
        assert check(tmp_path / "packs" / name) == ()


def test_nothing_is_written_over(run, tmp_path):
    (tmp_path / "mine").mkdir()

    code, _, err = run("new-pack", "mine")

    assert code == 1
    assert "mine is there already" in err
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_new_pack_tells_editors_its_schemas(run, tmp_path):
    run("new-pack", "mine")

    for path in sorted((tmp_path / "mine").rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert named != first
        assert json.loads((path.parent / named).read_text(encoding="utf-8"))["$schema"]


def test_the_example_holds_nothing_but_files_of_a_pack():
    assert all(is_pack_file(name) for name in example())
    assert len(example()) == 7


def test_schemas_are_written(run, tmp_path):
    code, _, _ = run("schema", "--out", "editor")

    assert code == 0
    assert "cards.json" in {path.name for path in (tmp_path / "editor").iterdir()}


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="everything may be written here",
)
def test_a_folder_that_cannot_be_written_to_is_told(run, tmp_path):
    tmp_path.chmod(0o500)

    assert run("new-pack", "mine")[0] == 1
    assert run("schema")[0] == 1
    tmp_path.chmod(0o700)
