"""Watching: the computer plays both sides, and everything public is told as it happens."""

from typing import Final

import pygame
from pygame import Rect

from game.engine.actions import MANDATE, TERM, kind_of
from game.ui.board.log_rows import LogRow
from game.ui.board.match_bar import HEIGHT as BAR
from game.ui.board.match_bar import HELP, LOG, PAUSE, MatchBar
from game.ui.board.shared_tracks import HEIGHT as STRIP
from game.ui.board.shared_tracks import SharedTracks
from game.ui.layout import columns, cut_bottom, inset
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.seats import seat_title
from game.ui.sitting import Sitting
from game.ui.theme import BODY, NOTE, PANEL_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.track import TrackRow
from game.ui.widgets.widget import Column, Group, Widget
from game.words import side_name, track_name

_SPEEDS: Final = (2.4, 1.2, 0.6, 0.3)
"""Seconds before each decision that can be seen."""
_SILENT: Final = (MANDATE, TERM)


class WatchScene(Page):
    """What both sides may know of a match that nobody at the window plays.

    Attributes:
        paused: Whether nothing happens until it is asked for.
    """

    framed = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.paused = False
        self.start = "run"
        self._speed = 1
        self._clock = 0.0

    def build(self) -> Widget:
        """Return bar, tracks, both sides, the log and the controls."""
        match, words = self.sitting.match, self.sitting.words
        side = match.to_move
        acting = ""
        if side is not None:
            acting = words.text("{side} acts", side=side_name(words, side))
        # Of NATO's view only what both sides may know is shown here.
        public = match.view(0)
        rows = [LogRow(line, BODY) for line in self.sitting.log(None)]
        run = words.text("Go on") if self.paused else words.text("Pause")
        return Group(
            "watch",
            [
                MatchBar(self.sitting, acting, side=side),
                SharedTracks(words, public),
                self._side(0),
                self._side(1),
                ScrollArea("log", Column("lines", rows, gap=0)),
                Button("slower", words.text("Slower"), key="−"),
                Button("faster", words.text("Faster"), key="+"),
                Button("step", words.text("One step"), icon="step", key="N"),
                Button(
                    "run", run, icon="play" if self.paused else "pause", key="P", primary=True
                ),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the sides above, the log in the middle, the controls below."""
        theme, wide = self.theme, size[0]
        bar, strip, nato, russia, log, *buttons = self.root.children
        bar.place(Rect(0, 0, wide, BAR), theme)
        strip.place(Rect(0, BAR, wide, STRIP), theme)
        area = inset(Rect(0, BAR + STRIP, wide, size[1] - BAR - STRIP), 24, 16)
        foot, area = cut_bottom(area, max(50, buttons[0].measure(theme, 0)), 14)
        rooms = columns(area, 2, 24)
        high = max(nato.measure(theme, rooms[0].width), russia.measure(theme, rooms[1].width))
        for panel, room in zip((nato, russia), rooms, strict=True):
            panel.place(Rect(room.x, room.y, room.width, high), theme)
        top = area.y + high + 14
        log.place(Rect(area.x, top, area.width, area.bottom - top), theme)
        if isinstance(log, ScrollArea):
            log.scroll_to(log.reach)
        for button, room in zip(buttons, columns(foot, 4, 12), strict=True):
            button.place(room, theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go on, stop, step, or change the speed."""
        if not isinstance(intent, Pressed):
            return None
        match intent.id:
            case "run":
                self.paused = not self.paused
                self.rebuild()
            case "step":
                self.paused = True
                return self._step()
            case "slower" | "faster":
                step = 1 if intent.id == "faster" else -1
                self._speed = max(0, min(len(_SPEEDS) - 1, self._speed + step))
            case _:
                return self._bar(intent.id)
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause with Esc, the rulebook with F1."""
        if is_key(event, "Esc"):
            return Push(PauseScene(self.sitting))
        if is_key(event, "F1"):
            return Push(RulebookScene(self.sitting.words))
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Let the computer decide when it is time."""
        if self.paused:
            return None
        self._clock += seconds
        return self._step() if self._clock >= _SPEEDS[self._speed] else None

    def wake(self) -> float | None:
        """Ask for the next decision's time."""
        if self.paused:
            return super().wake()
        return max(0.0, _SPEEDS[self._speed] - self._clock)

    def _bar(self, ident: str) -> Transition | None:
        """Follow the icons of the bar; the log is on the screen already."""
        if ident == HELP:
            return Push(RulebookScene(self.sitting.words))
        if ident == PAUSE:
            return Push(PauseScene(self.sitting))
        if ident == LOG:
            self.focus("log")
        return None

    def _step(self) -> Transition | None:
        """Play decisions up to one that can be seen; at the end go to the verdict."""
        self._clock = 0.0
        match = self.sitting.match
        while not match.over:
            action = match.computer_action()
            self.sitting.play(action)
            if kind_of(action) not in _SILENT:
                break
        if match.over:
            return Replace(self.sitting.next_scene())
        self.rebuild()
        return None

    def _side(self, side: int) -> Panel:
        """Return what everybody may know of a side: its tracks, and who plays it."""
        match, words = self.sitting.match, self.sitting.words
        public = match.view(side)
        player = Label(seat_title(words, match.seats[side]), NOTE, colour="ink_2")
        rows: list[Widget] = [Label(side_name(words, side), PANEL_TITLE), player]
        for track, value in (
            ("assurance", public.assurance[side]),
            ("support", public.support[side]),
        ):
            rows.append(TrackRow(f"{track}:{side}", track_name(words, track), value, side=side))
        return Panel(f"side:{side}", rows, look="plain", side=side, padding=14, gap=4)
