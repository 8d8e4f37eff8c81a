"""The Council's door with what it asks of both."""

from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.theme import BODY_BOLD, NOTE, Theme
from game.ui.widgets.widget import Widget
from game.words import Words, door_tooltip

_NOTE: Final = NOTE.sized(14, 19)
_INDENT: Final = 50
_OPEN: Final = 2


class DoorRemark(Widget):
    """The door as it stands, and when it strains or closes."""

    def __init__(self, words: Words, door: int) -> None:
        super().__init__("door")
        self.door = door
        self.title, _ = door_tooltip(words, door)
        numbers = words.content.numbers
        self.note = words.text(
            "It strains after {councils} councils in a row without a package, and closes at "
            "Tension {closes}.",
            councils=numbers.failed_councils,
            closes=numbers.door_closes,
        )

    def says(self) -> str:
        """Return title and note."""
        return f"{self.title}. {self.note}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of title and note."""
        note = text.height(self.note, _NOTE, theme, room - _INDENT)
        return max(44, text.line_height(BODY_BOLD, theme) + note)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the door and the words."""
        palette = theme.palette
        at = (self.rect.x + 19, self.rect.y + 22)
        mark.door(target, theme, _OPEN - self.door, at, 40)
        wide = self.rect.width - _INDENT
        left = self.rect.x + _INDENT
        title = text.block(self.title, BODY_BOLD, theme, wide)
        title.draw(target, (left, self.rect.y), palette.ink)
        note = text.block(self.note, _NOTE, theme, wide)
        note.draw(target, (left, self.rect.y + title.height), palette.ink_2)
