"""The matches that can go on, the one played last first."""

from typing import Final

import pygame
from pygame import Rect

from game.match import Saved
from game.ui.desk import Desk
from game.ui.layout import inset
from game.ui.scene import Pop, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.seats import seat_title
from game.ui.theme import BODY, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import scenario_title, side_name

_WIDE: Final = 760


class SavedScene(Page):
    """A list to go on from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.saved = desk.unfinished()
        self.start = "saved:0"

    def build(self) -> Widget:
        """Return the list and the way back."""
        words = self.desk.words
        rows = [self._row(number, saved) for number, saved in enumerate(self.saved)]
        empty = Label(words.text("No match was left unfinished."), BODY)
        listed = ScrollArea("list", Column("rows", rows or [empty], gap=6))
        title = Label(words.text("Saved matches"), SCREEN_TITLE)
        return Group("saved", [title, listed, Button("back", words.text("Back"), key="Esc")])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the list in the middle."""
        theme, area = self.theme, inset(Rect(0, 0, *size), 40, 36)
        title, listed, back = self.root.children
        left = area.centerx - _WIDE // 2
        title.place(Rect(left, area.y + 8, _WIDE, title.measure(theme, _WIDE)), theme)
        high = max(50, back.measure(theme, 0))
        back.place(Rect(left + _WIDE - 160, area.bottom - high, 160, high), theme)
        top = title.rect.bottom + 16
        listed.place(Rect(left, top, _WIDE, back.rect.y - top - 16), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back to the title, with the match to go on with if one was chosen."""
        if not isinstance(intent, Pressed):
            return None
        if intent.id == "back":
            return Pop()
        return Pop(self.saved[int(intent.id.removeprefix("saved:"))].path)

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc."""
        return Pop() if is_key(event, "Esc") else None

    def _row(self, number: int, saved: Saved) -> Row:
        """Return a match as a row: scenario, round, seats, when it was played."""
        words = self.desk.words
        spec = self.desk.content.scenarios.get(saved.scenario)
        title = saved.scenario if spec is None else scenario_title(words, spec)
        if saved.round:
            title = words.text("{scenario}, round {n}", scenario=title, n=saved.round)
        seats = [
            f"{side_name(words, side)}: {seat_title(words, saved.seats[side])}"
            for side in (0, 1)
        ]
        when = f"{saved.when.astimezone():%Y-%m-%d %H:%M}"
        return Row(f"saved:{number}", title, " · ".join([*seats, when]), below=True)
