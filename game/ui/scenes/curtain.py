"""The curtain: the seat passes to the other person, and nothing secret is on the screen."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import frame, guilloche, mark
from game.ui.layout import inset
from game.ui.motion import CURTAIN
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.sitting import Sitting
from game.ui.theme import BODY, INK, INK_CONTRAST, VERDICT, Theme
from game.ui.widgets.button import HOLD_SECONDS, Button, HoldButton
from game.ui.widgets.intent import Held, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.widget import Group, Widget
from game.words import phase_name, round_end, round_title, side_values, turn_text

_SHAPE: Final = 102
_LOOKED_BACK: Final = 4
"""Lines of the log among which an act counts as what led to the last one."""
_RISE: Final = 258
"""Logical pixels from the top of a 720 window to the middle of the rosette."""


class Strip(Paragraph):
    """A line on a piece of the plain ground, so that no pattern runs under it."""

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Clear the ground, then draw the words."""
        target.fill(theme.palette.recess, theme.rect(self.rect.inflate(24, 14)))
        super().paint(target, theme)


class CurtainScene(Page):
    """The seat is somebody's: held for a moment, the curtain lifts."""

    change = CURTAIN

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        side = sitting.match.to_move
        assert side is not None, "the match goes on"
        self.side = side
        sitting.address(side)
        self.start = "lift"
        self._rise = _RISE

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Always be dark, whatever the theme: it is plain that this is no part of the board."""
        ink = INK_CONTRAST if theme.palette.contrast else INK
        super().look(size, theme.toned(ink))

    def build(self) -> Widget:
        """Return whose seat it is, the button to hold, and what is public."""
        words = self.sitting.words
        values = side_values(words, self.side)
        hold = self.theme.hold
        label = (
            words.text("Hold to lift the curtain") if hold else words.text("Lift the curtain")
        )
        lift = HoldButton("lift", label, seconds=HOLD_SECONDS if hold else 0.0)
        lift.fill = self.theme.side_colour(self.side)
        parts: list[Widget] = [
            Strip(self._when(), BODY.sized(16, 20), colour="ink_2"),
            Label(words.text("The seat is {sides}", **values), VERDICT, align=text.CENTRE),
            Label(
                words.text(
                    "{other}, please look away. Nothing secret is on the screen.", **values
                ),
                BODY.sized(17, 22),
                colour="ink_2",
                align=text.CENTRE,
            ),
            lift,
            Strip(self._last_act(), BODY, colour="ink_2", align=text.CENTRE),
        ]
        if self.sitting.why_not_undo() is None:
            label = words.text("{other} takes back", **values)
            parts.append(Button("undo", label, icon="undo", key="U"))
        if self.sitting.lesson is not None:
            label = words.text("Facilitator’s panel")
            parts.append(Button("panel", label, icon="graduation", key="F7"))
        return Group("curtain", parts)

    def layout(self, size: tuple[int, int]) -> None:
        """Place everything under the rosette."""
        theme, (wide, high) = self.theme, size
        when, title, note, lift, act, *rest = self.root.children
        parts = (title, note, lift)
        across = min(wide - 120, 900)
        self._rise = self._room_above(act, sum(part.measure(theme, across) for part in parts))
        top = self._middle[1] + guilloche.RADIUS + 6
        for label in (title, note):
            tall = label.measure(theme, across)
            label.place(Rect((wide - across) // 2, top, across, tall), theme)
            top += tall
        press = max(60, lift.measure(theme, 0))
        broad = 340
        if isinstance(lift, HoldButton):
            broad = max(broad, lift.natural_width(theme) + 40)
        lift.place(Rect((wide - broad) // 2, top + 18, broad, press), theme)
        room = min(wide - 160, 900)
        least = text.width(text.runs(self._last_act()), BODY, theme)
        room = min(room, least + 4)
        tall = act.measure(theme, room)
        act.place(Rect((wide - room) // 2, high - 61 - tall // 2, room, tall), theme)
        least = text.width(self._when(), BODY.sized(16, 20), theme) + 4
        when.place(Rect(66, 50, least, when.measure(theme, least)), theme)
        edge = wide - 66
        for button in rest:
            broad = button.natural_width(theme) if isinstance(button, Button) else 0
            tall = button.measure(theme, broad)
            button.place(Rect(edge - broad, 38, broad, tall), theme)
            edge -= broad + 12

    def paint(self, target: pygame.Surface) -> None:
        """Paint the dark ground, its patterns, and the shape of the side."""
        theme, palette = self.theme, self.theme.palette
        target.fill(palette.recess)
        wide, high = self.size
        guilloche.band(target, theme, Rect(0, 24, wide, 76), palette.rule)
        guilloche.band(target, theme, Rect(0, high - 102, wide, 84), palette.rule, 0.3)
        frame.double_frame(target, theme, inset(Rect(0, 0, wide, high), 20), palette.border, 6)
        colour = theme.side_colour(self.side)
        guilloche.rosette(target, theme, self._middle, colour)
        mark.side_mark(target, theme, self.side, self._middle, _SHAPE)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Lift the curtain, or let the other take back what they did last."""
        if isinstance(intent, Held):
            self.sitting.lift(self.side)
            return Replace(self.sitting.next_scene())
        if isinstance(intent, Pressed) and intent.id == "panel":
            return to_panel(self.sitting)
        if isinstance(intent, Pressed) and intent.id == "undo":
            self.sitting.undo()
            return Replace(self.sitting.next_scene())
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause with Esc, the table view with T."""
        if is_key(event, "T"):
            # The two screens know each other: each leads to the other.
            from game.ui.scenes.table import TableScene  # noqa: PLC0415

            return Push(TableScene(self.sitting))
        if is_key(event, "F7"):
            return to_panel(self.sitting)
        return Push(PauseScene(self.sitting)) if is_key(event, "Esc") else None

    @property
    def _middle(self) -> tuple[int, int]:
        """Return the middle of the rosette."""
        return self.size[0] // 2, self._rise

    def _room_above(self, act: Widget, needed: int) -> int:
        """Return where the middle of the rosette lies: higher when the words need room."""
        high = self.size[1]
        last = high - 61 - act.measure(self.theme, self.size[0] - 160) // 2
        return min(_RISE + (high - 720) // 2, last - 60 - needed - guilloche.RADIUS)

    def _when(self) -> str:
        """Return round, phase and turn: what the table may know."""
        words, match = self.sitting.words, self.sitting.match
        view = match.view(self.side)
        phase = phase_name(words, view.phase)
        if not view.round:
            return phase
        scenario = match.content.scenarios[match.scenario]
        when = words.commas([round_title(words, view.round), round_end(words, scenario)])
        if scenario.rounds == scenario.last_round:
            when = f"{round_title(words, view.round)} {round_end(words, scenario)}"
        parts = [when, phase]
        if view.phase == "actions":
            parts.append(turn_text(words, view.turn))
        return " · ".join(parts)

    def _last_act(self) -> str:
        """Return the last thing that everybody may know, with the act that led to it."""
        lines = self.sitting.log(None)
        if not lines:
            return self.sitting.words.text("The match begins.")
        last = lines[-1]
        before = () if last.side is not None else reversed(lines[-_LOOKED_BACK:-1])
        for line in before:
            if line.kind == "round":
                break
            if line.side is not None:
                return f"{line.text} {last.text}"
        return last.text
