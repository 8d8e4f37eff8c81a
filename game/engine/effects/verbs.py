"""Verbs compiled to rules: closures of a position, the owner's side and the cause."""

from collections.abc import Callable
from typing import TypeAlias

from game.content import effects as spec
from game.content.vocabulary import LADDERS, Who
from game.engine.answers import Rule, Test
from game.engine.effects.conditions import compile_tests
from game.engine.fields import ANSWER_OFFER, CRISIS_SITE, DECLARED, HIDDEN
from game.engine.mutations import (
    begin_lasting,
    draw_cards,
    end_lasting,
    move_assurance,
    move_door,
    move_initiative,
    move_support,
    move_tension,
    move_threat,
)
from game.engine.position import Position
from game.engine.rules import crisis as crises
from game.engine.rules import ladders, pledges, sites
from game.engine.rules.flow import ask
from game.engine.rules.operations import look_at_hand
from game.engine.world import SIDE_SITES, World

Mover: TypeAlias = Callable[[Position, int, int, int], None]
"""Moves a track: position, side, by how much, cause."""


class Compiler:
    """Compiles the effects of one card or crisis; lasting effects take the next numbers.

    Attributes:
        lasting: the lasting effects met, as (hook, until), in the order of their numbers.
        offer: accepted and refused branch of the offer met, if one was.
    """

    def __init__(self, world: World, next_number: int) -> None:
        """Number lasting effects from `next_number`."""
        self.world = world
        self.next_number = next_number
        self.lasting: list[spec.Lasting] = []
        self.offer: tuple[tuple[Rule, ...], tuple[Rule, ...]] = ((), ())

    def rules(self, effects: tuple[spec.Effect, ...]) -> tuple[Rule, ...]:
        """Return the rules of effects, in their order."""
        return tuple(self.rule(effect) for effect in effects)

    def rule(self, effect: spec.Effect) -> Rule:
        """Return the rule of one effect."""
        match effect:
            case spec.Offer(accepted, refused):
                self.offer = (self.rules(accepted), self.rules(refused))
                return _offer
            case spec.If(when, then, otherwise):
                tests = compile_tests(self.world, when)
                return _branch(tests, self.rules(then), self.rules(otherwise))
            case spec.Lasting():
                number = self.next_number + len(self.lasting)
                self.lasting.append(effect)
                return lambda state, _side, _cause: begin_lasting(state, number)
            case spec.Lift():
                return _lift
            case _:
                return simple_rule(self.world, effect)


def simple_rule(world: World, effect: spec.Effect) -> Rule:
    """Return the rule of an effect that holds no others and lasts no longer than it takes."""
    return _track_rule(effect) or _card_rule(effect) or _site_rule(world, effect)


def _track_rule(effect: spec.Effect) -> Rule | None:
    """Return the rule of an effect on tracks, door or a ladder, or `None`."""
    match effect:
        case spec.Tension(by):
            return lambda state, _side, cause: move_tension(state, by, cause)
        case spec.Threat(by):
            return lambda state, _side, cause: move_threat(state, by, cause)
        case spec.Assurance(who, by):
            return _for_sides(move_assurance, who, by)
        case spec.Support(who, by):
            return _for_sides(move_support, who, by)
        case spec.Initiative(by):
            return lambda state, side, cause: move_initiative(state, side, by, cause)
        case spec.Door(by):
            return lambda state, _side, cause: move_door(state, by, cause)
        case spec.Step(ladder, who, free):
            return _step(LADDERS.index(ladder), who == "both", free)
        case _:
            return None


def _card_rule(effect: spec.Effect) -> Rule | None:
    """Return the rule of an effect on the cards in hand, or `None`."""
    match effect:
        case spec.Draw(cards):
            return lambda state, side, _cause: draw_cards(state, side, cards)
        case spec.Look(cards):
            return lambda state, side, cause: look_at_hand(state, side, cards, cause)
        case _:
            return None


def _site_rule(world: World, effect: spec.Effect) -> Rule:
    """Return the rule of an effect on sites, or that opens a crisis or suspends."""
    match effect:
        case spec.Announce(site):
            return _announce(world.site_id[site])
        case spec.Withdraw(site):
            return _withdraw(_named(world, site))
        case spec.Pledge(site):
            return _pledge(_named(world, site))
        case spec.Reveal():
            return lambda state, side, cause: sites.find_all(state, 1 - side, cause)
        case spec.OpenCrisis(slug):
            number = world.crisis_id[slug]
            return lambda state, side, _cause: crises.open_crisis(state, number, side)
        case spec.Suspend(ladder):
            return _suspend(LADDERS.index(ladder))
        case spec.AtSite(what):
            return _at_site(what)
        case _:
            raise TypeError(effect)


def announce_quietly(site: int) -> Rule:
    """Return the rule of a response's announcement, which calls no second crisis."""

    def rule(state: Position, side: int, cause: int) -> None:
        if may_announce(state, side, site):
            sites.announce(state, side, site, cause, call_crisis=False)

    return rule


def may_announce(state: Position, side: int, site: int) -> bool:
    """Say whether an effect can announce or unveil a site."""
    bit = 1 << site
    return bool(state.v[HIDDEN] & bit or sites.deployable(state, side) & bit)


def _for_sides(move: Mover, who: Who, by: int) -> Rule:
    """Return the rule that moves a track of one side or both."""
    if who == "own":
        return lambda state, side, cause: move(state, side, by, cause)
    if who == "other":
        return lambda state, side, cause: move(state, 1 - side, by, cause)

    def rule(state: Position, side: int, cause: int) -> None:
        del side
        move(state, 0, by, cause)
        move(state, 1, by, cause)

    return rule


def _step(ladder: int, both: bool, free: bool) -> Rule:
    """Return the rule of a step; what can't be taken is left out."""
    if both:
        return lambda state, _side, cause: ladders.take_step_together(
            state, ladder, cause, free
        )

    def rule(state: Position, side: int, cause: int) -> None:
        if not ladders.step_obstacle(state, side, ladder):
            ladders.take_step(state, side, ladder, cause, free)

    return rule


def _branch(
    tests: tuple[Test, ...], then: tuple[Rule, ...], otherwise: tuple[Rule, ...]
) -> Rule:
    """Return the rule that reads its condition when it is reached."""

    def rule(state: Position, side: int, cause: int) -> None:
        holds = all(test(state, side) for test in tests)
        for each in then if holds else otherwise:
            each(state, side, cause)

    return rule


def _offer(state: Position, side: int, cause: int) -> None:
    """Ask the other side to accept or refuse."""
    del cause
    ask(state, ANSWER_OFFER, 1 - side)


def _lift(state: Position, side: int, cause: int) -> None:
    """End the owner's own blocks without a price."""
    del cause
    end_lasting(state, state.world.own_blocks[side])


def _named(world: World, site: str) -> int:
    """Return the sites that a slug or `forward` names, as a mask."""
    return world.forward if site == "forward" else 1 << world.site_id[site]


def _announce(site: int) -> Rule:
    """Return the rule of an announcement, left out where it can't be made."""

    def rule(state: Position, side: int, cause: int) -> None:
        if state.v[HIDDEN] >> site & 1:
            sites.unveil(state, side, site, cause)
        elif may_announce(state, side, site):
            sites.announce(state, side, site, cause)

    return rule


def _withdraw(named: int) -> Rule:
    """Return the rule that withdraws the first of the named sites that is declared."""

    def rule(state: Position, side: int, cause: int) -> None:
        there = state.v[DECLARED] & named & SIDE_SITES[side]
        if there:
            sites.withdraw(state, side, (there & -there).bit_length() - 1, cause)

    return rule


def _pledge(named: int) -> Rule:
    """Return the rule that pledges every named site that is publicly empty."""

    def rule(state: Position, side: int, cause: int) -> None:
        free = named & SIDE_SITES[side] & ~state.v[DECLARED]
        while free:
            low = free & -free
            pledges.pledge_site(state, side, low.bit_length() - 1, cause)
            free ^= low

    return rule


def _suspend(ladder: int) -> Rule:
    """Return the rule of a response that suspends an own step."""

    def rule(state: Position, side: int, cause: int) -> None:
        if ladders.has_step(state, side, ladder):
            ladders.suspend(state, side, ladder, cause)

    return rule


def _at_site(what: str) -> Rule:
    """Return the rule for the site that called the crisis."""

    def rule(state: Position, side: int, cause: int) -> None:
        site = state.v[CRISIS_SITE]
        if site < 0 or not state.v[DECLARED] >> site & 1:
            return
        if what == "halt":
            sites.withdraw(state, side, site, cause, pays=False)
        else:
            sites.reschedule(state, side, site, 1 if what == "delay" else -1, cause)

    return rule
