"""Denial: a player that may not do one thing, though the rules allow it.

What is denied is gone from the side's view: from its legal actions, from those of the
positions that it samples, and from the terms that it may put into a package.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from game.content import Content
from game.content.vocabulary import KINDS, STANCES
from game.engine import Reason, State, View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.chance_cards import Chance
from game.engine.playout import TO_THE_END
from game.engine.position import Entries, Position
from game.engine.rules.crisis import crisis_in_hand
from game.engine.world import World

_DENIED: Final = Reason("wrong-decision")

_USES: Final[dict[str, frozenset[int]]] = {
    "event": frozenset({a.EVENT}),
    "deploy": frozenset({a.DEPLOY}),
    "withdraw": frozenset({a.WITHDRAW}),
    "cooperate": frozenset({a.COOPERATE}),
    "suspend": frozenset({a.SUSPEND}),
    "campaign": frozenset({a.CAMPAIGN}),
    "back-channel": frozenset({a.BACK_CHANNEL}),
    "technical-means": frozenset({a.TECHNICAL, a.HIDE_TECHNICAL}),
    "hide-site": frozenset({a.HIDE}),
    "face-down": frozenset({a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING}),
    "unveil": frozenset({a.UNVEIL}),
    "package": frozenset({a.TERM, a.COUNTER}),
    "council": frozenset({a.TERM, a.COUNTER, a.ACCEPT}),
    "counter": frozenset({a.COUNTER}),
}
"""Kinds of action by what denies them; `package` is tabling one, `council` all of it."""

_TERMS: Final[dict[str, range]] = {
    "term-declare": range(a.DECLARE_TERM, a.WITHDRAW_TERM),
    "term-withdraw": range(a.WITHDRAW_TERM, a.PLEDGE_TERM),
    "term-site-pledge": range(a.PLEDGE_TERM, a.LADDER_PLEDGE_TERM),
    "term-ladder-pledge": range(a.LADDER_PLEDGE_TERM, a.STATEMENT_TERM),
    "term-pledge": range(a.PLEDGE_TERM, a.STATEMENT_TERM),
    "term-statement": range(a.STATEMENT_TERM, a.RAISE_TERM),
    "term-step": range(a.RAISE_TERM, a.TERMS),
}
"""Terms, asked or offered, by what keeps them out of the side's packages."""

_STANCES: Final = {f"stance-{name}": number for number, name in enumerate(STANCES)}
_CARDS: Final = {f"event-{kind}": kind for kind in KINDS}

DENIALS: Final = (*_USES, *_TERMS, *_STANCES, *_CARDS)
"""Everything that can be denied, by its stable name."""


def denials(content: Content, scenario: str) -> tuple[str, ...]:
    """Return what there is to be denied in a scenario."""
    options = content.scenarios[scenario].options
    gone = set() if options.counters else {"counter"}
    if not options.face_down:
        gone |= {"face-down", "hide-site", "unveil", "term-declare"}
    return tuple(name for name in DENIALS if name not in gone)


def denied_view(state: State, side: int, denial: str) -> View:
    """Return a side's view of a state, without what it is denied."""
    return _DeniedView(state, side, denial)


class _DeniedState(State):
    """A sampled position in which a side may not do one thing."""

    __slots__ = ("_denial", "_denied_side")

    def __init__(self, denial: str, side: int, world: World, v: Entries) -> None:
        super().__init__(world, v)
        self._denial = denial
        self._denied_side = side

    def clone(self) -> State:
        """Return an independent copy that is denied the same."""
        return _DeniedState(self._denial, self._denied_side, self.world, self.v[:])

    def barred_terms(self, drafter: int) -> int:
        """Return the terms that the side may not draft; see `game.players.packages`."""
        if drafter != self._denied_side:
            return 0
        return sum(1 << term for term in _TERMS.get(self._denial, ()))

    def legal_actions(self) -> list[int] | tuple[int, ...]:
        """Return the legal actions without what is denied."""
        actions = super().legal_actions()
        if self.v[f.MOVER] != self._denied_side:
            return actions
        return _without(self._denial, self, actions)

    def why_not(self, action: int) -> Reason | None:
        """Return why an action can't be done; what is denied can't."""
        reason = super().why_not(action)
        if reason is None and action not in self.legal_actions():
            return _DENIED
        return reason

    def chance_action(self, chance: Chance) -> int:
        """Return an action that is not denied, each as likely as any other."""
        legal = self.legal_actions()
        return legal[int(chance() * len(legal))]

    def play_out(self, chance: Chance, last: int = TO_THE_END) -> int:
        """Play on by chance without what is denied; return how many decisions."""
        decisions = 0
        while self.to_move is not None and self.round <= last:
            self.apply(self.chance_action(chance))
            decisions += 1
        return decisions


class _DeniedView(View):
    """A view of a side that may not do one thing."""

    __slots__ = ("_denial",)

    def __init__(self, state: State, side: int, denial: str) -> None:
        super().__init__(state, side)
        self._denial = denial
        self._maker = partial(_DeniedState, denial, side)  # type: ignore[assignment]

    def legal_actions(self) -> list[int] | tuple[int, ...]:
        """Return the legal actions without what is denied."""
        actions = super().legal_actions()
        return _without(self._denial, self._position, actions) if actions else actions

    def why_not(self, action: int) -> Reason | None:
        """Return why an action can't be done; what is denied can't."""
        reason = super().why_not(action)
        if reason is None and action not in self.legal_actions():
            return _DENIED
        return reason

    def term_reason(self, code: int) -> Reason | None:
        """Return why a term can't be given in a package of this side's, or `None`."""
        if a.term_of(code) in _TERMS.get(self._denial, ()):
            return _DENIED
        return super().term_reason(code)


def _without(denial: str, position: Position, actions: Iterable[int]) -> list[int]:
    """Return the actions that are not denied; all, where nothing else is left."""
    every = list(actions)
    is_denied = _test(denial, position)
    return [action for action in every if not is_denied(action)] or every


def _test(denial: str, position: Position) -> Callable[[int], bool]:
    """Return what says of an action in a position whether it is denied."""
    if denial in _USES:
        kinds = _USES[denial]
        return lambda action: action >> 16 in kinds
    if denial in _TERMS:
        terms = _TERMS[denial]
        return lambda action: action >> 16 == a.TERM and (action & 31) in terms
    if denial in _STANCES:
        return _test_of_stance(_STANCES[denial], position)
    world = position.world
    kind = _CARDS[denial]
    return lambda action: (
        action >> 16 == a.EVENT and world.cards[a.card_of(action)].kind == kind
    )


def _test_of_stance(stance: int, position: Position) -> Callable[[int], bool]:
    """Return what says of an answer whether it has a stance."""
    v = position.v
    if v[f.PENDING] != f.ANSWER_CRISIS:
        return lambda _action: False
    responses = position.world.responses[crisis_in_hand(position)][v[f.MOVER]]
    return lambda action: responses[a.argument_of(action)].stance == stance
