"""The title: what one can do here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame
from pygame import Rect

from game.match import Saved, SaveError
from game.paths import UserFolderError
from game.ui import text
from game.ui.board.map_title import draw_title_map
from game.ui.desk import Desk
from game.ui.draw import frame, mark
from game.ui.layout import inset
from game.ui.scene import Push, Quit, SceneLike, Transition
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.page import Page
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.saved import SavedScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY_ITALIC, GAME_TITLE, HISTORY_ITALIC, Theme
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.row import MenuRow
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words, scenario_title
from game.words import mark as mark_text

_LEFT: Final = 64
_WIDE: Final = 440
_MENU_TOP: Final = 276
_MOTTO: Final = HISTORY_ITALIC.sized(21, 28)
_MOTTO_WORDS: Final = mark_text(
    "Two governments, one continent, and a shield that each of them reads differently."
)
_MAIN: Final = "continue"
_AIR: Final = 11
_WATCHED: Final = ("greedy", "reciprocator")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell before anything else: a title and one line."""

    title: str
    line: str


class Plate(Label):
    """A small box with a line of italics."""

    def natural_width(self, theme: Theme) -> int:
        """Return the width of the line with air around it."""
        return text.width(self.words, self.role, theme) + 2 * _AIR

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the box, and the line in its middle."""
        palette = theme.palette
        frame.box(target, theme, self.rect, palette.panel, palette.rule)
        line = str(self.words)
        text.centred(target, theme, line, self.role, palette.ink_2, self.rect)


class TitleScene(Page):
    """The first screen. The matches lie on top of it."""

    def __init__(
        self, desk: Desk, first: SceneLike | None = None, notice: Notice | None = None
    ) -> None:
        """Show the title.

        Args:
            desk: Where matches are begun.
            first: A scene to go to at once, when the command line named a match.
            notice: What to tell first, such as that nothing can be saved.
        """
        super().__init__()
        self.desk = desk
        self._first = first
        self._notice = notice
        self._unfinished: tuple[Saved, ...] = ()

    def enter(self) -> None:
        """Look which matches can go on."""
        self._unfinished = self.desk.unfinished()
        self.start = _MAIN if self._unfinished else "new"

    def resume(self, result: object) -> None:
        """Look again which matches can go on; with the path of one, go on with it."""
        self.enter()
        self.rebuild()
        self.focus(self.start)
        if isinstance(result, Path):
            self._go_on(result)

    def build(self) -> Widget:
        """Return name, motto, menu and keys."""
        words = self.desk.words
        title = Label("Defend Together", GAME_TITLE)
        motto = Label(
            words.text(_MOTTO_WORDS),
            _MOTTO,
            colour="ink_2",
        )
        date = Plate(
            words.text("November 2010 to 2014 · borders as of 2010"),
            BODY_ITALIC,
            colour="ink_2",
        )
        keys = KeyHints(
            "keys",
            [
                KeyHint(("↑", "↓"), words.text("choose")),
                KeyHint(("Enter",), words.text("open")),
                KeyHint(("F11",), words.text("full screen")),
                KeyHint(("Esc",), words.text("quit")),
            ],
        )
        return Group("title", [title, motto, Column("menu", self._rows(), gap=0), date, keys])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the menu at the left and the date at the right."""
        title, motto, menu, date, keys = self.root.children
        theme, drop = self.theme, (size[1] - 720) // 3
        top = 108 + drop - round(30 * (theme.text - 1))
        title.place(Rect(_LEFT, top, 900, title.measure(theme, 900)), theme)
        below = title.rect.bottom + 10
        wide = round(_WIDE * theme.text)
        motto.place(Rect(_LEFT, below, wide + 20, motto.measure(theme, wide + 20)), theme)
        start = max(_MENU_TOP + drop, motto.rect.bottom + 12)
        menu.place(Rect(_LEFT, start, wide, menu.measure(theme, wide)), theme)
        wide, high = size
        box = date.natural_width(theme) if isinstance(date, Plate) else 0
        date.place(Rect(wide - 36 - box, 32, box, date.measure(theme, box) + 8), theme)
        line = keys.measure(theme, 600)
        keys.place(Rect(_LEFT, high - 46 - line // 2, 620, line), theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the map, the frame and the mark."""
        draw_title_map(target, Rect(0, 0, *self.size), self.theme)
        edge = inset(Rect(0, 0, *self.size), 12)
        frame.double_frame(target, self.theme, edge, self.theme.palette.ink_2)
        drop = (self.size[1] - 720) // 3
        mark.brand_mark(target, self.theme, (62, 54 + drop), 53)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go where the pressed row leads."""
        if not isinstance(intent, Pressed):
            return None
        match intent.id:
            case "continue":
                self._go_on(self._unfinished[0].path)
                return None
            case "saved":
                return Push(SavedScene(self.desk))
            case "new":
                return Push(NewGameScene(self.desk))
            case "watch":
                return Push(NewGameScene(self.desk, seats=_WATCHED))
            case "rules":
                return Push(RulebookScene(self.desk.words))
            case "quit":
                return Quit()
            case _:
                return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Leave with Esc; help with H or F1."""
        if is_key(event, "Esc"):
            return Quit()
        if is_key(event, "H") or is_key(event, "F1"):
            return Push(RulebookScene(self.desk.words))
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Go to the match that the command line named; tell what there is to tell."""
        if self._notice is not None:
            close = [("close", self.desk.words.text("Close"))]
            self.ask(Dialog("notice", self._notice.title, self._notice.line, close, "close"))
            self._notice = None
            return None
        if self._first is not None and self.dialog is None:
            first, self._first = self._first, None
            return Push(first)
        return None

    def wake(self) -> float | None:
        """Ask for time at once while there is something to tell or to go to."""
        told = self._notice is None and (self._first is None or self.dialog is not None)
        return super().wake() if told else 0.0

    def _rows(self) -> list[MenuRow]:
        words = self.desk.words
        rows: list[MenuRow] = []
        if self._unfinished:
            rows.append(MenuRow(_MAIN, words.text("Continue"), self._where(), main=True))
        people = words.text("two at one screen · one and the computer")
        rows.append(MenuRow("new", words.text("New game"), people, main=not rows))
        if len(self._unfinished) > 1:
            count = words.plural(
                "{n} match can go on", "{n} matches can go on", len(self._unfinished)
            )
            rows.append(MenuRow("saved", words.text("Saved matches"), count))
        watch = words.text("the computer plays both sides")
        rows.append(MenuRow("watch", words.text("Watch"), watch))
        rows.append(MenuRow("rules", words.text("How to play"), words.text("the rulebook")))
        rows.append(MenuRow("quit", words.text("Quit")))
        return rows

    def _where(self) -> str:
        """Return which match goes on, and where in it."""
        saved = self._unfinished[0]
        scenario = self.desk.content.scenarios.get(saved.scenario)
        name = saved.scenario if scenario is None else scenario_title(self.desk.words, scenario)
        if not saved.round:
            return name
        return self.desk.words.text("{scenario}, round {n}", scenario=name, n=saved.round)

    def _go_on(self, path: Path) -> None:
        """Take a match up again, or say why that can't be."""
        words = self.desk.words
        try:
            sitting = self.desk.resume(path)
        except (SaveError, UserFolderError) as error:
            self._notice = Notice(words.text("This match can’t go on"), str(error))
            return
        self._notice = mended(words, sitting)
        self._first = sitting.next_scene()


def mended(words: Words, sitting: Sitting) -> Notice | None:
    """Return what was mended when a match was taken up again."""
    notice = sitting.match.notice
    return None if notice is None else Notice(words.text("This match was mended"), notice)
