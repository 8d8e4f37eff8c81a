"""The computer thinks beside the frame loop: seen, ended at will, and never fatal."""

import time
from random import Random

import pygame
import pytest

from game.match import Match
from game.match.worker_messages import Broke, Decided
from game.ui.desk import Desk
from game.ui.scene import Scene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.watch import WatchedReveal, WatchScene
from game.ui.sitting import Sitting
from game.ui.thinking import LONG, PAUSE, WITHOUT_HURRY, ComputerTurn, beat_of, thinks_aside
from game.words import Words
from tests.ui.board_match import content, sitting_at
from tests.ui.players import MousePlayer

MOST_SECONDS = 60.0
ENOUGH = 10
"""Decisions after which a match runs."""


class Slow:
    """In a worker's place: answers after so many polls, or never."""

    def __init__(self, match, polls, broken=0):
        self.match = match
        self.polls = polls
        self.broken = broken
        self.asked = 0
        self.busy = False
        self.share = 0.0
        self.cancelled = 0
        self.ended = 0

    def decide(self):
        self.asked += 1
        self.busy = True
        self._left = self.polls

    def poll(self):
        self._left -= 1
        if not self.busy or self._left > 0:
            return None
        self.busy = False
        if self.asked <= self.broken:
            return Broke(self.asked, "its process ended")
        return Decided(self.asked, self.match.computer_action())

    def enough(self):
        self.ended += 1

    def cancel(self):
        self.busy = False
        self.cancelled += 1

    def close(self):
        self.cancel()


def sitting_of(*seats, scenario="lisbon-to-chicago"):
    return Sitting(Match.start(content(), scenario, 5, (seats[0], seats[1])), Words(content()))


def to_the_computer(sitting):
    """Let the person choose a mandate, so that the computer's turn is one that is seen."""
    luck = Random(1)
    while sitting.match.is_human(sitting.match.to_move):
        sitting.play(luck.choice(list(sitting.view.legal_actions())))
    return sitting


def thought(polls, broken=0):
    """Return a sitting whose computer is to choose a mandate, and its stand-in worker."""
    sitting = to_the_computer(sitting_of("human", "search:1"))
    worker = Slow(sitting.match, polls, broken)
    vars(sitting)["worker"] = worker
    return sitting, worker


class Ground(Scene):
    """A screen of one colour."""

    COLOUR = (1, 200, 3)

    def paint(self, target):
        target.fill(self.COLOUR)


def seen(window):
    """Return colours of the window, row after row, some points apart."""
    shown = pygame.display.get_surface()
    wide, high = shown.get_size()
    return [
        tuple(shown.get_at((x, y)))[:3] for y in range(5, high, 9) for x in range(5, wide, 9)
    ]


def test_who_thinks_without_hurry_has_a_longer_beat():
    assert beat_of("search:patient:hawk") == WITHOUT_HURRY
    assert beat_of("search:5:hawk") == beat_of("greedy") == PAUSE


def test_only_players_that_search_think_aside():
    assert thinks_aside("search:3:hawk")
    assert not thinks_aside("greedy")
    assert not thinks_aside("human")


def test_what_is_seen_takes_whole_beats():
    quick = {round(seen_after(polls) / PAUSE, 1) for polls in (1, 5, 30, 60)}
    slow = {round(seen_after(polls) / PAUSE, 1) for polls in (80, 100, 130)}

    assert quick == {1.0}
    assert slow == {2.0}


def seen_after(polls, frame=0.01):
    """Return when a decision that can be seen is played, found after so many polls."""
    sitting = sitting_of("human", "search:1")
    while sitting.match.view(1).decision == "mandate" or sitting.match.to_move == 0:
        match = sitting.match
        if match.is_human(match.to_move):
            sitting.play(list(sitting.view.legal_actions())[-1])
        else:
            sitting.play(match.computer_action())
    while sitting.match.view(1).decision == "draft":
        sitting.play(list(sitting.match.view(1).legal_actions())[-1])
        while sitting.match.to_move == 0:
            sitting.play(list(sitting.view.legal_actions())[-1])
    vars(sitting)["worker"] = Slow(sitting.match, polls)
    turn = ComputerTurn(sitting)
    while not turn.advance(frame):
        assert turn.elapsed < 10
    return turn.elapsed


def test_a_worker_that_breaks_is_asked_once_more():
    sitting, worker = thought(1, broken=1)
    turn = ComputerTurn(sitting)
    decided = len(sitting.match.history)
    turn.advance(0.01)
    assert len(sitting.match.history) == decided
    turn.advance(PAUSE)

    assert worker.asked >= 2
    assert len(sitting.match.history) > decided
    assert not any("thread" in line.text for line in sitting.news())


def test_when_thinking_comes_to_nothing_the_match_goes_on_with_a_clear_word():
    sitting, worker = thought(1, broken=99)
    turn = ComputerTurn(sitting)
    decided = len(sitting.match.history)
    for _ in range(5):
        turn.advance(1.0)
    assert len(sitting.match.history) > decided
    while not sitting.match.is_human(sitting.match.to_move):
        sitting.play(sitting.match.computer_action())

    told = [line.text for line in sitting.news()]

    assert "Russia’s player lost its thread and moved by a simpler rule." in told
    assert worker.asked >= 2


def test_the_plate_offers_to_end_what_takes_long(pilot):
    sitting, worker = thought(10**9)
    window = pilot(ThinkingScene(sitting))
    assert "now" not in window.ids()
    window.settle(LONG + 0.2)
    window.assert_fits()
    decided = len(sitting.match.history)

    window.click("now")
    window.settle(1.2)

    assert worker.ended == 1
    assert worker.cancelled == 1
    assert len(sitting.match.history) > decided


def test_a_match_that_is_taken_up_while_the_computer_thinks_shows_its_board(pilot):
    actions = [entry.action for entry in sitting_at("card").match.history]
    match = Match.start(content(), "long-negotiation", 7, ("human", "search:1"))
    for action in actions:
        match.play(action)
    while match.to_move == 0:
        match.play(match.truth.legal_actions()[0])
    sitting = Sitting(match, Words(content()))
    vars(sitting)["worker"] = Slow(match, 10**9)
    begun = pilot(Scene())
    empty = seen(begun)

    begun.app.show(sitting.next_scene())
    begun.settle(0.5)
    assert isinstance(begun.scene, ThinkingScene)
    assert begun.sees("is thinking")
    with_board = seen(begun)
    assert len(set(with_board)) > 10 * len(set(empty))
    begun.resize((1600, 900))
    assert len(set(seen(begun))) > 10 * len(set(empty))


def test_the_screen_of_a_match_stays_while_the_computer_thinks(pilot):
    sitting, _ = thought(10**9)
    sitting.on_screen = True
    window = pilot(Ground())
    window.app.show(ThinkingScene(sitting))
    window.settle(0.5)
    assert seen(window)[-1] == Ground.COLOUR


def test_a_key_ends_the_pause_but_not_the_thought(pilot):
    sitting, worker = thought(10**9)
    window = pilot(ThinkingScene(sitting))
    window.press("X")
    window.settle(0.2)

    assert isinstance(window.scene, ThinkingScene)
    assert worker.busy


def test_a_pause_stops_the_clock_and_leaving_ends_the_thought(pilot):
    sitting, worker = thought(10**9)
    window = pilot(ThinkingScene(sitting))
    window.settle(0.1)
    window.press("Esc")
    assert isinstance(window.scene, PauseScene)

    sitting.leave()

    assert not worker.busy


def test_a_real_worker_plays_against_a_person(pilot):
    sitting = to_the_computer(sitting_of("human", "search:2"))
    window = pilot(ThinkingScene(sitting))
    end = time.monotonic() + MOST_SECONDS
    while isinstance(window.scene, ThinkingScene) and time.monotonic() < end:
        window.tick(0.05)
        time.sleep(0.01)

    assert not isinstance(window.scene, ThinkingScene)
    assert sitting.match.is_human(sitting.match.to_move)
    sitting.leave()


@pytest.mark.parametrize("polls", [1, 40])
def test_players_that_think_are_watched(pilot, polls):
    sitting = sitting_of("search:1", "search:1", scenario="first-council")
    vars(sitting)["worker"] = Slow(sitting.match, polls)
    window = pilot(WatchScene(sitting))
    for _ in range(4):
        window.click("faster")
    for _ in range(400):
        window.settle(0.2)
        if len(sitting.match.history) >= ENOUGH:
            break

    assert len(sitting.match.history) >= ENOUGH


def test_one_step_waits_for_the_thought(pilot):
    sitting = sitting_of("search:1", "search:1", scenario="first-council")
    vars(sitting)["worker"] = Slow(sitting.match, 20)
    window = pilot(WatchScene(sitting))
    window.click("step")
    window.settle(2.0)
    decided = len(sitting.match.history)
    assert decided
    assert window.scene.paused

    window.settle(2.0)

    assert len(sitting.match.history) == decided
    assert not isinstance(window.scene, WatchedReveal)


@pytest.mark.long
def test_a_round_by_mouse_against_the_planner(pilot, tmp_path):
    window = pilot(TitleScene(Desk(content(), "en", tmp_path)))
    window.click("new")
    window.click("scenario:lisbon-to-chicago")
    window.click("russia:search")
    window.click("level-russia:1")
    window.click("number")
    window.type("3")
    window.click("start")
    match = window.scene.sitting.match
    player = MousePlayer(window, tmp_path)

    player.play(lambda: match.view(0).round >= 2)

    assert match.view(0).round == 2
    assert match.seats[1].startswith("search:1:")
    assert "ThinkingScene" in player.kinds
    match.close()
