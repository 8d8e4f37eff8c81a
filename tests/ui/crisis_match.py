"""Real matches in the middle of a crisis, found by playing at random from fixed seeds."""

from collections.abc import Callable, Iterator
from functools import cache

from game.engine import View
from game.engine.view_parts import CrisisState
from game.match import Match
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content

SEEDS = range(60)
HUMANS = ("human", "human")


@cache
def _actions(seed: int) -> tuple[int, ...]:
    """Return all decisions of a match of two random players."""
    match = Match.start(content(), "long-negotiation", seed, ("random", "random"))
    while match.to_move is not None:
        match.play(match.computer_action())
    return tuple(entry.action for entry in match.history)


def replayed(seed: int, *, scenario: str = "long-negotiation") -> Iterator[tuple[Match, int]]:
    """Yield a match of two people before each decision of a random match, and the decision."""
    match = Match.start(content(), scenario, seed, HUMANS)
    for action in _actions(seed):
        yield match, action
        match.play(action)


def incident(crisis: CrisisState) -> bool:
    return crisis.incident and not crisis.public and crisis.cause is None


def of_a_site(crisis: CrisisState) -> bool:
    return crisis.site is not None


def plain(crisis: CrisisState) -> bool:
    return not crisis.incident and crisis.site is None


@cache
def _where(wanted: Callable[[CrisisState], bool]) -> tuple[int, int]:
    """Return the seed of a match with such a crisis, and the number of its decision."""
    for seed in SEEDS:
        for match, _ in replayed(seed):
            if match.to_move != 0:
                continue
            crisis = match.view(0).answering
            if crisis is not None and wanted(crisis) and match.view(0).round < 7:
                return seed, len(match.history)
    raise AssertionError(f"no crisis is {wanted.__name__}")


def crisis_sitting(wanted: Callable[[CrisisState], bool]) -> Sitting:
    """Return a sitting of two people in which NATO is to answer such a crisis."""
    seed, number = _where(wanted)
    match = Match.start(content(), "long-negotiation", seed, HUMANS)
    for action in _actions(seed)[:number]:
        match.play(action)
    sitting = Sitting(match, Words(content()))
    for side in (1, 0):
        sitting.lift(side)
        sitting.told()
    sitting.shown()
    return sitting


def crisis_of(sitting: Sitting) -> CrisisState:
    """Return the crisis that is to be answered."""
    crisis = sitting.view.answering
    assert crisis is not None
    return crisis


def view_of_mover(match: Match) -> View:
    """Return what the side that decides may know."""
    assert match.to_move is not None
    return match.view(match.to_move)
