"""What must hold for a card's event: its condition and the first step of each branch."""

from game.content import effects as spec
from game.content.specs import CardSpec
from game.content.vocabulary import LADDERS
from game.engine.effects.conditions import can_step, compile_test
from game.engine.effects.verbs import may_announce
from game.engine.fields import DECLARED
from game.engine.position import Position
from game.engine.world import SIDE_SITES, EventGate, Test, World


def alternatives(card: CardSpec) -> tuple[tuple[spec.Effect, ...], ...]:
    """Return the event's effects, once for each branch that its owner may choose."""
    for place, effect in enumerate(card.event):
        if isinstance(effect, spec.Choose):
            before = card.event[:place]
            after = card.event[place + 1 :]
            return (before + effect.first + after, before + effect.second + after)
    return (card.event,)


def event_gate(world: World, card: CardSpec) -> EventGate | None:
    """Return what must hold for a card's event, or `None` if it is always open.

    Events whose branches differ in what they need keep their tests; a choice is then
    looked at branch by branch.
    """
    ways = alternatives(card)
    tests = [first_step(world, way) for way in ways]
    if not card.condition and not any(tests):
        return None
    own = rival = declared = empty = announced = 0
    others: list[Test] = []
    for condition in card.condition:
        match condition:
            case spec.Can(ladder):
                own |= 1 << LADDERS.index(ladder)
            case spec.Declared(site):
                declared |= 1 << world.site_id[site]
            case spec.Empty(site):
                empty |= 1 << world.site_id[site]
            case _:
                others.append(compile_test(world, condition))
    if len(ways) == 1 and tests[0] is not None:
        first = _opening(ways[0])
        match first:
            case spec.Step(ladder, who, _):
                own |= 1 << LADDERS.index(ladder)
                rival |= (who == "both") << LADDERS.index(ladder)
            case spec.Announce(site):
                announced |= 1 << world.site_id[site]
            case _:
                others.append(tests[0])
    return EventGate(own, rival, declared, empty, announced, tuple(others))


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
        chosen = if_so if all(each(state, side) for each in tests) else if_not
        return chosen is None or chosen(state, side)

    return test
