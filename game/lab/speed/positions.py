"""Positions sampled along random games, each with a random legal action."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from game.engine import State, new_state
from game.engine.fields import DECISIONS
from game.lab.speed.measure import MeasurementError
from game.lab.speed.row import Setting

ENDS_ROUND: Final = "ends a round"
"""Beside the kinds of decision: those whose action ends the round or the match."""

KINDS: Final = (*DECISIONS[1:], ENDS_ROUND)

_SHARE: Final = 0.4
"""How likely a position is taken: neighbours are alike."""
_MOST_GAMES: Final = 400
_EACH_KIND: Final = 150


@dataclass(frozen=True, slots=True)
class Sampled:
    """A position and what is done there.

    Attributes:
        kind: The kind of the decision, one of `fields.DECISIONS`.
        ends_round: The action leads into another round or ends the match.
    """

    state: State
    action: int
    kind: str
    ends_round: bool


def sampled(setting: Setting, luck: Random) -> list[Sampled]:
    """Return as many positions as the setting asks for, each decision equally likely."""
    found: list[Sampled] = []
    while len(found) < setting.positions:
        found += [one for one in _game(setting, luck) if luck.random() < _SHARE]
    luck.shuffle(found)
    return found[: setting.positions]


def by_kind(setting: Setting, luck: Random) -> dict[str, list[Sampled]]:
    """Return positions of every kind of decision that random games come to.

    Raises:
        MeasurementError: They came to none.
    """
    found: dict[str, list[Sampled]] = {kind: [] for kind in KINDS}
    most = min(_EACH_KIND, setting.positions)
    for _ in range(_MOST_GAMES):
        for one in _game(setting, luck):
            for kind in (one.kind, ENDS_ROUND) if one.ends_round else (one.kind,):
                if len(found[kind]) < most:
                    found[kind].append(one)
        if all(len(some) == most for some in found.values()):
            break
    met = {kind: some for kind, some in found.items() if some}
    if not met:
        raise MeasurementError("nothing was measured: no position was met")
    return met


def _game(setting: Setting, luck: Random) -> Iterator[Sampled]:
    """Yield every position of a random game."""
    state = new_state(setting.content, setting.scenario, luck.getrandbits(32))
    while legal := state.legal_actions():
        before = state.clone()
        action = legal[int(luck.random() * len(legal))]
        state.apply(action)
        ends = state.to_move is None or state.round != before.round
        yield Sampled(before, action, before.decision, ends)
