"""The decisions that cost or gained most, looked at again by search.

First every decision is weighed quickly, on what its side knew at the time and could believe.
Those that stand out are then re-examined: the better move is that of the adviser, and the
rest of the match is played out many times after both, and once more in fresh games. What
chance could explain is dropped.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.engine import View
from game.engine import actions as a
from game.match import Course, Entry
from game.players.advice import Advised, advise
from game.players.memory import Memory
from game.players.plies import use_of
from game.players.search import Weighed, weigh
from game.teach.rerun import Comparison, Move, compared, is_draft

Kind: TypeAlias = Literal["cost", "gain"]

MOST_COSTS: Final = 5
MOST_GAINS: Final = 3
GAMES: Final = 80
"""Games that are played out after each of two moves."""
_SCREEN: Final = 80
"""Lines of the first, quick look."""
LINES: Final = 600
"""Lines of the adviser."""
_TRIED: Final = 3
"""Decisions that are re-examined for each that is wanted."""
_LEAST: Final = 0.03
"""Utility below which a difference is not worth a word."""
_USES: Final = range(a.EVENT, a.UNVEIL + 1)
_UNTHOUGHT: Final = 0.06
"""What a package is taken to have cost that the quick look did not think of."""

Watch: TypeAlias = Callable[[float], None]
"""Hears how much is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision that was re-examined.

    Attributes:
        kind: Whether it cost its side something, or gained.
        numbers: The entries it rests on: all those of a draft.
        side: Who decided.
        view: What that side knew.
        made: What it did.
        other: The better move; of a gain, a middling one that it had.
        advised: The better move with its grounds; of a gain, the move it made.
        comparison: The other move first, then the one that was made, where it gained; the
            move that was made first where it cost.
    """

    kind: Kind
    numbers: tuple[int, ...]
    round: int
    side: int
    view: View
    made: Move
    other: Move
    advised: Advised
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Effort:
    """How thoroughly, and with what luck, decisions are re-examined."""

    seed: int
    games: int
    lines: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """A decision before it is re-examined."""

    numbers: tuple[int, ...]
    round: int
    view: View
    memory: Memory | None
    made: Move
    lost: float
    middling: Move | None


def reviewed(
    course: Course,
    seed: int = 0,
    games: int = GAMES,
    watch: Watch | None = None,
    lines: int = LINES,
) -> tuple[Reviewed, ...]:
    """Return the decisions that cost most and those that gained most, in their order.

    Args:
        course: A match that is over.
        seed: Equal seeds give equal reviews.
        games: How many games are played out after each move.
        watch: Hears how far it is.
        lines: How many lines the adviser tries for each decision.
    """
    watch = watch or _unwatched
    effort = _Effort(seed, games, lines)
    total = max(1, len(course.history))
    choices = []
    for choice in _choices(course, seed):
        choices.append(choice)
        watch(0.5 * choice.numbers[-1] / total)
    found: list[Reviewed] = []
    wanted: tuple[tuple[Kind, int, list[_Choice]], ...] = (
        ("cost", MOST_COSTS, sorted(choices, key=lambda c: -c.lost)),
        ("gain", MOST_GAINS, sorted(_best_moves(choices), key=lambda c: c.lost)),
    )
    for number, (kind, most, ranked) in enumerate(wanted):
        looked = _looked_at(kind, ranked[: _TRIED * most], effort)
        found += sorted(looked, key=lambda one: -one.comparison.gained)[:most]
        watch(0.75 + 0.25 * number)
    return tuple(sorted(found, key=lambda one: one.numbers))


def _unwatched(done: float) -> None:
    del done


def _best_moves(choices: Sequence[_Choice]) -> list[_Choice]:
    """Return the choices whose move the quick look took for the best."""
    return [choice for choice in choices if choice.lost < 0 and choice.middling is not None]


def _looked_at(kind: Kind, choices: Sequence[_Choice], effort: _Effort) -> Iterator[Reviewed]:
    """Yield those choices for which the difference holds."""
    for choice in choices:
        view = choice.view
        advice = advise(view, choice.memory, effort.lines, effort.seed)
        advised = advice.moves[0]
        best = _move_of(advised)
        agrees = _alike(view, best, choice.made)
        if agrees != (kind == "gain"):
            continue
        other = choice.middling if kind == "gain" else best
        if other is None:
            continue
        pair = (other, choice.made) if kind == "gain" else (choice.made, other)
        if not _holds(compared(view, choice.memory, pair, effort.games, effort.seed)):
            continue
        # What stood out among many did so partly by luck: only fresh games are believed.
        comparison = compared(view, choice.memory, pair, effort.games, effort.seed + 1)
        if not _holds(comparison):
            continue
        yield Reviewed(
            kind,
            choice.numbers,
            choice.round,
            view.side,
            view,
            choice.made,
            other,
            advised,
            comparison,
        )


def _holds(comparison: Comparison) -> bool:
    """Say whether a difference is worth a word and more than chance."""
    return comparison.gained >= _LEAST and comparison.is_plain


def _move_of(advised: Advised) -> Move:
    if advised.package:
        return Move(a.encode(a.TABLE), advised.package)
    return Move(advised.action)


def _choices(course: Course, seed: int) -> Iterator[_Choice]:
    """Yield every decision between two moves or more, with what a quick look made of it."""
    memories = course.memories(0), course.memories(1)
    for entries in _decisions(course.history):
        first = entries[0]
        view = course.truth_after(first.number - 1).view(first.side)
        if view.decision == "mandate" or len(view.legal_actions()) < 2:
            continue
        before = memories[first.side][: first.number - 1]
        memory = before[-1] if before else None
        weighed = weigh(view, memory, _SCREEN, seed)
        made = _made(entries)
        lost, middling = _judged(view, made, weighed)
        numbers = tuple(entry.number for entry in entries)
        yield _Choice(numbers, first.round, view, memory, made, lost, middling)


def _decisions(history: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each decision: a draft is one, from its first term to its last."""
    drafted: list[Entry] = []
    for entry in history:
        if not is_draft(entry.action):
            yield [entry]
            continue
        drafted.append(entry)
        if a.kind_of(entry.action) != a.TERM:
            yield drafted
            drafted = []


def _made(entries: Sequence[Entry]) -> Move:
    """Return what was done: of a draft, the package or nothing."""
    last = entries[-1].action
    if a.kind_of(last) != a.TABLE:
        return Move(last)
    terms = tuple(entry.action & 0xFF for entry in entries[:-1])
    return Move(last, terms)


def _judged(view: View, made: Move, weighed: Sequence[Weighed]) -> tuple[float, Move | None]:
    """Return what a move cost by a quick look, below 0 what it gained; and a middling move."""
    moves = [Move(one.action, one.package) for one in weighed]
    place = next((n for n, move in enumerate(moves) if _alike(view, move, made)), None)
    if place is None:
        return _UNTHOUGHT, None
    if place:
        return weighed[0].value - weighed[place].value, None
    tried = [n for n, one in enumerate(weighed) if one.visits] or [0]
    middle = tried[len(tried) // 2]
    if not middle:
        return 0.0, None
    return weighed[middle].value - weighed[0].value, moves[middle]


def _alike(view: View, one: Move, other: Move) -> bool:
    """Say whether two moves are the same but for the card that paid for them."""
    if one.package or other.package:
        return one.package == other.package
    if a.kind_of(one.action) not in _USES or a.kind_of(other.action) not in _USES:
        return one.action == other.action
    return use_of(view.world, one.action) == use_of(view.world, other.action)
