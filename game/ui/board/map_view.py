"""The map of the board: told what to show, it draws, and knows what is under the pointer."""

from collections.abc import Sequence
from math import hypot
from typing import Final

import pygame

from game.ui.board.map_base import map_base
from game.ui.board.map_drawing import (
    draw_capital,
    draw_hold,
    draw_leader,
    draw_legend,
    draw_tie,
    draw_tray,
)
from game.ui.board.map_geometry import Geometry, real
from game.ui.board.map_labels import draw_words
from game.ui.board.map_layout import lay_out_clear
from game.ui.board.map_marks import MapWords, SiteMark
from game.ui.board.map_placed import Layout, PlacedSite, Region, Words
from game.ui.board.markers import draw_hover, draw_marker, draw_mini
from game.ui.board.projection import Frame, Point
from game.ui.board.rings import draw_reach
from game.ui.kept import kept
from game.ui.theme import TARGET, Theme

OCEAN_EDGE: Final = 8
OCEAN_SHARE: Final = 0.72
"""How much of the map's height the Atlantic has at most, from the north down to Spain."""
OCEAN_LEAST: Final = 176
_NOBODY: Final = ""
_HOVER_ROOM: Final = 24
"""Logical pixels that the ring of the pointer may take beyond a marker, both sides together."""


class MapView:
    """The board's map. Rectangles and positions are logical pixels; it draws real ones.

    Attributes:
        warmth: how far each site looks pointed at; none for those that don't.
        focused: slug of the site that the keyboard stands on.
    """

    def __init__(self, words: MapWords, theme: Theme) -> None:
        self.words = words
        self.theme = theme
        self.warmth: dict[str, float] = {}
        self.focused: str | None = None
        self._marks: tuple[SiteMark, ...] = ()
        self._geometry = Geometry.within(
            pygame.Rect(0, 0, 800, 444), pygame.Rect(0, 0, 800, 444)
        )
        self._layout: Layout | None = None
        self._pictures: dict[str, pygame.Surface] = {}
        self._drawn: str | None = None
        self._pointed = _NOBODY

    def place(self, area: pygame.Rect, clear: pygame.Rect, theme: Theme | None = None) -> None:
        """Fill `area`; keep all that matters in `clear`, the part that no panel covers."""
        geometry, theme = Geometry.within(area, clear), theme or self.theme
        if (geometry, theme) != (self._geometry, self.theme):
            self._geometry, self.theme = geometry, theme
            self._changed()

    def show(self, marks: Sequence[SiteMark], words: MapWords | None = None) -> None:
        """Show these sites from now on; the same ones again cost nothing."""
        if tuple(marks) != self._marks or (words is not None and words != self.words):
            self._marks, self.words = tuple(marks), words or self.words
            self._changed()

    def draw(self, target: pygame.Surface) -> None:
        """Draw the map with everything on it."""
        area = self.theme.rect(pygame.Rect(self._geometry.area))
        self._forget_pictures()
        pointed = next((slug for slug, share in self.warmth.items() if share == 1), _NOBODY)
        target.blit(self._picture(pointed, area), area)
        for slug, share in self.warmth.items():
            if share < 1:
                part = self.theme.rect(self.touched(slug)).clip(area)
                picture = self._picture(slug, area)
                picture.set_alpha(round(255 * share))
                target.blit(picture, part, part.move(-area.x, -area.y))
                picture.set_alpha(None)

    def touched(self, slug: str) -> pygame.Rect:
        """Return what looks different when a site is pointed at: all, if a ring appears."""
        site = next((site for site in self.layout.sites if site.mark.slug == slug), None)
        if site is None or (site.mark.reach_km and not self._ringed(site.mark, _NOBODY)):
            return pygame.Rect(self._geometry.area)
        return site.rect.inflate(_HOVER_ROOM, _HOVER_ROOM)

    def site_at(self, position: tuple[float, float]) -> str | None:
        """Return the slug of the site under a position.

        A marker comes before a name, a name before the room that a finger needs.
        """
        found = [
            (rank, hypot(site.at.x - position[0], site.at.y - position[1]), site.mark.slug)
            for site in self.layout.sites
            for rank, rect in enumerate((site.rect, site.name.rect, _touch(site)))
            if rect.collidepoint(position)
        ]
        return min(found)[2] if found else None

    def order(self) -> tuple[str, ...]:
        """Return the slugs of all sites from west to east, those off the map last."""

        def key(site: PlacedSite) -> tuple[bool, float, float]:
            place = site.mark.place
            return (True, 0.0, 0.0) if place is None else (False, place.lon, place.lat)

        return tuple(site.mark.slug for site in sorted(self.layout.sites, key=key))

    def next_site(self, slug: str | None, step: int) -> str | None:
        """Return the site `step` places to the east of another, round and round."""
        slugs = self.order()
        if not slugs:
            return None
        if slug not in slugs:
            return slugs[0] if step > 0 else slugs[-1]
        return slugs[(slugs.index(slug) + step) % len(slugs)]

    def marker_rect(self, slug: str) -> pygame.Rect | None:
        """Return what the marker of a site covers with its tags."""
        return next((s.rect for s in self.layout.sites if s.mark.slug == slug), None)

    def ocean(self) -> pygame.Rect:
        """Return the west of the map, as far as no marker and no name stands there."""
        left, top, wide, high = self._geometry.clear
        things = [site.rect for site in self.layout.sites]
        things += [name.rect for name in self.layout.names()]
        column = pygame.Rect(left, top, OCEAN_LEAST + 2 * OCEAN_EDGE, round(OCEAN_SHARE * high))
        room = _tallest_gap(column, things).inflate(-2 * OCEAN_EDGE, -2 * OCEAN_EDGE)
        room.width = wide // 2
        east = min((rect.left for rect in things if rect.colliderect(room)), default=room.right)
        room.width = max(OCEAN_LEAST, east - OCEAN_EDGE - room.left)
        return room

    @property
    def layout(self) -> Layout:
        """Return where everything stands, for tests and for what is drawn over the map."""
        if self._layout is None:
            self._layout = _laid_out(self._marks, self.words, self._geometry, self.theme)
        return self._layout

    @property
    def geometry(self) -> Geometry:
        """Return where map, inset and tray lie."""
        return self._geometry

    def _changed(self) -> None:
        """Forget what no longer holds: who places a map often shows other sites at once."""
        self._layout = None
        self._pictures.clear()

    def _forget_pictures(self) -> None:
        """Keep the pictures that are still needed: of the map at rest, and of what changes."""
        if self._drawn != self.focused:
            self._pictures.clear()
            self._drawn = self.focused
        for slug in [slug for slug in self._pictures if slug not in (_NOBODY, *self.warmth)]:
            del self._pictures[slug]

    def _picture(self, pointed: str, area: pygame.Rect) -> pygame.Surface:
        """Return the map as it looks while a site is pointed at, or none is."""
        if pointed not in self._pictures:
            self._pictures[pointed] = self._painted(pointed, area)
        return self._pictures[pointed]

    def _painted(self, pointed: str, area: pygame.Rect) -> pygame.Surface:
        self._pointed = pointed
        picture = pygame.Surface(area.size)
        frame = real(self._geometry.frame, self.theme).moved(-area.x, -area.y)
        picture.blit(map_base(area.size, frame, self.theme, self.words.outside), (0, 0))
        self._paint_map(picture, frame, area.topleft)
        self._paint_inset(picture, area.topleft)
        self._paint_tray(picture, area.topleft)
        if self._geometry.has_legend:
            draw_legend(picture, self._geometry, self.words, self.layout.theme, area.topleft)
        return picture

    def _paint_map(
        self, picture: pygame.Surface, frame: Frame, corner: tuple[int, int]
    ) -> None:
        for mark in self._marks:
            if self._ringed(mark, self._pointed):
                draw_reach(picture, mark, frame, self.theme, picture.get_rect())
        self._paint_holds(picture, Region.MAP, corner)
        for sea in self.layout.seas:
            self._words(picture, sea, corner, self.theme.palette.ink_2)
        self._paint_ties(picture, corner)
        for capital in self.layout.capitals:
            draw_capital(picture, self._px(capital.at, corner), capital.reached, self.theme)
            colour = self.theme.palette.ink if capital.reached else self.theme.palette.ink_2
            self._words(picture, capital.name, corner, colour)
        for reach in self.layout.reaches:
            self._words(picture, reach.name, corner, self.theme.side_colour(reach.side))
        self._paint_sites(picture, Region.MAP, corner)

    def _ringed(self, mark: SiteMark, pointed: str) -> bool:
        """Return whether a range ring is drawn: also that of a missile one asks about."""
        asked = mark.slug in (pointed, self.focused)
        return mark.shows_reach or (asked and mark.reach_km > 0)

    def _paint_holds(
        self, picture: pygame.Surface, region: Region, corner: tuple[int, int]
    ) -> None:
        """Draw a line to each site held at risk from each missile site that holds it."""
        sites = {site.mark.slug: site for site in self.layout.sites}
        for site in sites.values():
            for slug in site.mark.held_by:
                start, end = self._in(sites.get(slug), region), self._in(site, region)
                if start is not None and end is not None:
                    ends = self._px(start, corner), self._px(end, corner)
                    draw_hold(picture, *ends, self.theme)

    def _in(self, site: PlacedSite | None, region: Region) -> Point | None:
        """Return where a site is in a part of the map: at its marker, or on its true point."""
        if site is None or site.mark.place is None:
            return None
        if site.region is region:
            return site.at
        near = region is Region.INSET
        frame = self._geometry.inset_frame if near else self._geometry.frame
        return frame.place(site.mark.place)

    def _paint_ties(self, picture: pygame.Surface, corner: tuple[int, int]) -> None:
        """Draw the frame of what the inset shows, its small markers, and the dotted ties."""
        theme, palette = self.theme, self.theme.palette
        left, top, wide, high = self._geometry.source
        inset = pygame.Rect(self._geometry.inset)
        for start, end in (
            (Point(left + wide, top), Point(*inset.topleft)),
            (Point(left + wide, top + high), Point(*inset.bottomleft)),
        ):
            draw_tie(picture, self._px(start, corner), self._px(end, corner), theme)
        for site in self.layout.sites:
            if site.region is Region.INSET and site.mark.place is not None:
                # As spread out as in the inset: on their true points one would cover another.
                plane = self._geometry.inset_frame.plane(site.at)
                at = self._geometry.frame.at(plane)
                draw_mini(picture, site.mark, self._px(at, corner), theme)
        start, end = (
            self._px(Point(left, top), corner),
            self._px(Point(left + wide, top + high), corner),
        )
        rect = pygame.Rect(round(start.x), round(start.y), 0, 0)
        rect.size = round(end.x - start.x), round(end.y - start.y)
        pygame.draw.rect(picture, palette.ink, rect, theme.line(1.4))

    def _paint_inset(self, picture: pygame.Surface, corner: tuple[int, int]) -> None:
        theme, rect = self.theme, self.theme.rect(pygame.Rect(self._geometry.inset))
        frame = real(self._geometry.inset_frame, theme).moved(-rect.x, -rect.y)
        within = picture.subsurface(rect.move(-corner[0], -corner[1]).clip(picture.get_rect()))
        within.blit(map_base(rect.size, frame, theme, self.words.outside), (0, 0))
        for mark in self._marks:
            if self._ringed(mark, self._pointed):
                draw_reach(within, mark, frame, theme, within.get_rect(), near=True)
        before = picture.get_clip()
        picture.set_clip(rect.move(-corner[0], -corner[1]))
        self._paint_holds(picture, Region.INSET, corner)
        picture.set_clip(before)
        for caption in self.layout.captions:
            self._words(picture, caption, corner, theme.palette.ink_2)
        self._paint_sites(picture, Region.INSET, corner)
        frame_rect = rect.move(-corner[0], -corner[1])
        pygame.draw.rect(picture, theme.palette.ink, frame_rect, theme.line(1.4))

    def _paint_tray(self, picture: pygame.Surface, corner: tuple[int, int]) -> None:
        sites = [site for site in self.layout.sites if site.region is Region.TRAY]
        if sites:
            draw_tray(picture, self._geometry, self.words, self.layout.theme, corner)
            self._paint_sites(picture, Region.TRAY, corner)

    def _paint_sites(
        self, picture: pygame.Surface, region: Region, corner: tuple[int, int]
    ) -> None:
        sites = [site for site in self.layout.sites if site.region is region]
        for site in sites:
            if site.leader and site.true is not None:
                true, at = self._px(site.true, corner), self._px(site.at, corner)
                draw_leader(picture, true, at, self.theme)
        for site in sites:
            at = self._px(site.at, corner)
            if site.mark.slug == self._pointed and not site.mark.selected:
                draw_hover(picture, site.mark.side, at, self.theme)
            draw_marker(picture, site.mark, at, self.theme)
        for site in sites:
            self._words(picture, site.name, corner, self.theme.palette.ink)

    def _words(
        self,
        picture: pygame.Surface,
        words: Words,
        corner: tuple[int, int],
        colour: tuple[int, int, int],
    ) -> None:
        left = words.left - corner[0] / self.theme.scale
        top = words.top - corner[1] / self.theme.scale
        draw_words(picture, words.block, (left, top), colour, self.theme.palette.page)

    def _px(self, at: Point, corner: tuple[int, int]) -> Point:
        scale = self.theme.scale
        return Point(at.x * scale - corner[0], at.y * scale - corner[1])


def _tallest_gap(column: pygame.Rect, things: Sequence[pygame.Rect]) -> pygame.Rect:
    """Return the tallest part of a column in which nothing stands."""
    inside = sorted((rect for rect in things if rect.colliderect(column)), key=lambda r: r.top)
    gaps, top = [], column.top
    for rect in inside:
        gaps.append((rect.top - top, top))
        top = max(top, rect.bottom)
    gaps.append((column.bottom - top, top))
    high, start = max(gaps)
    return pygame.Rect(column.left, start, column.width, high)


_laid_out = kept(8)(lay_out_clear)
"""The board comes back after each card that was looked at: its names need no new places."""


def _touch(site: PlacedSite) -> pygame.Rect:
    """Return the room round a marker that a finger needs."""
    touch = pygame.Rect(0, 0, TARGET, TARGET)
    touch.center = round(site.at.x), round(site.at.y)
    return touch
