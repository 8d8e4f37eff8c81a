"""All saved matches: those that can go on, and those that are over and can be replayed."""

from typing import Final

import pygame
from pygame import Rect

from game.match import Saved, SaveError
from game.ui.board.ring_room import RING, RingRoom
from game.ui.desk import Desk
from game.ui.layout import cut_right, inset
from game.ui.scene import Pop, Push, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.seats import seat_title
from game.ui.theme import BODY, HEADING, SCREEN_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import scenario_title, side_name, verdict_title

_WIDE: Final = 820
_BESIDE: Final = 6


class OverRow(Widget):
    """A match that is over: a row that replays it, and a button for its debrief."""

    backdrop = True

    def __init__(self, row: Row, button: Button) -> None:
        super().__init__("", [row, button])
        self.row = row
        self.button = button

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the row in what the button leaves."""
        return self.row.measure(theme, room - self.button.natural_width(theme) - _BESIDE)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the button right of the row."""
        self.rect = rect.copy()
        right, left = cut_right(rect, self.button.natural_width(theme), _BESIDE)
        self.row.place(left, theme)
        self.button.place(right, theme)


class SavedScene(Page):
    """A list to go on from, and to look back from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.saved = desk.saved()
        self.unusable = desk.unusable()
        self.start = "saved:0" if self.saved else "back"

    def build(self) -> Widget:
        """Return both lists and the way back."""
        words = self.desk.words
        listed = ScrollArea("list", RingRoom(Column("rows", self._rows(), gap=6)))
        title = Label(words.text("Saved matches"), SCREEN_TITLE)
        return Group("saved", [title, listed, Button("back", words.text("Back"), key="Esc")])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the list in the middle."""
        theme, area = self.theme, inset(Rect(0, 0, *size), 40, 36)
        title, listed, back = self.root.children
        wide = min(area.width, round(_WIDE * (1 + (theme.text - 1) / 2)))
        left = area.centerx - wide // 2
        title.place(Rect(left, area.y + 8, wide, title.measure(theme, wide)), theme)
        high = max(50, back.measure(theme, 0))
        back.place(Rect(left + wide - 160, area.bottom - high, 160, high), theme)
        top = title.rect.bottom + 10
        room = Rect(left - RING, top, wide + 2 * RING, back.rect.y - top - 10)
        listed.place(room, theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go on with a match, replay one, or go back to the title."""
        if not isinstance(intent, Pressed):
            return None
        if intent.id == "back":
            return Pop()
        wanted, _, number = intent.id.partition(":")
        saved = self.saved[int(number)]
        if wanted == "debrief":
            return self._debrief(saved)
        return Pop(saved.path) if saved.verdict is None else self._replay(saved)

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc."""
        return Pop() if is_key(event, "Esc") else None

    def _replay(self, saved: Saved) -> Transition | None:
        """Show a match that is over once more, or say why that can't be."""
        try:
            course, words = self.desk.replay(saved.path)
        except SaveError as error:
            words = self.desk.words
            title, close = words.text("This match can’t be replayed"), words.text("Close")
            self.ask(Dialog("warning", title, words.told(error), [("close", close)], "close"))
            return None
        return Push(ReplayScene(course, words, self.desk, saved.path))

    def _debrief(self, saved: Saved) -> Transition | None:
        """Open the debrief of a match that is over, or say why that can't be."""
        # Nobody waits for these who only goes on with a match.
        from game.teach.gathering import gather  # noqa: PLC0415
        from game.ui.scenes.debrief import DebriefScene  # noqa: PLC0415

        words = self.desk.words
        gathered = gather([saved.path])
        if not gathered.matches:
            title, close = words.text("There is no debrief"), words.text("Close")
            why = words.told(gathered.skipped[0].reason)
            self.ask(Dialog("warning", title, why, [("close", close)], "close"))
            return None
        match = gathered.matches[0]
        return Push(
            DebriefScene(
                match.course,
                words.language,
                hints=match.hints,
                lesson=match.lesson,
                predictions=match.predictions,
                journal=saved.path,
            )
        )

    def _rows(self) -> list[Widget]:
        """Return the matches that can go on above those that are over."""
        words = self.desk.words
        numbered = list(enumerate(self.saved))
        open_ones = [self._row(n, one) for n, one in numbered if one.verdict is None]
        told = words.text("Debrief")
        over = [
            OverRow(self._row(n, one), Button(f"debrief:{n}", told, icon="book"))
            for n, one in numbered
            if one.verdict is not None
        ]
        empty = Label(words.text("No match was left unfinished."), BODY)
        rows: list[Widget] = [Label(words.text("Can go on"), HEADING), Rule(heavy=True)]
        rows += open_ones or [empty]
        if over:
            heading = Label(words.text("Over: replay, or branch from any point"), HEADING)
            rows += [Spacer(6), heading, Rule(heavy=True), *over]
        if self.unusable:
            heading = Label(words.text("Can’t be used"), HEADING)
            rows += [Spacer(6), heading, Rule(heavy=True), *map(self._unusable, self.unusable)]
        return rows

    def _unusable(self, error: SaveError) -> Label:
        """Return a file that can't be used, and why."""
        line = self.desk.words.text(
            "{file}: {reason}", file=error.path.name, reason=self.desk.words.told(error.reason)
        )
        return Label(line, BODY)

    def _row(self, number: int, saved: Saved) -> Row:
        """Return a match as a row: scenario, round or verdict, seats, when it was played."""
        words = self.desk.words
        spec = self.desk.content.scenarios.get(saved.scenario)
        told = saved.title or saved.scenario
        title = told if spec is None else scenario_title(words, spec)
        if saved.verdict is None and saved.round:
            title = words.text("{scenario}, round {n}", scenario=title, n=saved.round)
        seats = [
            words.text(
                "{side}: {player}",
                side=side_name(words, side),
                player=seat_title(words, saved.seats[side]),
            )
            for side in (0, 1)
        ]
        when = f"{saved.when.astimezone():%Y-%m-%d %H:%M}"
        verdict = "" if saved.verdict is None else verdict_title(words, saved.verdict)
        note = " · ".join([*seats, when])
        return Row(f"saved:{number}", title, note, verdict, below=True)
