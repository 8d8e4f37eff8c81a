"""The board as somebody sees it who does not play: at the table, watching, or in a replay."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event
from game.ui.board.board_ladders import Ladders
from game.ui.board.board_layout import BAND, BoardLayout
from game.ui.board.board_motion import BoardMotion
from game.ui.board.crisis_panel import CrisisPanel, ended_at_briefing
from game.ui.board.details import CLOSE, Details, hush, site_details, text_details
from game.ui.board.log_panel import LogPanel
from game.ui.board.map_marks import SiteMark
from game.ui.board.map_panel import MapPanel, site_of
from game.ui.board.map_view import MapView
from game.ui.board.map_words import map_words
from game.ui.board.match_bar import HEIGHT as BAR
from game.ui.board.match_bar import HELP, LOG, PAUSE, MatchBar
from game.ui.board.shared_tracks import HEIGHT as STRIP
from game.ui.board.shared_tracks import SharedTracks
from game.ui.board.side_panel import side_panel
from game.ui.board.site_facts import site_hint
from game.ui.board.site_marks import site_marks
from game.ui.scene import Push, Scene, Transition
from game.ui.scenes.log import LogScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.site_list import SiteListScene
from game.ui.theme import Theme
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget
from game.words import LogLine, Words, side_values, turn_text

_LARGE_FOOT: Final = 34
"""Large names need the room of the legend, as on the board with a hand."""


class SpectatorScene(Scene):
    """The board without a hand; what stands in its place is the band of a subclass.

    Subclasses say what is seen (`view`, `lines`) and what the band holds (`band_parts`,
    `place_band`), and call `rebuild` when that is different.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.selected = ""
        self.reading: Details | None = None
        self.start = ""
        self.motion: BoardMotion | None = None
        self._map: MapView | None = None
        self._looked = False

    # ------------------------------------------------------------- what is shown

    @property
    @abstractmethod
    def view(self) -> View:
        """Return what may be seen now."""

    @property
    def mine(self) -> bool:
        """Return whether a seat looks: then its ladders say what bars it."""
        return False

    def side_view(self, side: int) -> View:
        """Return what may be seen of a side: for most the same as of all the rest."""
        del side
        return self.view

    @abstractmethod
    def lines(self) -> Sequence[LogLine]:
        """Return the log as it may be read now, the newest last."""

    @abstractmethod
    def events(self) -> Sequence[Event]:
        """Return what has happened so far, as the table may know it."""

    @abstractmethod
    def band_parts(self) -> list[Widget]:
        """Return the widgets of the band."""

    @abstractmethod
    def place_band(self, room: Rect) -> None:
        """Place the widgets of the band beside the ladders."""

    def band_height(self) -> int:
        """Return the height that the band wants."""
        return BAND

    def acting(self) -> tuple[str, str, int | None]:
        """Return who acts, which turn of theirs it is, and their side."""
        view = self.view
        side = view.to_move
        if side is None:
            return "", "", None
        acts = self.words.text("{side} acts", **side_values(self.words, side))
        note = turn_text(self.words, view.turn) if view.phase == "actions" else ""
        return acts, note, side

    # --------------------------------------------------------------- the screen

    @property
    def map(self) -> MapView:
        """Return the map, made when it is first asked for."""
        if self._map is None:
            self._map = MapView(map_words(self.words, self.view.world), self.theme)
        return self._map

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Lay out; the first time also put the focus where it starts."""
        super().look(size, theme)
        if not self._looked:
            self._looked = True
            self.focus(self.start)

    def build(self) -> Widget:
        """Build everything from the view."""
        words, view = self.words, self.view
        acting, note, side = self.acting()
        self.top_bar = MatchBar(words, view, acting, note, side=side)
        self.tracks = SharedTracks(words, view)
        self.sides = [
            side_panel(words, self.side_view(side), side, mine=self.mine) for side in (0, 1)
        ]
        self.log = LogPanel(words, self.lines())
        early = view.phase == "over" and ended_at_briefing(self.events())
        self.crisis = CrisisPanel(words, view, turned_up=not early)
        self.ladders = Ladders(words, view, locks=self.mine)
        hints = {site.slug: site_hint(words, view, site.slug) for site in view.sites}
        self.map_panel = MapPanel(self.map, self._marks(), hints)
        columns = (self.sides[0], self.log), (self.sides[1], self.crisis)
        self.places = BoardLayout(self.map, self.map_panel, self.ladders, columns)
        self.band = self.band_parts()
        parts: list[Widget] = [
            self.top_bar,
            self.tracks,
            self.sides[0],
            self.log,
            self.map_panel,
            self.sides[1],
            self.crisis,
            self.ladders,
            *self.band,
        ]
        if self.reading is not None:
            parts.append(self.reading)
        return Group("board", parts)

    def layout(self, size: tuple[int, int]) -> None:
        """Place bar and strip, the band of the subclass, and the map above it."""
        theme, wide = self.theme, size[0]
        self.top_bar.place(Rect(0, 0, wide, BAR), theme)
        self.tracks.place(Rect(0, BAR, wide, STRIP), theme)
        places = self.places
        self.place_band(places.place_band(size, self.band_height(), theme))
        places.place_map(_LARGE_FOOT, theme)
        if self.motion is not None:
            self.motion.place(places.clear, places.band)
        if self.reading is not None:
            self.reading.place_in(places.clear.inflate(-16, -16), theme)

    def news_room(self, size: tuple[int, int]) -> Rect:
        """Return the Atlantic."""
        self.toasts.hanging = True
        return self.places.news_room()

    def paint(self, target: pygame.Surface) -> None:
        """Paint the map, the ground of the band, and what moves."""
        focused = self.tree.focused if self.tree.ring_shown else None
        self.places.paint(target, self.theme, focused)
        if self.motion is not None:
            self.motion.paint(target, self.theme)

    def _marks(self) -> Sequence[SiteMark]:
        """Return how the sites look now; what moves plays on tracks, ladders and map."""
        marks = site_marks(self.words, self.view, selected=self.selected)
        if self.motion is None:
            return marks
        self.motion.bind(self.tracks, self.sides, self.ladders)
        return self.motion.bind_map(self.map, marks)

    # ---------------------------------------------------------- what is wanted

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Open the rulebook on F1 at what is pointed at, before any icon takes the key."""
        if self.dialog is None and is_key(event, "F1"):
            return Push(RulebookScene(self.words, paragraph=self.tree.asked_rule))
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Read about a site, a ladder or the crisis; open log and help."""
        if not isinstance(intent, Pressed):
            return None
        kind, _, _name = intent.id.partition(":")
        if kind in ("site", "ladder", "crisis"):
            self._read(intent.id)
        elif intent.id in ("log", LOG):
            return Push(LogScene(self.words, self.lines()))
        elif intent.id == HELP:
            return Push(RulebookScene(self.words))
        elif intent.id == PAUSE:
            return self.pause_scene()
        elif intent.id == CLOSE:
            self._close()
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Walk over the sites with brackets; the keys of the board; help."""
        for key, step in (("[", -1), ("]", 1)):
            if is_key(event, key):
                slug = self.map.next_site(site_of(self.tree.focused), step)
                self.focus(f"site:{slug}")
                return None
        for key, place in (("M", f"site:{self.map.order()[0]}"), ("K", "crisis")):
            if is_key(event, key):
                self.focus(place)
                return None
        if is_key(event, "L"):
            self.focus(self.ladders.ladders[0].id)
        if is_key(event, "F4"):
            return Push(SiteListScene(self.words, self.view))
        return self.pause_scene() if is_key(event, "Esc") else None

    def resume(self, result: object) -> None:
        """Show on the map the site that was chosen in the list."""
        if isinstance(result, str) and result in self.view.world.content.sites:
            self._read(f"site:{result}")

    @abstractmethod
    def pause_scene(self) -> Transition | None:
        """Return where Esc and the icon of the bar lead."""

    def _read(self, ident: str) -> None:
        """Open the plate about a site, a ladder or the crisis."""
        kind, _, name = ident.partition(":")
        self.selected = name if kind == "site" else ""
        if kind == "site":
            self.reading = site_details(self.words, self.view, name, can_unveil=False)
        else:
            widget = self.tree.find(ident)
            if widget is None or widget.hint is None:
                return
            self.reading = text_details(self.words, widget.hint)
        self.rebuild()
        hush(self.tree, ident)
        self.focus(CLOSE)

    def _close(self) -> None:
        """Close the plate and go back to what it was about."""
        back = f"site:{self.selected}" if self.selected else ""
        self.reading, self.selected = None, ""
        self.rebuild()
        self.focus(back or self.start)
