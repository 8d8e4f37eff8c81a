"""What OpenSpiel's observers ask for: tensors and strings of what a player knows."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyspiel
from numpy.typing import NDArray

from game.bridges.strings import BEFORE, private_text, text_of
from game.bridges.table import Table
from game.engine.position import Entries
from game.match.perspective import TableView

if TYPE_CHECKING:
    from game.bridges.spiel import DefendTogether, DefendTogetherState

MOVE: Final = 3
"""Numbers that tell a decision of the past, as `trail.Move` says."""


class Observer:
    """Follows OpenSpiel's protocol for observers written in Python.

    Attributes:
        tensor: The last observation.
        dict: The same by its pieces: `view`, and with perfect recall `moves`.
    """

    def __init__(self, game: "DefendTogether", wanted: Any, params: Any) -> None:
        """Lay out the tensor.

        Raises:
            ValueError: Parameters, or both players' secrets, which nobody has.
        """
        if params:
            raise ValueError(f"an observer takes no parameters, not {params}")
        if wanted.private_info == pyspiel.PrivateInfoType.ALL_PLAYERS:
            raise ValueError("no observer knows the secrets of both players")
        if wanted.perfect_recall and wanted.private_info == pyspiel.PrivateInfoType.NONE:
            raise ValueError("only a player recalls, with what is private to it")
        self._private = wanted.private_info == pyspiel.PrivateInfoType.SINGLE_PLAYER
        self._public = bool(wanted.public_info)
        self._recalls = bool(wanted.perfect_recall)
        self._encoder = game.table.codec.encoder
        self._world = game.table.state.world
        size = self._encoder.size
        moves = game.most_decisions if self._recalls else 0
        self.tensor: NDArray[np.float32] = np.zeros(size + MOVE * moves, np.float32)
        self.dict = {"view": self.tensor[:size]}
        if moves:
            self.dict["moves"] = self.tensor[size:].reshape((moves, MOVE))

    def set_from(self, state: "DefendTogetherState", player: int) -> None:
        """Write what a player knows of a state into the tensor."""
        self.tensor.fill(0)
        table = state.table
        if table is None:
            return
        view = self.dict["view"]
        known = table.seen(player) if self._private else _public(table)
        self._encoder.write(known, player, view)
        if not self._public:
            view[view == self._encoder.vector(_public(table), player)] = 0
        moves = table.moves(player) if self._recalls else ()
        if moves:
            self.dict["moves"][: len(moves)] = moves

    def string_from(self, state: "DefendTogetherState", player: int) -> str:
        """Return what a player knows of a state as text."""
        table = state.table
        if table is None:
            return BEFORE
        return "\n".join(self._lines(table, player))

    def _lines(self, table: Table, player: int) -> list[str]:
        lines = [f"player: {player}"]
        if self._recalls:  # short: solvers keep one for every node of a tree
            state = table.state
            lines.append(f"round: {state.round}, decision: {state.decision}")
            return [*lines, f"recall: {table.key(player)}"]
        if not self._private:
            return [*lines, text_of(self._world, _public(table))]
        known = table.seen(player)
        if self._public:
            return [*lines, text_of(self._world, known)]
        return [*lines, private_text(self._world, known, _public(table))]


def _public(table: Table) -> Entries:
    """Return what both players know."""
    return TableView(table.state).v
