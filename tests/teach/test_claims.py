"""Every claim of a debrief is true: worked out again from the journals of random matches."""

import json
import re

import pytest

from game.engine import actions as a
from game.teach.debrief import debrief
from game.teach.gathering import gather
from game.teach.telling.page import chapters, words_for
from game.teach.values import debrief_values
from tests.teach.conftest import SCENARIOS, play
from tests.teach.recount import Recount

IN_CI = 12
SEATS = (
    ("random", "random"),
    ("greedy", "random"),
    ("reciprocator", "firm"),
    ("random", "open"),
    ("greedy", "greedy"),
    ("operations", "random"),
)
PARTS = (
    "tension",
    "packages",
    "pledges",
    "undeclared",
    "crises",
    "incidents",
    "watchings",
    "shown",
)


def values_of(content, number, folder):
    """Return a random match as its journal has it, and what its debrief claims."""
    scenario = SCENARIOS[number % len(SCENARIOS)]
    match = play(content, scenario, number, SEATS[number % len(SEATS)], folder)
    [collected] = gather([match.path]).matches
    found = debrief(collected.course)
    words = words_for(found, "en")
    told = debrief_values(words, found, chapters(words, found))
    return collected.course, json.loads(json.dumps(told))


def check(content, number, folder):
    course, told = values_of(content, number, folder)
    recount = Recount(course)
    for part in PARTS:
        getattr(recount, part)(told[part])
    recount.concepts(told)
    check_sums(course, told, recount)
    check_sentences(course, told)


def check_sums(course, told, recount):
    """The sums of the first chapters, read back out of their sentences."""
    start, end = recount.after[0], course.truth
    short = [one["text"] for one in told["sentences"]["short"]]
    tension = told["sentences"]["tension"][0]["text"]
    if told["tension"]:
        up, down, low, high = map(int, re.findall(r"\d+", tension))
        assert low + up - down == high
        view = end.view(0)
        scenario = course.content.scenarios[course.scenario]
        assert (low, high) == (scenario.tension, view.tension)
        assert f"came to {view.tension}." in short[3]
    firm = sum(one["stances"].count(0) for one in told["incidents"] if one["began"] == 2)
    last = told["sentences"]["crises"][-1]["text"]
    none = "No firm answer" if told["incidents"] else "No crisis came up whose cause"
    assert last.startswith(f"{firm} firm answer" if firm else none)
    tabled = sum(a.kind_of(entry.action) == a.TABLE for entry in course.history)
    agreed = sum(a.kind_of(entry.action) == a.ACCEPT for entry in course.history)
    ledger = told["sentences"]["promises"][0]["text"]
    if tabled:
        assert list(map(int, re.findall(r"\d+", ledger))) == [tabled, agreed]
    outcome = course.outcome
    for side in (0, 1):
        points = f"{outcome.points[side] / 10:g}".replace("-", "−")
        assert f": {points} points, " in short[1 + side]
    joint = [min(pair) for pair in zip(*end.view(0).steps, strict=True)]
    assert f"came to {', '.join(map(str, joint))}: {sum(joint)} in all." in short[-1]
    assert start[0] is not None


def check_sentences(course, told):
    """Every sentence names entries that there are."""
    end = len(course.history)
    for chapter, sentences in told["sentences"].items():
        for one in sentences:
            assert all(0 <= number <= end for number in one["entries"])
            assert "{" not in one["text"], one
            assert one["entries"] or chapter in {"decisions", "outcomes"}, one


@pytest.mark.parametrize("number", range(IN_CI))
def test_the_claims_of_a_random_match_are_true(content, number, tmp_path):
    check(content, number, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("number", range(IN_CI, 200))
def test_the_claims_of_many_random_matches_are_true(content, number, tmp_path):
    check(content, number, tmp_path)
