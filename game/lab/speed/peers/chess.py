"""python-chess: rules of one deep game, in Python alone."""

from random import Random
from typing import Any, Final

from game.lab.speed.copies import CLONE, CLONE_APPLY
from game.lab.speed.measure import Meter, Tally, clocked, library
from game.lab.speed.playouts import CHOICE, DECISION
from game.lab.speed.resident import POSITIONS, apart, growth
from game.lab.speed.row import Loop, Setting

NAME: Final = "python-chess"
LIBRARY: Final = "chess"

_MOST_PLIES: Final = 200
_SHARE: Final = 0.4
_SEED: Final = "boards"


def _chess() -> Any:
    return library("chess", LIBRARY)


def boards(chess: Any, count: int, luck: Random) -> list[tuple[Any, Any]]:
    """Return boards along random games, each with a random legal move."""
    found: list[tuple[Any, Any]] = []
    while len(found) < count:
        board = chess.Board()
        for _ in range(_MOST_PLIES):
            legal = list(board.legal_moves)
            if not legal:
                break
            move = legal[int(luck.random() * len(legal))]
            if luck.random() < _SHARE:
                found.append((board.copy(stack=False), move))
            board.push(move)
    luck.shuffle(found)
    return found[:count]


def _playouts(setting: Setting) -> Meter:
    chess = _chess()

    def work(luck: Random) -> Tally:
        rnd = luck.random
        board = chess.Board()
        plies = forced = 0
        while plies < _MOST_PLIES and (legal := list(board.legal_moves)):
            count = len(legal)
            if count == 1:
                forced += 1
                board.push(legal[0])
            else:
                board.push(legal[int(rnd() * count)])
            plies += 1
        return {DECISION: plies, CHOICE: plies - forced}

    return clocked(work, setting.seconds)


def _clones(setting: Setting) -> Meter:
    found = [board for board, _ in boards(_chess(), setting.positions, Random(_SEED))]

    def work(luck: Random) -> Tally:
        for board in found:
            board.copy(stack=False)
        return {CLONE: len(found)}

    return clocked(work, setting.seconds)


def _clones_applied(setting: Setting) -> Meter:
    found = boards(_chess(), setting.positions, Random(_SEED))

    def work(luck: Random) -> Tally:
        for board, move in found:
            board.copy(stack=False).push(move)
        return {CLONE_APPLY: len(found)}

    return clocked(work, setting.seconds)


def chess_growth(scenario: str, moved_on: bool) -> float:
    """Return the bytes of a copied board; for a process of its own."""
    found = boards(_chess(), POSITIONS, Random(_SEED))

    def make(number: int) -> object:
        board, move = found[number % POSITIONS]
        copy: object = board.copy(stack=False)
        if moved_on:
            copy.push(move)  # type: ignore[attr-defined]
        return copy

    return growth(make)


def _bytes(setting: Setting) -> Meter:
    _chess()
    return apart(chess_growth, setting)


CHESS_PLAYOUTS: Final = Loop(
    name=NAME,
    includes=f"Board(), then list(legal_moves), one drawn, push, until nothing is legal or "
    f"{_MOST_PLIES} plies; draws are not claimed",
    ready=_playouts,
    library=LIBRARY,
)

CHESS_CLONES: Final = Loop(
    name=NAME,
    includes="Board.copy(stack=False) over boards sampled along random games",
    ready=_clones,
    library=LIBRARY,
)

CHESS_CLONES_APPLIED: Final = Loop(
    name=NAME,
    includes="Board.copy(stack=False) and push of a random legal move chosen beforehand",
    ready=_clones_applied,
    library=LIBRARY,
)

CHESS_BYTES: Final = Loop(
    name=NAME,
    includes="the same with Board.copy(stack=False), and with push of a legal move",
    ready=_bytes,
    library=LIBRARY,
)
