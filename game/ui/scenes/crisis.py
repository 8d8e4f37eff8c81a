"""A crisis: one answer is chosen and sealed, before the other side's is known."""

from typing import Final

from pygame import Rect

from game.content.vocabulary import STANCES
from game.engine.actions import RESPOND, encode
from game.engine.view_parts import CrisisState
from game.ui.board.crisis_face import (
    danger_of,
    matrix_of,
    meetings_of,
    other_seals,
    responses_of,
    spec_of,
)
from game.ui.board.match_bar import MatchBar
from game.ui.board.remark import Remark
from game.ui.board.ring_room import RING, RingRoom
from game.ui.board.shared_tracks import SharedTracks
from game.ui.draw.bar import DANGER
from game.ui.scene import Replace, Transition
from game.ui.scenes.crisis_answers import (
    DOWN,
    NOTE_ROLE,
    RESPONSE,
    SEAL,
    AnswerPanel,
    ResponseRow,
    StanceTable,
    StanceWord,
)
from game.ui.scenes.crisis_story import crisis_story
from game.ui.scenes.match_scene import TOP
from game.ui.scenes.telling_scene import TellingScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY, PANEL_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import cap_text, crisis_lesson, crisis_type_name, side_values, stance_name

_TITLE: Final = PANEL_TITLE.sized(20, 25)
_EXERCISES: Final = 1
_LEFT, _MIDDLE, _RIGHT = 404, 512, 284


class CrisisScene(TellingScene):
    """The choice of an answer.

    Attributes:
        chosen: The number of the answer that would be sealed, or `None`.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.view = sitting.view
        crisis = self.view.answering
        assert crisis is not None, "a crisis is to be answered"
        self.crisis: CrisisState = crisis
        self.responses = responses_of(self.words, self.view, crisis)
        self.chosen: int | None = None
        self.start = f"{RESPONSE}{self._open[0]}"
        self._widgets: tuple[MatchBar, SharedTracks, Widget, Widget, Widget] | None = None

    def build(self) -> Widget:
        """Build bar and strip, the story, the answers, and the table."""
        words = self.words
        acting = words.text("{side} chooses", **side_values(words, self.view.side))
        bar = self.bar(acting, words.text("in secret"))
        strip = self.strip()
        story = crisis_story(words, self.view, self.crisis)
        self._widgets = (bar, strip, story, self._panel(), self._table())
        return Group("crisis", list(self._widgets))

    def layout(self, size: tuple[int, int]) -> None:
        """Place three columns; spare width goes between them."""
        if self._widgets is None:
            return
        bar, strip, story, panel, table = self._widgets
        wide, high = size
        self.place_top(bar, strip)
        self.root.rect = Rect(0, 0, wide, high)
        spare = max(0, wide - 1280) // 2
        tall = high - TOP - 32
        area = Rect(16, TOP + 16, _LEFT + spare // 2, tall + 8)
        story.place(area.inflate(2 * RING, 2 * RING), self.theme)
        middle = area.right + 24 + spare // 2
        panel.place(Rect(middle, TOP + 16, _MIDDLE, high - TOP - 32), self.theme)
        area = Rect(wide - 16 - _RIGHT, TOP + 26, _RIGHT, tall - 2)
        table.place(self.above_news(area.inflate(2 * RING, 2 * RING)), self.theme)

    def news_room(self, size: tuple[int, int]) -> Rect:
        """Return the foot of the right column, so that the answers and their seal stay free."""
        room = super().news_room(size)
        return Rect(room.right - _RIGHT, room.y, _RIGHT, room.height)

    def _panel(self) -> AnswerPanel:
        words, view = self.words, self.view
        rows = [ResponseRow(one, selected=one.number == self.chosen) for one in self.responses]
        other = Remark(other_seals(words, view), side=1 - view.side, colour="ink_2", role=BODY)
        danger = danger_of(words, view, self.crisis)
        tone = "alarm" if view.tension >= DANGER else "ink"
        note = Remark(danger, icon="alert", tone=tone, colour=tone, role=NOTE_ROLE)
        if not danger:
            quiet = words.text("Nobody sees it before both answers are sealed.")
            note = Remark(quiet, colour="ink_2", role=NOTE_ROLE)
        why = "" if self.chosen is not None else words.text("Choose an answer first.")
        seal = Button(
            SEAL,
            words.text("Seal the answer"),
            icon="stamp",
            key="Enter",
            primary=True,
            why=why,
        )
        return AnswerPanel(words.text("Choose in secret"), other, rows, note, seal)

    def _table(self) -> ScrollArea:
        words, view = self.words, self.view
        kind = spec_of(view, self.crisis).type
        chosen = None
        if self.chosen is not None:
            chosen = (view.side, self.responses[self.chosen].stance)
        face = matrix_of(view.world, self.crisis.slug, chosen=chosen)
        rows = "; ".join(", ".join(row) for row in face.cells)
        lesson = words.text(
            "{type}: {lesson}",
            type=crisis_type_name(words, kind),
            lesson=crisis_lesson(words, kind),
        )
        cap = cap_text(words, view.joint_levels[_EXERCISES])
        parts: list[Widget] = [
            Label(words.text("What a pair of stances brings"), _TITLE),
            Label(
                words.text("Change in Tension; own effects are added"),
                NOTE_ROLE,
                colour="ink_2",
            ),
            Spacer(8),
            StanceTable(face, rows),
            Spacer(12),
            Rule(air=4),
            *self._key(),
            Rule(air=8),
            Remark(lesson, icon="graduation"),
            Rule(air=8),
            Label(cap, NOTE_ROLE, colour="ink_2"),
        ]
        return ScrollArea("table", RingRoom(Column("", parts, gap=0)))

    def _key(self) -> list[Widget]:
        """Return the key to the table; of a chosen answer with what else the pairs bring."""
        words, names = self.words, [stance_name(self.words, stance) for stance in STANCES]
        if self.chosen is None:
            return [StanceWord(number, name) for number, name in enumerate(names)]
        own = self.responses[self.chosen].stance
        brought = meetings_of(words, self.view, self.crisis, own)
        other = side_values(words, 1 - self.view.side)
        head = words.text("Besides Tension, if {side} is", **other)
        rows = zip(names, brought, strict=True)
        return [
            Label(head, NOTE_ROLE, colour="ink_2"),
            *(StanceWord(number, *row) for number, row in enumerate(rows)),
        ]

    # ------------------------------------------------------------------ deciding

    @property
    def _open(self) -> list[int]:
        """Return the numbers of the answers that can be given."""
        return [one.number for one in self.responses if not one.why]

    def on_intent(self, intent: Intent) -> Transition | None:
        """Choose an answer, or seal it."""
        if isinstance(intent, Chosen) and intent.id.startswith(RESPONSE):
            self._step(int(intent.id.removeprefix(RESPONSE)), intent.value)
            return None
        if not isinstance(intent, Pressed):
            return super().on_intent(intent)
        if intent.id.startswith(RESPONSE):
            self._choose(int(intent.id.removeprefix(RESPONSE)))
            return None
        if intent.id == SEAL and self.chosen is not None:
            self.sitting.play(encode(RESPOND, 0, self.chosen))
            return Replace(self.sitting.next_scene())
        return super().on_intent(intent)

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.rebuild()
        self.focus(f"{RESPONSE}{number}")

    def _step(self, start: int, way: str) -> None:
        """Choose the next answer up or down; the keyboard also stops at barred ones."""
        number = start + (1 if way == DOWN else -1)
        if not 0 <= number < len(self.responses):
            return
        if number in self._open:
            self._choose(number)
        else:
            self.focus(f"{RESPONSE}{number}")
