"""The board: the map with both sides' panels, the brewing crisis, the hand and the ladders."""

import pygame
from pygame import Rect

from game.engine import actions as a
from game.ui.board.board_ladders import Ladders
from game.ui.board.board_layout import BAND, BoardLayout
from game.ui.board.board_motion import BoardMotion
from game.ui.board.crisis_panel import CrisisPanel
from game.ui.board.details import CLOSE, UNVEIL, Details, hush, site_details, text_details
from game.ui.board.hand import Hand
from game.ui.board.log_panel import LogPanel
from game.ui.board.map_panel import MapPanel, site_of
from game.ui.board.map_view import MapView
from game.ui.board.map_words import map_words
from game.ui.board.prompt import Prompt
from game.ui.board.side_panel import side_panel
from game.ui.board.site_facts import site_hint
from game.ui.board.site_marks import site_marks
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.log import LogScene
from game.ui.scenes.telling_scene import TellingScene
from game.ui.sitting import Sitting
from game.ui.theme import GAP, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget


class BoardScene(TellingScene):
    """The screen on which a card is chosen. ``start`` is what has the focus at first."""

    def __init__(self, sitting: Sitting, *, start: str = "") -> None:
        super().__init__(sitting)
        self.start = start
        self.selected = ""
        self.reading: Details | None = None
        self._changed: list[Rect] = []
        self.map = MapView(map_words(self.words, sitting.world), self.theme)
        self.motion = BoardMotion(self.words, sitting.view, sitting.unseen)
        sitting.seen()

    # ------------------------------------------------------------------ the screen

    def build(self) -> Widget:
        """Build everything from the view."""
        words, view = self.words, self.sitting.view
        self.top_bar, self.tracks = self.bar(), self.strip()
        self.sides = [side_panel(words, view, side) for side in (0, 1)]
        self.log = LogPanel(words, self.sitting.log(self.sitting.viewer))
        self.crisis = CrisisPanel(words, view)
        self.hand = Hand(words, view)
        self.ladders = Ladders(words, view)
        hints = {site.slug: site_hint(words, view, site.slug) for site in view.sites}
        marks = site_marks(words, view, selected=self.selected)
        self.motion.bind(self.tracks, self.sides, self.ladders)
        self.map_panel = MapPanel(self.map, self.motion.bind_map(self.map, marks), hints)
        columns = (self.sides[0], self.log), (self.sides[1], self.crisis)
        self.places = BoardLayout(self.map, self.map_panel, self.ladders, columns)
        self.prompt = Prompt(self._task())
        self.undo = Button("undo", words.text("Undo"), icon="undo", key="U")
        self.undo.visible = self.reading is None and self.sitting.why_not_undo() is None
        self.prompt.visible = self.reading is None
        parts: list[Widget] = [
            self.top_bar,
            self.tracks,
            self.sides[0],
            self.log,
            self.map_panel,
            self.sides[1],
            self.crisis,
            self.hand,
            self.ladders,
            self.prompt,
            self.undo,
        ]
        if self.reading is not None:
            parts.append(self.reading)
        return Group("board", parts)

    def layout(self, size: tuple[int, int]) -> None:
        """Give spare width to the map, spare height to map and hand."""
        theme, places = self.theme, self.places
        self.place_top(self.top_bar, self.tracks)
        hand = self.hand.measure(theme, places.band_width(size, theme))
        spare = min(max(0, size[1] - 720) // 4, 40)
        tall = max(hand, self.ladders.measure(theme, self.ladders.natural_width(theme)))
        high = max(BAND, tall + 2 * GAP) + spare
        self.hand.place(places.place_band(size, high, theme), theme)
        places.place_map(self.prompt.measure(theme, 0), theme)
        self.motion.place(places.clear, places.band)
        self._place_prompt(theme, places.clear.right - GAP, places.band.y)
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
        self.motion.paint(target, self.theme)

    def _place_prompt(self, theme: Theme, right: int, bottom: int) -> None:
        """Place what to do now at the foot of the map, with undo above it.

        They share the deserts of the south-east, where no site lies.
        """
        wide, high = self.prompt.natural_width(theme), self.prompt.measure(theme, 0)
        place = Rect(right - wide, bottom - high, wide, high)
        self.prompt.place(place, theme)
        back = self.undo.natural_width(theme)
        self.undo.place(Rect(right - back, place.y - GAP - 36, back, 36), theme)

    # --------------------------------------------------------------------- its motion

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let any key and any click finish what moves; it does what it does all the same."""
        if self.motion.moving and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.motion.finish()
            self.settle()
        return super().handle(event)

    def passed(self, seconds: float) -> Transition | None:
        """Let what happened go on happening."""
        self._changed = []
        if self.motion.moving:
            self._changed = self.motion.advance(seconds, self.theme)
            if not self.motion.showing.moving:
                self.settle()
            # What only the viewer saw is told when they have seen the rest.
            return None
        return super().passed(seconds)

    def settle(self) -> None:
        """Be as everything is in the end: what can be pressed too."""
        marks = site_marks(self.words, self.sitting.view, selected=self.selected)
        self.map_panel.marks = marks
        self.map_panel.place(self.map_panel.rect, self.theme)

    def wake(self) -> float | None:
        """Ask for every frame while something moves."""
        return 0.0 if self.motion.moving else super().wake()

    def moved(self) -> list[Rect] | None:
        """Return what moved on the board; nothing when only widgets did."""
        return self._changed

    # ------------------------------------------------------------------ what is wanted

    def on_intent(self, intent: Intent) -> Transition | None:
        """Open a card, read about a site, unveil it, undo."""
        if not isinstance(intent, Pressed):
            return None
        kind, _, name = intent.id.partition(":")
        if kind == "card":
            return self._open(name)
        if kind in ("site", "ladder", "crisis"):
            self._read(intent.id)
            return None
        if intent.id == "log":
            return Push(LogScene(self.words, self.sitting.log(self.sitting.viewer)))
        if intent.id == CLOSE:
            self._close()
            return None
        if intent.id == UNVEIL:
            return self._play(a.encode(a.UNVEIL, 0, self._site_number(self.selected)))
        if intent.id == "undo":
            self.sitting.undo()
            return Replace(self.sitting.next_scene())
        return super().on_intent(intent)

    def resume(self, result: object) -> None:
        """Show on the map the site that was chosen in the list."""
        if isinstance(result, str) and result in self.sitting.content.sites:
            self._read(f"site:{result}")

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Walk over the sites with brackets; go to map, ladders and crisis by letter."""
        for key, step in (("[", -1), ("]", 1)):
            if is_key(event, key):
                slug = self.map.next_site(self._focused_site(), step)
                self.focus(f"site:{slug}")
                return None
        for key, target in self._places().items():
            if is_key(event, key):
                self.focus(target)
                return None
        return super().on_event(event)

    def _places(self) -> dict[str, str]:
        """Return where the letters of the screen lead."""
        first = self.map.order()[0]
        return {
            "M": f"site:{self._focused_site() or first}",
            "L": self.ladders.ladders[0].id,
            "K": self.crisis.id,
        }

    def _task(self) -> str:
        """Return what to do now."""
        count = len(self.sitting.view.hand)
        if count < 2:
            return self.words.text("Play your last card")
        return self.words.text("Choose a card (1–{n})", n=count)

    def _open(self, slug: str) -> Transition:
        # The two screens know each other: each leads to the other.
        from game.ui.scenes.card import CardScene  # noqa: PLC0415

        return Replace(CardScene(self.sitting, slug))

    def _read(self, ident: str) -> None:
        """Open the plate about a site, a ladder or the crisis."""
        kind, _, name = ident.partition(":")
        view = self.sitting.view
        if kind == "site":
            self.selected = name
            can = view.decision == "card" and view.to_move == view.side
            self.reading = site_details(self.words, view, name, can_unveil=can)
        else:
            widget = self.tree.find(ident)
            if widget is None or widget.hint is None:
                return
            self.selected = ""
            self.reading = text_details(self.words, widget.hint)
        self.rebuild()
        hush(self.tree, ident)
        self.focus(CLOSE)

    def _close(self) -> None:
        """Close the plate and go back to what it was about."""
        back = f"site:{self.selected}" if self.selected else ""
        self.reading = None
        self.selected = ""
        self.rebuild()
        if back:
            self.focus(back)

    def _play(self, action: int) -> Transition:
        self.sitting.play(action)
        return Replace(self.sitting.next_scene())

    def _site_number(self, slug: str) -> int:
        return self.sitting.world.site_id[slug]

    def _focused_site(self) -> str | None:
        return site_of(self.tree.focused)
