"""Advice: the best moves of a decision, what they promise both sides, and why.

The moves and what they promise come from the search, the grounds from the positions before
and after each move and from the evaluation. All of it rests on a view, so advice tells a
side nothing that it couldn't have reckoned itself; equal views and seeds give equal advice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from game.engine import View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.reasons import Reason
from game.players.advice.answers import merged
from game.players.advice.grounds import Ground, grounds_of
from game.players.advice.prospects import missed, prospects
from game.players.advice.remarks import crisis_grounds, remarks_on, remarks_on_prospect
from game.players.mandates import SCORES, promise
from game.players.plies import use_of
from game.players.search import Memory, Search, Weighed
from game.players.search.patient import Watch

LINES: Final = 2000
"""Lines that the search plays on for a hint."""
MOST_MOVES: Final = 3
MOST_GAINS: Final = 3
MOST_COSTS: Final = 2
_STATES: Final = 2
"""Positions dealt to weigh a crisis that a card calls."""
_FELT: Final = 0.15
"""Share of a move's weightiest ground that another must weigh to be told."""
_NOTHING: Final = 1e-4
"""Utility that is no reason at all."""
_DRAFTS: Final = frozenset(("draft", "counter-draft"))
_USES: Final = range(a.EVENT, a.UNVEIL + 1)
_CHUNK: Final = 200
"""Lines that are tried before it is heard whether to stop."""


@dataclass(frozen=True, slots=True)
class Advised:
    """One move with what it promises.

    Attributes:
        action: What to do; of a package its first term.
        package: The whole package that is to be drafted, asks first; else empty.
        share: Of all lines that the search tried, how many began with it.
        own: Utility that the side may expect, -1 to 1.
        rival: What the other side may expect; `None` where nobody reckoned it.
        confrontation: How likely Confrontation is soon after it.
        gains: What speaks for it, the weightiest first.
        costs: What speaks against it, the weightiest first.
    """

    action: int
    package: tuple[int, ...]
    share: float
    own: float
    rival: float | None
    confrontation: float
    gains: tuple[Ground, ...]
    costs: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What a side is advised to do, the best first.

    Attributes:
        lines: How many lines the search tried; 0 where it had nothing to weigh.
    """

    side: int
    decision: str
    moves: tuple[Advised, ...]
    lines: int


def advise(
    view: View,
    memory: Memory | None = None,
    lines: int = LINES,
    seed: int = 0,
    watch: Watch | None = None,
) -> Advice:
    """Return the best moves of the decision that a side is asked for.

    Args:
        view: What the side knows; it must be its turn to decide.
        memory: What it believes of the other side; `None`: nothing in particular.
        lines: How many lines of play to try.
        seed: The advice's own luck; nothing of the match's.
        watch: Hears how far it is, and may stop it early.
    """
    if view.decision == "mandate":
        return _on_mandates(view)
    search = Search(view, memory, luck=Random(f"{seed}/advice"))
    done = 0
    while done < lines and (watch is None or watch(done / lines)):
        search.think(min(_CHUNK, lines - done))
        done += _CHUNK
    found = search.weighed()
    ranked = [one for one in found if one.visits] or list(found)
    whole = _undrafted(view, seed)
    moves = tuple(
        _advised(whole, one, ranked, search.iterations, seed)
        for one in _unlike(whole, ranked)[:MOST_MOVES]
    )
    return Advice(view.side, view.decision, moves, search.iterations)


def _undrafted(view: View, seed: int) -> View:
    """Return the view of a draft before its first term: packages are advised whole."""
    if view.decision not in _DRAFTS or not view.draft:
        return view
    state = view.sample(Random(f"{seed}/undrafted"))
    state.v[f.DRAFT] = ()
    return state.view(view.side)


def _unlike(view: View, ranked: Sequence[Weighed]) -> list[Weighed]:
    """Return moves without those that hardly differ from a better one."""
    chosen: list[Weighed] = []
    for one in ranked:
        if not any(_alike(view, one, better) for better in chosen):
            chosen.append(one)
    return chosen


def _alike(view: View, one: Weighed, other: Weighed) -> bool:
    """Say whether two packages differ in one term, or two uses in the card alone."""
    if one.package and other.package:
        return len(set(one.package) ^ set(other.package)) <= 2
    if one.package or other.package or a.kind_of(one.action) not in _USES:
        return False
    return use_of(view.world, one.action) == use_of(view.world, other.action)


def _advised(
    view: View, one: Weighed, ranked: Sequence[Weighed], lines: int, seed: int
) -> Advised:
    """Return a move with its grounds."""
    gains, costs = _told(list(_grounds(view, one, seed)))
    if not gains:
        gains = [_by_comparison(one, ranked)]
    return Advised(
        one.action,
        one.package,
        one.visits / max(1, lines),
        one.own,
        one.rival,
        one.confrontation,
        tuple(gains),
        tuple(costs),
    )


def _told(grounds: Sequence[Ground]) -> tuple[list[Ground], list[Ground]]:
    """Return the grounds that weigh enough to be told, for and against, weightiest first.

    What weighs nothing in the evaluation but is worth knowing comes behind what does.
    """
    most = max((abs(ground.own) for ground in grounds), default=0.0)
    felt = max(_NOTHING, _FELT * most)
    gains = sorted((g for g in grounds if g.own >= felt), key=lambda g: -g.own)
    costs = sorted((g for g in grounds if g.own <= -felt), key=lambda g: g.own)
    notes = [ground for ground in grounds if ground.is_note]
    if notes:
        gains = [*gains[: MOST_GAINS - 1], *notes]
    return gains[:MOST_GAINS], costs[:MOST_COSTS]


def _grounds(view: View, one: Weighed, seed: int) -> Iterator[Ground]:
    """Yield everything that speaks for a move or against it."""
    found = prospects(view, one.action, one.package)
    told: list[Ground] = []
    for prospect in found:
        told += grounds_of(view, prospect)
        told += remarks_on_prospect(view, prospect)
    yield from merged(told, found) if a.kind_of(one.action) == a.RESPOND else told
    yield from remarks_on(view, one.action, one.package)
    if a.kind_of(one.action) in _USES:
        luck = Random(f"{seed}/crisis")
        states = [view.sample(luck) for _ in range(_STATES)]
        yield from crisis_grounds(view, one.action, states)
    for prospect in missed(view, one.action):
        for ground in grounds_of(view, prospect):
            yield replace(
                ground,
                rests="accepting",
                own=-ground.own,
                rival=-ground.rival,
                tenths=-ground.tenths,
            )


def _by_comparison(one: Weighed, ranked: Sequence[Weighed]) -> Ground:
    """Return how a move compares with the others, where it changes nothing by itself."""
    others = [other.own for other in ranked if other is not one]
    if not others:
        return Ground(Reason("only-move", {}))
    best = max(others)
    hundredths = round(100 * (one.own - best))
    if hundredths > 0:
        return Ground(Reason("best-of", {"n": len(others), "by": hundredths}))
    if hundredths < 0:
        return Ground(Reason("behind-best", {"by": -hundredths}))
    return Ground(Reason("as-good", {}))


def _on_mandates(view: View) -> Advice:
    """Return the dealt mandates by the table of results that players choose from."""
    promises = sorted(
        ((promise(view, slug), place, slug) for place, slug in enumerate(view.dealt)),
        key=lambda one: (-one[0], one[1]),
    )
    moves = tuple(
        Advised(
            a.encode(a.MANDATE, 0, place),
            (),
            0.0,
            expected,
            None,
            0.0,
            _mandate_grounds(view, slug),
            (),
        )
        for expected, place, slug in promises
    )
    return Advice(view.side, view.decision, moves, 0)


def _mandate_grounds(view: View, slug: str) -> tuple[Ground, ...]:
    """Return how near to its target trial matches came with a mandate."""
    if slug not in SCORES:
        return ()
    low, middle, high = SCORES[slug]
    target = view.world.targets[view.world.mandate_id[slug]]
    values = {"low": low, "middle": middle, "high": high, "target": target}
    return (Ground(Reason("mandate-record", values)),)
