"""Watching: the computer plays both sides, and everything public is told as it happens."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event
from game.match.perspective import TableView, told_as
from game.ui.board.board_motion import BoardMotion
from game.ui.layout import columns, cut_bottom
from game.ui.scene import Pop, Push, Replace, Transition
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.seats import seat_title
from game.ui.scenes.spectator import SpectatorScene
from game.ui.sitting import Sitting, without_crisis
from game.ui.theme import BODY, NOTE
from game.ui.thinking import ComputerTurn
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget
from game.words import LogLine, side_name

_SPEEDS: Final = (2.4, 1.2, 0.6, 0.3)
"""Seconds before each decision that can be seen."""
_DESIGNED: Final = 1.2
"""Seconds before a decision at which motion runs as designed; where less, faster."""
_LOOK: Final = 0.02
"""Seconds between two looks at whether a decision was made."""
_REVEALED: Final = 4
"""The outcome of a crisis is shown for so many decisions' time."""
_LATEST: Final = 3
"""Lines of the log that stand beside the controls."""


class WatchScene(SpectatorScene):
    """The table's view of a match that nobody at the window plays.

    Attributes:
        paused: Whether nothing happens until it is asked for.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting.words)
        self.sitting = sitting
        self.paused = False
        self.start = "run"
        self._speed = 1
        self._turn: ComputerTurn | None = None
        self._stepping = False
        self._view = TableView(sitting.match.truth)
        self._moved = len(sitting.match.history)
        self._changed: list[Rect] | None = None

    @property
    def view(self) -> View:
        """Return what everybody may know."""
        return self._view

    def lines(self) -> Sequence[LogLine]:
        """Return the log that everybody may read."""
        return self.sitting.log(None)

    def events(self) -> Sequence[Event]:
        """Return all that everybody knows has happened."""
        return self.sitting.match.public_events()

    def band_parts(self) -> list[Widget]:
        """Return what happened last, who plays, and the controls."""
        words = self.words
        run = words.text("Go on") if self.paused else words.text("Pause")
        latest = [line.text for line in self.lines()[-_LATEST:]]
        return [
            Label("\n".join(reversed(latest)), BODY, ident="latest"),
            Label(self._players(), NOTE, ident="players", colour="ink_2"),
            Button("slower", words.text("Slower"), key="−"),
            Button("faster", words.text("Faster"), key="+"),
            Button("step", words.text("One step"), icon="step", key="N"),
            Button("run", run, icon="play" if self.paused else "pause", key="P", primary=True),
        ]

    def place_band(self, room: Rect) -> None:
        """Place the news above the controls."""
        theme = self.theme
        latest, players, *buttons = self.band
        foot, above = cut_bottom(room, max(50, buttons[0].measure(theme, 0)), 6)
        for button, place in zip(buttons, columns(foot, 4, 10), strict=True):
            button.place(place, theme)
        line = players.measure(theme, above.width)
        players.place(Rect(above.x, above.bottom - line, above.width, line), theme)
        self._fit(latest, Rect(above.x, above.y, above.width, above.height - line - 2))

    def _fit(self, latest: Widget, room: Rect) -> None:
        """Show as many of the newest lines as there is room for."""
        lines = [line.text for line in reversed(self.lines()[-_LATEST:])]
        if not isinstance(latest, Label):
            return
        while len(lines) > 1 and latest.measure(self.theme, room.width) > room.height:
            lines.pop()
            latest.words = "\n".join(lines)
        latest.place(
            Rect(room.x, room.y, room.width, latest.measure(self.theme, room.width)), self.theme
        )

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
                speed = max(0, min(len(_SPEEDS) - 1, self._speed + step))
                if speed != self._speed:
                    self._speed, self._turn = speed, None
            case _:
                return super().on_intent(intent)
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Show nothing else on T: this is what the table may see. The panel on F7."""
        if is_key(event, "F7"):
            return to_panel(self.sitting)
        return None if is_key(event, "T") else super().on_event(event)

    @property
    def moving(self) -> bool:
        """Return whether what happened is still being shown."""
        return self.motion is not None and self.motion.moving

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let any key and any click finish what moves; it does what it does all the same."""
        if self.moving and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._settle()
            self.damage.whole()
        return super().handle(event)

    def moved(self) -> list[Rect] | None:
        """Return what moved on the board; `None` when it was something else."""
        changed, self._changed = self._changed, None
        return changed

    def passed(self, seconds: float) -> Transition | None:
        """Show what happened; then let the computer decide, not while somebody reads."""
        if self.motion is not None and self.motion.moving:
            # Who wants the match to go faster doesn't want to wait for what moves.
            haste = max(1.0, _DESIGNED / _SPEEDS[self._speed])
            self._changed = self.motion.advance(seconds * haste, self.theme)
            if self.moving and not self.theme.still:
                return None
            if not self.moving:
                self._settle()
        if self.sitting.match.over:
            return Replace(self.sitting.next_scene())
        if (self.paused and not self._stepping) or self.reading is not None:
            return None
        return self._go_on(seconds)

    def wake(self) -> float | None:
        """Ask for the next decision's time."""
        if self.sitting.match.over or self.moving:
            return 0.0
        if (self.paused and not self._stepping) or self.reading is not None:
            return super().wake()
        rest = _LOOK if self._turn is None else max(_LOOK, self._turn.left)
        widgets = super().wake()
        return rest if widgets is None else min(rest, widgets)

    def pause_scene(self) -> Transition | None:
        """Open the pause."""
        return Push(PauseScene(self.sitting))

    def _step(self) -> Transition | None:
        """Let the computer decide now, however long it thinks."""
        self._turn = ComputerTurn(self.sitting, beat=0.0)
        self._stepping = True
        return self._go_on(0.0)

    def _go_on(self, seconds: float) -> Transition | None:
        """Play decisions up to one that can be seen; show how a crisis came out."""
        if self._turn is None:
            self._turn = ComputerTurn(self.sitting, beat=_SPEEDS[self._speed])
        if not self._turn.advance(seconds):
            return None
        self._turn = None
        self._stepping = False
        self._view = TableView(self.sitting.match.truth)
        self.motion = BoardMotion(self.words, self._view, self._happened(), of_table=True)
        if self.theme.still:
            self.motion.showing.begin_still()
        self.rebuild()
        if self.sitting.resolved:
            time = None if self.paused else _REVEALED * _SPEEDS[self._speed]
            return Push(WatchedReveal(self.sitting, time))
        return None

    def _happened(self) -> Sequence[Event]:
        """Return what has not been shown on the board yet, as everybody may know it.

        What a crisis brought is left out: the reveal shows it.
        """
        history = self.sitting.match.history
        events: list[Event] = []
        for entry in history[self._moved :]:
            events += without_crisis(entry.events)
        self._moved = len(history)
        return told_as(events, "table")

    def _settle(self) -> None:
        """Show everything as it is in the end: what can be pressed too."""
        if self.motion is not None:
            self.motion.finish()
        self.map_panel.marks = tuple(self._marks())
        self.map_panel.place(self.map_panel.rect, self.theme)

    def _players(self) -> str:
        """Return who plays the two sides."""
        words, seats = self.words, self.sitting.match.seats
        return " · ".join(
            words.text(
                "{side}: {player}",
                side=side_name(words, side),
                player=seat_title(words, seats[side]),
            )
            for side in (0, 1)
        )


class WatchedReveal(RevealScene):
    """How a crisis came out, for a time; then the match goes on by itself."""

    def __init__(self, sitting: Sitting, seconds: float | None) -> None:
        super().__init__(sitting)
        self._left = seconds

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back to watching where a player would go on playing."""
        transition = super().on_intent(intent)
        return Pop() if isinstance(transition, Replace) else transition

    def passed(self, seconds: float) -> Transition | None:
        """Count the time from when the outcome is seen."""
        transition = super().passed(seconds)
        if transition is not None or self._left is None or self.course.moving:
            return transition
        self._left -= seconds
        if self._left > 0:
            return None
        self.sitting.shown()
        return Pop()

    def wake(self) -> float | None:
        """Ask for the end of its time."""
        wake = super().wake()
        if self._left is None or self.course.moving:
            return wake
        left = max(0.0, self._left)
        return left if wake is None else min(wake, left)
