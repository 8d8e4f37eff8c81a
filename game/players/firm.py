"""`firm`: deploys and postures whatever alarms most, refuses packages, answers firm."""

from game.engine import View
from game.engine import actions as a
from game.engine.fields import FIRM
from game.players.choices import answer, by_kind, cheapest, first_of

_ALARMING = (a.EVENT, a.DEPLOY, a.SUSPEND)


class Firm:
    """Never gives way and never offers anything."""

    def __init__(self, seed: int, side: int) -> None:
        del seed, side

    def decide(self, view: View) -> int:
        """Return what alarms the other side most."""
        actions = view.legal_actions()
        if view.decision == "crisis":
            return answer(view, actions, FIRM)
        if view.decision == "card":
            return _card(view, actions)
        kinds = by_kind(actions)
        refusal = first_of(kinds, a.NO_PROPOSAL, a.REJECT, a.NO, a.REVEAL, a.MANDATE)
        return actions[0] if refusal is None else refusal


def _card(view: View, actions: list[int] | tuple[int, ...]) -> int:
    """Return the most alarming use of a card, or a quiet one where none alarms."""
    kinds = by_kind(actions)
    if kinds.get(a.UNVEIL):
        return kinds[a.UNVEIL][0]
    alarming = [action for kind in _ALARMING for action in kinds.get(kind, ())]
    rated = [(alarm(view, action), action) for action in alarming]
    best = max(rated, key=lambda pair: pair[0], default=(0, 0))
    if best[0] > 0:
        return best[1]
    for kind in (a.CAMPAIGN, a.HIDE_NOTHING):
        if kinds.get(kind):
            return cheapest(view, kinds[kind])
    return actions[0]


def alarm(view: View, action: int) -> int:
    """Return how much a use of a card alarms: Tension up, the other's Assurance down."""
    seen = view.preview(action)
    rival = 1 - view.side
    assurance = seen.assurance[rival]
    return seen.tension[1] - seen.tension[0] + assurance[0] - assurance[1]
