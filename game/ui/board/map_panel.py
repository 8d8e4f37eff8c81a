"""The map as widgets: each site and each name can be pointed at, focused and pressed.

The map itself is painted by the scene as its ground, so that panels may lie on it; the
widgets here only know where everything is.
"""

from collections.abc import Sequence
from typing import Final

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
        self._sites: dict[str, _Site] = {}

    def point(self, focused: Widget | None, theme: Theme) -> None:
        """Tell the map which sites are pointed at, how far they look so, and the focus."""
        shares = {slug: site.warmth(theme) for slug, site in self._sites.items()}
        self.view.warmth = {slug: share for slug, share in shares.items() if share}
        self.view.focused = focused.slug if isinstance(focused, _Site) else None

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take the clear part of the map, whose view was placed before."""
        self.rect = rect.copy()
        self.view.show(self.marks)
        placed = {site.mark.slug: site for site in self.view.layout.sites}
        names: list[Widget] = []
        sites: list[Widget] = []
        for slug in self.view.order():
            site = self._site(slug)
            site.name.place(placed[slug].name.rect, theme)
            names.append(site.name)
            marker = self.view.marker_rect(slug) or Rect(0, 0, 0, 0)
            grown = marker.inflate(
                max(0, _LEAST - marker.width), max(0, _LEAST - marker.height)
            )
            site.place(grown, theme)
            sites.append(site)
        # Names first: where a name and a marker meet, the marker is meant.
        self.children = [*names, *sites]

    def _site(self, slug: str) -> "_Site":
        """Return the widget of a site, always the same: who has the focus keeps it."""
        if slug not in self._sites:
            self._sites[slug] = _Site(slug, self.hints[slug], self.view)
        return self._sites[slug]


def site_of(widget: Widget | None) -> str | None:
    """Return the slug of the site that a widget of the map stands for."""
    if isinstance(widget, _Name):
        return widget.site.slug
    return widget.slug if isinstance(widget, _Site) else None


class _Site(Pressable):
    """A site's marker. It looks pointed at when its name is, too."""

    backdrop = True

    def __init__(self, slug: str, hint: Hint, view: MapView) -> None:
        super().__init__(f"site:{slug}")
        self.slug = slug
        self.hint = hint
        self.view = view
        self.said = f"{hint.title}: {hint.text}"
        self.name = _Name(self, hint)

    @property
    def pointed(self) -> bool:
        """Return whether marker or name is pointed at."""
        return self.hovered or self.name.hovered

    @property
    def touched(self) -> Rect:
        """Return where the map looks different when it does."""
        return self.view.touched(self.slug)

    def says(self) -> str:
        """Return the full name of the site and what is known of it."""
        return self.said


class _Name(Pressable):
    """A site's name: as good as the marker for the pointer, nothing to the keyboard."""

    focusable = False
    backdrop = True
    warms = False

    def __init__(self, site: _Site, hint: Hint) -> None:
        super().__init__(f"name:{site.slug}")
        self.site = site
        self.hint = hint

    def press(self) -> Intent | None:
        """Press the site."""
        return Pressed(self.site.id)

    def go_on(self, earlier: Widget) -> None:
        """Let the site go on as the one before it."""
        if isinstance(earlier, _Name):
            self.site.go_on(earlier.site)
