"""The title: what one can do here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import Final

import pygame
from pygame import Rect

from game.match import Saved, SaveError, pack_notice
from game.paths import UserFolderError
from game.ui import text
from game.ui.board.map_title import draw_title_map
from game.ui.desk import Desk
from game.ui.draw import frame, mark
from game.ui.layout import inset
from game.ui.scene import Push, Quit, SceneLike, Transition
from game.ui.scenes.page import Page
from game.ui.sitting import Sitting
from game.ui.theme import BODY, BODY_ITALIC, GAME_TITLE, HISTORY_ITALIC, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.row import MenuRow
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words, language_name, languages, scenario_title
from game.words import mark as mark_text

_LEFT: Final = 64
_WIDE: Final = 440
_APART: Final = 12
"""Between the keys and the way out."""
_MENU_TOP: Final = 276
_LANGUAGE: Final = "language"
_LANGUAGES_LEFT: Final = 196
_MARK_MIDDLE: Final = -28
"""Where the middle of the mark is, from the top of the name."""
_MOTTO: Final = HISTORY_ITALIC.sized(21, 28)
_MOTTO_WORDS: Final = mark_text(
    "Two governments, one continent, and a shield that each of them reads differently."
)
_MAIN: Final = "continue"
_AHEAD: Final = tuple(
    f"game.ui.scenes.{name}"
    for name in ("new_game", "director", "saved", "library", "settings")
)
_BEGUN: Final = Event()
"""Set once what follows is being read."""
_AIR: Final = 11
_OFFER: Final = 300
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
        self._asks = desk.preferences.fresh
        self._first = first
        self._notice = notice
        self._saved: tuple[Saved, ...] = ()
        self._unusable: tuple[SaveError, ...] = ()
        self._unfinished: tuple[Saved, ...] = ()

    def enter(self) -> None:
        """Look which matches can go on."""
        self._saved = self.desk.saved()
        self._unusable = self.desk.unusable()
        self._unfinished = tuple(one for one in self._saved if one.verdict is None)
        self.start = _MAIN if self._unfinished else "new"

    def resume(self, result: object) -> None:
        """Look again which matches can go on; with the path of one, go on with it."""
        self.enter()
        self._asks = self._asks and self.desk.preferences.fresh
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
            ],
        )
        leave = Button("quit", words.text("Quit"), key="Esc")
        menu = Column("menu", self._rows(), gap=0)
        offer = [self._offer()] if self._asks else []
        language = self._languages()
        return Group("title", [title, motto, menu, date, keys, leave, language, *offer])

    def _languages(self) -> Choice:
        """Return the languages that there are; nothing is seen of a single one."""
        spoken = [Option(code, language_name(self.desk.words, code)) for code in languages()]
        chosen = self.desk.preferences.settings.language
        choice = Choice(_LANGUAGE, spoken, chosen, words=True)
        choice.visible = len(spoken) > 1
        return choice

    def _offer(self) -> Panel:
        """Return what is asked at the first start, without standing in anybody's way."""
        words = self.desk.words
        return Panel(
            "offer",
            [
                Label(words.text("Pieces move and screens fade. Too much?"), BODY),
                Button("still", words.text("Reduce motion")),
                Button("moving", words.text("Keep it so")),
            ],
            padding=14,
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the menu at the left and the date at the right."""
        title, motto, menu, date, keys, leave, language, *offer = self.root.children
        theme, drop = self.theme, (size[1] - 720) // 3
        top = 108 + drop - round(30 * (theme.text - 1))
        title.place(Rect(_LEFT, top, 900, title.measure(theme, 900)), theme)
        if isinstance(language, Choice):
            self._place_language(language, top)
        below = title.rect.bottom + 10
        wide = self._column_width(keys, leave)
        motto.place(Rect(_LEFT, below, wide + 20, motto.measure(theme, wide + 20)), theme)
        start = max(_MENU_TOP + drop, motto.rect.bottom + 6)
        self._place_foot(wide, size[1], keys, leave)
        for row in menu.children:
            if isinstance(row, MenuRow):
                row.most = (leave.rect.y - 4 - start) // len(menu.children)
        menu.place(Rect(_LEFT, start, wide, menu.measure(theme, wide)), theme)
        wide = size[0]
        box = date.natural_width(theme) if isinstance(date, Plate) else 0
        date.place(Rect(wide - 36 - box, 32, box, date.measure(theme, box) + 8), theme)
        for panel in offer:
            broad = round(_OFFER * (1 + (theme.text - 1) / 2))
            tall = panel.measure(theme, broad)
            corner = (leave.rect.right + 56, size[1] - 36 - tall)
            panel.place(Rect(corner, (broad, tall)), theme)

    def _place_language(self, choice: Choice, bottom: int) -> None:
        """Place the languages right of the mark, above the name of the game."""
        broad, high = choice.natural_width(self.theme), choice.measure(self.theme, 0)
        middle = bottom + _MARK_MIDDLE - round(30 * (self.theme.text - 1))
        choice.place(Rect(_LANGUAGES_LEFT, middle - high // 2, broad, high), self.theme)

    def _column_width(self, keys: Widget, leave: Widget) -> int:
        """Return the width of the menu: what stands at its foot has room, too."""
        least = leave.natural_width(self.theme) if isinstance(leave, Button) else 0
        foot = keys.least(self.theme)[0] + _APART + least
        return max(round(_WIDE * self.theme.text), foot)

    def _place_foot(self, wide: int, high: int, keys: Widget, leave: Widget) -> None:
        """Place the keys left and the way out right below the menu."""
        theme = self.theme
        least = leave.natural_width(theme) if isinstance(leave, Button) else 0
        tall = leave.measure(theme, least)
        place = Rect(_LEFT + wide - least, high - 20 - tall, least, tall)
        leave.place(place, theme)
        line = keys.measure(theme, 600)
        room = place.x - _LEFT - _APART
        keys.place(Rect(_LEFT, place.centery - line // 2, room, line), theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the map, the frame and the mark."""
        draw_title_map(target, Rect(0, 0, *self.size), self.theme)
        edge = inset(Rect(0, 0, *self.size), 12)
        frame.double_frame(target, self.theme, edge, self.theme.palette.ink_2)
        drop = (self.size[1] - 720) // 3
        mark.brand_mark(target, self.theme, (62, 54 + drop), 53)
        language = self.tree.find(_LANGUAGE)
        if language is not None:
            at = (language.rect.x - 22, language.rect.centery)
            mark.icon(target, self.theme, "language", at, self.theme.palette.ink_2, 20)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Speak another language, or go where the pressed row leads."""
        if isinstance(intent, Chosen):
            self.desk.preferences.change(language=intent.value)
            self.rebuild()
            return None
        if not isinstance(intent, Pressed):
            return None
        match intent.id:
            case "continue":
                self._go_on(self._unfinished[0].path)
            case "still" | "moving":
                self._answered(still=intent.id == "still")
            case "quit":
                return Quit()
            case ident:
                return self._opened(ident)
        return None

    def _opened(self, ident: str) -> Transition | None:
        """Return the way to the screen of a row."""
        # The title is seen before these are read, see `read_now`.
        from game.ui.lesson.start import LessonStartScene  # noqa: PLC0415
        from game.ui.scenes.library import LibraryScene  # noqa: PLC0415
        from game.ui.scenes.new_game import NewGameScene  # noqa: PLC0415
        from game.ui.scenes.rulebook import RulebookScene  # noqa: PLC0415
        from game.ui.scenes.saved import SavedScene  # noqa: PLC0415
        from game.ui.scenes.settings import SettingsScene  # noqa: PLC0415
        from game.ui.tutorial.start import FirstCouncilScene  # noqa: PLC0415

        desk = self.desk
        scenes: dict[str, Callable[[], SceneLike]] = {
            "saved": lambda: SavedScene(desk),
            "first": lambda: FirstCouncilScene(desk),
            "new": lambda: NewGameScene(desk),
            "watch": lambda: NewGameScene(desk, seats=_WATCHED),
            "lesson": lambda: LessonStartScene(desk),
            "rules": lambda: RulebookScene(desk.words),
            "library": lambda: LibraryScene(desk.words),
            "settings": lambda: SettingsScene(desk.words, desk.preferences),
        }
        return Push(scenes[ident]()) if ident in scenes else None

    def _answered(self, *, still: bool) -> None:
        """Keep what was chosen at the first start, and ask no more."""
        self._asks = False
        self.desk.preferences.change(reduced_motion=still)
        self.desk.preferences.write(force=True)
        self.rebuild()
        self.focus(self.start)

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the rulebook with H or F1."""
        if is_key(event, "H") or is_key(event, "F1"):
            return self._opened("rules")
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Go to the match that the command line named; tell what there is to tell."""
        if seconds:
            _read_ahead(self.desk)
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
        first = words.text("two rounds with notes beside the play")
        people = words.text("two at one screen · one and the computer")
        rows.append(MenuRow("new", words.text("New game"), people, main=not rows))
        rows.append(MenuRow("first", words.text("First Council"), first))
        if len(self._saved) > len(self._unfinished[:1]) or self._unusable:
            rows.append(MenuRow("saved", words.text("Saved matches"), self._counted()))
        watch = words.text("the computer plays both sides")
        rows.append(MenuRow("watch", words.text("Watch"), watch))
        class_ = words.text("plans, class code, facilitator’s panel")
        rows.append(MenuRow("lesson", words.text("A lesson"), class_))
        rows.append(MenuRow("rules", words.text("How to play"), words.text("the rulebook")))
        library = words.text("cards, crises, sites, sources")
        rows.append(MenuRow("library", words.text("Library"), library))
        settings = words.text("theme, text size, sound")
        rows.append(MenuRow("settings", words.text("Settings"), settings))
        return rows

    def _counted(self) -> str:
        """Return how many matches can go on, and how many can be replayed."""
        words, going = self.desk.words, len(self._unfinished)
        parts = []
        if going:
            parts.append(words.plural("{n} can go on", "{n} can go on", going))
        over = len(self._saved) - going
        if over:
            parts.append(words.plural("{n} to replay", "{n} to replay", over))
        if bad := len(self._unusable):
            parts.append(words.plural("{n} can’t be used", "{n} can’t be used", bad))
        return " · ".join(parts)

    def _where(self) -> str:
        """Return which match goes on, and where in it."""
        saved = self._unfinished[0]
        scenario = self.desk.content.scenarios.get(saved.scenario)
        told = saved.title or saved.scenario
        name = told if scenario is None else scenario_title(self.desk.words, scenario)
        if not saved.round:
            return name
        return self.desk.words.text("{scenario}, round {n}", scenario=name, n=saved.round)

    def _go_on(self, path: Path) -> None:
        """Take a match up again, or say why that can't be."""
        words = self.desk.words
        try:
            sitting = self.desk.resume(path)
        except (SaveError, UserFolderError) as error:
            self._notice = Notice(words.text("This match can’t go on"), words.told(error))
            return
        self._notice = mended(words, sitting)
        self._first = sitting.next_scene()


def _read_ahead(desk: Desk) -> None:
    """Begin once to read what follows, beside the frame loop: screens and packs.

    The title is seen before: together they take as long as itself, and would hold up the
    frame in which somebody goes there.
    """
    if not _BEGUN.is_set():
        _BEGUN.set()
        Thread(target=read_now, args=(desk,), daemon=True).start()


def read_now(desk: Desk) -> None:
    """Read the screens that the title leads to, and the packs that they list."""
    for name in _AHEAD:
        import_module(name)
    desk.contents()


def mended(words: Words, sitting: Sitting) -> Notice | None:
    """Return what was mended when a match was taken up again, or that its pack is gone."""
    notice = sitting.match.notice
    if notice is not None:
        return Notice(words.text("This match was mended"), words.told(notice))
    of_pack = pack_notice(sitting.content)
    if of_pack is not None:
        return Notice(words.text("The pack of this match"), words.told(of_pack))
    return None
