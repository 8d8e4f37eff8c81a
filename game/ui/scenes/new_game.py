"""A new game: which scenario, and who plays NATO and Russia."""

from collections.abc import Iterable, Iterator
from typing import Final

import pygame
from pygame import Rect

from game.content.packs import own_scenarios, pictures_of
from game.content.specs import ScenarioSpec
from game.match import HUMAN
from game.paths import UserFolderError
from game.ui import text
from game.ui.board.ring_room import RING, RingRoom
from game.ui.desk import Desk
from game.ui.draw import frame, mark
from game.ui.layout import columns, cut_bottom, cut_left, inset
from game.ui.library.picture import picture_of
from game.ui.scene import Pop, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.seats import (
    LEVELS,
    ORDER,
    SEARCH,
    TEMPERS,
    level_label,
    level_of,
    seat_note,
    seat_title,
    temper_of,
    temper_title,
)
from game.ui.theme import (
    BODY,
    HEADING,
    HISTORY,
    HISTORY_ITALIC,
    NOTE,
    PANEL_TITLE,
    ROW_TITLE,
    SCREEN_TITLE,
    TARGET,
    TARGET_DENSE,
    Theme,
)
from game.ui.widgets.button import Button, Pressable
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Chosen, Edited, Intent, Pressed, Submitted, Toggled
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import PLAIN, Panel, Rule
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.widget import Column, Group, Hint, Widget
from game.words import Words, scenario_facts, scenario_title, side_name

_MARGIN: Final = 40
_TOP: Final = 88
_FOOT: Final = 60
_LEFT_SHARE: Final = 0.46
_PADDING: Final = 14
_TICK: Final = 20
_DIGITS: Final = 10
_FIELD: Final = 150
_FIRST: Final = "long-negotiation"
_NAMES: Final = ("nato", "russia")
_LEVEL: Final = "level-"
_RIVAL: Final = f"{SEARCH}:3:{TEMPERS[0]}"
"""Who sits opposite at first, and where a level is still to be chosen."""


class PickRow(Pressable):
    """One of several to pick: the picked one has an ink frame, the recess and a tick."""

    def __init__(self, ident: str, title: str, note: str, *, picked: bool) -> None:
        super().__init__(ident)
        self.title = title
        self.note = note
        self.picked = picked

    def says(self) -> str:
        """Return title and note."""
        return f"{self.title}, {self.note}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of title and note below one another."""
        return max(TARGET_DENSE, self._blocks_height(theme, room) + 12)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height the words need."""
        return 0, self._blocks_height(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the row in its state."""
        palette = theme.palette
        if self.picked:
            frame.box(target, theme, self.rect, palette.recess, palette.ink, line=3)
        else:
            share = 1.0 if self.pressed else self.warmth(theme)
            frame.warm_box(target, theme, self.rect, share)
        if self.picked:
            at = (self.rect.right - 22, self.rect.centery)
            mark.icon(target, theme, "check", at, palette.ink, _TICK)
        title, note = self._blocks(theme, self.rect.width)
        left = self.rect.x + _PADDING
        top = self.rect.centery - (title.height + note.height) / 2
        title.draw(target, (left, top), palette.ink)
        note.draw(target, (left, top + title.height), palette.ink_2)

    def _blocks(self, theme: Theme, room: int) -> tuple[text.Block, text.Block]:
        wide = room - 2 * _PADDING - _TICK - 4
        title = text.block(self.title, ROW_TITLE, theme, wide)
        return title, text.block(self.note, NOTE, theme, wide)

    def _blocks_height(self, theme: Theme, room: int) -> int:
        return sum(block.height for block in self._blocks(theme, room))


class SideHead(Label):
    """The shape of a side before its name."""

    def __init__(self, words: Words, side: int) -> None:
        super().__init__(side_name(words, side), PANEL_TITLE)
        self.side = side

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw shape and name."""
        middle = self.rect.centery
        mark.side_mark(target, theme, self.side, (self.rect.x + 9, middle), 18)
        at = (self.rect.x + 26, text.baseline_at(middle, self.role, theme))
        text.write(target, theme, str(self.words), self.role, theme.palette.ink, at)


class NewGameScene(Page):
    """Scenario, seats, deal number, start.

    Attributes:
        scenario: The scenario's slug that is picked.
        seats: NATO's and Russia's.
        number: The deal number as typed; empty: a new one is drawn.
        predictions: Whether people are asked what they expect of the other side.
    """

    def __init__(
        self, desk: Desk, scenario: str = "", seats: tuple[str, str] = (HUMAN, _RIVAL)
    ) -> None:
        super().__init__()
        self.desk = desk
        self.contents = desk.contents()
        there = tuple(self.contents[0].scenarios)
        self.scenario = scenario or (_FIRST if _FIRST in there else there[0])
        self.seats = list(seats)
        self.number = ""
        self.predictions = False
        self.start = f"scenario:{self.scenario}"

    def build(self) -> Widget:
        """Return both columns and the foot."""
        words = self.desk.words
        return Group(
            "new-game",
            [
                Label(words.text("New game"), SCREEN_TITLE),
                self.rolling("scenarios", self._scenarios()),
                self.rolling("nato", self.seat_rows(0)),
                self.rolling("russia", self.seat_rows(1)),
                Label(words.text("Deal number"), HEADING),
                self._number_field(),
                Toggle(
                    "predictions",
                    words.text("Sealed predictions"),
                    words.text("each round, opened at the end"),
                    on=self.predictions,
                ),
                Button("start", words.text("Start"), icon="play", primary=True),
                Button("back", words.text("Back"), key="Esc"),
                KeyHints(
                    "keys",
                    [
                        KeyHint(("Tab", "↑", "↓"), words.text("move")),
                        KeyHint(("Enter",), words.text("pick")),
                        KeyHint(("S",), words.text("start")),
                    ],
                ),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the scenarios left, the seats right, the rest below."""
        theme = self.theme
        title, scenarios, nato, russia, head, field, switch, start, back, keys = (
            self.root.children
        )
        area = inset(Rect(0, 0, *size), _MARGIN, 36)
        title.place(Rect(area.x, area.y, area.width, title.measure(theme, area.width)), theme)
        foot, body = cut_bottom(area, _FOOT)
        top = max(_TOP, title.rect.bottom + 12)
        body = Rect(body.x, top, body.width, body.bottom - top - 8)
        left, right = cut_left(body, round(body.width * _LEFT_SHARE), 32)
        self.roll(scenarios, left)
        line = max(TARGET, switch.measure(theme, self._switch_room(right.width)))
        below, right = cut_bottom(right, line, 14)
        for column, part in zip((nato, russia), columns(right, 2, 20), strict=True):
            self.roll(column, part)
        under = min(below.y, max(nato.rect.bottom, russia.rect.bottom) + 7)
        self._place_number((head, field, switch), Rect(right.x, under, right.width, line))
        self._place_foot((start, back, keys), foot)

    def roll(self, column: Widget, room: Rect) -> None:
        """Place a column as high as it is, or as there is room; its rings reach outside."""
        outer = room.inflate(2 * RING, 0)
        outer.y -= RING
        high = min(column.measure(self.theme, outer.width), outer.height + RING)
        column.place(Rect(outer.x, outer.y, outer.width, high), self.theme)

    def _place_number(self, parts: tuple[Widget, Widget, Widget], room: Rect) -> None:
        """Place the word, the field and the switch in one line."""
        theme = self.theme
        head, field, switch = parts
        rest = self._switch_room(room.width)
        wide = room.width - rest - _FIELD - 36
        high = head.measure(theme, wide)
        head.place(Rect(room.x, room.centery - high // 2, wide, high), theme)
        high = field.measure(theme, _FIELD)
        at = (head.rect.right + 12, room.centery - high // 2)
        field.place(Rect(at, (_FIELD, high)), theme)
        high = switch.measure(theme, rest)
        switch.place(Rect(room.right - rest, room.centery - high // 2, rest, high), theme)

    def _switch_room(self, wide: int) -> int:
        """Return what the word and the field leave for the switch."""
        head = text.width(self.desk.words.text("Deal number"), HEADING, self.theme) + 4
        return wide - head - _FIELD - 36

    def _place_foot(self, parts: tuple[Widget, Widget, Widget], foot: Rect) -> None:
        """Place the keys left, Back and Start right."""
        theme = self.theme
        start, back, keys = parts
        high = max(50, start.measure(theme, 0))
        start.place(Rect(foot.right - 240, foot.bottom - high, 240, high), theme)
        wide = max(140, back.natural_width(theme)) if isinstance(back, Button) else 140
        back.place(Rect(start.rect.x - wide - 16, foot.bottom - high, wide, high), theme)
        line = keys.measure(theme, 500)
        room = back.rect.x - foot.x - 16
        keys.place(Rect(foot.x, start.rect.centery - line // 2, room, line), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Pick, or start."""
        if isinstance(intent, Edited | Submitted) and intent.id == "number":
            return self._typed(intent)
        if isinstance(intent, Chosen) and intent.id.startswith(_LEVEL):
            self._set(intent.id.removeprefix(_LEVEL), level=intent.value)
            return None
        if isinstance(intent, Toggled):
            self.predictions = intent.on
            return None
        if not isinstance(intent, Pressed):
            return None
        kind, _, value = intent.id.partition(":")
        match kind:
            case "scenario":
                self._pick(value)
                return None
            case "nato" | "russia":
                self.seats[_NAMES.index(kind)] = _RIVAL if value == SEARCH else value
            case "temper":
                self._set(value, temper=self._next_temper(value))
            case "start":
                return self.begin()
            case _:
                return Pop()
        self.rebuild()
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Start with S."""
        return self.begin() if is_key(event, "S") else None

    def _pick(self, scenario: str) -> None:
        """Take a scenario and show what it is about."""
        self.scenario = scenario
        self.rebuild()
        listed = self.root.children[1]
        if isinstance(listed, ScrollArea):
            listed.reveal_all({f"scenario:{scenario}", "about"})

    def _typed(self, intent: Edited | Submitted) -> Transition | None:
        """Keep the digits of what was typed."""
        digits = "".join(sign for sign in intent.text if sign.isdecimal())
        self.number = digits
        if digits != intent.text:
            self.rebuild()
        return self.begin() if isinstance(intent, Submitted) else None

    def _set(self, name: str, *, level: str = "", temper: str = "") -> None:
        """Change the level or the temperament of a seat that has them."""
        side = _NAMES.index(name)
        seat = self.seats[side]
        level = level or level_of(seat)
        temper = temper or temper_of(seat)
        self.seats[side] = ":".join(part for part in (SEARCH, level, temper) if part)
        self.rebuild()

    def _next_temper(self, name: str) -> str:
        """Return the temperament after that of a side's seat."""
        now = temper_of(self.seats[_NAMES.index(name)]) or TEMPERS[-1]
        return TEMPERS[(TEMPERS.index(now) + 1) % len(TEMPERS)]

    def begin(self) -> Transition | None:
        """Deal the match."""
        seed = int(self.number) if self.number else None
        try:
            seats = (self.seats[0], self.seats[1])
            sitting = self.desk.begin(self.scenario, seats, seed, predictions=self.predictions)
        except UserFolderError as error:
            words = self.desk.words
            title = words.text("This match can’t be saved")
            close = [("close", words.text("Close"))]
            self.ask(Dialog("warning", title, words.told(error), close, "close"))
            return None
        return Replace(sitting.next_scene())

    def _scenarios(self) -> list[Widget]:
        words = self.desk.words
        rows: list[Widget] = [Label(words.text("Scenario"), HEADING), Rule(heavy=True)]
        standard, *of_packs = self.contents
        rows += self._listed(words, standard.scenarios.values())
        if of_packs:
            rows += [Label(words.text("From packs"), HEADING), Rule(heavy=True)]
        for content in of_packs:
            own = [content.scenarios[slug] for slug in own_scenarios(content)]
            rows += self._listed(Words(content, words.language), own)
        return rows

    def _listed(self, words: Words, specs: Iterable[ScenarioSpec]) -> Iterator[Widget]:
        """Yield a row a scenario; below the one that is picked, what it is about."""
        for spec in specs:
            picked = spec.slug == self.scenario
            title, note = scenario_title(words, spec), scenario_facts(words, spec)
            yield PickRow(f"scenario:{spec.slug}", title, note, picked=picked)
            if picked:
                yield self._about(words, spec)

    @staticmethod
    def _about(words: Words, spec: ScenarioSpec) -> Panel:
        """Return motto and introduction of the scenario that is picked."""
        motto = words.content_text(spec.slug, spec.motto)
        told = words.content_text(spec.slug, spec.introduction)
        parts: list[Widget] = [
            *picture_of(pictures_of(words.content), spec.slug),
            Label(motto, HISTORY_ITALIC, colour="ink_2"),
            Label(told, HISTORY),
        ]
        if spec.options.open_hands:
            open_words = words.text("Both hands lie open, and both mandates are known.")
            parts.append(Label(open_words, BODY, colour="ink_2"))
        return Panel("about", parts, look=PLAIN, padding=14, gap=6)

    def seat_rows(self, side: int) -> list[Widget]:
        """Return who may sit at a side, below its name."""
        words, name = self.desk.words, _NAMES[side]
        rows: list[Widget] = [SideHead(words, side), Rule(heavy=True)]
        now = self.seats[side]
        for seat in ORDER:
            picked = seat == now.partition(":")[0]
            shown = now if picked else _RIVAL if seat == SEARCH else seat
            title, note = seat_title(words, shown), seat_note(words, shown)
            rows.append(PickRow(f"{name}:{seat}", title, note, picked=picked))
            if picked and seat == SEARCH:
                rows += self._kind_of_planner(name, now)
        return rows

    def _kind_of_planner(self, name: str, seat: str) -> list[Widget]:
        """Return the choice of its level, and of its temperament, which may stay hidden."""
        words = self.desk.words
        levels = [Option(level, level_label(level)) for level in LEVELS]
        temper = temper_title(words, temper_of(seat) or TEMPERS[0])
        return [
            Choice(f"{_LEVEL}{name}", levels, level_of(seat)),
            Row(f"temper:{name}", words.text("Temperament"), value=temper),
        ]

    def _number_field(self) -> TextField:
        """Return the field of the deal number, and what that is for."""
        words = self.desk.words
        field = TextField("number", self.number, empty=words.text("a new one"), limit=_DIGITS)
        field.hint = Hint(words.text("The same number deals the same cards."))
        return field

    @staticmethod
    def rolling(ident: str, rows: list[Widget]) -> ScrollArea:
        """Return rows below one another that roll when there is too little room."""
        return ScrollArea(ident, RingRoom(Column("", rows, gap=6)))
