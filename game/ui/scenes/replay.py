"""A match once more: step by step, from any side of the table, and on from any point."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event, PhaseBegan, RoundBegan
from game.match import Course
from game.match.marks import Marks
from game.match.perspective import PERSPECTIVES, OpenView, Perspective, told_as, view_as
from game.match.round_end import events_between, events_left, shown_after, truth_left
from game.match.steps import step_at, steps_of
from game.ui.board.replay_bar import ReplayBar, step_title
from game.ui.board.replay_controls import SignButton, natural_width, words_width
from game.ui.board.shorten import shortened
from game.ui.desk import Desk
from game.ui.layout import cut_bottom, cut_top
from game.ui.scene import Pop, Push, Transition
from game.ui.scenes.branch import BranchScene
from game.ui.scenes.spectator import SpectatorScene
from game.ui.scenes.turning_points import TurningPoint, turning_points
from game.ui.theme import BODY, PANEL_TITLE, TARGET_DENSE
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Hint, Widget
from game.words import LogLine, Words, mark, short_log

_PACE: Final = 1.4
"""Seconds a step is shown while the replay runs by itself."""
_BAND: Final = 220
_KEYS: Final = {"P": "run", "S": "bookmark", ".": "point"}
_NAMES: Final = {
    "nato": mark("NATO’s seat"),
    "russia": mark("Russia’s seat"),
    "table": mark("The table"),
    "open": mark("All open"),
}


class ReplayScene(SpectatorScene):
    """A match that is over, at one of its steps.

    Attributes:
        decided: How many decisions have been taken at the point that is shown.
        perspective: Who looks.
        running: Whether it goes on by itself.
    """

    def __init__(
        self,
        course: Course,
        words: Words,
        desk: Desk,
        journal: Path | None = None,
        *,
        decided: int | None = None,
    ) -> None:
        super().__init__(words)
        self.course = course
        self.desk = desk
        self.marks = Marks.of(journal)
        if self.marks.notice is not None:
            self.tell(Toast(words.told(self.marks.notice), icon="alert"))
        self.steps = steps_of(course)
        self.points: tuple[TurningPoint, ...] = turning_points(words, course)
        self.perspective: Perspective = "table"
        self.running = False
        self.start = "replay-bar"
        first = self.steps[0].first if self.steps else 0
        self.decided = first if decided is None else decided
        self._clock = 0.0

    # ------------------------------------------------------------- what is shown

    @property
    def view(self) -> View:
        """Return the point that is shown, as the perspective may know it."""
        return view_as(truth_left(self.course, self.decided), self.perspective)

    @property
    def mine(self) -> bool:
        """Return whether one of the seats looks."""
        return self.perspective in ("nato", "russia")

    def side_view(self, side: int) -> View:
        """Return with all open each side from its own seat."""
        if self.perspective == "open":
            return OpenView(truth_left(self.course, self.decided), side)
        return self.view

    def lines(self) -> Sequence[LogLine]:
        """Return the log up to here."""
        events = events_left(self.course, self.decided)
        return short_log(self.words, told_as(events, self.perspective))

    def events(self) -> Sequence[Event]:
        """Return what had happened up to here."""
        return told_as(events_left(self.course, self.decided), "table")

    @property
    def now(self) -> int:
        """Return the number of the step that is shown; -1 before the first."""
        number = step_at(self.steps, self.decided)
        return -1 if number is None else number

    # ------------------------------------------------------------------ the band

    def band_height(self) -> int:
        """Return the height of title, bar and controls."""
        return round(_BAND * (1 + (self.theme.text - 1) * 0.45))

    def band_parts(self) -> list[Widget]:
        """Return the title of the step, who looks, what happened, the bar, the controls."""
        words = self.words
        leave = Button("leave", words.text("Close"), key="Esc")
        # A plate that is read has the same key, and goes first.
        leave.shortcut = ""
        seats = [Option(one, words.text(_NAMES[one])) for one in PERSPECTIVES]
        return [
            Label(self._title(), PANEL_TITLE.sized(19, 24), ident="step"),
            Choice("perspective", seats, self.perspective, words=True),
            Label("", BODY, ident="happened"),
            self._bar(),
            SignButton("back", "step-back", words.text("One step back"), key="←"),
            SignButton(
                "run",
                "pause" if self.running else "play",
                words.text("Pause") if self.running else words.text("Run"),
                key="P",
            ),
            SignButton("next", "step", words.text("One step on"), key="→"),
            SignButton("bookmark", "star", words.text("Bookmark, or take it away"), key="S"),
            SignButton(
                "point",
                "forward",
                words.text("To the next turning point or bookmark"),
                key=".",
                why="" if self._stops() else words.text("There is none in this match."),
            ),
            Button("branch", words.text("Branch"), icon="branch", key="B"),
            leave,
        ]

    def place_band(self, room: Rect) -> None:
        """Place title and seats above, then what happened, the bar, the controls."""
        theme = self.theme
        step, seats, happened, bar, *controls = self.band
        wide = words_width(seats, theme)
        high = step.measure(theme, room.width - wide - 16)
        head, rest = cut_top(room, max(TARGET_DENSE, high), 0)
        seats.place(Rect(head.right - wide, head.y - 4, wide, TARGET_DENSE), theme)
        step.place(Rect(head.x, head.y, head.width - wide - 16, high), theme)
        foot, rest = cut_bottom(rest, max(44, controls[0].measure(theme, 0)), 2)
        below, above = cut_bottom(rest, bar.measure(theme, rest.width), 2)
        bar.place(below, theme)
        self._shorten(happened, above)
        left = foot.x
        for number, control in enumerate(controls):
            if number == len(controls) - 2:
                left = (
                    foot.right - sum(natural_width(one, theme) + 8 for one in controls[-2:]) + 8
                )
            broad = natural_width(control, theme)
            control.place(Rect(left, foot.y, broad, foot.height), theme)
            left = control.rect.right + 8

    def _shorten(self, happened: Widget, room: Rect) -> None:
        """Show as much of what happened as there is room for; a tooltip has all of it."""
        if not isinstance(happened, Label):
            return
        briefing, own = self._happened()
        told = " ".join(part for part in (briefing, own) if part)
        theme = self.theme
        happened.words = told
        if happened.measure(theme, room.width) > room.height:
            happened.words = shortened(own, happened.role, theme, room.width, room.height)
            happened.hint = Hint(told, self._title())
        happened.place(room, theme)

    def _bar(self) -> ReplayBar:
        at = [step_at(self.steps, self._shown_at(point)) for point in self.points]
        stars = [step_at(self.steps, number) for number in self.marks.bookmarks]
        left = [step_at(self.steps, number) for number, _ in self.marks.branches]
        return ReplayBar(
            self.words,
            self.steps,
            self.now,
            points={step: n for n, step in enumerate(at, start=1) if step is not None},
            bookmarks=[step for step in stars if step is not None],
            branches=[step for step in left if step is not None],
        )

    def _title(self) -> str:
        """Return which step is shown: `Round 4 · Actions, NATO`."""
        if self.now < 0:
            return self.words.text("Before the first round")
        return step_title(self.words, self.steps[self.now])

    def _happened(self) -> tuple[str, str]:
        """Return a briefing that came before the step, and what the step brought.

        Both as the perspective may know it, and empty where there is nothing to tell.
        """
        if self.now < 0:
            return "", ""
        first = self.steps[self.now].first
        events = told_as(events_between(self.course, first, self.decided), self.perspective)
        begun = next((n for n, one in enumerate(events) if isinstance(one, PhaseBegan)), 0)
        if not (events and isinstance(events[0], RoundBegan)):
            begun = 0
        return self._told(events[:begun]), self._told(events[begun:])

    def _told(self, events: Sequence[Event]) -> str:
        return " ".join(line.text for line in short_log(self.words, events))

    # ---------------------------------------------------------- what is wanted

    def on_intent(self, intent: Intent) -> Transition | None:
        """Step, jump, change seats, mark, branch, close."""
        match intent:
            case Chosen("perspective", value):
                self.perspective = next(one for one in PERSPECTIVES if one == value)
                self._show(self.decided)
            case Chosen("replay-bar", value):
                self._show(self.steps[int(value)].decided)
            case Pressed("back"):
                self._step(-1)
            case Pressed("next"):
                self._step(1)
            case Pressed("run"):
                self.running = not self.running
                self._clock = 0.0
                self.rebuild()
            case Pressed("bookmark"):
                self._bookmark()
            case Pressed("point"):
                self._jump()
            case Pressed("branch"):
                return self._branch()
            case Pressed("leave"):
                return Pop()
            case _:
                return super().on_intent(intent)
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Run with P, rounds with the page keys, seats with V, rewind with R, marks."""
        pressed = next((ident for key, ident in _KEYS.items() if is_key(event, key)), "")
        if pressed:
            return self.on_intent(Pressed(pressed))
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._round(1 if event.key == pygame.K_PAGEDOWN else -1)
        elif is_key(event, "R"):
            self._show(self.steps[0].first if self.steps else 0)
        elif is_key(event, "N"):
            self._step(1)
        elif is_key(event, "V"):
            place = PERSPECTIVES.index(self.perspective) + 1
            self.perspective = PERSPECTIVES[place % len(PERSPECTIVES)]
            self._show(self.decided)
        else:
            return super().on_event(event)
        return None

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the arrows to the sides step wherever the focus is."""
        steps = {"←": -1, "→": 1}
        if self.dialog is None and self.reading is None:
            for label, by in steps.items():
                if is_key(event, label):
                    if getattr(event, "mod", 0) & pygame.KMOD_SHIFT:
                        self._show(self.decided + by)
                    else:
                        self._step(by)
                    return None
        return super().handle(event)

    def passed(self, seconds: float) -> Transition | None:
        """Go on by itself while it runs; not while somebody reads."""
        if not self.running or self.reading is not None:
            return None
        self._clock += seconds * self.theme.speed
        if self._clock >= _PACE:
            self._clock = 0.0
            self._step(1)
        return None

    def wake(self) -> float | None:
        """Ask for the next step's time."""
        if not self.running or self.reading is not None:
            return super().wake()
        return max(0.0, (_PACE - self._clock) / self.theme.speed)

    def pause_scene(self) -> Transition | None:
        """Close the replay."""
        return Pop()

    def resume(self, result: object) -> None:
        """Show where a branch left, or a site that was chosen in the list."""
        self.rebuild()
        super().resume(result)

    # ------------------------------------------------------------------- moving

    def _step(self, by: int) -> None:
        """Show the step before or after."""
        number = self.now + by
        if number >= len(self.steps):
            self.running = False
            self.rebuild()
        elif number < 0:
            self._show(self.steps[0].first if self.steps else 0)
        else:
            self._show(self.steps[number].decided)

    def _round(self, by: int) -> None:
        """Show the first step of the round before or after."""
        now = self.steps[max(0, self.now)].round + by
        found = [step for step in self.steps if step.round == now]
        if found:
            self._show(found[0].decided)

    def _stops(self) -> list[int]:
        """Return where turning points and bookmarks lie."""
        points = (self._shown_at(point) for point in self.points)
        return sorted({*points, *self.marks.bookmarks})

    def _shown_at(self, point: TurningPoint) -> int:
        return shown_after(self.course, point.number, point.round)

    def _jump(self) -> None:
        """Show the next turning point or bookmark, after the last one the first."""
        stops = self._stops()
        if stops:
            self._show(next((stop for stop in stops if stop > self.decided), stops[0]))

    def _bookmark(self) -> None:
        there = self.marks.toggle(self.decided)
        self.rebuild()
        if self.marks.unsaved is not None:
            self.tell(Toast(self.words.told(self.marks.unsaved), icon="alert"))
        elif there:
            self.tell(Toast(self.words.text("Bookmark set."), icon="star"))
        else:
            self.tell(Toast(self.words.text("Bookmark taken away."), icon="star"))

    def _branch(self) -> Transition:
        """Ask who plays on from here."""
        self.running = False
        where = self._title()
        if self.now >= 0:
            where = self.words.text("after {step}", step=where)
        return Push(BranchScene(self.desk, self.course, self.decided, where, self.marks))

    def _show(self, decided: int) -> None:
        """Show another point."""
        self.decided = max(0, min(len(self.course.history), decided))
        self._clock = 0.0
        self.reading, self.selected = None, ""
        self.rebuild()
