"""A note about a site with its marker before it."""

from typing import Final

import pygame

from game.engine import View
from game.ui import text
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Point
from game.ui.board.site_facts import known_site
from game.ui.board.site_marks import site_mark
from game.ui.theme import BODY, Theme
from game.ui.widgets.widget import Widget
from game.words import Words

_INDENT: Final = 34
_HIGH: Final = 30
_SIZE: Final = 0.9


class SiteNote(Widget):
    """The marker as on the map, then marked text."""

    def __init__(self, words: Words, view: View, site: str, note: str) -> None:
        super().__init__()
        self.mark = site_mark(words, view, known_site(view, site))
        self.runs = text.runs(note)

    def says(self) -> str:
        """Return the note."""
        return text.plain(self.runs)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped note, at least of the marker."""
        return max(_HIGH, text.height(self.runs, BODY, theme, room - _INDENT))

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the note needs."""
        return 0, text.height(self.runs, BODY, theme, self.rect.width - _INDENT)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw marker and note."""
        block = text.block(self.runs, BODY, theme, self.rect.width - _INDENT)
        block.draw(target, (self.rect.x + _INDENT, self.rect.y), theme.palette.ink)
        x, y = theme.point((self.rect.x + 13, self.rect.y + 15))
        draw_marker(target, self.mark, Point(x, y), theme, small=_SIZE)
