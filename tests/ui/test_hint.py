"""Hints in the window: asked for by key or icon, shown with reasons, counted, cancelled."""

import time

import pytest

from game.match.worker_messages import AdviceGiven, Broke
from game.players.advice import advise
from game.ui.scenes.board import BoardScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.hint import HintScene
from game.ui.theme import INK
from tests.ui.board_match import sitting_at

MOST_SECONDS = 60.0
DECISIONS = (("card", 4), ("draft", 3), ("reply", 2), ("crisis", 3), ("mandate", 0))


class Adviser:
    """In a worker's place: answers at the poll that it is told to."""

    def __init__(self, sitting, polls=2, broken=0):
        self.sitting = sitting
        self.polls = polls
        self.broken = broken
        self.asked = 0
        self.cancelled = 0
        self.busy = False

    def advise(self, lines):
        self.asked += 1
        self.busy = True
        self._left = self.polls

    def poll(self):
        self._left -= 1
        if self._left > 0 or not self.busy:
            return None
        self.busy = False
        if self.asked <= self.broken:
            return Broke(self.asked, "its process ended")
        return AdviceGiven(self.asked, advise(self.sitting.view, None, 24, 1))

    def cancel(self):
        self.busy = False
        self.cancelled += 1

    def close(self):
        self.cancel()


def shown(window):
    """Return the kind of the scene on top."""
    return type(window.scene).__name__


def advised_at(decision, number, polls=2, broken=0):
    sitting = sitting_at(decision, round_number=number)
    vars(sitting)["worker"] = Adviser(sitting, polls, broken)
    return sitting


@pytest.mark.parametrize(("decision", "number"), DECISIONS)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_hint_has_room_at_every_decision(pilot, decision, number, size):
    sitting = advised_at(decision, number)
    window = pilot(sitting.next_scene(), size=size)
    window.press("H")
    window.settle(0.3)

    assert isinstance(window.scene, HintScene)
    assert "move:1" in window.ids()
    window.assert_fits()


@pytest.mark.parametrize("text", [1.2, 1.4])
@pytest.mark.parametrize(("decision", "number"), DECISIONS)
def test_a_hint_has_room_in_large_text(pilot, decision, number, text):
    sitting = advised_at(decision, number)
    window = pilot(sitting.next_scene(), text=text, palette=INK)
    window.press("H")
    window.settle(0.3)
    window.assert_fits()


def test_the_icon_asks_too_and_help_has_its_other_key(pilot):
    window = pilot(BoardScene(advised_at("card", 2)))
    window.click("bar:hint")
    assert shown(window) == "HintScene"
    window.settle(0.3)
    window.press("H")
    assert shown(window) == "BoardScene"

    window.press("F1")

    assert shown(window) == "RulebookScene"


def test_a_hint_tells_why_and_what_it_promises(pilot):
    sitting = advised_at("card", 4)
    window = pilot(sitting.next_scene())
    window.press("H")
    window.settle(0.3)

    assert window.sees("What Russia might do")
    assert window.sees("its target")
    assert window.sees("with what Russia can know. 1 hint so far.")


def test_hints_are_counted_once_a_decision(pilot):
    sitting = advised_at("card", 2)
    window = pilot(BoardScene(sitting))
    for _ in range(3):
        window.press("H")
        window.settle(0.3)
        window.press("Esc")

    assert len(sitting.match.hints) == 1
    assert sitting.worker.asked == 1
    best = sitting.advice.moves[0]
    assert sitting.match.hints[0].action == best.action


def test_after_a_decision_the_hint_is_a_new_one(pilot):
    sitting = advised_at("card", 2)
    window = pilot(BoardScene(sitting))
    window.press("H")
    window.settle(0.3)
    window.press("Esc")

    sitting.play(sitting.view.legal_actions()[0])

    sitting.lift(sitting.match.to_move)
    assert sitting.advice is None


def test_a_hint_that_is_not_waited_for_is_not_counted(pilot):
    sitting = advised_at("card", 2, polls=10**9)
    window = pilot(BoardScene(sitting))
    window.press("H")
    window.settle(0.5)
    assert window.sees("Looking ahead")
    window.assert_fits()

    window.click("close")

    assert isinstance(window.scene, BoardScene)
    assert sitting.worker.cancelled == 1
    assert sitting.match.hints == ()


def test_when_no_advice_comes_it_can_be_asked_for_again(pilot):
    sitting = advised_at("card", 2, broken=1)
    window = pilot(BoardScene(sitting))
    window.press("H")
    window.settle(0.3)
    assert window.sees("No advice came")
    window.assert_fits()
    assert sitting.match.hints == ()

    window.click("again")
    window.settle(0.3)

    assert "move:1" in window.ids()
    assert len(sitting.match.hints) == 1


@pytest.mark.parametrize("way", ["mouse", "key"])
def test_an_advised_package_is_drafted_at_once(pilot, way):
    sitting = advised_at("draft", 3)
    window = pilot(sitting.next_scene())
    window.press("H")
    window.settle(0.3)
    window.assert_fits()
    package = sitting.advice.moves[0].package
    assert package

    if way == "mouse":
        window.click("draft")
    else:
        window.press("D")

    assert shown(window) == "CouncilScene"
    assert set(window.scene.terms) == set(package)
    assert window.focused == "table"
    window.assert_fits()
    window.press("Enter")
    assert sitting.match.history[-1].words.startswith("table")


def test_other_terms_give_way_to_an_advised_package(pilot):
    sitting = advised_at("draft", 3)
    sitting.play(sitting.view.legal_actions()[0])
    window = pilot(sitting.next_scene())
    window.press("H")
    window.settle(0.3)
    package = sitting.advice.moves[0].package
    window.press("D")

    assert set(window.scene.terms) == set(package)


def test_nobody_is_advised_behind_the_curtain(pilot):
    sitting = advised_at("card", 2)
    sitting.lower()
    window = pilot(CurtainScene(sitting))
    window.press("H")

    assert "bar:hint" not in window.ids()
    assert not isinstance(window.scene, HintScene)
    assert not sitting.may_ask


def test_a_real_worker_gives_a_hint(pilot):
    sitting = sitting_at("card", round_number=2)
    window = pilot(BoardScene(sitting))
    window.press("H")
    end = time.monotonic() + MOST_SECONDS
    while sitting.advice is None and time.monotonic() < end:
        window.tick(0.05)
        time.sleep(0.01)
    window.settle(0.1)

    assert "move:1" in window.ids()
    sitting.leave()
    assert sitting.worker.process_id is None
