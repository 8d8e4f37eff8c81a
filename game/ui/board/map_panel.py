"""The map as widgets: each site and each name can be pointed at, focused and pressed.

The map itself is painted by the scene as its ground, so that panels may lie on it; the
widgets here only know where everything is.
"""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui.board.map_marks import SiteMark
from game.ui.board.map_view import MapView
from game.ui.theme import Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.widget import Hint, Widget

_LEAST: Final = 36
"""Room of a marker for the pointer; names give more."""


class MapPanel(Widget):
    """All that can be pressed on the map. Sites have the ids ``site:<slug>``."""

    backdrop = True

    def __init__(
        self, view: MapView, marks: Sequence[SiteMark], hints: dict[str, Hint]
    ) -> None:
        super().__init__("map")
        self.view = view
        self.marks = tuple(marks)
        self.hints = hints

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take the clear part of the map, whose view was placed before."""
        self.rect = rect.copy()
        self.view.show(self.marks)
        placed = {site.mark.slug: site for site in self.view.layout.sites}
        earlier = {child.id: child for child in self.children}
        names: list[Widget] = []
        sites: list[Widget] = []
        for slug in self.view.order():
            # The widgets stay the same ones: who has the focus keeps it.
            name = earlier.get(f"name:{slug}") or _Name(slug, self.hints[slug])
            name.place(placed[slug].name.rect, theme)
            names.append(name)
            site = earlier.get(f"site:{slug}") or _Site(slug, self.hints[slug])
            marker = self.view.marker_rect(slug) or Rect(0, 0, 0, 0)
            grown = marker.inflate(
                max(0, _LEAST - marker.width), max(0, _LEAST - marker.height)
            )
            site.place(grown, theme)
            sites.append(site)
        # Names first: where a name and a marker meet, the marker is meant.
        self.children = [*names, *sites]

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint nothing: the scene did."""


class _Site(Pressable):
    """A site's marker."""

    backdrop = True

    def __init__(self, slug: str, hint: Hint) -> None:
        super().__init__(f"site:{slug}")
        self.slug = slug
        self.hint = hint

    def says(self) -> str:
        """Return the full name of the site and what is known of it."""
        return f"{self.hint.title}: {self.hint.text}" if self.hint else self.slug


class _Name(Pressable):
    """A site's name: as good as the marker for the pointer, nothing to the keyboard."""

    focusable = False
    backdrop = True

    def __init__(self, slug: str, hint: Hint) -> None:
        super().__init__(f"name:{slug}")
        self.slug = slug
        self.hint = hint

    def press(self) -> Intent | None:
        """Press the site."""
        return Pressed(f"site:{self.slug}")
