"""What happened, shown happening on the board: on its tracks, ladders, map and table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event
from game.ui import sound
from game.ui.board.board_ladders import Ladders
from game.ui.board.hand import card_face
from game.ui.board.map_marks import FILLED, SiteMark
from game.ui.board.map_view import MapView
from game.ui.board.shared_tracks import SharedTracks
from game.ui.board.site_motion import SiteMotion, site_parts
from game.ui.damage import joined
from game.ui.draw import mark
from game.ui.draw.card import CARD_HEIGHT, CARD_WIDTH, card
from game.ui.draw.frame import shadow
from game.ui.draw.ladder import LadderFace
from game.ui.motion.beats import beats_of
from game.ui.motion.moves import (
    DOOR_KEY,
    CardMove,
    Key,
    SiteMove,
    step_key,
    track_key,
)
from game.ui.motion.showing import Showing, ShownCard, looking
from game.ui.theme import Theme
from game.ui.widgets.ladder import LadderWidget
from game.ui.widgets.track import TrackRow
from game.ui.widgets.widget import Widget
from game.words import Words, card_gist

_SHARED: Final = ("tension", "initiative", "threat")
_OF_SIDES: Final = ("assurance", "support")
_GIST: Final = 52
_AIR: Final = 8
_AROUND: Final = 20


class BoardMotion:
    """Plays what a viewer hasn't seen on the parts of the board.

    Attributes:
        showing: What is played.
    """

    def __init__(
        self, words: Words, view: View, events: Iterable[Event], *, of_table: bool = False
    ) -> None:
        """Play events.

        Args:
            words: The language.
            view: How everything is in the end.
            events: As they may be known to whoever looks.
            of_table: Whether nobody's seat looks, so that no card comes from a hand.
        """
        self.words = words
        self.view = view
        self._viewer = None if of_table else view.side
        self.showing = Showing(beats_of(events, self._viewer))
        self._tracks: SharedTracks | None = None
        self._rows: dict[Key, TrackRow] = {}
        self._faces: list[tuple[LadderWidget, LadderFace]] = []
        self._shared: dict[Key, str] = {
            **{track_key(name, None): name for name in _SHARED},
            DOOR_KEY: "door",
        }
        self._picture: tuple[tuple[CardMove, Theme], pygame.Surface] | None = None
        self._marks: tuple[SiteMark, ...] = ()
        self._rested: list[SiteMark] = []
        self._sites: list[SiteMotion] = []
        self._map: MapView | None = None
        self._lies: Sequence[Rect] = (Rect(0, 0, 0, 0),) * 2
        self._came: Sequence[Rect] = (Rect(0, 0, 0, 0),) * 2

    @property
    def moving(self) -> bool:
        """Return whether anything is still to be shown."""
        return self.showing.moving

    # --------------------------------------------------------------- what it plays on

    def bind(self, tracks: SharedTracks, sides: Iterable[Widget], ladders: Ladders) -> None:
        """Play on these widgets from now on; they were built as everything is in the end."""
        self._tracks = tracks
        self._faces = [(ladder, ladder.face) for ladder in ladders.ladders]
        rows = [w for side in sides for w in side.walk() if isinstance(w, TrackRow)]
        self._rows = {
            track_key(track, side): row
            for row in rows
            for track in _OF_SIDES
            for side in (0, 1)
            if row.id == f"{track}:{side}"
        }
        self._show_values()

    def bind_map(self, view: MapView, marks: Sequence[SiteMark]) -> Sequence[SiteMark]:
        """Play on this map from now on, and return how its sites look at rest now."""
        self._map, self._marks = view, tuple(marks)
        self._rested = self._resting()
        return self._rested

    def place(self, clear: Rect, band: Rect) -> None:
        """Take the part of the map that is clear, and the band of the hand below it.

        A card lies beside its side's panel, the same way for both; it comes from there, the
        viewer's own from the hand.
        """
        top = clear.bottom - CARD_HEIGHT - 3 * _AIR
        nato = Rect(clear.x + _AIR, top, CARD_WIDTH, CARD_HEIGHT)
        russia = nato.copy()
        russia.right = clear.right - _AIR
        self._lies = nato, russia
        came = [nato.move(-CARD_WIDTH - 2 * _AIR, 0), russia.move(CARD_WIDTH + 2 * _AIR, 0)]
        if self._viewer is not None:
            came[self._viewer] = self._lies[self._viewer].copy()
            came[self._viewer].top = band.y
        self._came = came

    # ------------------------------------------------------------------- its course

    def advance(self, seconds: float, theme: Theme) -> list[Rect]:
        """Let time pass, and return what looks different now."""
        if not self.moving:
            return []
        if theme.still and not self.showing.flashing:
            self.showing.begin_still()
        before, keys, card_was = self.showing.now, self.showing.keys_now(), self._card_place()
        self.showing.advance(seconds * (1 if theme.still else theme.speed))
        for one in self.showing.heard():
            sound.play(one)
        parts = []
        if self.showing.now != before or theme.still:
            keys |= self.showing.keys_now()
            self._show_values()
            parts += self._show_map()
        else:
            self._show_values(keys)
        return joined([*parts, *self._parts(keys), *self._card_parts(card_was)])

    def finish(self) -> None:
        """Show everything as it is in the end."""
        self.showing.finish()
        self._show_values()
        self._show_map()

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint what moves upon the map: sites that fill, and the card that is played."""
        if self._map is not None and self.moving:
            for motion in self._sites:
                motion.paint(target, self._map, self.showing.site(motion.last), theme)
        shown = self.showing.card
        if shown is not None:
            self._paint_card(target, theme, shown)

    # ------------------------------------------------------------ how things look now

    def _show_values(self, keys: set[Key] | None = None) -> None:
        """Give tracks, door and ladders the values they have now: all, or some of them."""
        if self._tracks is None:
            return
        showing, view = self.showing, self.view
        self._show_shared(self._tracks, keys)
        for key, row in self._rows.items():
            if keys is None or key in keys:
                side = int(str(key[2]))
                last = (view.assurance if key[1] == "assurance" else view.support)[side]
                row.shown = showing.track(str(key[1]), side, last)
                row.marked = showing.flashing and showing.has_changed(key)
        for number, (ladder, face) in enumerate(self._faces):
            if keys is None or any(step_key(side, number) in keys for side in (0, 1)):
                now = showing.steps(number, face.steps)
                ladder.face = replace(
                    face, steps=now.steps, meeting=now.meeting, grown=now.grown
                )

    def _show_shared(self, tracks: SharedTracks, keys: set[Key] | None) -> None:
        """Give the tracks of the strip the values they have now."""
        showing, view = self.showing, self.view
        wanted = self._shared.keys() if keys is None else keys & self._shared.keys()
        for key in wanted:
            name = self._shared[key]
            if name == "tension":
                now = showing.track(name, None, view.tension)
                tracks.tension.show(now, showing.darkened())
            elif name == "initiative":
                tracks.initiative.show(showing.track(name, None, view.initiative))
            elif name == "threat":
                tracks.threat.show(showing.track(name, None, view.threat))
            else:
                tracks.door.show(showing.door(view.door))
            getattr(tracks, name).marked = showing.flashing and showing.has_changed(key)

    def _show_map(self) -> list[Rect]:
        """Show the sites as they look at rest now; return the map if that changed it."""
        if self._map is None:
            return []
        marks = self._resting()
        if marks == self._rested:
            return []
        self._rested = marks
        self._map.show(marks)
        return [Rect(self._map.geometry.area)]

    def _resting(self) -> list[SiteMark]:
        """Return all marks as they look between moves; what moves is painted upon them."""
        self._sites = []
        return [self._mark_at_rest(last) for last in self._marks]

    def _mark_at_rest(self, last: SiteMark) -> SiteMark:
        """Return the emptier look of a site that moves now, else how it looks now."""
        showing = self.showing
        move = None
        if showing.moving and showing.now < len(showing.beats):
            moves = showing.beats[showing.now].moves
            found = (m for m in moves if isinstance(m, SiteMove) and m.site == last.slug)
            move = next(found, None)
        if move is None:
            return showing.site(last)
        self._sites.append(SiteMotion(last))
        looks = looking(last, move.before), looking(last, move.after)
        return min(looks, key=lambda look: FILLED[look.state])

    def _parts(self, keys: set[Key]) -> list[Rect]:
        """Return the places of what moves."""
        if self._tracks is None:
            return []
        # The tracks of the strip touch one another and the bar above: a little less of them.
        parts = [
            getattr(self._tracks, name).rect.inflate(-4, -4)
            for key, name in self._shared.items()
            if key in keys
        ]
        found: list[Widget] = [row for key, row in self._rows.items() if key in keys]
        found += [
            ladder
            for number, (ladder, _) in enumerate(self._faces)
            if any(step_key(side, number) in keys for side in (0, 1))
        ]
        parts += [widget.rect.inflate(2, 2) for widget in found]
        slugs = {key[1] for key in keys if key[0] == "site"}
        if self._map is not None and slugs:
            parts += site_parts(self._map, [m for m in self._marks if m.slug in slugs])
        return parts

    def _card_place(self) -> Rect | None:
        """Return where a card is painted now."""
        shown = self.showing.card
        if shown is None:
            return None
        start, end = self._came[shown.move.side], self._lies[shown.move.side]
        right = (end.x - start.x) * shown.share
        return start.move(round(right), round((end.y - start.y) * shown.share))

    def _card_parts(self, was: Rect | None) -> list[Rect]:
        """Return where a card was and is; nothing while it lies still."""
        now = self._card_place()
        if now == was:
            return []
        return [one.inflate(2 * _AROUND, 2 * _AROUND) for one in (was, now) if one is not None]

    def _paint_card(self, target: pygame.Surface, theme: Theme, shown: ShownCard) -> None:
        """Paint a card on its way to its place: it is drawn once, then only moved."""
        key = (shown.move, theme)
        if self._picture is None or self._picture[0] != key:
            self._picture = key, self._card_picture(theme, shown.move)
        place = self._card_place() or self._lies[0]
        target.blit(self._picture[1], theme.rect(place.inflate(2 * _AROUND, 2 * _AROUND)))

    def _card_picture(self, theme: Theme, move: CardMove) -> pygame.Surface:
        """Return a card with its shadow; its back if it is played face down."""
        place = Rect(_AROUND, _AROUND, CARD_WIDTH, CARD_HEIGHT)
        around = theme.rect(Rect(0, 0, CARD_WIDTH + 2 * _AROUND, CARD_HEIGHT + 2 * _AROUND))
        picture = pygame.Surface(around.size, pygame.SRCALPHA)
        if move.face_down or move.card is None:
            shadow(picture, theme, place)
            mark.card_back(picture, theme, move.side, place)
            return picture
        spec = self.view.world.content.cards[move.card]
        face = card_face(self.words, spec, card_gist(self.words, spec, _GIST))
        card(picture, theme, place, face)
        return picture
