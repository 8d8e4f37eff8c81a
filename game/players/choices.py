"""What the scripted players share: reading the legal actions of a view."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from game.engine import View
from game.engine.actions import (
    RAISE_TERM,
    RESPOND,
    TABLE,
    TERM,
    argument_of,
    card_of,
    encode,
    giver_of,
    kind_of,
    term_of,
)
from game.engine.fields import SITES_A_SIDE


def by_kind(actions: Iterable[int]) -> dict[int, list[int]]:
    """Return the actions by their kind, each list in the order of the actions."""
    found: dict[int, list[int]] = defaultdict(list)
    for action in actions:
        found[kind_of(action)].append(action)
    return found


def first_of(actions: dict[int, list[int]], *kinds: int) -> int | None:
    """Return the first action of the first of these kinds that there is."""
    return next((actions[kind][0] for kind in kinds if actions.get(kind)), None)


def operations_of(view: View, action: int) -> int:
    """Return the operations value of an action's card."""
    return view.world.cards[card_of(action)].operations


def cheapest(view: View, actions: Sequence[int]) -> int:
    """Return the action whose card is worth least, the first of equals."""
    return min(actions, key=lambda action: operations_of(view, action))


def dearest(view: View, actions: Sequence[int]) -> int:
    """Return the action whose card is worth most, the first of equals."""
    return max(actions, key=lambda action: operations_of(view, action))


def answer(view: View, actions: Sequence[int], wanted: int) -> int:
    """Return the crisis response of the wanted stance, or the one nearest to it.

    Of several with one stance the first: responses stand in the order of the data.
    """
    crisis = view.answering
    assert crisis is not None, "asked for an answer without a crisis"
    responses = view.world.responses[view.world.crisis_id[crisis.slug]][view.side]

    def distance(action: int) -> tuple[int, int]:
        stance = responses[argument_of(action)].stance
        return abs(stance - wanted), stance

    return min((a for a in actions if kind_of(a) == RESPOND), key=distance)


def shared_raise(view: View, wanted: Callable[[int], float] | None = None) -> tuple[int, ...]:
    """Return a package in which both sides take a step on one ladder, or an empty one.

    Args:
        view: The drafter's view, its draft still empty.
        wanted: Gives each ladder its merit; without it the lowest joint level is best.
    """
    asks = {term_of(argument_of(a)) for a in view.legal_actions() if kind_of(a) == TERM}
    ladders = [n for n in range(4) if RAISE_TERM + n in asks and may_raise(view, n)]
    if not ladders:
        return ()
    merit = wanted or (lambda ladder: -view.joint_levels[ladder])
    best = max(ladders, key=merit)
    other, own = 1 - view.side, view.side
    return (other << 5 | RAISE_TERM + best, own << 5 | RAISE_TERM + best)


def may_raise(view: View, ladder: int) -> bool:
    """Say whether the view's side may offer its next step on a ladder."""
    term = encode(TERM, 0, view.side << 5 | RAISE_TERM + ladder)
    reason = view.why_not(term)
    # Offers come after asks: with an empty draft only that order can stand in the way.
    return reason is None or reason.slug == "nothing-asked"


def next_term(view: View, plan: Sequence[int]) -> int | None:
    """Return the action that goes on with a planned package, or `None` if it can't go on."""
    done = len(view.draft)
    if tuple(view.draft) != tuple(plan[:done]):
        return None
    following = encode(TERM, 0, plan[done]) if done < len(plan) else encode(TABLE)
    return following if view.why_not(following) is None else None


def gives_away_a_site(view: View) -> bool:
    """Say whether the tabled package asks the view's side to leave or forgo a site."""
    own = (term_of(code) for code in view.tabled if giver_of(code) == view.side)
    return any(1 <= term <= 2 * SITES_A_SIDE for term in own)
