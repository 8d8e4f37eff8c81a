"""The verdict: how the match ended, how it came to that, and what next."""

from typing import Final

import pygame
from pygame import Rect

from game.match.round_end import shown_after
from game.paths import UserFolderError
from game.ui import sound, text
from game.ui.desk import Desk
from game.ui.draw import frame
from game.ui.layout import columns, cut_bottom, cut_right, shares
from game.ui.scene import Home, Push, Replace, Scene, Transition
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.page import Page
from game.ui.scenes.pause import to_panel
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.rulebook import MANDATES_CHAPTER, RulebookScene
from game.ui.scenes.seats import seat_revealed
from game.ui.scenes.turning_points import turning_points
from game.ui.scenes.verdict_chart import Chart
from game.ui.scenes.verdict_parts import SideResult, SourceTable, Turn
from game.ui.scenes.verdict_points import sources
from game.ui.sitting import Sitting
from game.ui.theme import BODY, HISTORY, PANEL_TITLE, VERDICT, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import (
    mark,
    round_date,
    scenario_title,
    side_name,
    verdict_sentence,
    verdict_title,
)

_TIED: Final = "\N{NO-BREAK SPACE}"
_MARGIN: Final = 28
_RIGHT: Final = 400
_SIDE: Final = 310
_COUNTED: Final = (
    mark("No turning points"),
    mark("One turning point"),
    mark("Two turning points"),
    mark("Three turning points"),
    mark("Four turning points"),
)


class VerdictScene(Page):
    """The end of a match. Nothing is secret any more."""

    framed = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        match = sitting.match
        assert match.outcome is not None, "the match is over"
        self.outcome = match.outcome
        self.turns = turning_points(sitting.words, match)
        self.start = "again"
        self.companion = sitting.companion
        self._head = 108
        self._large = False

    def enter(self) -> None:
        """Close the journal: nothing more will be written, nothing thought.

        The same four notes are heard for any end.
        """
        sound.play(sound.Sound.VERDICT)
        self.sitting.leave()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; with large text the points go beside the curves."""
        large = theme.text > 1
        if large != self._large:
            self._large = large
            self._built = False
        super().look(size, theme)

    def build(self) -> Widget:
        """Return the head, the curves, the points, the turning points and the ways on."""
        words, match = self.sitting.words, self.sitting.match
        verdict = self.outcome.verdict
        chart = Chart(words, match.positions, [turn.round for turn in self.turns])
        asked = words.text("How safe each side felt, and how tense the world was")
        return Group(
            "verdict",
            [
                Label(self._when(), BODY, colour="ink_2"),
                Label(verdict_title(words, verdict), VERDICT),
                Label(
                    verdict_sentence(words, verdict, self.outcome.fallen), BODY, colour="ink_2"
                ),
                SideResult(words, self.outcome, 0),
                SideResult(words, self.outcome, 1),
                Label(asked, PANEL_TITLE),
                chart,
                Group("sources", [] if self._large else self._tables()),
                Label(words.text(_COUNTED[len(self.turns)]), PANEL_TITLE),
                ScrollArea("turns", Column("", self._told(), gap=4)),
                *self._buttons(),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the head above, the curves left, the turning points right."""
        parts = self.root.children
        self._place_head(size[0], parts[:5])
        body = Rect(_MARGIN, self._head + 12, size[0] - 2 * _MARGIN, size[1] - self._head - 32)
        right, left = cut_right(body, _RIGHT, 56)
        self._place_left(left, parts[5:8])
        self._place_right(right, parts[8:])

    def paint(self, target: pygame.Surface) -> None:
        """Paint the page and the ground of the head."""
        super().paint(target)
        head = Rect(0, 0, self.size[0], self._head)
        target.fill(self.theme.palette.panel, self.theme.rect(head))
        frame.rule(target, self.theme, (0, self._head), self.size[0])

    def on_intent(self, intent: Intent) -> Transition | None:
        """Play again, anew, or leave."""
        if not isinstance(intent, Pressed):
            return None
        match intent.id:
            case "again":
                return self._again()
            case "replay":
                return Push(self._replay())
            case turn if turn.startswith("turn:"):
                point = self.turns[int(turn.removeprefix("turn:")) - 1]
                at = shown_after(self.sitting.match, point.number, point.round)
                return Push(self._replay(at))
            case "debrief":
                return Push(self._debrief())
            case "new":
                return Replace(NewGameScene(Desk.of(self.sitting)))
            case "panel":
                return to_panel(self.sitting)
            case "title":
                return Home()
            case _:
                return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go to the title with Esc; help with H or F1."""
        if is_key(event, "Esc"):
            return Home()
        if is_key(event, "H") or is_key(event, "F1"):
            return Push(RulebookScene(self.sitting.words, MANDATES_CHAPTER))
        return None

    def _place_head(self, wide: int, parts: list[Widget]) -> None:
        """Place the verdict left and both sides right of it."""
        theme = self.theme
        when, title, sentence, nato, russia = parts
        side = round(_SIDE * (1 + (theme.text - 1) / 3))
        right = Rect(wide - _MARGIN - 2 * side - 22, 14, 2 * side + 22, 0)
        high = nato.measure(theme, side)
        for part, box in zip((nato, russia), columns(right, 2, 22), strict=True):
            part.place(Rect(box.x, 14, box.width, high), theme)
        room = right.x - _MARGIN - 24
        when.place(Rect(_MARGIN, 12, room, when.measure(theme, room)), theme)
        name = self._title_width(theme, room)
        top = when.rect.bottom
        title.place(Rect(_MARGIN, top, name, title.measure(theme, name)), theme)
        beside = room - name - 24
        if beside >= 190:
            tall = sentence.measure(theme, beside)
            at = max(top, title.rect.centery - tall // 2)
            sentence.place(Rect(title.rect.right + 24, at, beside, tall), theme)
        else:
            tall = sentence.measure(theme, room)
            sentence.place(Rect(_MARGIN, title.rect.bottom, room, tall), theme)
        low = max(part.rect.bottom for part in (title, sentence, nato))
        self._head = max(108, low + 10)

    def _title_width(self, theme: Theme, room: int) -> int:
        title = verdict_title(self.sitting.words, self.outcome.verdict)
        return min(room, text.width(title, VERDICT, theme) + 2)

    def _place_left(self, room: Rect, parts: list[Widget]) -> None:
        """Place the points at the bottom, and the curves in what is left."""
        theme = self.theme
        asked, chart, tables = parts
        rooms = columns(room, 2, 12)
        high = max((one.measure(theme, rooms[0].width) for one in tables.children), default=0)
        for table, part in zip(tables.children, rooms, strict=False):
            table.place(Rect(part.x, room.bottom - high, part.width, high), theme)
        tables.rect = Rect(room.x, room.bottom - high, room.width, high)
        asked.place(Rect(room.x, room.y, room.width, asked.measure(theme, room.width)), theme)
        top = asked.rect.bottom
        chart.place(Rect(room.x, top, room.width, room.bottom - high - 12 - top), theme)

    def _place_right(self, room: Rect, parts: list[Widget]) -> None:
        """Place the ways on at the bottom, the turning points above."""
        theme = self.theme
        counted, turns, debrief, again, replay, new, title = parts
        high = max(48, again.measure(theme, 0))
        foot, rest = cut_bottom(room, 3 * high + 20, 12)
        debrief.place(Rect(foot.x, foot.y, foot.width, high), theme)
        left, right = columns(Rect(foot.x, foot.y + high + 10, foot.width, high), 2, 12)
        replay.place(left, theme)
        again.place(right, theme)
        below = Rect(foot.x, foot.bottom - high, foot.width, high)
        ways = [one for one in (new, title) if isinstance(one, Button)]
        wanted = [button.natural_width(theme) for button in ways]
        places = columns(below, 2, 12)
        if max(wanted) > places[0].width:
            places = shares(below, wanted, 12)
        for button, place in zip((new, title), places, strict=True):
            button.place(place, theme)
        counted.place(
            Rect(rest.x, rest.y, rest.width, counted.measure(theme, rest.width)), theme
        )
        top = counted.rect.bottom + 10
        turns.place(Rect(rest.x, top, rest.width, rest.bottom - top), theme)

    def _told(self) -> list[Widget]:
        """Return the turning points, and what happened in history."""
        words, match = self.sitting.words, self.sitting.match
        scenario = match.content.scenarios[match.scenario]
        told: list[Widget] = [
            Turn(words, number, turn) for number, turn in enumerate(self.turns, start=1)
        ]
        told += self._tables() if self._large else []
        told.append(Label(words.text("In history"), PANEL_TITLE))
        told.append(Label(words.content_text(scenario.slug, scenario.epilogue), HISTORY))
        return told

    def _tables(self) -> list[Widget]:
        """Return where both sides' points came from."""
        words, match = self.sitting.words, self.sitting.match
        return [SourceTable(words, side, sources(words, match, side)) for side in (0, 1)]

    def _buttons(self) -> list[Widget]:
        words = self.sitting.words
        return [
            Button("debrief", words.text("Debrief and report"), icon="book", key="D"),
            Button("again", words.text("Play again"), icon="play", primary=True),
            Button("replay", words.text("Replay, branch")),
            self._new_or_panel(),
            Button("title", words.text("To the title"), icon="home", key="Esc"),
        ]

    def _new_or_panel(self) -> Button:
        """Return the way to a new game; in a lesson the one to its panel."""
        words = self.sitting.words
        if self.sitting.lesson is None:
            return Button("new", words.text("New game"))
        return Button("panel", words.text("Panel"), icon="graduation", key="F7")

    def _when(self) -> str:
        """Return the scenario, the round it ended in, and when that was."""
        words, match = self.sitting.words, self.sitting.match
        scenario = match.content.scenarios[match.scenario]
        last = match.positions[-1].round
        parts = [scenario_title(words, scenario)]
        if last:
            parts.append(words.text("ended in round {n}", n=last))
            parts.append(round_date(words, scenario, last))
        parts += [
            words.text("{side}: {player}", side=side_name(words, side), player=told).replace(
                " ", _TIED
            )
            for side in (0, 1)
            if (told := seat_revealed(words, match.seats[side])) and not match.is_human(side)
        ]
        if match.hints:
            parts.append(words.plural("{n} hint", "{n} hints", len(match.hints)))
        return " · ".join(part for part in parts if part)

    def _replay(self, decided: int | None = None) -> Scene:
        """Return the match once more, from a decision on: `What if …` is a key away there."""
        sitting = self.sitting
        match = sitting.match
        return ReplayScene(match, sitting.words, Desk.of(sitting), match.path, decided=decided)

    def _debrief(self) -> Scene:
        """Return the debrief of the match that is over."""
        # Told as a whole it takes longer to read in than the verdict itself.
        from game.ui.scenes.debrief import DebriefScene  # noqa: PLC0415

        match = self.sitting.match
        return DebriefScene(
            match,
            self.sitting.words.language,
            hints=match.hints,
            lesson=match.lesson,
            predictions=match.predictions,
            journal=match.path,
        )

    def _again(self) -> Transition | None:
        """Deal the same scenario to the same seats anew."""
        match = self.sitting.match
        try:
            sitting = Desk.of(self.sitting).begin(
                match.scenario, match.seats, predictions=match.asks_predictions
            )
        except UserFolderError as error:
            words = self.sitting.words
            title, close = words.text("This match can’t be saved"), words.text("Close")
            self.ask(Dialog("warning", title, words.told(error), [("close", close)], "close"))
            return None
        return Replace(sitting.next_scene())
