"""Names beside their markers: on the tuned side, or where all of them have the most room."""

from collections.abc import Iterable, Iterator
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


class _Choice:
    """A name with all the places that it may have, the best liked first.

    They are made when they are asked for: most names like the first best, and never ask.
    """

    def __init__(self, tries: Iterator[Words]) -> None:
        self._coming = tries
        self._made: list[tuple[Words, pygame.Rect]] = []
        self._known: set[tuple[int, ...]] = set()
        self.first: Words | None = None
        self.chosen: Words | None = None
        self.spread = pygame.Rect(0, 0, 0, 0)

    def tries(self) -> Iterator[tuple[Words, pygame.Rect]]:
        """Yield every place with what it covers; never the same twice."""
        yield from self._made
        for words in self._coming:
            rect = words.rect
            if tuple(rect) not in self._known:
                self._known.add(tuple(rect))
                self._made.append((words, rect))
                yield words, rect

    def take(self, words: Words, rect: pygame.Rect) -> None:
        """Stand there, and keep others in the same line a little apart."""
        self.first = self.first or words
        self.chosen = words
        self.spread = rect.inflate(2 * _APART, 0)


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
        tries = _tries(block, around, spot, first_line, middle)
        choice = _Choice(self._inside(words) for words in tries)
        chosen = self._choose(choice)
        self._choices.append(choice)
        return chosen

    def settle(self) -> None:
        """Try each name again now that all are there, until none has a better place."""
        for _ in range(_PASSES):
            before = [choice.chosen for choice in self._choices]
            now = [self._choose(choice) for choice in self._choices]
            if all(one is other for one, other in zip(before, now, strict=True)):
                return

    def now(self, name: Words) -> Words:
        """Return where a name stands that was placed before all others were there."""
        found = (choice.chosen for choice in self._choices if choice.first is name)
        return next(found, None) or name

    def cost(self, rect: pygame.Rect) -> int:
        """Return how many square pixels of a rectangle are taken or out of bounds."""
        return self._cost(rect, [choice.spread for choice in self._choices])

    def _choose(self, choice: _Choice) -> Words:
        """Let a name stand where it costs least, or at the first place that costs nothing."""
        names = [other.spread for other in self._choices if other is not choice]
        best = least = None
        for words, rect in choice.tries():
            cost = self._cost(rect, names)
            if least is None or cost < least:
                best, least = (words, rect), cost
            if cost == 0:
                break
        assert best is not None, "a name has a tuned side"
        choice.take(*best)
        return best[0]

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
    # However it is aligned, it is as wide: the same tries are good for every side.
    tried = text.block(runs, LABEL, theme, room)
    while tried.broken:
        room += 8
        tried = text.block(runs, LABEL, theme, room)
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
