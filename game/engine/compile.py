"""Content compiled: the world of a scenario, once for all its matches."""

from typing import Final

from game.content import effects as spec
from game.content.selection import content_of
from game.content.specs import Content, CrisisSpec, ResponseSpec
from game.content.vocabulary import LADDERS, STANCES
from game.engine.action_tables import Desks
from game.engine.actions import EVENT, RESPOND, encode
from game.engine.answers import Response, Rule, settlement
from game.engine.effects.conditions import compile_tests
from game.engine.effects.gates import alternatives, asked_event, event_needs, first_step
from game.engine.effects.verbs import (
    Compiler,
    announce_quietly,
    simple_rule,
)
from game.engine.event_facts import HAS_TESTS
from game.engine.lasting import SITE_COST, LastingEffect
from game.engine.legal_cards import legal_cards
from game.engine.playout import chances
from game.engine.rules.opening import opening_of
from game.engine.world import UnknownScenarioError, World

KEPT: Final = 16
"""Worlds that are kept: of the contents that were played last. A match holds its own."""

_worlds: dict[tuple[str, str], World] = {}
"""By fingerprint and scenario, that which was asked for last at the end."""


def compile_world(content: Content, scenario: str) -> World:
    """Return the world of a scenario; the same one for the same content.

    Raises:
        UnknownScenarioError: no scenario has this slug.
    """
    if scenario not in content.scenarios:
        raise UnknownScenarioError(scenario, tuple(content.scenarios))
    key = (content.fingerprint, scenario)
    world = _worlds.pop(key, None)
    if world is None:
        chosen = content_of(content, content.scenarios[scenario])
        world = World(chosen, chosen.scenarios[scenario])
        _compile_cards(world)
        _compile_crises(world)
        world.opening = opening_of(world)
        world.desks = Desks(world)
        world.legal_cards = (legal_cards(world, 0), legal_cards(world, 1))
        world.chances = (chances(world, 0), chances(world, 1))
    _worlds[key] = world
    if len(_worlds) > KEPT:
        del _worlds[next(iter(_worlds))]
    return world


def _compile_cards(world: World) -> None:
    """Compile the events of all cards."""
    lasting: list[LastingEffect] = []
    branches = []
    offers = []
    firsts = []
    for number, card in enumerate(world.cards):
        compiler = Compiler(world, len(lasting))
        ways = alternatives(card)
        branches.append(tuple(compiler.rules(branch) for branch in ways))
        firsts.append(tuple(first_step(world, branch) for branch in ways))
        offers.append(compiler.offer)
        lasting += [
            _lasting(world, len(lasting) + place, number, effect)
            for place, effect in enumerate(compiler.lasting)
        ]
    world.branches = tuple(branches)
    world.offers = tuple(offers)
    world.first_steps = tuple(firsts)
    world.conditions = tuple(compile_tests(world, card.condition) for card in world.cards)
    world.event_actions = tuple(
        tuple(encode(EVENT, number, place) for place in range(len(first)))
        for number, first in enumerate(firsts)
    )
    needs = [event_needs(world, card) for card in world.cards]
    world.event_needs = tuple(facts for facts, _ in needs)
    world.event_tests = tuple(tests for _, tests in needs)
    world.facts_needed = tuple(
        facts | (HAS_TESTS if tests or (len(ways) > 1 and any(ways)) else 0)
        for (facts, tests), ways in zip(needs, firsts, strict=True)
    )
    world.asked_events = tuple(
        asked_event(*parts)
        for parts in zip(world.event_actions, world.event_tests, world.first_steps, strict=True)
    )
    world.sure_events = tuple(
        actions if facts and not facts & HAS_TESTS else ()
        for facts, actions in zip(world.facts_needed, world.event_actions, strict=True)
    )
    world.lasting = tuple(lasting)
    _index_lasting(world)


def _lasting(world: World, number: int, card: int, effect: spec.Lasting) -> LastingEffect:
    """Return a lasting effect with its card, owner and number."""
    hook = effect.hook
    site = world.site_id[hook.site] if isinstance(hook, spec.BlockSiteHook) else -1
    side = int(card >= world.cards_a_side)
    return LastingEffect(number, card, side, hook, effect.until, site)


def _index_lasting(world: World) -> None:
    """Index the lasting effects by how they end."""
    for effect in world.lasting:
        bit = 1 << effect.number
        if effect.until == "round":
            world.ends_with_round |= bit
        elif effect.until == "next":
            world.ends_next_round |= bit
        if isinstance(effect.hook, spec.BlockHook):
            world.own_blocks[effect.side] |= bit
        if isinstance(effect.hook, spec.CostHook) and effect.until == "used":
            target = effect.hook.target
            place = SITE_COST if target == "site" else LADDERS.index(target)
            for side in effect.sides:
                world.discounts[side][place] |= bit


def _compile_crises(world: World) -> None:
    """Compile the conditions and responses of all crises."""
    world.crisis_conditions = tuple(compile_tests(world, c.condition) for c in world.crises)
    world.responses = tuple(_responses(world, crisis) for crisis in world.crises)
    world.open_responses = tuple(
        tuple(
            (
                tuple(r.action for r in answers if r.free),
                tuple(r for r in answers if not r.free),
                tuple(r.action for r in answers),
            )
            for answers in pair
        )
        for pair in world.responses
    )
    world.settlements = tuple(
        tuple(
            tuple(
                settlement(
                    world.numbers, world.cells[kind][ours.stance][theirs.stance], ours, theirs
                )
                for theirs in russia
            )
            for ours in nato
        )
        for kind, (nato, russia) in zip(world.crisis_type, world.responses, strict=True)
    )


def _responses(
    world: World, crisis: CrisisSpec
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """Return the compiled responses of a crisis, NATO's and Russia's."""
    return (
        tuple(_response(world, place, r) for place, r in enumerate(crisis.nato)),
        tuple(_response(world, place, r) for place, r in enumerate(crisis.russia)),
    )


def _response(world: World, place: int, response: ResponseSpec) -> Response:
    """Return a compiled response: sums on the tracks, then what happens afterwards."""
    tension = support = initiative = 0
    assurance = [0, 0]
    after: list[Rule] = []
    for effect in response.effects:
        match effect:
            case spec.Tension(by):
                tension += by
            case spec.Support("own", by):
                support += by
            case spec.Initiative(by):
                initiative += by
            case spec.Assurance(who, by):
                assurance[0] += by if who in ("own", "both") else 0
                assurance[1] += by if who in ("other", "both") else 0
            case spec.Announce(site):
                after.append(announce_quietly(world.site_id[site]))
            case _:
                after.append(simple_rule(world, effect))
    return Response(
        encode(RESPOND, 0, place),
        STANCES.index(response.stance),
        compile_tests(world, response.needs),
        (tension, support, (assurance[0], assurance[1]), initiative),
        tuple(after),
        response.clears,
    )
