"""`reciprocator`: starts open, then does what the other last did, forgiving one slip.

What the other last did is its last telling act on the public record: a stance in a
crisis, a step taken, or a step suspended.
"""

from game.engine import View
from game.engine import actions as a
from game.engine.fields import ACT_HOSTILE, ACT_MEASURED, FIRM, MEASURED, OPEN
from game.players.choices import (
    answer,
    by_kind,
    draft_shared_step,
    first_of,
    gives_away_a_site,
)
from game.players.firm import Firm
from game.players.operations import building_card


class Reciprocator:
    """Open to the open, measured to the measured, firm to who was firm twice."""

    def __init__(self, seed: int, side: int) -> None:
        self._hard = Firm(seed, side)

    def decide(self, view: View) -> int:
        """Return an action in kind."""
        actions = view.legal_actions()
        stance = mood(view)
        if view.decision == "crisis":
            return answer(view, actions, stance)
        if stance == FIRM:
            return self._hard.decide(view)
        if view.decision == "card":
            return _card(view, actions, stance)
        if view.decision in {"draft", "counter-draft"}:
            return draft_shared_step(view)
        kinds = by_kind(actions)
        if kinds.get(a.ACCEPT):
            refuse = stance != OPEN and gives_away_a_site(view)
            return a.encode(a.REJECT if refuse else a.ACCEPT)
        consent = first_of(kinds, a.YES, a.KEEP_QUIET, a.MANDATE)
        return actions[0] if consent is None else consent


def mood(view: View) -> int:
    """Return the stance that answers the other's last acts in kind."""
    _, _, _, last, before = view.record(1 - view.side)
    if last == ACT_HOSTILE:
        return FIRM if before == ACT_HOSTILE else MEASURED
    return MEASURED if last == ACT_MEASURED else OPEN


def _card(view: View, actions: list[int] | tuple[int, ...], stance: int) -> int:
    """Follow the other's lead; else, while open, play what helps both; else build quietly."""
    rival = view.steps[1 - view.side]
    own = view.steps[view.side]
    kinds = by_kind(actions)
    following = [
        action
        for action in kinds.get(a.COOPERATE, ())
        if rival[a.argument_of(action)] > own[a.argument_of(action)]
    ]
    if following:
        return following[0]
    if stance == OPEN and view.tension >= 6 and kinds.get(a.BACK_CHANNEL):
        return kinds[a.BACK_CHANNEL][-1]
    return building_card(view, actions, most_concern=1)
