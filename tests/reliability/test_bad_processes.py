"""The thinking process goes wrong, for real: the match goes on, and says so."""

import sys
import time

import pytest

from game.match import Match
from game.match.worker_process import serve
from game.ui.scenes.hint import HintScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.sitting import Sitting
from game.ui.thinking import ComputerTurn
from game.words import Words
from tests.reliability import bad_processes
from tests.ui.pilot import Pilot

MOST_SECONDS = 60.0
REMARK = "player lost its thread and moved by a simpler rule"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@pytest.fixture
def sitting(content):
    """A match in which the computer, which searches, is to decide."""
    match = Match.start(content, "lisbon-to-chicago", 5, ("human", "search:1"))
    sitting = Sitting(match, Words(content))
    while match.is_human(match.to_move or 0):
        sitting.play(match.view(0).legal_actions()[0])
    yield sitting
    sitting.worker.close()


def stands_in(monkeypatch, process):
    monkeypatch.setattr(sys.modules["game.match.worker"], "serve", process)


def thought(sitting):
    """Let time pass as a frame loop does until the computer has decided; return the news."""
    decided = len(sitting.match.history)
    turn = ComputerTurn(sitting)
    end = time.monotonic() + MOST_SECONDS
    while len(sitting.match.history) == decided:
        assert time.monotonic() < end, "the match stands still"
        begun = time.thread_time()
        turn.advance(0.05)
        assert time.thread_time() - begun < 0.25
        time.sleep(0.005)
    return [line.text for line in sitting.news()]


@pytest.mark.parametrize("process", bad_processes.FAST, ids=lambda one: one.__name__)
def test_a_process_that_goes_wrong_costs_a_clear_word_and_no_match(
    sitting, monkeypatch, process
):
    stands_in(monkeypatch, process)

    told = thought(sitting)

    assert any(REMARK in line for line in told)
    assert sitting.match.unsaved is None


@pytest.mark.parametrize("process", bad_processes.SILENT, ids=lambda one: one.__name__)
def test_a_process_that_hangs_is_given_up(sitting, monkeypatch, process):
    stands_in(monkeypatch, process)
    sitting.worker.patience = 0.3

    assert any(REMARK in line for line in thought(sitting))


def test_a_process_that_never_stops_talking_holds_up_no_frame_and_can_be_ended(
    sitting, monkeypatch
):
    stands_in(monkeypatch, bad_processes.never_stops_talking)
    turn = ComputerTurn(sitting)
    decided = len(sitting.match.history)
    end = time.monotonic() + MOST_SECONDS
    while not turn.long or sitting.worker.share == 0.0:
        assert time.monotonic() < end
        turn.advance(0.05)
        time.sleep(0.005)

    turn.end()
    for _ in range(60):
        turn.advance(0.1)

    assert len(sitting.match.history) > decided


def test_a_process_that_was_killed_once_is_begun_anew_without_a_word(sitting, monkeypatch):
    stands_in(monkeypatch, bad_processes.dies_at_once)
    sitting.worker.prepare()
    monkeypatch.undo()

    told = thought(sitting)

    assert not any(REMARK in line for line in told)


@pytest.mark.parametrize("error", [OSError(11, "no more processes"), RuntimeError("no thread")])
def test_where_no_process_can_be_begun_a_simpler_rule_moves(sitting, monkeypatch, error):
    def refuse(*_):
        raise error

    monkeypatch.setattr(sys.modules["game.match.worker"], "get_context", refuse)

    assert any(REMARK in line for line in thought(sitting))


def test_a_hint_that_does_not_come_is_said_and_can_be_asked_for_again(content, monkeypatch):
    match = Match.start(content, "first-council", 5, ("human", "greedy"))
    sitting = Sitting(match, Words(content))
    stands_in(monkeypatch, bad_processes.is_killed_while_it_thinks)
    with Pilot(ThinkingScene(sitting) if match.to_move else sitting.next_scene()) as window:
        scene = HintScene(sitting)
        window.app._begin(scene)
        waited(window, lambda: window.sees("No advice came."))
        stands_in(monkeypatch, serve)
        window.click("again")
        waited(window, lambda: window.scene.tree.find("moves") is not None and scene.advice)

        assert len(match.hints) == 1
    sitting.worker.close()


def waited(window, done):
    end = time.monotonic() + MOST_SECONDS
    while not done():
        assert time.monotonic() < end, window.dump()
        window.tick(0.05)
        time.sleep(0.01)
