"""Thinking as long as it takes: until the mind is made up, or until that is enough."""

import pytest

from game.players import UnknownSeatError, check_player, make_player
from game.players.search import patient
from game.players.search.patient import PatientPlayer, Watched


@pytest.fixture
def short(monkeypatch):
    """Make looks short, so that a test need not be patient."""
    monkeypatch.setattr(patient, "STEP", 40)


@pytest.fixture
def view(positions):
    return next(
        view
        for state in positions
        if (view := state.view(state.to_move)).decision == "card"
        and len(view.legal_actions()) > 10
    )


class Thought:
    """In a search's place: finds what it is told to, look by look."""

    def __init__(self, *best):
        self.best = best
        self.looks = 0

    def think(self, iterations):
        self.looks += 1

    def weighed(self):
        action = self.best[min(self.looks, len(self.best)) - 1]
        return (type("Move", (), {"action": action, "package": ()}),)


def test_it_has_a_name_with_and_without_temperament():
    assert isinstance(make_player("search:patient", 1, 0), PatientPlayer)
    hawk = make_player("search:patient:hawk", 1, 0)
    assert isinstance(hawk, PatientPlayer)
    assert hawk.temperament is not None
    assert hawk.temperament.name == "hawk"
    with pytest.raises(UnknownSeatError):
        check_player("search:impatient")


def test_it_decides_once_several_looks_agree():
    thought = Thought(1, 2, 1, 1, 1, 1, 1)

    PatientPlayer().think(thought)  # type: ignore[arg-type]

    assert thought.looks == 2 + patient.SETTLED


def test_it_decides_at_last_even_if_its_mind_keeps_changing():
    thought = Thought(*range(100))

    PatientPlayer().think(thought)  # type: ignore[arg-type]

    assert thought.looks == patient.MOST


def test_it_stops_when_that_is_enough_and_tells_how_far_it_is():
    heard: list[float] = []

    def watch(share: float) -> bool:
        heard.append(share)
        return len(heard) < 2

    player = PatientPlayer()
    assert isinstance(player, Watched)
    player.watch_with(watch)
    thought = Thought(*range(100))

    player.think(thought)  # type: ignore[arg-type]

    assert thought.looks == 2
    assert heard == [1 / patient.MOST, 2 / patient.MOST]


def test_left_alone_it_decides_alike(short, view):
    first, second = (PatientPlayer("hawk", seed=3, side=view.side) for _ in range(2))

    action = first.decide(view)

    assert action in view.legal_actions()
    assert second.decide(view) == action
