"""A sealed prediction: what the other side will do, and how far it is trusted."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.match.predictions import EXPECTED, TRUST, Due
from game.ui import sound, text
from game.ui.draw import mark
from game.ui.layout import centred
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY, HEADING, SCREEN_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import PLATE, Panel, Spacer
from game.ui.widgets.widget import Group, Widget
from game.words import (
    crisis_title,
    expected_answer,
    expected_question,
    prediction_heads,
    trust_name,
    trust_question,
)

_WIDE: Final = 760
_EXPECTS: Final = "expects"
_TRUST: Final = "trust"
_SEAL: Final = "seal"


class PredictionScene(Page):
    """Two questions, and a seal: nobody sees the answers before the match is over."""

    def __init__(self, sitting: Sitting, due: Due) -> None:
        super().__init__()
        self.sitting = sitting
        self.due = due
        self.expects = ""
        self.trust = ""
        self.start = f"{_EXPECTS}:{EXPECTED[due.about][0]}"

    def build(self) -> Widget:
        """Return the plate with both questions and the seal."""
        words = self.sitting.words
        title, note = prediction_heads(words)
        why = words.text("Answer both questions first.")
        ready = bool(self.expects and self.trust)
        parts: list[Widget] = [
            Head(title, self.due.side),
            Label(note, BODY, colour="ink_2"),
            Spacer(6),
            Label(self._question(), HEADING),
            Choice(_EXPECTS, self._expected(), self.expects),
            Spacer(6),
            Label(trust_question(words, self.due.side), HEADING),
            Choice(_TRUST, self._trusted(), self.trust),
            Spacer(6),
            Button(
                _SEAL,
                words.text("Seal the prediction"),
                icon="lock",
                key="Enter",
                primary=True,
                why="" if ready else why,
            ),
        ]
        return Group("prediction", [Panel("plate", parts, look=PLATE, padding=36, gap=10)])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plate in the middle."""
        plate = self.root.children[0]
        wide = min(size[0] - 80, round(_WIDE * (1 + (self.theme.text - 1) * 0.75)))
        high = plate.measure(self.theme, wide)
        plate.place(centred(Rect(0, 0, *size), wide, high), self.theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Choose, or seal what is chosen."""
        if isinstance(intent, Chosen):
            self._choose(intent.id, intent.value)
        if isinstance(intent, Pressed) and intent.id == _SEAL:
            match = self.sitting.match
            match.note_prediction(self.due.about, self.expects, int(self.trust))
            sound.play(sound.Sound.STAMP)
            return Replace(self.sitting.next_scene())
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Trust by a digit; pause on Esc."""
        for number in TRUST:
            if is_key(event, str(number)):
                self._choose(_TRUST, str(number))
        return Push(PauseScene(self.sitting)) if is_key(event, "Esc") else None

    def _choose(self, ident: str, value: str) -> None:
        if ident == _EXPECTS:
            self.expects = value
        else:
            self.trust = value
        self.rebuild()
        self.focus(self._next())

    def _next(self) -> str:
        """Return where the keyboard goes on: to the open question, or to the seal."""
        if not self.expects:
            return self.start
        return _SEAL if self.trust else f"{_TRUST}:{TRUST[len(TRUST) // 2]}"

    def _question(self) -> str:
        """Return what is asked about the other side."""
        words = self.sitting.words
        if self.due.about == "package":
            return expected_question(words, self.due.side, "")
        crisis = self.sitting.view.answering
        assert crisis is not None, "a crisis is to be answered"
        title = crisis_title(words, crisis.slug, crisis.site)
        return expected_question(words, self.due.side, title)

    def _expected(self) -> Sequence[Option]:
        words = self.sitting.words
        icons = {"firm": "stance-firm", "measured": "stance-measured", "open": "stance-open"}
        return [
            Option(one, expected_answer(words, one), icon=icons.get(one, ""))
            for one in EXPECTED[self.due.about]
        ]

    def _trusted(self) -> Sequence[Option]:
        words = self.sitting.words
        return [Option(str(n), str(n), trust_name(words, n)) for n in TRUST]


class Head(Label):
    """The title, behind the shape of the side that predicts."""

    def __init__(self, words: str, side: int) -> None:
        super().__init__(words, SCREEN_TITLE)
        self.side = side

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw shape and title."""
        at = (self.rect.x + 13, self.rect.centery + 2)
        mark.side_mark(target, theme, self.side, at, 26)
        block = text.block(self.words, self.role, theme, self.rect.width - 38)
        block.draw(target, (self.rect.x + 38, self.rect.y), theme.palette.ink)
