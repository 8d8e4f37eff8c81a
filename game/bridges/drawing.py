"""What `render()` returns: the board as the window draws it, or what a side knows as text."""

import sys
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.bridges.strings import text_of
from game.bridges.table import content_with
from game.engine import State, View
from game.match import HUMAN, Match
from game.match.perspective import Perspective, view_as

MODES: Final = ("ansi", "rgb_array")
SIZE: Final = (1280, 720)

_PEOPLE: Final = (HUMAN, HUMAN)


def drawn(match: Match, perspective: Perspective) -> NDArray[np.uint8]:
    """Return a picture: rows of pixels of three bytes."""
    # Only now: whoever asks for no picture needs no pygame.
    from game.ui.picture import board_rgb  # noqa: PLC0415

    raw = board_rgb(match, perspective, SIZE)
    return np.frombuffer(raw, np.uint8).reshape((SIZE[1], SIZE[0], 3)).copy()


def put_away() -> None:
    """Give back what pictures took, if any was drawn."""
    if "game.ui.picture" in sys.modules:
        from game.ui import picture  # noqa: PLC0415

        picture.put_away()


def written(state: State, perspective: Perspective) -> str:
    """Return what a perspective knows as text."""
    view: View = view_as(state, perspective)
    return text_of(view.world, view.v)


def replayed(scenario: str, seed: int, actions: Sequence[int]) -> Match:
    """Return the match that comes of a deal and the engine's codes of some decisions."""
    match = Match(content_with(scenario), scenario, seed, _PEOPLE)
    for action in actions:
        match.decide(action)
    return match
