"""Names beside their markers: on the tuned side, or where all of them have the most room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

import pygame

from game.ui import text
from game.ui.board.map_labels import LABEL
from game.ui.board.map_placed import Words
from game.ui.board.map_spots import Anchor, Spot
from game.ui.board.projection import Point
from game.ui.theme import Theme

GAP: Final = 5
"""Between a marker and its name."""
FALLBACKS: Final = (Anchor.EAST, Anchor.WEST, Anchor.NORTH, Anchor.SOUTH)
_PASSES: Final = 5
_APART: Final = 4
"""Between two names in one line, so that they aren't read as one."""
_UNREADABLE: Final = 3
"""A name on another name is so much worse than one on a marker or a frame."""
_SLIDES: Final = (0.0, -0.5, 0.5, -0.9, 0.9)
"""How far a name may slide along its marker, in lines or in halves of its width."""


class BlockOf(Protocol):
    """Makes the name for one side of its marker; a narrow one is wrapped."""

    def __call__(self, anchor: Anchor, *, narrow: bool) -> text.Block:
        """Return the name."""


@dataclass(slots=True)
class _Choice:
    """A name with all the places that it may have, the best liked first."""

    tries: list[Words]
    first: Words
    chosen: Words


class Placing:
    """Places one thing after another and remembers what is taken."""

    def __init__(self, bounds: pygame.Rect, theme: Theme, taken: Iterable[pygame.Rect]) -> None:
        self.bounds = bounds
        self.theme = theme
        self.taken = list(taken)
        self._choices: list[_Choice] = []

    def beside(
        self, block: BlockOf, around: pygame.Rect, spot: Spot, first_line: int, middle: Point
    ) -> Words:
        """Return a name beside a marker: on its tuned side, or where less is covered."""
        tries = [
            self._inside(words) for words in _tries(block, around, spot, first_line, middle)
        ]
        best = self._best(tries, None)
        self._choices.append(_Choice(tries, best, best))
        return best

    def settle(self) -> None:
        """Try each name again now that all are there, until none has a better place."""
        for _ in range(_PASSES):
            before = [choice.chosen for choice in self._choices]
            for choice in self._choices:
                choice.chosen = self._best(choice.tries, choice)
            if all(
                one is choice.chosen for one, choice in zip(before, self._choices, strict=True)
            ):
                return

    def now(self, name: Words) -> Words:
        """Return where a name stands that was placed before all others were there."""
        return next((choice.chosen for choice in self._choices if choice.first is name), name)

    def cost(self, rect: pygame.Rect) -> int:
        """Return how many square pixels of a rectangle are taken or out of bounds."""
        return self._cost(rect, self._names(None))

    def _best(self, tries: list[Words], own: _Choice | None) -> Words:
        names = self._names(own)
        costs = [self._cost(words.rect, names) for words in tries]
        return tries[costs.index(min(costs))]

    def _names(self, own: _Choice | None) -> list[pygame.Rect]:
        """Return what the other names cover, with what keeps them apart in a line."""
        others = (choice.chosen.rect for choice in self._choices if choice is not own)
        return [rect.inflate(2 * _APART, 0) for rect in others]

    def _cost(self, rect: pygame.Rect, names: list[pygame.Rect]) -> int:
        inside = rect.clip(self.bounds)
        cost = rect.width * rect.height - inside.width * inside.height
        for others, weight in ((self.taken, 1), (names, _UNREADABLE)):
            for place in rect.collidelistall(others):
                common = rect.clip(others[place])
                cost += weight * common.width * common.height
        return cost

    def _inside(self, words: Words) -> Words:
        """Return a name moved into the bounds."""
        rect = words.rect.clamp(self.bounds)
        return words if rect == words.rect else Words(words.block, rect.left, rect.top)


def wrapped(
    runs: tuple[text.Run, ...], room: int, theme: Theme, align: str = text.LEFT
) -> text.Block:
    """Return a name wrapped to a width, or to its longest word if that is wider."""
    tried = text.block(runs, LABEL, theme, room, align)
    while tried.broken:
        room += 8
        tried = text.block(runs, LABEL, theme, room, align)
    return text.block(runs, LABEL, theme, tried.width, align)


def _tries(
    block: BlockOf, around: pygame.Rect, spot: Spot, first_line: int, middle: Point
) -> Iterator[Words]:
    """Yield where a name may stand: as tuned, on another side, wrapped, or slid along."""
    yield _words(block(spot.anchor, narrow=False), around, spot, first_line, middle)
    others = [Spot(anchor=one) for one in FALLBACKS if one is not spot.anchor]
    for other in others:
        yield _words(block(other.anchor, narrow=False), around, other, first_line, middle)
    for slide in _SLIDES:
        for anchor in (spot.anchor, *(other.anchor for other in others)):
            for narrow in (False, True):
                made = block(anchor, narrow=narrow)
                yield _words(
                    made, around, _slid(anchor, slide, made, first_line), first_line, middle
                )


def _slid(anchor: Anchor, slide: float, block: text.Block, first_line: int) -> Spot:
    """Return a spot on one side, moved along it."""
    if anchor in (Anchor.EAST, Anchor.WEST):
        return Spot(anchor=anchor, name_down=slide * first_line)
    return Spot(anchor=anchor, name_right=slide * block.width / 2)


def _words(
    block: text.Block, around: pygame.Rect, spot: Spot, first_line: int, middle: Point
) -> Words:
    """Return a block beside a rectangle; at its sides the first line is level with `middle`."""
    level = middle.y - first_line / 2
    corners = {
        Anchor.EAST: (around.right + GAP - 1, level),
        Anchor.WEST: (around.left - GAP - block.width, level),
        Anchor.NORTH: (middle.x - block.width / 2, around.top - 1 - block.height),
        Anchor.SOUTH: (middle.x - block.width / 2, around.bottom + 1),
    }
    left, top = corners[spot.anchor]
    return Words(block, left + spot.name_right, top + spot.name_down)
