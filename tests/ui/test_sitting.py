"""Sittings: whose secrets may be seen, what is fresh, what comes next."""

from random import Random

import pytest

from game.engine.events import CardsDrawn, CrisisResolved, MandateChosen
from game.match import Match
from game.ui.scenes.board import BoardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content


def sitting_of(*seats: str, scenario: str = "long-negotiation") -> Sitting:
    return Sitting(Match.start(content(), scenario, 5, (seats[0], seats[1])), Words(content()))


def play_any(sitting: Sitting, luck: Random) -> None:
    match = sitting.match
    assert match.to_move is not None
    sitting.play(luck.choice(list(match.view(match.to_move).legal_actions())))


def test_one_person_always_looks():
    assert sitting_of("greedy", "human").viewer == 1
    assert sitting_of("human", "greedy").viewer == 0


def test_of_two_people_nobody_looks_before_the_curtain_rose():
    sitting = sitting_of("human", "human")
    assert sitting.viewer is None
    with pytest.raises(LookupError):
        _ = sitting.view
    assert isinstance(sitting.next_scene(), CurtainScene)
    sitting.lift(0)
    assert sitting.view.side == 0
    assert isinstance(sitting.next_scene(), MandateScene)


def test_the_curtain_falls_when_the_other_person_is_to_decide():
    sitting = sitting_of("human", "human")
    sitting.lift(0)
    sitting.play(sitting.view.legal_actions()[0])
    assert isinstance(sitting.next_scene(), CurtainScene)
    assert sitting.viewer is None
    assert sitting.fresh == ()


def test_a_lifted_curtain_settles_what_was_done():
    sitting = sitting_of("human", "human")
    sitting.lift(0)
    sitting.play(sitting.view.legal_actions()[0])
    assert sitting.why_not_undo() is None
    sitting.lift(1)
    assert sitting.why_not_undo() == "passed"


def test_what_was_taken_back_is_not_fresh():
    sitting = sitting_of("human", "human")
    sitting.lift(0)
    sitting.told()
    sitting.play(sitting.view.legal_actions()[0])
    assert any(isinstance(event, MandateChosen) for event in sitting.fresh)
    sitting.undo()
    assert sitting.fresh == ()


def test_fresh_events_hold_nothing_of_the_rival_s():
    sitting = sitting_of("human", "random")
    luck = Random(1)
    for _ in range(30):
        play_any(sitting, luck)
    drawn = [event for event in sitting.fresh if isinstance(event, CardsDrawn)]
    assert any(event.cards for event in drawn if event.side == 0)
    assert not any(event.cards for event in drawn if event.side == 1)
    assert sitting.news()
    assert sitting.fresh == ()


def test_a_resumed_match_is_not_told_again():
    sitting = sitting_of("human", "random")
    for _ in range(10):
        play_any(sitting, Random(1))
    assert Sitting(sitting.match, sitting.words).fresh == ()


def test_a_resolved_crisis_is_shown_once():
    sitting, luck = sitting_of("human", "human"), Random(3)
    while not sitting.resolved and not sitting.match.over:
        play_any(sitting, luck)
    assert any(isinstance(event, CrisisResolved) for event in sitting.resolved)
    assert isinstance(sitting.next_scene(), RevealScene)
    sitting.shown()
    assert sitting.resolved == ()
    assert not isinstance(sitting.next_scene(), RevealScene)


def test_the_computer_thinks_and_two_computers_are_watched():
    assert isinstance(sitting_of("greedy", "human").next_scene(), ThinkingScene)
    assert isinstance(sitting_of("greedy", "firm").next_scene(), WatchScene)


@pytest.mark.parametrize("seats", [("human", "human"), ("random", "firm")])
def test_every_match_comes_to_its_verdict(seats):
    sitting, luck = sitting_of(*seats, scenario="first-council"), Random(2)
    seen = set()
    while not sitting.match.over:
        if sitting.viewer is not None or sitting.match.to_move is not None:
            sitting.viewer = sitting.match.to_move if sitting.hot_seat else sitting.viewer
        seen.add(type(sitting.next_scene()))
        sitting.shown()
        play_any(sitting, luck)
    sitting.shown()
    sitting.seen()
    assert isinstance(sitting.next_scene(), VerdictScene)
    if sitting.hot_seat:
        assert {BoardScene, CouncilScene} <= seen


def test_the_log_of_nobody_is_what_both_may_know():
    sitting, luck = sitting_of("human", "human"), Random(1)
    for _ in range(25):
        play_any(sitting, luck)
    public = len(sitting.match.public_events())
    assert public <= min(len(sitting.match.events(side)) for side in (0, 1))
    assert sitting.log(None)
