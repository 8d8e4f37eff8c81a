"""The verdict: honest points, honest turning points, and the ways on."""

from functools import cache

import pytest

from game.match import Match
from game.ui.scenes.branch import BranchScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.turning_points import MOST, moment_of, turning_points
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.verdict_points import sources
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content

PLAYED = [
    ("long-negotiation", "greedy", "greedy", 5),
    ("long-negotiation", "firm", "firm", 2),
    ("lisbon-to-chicago", "open", "reciprocator", 3),
    ("november-statement", "operations", "random", 8),
    ("sectoral-defence", "open", "open", 1),
    ("first-council", "random", "random", 4),
]


@cache
def over(scenario: str, nato: str, russia: str, seed: int) -> Match:
    match = Match.start(content(), scenario, seed, (nato, russia))
    while not match.over:
        match.play(match.computer_action())
    return match


def sitting(played: tuple[str, str, str, int] = PLAYED[0]) -> Sitting:
    return Sitting(over(*played), Words(content()))


@pytest.mark.parametrize("played", PLAYED)
def test_the_sources_of_points_are_the_points(played):
    match = over(*played)
    for side in (0, 1):
        told = sources(Words(content()), match, side)
        assert match.outcome is not None
        assert sum(source.tenths for source in told) == match.outcome.points[side]


def test_who_was_firm_at_the_brink_reads_what_that_cost():
    match, words = over(*PLAYED[1]), Words(content())
    assert [match.truth.view(side).firm_at_brink(side) for side in (0, 1)] == [True, True]

    for side, word in ((0, "Protected"), (1, "Secure")):
        rows = [one for one in sources(words, match, side) if word in one.text]
        assert [(one.value, one.tenths) for one in rows] == [("no", 0)]
        assert f"{word}: not after a firm answer at Tension 7" in rows[0].text


@pytest.mark.parametrize("played", PLAYED)
def test_turning_points_are_of_the_match(played):
    match, words = over(*played), Words(content())
    turns = turning_points(words, match)
    assert len(turns) <= MOST
    assert [turn.number for turn in turns] == sorted({turn.number for turn in turns})
    for turn in turns:
        entry = match.history[turn.number - 1]
        moments = [moment_of(event, words) for event in entry.events]
        assert turn.moment in moments
        assert turn.round in (entry.round, entry.round + 1)
    if not turns:
        events = [event for entry in match.history for event in entry.events]
        assert not any(moment_of(event, words) for event in events)


def test_a_confrontation_names_what_ended_it():
    match = over(*PLAYED[1])
    assert match.outcome is not None
    assert match.outcome.verdict == "confrontation"
    turns = turning_points(Words(content()), match)
    assert any(turn.moment.kind == "end" for turn in turns)


@pytest.mark.parametrize("played", PLAYED)
def test_a_verdict_fits(pilot, played):
    window = pilot(VerdictScene(sitting(played)))
    window.assert_fits()
    for side in (0, 1):
        assert f"result:{side}" in window.ids()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1280, 960)])
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_a_verdict_fits_every_window(pilot, size, large):
    pilot(VerdictScene(sitting()), size=size, text=large).assert_fits()


def test_the_same_again_is_a_new_deal(pilot):
    scene = VerdictScene(sitting())
    window = pilot(scene)
    window.press("Enter")
    assert isinstance(window.scene, WatchScene)
    again = window.scene.sitting.match
    assert (again.scenario, again.seats) == ("long-negotiation", ("greedy", "greedy"))
    assert again.history == ()


def test_a_new_game_begins_at_the_curtain(pilot):
    window = pilot(VerdictScene(sitting()))
    window.click("new")
    assert isinstance(window.scene, NewGameScene)
    window.click("russia:human")
    window.click("start")
    assert isinstance(window.scene, CurtainScene | MandateScene)


def test_the_way_to_the_title_ends_here_when_there_is_none(pilot):
    window = pilot(VerdictScene(sitting()))
    window.click("title")
    assert isinstance(window.scene, VerdictScene), "Home stays on the lowest scene"


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_turning_point_is_replayed_from_where_it_was(pilot, by):
    scene = VerdictScene(sitting())
    window = pilot(scene)
    assert scene.turns
    if by == "mouse":
        window.click("turn:1")
    else:
        while window.focused != "turn:1":
            window.press("Tab")
        window.press("Enter")
    replay = window.scene
    assert isinstance(replay, ReplayScene)
    assert replay.decided == scene.turns[0].number
    window.press("B")
    assert isinstance(window.scene, BranchScene)
