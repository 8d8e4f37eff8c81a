"""Lessons of packs: checked by the laws of the game's own, listed, handed out, held, told."""

import pytest
import yaml

from game.cli import main
from game.content import content_from_files, load_content
from game.content.check import check
from game.content.lessons import pack_plans
from game.content.pack_files import MOST_PACK_LESSONS
from game.content.packs import all_contents, content_for, install, remove
from game.content.schema import schemas
from game.match import Match
from game.match.lesson_record import LessonBegun
from game.paths import data_path
from game.teach.lesson import lesson_of
from game.teach.prompts import all_plans, lessons_of, shipped_lessons
from game.words.pack_check import pack_messages
from tests.packs.refusing import refusal
from tests.packs.samples import example, folder_of, installed_content, renamed, zip_of
from tests.packs.test_schema import fits

PLAN = "lessons/plans/my-pack-period.yaml"


def lesson(old="", new=""):
    """The files of the example with a lesson, which may be spoilt in one place."""
    text = data_path("lessons", "plans", "introduction-45.yaml").read_text(encoding="utf-8")
    for before, after in (
        ("slug: introduction-45", "slug: my-pack-period"),
        ("scenario: lisbon-to-chicago", "scenario: my-pack"),
        ("title: One period", "title: An hour of my own"),
        (
            "title: Rounds 3 and 4\n    kind: play\n    minutes: 12\n    rounds: 2",
            "title: Round 3\n    kind: play\n    minutes: 12\n    rounds: 1",
        ),
        *([(old, new)] if old else []),
    ):
        assert text.count(before) >= 1, before
        text = text.replace(before, after, 1)
    return {**example(), PLAN: text}


SLIPS = {
    "minutes": ("minutes: 45", "minutes: 46", "its steps add up to 45"),
    "rounds": ("rounds: 1\n", "rounds: 2\n", "plays 4 rounds; 'my-pack' needs 3"),
    "a scenario of the game": (
        "scenario: my-pack",
        "scenario: tutorial-none",
        "no scenario 'tutorial-none'",
    ),
    "the game's own scenario": (
        "scenario: my-pack",
        "scenario: first-council",
        "the game's own: play a scenario",
    ),
    "another name": ("slug: my-pack-period", "slug: my-pack-hour", "in a file of another name"),
    "a trigger of its own": ("when: signal", "when: sunrise", "sunrise"),
    "a hand-out of its own": ("handouts: [rules,", "handouts: [my-rules, rules,", "my-rules"),
    "half a pair": ("worksheet, key]", "worksheet]", "hands out one of 'worksheet' and 'key'"),
    "a key that is none": ("topic: introduction", "topik: introduction", "topik"),
    "an anchor": ("title: An hour", "title: &a An hour", "anchor"),
    "signs that spoof": ("An hour", '"An \\u202e hour"', "202E"),
    "no YAML": ("aims:", "aims: [", "not YAML"),
}


@pytest.mark.parametrize(("old", "new", "message"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_lesson_is_told_by_check_and_when_installing(tmp_path, old, new, message):
    folder = folder_of(lesson(old, new), tmp_path / "my-pack")

    told = [str(problem) for problem in check(folder)]

    assert any(message in line for line in told), told
    assert all(line.startswith(f"my-pack/{PLAN}:") for line in told)
    assert message in refusal(folder)


NAMES = {
    "a hand-out": ("lessons/handouts/rules.yaml", "of lessons a pack has plans"),
    "triggers": ("lessons/triggers.yaml", "of lessons a pack has plans"),
    "capitals": ("lessons/plans/Mine.yaml", "of lessons a pack has plans"),
    "a device": ("lessons/plans/con.yaml", "a name that Windows keeps for a device"),
}


@pytest.mark.parametrize(("name", "message"), NAMES.values(), ids=NAMES)
def test_a_pack_has_plans_and_nothing_else_of_lessons(tmp_path, name, message):
    path = zip_of({**example(), name: "[]\n"}, tmp_path / "bad.zip")

    assert message in refusal(path)


def test_a_lesson_of_the_games_own_name_is_refused(tmp_path):
    files = lesson("slug: my-pack-period", "slug: introduction-45")
    files["lessons/plans/introduction-45.yaml"] = files.pop(PLAN)

    told = refusal(folder_of(files, tmp_path / "bad"))

    assert "lesson 'introduction-45' is the game's own: give yours another name" in told


def test_a_lesson_that_another_pack_has_is_refused(tmp_path):
    install(folder_of(lesson(), tmp_path / "first"))
    second = {**renamed("other"), PLAN: lesson()[PLAN].replace(": my-pack\n", ": other\n")}

    told = refusal(folder_of(second, tmp_path / "second"))

    assert "lesson 'my-pack-period' is in the pack 'my-pack' already" in told


def test_many_lessons_are_refused(tmp_path):
    many = {f"lessons/plans/a{n}.yaml": "a: b\n" for n in range(MOST_PACK_LESSONS + 1)}

    assert "21 lessons: 20 at most" in refusal(folder_of({**example(), **many}, tmp_path / "x"))


def test_an_installed_lesson_is_listed_and_handed_out(tmp_path, capsys):
    install(folder_of(lesson(), tmp_path / "my-pack"))

    assert main(["handouts", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(shipped_lessons().plans) + 1
    assert lines[-1].startswith("my-pack-period: An hour of my own, 45 minutes. A whole match")

    assert main(["handouts", "--lesson", "my-pack-period", "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "plan-my-pack-period.html").read_text(encoding="utf-8")
    assert "An hour of my own" in page
    assert "My Pack" in page

    remove("my-pack")
    assert main(["handouts", "--lesson", "my-pack-period", "--out", str(tmp_path / "no")]) == 1
    assert "no lesson “my-pack-period”" in capsys.readouterr().err


def test_a_lesson_is_the_packs_alone(tmp_path):
    content = installed_content(folder_of(lesson(), tmp_path / "my-pack"))

    assert list(pack_plans(content)) == ["my-pack-period"]
    assert "my-pack-period" not in shipped_lessons().plans
    assert "my-pack-period" not in lessons_of(load_content()).plans
    plans = all_plans(all_contents())
    assert plans["my-pack-period"][0].fingerprint == content_for("my-pack").fingerprint
    assert not plans["introduction-45"][0].packs


def test_a_match_of_a_lesson_knows_its_plan_when_the_pack_is_gone(tmp_path):
    content = installed_content(folder_of(lesson(), tmp_path / "my-pack"))
    match = Match.start(content, "my-pack", 7, ("greedy", "greedy"), tmp_path)
    match.note_lesson(LessonBegun("my-pack-period", "10B", "", swapped=False))
    match.close()
    assert match.path is not None
    remove("my-pack")

    again = Match.resume(match.path)

    plan = lesson_of(again.content, again.lesson).plan
    assert plan is not None
    assert plan.title == "An hour of my own"


def test_a_save_whose_lesson_is_read_no_more_is_a_free_lesson(tmp_path):
    content = installed_content(folder_of(lesson(), tmp_path / "my-pack"))
    files = {
        name: text.replace("minutes: 45", "minutes: 46") if "lessons" in name else text
        for name, text in content.files.items()
    }
    spoilt = content_from_files(files)

    begun = LessonBegun("my-pack-period", "", "", swapped=False)
    assert lesson_of(spoilt, [begun]).plan is None
    assert lessons_of(spoilt).plans.keys() == shipped_lessons().plans.keys()


def test_a_lesson_is_translated_with_its_pack(tmp_path):
    content = installed_content(folder_of(lesson(), tmp_path / "my-pack"))

    texts = {(one.context, one.text) for one in pack_messages(content)}

    assert ("my-pack-period", "An hour of my own") in texts
    assert ("my-pack-period", "Hands off") in texts
    assert not [text for slug, text in texts if slug == "introduction-45"]


def test_editors_know_what_a_lesson_is():
    schema = schemas(load_content())["lesson.json"]
    plan = {}
    for path in sorted(data_path("lessons", "plans").glob("*.yaml")):
        plan = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert fits(plan, schema, schema), path
    assert not fits({**plan, "topik": "history"}, schema, schema)
    assert not fits({**plan, "minutes": 900}, schema, schema)
