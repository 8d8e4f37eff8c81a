"""The table view: only what everybody in the room may know, safe to be projected."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event
from game.match.perspective import TableView
from game.ui.scene import Pop, Push, Replace, Transition
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.spectator import SpectatorScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY, PANEL_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Held, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget
from game.words import LogLine, phase_name

_BACK: Final = "back"
_NOT_HERE: Final = ("undo", "panel")


class TableScene(SpectatorScene):
    """The board as the table sees it. With two people a curtain hangs before the way back."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting.words)
        self.sitting = sitting
        self.start = _BACK
        self._view = TableView(sitting.match.truth)

    @property
    def view(self) -> View:
        """Return what everybody may know."""
        return self._view

    def lines(self) -> Sequence[LogLine]:
        """Return the log that everybody may read."""
        return self.sitting.log(None)

    def events(self) -> Sequence[Event]:
        """Return what happened so far as everybody may know it."""
        return self.sitting.match.public_events()

    def band_parts(self) -> list[Widget]:
        """Return what goes on, that nothing here is secret, and the way back."""
        words = self.words
        acting, note, _ = self.acting()
        parts = [phase_name(words, self._view.phase), acting, note]
        return [
            Label(" · ".join(part for part in parts if part), PANEL_TITLE, ident="now"),
            Label(self._latest(), BODY.sized(17, 23), ident="latest"),
            Label(
                words.text("The table view: nothing secret is on the screen."),
                BODY,
                ident="table-note",
                colour="ink_2",
            ),
            Button(_BACK, words.text("Back to the seat"), key="T", primary=True),
        ]

    def place_band(self, room: Rect) -> None:
        """Place the words left, the way back right."""
        theme = self.theme
        now, latest, note, back = self.band
        high = max(50, back.measure(theme, 0))
        wide = back.natural_width(theme) + 16 if isinstance(back, Button) else 200
        back.place(Rect(room.right - wide, room.bottom - high - 4, wide, high), theme)
        left = room.width - 8
        now.place(Rect(room.x, room.y + 4, left, now.measure(theme, left)), theme)
        top = now.rect.bottom + 6
        latest.place(Rect(room.x, top, left, latest.measure(theme, left)), theme)
        beside = back.rect.x - room.x - 20
        tall = note.measure(theme, beside)
        note.place(Rect(room.x, back.rect.centery - tall // 2, beside, tall), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back to the seat."""
        if isinstance(intent, Pressed) and intent.id == _BACK:
            return self._back()
        return super().on_intent(intent)

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc, too."""
        if is_key(event, "Esc"):
            return None if self.reading is not None else self._back()
        return super().on_event(event)

    def pause_scene(self) -> Transition | None:
        """Open the pause: it shows nothing secret."""
        return Push(PauseScene(self.sitting))

    def _back(self) -> Transition:
        if self.sitting.hot_seat and self.sitting.viewer is not None:
            return Replace(SeatCurtain(self.sitting, self.sitting.viewer))
        return Pop()

    def _latest(self) -> str:
        lines = self.lines()
        return lines[-1].text if lines else self.words.text("The match begins.")


class SeatCurtain(CurtainScene):
    """The curtain between the table and a seat that was left for a moment."""

    def __init__(self, sitting: Sitting, side: int) -> None:
        super().__init__(sitting)
        self.side = side

    def build(self) -> Widget:
        """Leave out the other's way to take back: nobody has decided anything since."""
        group = super().build()
        group.children = [part for part in group.children if part.id not in _NOT_HERE]
        return group

    def on_intent(self, intent: Intent) -> Transition | None:
        """Lift the curtain: the screen below it is as it was left."""
        return Pop() if isinstance(intent, Held) else None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause with Esc; the table view was just left."""
        return None if is_key(event, "T") else super().on_event(event)
