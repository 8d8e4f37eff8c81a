"""The bar at the top of a match: round, phase, who acts, and the way to log, help and pause."""

from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.ui import text
from game.ui.draw import frame, mark
from game.ui.theme import (
    BODY,
    DIALOG_TITLE,
    HISTORY_ITALIC,
    NOTE,
    ROW_TITLE,
    Role,
    Theme,
)
from game.ui.widgets.button import IconButton
from game.ui.widgets.widget import Widget
from game.words import (
    SHOWN_PHASES,
    Words,
    phase_name,
    round_date,
    round_end,
    round_title,
)

HEIGHT: Final = 44
AGAIN: Final = "bar:again"
HINT: Final = "bar:hint"
LOG: Final = "bar:log"
HELP: Final = "bar:help"
PAUSE: Final = "bar:pause"

_ROUND: Final = DIALOG_TITLE.sized(19, 24)
_DATE: Final = HISTORY_ITALIC.sized(15, 20)
_EDGE: Final = 16
_AIR: Final = 10
_ICON_ROOM: Final = 36
_PHASE_GAP: Final = 20
_CHECK: Final = 14
_CHECK_GAP: Final = 4


class MatchBar(Widget):
    """The bar. ``acting`` says who decides now, ``note`` which turn of theirs it is.

    With ``hint`` there is a way to ask for one, and help has its other key; with ``again``
    one to what just happened.

    It shows only what everybody may know, so it stands on a curtain too.
    """

    backdrop = True
    bleed = 0

    def __init__(
        self,
        words: Words,
        public: View,
        acting: str = "",
        note: str = "",
        *,
        side: int | None = None,
        hint: bool = False,
        again: bool = False,
    ) -> None:
        self.icons = [
            IconButton(LOG, "log", words.text("Log"), key="G"),
            IconButton(HELP, "help", words.text("How to play"), key="F1" if hint else "H"),
            IconButton(PAUSE, "settings", words.text("Pause")),
        ]
        if again:
            word = words.text("What just happened")
            self.icons.insert(0, IconButton(AGAIN, "history", word, key="W"))
        if hint:
            self.icons.insert(0, IconButton(HINT, "hint", words.text("Hint"), key="H"))
        super().__init__("bar", self.icons)
        self.acting = acting
        self.note = note
        self.side = side
        scenario = public.world.scenario
        self.round = round_title(words, public.round) if public.round else ""
        self.ends = round_end(words, scenario) if public.round else ""
        self.date = round_date(words, scenario, public.round)
        self.phases = [phase_name(words, phase) for phase in SHOWN_PHASES]
        self.now = SHOWN_PHASES.index(public.phase) if public.phase in SHOWN_PHASES else -1

    def says(self) -> str:
        """Return round, date, phase and who acts."""
        phase = self.phases[self.now] if self.now >= 0 else ""
        parts = (self.round, self.ends, self.date, phase, self.acting, self.note)
        return ", ".join(part for part in parts if part)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the bar."""
        return HEIGHT

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the icons at the right end."""
        self.rect = rect.copy()
        left = rect.right - 6 - _ICON_ROOM * len(self.icons)
        for number, icon in enumerate(self.icons):
            place = Rect(left + _ICON_ROOM * number, rect.y + 4, _ICON_ROOM, _ICON_ROOM)
            icon.place(place, theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the ground, then from both ends to the middle what has room."""
        palette = theme.palette
        target.fill(palette.panel, theme.rect(self.rect))
        frame.rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)
        right = self._paint_acting(target, theme)
        phases = self._phases_width(theme)
        left = self._paint_round(target, theme, right - (phases + 24 if self.now >= 0 else 0))
        if self.now >= 0 and left + phases + 16 <= right:
            middle = self.rect.centerx - phases // 2
            start = min(max(left + 12, middle), right - phases - 12)
            self._paint_phases(target, theme, start)

    def _paint_round(self, target: pygame.Surface, theme: Theme, limit: int) -> int:
        """Paint brand, round, its end and date as far as they fit; return where they end."""
        middle = self.rect.y + 21
        mark.brand_mark(target, theme, (_EDGE, self.rect.y + 9), 24)
        left = _EDGE + 47
        left = self._word(target, theme, self.round, _ROUND, "ink", left, middle)
        ends = text.width(self.ends, NOTE, theme)
        if self.ends and left + _AIR + ends <= limit:
            at = left + _AIR - 1
            left = self._word(target, theme, self.ends, NOTE.sized(14), "ink_2", at, middle)
        date = text.width(self.date, _DATE, theme)
        if self.date and left + 2 * _AIR + date <= limit:
            frame.rule(target, theme, (left + _AIR, middle - 10), 24, down=True)
            left += 2 * _AIR + 1
            left = self._word(target, theme, self.date, _DATE, "ink_2", left, middle)
        return left

    def _paint_acting(self, target: pygame.Surface, theme: Theme) -> int:
        """Paint who acts, from the icons to the left; return where it begins."""
        middle = self.rect.y + 21
        right = self.icons[0].rect.x - 8
        if not self.acting:
            return right
        frame.rule(target, theme, (right, middle - 10), 24, down=True)
        right -= 12
        if self.note:
            right -= text.width(self.note, BODY.sized(14), theme)
            self._word(target, theme, self.note, BODY.sized(14), "ink_2", right, middle)
            right -= 8
        right -= text.width(self.acting, ROW_TITLE, theme)
        self._word(target, theme, self.acting, ROW_TITLE, "ink", right, middle)
        if self.side is not None:
            right -= 16
            mark.side_mark(target, theme, self.side, (right, middle + 1), 18)
            right -= 10
        return right

    def _paint_phases(self, target: pygame.Surface, theme: Theme, left: int) -> None:
        """Paint the five phases: those that are over ticked, the present one underlined."""
        palette = theme.palette
        middle = self.rect.y + 21
        for number, name in enumerate(self.phases):
            if number < self.now:
                at = (left + _CHECK / 2, middle + 1)
                mark.icon(target, theme, "check", at, palette.ink_2, _CHECK)
                left += _CHECK + _CHECK_GAP
            role, colour = self._phase_look(number)
            end = self._word(target, theme, name, role, colour, left, middle)
            if number == self.now:
                line = Rect(left - _AIR, self.rect.bottom - 4, end - left + 2 * _AIR, 4)
                target.fill(palette.ink, theme.rect(line))
            left = end + _PHASE_GAP

    def _phase_look(self, number: int) -> tuple[Role, str]:
        if number == self.now:
            return ROW_TITLE.sized(15, 20).bold, "ink"
        return BODY, "ink_2"

    def _phases_width(self, theme: Theme) -> int:
        names = (
            text.width(name, self._phase_look(number)[0], theme)
            for number, name in enumerate(self.phases)
        )
        ticks = (_CHECK + _CHECK_GAP) * max(0, self.now)
        return sum(names) + ticks + _PHASE_GAP * (len(self.phases) - 1)

    def _word(
        self,
        target: pygame.Surface,
        theme: Theme,
        words: str,
        role: Role,
        colour: str,
        left: int,
        middle: float,
    ) -> int:
        """Write words on the middle line and return where they end."""
        tone = getattr(theme.palette, colour)
        at = (left, text.baseline_at(middle, role, theme))
        text.write(target, theme, words, role, tone, at)
        return left + text.width(words, role, theme)
