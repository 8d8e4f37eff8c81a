"""A small map of the neighbourhood of a site, as a widget."""

from typing import Final

import pygame

from game.engine import View
from game.ui.board.map_marks import SiteState
from game.ui.board.map_small import MiniMap, draw_mini_map
from game.ui.board.map_words import map_words
from game.ui.board.site_marks import place_of, site_marks
from game.ui.theme import Theme
from game.ui.widgets.widget import Widget
from game.words import Words, site_name

HEIGHT: Final = 112
_SCALE: Final = 0.15


class MiniMapBox(Widget):
    """The map round a site, which has the ring of choice; a considered reach shows."""

    def __init__(self, words: Words, view: View, site: str) -> None:
        super().__init__("mini-map")
        self.words = map_words(words, view.world)
        self.name = site_name(words, site)
        place = place_of(view.world.content.sites[site])
        every = site_marks(words, view, selected=site, planned=(site,))
        # Empty places stand so close round the Baltic that their names would lie on another.
        marks = tuple(one for one in every if one.selected or one.state is not SiteState.EMPTY)
        self.mini = MiniMap(place, _SCALE, marks) if place is not None else None
        self.visible = self.mini is not None

    def says(self) -> str:
        """Return the name of the site in its middle."""
        return self.name

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the strip."""
        return HEIGHT

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the map."""
        if self.mini is not None:
            draw_mini_map(target, self.rect, self.mini, self.words, theme)
