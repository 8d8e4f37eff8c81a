"""Lessons: what is shipped can be held, and what is wrong is said where it stands."""

import re
import shutil

import pytest

from game.content import ContentError
from game.content.check import check
from game.content.lesson_words import CONCEPTS, TOPICS, TRIGGERS
from game.content.lessons import load_lessons
from game.paths import data_path

PLAN = "plans/verification-90.yaml"
BRIEF = "handouts/brief-russia.yaml"

# An edit is a file below lessons/, a pattern whose first match is replaced, the replacement,
# and what is said about it.
SLIPS = {
    "an unknown scenario": (
        PLAN,
        "scenario: lisbon-to-chicago",
        "scenario: lisbon-to-chigaco",
        "no scenario 'lisbon-to-chigaco'; did you mean 'lisbon-to-chicago'?",
    ),
    "a scenario whose end is rolled": (
        PLAN,
        "scenario: lisbon-to-chicago",
        "scenario: long-negotiation",
        "plays 'long-negotiation', of which nobody knows how long it lasts",
    ),
    "a moment that the program does not know": (
        PLAN,
        "when: face-down",
        "when: face-dwon",
        "unknown word 'face-dwon'; did you mean 'face-down'?",
    ),
    "a moment that the scenario has not": (
        "plans/first-council-20.yaml",
        "when: tension-7",
        "when: face-down",
        "asks at 'face-down', which 'first-council' has not",
    ),
    "a moment asked at twice": (
        PLAN,
        "when: last-round",
        "when: incident",
        "asks 2 times at 'incident'",
    ),
    "an idea that nobody knows": (
        PLAN,
        "concept: noise",
        "concept: noisy",
        "unknown word 'noisy'; did you mean 'noise'?",
    ),
    "a seat that a class code can't hold": (
        PLAN,
        "predictions: true",
        "predictions: true\nnato: hawk",
        "unknown word 'hawk'",
    ),
    "minutes that don't add up": (
        PLAN,
        "minutes: 20",
        "minutes: 21",
        "lasts 90 minutes, but its steps add up to 91",
    ),
    "too little time for a round": (
        PLAN,
        "    minutes: 14\n    rounds: 2",
        "    minutes: 14\n    rounds: 3",
        "step 2: 14 minutes; its rounds need 20",
    ),
    "rounds that don't reach the verdict": (
        PLAN,
        "    rounds: 2",
        "    rounds: 1",
        "plays 3 rounds; 'lisbon-to-chicago' needs 4 to its verdict",
    ),
    "a step of play without a round": (
        PLAN,
        "    rounds: 2\n",
        "",
        "step 2: rounds are played in steps of play, and in no others",
    ),
    "a lesson that ends with play": (
        PLAN,
        r"(?s)kind: talk\n    minutes: 20\n",
        "kind: play\n    minutes: 20\n",
        "ends with play: the last step is to talk or to write",
    ),
    "a plan in a file of another name": (
        PLAN,
        "slug: verification-90",
        "slug: verification-91",
        "stands in a file of another name",
    ),
    "a second plan of one name": (
        PLAN,
        "slug: verification-90",
        "slug: two-levels-90",
        "a second 'two-levels-90'",
    ),
    "one capital's brief without the other's": (
        PLAN,
        "brief-nato, brief-russia",
        "brief-nato",
        "hands out one of 'brief-nato' and 'brief-russia'; both or neither",
    ),
    "a longer brief for one capital": (
        BRIEF,
        "What does NATO’s",
        "Think hard before you answer, and then once more, slowly. What does NATO’s",
        "the briefs of both capitals are unequal",
    ),
    "a line more for one capital": (
        BRIEF,
        "      - What does NATO’s",
        "      - Think.\n      - What does NATO’s",
        "the briefs of both capitals need equally many lines",
    ),
    "a hand-out that the game makes itself": (
        BRIEF,
        "slug: brief-russia",
        "slug: worksheet",
        "hand-out 'worksheet' is made by the game",
    ),
    "triggers in disorder": (
        "triggers.yaml",
        r"(?s)(- slug: door-strained.*?)(- slug: door-closed.*?)(- slug: brink)",
        r"\2\1\3",
        "triggers not in the order of their words",
    ),
    "a trigger too few": (
        "triggers.yaml",
        r"(?s)- slug: brink.*?(- slug: verdict)",
        r"\1",
        "triggers without brink",
    ),
    "an idea that no trigger shows": (
        "triggers.yaml",
        "concept: noise",
        "concept: misperception",
        "no trigger shows 'noise'",
    ),
    "a key that no plan has": (
        PLAN,
        "topic: verification",
        "topic: verification\nlevel: hard",
        "unknown key 'level'",
    ),
    "a file that is no YAML": (
        PLAN,
        "aims:",
        "aims: [",
        "not YAML",
    ),
}


@pytest.fixture(scope="session")
def lessons(shipped):
    return load_lessons(shipped)


@pytest.fixture
def copy(tmp_path):
    """A copy of the shipped lessons in a data folder, to be spoilt."""
    shutil.copytree(data_path("lessons"), tmp_path / "data" / "lessons")
    return tmp_path / "data"


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_in_its_file(slip, copy, shipped):
    name, pattern, replacement, said = slip
    path = copy / "lessons" / name
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as error:
        load_lessons(shipped, copy)

    assert count == 1
    told = [str(problem) for problem in error.value.problems if said in problem.message]
    assert len(told) == 1, error.value
    assert told[0].startswith(f"data/lessons/{name}:") or "a second" in said


def test_a_file_that_is_not_utf8_is_named(copy, shipped):
    (copy / "lessons" / "plans" / "new.yaml").write_bytes(b"title: \xff\n")

    with pytest.raises(ContentError, match="not UTF-8"):
        load_lessons(shipped, copy)


def test_a_file_that_nobody_would_read_is_named(copy, shipped):
    (copy / "lessons" / "notes.yaml").write_text("a: b\n", encoding="utf-8")

    with pytest.raises(ContentError, match="not a file of lessons"):
        load_lessons(shipped, copy)


def test_check_reads_the_lessons_of_a_data_folder(folder):
    shutil.copytree(data_path("lessons"), folder / "lessons")
    assert check(folder) == ()
    path = folder / "lessons" / PLAN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("minutes: 90", "minutes: 91"), encoding="utf-8")

    [problem] = check(folder)

    assert "its steps add up to 90" in str(problem)


def test_data_without_lessons_is_whole(folder):
    assert check(folder) == ()


def test_every_topic_and_length_has_a_plan(lessons):
    plans = lessons.plans.values()

    assert {plan.topic for plan in plans} == set(TOPICS)
    assert {20, 45, 90} <= {plan.minutes for plan in plans}
    assert any(plan.room == "projector" and "24" in plan.pupils for plan in plans)


def test_triggers_and_ideas_are_all_told(lessons):
    assert tuple(lessons.triggers) == TRIGGERS
    assert {trigger.concept for trigger in lessons.triggers.values()} == {*CONCEPTS, None}


def test_neither_capital_is_named_more_often_in_what_is_asked(lessons):
    asked = [one.ask + one.listen_for for one in lessons.triggers.values()]
    asked += [
        one.ask + one.listen_for for plan in lessons.plans.values() for one in plan.prompts
    ]

    nato, russia = (sum(name in text for text in asked) for name in ("NATO", "Russia"))
    assert abs(nato - russia) <= 1
