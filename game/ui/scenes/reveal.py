"""The reveal: both answers are turned over together, and what came of them is shown."""

from collections.abc import Iterator
from typing import Final

import pygame
from pygame import Rect

from game.engine.events import CrisisResolved
from game.ui import text
from game.ui.board.crisis_face import matrix_of
from game.ui.board.match_bar import MatchBar
from game.ui.board.remark import Remark
from game.ui.board.reveal_words import (
    answer_of,
    brink_line,
    cause_runs,
    further_lines,
    meeting_text,
    source_line,
    sum_text,
)
from game.ui.board.revealed import revealed
from game.ui.board.shared_tracks import SharedTracks
from game.ui.draw import frame
from game.ui.draw.mark import NATO, RUSSIA
from game.ui.layout import columns, cut_left, cut_right
from game.ui.motion import FADE
from game.ui.scene import Replace, Transition
from game.ui.scenes.crisis_answers import NOTE_ROLE, StanceTable
from game.ui.scenes.match_scene import TOP, MatchScene
from game.ui.scenes.reveal_course import RevealCourse
from game.ui.scenes.reveal_parts import (
    SHIELD,
    AnswerCard,
    ChangeColumn,
    MeetingArrow,
    TrackChange,
)
from game.ui.sitting import Sitting
from game.ui.theme import BODY, SCREEN_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import (
    SHOWN_PHASES,
    crisis_title,
    initiative_value,
    number,
    round_date,
    round_title,
    side_name,
    track_name,
)

CONTINUE: Final = "continue"
_TITLE: Final = SCREEN_TITLE.sized(36, 46)
_EDGE: Final = 72
_CARD_HIGH: Final = 306
_TABLE: Final = 276
_LEAST_TABLE: Final = 150
_REMARKS: Final = 88
_SIZES: Final = (
    (300, SHIELD, _REMARKS),
    (340, 56, 72),
    (390, 40, 72),
    (410, 28, 56),
    (440, 16, 56),
    (450, 14, 56),
)
"""Width of an answer, height of its shield, and room for remarks: the design's, then less."""


class RevealScene(MatchScene):
    """Both answers, and what they did. Everything here is public."""

    still_change = FADE

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.face = revealed(sitting.resolved, sitting.match.view(NATO))
        self.course = RevealCourse(self.face)
        self._cards: list[AnswerCard] = []

    def enter(self) -> None:
        """Let nobody's secrets be reached from here: two people look at this screen."""
        self.sitting.lower()

    # ------------------------------------------------------------------ building

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Let the keyboard start at the way on."""
        first = not self._cards
        super().look(size, theme)
        if first:
            self.course.begin(theme)
            self.rebuild()
            self.focus(CONTINUE)

    def build(self) -> Widget:
        """Build bar and strip as the crisis left them, the answers, the table, the changes."""
        words, resolved = self.words, self.face.resolved
        self.top_bar = self._bar()
        self.tracks = SharedTracks(words, self.face.moment)
        self.course.show(self.tracks)
        title = crisis_title(words, resolved.crisis, resolved.site)
        self.title = Label(title, _TITLE, align=text.CENTRE, ident="reveal:title")
        self._cards = [
            AnswerCard(answer_of(words, resolved, side), side_name(words, side))
            for side in (NATO, RUSSIA)
        ]
        self.arrows = [MeetingArrow(NATO), MeetingArrow(RUSSIA)]
        face = matrix_of(self.sitting.world, resolved.crisis, result=resolved.stances)
        self.table = StanceTable(face, "")
        self.meeting = Paragraph(
            meeting_text(words, resolved), BODY.sized(16, 21), align=text.CENTRE
        )
        self.sum = Label(
            sum_text(words, self.sitting.world, resolved),
            NOTE_ROLE,
            colour="ink_2",
            align=text.CENTRE,
        )
        self.changes = self._changes()
        self.remarks = ScrollArea("remarks", Column("", list(self._remarks()), gap=4))
        self.button = Button(CONTINUE, words.text("Continue"), key="Enter", primary=True)
        self._turn_cards()
        parts = [self.title, *self._cards, *self.arrows, self.table, self.meeting, self.sum]
        foot = [*self.changes, self.remarks, self.button]
        return Group("reveal", [self.top_bar, self.tracks, *parts, *foot])

    def _bar(self) -> MatchBar:
        """Return the bar with the round and phase of the crisis: the match has gone on."""
        words = self.words
        public = self.sitting.match.view(0)
        bar = MatchBar(words, public, words.text("Both answers are open"))
        entry = next(
            one
            for one in reversed(self.sitting.match.history)
            if any(isinstance(event, CrisisResolved) for event in one.events)
        )
        bar.round = round_title(words, entry.round)
        bar.date = round_date(words, self.sitting.world.scenario, entry.round)
        if entry.phase in SHOWN_PHASES:
            bar.now = SHOWN_PHASES.index(entry.phase)
        return bar

    def _changes(self) -> list[ChangeColumn]:
        words, face = self.words, self.face
        same = words.text("unchanged")
        sides = [
            ChangeColumn(
                side_name(words, side),
                side,
                [
                    self._track("assurance", face.assurance[side]),
                    self._track("support", face.support[side]),
                ],
                same,
            )
            for side in (NATO, RUSSIA)
        ]
        after = face.initiative[1]
        names = tuple(initiative_value(words, value) for value in face.initiative)
        moved = face.initiative[0] != after
        initiative = TrackChange(
            track_name(words, "initiative"),
            face.initiative,
            (names[0], names[1]),
            "" if moved else names[1],
            None if not after else int(after < 0),
            bar=False,
        )
        both = ChangeColumn(
            words.text("Both"),
            None,
            [self._track("tension", face.tension), initiative],
            same,
        )
        return [sides[NATO], both, sides[RUSSIA]]

    def _track(self, track: str, change: tuple[int, int]) -> TrackChange:
        shown = (number(change[0]), number(change[1]))
        return TrackChange(track_name(self.words, track), change, shown)

    def _remarks(self) -> Iterator[Widget]:
        words, face = self.words, self.face
        if face.cause is not None:
            runs = cause_runs(words, face.cause)
            yield Remark(runs, icon="unknown-cause", tone="ink")
        brink = brink_line(words, face)
        if brink:
            yield Remark(brink, icon="alert", tone="alarm", colour="alarm")
        for line in further_lines(words, face):
            yield Remark(line, icon="chevron-right")
        source = source_line(words, face.resolved.crisis)
        if source:
            yield Remark(source, icon="book", colour="ink_2", role=NOTE_ROLE)

    # ------------------------------------------------------------------ placing

    def layout(self, size: tuple[int, int]) -> None:
        """Place the changes from the bottom, the answers in the room above them.

        Where large words need more room, the answers grow wider and the shields smaller.
        """
        theme = self.theme
        wide, high = size
        self.root.rect = Rect(0, 0, wide, high)
        self.place_top(self.top_bar, self.tracks)
        tall = self.title.measure(theme, wide - 2 * _EDGE)
        self.title.place(Rect(_EDGE, TOP + 10, wide - 2 * _EDGE, tall), theme)
        for card, shield, remarks in _SIZES:
            self._place_foot(size, remarks)
            room = Rect(_EDGE, self.title.rect.bottom + 18, wide - 2 * _EDGE, 0)
            most = _CARD_HIGH if shield == SHIELD else high
            room.height = min(most, self._foot.y - 16 - room.y)
            if self._place_answers(room, card, shield):
                break

    def _place_answers(self, room: Rect, card_wide: int, shield: int) -> bool:
        """Place answers and table; return whether their words fit."""
        theme = self.theme
        for card in self._cards:
            card.shield = shield
        least = max(card.measure(theme, card_wide) for card in self._cards)
        left, rest = cut_left(room, card_wide)
        right, between = cut_right(rest, card_wide)
        for card, place in zip(self._cards, (left, right), strict=True):
            card.place(place, theme)
        self._place_table(between)
        return least - 8 <= room.height and self.table.rect.height >= _LEAST_TABLE

    def _place_foot(self, size: tuple[int, int], remarks: int) -> None:
        theme = self.theme
        wide, high = size
        tall = max(column.measure(theme, 340) for column in self.changes)
        foot_high = tall + 18 + remarks
        self._foot = Rect(_EDGE, high - 20 - foot_high, wide - 2 * _EDGE, foot_high)
        inner = self._foot.inflate(-40, 0)
        places = columns(Rect(inner.x, self._foot.y + 10, inner.width, tall), 3, 38)
        for column, place in zip(self.changes, places, strict=True):
            column.place(place, theme)
        button = max(146, self.button.natural_width(theme))
        top = self._foot.y + 10 + tall + 14
        foot = self._foot.bottom - (18 if remarks == _REMARKS else 8)
        self.button.place(Rect(inner.right - button, foot - 52, button, 52), theme)
        room = Rect(inner.x, top, inner.width - button - 30, self._foot.bottom - 8 - top)
        self.remarks.place(room, theme)

    def _place_table(self, room: Rect) -> None:
        theme = self.theme
        lines = self.meeting.measure(theme, room.width - 40)
        sums = self.sum.measure(theme, room.width - 40) if self.sum.words else 0
        size = min(_TABLE, room.height - lines - sums - 10 + 8)
        # The cells are in the middle of the screen, the heads left of and above them.
        cells = 3 * min((size - 60) // 3, 2 * (room.width // 2 - 68) // 3)
        left = room.centerx - cells // 2 - 60
        self.table.place(Rect(left, room.y - 4, cells + 60, cells + 52), theme)
        top = self.table.rect.bottom + 8
        self.meeting.place(Rect(room.x + 20, top, room.width - 40, lines), theme)
        self.sum.place(Rect(room.x + 20, top + lines, room.width - 40, sums), theme)
        middle = self.table.rect.y + 52 + cells // 2
        long = max(0, min(78, self.table.rect.x - room.x - 24))
        self.arrows[0].place(Rect(room.x + 8, middle - 9, long, 18), theme)
        self.arrows[1].place(Rect(room.right - 8 - long, middle - 9, long, 18), theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the ground and the panel of the changes."""
        super().paint(target)
        palette = self.theme.palette
        frame.box(target, self.theme, self._foot, palette.panel, palette.rule, corner=0)
        at = self._foot.topleft
        frame.rule(target, self.theme, at, self._foot.width, palette.ink, line=2)

    # ------------------------------------------------------------------ going on

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let any key and any click finish what moves, and do nothing else then."""
        if self.course.moving and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.course.finish()
            self.rebuild()
            return None
        return super().handle(event)

    def passed(self, seconds: float) -> Transition | None:
        """Turn both cards over together, let them lie, then show what came of it."""
        if not self.course.moving:
            return None
        turned, opened = self.course.turned, self.course.opened
        self.course.advance(seconds, self.theme)
        self.course.show(self.tracks)
        if turned != self.course.turned:
            self._turn_cards()
        if opened != self.course.opened:
            self.rebuild()
        return None

    def wake(self) -> float | None:
        """Ask for every frame while something moves."""
        return 0.0 if self.course.moving else super().wake()

    def moved(self) -> list[Rect] | None:
        """Return the cards while they turn, and the strip while it moves."""
        moving: list[Widget] = [self.tracks] if self.course.opened else [*self._cards]
        return [widget.rect.inflate(40, 40) for widget in moving]

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go on."""
        if isinstance(intent, Pressed) and intent.id == CONTINUE:
            self.sitting.shown()
            return Replace(self.sitting.next_scene())
        return super().on_intent(intent)

    def _turn_cards(self) -> None:
        """Show as much as is open: what came of the answers only after them."""
        opened = self.course.opened
        for card in self._cards:
            card.turned = self.course.turned
        hidden = [*self.arrows, self.table, self.meeting, *self.changes, self.remarks]
        for widget in hidden:
            widget.visible = opened
        self.sum.visible = opened and bool(self.sum.words)
