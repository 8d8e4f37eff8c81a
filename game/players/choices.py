"""What the scripted players share: reading the legal actions of a view."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from game.engine import View
from game.engine.actions import (
    NO_PROPOSAL,
    RAISE_TERM,
    RESPOND,
    TABLE,
    TERM,
    argument_of,
    card_of,
    encode,
    giver_of,
    kind_of,
    term_code,
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


def draft_shared_step(view: View) -> int:
    """Return the next move of a draft in which both sides take a step on one ladder.

    The ladder is that of the lowest joint level. A draft that began otherwise is given up.
    """
    side, rival = view.side, 1 - view.side
    draft = view.draft
    step: int | None = None
    if not draft:
        ladders = [n for n in range(4) if all(_may_raise(view, s, n) for s in (0, 1))]
        if ladders:
            step = _raise(rival, min(ladders, key=lambda n: view.joint_levels[n]))
    elif len(draft) == 1 and term_of(draft[0]) >= RAISE_TERM:
        step = _raise(side, term_of(draft[0]) - RAISE_TERM)
    elif len(draft) == 2:
        step = encode(TABLE)
    if step is None or view.why_not(step) is not None:
        return encode(NO_PROPOSAL)
    return step


def _raise(giver: int, ladder: int) -> int:
    """Return the action that adds a side's step on a ladder to the draft."""
    return encode(TERM, 0, term_code(giver, RAISE_TERM + ladder))


def _may_raise(view: View, side: int, ladder: int) -> bool:
    """Say whether a side could take its next step on a ladder."""
    return view.term_reason(term_code(side, RAISE_TERM + ladder)) is None


def gives_away_a_site(view: View) -> bool:
    """Say whether the tabled package asks the view's side to leave or forgo a site."""
    own = (term_of(code) for code in view.tabled if giver_of(code) == view.side)
    return any(1 <= term <= 2 * SITES_A_SIDE for term in own)
