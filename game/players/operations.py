"""`operations`: never plays an event; builds its own sites and its Support."""

from game.engine import View
from game.engine import actions as a
from game.engine.fields import MEASURED
from game.players.choices import answer, by_kind, cheapest, dearest, first_of, gives_away_a_site


class Operations:
    """Builds, campaigns, and signs what costs it no site."""

    def __init__(self, seed: int, side: int) -> None:
        del seed, side

    def decide(self, view: View) -> int:
        """Return the most useful operation."""
        actions = view.legal_actions()
        if view.decision == "crisis":
            return answer(view, actions, MEASURED)
        if view.decision == "card":
            return building_card(view, actions)
        kinds = by_kind(actions)
        if kinds.get(a.ACCEPT):
            return a.encode(a.REJECT if gives_away_a_site(view) else a.ACCEPT)
        plain = first_of(kinds, a.NO_PROPOSAL, a.REJECT, a.YES, a.KEEP_QUIET, a.MANDATE)
        return actions[0] if plain is None else plain


def building_card(
    view: View, actions: list[int] | tuple[int, ...], most_concern: int = 99
) -> int:
    """Return the operation that adds most to own sites, else to Support, else nothing.

    Args:
        view: The view of the side that plays a card.
        actions: Its legal actions.
        most_concern: Sites that alarm more than this are left alone.
    """
    kinds = by_kind(actions)
    sites = [
        (site_worth(view, action), -view.world.cards[a.card_of(action)].operations, action)
        for action in kinds.get(a.DEPLOY, ())
        if view.world.sites[a.argument_of(action)].concern <= most_concern
    ]
    if sites:
        return max(sites)[2]
    if kinds.get(a.CAMPAIGN):
        return dearest(view, kinds[a.CAMPAIGN])
    for kind in (a.BACK_CHANNEL, a.HIDE_NOTHING):
        if kinds.get(kind):
            return cheapest(view, kinds[kind])
    return actions[0]


def site_worth(view: View, action: int) -> int:
    """Return what a deployment adds to the own Coverage or Deterrent."""
    site = view.world.sites[a.argument_of(action)]
    return site.deterrent if view.side else site.coverage
