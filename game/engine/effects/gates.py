"""What must hold for a card's event: its condition and the first step of each branch."""

from collections.abc import Callable

from game.content import effects as spec
from game.content.specs import CardSpec
from game.content.vocabulary import LADDERS
from game.engine.answers import Test
from game.engine.effects.conditions import can_step, compile_test
from game.engine.effects.verbs import may_announce
from game.engine.event_facts import OWN_STEPS, RIVAL_STEPS
from game.engine.fields import DECLARED
from game.engine.position import Position
from game.engine.world import SIDE_SITES, World


def alternatives(card: CardSpec) -> tuple[tuple[spec.Effect, ...], ...]:
    """Return the event's effects, once for each branch that its owner may choose."""
    for place, effect in enumerate(card.event):
        if isinstance(effect, spec.Choose):
            before = card.event[:place]
            after = card.event[place + 1 :]
            return (before + effect.first + after, before + effect.second + after)
    return (card.event,)


def event_needs(world: World, card: CardSpec) -> tuple[int, tuple[Test, ...]]:
    """Return what a card's event needs: facts as `World.event_needs`, and tests beyond them.

    The first steps of an event with several branches are tests of its branches alone.
    """
    ways = alternatives(card)
    first = first_step(world, ways[0])
    needs = 0
    tests: list[Test] = []
    if len(ways) == 1 and first is not None:
        needs = _first_facts(world, _opening(ways[0]))
        if not needs:
            tests.append(first)
    for condition in reversed(card.condition):
        match condition:
            case spec.Can(ladder):
                needs |= 1 << OWN_STEPS + LADDERS.index(ladder)
            case spec.Empty(site) if needs >> world.site_id[site] & 1:
                pass  # an open site is empty, or an own one that stands undeclared
            case _:
                tests.insert(0, compile_test(world, condition))
    return needs, tuple(tests)


def asked_event(
    actions: tuple[int, ...], tests: tuple[Test, ...], firsts: tuple[Test | None, ...]
) -> Callable[[Position, int], tuple[int, ...]]:
    """Return how to find the branches of an event that its tests leave open."""
    if len(tests) == 1 and (len(actions) == 1 or not any(firsts)):
        only = tests[0]
        return lambda state, side: actions if only(state, side) else ()

    def ask(state: Position, side: int) -> tuple[int, ...]:
        for test in tests:
            if not test(state, side):
                return ()
        if len(actions) == 1:
            return actions
        ways = zip(actions, firsts, strict=True)
        return tuple([act for act, first in ways if first is None or first(state, side)])

    return ask


def _first_facts(world: World, first: spec.Effect) -> int:
    """Return the facts that a first step needs, or 0 where masks can't tell."""
    match first:
        case spec.Step(ladder, who, _):
            number = LADDERS.index(ladder)
            own = 1 << OWN_STEPS + number
            return own | 1 << RIVAL_STEPS + number if who == "both" else own
        case spec.Announce(site):
            return 1 << world.site_id[site]
        case _:
            return 0


def _opening(branch: tuple[spec.Effect, ...]) -> spec.Effect:
    """Return the first effect of a branch, that of an offer's acceptance for an offer."""
    first = branch[0]
    return _opening(first.accepted) if isinstance(first, spec.Offer) else first


def first_step(world: World, branch: tuple[spec.Effect, ...]) -> Test | None:
    """Return the test that a branch's first step can be taken, or `None` if it always can."""
    if not branch:
        return None
    match branch[0]:
        case spec.Offer(accepted, _):
            return first_step(world, accepted)
        case spec.If(when, then, otherwise):
            return _first_of_branch(world, when, then, otherwise)
        case spec.Step(ladder, who, _):
            return _can_all(LADDERS.index(ladder), who == "both")
        case spec.Announce(site):
            number = world.site_id[site]
            return lambda state, side: may_announce(state, side, number)
        case spec.Withdraw(site):
            named = world.forward if site == "forward" else 1 << world.site_id[site]
            return lambda state, side: bool(state.v[DECLARED] & named & SIDE_SITES[side])
        case _:
            return None


def _can_all(ladder: int, both: bool) -> Test:
    """Return the test that every side named may take its next step."""
    own = can_step(ladder)
    if not both:
        return own
    return lambda state, side: own(state, side) and own(state, 1 - side)


def _first_of_branch(
    world: World,
    when: tuple[spec.Condition, ...],
    then: tuple[spec.Effect, ...],
    otherwise: tuple[spec.Effect, ...],
) -> Test | None:
    """Return the test of the branch that a condition would take now."""
    tests = tuple(compile_test(world, condition) for condition in when)
    if_so = first_step(world, then)
    if_not = first_step(world, otherwise)
    if if_so is None and if_not is None:
        return None

    def test(state: Position, side: int) -> bool:
        chosen = if_so
        for each in tests:
            if not each(state, side):
                chosen = if_not
                break
        return chosen is None or chosen(state, side)

    return test
