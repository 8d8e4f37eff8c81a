"""A site that fills or drains upon the map, with the ring of its reach growing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui.board.map_geometry import real
from game.ui.board.map_marks import SiteMark
from game.ui.board.map_placed import PlacedSite, Region
from game.ui.board.map_view import MapView
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Frame, Point, geodesic_ring
from game.ui.theme import Theme

_ROOM = 24
"""Logical pixels round a marker that its tags may take."""


@dataclass(frozen=True, slots=True)
class SiteMotion:
    """A site in motion; `last` is its mark as it looks in the end."""

    last: SiteMark

    def paint(self, target: pygame.Surface, view: MapView, now: SiteMark, theme: Theme) -> None:
        """Paint ring and marker as they are now, upon a map that shows the site at rest."""
        placed = _placed(view, self.last.slug)
        if placed is None:
            return
        if now.reach_share < 1 and now.reach_km and now.place is not None:
            for frame, clip in _frames(view, theme):
                _paint_ring(target, now, frame, clip, theme)
        at = Point(placed.at.x * theme.scale, placed.at.y * theme.scale)
        draw_marker(target, now, at, theme)


def site_parts(view: MapView, marks: Iterable[SiteMark]) -> Iterator[Rect]:
    """Yield the logical rectangles in which sites and the rings of their reach move."""
    for mark in marks:
        placed = _placed(view, mark.slug)
        if placed is None:
            continue
        yield placed.rect.inflate(2 * _ROOM, 2 * _ROOM)
        if mark.reach_km and mark.place is not None:
            geometry = view.geometry
            for frame, room in (
                (geometry.frame, geometry.area),
                (geometry.inset_frame, geometry.inset),
            ):
                yield _ring_box(mark, frame).clip(Rect(room))


def _placed(view: MapView, slug: str) -> PlacedSite | None:
    return next((site for site in view.layout.sites if site.mark.slug == slug), None)


def _frames(view: MapView, theme: Theme) -> Iterator[tuple[Frame, Rect]]:
    """Yield map and inset: their frames in real pixels, and where each is cut."""
    geometry = view.geometry
    yield real(geometry.frame, theme), theme.rect(Rect(geometry.area))
    if any(site.region is Region.INSET for site in view.layout.sites):
        yield real(geometry.inset_frame, theme), theme.rect(Rect(geometry.inset))


def _paint_ring(
    target: pygame.Surface, now: SiteMark, frame: Frame, clip: Rect, theme: Theme
) -> None:
    """Paint the plain line of a ring that grows: dashes and hatch come when it is there."""
    if now.place is None:
        return
    line = frame.line(geodesic_ring(now.place, now.reach_km * now.reach_share))
    before = target.get_clip()
    target.set_clip(clip.clip(before))
    colour = theme.side_colour(now.side)
    pygame.draw.lines(target, colour, True, [(p.x, p.y) for p in line], theme.line(2))
    target.set_clip(before)


def _ring_box(mark: SiteMark, frame: Frame) -> Rect:
    if mark.place is None:
        return Rect(0, 0, 0, 0)
    line = frame.line(geodesic_ring(mark.place, mark.reach_km))
    xs, ys = [p.x for p in line], [p.y for p in line]
    left, top = int(min(xs)), int(min(ys))
    box = Rect(left, top, int(max(xs)) - left + 1, int(max(ys)) - top + 1)
    return box.inflate(8, 8)
