"""`handouts` on the command line."""

import shlex
import shutil

import pytest

from game.charts import Listing
from game.cli import main
from game.content import load_content
from game.content.lesson_words import HANDOUTS
from game.content.lessons import load_lessons
from game.teach.handouts import desk_for, plan_page
from tests.teach.conftest import play

CONTENT = load_content()
LESSONS = load_lessons(CONTENT)


@pytest.fixture(scope="module")
def saves(tmp_path_factory):
    """Two tables of each scenario that a plan plays, in a folder named after it."""
    home = tmp_path_factory.mktemp("saves")
    for scenario in {plan.scenario for plan in LESSONS.plans.values()}:
        folder = home / scenario
        folder.mkdir()
        for seats in (("greedy", "reciprocator"), ("open", "firm")):
            play(CONTENT, scenario, 4, seats, folder, name=f"{seats[0]}.match")
    return home


def names(folder):
    return sorted(path.stem for path in folder.iterdir())


def test_a_lesson_gives_its_plan_and_its_hand_outs(tmp_path, capsys):
    out = tmp_path / "print"

    assert main(["handouts", "--lesson", "two-levels-90", "--out", str(out)]) == 0

    plan = LESSONS.plans["two-levels-90"]
    always = {"plan-two-levels-90", "quick-start", "rulebook"}
    assert set(names(out)) == always | set(plan.handouts)
    assert capsys.readouterr().out.splitlines()[0] == str(out / "plan-two-levels-90.html")


def test_without_a_lesson_every_hand_out_of_a_scenario_is_written(tmp_path, capsys):
    out = tmp_path / "print"

    assert main(["handouts", "--scenario", "sectoral-defence", "--out", str(out)]) == 0

    assert set(names(out)) == set(HANDOUTS)
    assert "Sectoral Defence" in (out / "worksheet.html").read_text(encoding="utf-8")


def test_the_lessons_are_listed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert main(["handouts", "--list"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(LESSONS.plans)
    assert lines[0].startswith("first-council-20: ")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_lesson_is_named_with_those_there_are(capsys):
    assert main(["handouts", "--lesson", "maths"]) == 1

    said = capsys.readouterr().err
    assert "no lesson “maths”; there are first-council-20, introduction-45" in said


def test_a_lesson_leaves_no_choice_of_scenario(capsys):
    chosen = ["--lesson", "two-levels-90", "--scenario", "first-council"]

    assert main(["handouts", *chosen]) == 1
    assert "--lesson sets what is played: leave --scenario out" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_named(tmp_path, capsys):
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")

    assert main(["handouts", "--out", str(file)]) == 1
    assert f"--out {file}" in capsys.readouterr().err


@pytest.mark.parametrize("slug", LESSONS.plans)
def test_the_commands_that_a_plan_names_do_what_they_are_there_for(
    slug, saves, tmp_path, monkeypatch, capsys
):
    plan = LESSONS.plans[slug]
    shutil.copytree(saves / plan.scenario, tmp_path / "class")
    monkeypatch.chdir(tmp_path)
    page = plan_page(desk_for(CONTENT, LESSONS, "en", plan.scenario, plan))
    [listing] = [
        block
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Listing)
    ]

    for line in listing.text.splitlines():
        program, *arguments = shlex.split(line)
        assert program == "defend-together"
        assert main(arguments) == 0, line

    assert capsys.readouterr().err == ""
    assert {"handouts", "class", "class.html"} == {path.name for path in tmp_path.iterdir()}
