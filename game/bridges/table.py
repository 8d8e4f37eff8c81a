"""A match as every bridge plays it: the engine's state with its numbers and its past."""

from random import Random
from typing import Any, Final

from game.bridges.encoder import Encoder
from game.bridges.ids import ActionIds
from game.bridges.trail import Moves, Past, Trail
from game.content import Content
from game.content.packs import content_for
from game.engine import State, UnknownScenarioError, World, new_state
from game.engine.masking import masked
from game.engine.position import Entries

_contents: Final[dict[str, Content]] = {}
_codecs: Final[dict[tuple[str, str], "Codec"]] = {}


class Codec:
    """How a world is told in numbers.

    Attributes:
        ids: Actions as numbers.
        encoder: Views as tensors.
    """

    __slots__ = ("encoder", "ids")

    def __init__(self, world: World) -> None:
        """Lay out a world."""
        self.ids = ActionIds(world)
        self.encoder = Encoder(world)


def content_with(scenario: str) -> Content:
    """Return the content that a scenario is played with, read once.

    Raises:
        UnknownScenarioError: There is no such scenario.
    """
    if scenario not in _contents:
        content = content_for(scenario)
        if scenario not in content.scenarios:
            raise UnknownScenarioError(scenario, tuple(content.scenarios))
        _contents[scenario] = content
    return _contents[scenario]


def codec_of(world: World) -> Codec:
    """Return how a world is told in numbers; the same one for the same content."""
    key = (world.content.fingerprint, world.scenario.slug)
    if key not in _codecs:
        _codecs[key] = Codec(world)
    return _codecs[key]


class Table:
    """One match. Copies are independent, and share what lies behind them.

    Attributes:
        state: The engine's state.
        codec: Its numbers.
    """

    __slots__ = ("_legal", "_trail", "codec", "state")

    def __init__(self, state: State, trail: Trail | None = None) -> None:
        """Sit down at a state; without a trail it is a beginning."""
        self.state = state
        self.codec = codec_of(state.world)
        self._trail = trail or Trail.begun(state.v[:])
        self._legal: list[int] | None = None

    @classmethod
    def dealt(cls, scenario: str, seed: int) -> "Table":
        """Deal a match.

        Raises:
            UnknownScenarioError: There is no such scenario.
        """
        return cls(new_state(content_with(scenario), scenario, seed))

    @property
    def side(self) -> int | None:
        """The side that decides; `None` when the match is over."""
        return self.state.to_move

    def legal(self) -> list[int]:
        """Return the ids of what is legal, rising; leave the list as it is."""
        if self._legal is None:
            state = self.state
            side = state.to_move
            codes = state.legal_actions()
            self._legal = [] if side is None else self.codec.ids.legal(codes, side)
        return self._legal

    def do(self, number: int) -> None:
        """Do a legal action by its id; it isn't checked."""
        state = self.state
        side = state.to_move
        assert side is not None, "the match is over"
        action = self.codec.ids.codes[side][number]
        self._trail = Trail(self._trail, state.v[:], action, side)
        state.apply(action)
        self._legal = None

    def seen(self, side: int) -> Entries:
        """Return all and only what a side may know, as the masked list of its view."""
        return masked(self.state.world, self.state.v, side)

    def key(self, side: int) -> str:
        """Return a digest of all that a side was told from the deal on."""
        return self._trail.key(self.state.world, side)

    def moves(self, side: int) -> Moves:
        """Return every decision as far as a side saw it, the first first."""
        return self._trail.moves(self.codec.ids, side)

    def utilities(self) -> tuple[float, float]:
        """Return both utilities; zeros while the match goes on."""
        outcome = self.state.outcome
        return (0.0, 0.0) if outcome is None else outcome.utilities

    def imagined(self, side: int, luck: Random) -> "Table":
        """Return a table that looks to a side as this one does, what it can't know drawn anew.

        It has no past but what the side was told.
        """
        state = self.state.view(side).sample(luck)
        past = self.key(side), self.moves(side)
        return Table(state, Trail.imagined(state.v[:], side, past))

    def __deepcopy__(self, memo: dict[int, Any]) -> "Table":
        twin = Table.__new__(Table)
        twin.state = self.state.clone()
        twin.codec = self.codec
        twin._trail = self._trail
        twin._legal = self._legal
        return twin

    def __reduce__(self) -> tuple[Any, ...]:
        world = self.state.world
        first = self._trail.beginning
        steps = [(step.v, step.action, step.mover) for step in self._trail.decisions()]
        return restored, (world.scenario.slug, self.state.v, first.v, first.past, steps)


def restored(
    scenario: str,
    v: Entries,
    first: Entries,
    past: tuple[Past | None, Past | None],
    steps: list[tuple[Entries, int, int]],
) -> Table:
    """Return a table that was pickled."""
    world = new_state(content_with(scenario), scenario, 0).world
    trail = Trail.begun(first)
    for side, told in enumerate(past):
        if told is not None:
            trail = Trail.imagined(first, side, told)
    for before, action, mover in steps:
        trail = Trail(trail, before, action, mover)
    return Table(State(world, v), trail)
