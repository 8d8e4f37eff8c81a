"""The replay bar: a match as one line of steps, solid behind what is shown, dashed ahead."""

from collections.abc import Mapping, Sequence
from typing import Final

import pygame
from pygame import Rect

from game.match.steps import Step
from game.ui import text
from game.ui.draw import frame, mark
from game.ui.draw.sprite import sprite
from game.ui.draw.tone import mixed
from game.ui.theme import NOTE_BOLD, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Hint, Widget
from game.words import Words, phase_name, round_title, side_values

_SPACE: Final = 24
"""Logical pixels from one step to the next."""
_SIZE: Final = 13
_LINE: Final = 36
"""Middle of the line below the upper edge, at the size of text of the design."""
_TAG: Final = 14
_BELOW: Final = 20
_DASH: Final = 6
_AIR: Final = 12
"""Above and below a step, to press it."""
_STEP: Final = "replay-step:"


def step_title(words: Words, step: Step) -> str:
    """Return a step of the match with its round: `Round 3 · NATO’s turn`."""
    name = phase_name(words, "crisis" if step.kind == "crisis" else "council")
    if step.side is not None and step.kind == "turn":
        name = words.text("{side}’s turn", **side_values(words, step.side))
    return " · ".join([round_title(words, step.round), name])


class _Spot(Pressable):
    """Where a step can be pressed. The bar paints it; the keys are the bar's."""

    focusable = False
    backdrop = True
    bleed = 0

    def __init__(self, number: int, told: str) -> None:
        super().__init__(f"{_STEP}{number}")
        self.hint = Hint(told)

    def says(self) -> str:
        """Return the step."""
        return self.hint.text if self.hint else ""


class ReplayBar(Widget):
    """The steps in a window that follows what is shown. A click on one chooses it.

    Attributes:
        shown: Number of the step that is shown; -1 before the first.
    """

    focusable = True
    backdrop = True

    def __init__(
        self,
        words: Words,
        steps: Sequence[Step],
        shown: int,
        *,
        points: Mapping[int, int],
        bookmarks: Sequence[int],
        branches: Sequence[int],
        chooses: bool = True,
    ) -> None:
        """Show steps.

        Args:
            words: The language.
            steps: All of them.
            shown: Which one is shown.
            points: Numbers of turning points by the number of their step.
            bookmarks: Numbers of the steps with a bookmark.
            branches: Numbers of the steps after which a branch left.
            chooses: Whether something comes of pressing a step.
        """
        self.spots = [
            _Spot(number, step_title(words, step)) for number, step in enumerate(steps)
        ]
        for spot in self.spots:
            spot.warms = chooses
        super().__init__("replay-bar", self.spots)
        self.words = words
        self.steps = steps
        self.shown = shown
        self.points = points
        self.bookmarks = frozenset(bookmarks)
        self.branches = frozenset(branches)

    def says(self) -> str:
        """Return which step of how many is shown."""
        return f"{self.shown + 1} / {len(self.steps)}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of round titles, line and tags."""
        return self._middle(theme) + _BELOW + 12

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the room of a few steps."""
        return 6 * _SPACE, self.measure(theme, 0) - 4

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place what can be pressed: the steps in the window."""
        self.rect = rect.copy()
        high = _SIZE + 2 * _AIR
        top = rect.y + self._middle(theme) - high // 2
        for number, spot in enumerate(self.spots):
            spot.visible = self._first <= number < self._first + self._seen
            left = self._x(number) - _SPACE // 2
            spot.place(
                Rect(left, top, _SPACE, high) if spot.visible else Rect(0, 0, 0, 0), theme
            )

    def translate(self, intent: Intent) -> Intent | None:
        """Put the press of a step as the choice of it."""
        number = intent.id.removeprefix(_STEP)
        return Chosen(self.id, number) if isinstance(intent, Pressed) else intent

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Go to either end; the arrows are the scene's."""
        if self.focused and (is_key(event, "Home") or is_key(event, "End")):
            number = 0 if is_key(event, "Home") else len(self.steps) - 1
            return Chosen(self.id, str(number))
        return None

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the line, the steps upon it, and what is marked below."""
        last = min(len(self.steps), self._first + self._seen)
        middle = self.rect.y + self._middle(theme)
        for spot in self.spots[self._first : last]:
            frame.recess(target, theme, spot.rect, spot.warmth(theme))
        self._paint_line(target, theme, middle, last)
        for number in range(self._first, last):
            x = self._x(number)
            self._paint_round(target, theme, number, (x, middle))
            self._paint_step(target, theme, number, (x, middle))
            self._paint_marks(target, theme, number, (x, middle + _BELOW))
        if self._first <= self.shown < last:
            x = self._x(self.shown)
            tip = (x, middle - _SIZE // 2 - 4)
            mark.pointer(target, theme, tip, theme.palette.ink, size=11, towards="down")

    @property
    def _seen(self) -> int:
        """Return for how many steps there is room."""
        return max(1, (self.rect.width - _SPACE) // _SPACE)

    @property
    def _first(self) -> int:
        """Return the first step in the window: what is shown is near its middle."""
        most = max(0, len(self.steps) - self._seen)
        return max(0, min(most, self.shown - self._seen // 2))

    def _x(self, number: int) -> int:
        return self.rect.x + _SPACE + (number - self._first) * _SPACE

    def _middle(self, theme: Theme) -> int:
        return _LINE - 17 + text.line_height(NOTE_BOLD, theme)

    def _paint_line(self, target: pygame.Surface, theme: Theme, middle: int, last: int) -> None:
        """Paint the line: solid up to what is shown, dashed beyond."""
        palette = theme.palette
        left, right = self._x(self._first) - _SPACE // 2, self._x(last - 1)
        now = max(left, min(right, self._x(self.shown)))
        solid = Rect(left, middle - 1, now - left, 3)
        target.fill(palette.ink, theme.rect(solid))
        for x in range(now, right, 2 * _DASH):
            dash = Rect(x, middle - 1, min(_DASH, right - x), 2)
            target.fill(palette.ctl, theme.rect(dash))

    def _paint_round(
        self, target: pygame.Surface, theme: Theme, number: int, at: tuple[int, int]
    ) -> None:
        """Paint the bar before the first step of a round, and its title over it."""
        step, x = self.steps[number], at[0] - _SPACE // 2
        begins = not number or self.steps[number - 1].round != step.round
        if not begins and number != self._first:
            return
        colour = theme.palette.ink if number <= self.shown else theme.palette.ink_3
        if begins:
            top = self.rect.y + 2
            frame.rule(target, theme, (x, top), at[1] + 12 - top, colour, down=True)
        title = round_title(self.words, step.round)
        left = x + 6
        if left + text.width(title, NOTE_BOLD, theme) <= self._round_end(number):
            line = self.rect.y + text.line_height(NOTE_BOLD, theme) // 2
            baseline = text.baseline_at(line, NOTE_BOLD, theme)
            text.write(target, theme, title, NOTE_BOLD, colour, (left, baseline))

    def _round_end(self, number: int) -> int:
        """Return where the round of a step ends, or the window does."""
        end = number
        while end < len(self.steps) and self.steps[end].round == self.steps[number].round:
            end += 1
        return min(self.rect.right, self._x(end) - _SPACE // 2)

    def _paint_step(
        self, target: pygame.Surface, theme: Theme, number: int, at: tuple[int, int]
    ) -> None:
        step, palette = self.steps[number], theme.palette
        if step.kind == "turn" and step.side is not None:
            outlined = step.face_down
            mark.side_mark(target, theme, step.side, at, _SIZE, outlined=outlined)
        elif step.kind == "council":
            rung = Rect(0, 0, _SIZE + 2, 9)
            rung.center = at
            ground = palette.joint if step.agreed else palette.page
            frame.box(target, theme, rung, ground, palette.joint, line=1.5, corner=0)
        else:
            _triangle(target, theme, at)

    def _paint_marks(
        self, target: pygame.Surface, theme: Theme, number: int, at: tuple[int, int]
    ) -> None:
        """Paint the tag of a turning point, or a star; a dashed curve where a branch left."""
        palette = theme.palette
        if number in self.points:
            tag = Rect(0, 0, _TAG + 2, _TAG)
            tag.center = at
            frame.box(target, theme, tag, palette.ink, corner=2)
            point = str(self.points[number])
            text.centred(target, theme, point, NOTE_BOLD.sized(12), palette.on_fill, tag)
        elif number in self.bookmarks:
            mark.icon(target, theme, "star", at, palette.ink, _TAG)
        if number in self.branches:
            frame.dashed_line(
                target, theme, (at[0] + 10, at[1] - 10), 18, palette.ink_2, down=True
            )


def _triangle(target: pygame.Surface, theme: Theme, at: tuple[int, int]) -> None:
    """Draw the triangle of a crisis."""
    ink, page = theme.palette.ink, theme.palette.page
    box = 2 * theme.px(_SIZE / 2 + 2)

    def paint(large: pygame.Surface, zoom: int) -> None:
        wide = large.get_width()
        edge, high = 2 * theme.scale * zoom, wide * 0.87
        corners = [(wide / 2, edge), (wide - edge, high), (edge, high)]
        pygame.draw.polygon(large, mixed(ink, page, 0.0), corners)

    picture = sprite(("crisis step", theme), (box, box), ink, paint)
    x, y = theme.point(at)
    target.blit(picture, (x - box // 2, y - box // 2))
