"""`open`: raises, accepts and answers open whenever that is legal."""

from typing import Final

from game.engine import View
from game.engine import actions as a
from game.engine.fields import OPEN
from game.players.choices import (
    answer,
    by_kind,
    cheapest,
    dearest,
    draft_shared_step,
    first_of,
)

LAST_SUPPORT: Final = 2


class OpenHanded:
    """Offers, accepts and never answers in kind."""

    def __init__(self, seed: int, side: int) -> None:
        del seed, side

    def decide(self, view: View) -> int:
        """Return the most open action."""
        actions = view.legal_actions()
        if view.decision == "crisis":
            return answer(view, actions, OPEN)
        if view.decision == "card":
            return open_card(view, actions)
        if view.decision in {"draft", "counter-draft"}:
            return draft_shared_step(view)
        kinds = by_kind(actions)
        consent = first_of(kinds, a.ACCEPT, a.YES, a.KEEP_QUIET, a.MANDATE)
        return actions[0] if consent is None else consent


def open_card(view: View, actions: list[int] | tuple[int, ...]) -> int:
    """Return a step on a ladder, else a friendly event, else what calms or helps at home.

    Steps wait while the government stands on its last Support: a lead costs some.
    """
    kinds = by_kind(actions)
    if kinds.get(a.COOPERATE) and view.support[view.side] > LAST_SUPPORT:
        return min(kinds[a.COOPERATE], key=lambda action: _height(view, action))
    cards = view.world.cards
    friendly = [e for e in kinds.get(a.EVENT, ()) if not cards[a.card_of(e)].coercive]
    if friendly:
        return dearest(view, friendly)
    for kind in (a.BACK_CHANNEL, a.CAMPAIGN):
        if kinds.get(kind):
            return dearest(view, kinds[kind])
    return cheapest(view, kinds[a.HIDE_NOTHING]) if kinds.get(a.HIDE_NOTHING) else actions[0]


def _height(view: View, action: int) -> tuple[int, int]:
    """Return the own step on an action's ladder and its card's worth: low ones first."""
    ladder = a.argument_of(action)
    own = view.steps[view.side][ladder] - view.steps[1 - view.side][ladder]
    return own, view.world.cards[a.card_of(action)].operations
