"""What holds of every decision: laws of the way from one state to the next."""

from collections.abc import Callable
from typing import Final

from game.engine import State
from game.engine import fields as f


def time_goes_forward(before: State, after: State) -> None:
    rounds = after.v[f.ROUND] - before.v[f.ROUND]
    assert rounds in (0, 1)
    if not rounds:
        assert after.v[f.PHASE] >= before.v[f.PHASE]
        assert after.v[f.TURN] >= before.v[f.TURN]
    assert after.v[f.COUNTER] >= before.v[f.COUNTER]


def the_chair_passes_with_the_round(before: State, after: State) -> None:
    passed = after.round > max(before.round, 1)
    assert (after.v[f.CHAIR] != before.v[f.CHAIR]) == passed


def what_is_gone_or_was_reached_stays_so(before: State, after: State) -> None:
    for field in (f.REMOVED, f.REACHED):
        assert not before.v[field] & ~after.v[field]
    for side in (0, 1):
        chosen = before.v[f.MANDATE + side]
        assert chosen in (-1, after.v[f.MANDATE + side])
        assert before.v[f.DEALT + side] == after.v[f.DEALT + side]
    assert before.v[f.KEY] == after.v[f.KEY]


def a_decision_changes_the_state(before: State, after: State) -> None:
    assert before.v != after.v


Passage = Callable[[State, State], None]
PASSAGES: Final[tuple[Passage, ...]] = (
    time_goes_forward,
    the_chair_passes_with_the_round,
    what_is_gone_or_was_reached_stays_so,
    a_decision_changes_the_state,
)


def check_passage(before: State, after: State) -> None:
    """Assert every law of one decision's way."""
    for passage in PASSAGES:
        passage(before, after)
