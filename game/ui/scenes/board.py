"""The board: the map with both sides' panels, the brewing crisis, the hand and the ladders."""

from typing import Final

import pygame
from pygame import Rect

from game.engine import actions as a
from game.ui.board.board_ladders import Ladders
from game.ui.board.board_motion import BoardMotion
from game.ui.board.crisis_panel import CrisisPanel
from game.ui.board.details import CLOSE, UNVEIL, Details, site_details, text_details
from game.ui.board.hand import Hand
from game.ui.board.log_panel import LogPanel
from game.ui.board.map_panel import MapPanel
from game.ui.board.map_view import MapView
from game.ui.board.map_words import map_words
from game.ui.board.prompt import Prompt
from game.ui.board.side_panel import side_panel
from game.ui.board.site_facts import site_hint
from game.ui.board.site_marks import site_marks
from game.ui.draw import frame
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.log import LogScene
from game.ui.scenes.match_scene import TOP
from game.ui.scenes.telling_scene import TellingScene
from game.ui.sitting import Sitting
from game.ui.theme import GAP, GUTTER, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.toast import WIDTH as TOAST_WIDTH
from game.ui.widgets.widget import Group, Widget

_PANEL: Final = 224
_BAND: Final = 176
_APART: Final = 20
"""Between hand and ladders, with the line in the middle."""
_WIDE_PANEL: Final = 264
"""Width of the panels when the text is large."""
_FOLDED: Final = 30
"""Least height of what stands below a side's panel: its title alone."""


class BoardScene(TellingScene):
    """The screen on which a card is chosen. ``start`` is what has the focus at first."""

    def __init__(self, sitting: Sitting, *, start: str = "") -> None:
        super().__init__(sitting)
        self.start = start
        self.selected = ""
        self.reading: Details | None = None
        self._changed: list[Rect] | None = None
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
        theme, (wide, high) = self.theme, size
        self.place_top(self.top_bar, self.tracks)
        band = self._place_band(theme, Rect(0, 0, wide, high))
        area = Rect(0, TOP, wide, band.y - TOP)
        panel = _PANEL if theme.text == 1 else _WIDE_PANEL
        clear = area.inflate(-2 * (GUTTER + panel), 0)
        if theme.text > 1:
            clear.height -= self.prompt.measure(theme, 0)
        self.map.place(area, clear, theme)
        self.map_panel.place(clear, theme)
        self.motion.place(clear, band)
        left = Rect(GUTTER, TOP + 8, panel, 0)
        self._place_column(self.sides[0], self.log, left, band.y)
        right = Rect(wide - GUTTER - panel, TOP + 8, panel, 0)
        self._place_column(self.sides[1], self.crisis, right, band.y)
        self._place_prompt(theme, area, right.x - GAP)
        if self.reading is not None:
            self.reading.place_in(clear.inflate(-16, -16), theme)

    def news_room(self, size: tuple[int, int]) -> Rect:
        """Return the Atlantic: no site lies there, and nothing that is needed now."""
        self.toasts.hanging = True
        ocean = self.map.ocean()
        return Rect(*ocean.topleft, min(ocean.width, TOAST_WIDTH), ocean.height)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the map and the band of the hand."""
        palette = self.theme.palette
        target.fill(palette.page)
        self.map.hovered = self._slug_of(self.tree.hovered)
        self.map.draw(target)
        top = self.hand.rect.y - GAP
        target.fill(palette.page, self.theme.rect(Rect(0, top, self.size[0], self.size[1])))
        frame.rule(target, self.theme, (0, top), self.size[0])
        left = self.ladders.rect.x - _APART // 2
        frame.rule(target, self.theme, (left, top + 12), self.size[1] - top - 24, down=True)
        self.motion.paint(target, self.theme)

    def _place_band(self, theme: Theme, window: Rect) -> Rect:
        """Place hand and ladders at the bottom; return their band."""
        ladders = self.ladders.natural_width(theme)
        room = window.width - ladders - 2 * GUTTER - _APART
        hand = self.hand.measure(theme, room)
        tall = max(hand, self.ladders.measure(theme, ladders))
        spare = max(0, window.height - 720) // 4
        high = max(_BAND, tall + 2 * GAP) + min(spare, 40)
        band = Rect(0, window.bottom - high, window.width, high)
        inner = band.inflate(0, -2 * GAP)
        self.hand.place(Rect(GUTTER, inner.y, room, inner.height), theme)
        left = window.width - GUTTER - ladders
        self.ladders.place(Rect(left, inner.y, ladders, inner.height), theme)
        return band

    def _place_column(self, upper: Widget, lower: Widget, room: Rect, bottom: int) -> None:
        """Place a side's panel and what stands below it; the lower one may fold away."""
        high = upper.measure(self.theme, room.width)
        upper.place(Rect(room.x, room.y, room.width, high), self.theme)
        gap = 10 if self.theme.text == 1 else 7
        top = room.y + high + gap
        left = bottom - gap - 1 - top
        lower.visible = left >= _FOLDED
        lower.place(Rect(room.x, top, room.width, max(0, left)), self.theme)

    def _place_prompt(self, theme: Theme, area: Rect, right: int) -> None:
        """Place what to do now at the foot of the map, with undo above it.

        They share the deserts of the south-east, where no site lies.
        """
        wide, high = self.prompt.natural_width(theme), self.prompt.measure(theme, 0)
        place = Rect(right - wide, area.bottom - high, wide, high)
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
        """Return what moved on the board; `None` when it was something else."""
        changed, self._changed = self._changed, None
        return changed

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
        return self.words.text("Choose a card to play (1–{n})", n=count)

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
        return self._slug_of(self.tree.focused)

    @staticmethod
    def _slug_of(widget: Widget | None) -> str | None:
        """Return the site that a widget of the map stands for."""
        if widget is None or not widget.id.startswith(("site:", "name:")):
            return None
        return widget.id.partition(":")[2]
