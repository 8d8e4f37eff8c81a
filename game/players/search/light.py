"""Playing on by a light policy: quick, sensible, and by chance.

Cards: the best of a few drawn at random, by what each use gained where it was first seen
in this search. Packages and offers: accepted where the evaluation gains. Crises: the other
side answers by its record and by reason, the searcher's side by reason.
"""

from collections.abc import Sequence
from random import Random
from typing import Final, Protocol

from game.engine import State
from game.engine import actions as a
from game.engine.fields import (
    ANSWER_CRISIS,
    ANSWER_OFFER,
    DRAFT,
    DRAFT_COUNTER,
    DRAFT_PACKAGE,
    FINAL_REPLY,
    MANDATE,
    MOVER,
    OPENED,
    PENDING,
    PLAY_CARD,
    REPLY,
    REVEAL_SITE,
    ROUND,
    TABLED,
    VERDICT,
)
from game.engine.play import PLAYS
from game.engine.rules.council import carry_out, open_terms
from game.players.evaluation import Forecast, evaluate_pair, mandates_of, purpose
from game.players.packages import WILLING, Proposal, Terms, shortlist
from game.players.plies import use_of
from game.players.search.answers import PATIENCE, Answers

DRAWN: Final = 4
"""Uses of cards that are drawn, of which the best is played."""
PACKAGES: Final = 5
"""Packages that are thought of inside the tree."""
_ACCEPT: Final = a.encode(a.ACCEPT)
_REJECT: Final = a.encode(a.REJECT)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)


class Policy(Protocol):
    """Makes decisions for both sides, in playing on and where the tree asks."""

    def __call__(self, state: State) -> None:
        """Make the pending decision; a crisis may be answered by both sides at once."""
        ...

    def play_on(self, state: State, last: int) -> None:
        """Make decisions until the end of a round, or of the match."""
        ...

    def opened(self, state: State) -> int:
        """Return an action of the mover's that is worth opening."""
        ...

    def any_of(self, state: State) -> int:
        """Return any action of the mover's, each as likely as any other."""
        ...

    def answer(self, state: State, side: int) -> int:
        """Return a side's answer to the crisis in hand."""
        ...

    def packages(self, state: State) -> list[Terms]:
        """Return packages that the mover may think of."""
        ...


class Light:
    """Decides quickly for both sides; what it learns is kept for one search."""

    def __init__(
        self, side: int, luck: Random, *, remembers: bool, patience: float = PATIENCE
    ) -> None:
        """Prepare to play on for a searcher's side and its rival."""
        self._random = luck.random
        self._answers = Answers(side, luck, remembers=remembers, patience=patience)
        self._gains: dict[int, dict[int, float]] = {}
        self._uses: dict[object, dict[int, float]] = {}
        self._worth: dict[tuple[Terms, int, int], float] = {}
        self._packages: dict[tuple[int, int, int], tuple[Proposal, ...]] = {}

    def __call__(self, state: State) -> None:
        """Make the pending decision; a crisis is answered by both sides at once."""
        v = state.v
        pending = v[PENDING]
        if pending == PLAY_CARD:
            state.apply(self.card(state, state.legal_actions()))
        elif pending == ANSWER_CRISIS:
            nato, russia = self._answers.drawn(state)
            state.apply(nato)
            state.apply(russia)
        elif pending in (DRAFT_PACKAGE, DRAFT_COUNTER):
            self._propose(state)
        else:
            state.apply(self._answer(state))

    def play_on(self, state: State, last: int) -> None:
        """Play on until the end of a round.

        hot: a card is played without a detour, unless the state bars something of its own.
        """
        v = state.v
        if type(state) is not State:
            while v[PENDING] and v[ROUND] <= last:
                self(state)
            return
        cards = state.world.legal_cards
        card = self.card
        while (pending := v[PENDING]) and v[ROUND] <= last:
            if pending == PLAY_CARD:
                side = v[MOVER]
                action = card(state, cards[side](state))
                PLAYS[side][action >> 16](state, action)
            else:
                self(state)

    def opened(self, state: State) -> int:
        """Return a use of a card worth opening; of anything else any action."""
        if state.v[PENDING] == PLAY_CARD:
            return self.card(state, state.legal_actions())
        return self.any_of(state)

    def any_of(self, state: State) -> int:
        """Return any action of the mover's, each as likely as any other."""
        legal = state.legal_actions()
        return legal[int(self._random() * len(legal))]

    # ------------------------------------------------------------------- cards

    def card(self, state: State, legal: Sequence[int]) -> int:
        """Return a use of a card: the best of a few drawn at random."""
        v = state.v
        gains = self._gains.get(v[MANDATE + v[MOVER]] << 1 | v[MOVER])
        if gains is None:
            gains = self._learned(state, legal)
        rnd = self._random
        count = len(legal)
        best = legal[int(rnd() * count)]
        most = gains.get(best)
        if most is None:
            gains = self._learned(state, legal)
            most = gains[best]
        for _ in range(DRAWN - 1):
            action = legal[int(rnd() * count)]
            gain = gains.get(action)
            if gain is None:
                gains = self._learned(state, legal)
                gain = gains[action]
            if gain > most:
                most = gain
                best = action
        return best

    def _learned(self, state: State, legal: Sequence[int]) -> dict[int, float]:
        """Learn what uses gain that are seen for the first time; return the mover's gains."""
        v = state.v
        side = v[MOVER]
        world = state.world
        every = (*mandates_of(world, side), -1)
        tables = [self._gains.setdefault(mandate << 1 | side, {}) for mandate in every]
        before: list[float] = []
        first = tables[0]
        for action in legal:
            if action in first:
                continue
            use = (side, use_of(world, action))
            known = self._uses.get(use)
            if known is None:
                before = before or self._utilities(state, side, every)
                after = self._utilities(self._played(state, action), side, every)
                gained = [now - then for now, then in zip(after, before, strict=True)]
                known = dict(zip(every, gained, strict=True))
                self._uses[use] = known
            for mandate, table in zip(every, tables, strict=True):
                table[action] = known[mandate]
        return self._gains[v[MANDATE + side] << 1 | side]

    def _played(self, state: State, action: int) -> State:
        """Return the position after an action and what follows at once."""
        twin = state.clone()
        twin.apply(action)
        pending = twin.v[PENDING]
        if pending == REVEAL_SITE:
            twin.apply(a.encode(a.KEEP_QUIET))
        elif pending == ANSWER_OFFER:
            twin.apply(self._answer(twin))
        elif pending == ANSWER_CRISIS and twin.v[OPENED] >= 0:
            nato, russia = self._answers.drawn(twin)
            twin.apply(nato)
            twin.apply(russia)
        return twin

    @staticmethod
    def _utilities(state: State, side: int, every: Sequence[int]) -> list[float]:
        """Return what a position is worth to a side by each mandate."""
        world = state.world
        if state.v[VERDICT]:
            return [-1.0] * len(every)
        forecast = Forecast(state)
        return [forecast.utility(side, *purpose(world, side, mandate)) for mandate in every]

    # ----------------------------------------------------------------- answers

    def answer(self, state: State, side: int) -> int:
        """Return a side's answer to the crisis in hand."""
        return self._answers.one_of(state, side)

    def _answer(self, state: State) -> int:
        """Return the answer to a package or an offer that gains its side most at once."""
        v = state.v
        side = v[MOVER]
        if v[PENDING] in (REPLY, FINAL_REPLY):
            gain = self.worth_of(state, v[TABLED], side)
            return _ACCEPT if gain > 0 else _REJECT
        values = []
        legal = state.legal_actions()
        for action in legal:
            twin = state.clone()
            twin.apply(action)
            values.append(evaluate_pair(twin)[side])
        return legal[values.index(max(values))]

    def worth_of(self, state: State, terms: Terms, side: int) -> float:
        """Return what a package brings a side, by its mandate."""
        key = terms, side, state.v[MANDATE + side]
        known = self._worth.get(key)
        if known is None:
            twin = state.clone()
            carry_out(twin, terms)
            known = evaluate_pair(twin)[side] - evaluate_pair(state)[side]
            self._worth[key] = known
        return known

    # ---------------------------------------------------------------- packages

    def packages(self, state: State) -> list[Terms]:
        """Return packages that the mover may think of, the likeliest first."""
        v = state.v
        side = v[MOVER]
        key = v[ROUND] << 8 | v[PENDING], side, v[MANDATE + side]
        known = self._packages.get(key)
        if known is None:
            found = shortlist([state], side, _by_position, PACKAGES)
            found.sort(key=lambda p: (p.worth.other >= WILLING, p.worth.own), reverse=True)
            known = tuple(found)
            self._packages[key] = known
        masks = open_terms(state, 0), open_terms(state, 1)
        return [p.terms for p in known if all(masks[c >> 5] >> (c & 31) & 1 for c in p.terms)]

    def _propose(self, state: State) -> None:
        """Table the likeliest package, or nothing; a half-built one is ended by chance."""
        if state.v[DRAFT]:
            state.apply(self.any_of(state))
            return
        found = self.packages(state)
        if found:
            table(state, found[0])
        else:
            state.apply(_NO_PROPOSAL)


def table(state: State, terms: Terms) -> None:
    """Let the mover table a whole package."""
    state.v[DRAFT] = terms
    state.apply(a.encode(a.TABLE))


def _by_position(state: State, side: int) -> tuple[float, float]:
    """Return what a position is worth to a side and to the other, by the mandates it says."""
    pair = evaluate_pair(state)
    return pair[side], pair[1 - side]
