"""Real matches for the tests of the board, of a fixed seed, brought to a decision."""

from collections.abc import Callable, Iterable
from functools import cache

from game.content import Content, load_content
from game.engine import View
from game.engine import actions as a
from game.match import Match
from game.paths import data_path
from game.ui.sitting import Sitting
from game.words import Words


@cache
def content() -> Content:
    return load_content(data_path())


_DEALS = 40


def sitting_at(
    decision: str,
    *,
    round_number: int = 1,
    seed: int = 7,
    scenario: str = "long-negotiation",
    seats: tuple[str, str] = ("human", "human"),
    computer: str = "greedy",
) -> Sitting:
    """Return a sitting at the first such decision of a round, with its side as the viewer."""
    actions = _actions_before(decision, round_number, seed, scenario, computer)
    return _seated(Match.start(content(), scenario, seed, seats), actions)


def sitting_where(
    wanted: Callable[[View], bool], *, seed: int = 7, computer: str = "random"
) -> Sitting:
    """Return a sitting of two people at the first decision whose view is as wanted.

    Chance ends many a match early: deals are tried from `seed` on.
    """
    for deal in range(seed, seed + _DEALS):
        match = Match.start(content(), "long-negotiation", deal, (computer, computer))
        actions: list[int] = []
        while match.to_move is not None and not wanted(match.view(match.to_move)):
            actions.append(match.computer_action())
            match.play(actions[-1])
        if match.to_move is not None:
            seats = ("human", "human")
            return _seated(Match.start(content(), "long-negotiation", deal, seats), actions)
    raise AssertionError("no such decision came")


def _seated(again: Match, actions: Iterable[int]) -> Sitting:
    """Play actions, and return the match with who decides next as the viewer."""
    for action in actions:
        again.play(action)
    assert again.to_move is not None, "no such decision came"
    sitting = Sitting(again, Words(content()))
    sitting.lift(again.to_move)
    sitting.told()
    sitting.shown()
    return sitting


@cache
def _actions_before(
    decision: str, round_number: int, seed: int, scenario: str, computer: str
) -> tuple[int, ...]:
    """Return what two computers do until such a decision comes, or to the end."""
    match = Match.start(content(), scenario, seed, (computer, computer))
    actions: list[int] = []
    while match.to_move is not None:
        view = match.view(match.to_move)
        if view.decision == decision and view.round >= round_number:
            break
        actions.append(match.computer_action())
        match.play(actions[-1])
    return tuple(actions)


def legal(sitting: Sitting, kind: int) -> list[int]:
    """Return the legal actions of a kind."""
    return [one for one in sitting.view.legal_actions() if a.kind_of(one) == kind]
