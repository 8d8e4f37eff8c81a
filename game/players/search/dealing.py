"""Dealing what a view does not know: positions that a search may think it is in."""

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from game.engine import State, View
from game.engine import fields as f
from game.engine.rules.sites import BUILDING_TIME
from game.engine.world import SIDE_SITES
from game.players.evaluation import ANY, mandates_of
from game.players.memory import Memory

Deal: TypeAlias = Callable[[Random], State]
"""Deals a whole position that agrees with what the dealer knows."""


class Dealer:
    """Deals positions that agree with a view, by what its side believes.

    A sealed answer is unsealed: who searches must not think that it could be seen, so both
    sides' answers are decided anew in every position.
    """

    def __init__(
        self,
        view: View,
        memory: Memory | None,
        *,
        blind: bool = False,
        keeps_draft: bool = False,
        guesses: bool = False,
    ) -> None:
        """Prepare to deal.

        Args:
            view: What the side knows.
            memory: What it believes; without it the other's mandate stays `ANY`, and its
                undeclared sites are where the engine's sampler puts them.
            blind: The side's own mandate is `ANY` too.
            guesses: Without a memory, the other's mandate is drawn evenly, not `ANY`.
            keeps_draft: A half-built draft is gone on with, not begun anew.
        """
        self._view = view
        self._memory = memory
        self._blind = blind
        self._keeps_draft = keeps_draft
        self._guesses = guesses and memory is None
        rival = 1 - view.side
        self._mandates = mandates_of(view.world, rival)
        self._known = view.v[f.MANDATE + rival] != ANY
        self._seen = view.v[f.HIDDEN] & SIDE_SITES[rival]  # type: ignore[operator]

    def __call__(self, luck: Random) -> State:
        """Return a position."""
        state = self._view.sample(luck)
        v = state.v
        side = self._view.side
        rival = 1 - side
        if self._blind:
            v[f.MANDATE + side] = ANY
        if not self._known and not self._guesses:
            v[f.MANDATE + rival] = ANY
            if self._memory is not None:
                v[f.MANDATE + rival] = self._mandates[_drawn(self._memory.mandates, luck)]
        if self._memory is not None:
            self._hide_anew(state, self._memory.hidden, luck)
        if not self._keeps_draft:
            v[f.DRAFT] = ()
        unseal(state)
        return state

    def _hide_anew(self, state: State, odds: tuple[float, ...], luck: Random) -> None:
        """Put the other's undeclared sites where they are believed to be."""
        rival = 1 - self._view.side
        _clear(state, state.v[f.HIDDEN] & SIDE_SITES[rival] & ~self._seen)
        for chance in odds:
            if luck.random() < chance:
                _hide_one(state, rival, luck)


def unseal(state: State) -> None:
    """Let both sides' answers to a crisis in hand be given anew."""
    v = state.v
    if v[f.PENDING] == f.ANSWER_CRISIS:
        v[f.ANSWER] = -1
        v[f.MOVER] = 0


def _drawn(chances: tuple[float, ...], luck: Random) -> int:
    """Return a place, each as likely as its chance."""
    left = luck.random()
    for place, chance in enumerate(chances):
        left -= chance
        if left < 0:
            return place
    return len(chances) - 1


def _clear(state: State, sites: int) -> None:
    """Take undeclared sites off the map."""
    v = state.v
    v[f.HIDDEN] &= ~sites
    v[f.WORKING] &= ~sites
    v[f.LIED] &= ~sites
    while sites:
        low = sites & -sites
        v[f.BUILD] &= ~(15 << 4 * (low.bit_length() - 1))
        sites ^= low


def _hide_one(state: State, side: int, luck: Random) -> None:
    """Put one undeclared site on the map, rather one that is worth more to its side."""
    v = state.v
    world = state.world
    shut = v[f.DECLARED] | v[f.HIDDEN] | v[f.HALTED]
    free = world.concealable & SIDE_SITES[side] & ~shut
    worth = world.deterrent_of if side else world.coverage_of
    places = [site for site in range(2 * f.SITES_A_SIDE) if free >> site & 1]
    if not places:
        return
    whole = sum(1 + worth[site] for site in places)
    site = places[_drawn(tuple((1 + worth[site]) / whole for site in places), luck)]
    v[f.HIDDEN] |= 1 << site
    if v[f.SITE_PLEDGES] >> 4 * site & 15:
        v[f.LIED] |= 1 << site
    left = 0 if world.mobile >> site & 1 else int(luck.random() * (BUILDING_TIME + 1))
    if left:
        v[f.BUILD] |= left << 4 * site
    else:
        v[f.WORKING] |= 1 << site
