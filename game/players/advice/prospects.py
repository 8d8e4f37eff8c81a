"""What a move leads to at once, as its side can know it.

A prospect is the position that a side knows before a move and the one after it. Where the
other side has a word in it, the prospect says on what answer it rests. Nothing here looks
further than the move itself: what comes later is the search's business.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.engine import View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.play import ACTS
from game.engine.position import Position
from game.engine.rules import council, operations
from game.engine.rules.crisis import crisis_in_hand, settle
from game.engine.rules.reckoning import brink_ahead
from game.players.evaluation import evaluate_both
from game.players.stances import beliefs

When: TypeAlias = Literal["", "agreed", "accepted", "refused", "firm", "measured", "open"]
"""What the other side must do for it: nothing, agree, answer an offer, answer a crisis."""
STANCES: Final[tuple[When, ...]] = ("firm", "measured", "open")
"""What the other side's stances are called, by their number."""
_AT_ONCE: Final = frozenset(
    (
        *(a.YES, a.NO, a.REVEAL, a.KEEP_QUIET, a.EVENT, a.UNVEIL, *a.OPERATIONS),
        *(a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING),
    )
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """A position before and after.

    Attributes:
        answer: In a crisis, which answer of the other side's: its slug.
        chance: How likely the other side's answer is thought to be; 1 where it has none.
        brink: The reckoning that follows rolls a die that may end the world, as all stands.
    """

    before: Position
    after: Position
    when: When = ""
    answer: str = ""
    chance: float = 1.0
    brink: bool = False


def prospects(view: View, action: int, package: tuple[int, ...] = ()) -> tuple[Prospect, ...]:
    """Return what a move leads to; empty where nothing follows from it at once.

    Args:
        view: What the side that moves knows.
        action: What it does.
        package: The whole package that the action belongs to, in the council.
    """
    before = Position(view.world, view.v)
    kind = a.kind_of(action)
    if package:
        return (Prospect(before, _carried_out(view, package), "agreed"),)
    if kind == a.ACCEPT:
        return (Prospect(before, _carried_out(view, view.tabled)),)
    if kind == a.RESPOND:
        return _answered(view, a.argument_of(action))
    if kind in _AT_ONCE:
        return (_played(view, action),)
    return ()


def missed(view: View, action: int) -> tuple[Prospect, ...]:
    """Return what accepting would have led to, for a refusal of a package or an offer."""
    before = Position(view.world, view.v)
    if a.kind_of(action) in {a.REJECT, a.COUNTER}:
        return (Prospect(before, _carried_out(view, view.tabled)),)
    return ()


def _carried_out(view: View, terms: tuple[int, ...]) -> Position:
    """Return the position once a package is agreed."""
    after = _copy(view)
    council.carry_out(after, terms)
    return after


def _played(view: View, action: int) -> Prospect:
    """Return what a card's use or an answer leads to; an offer is answered as pays best."""
    before = Position(view.world, view.v)
    after = _copy(view)
    ACTS[view.side][a.kind_of(action)](after, action)
    if after.v[f.PENDING] != f.ANSWER_OFFER or before.v[f.PENDING] == f.ANSWER_OFFER:
        return Prospect(before, after)
    yes, no = (_offer_answered(after, accepted) for accepted in (True, False))
    if _worth_to_rival(yes, view) >= _worth_to_rival(no, view):
        return Prospect(before, yes, "accepted")
    return Prospect(before, no, "refused")


def _offer_answered(offered: Position, accepted: bool) -> Position:
    after = Position(offered.world, offered.v[:])
    operations.answer_offer(after, accepted)
    return after


def _worth_to_rival(position: Position, view: View) -> float:
    mandate = view.v[f.MANDATE + view.side]
    assert isinstance(mandate, int)
    return evaluate_both(position, view.side, mandate)[1]


def _answered(view: View, place: int) -> tuple[Prospect, ...]:
    """Return what a crisis answer leads to, for each answer that the other may give."""
    before = Position(view.world, view.v)
    rival = 1 - view.side
    crisis = crisis_in_hand(before)
    answers = view.world.responses[crisis][rival]
    spec = view.world.crises[crisis]
    names = spec.russia if rival else spec.nato
    return tuple(
        _settled(
            view,
            (theirs, place) if view.side else (place, theirs),
            Prospect(
                before, before, STANCES[answers[theirs].stance], names[theirs].slug, chance
            ),
        )
        for theirs, chance in beliefs(before, rival)
    )


def _settled(view: View, pair: tuple[int, int], prospect: Prospect) -> Prospect:
    """Return a crisis settled by a pair of answers."""
    after = _copy(view)
    settle(after, crisis_in_hand(prospect.before), *pair)
    brink = view.opened is None and not after.v[f.VERDICT] and brink_ahead(after)
    return replace(prospect, after=after, brink=brink)


def _copy(view: View) -> Position:
    return Position(view.world, view.v[:])
