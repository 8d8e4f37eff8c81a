"""A hint: what a careful player would do now, and why, over the frozen screen."""

from typing import Final

import pygame
from pygame import Rect

from game.match.worker_messages import AdviceGiven
from game.players.advice import LINES, Advice
from game.ui.board.hint_moves import hint_moves
from game.ui.board.thinking_plate import ThinkingPlate
from game.ui.layout import cut_bottom, inset
from game.ui.scene import Pop, Scene, Transition
from game.ui.sitting import Sitting
from game.ui.theme import BODY, NOTE, PANEL_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import side_values

_WIDE: Final = 780
_PADDING: Final = 22
_VEIL: Final = 150
_FILL: Final = 1.4
"""Seconds in which the shape fills while the search goes on."""
_REST: Final = 0.1
_BUTTON: Final = 190
"""Room that is kept for a button beside the note."""


class HintScene(Scene):
    """Asks the worker for advice, waits without holding anything up, and shows it.

    Advice that was given for this decision before is shown again and not counted again.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.words = sitting.words
        self.view = sitting.view
        self.trouble = False
        self._frozen: pygame.Surface | None = None
        self._seen = False
        self._clock = 0.0

    @property
    def advice(self) -> Advice | None:
        """What is shown, once it is there."""
        return self.sitting.advice

    @property
    def _package(self) -> tuple[int, ...]:
        """The package that is advised first, if one is and can be drafted."""
        stands = bool(self.view.draft) and self.sitting.why_not_undo() is not None
        return () if stands or self.advice is None else self.advice.moves[0].package

    # ------------------------------------------------------------------- the scene

    def enter(self) -> None:
        """Keep the screen as it is, and ask."""
        self._frozen = pygame.display.get_surface().copy()
        if self.advice is None:
            self._ask()

    def leave(self) -> None:
        """Stop what is still being thought."""
        self.sitting.worker.cancel()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; what is frozen fits no other one."""
        if self._seen and (size != self.size or theme != self.theme):
            self._frozen = None
        super().look(size, theme)
        if not self._seen:
            self._seen = True
            self.focus("close")

    def build(self) -> Widget:
        """Return the plate while it is thought, then the moves."""
        words = self.words
        close = Button("close", words.text("Close"), key="Esc", primary=self.advice is not None)
        if self.advice is None and not self.trouble:
            close = Button("close", words.text("Never mind"), key="Esc")
            plate = ThinkingPlate(words.text("Looking ahead …"), self.view.side)
            return Group("waiting", [plate, close])
        title = words.text("What {side} might do", **side_values(words, self.view.side))
        frame = Panel("hint", [Label(title, PANEL_TITLE)], padding=_PADDING)
        more = Button("again", words.text("Try again"), primary=True)
        more.visible = self.trouble
        if self._package:
            more = Button("draft", words.text("Draft the first"), icon="quill", key="D")
        self._body = ScrollArea("moves", Column("", self._moves(), gap=10))
        self._foot = Label(self._basis(), NOTE, colour="ink_2")
        return Group("over", [frame, self._body, self._foot, more, close])

    def layout(self, size: tuple[int, int]) -> None:
        """Place plate and button, or the panel with the moves."""
        if self.root.id == "waiting":
            self._place_waiting(size)
        else:
            self._place_moves(size)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the frozen screen under a veil."""
        super().paint(target)
        if self._frozen is None or self._frozen.get_size() != target.get_size():
            return
        target.blit(self._frozen, (0, 0))
        veil = pygame.Surface(target.get_size(), pygame.SRCALPHA)
        veil.fill((*self.theme.palette.page, _VEIL))
        target.blit(veil, (0, 0))

    # -------------------------------------------------------------------- deciding

    def on_intent(self, intent: Intent) -> Transition | None:
        """Close, hand back the package that is to be drafted, or try once more."""
        if isinstance(intent, Pressed) and intent.id == "close":
            return Pop()
        if isinstance(intent, Pressed) and intent.id == "draft":
            return Pop(self._package)
        if isinstance(intent, Pressed) and intent.id == "again":
            self._ask()
            self.rebuild()
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Close with the key that opened it."""
        return Pop() if is_key(event, "H") or is_key(event, "Esc") else None

    def passed(self, seconds: float) -> Transition | None:
        """Hear whether the advice has come."""
        if self.advice is not None or self.trouble:
            return None
        self._clock += seconds
        answer = self.sitting.worker.poll()
        if isinstance(answer, AdviceGiven):
            self.sitting.take_advice(answer.advice)
        elif answer is not None:
            self.trouble = True
        if answer is not None:
            self.rebuild()
            self.focus("close")
        elif isinstance(plate := self.root.children[0], ThinkingPlate):
            plate.share = self._clock % _FILL / _FILL
        return None

    def moved(self) -> list[Rect] | None:
        """Return the plate: it fills."""
        return [self.root.children[0].rect]

    def wake(self) -> float | None:
        """Ask for the next frame while it is thought."""
        if self.advice is not None or self.trouble:
            return super().wake()
        return _REST if self.theme.still else 0.0

    def _ask(self) -> None:
        self.trouble = False
        self._clock = 0.0
        self.sitting.worker.advise(LINES)

    # --------------------------------------------------------------------- content

    def _moves(self) -> list[Widget]:
        if self.advice is None:
            return [Label(self.words.text("No advice came. The match is as it was."), BODY)]
        return hint_moves(self.words, self.view, self.advice)

    def _basis(self) -> str:
        """Return what the advice rests on, and how many hints were taken."""
        words, side = self.words, self.view.side
        if self.advice is None:
            return ""
        taken = sum(hint.side == side for hint in self.sitting.match.hints)
        counted = words.plural("{n} hint so far.", "{n} hints so far.", taken)
        if not self.advice.lines:
            rests = words.text("From the results of earlier matches.")
        else:
            rests = words.text(
                "From {n} lines of play, with what {side} can know.",
                n=self.advice.lines,
                **side_values(words, side),
            )
        return f"{rests} {counted}"

    def _place_waiting(self, size: tuple[int, int]) -> None:
        plate, close = self.root.children
        wide = plate.natural_width(self.theme) if isinstance(plate, ThinkingPlate) else 0
        high = plate.measure(self.theme, wide)
        plate.place(Rect((size[0] - wide) // 2, 200, wide, high), self.theme)
        wide = close.natural_width(self.theme) if isinstance(close, Button) else 0
        below = plate.rect.bottom + 14
        high = close.measure(self.theme, wide)
        close.place(Rect((size[0] - wide) // 2, below, wide, high), self.theme)

    def _place_moves(self, size: tuple[int, int]) -> None:
        """Place the panel as high as its moves need, at most to the edges."""
        theme = self.theme
        panel, body, foot, more, close = self.root.children
        wide = min(_WIDE if theme.text == 1 else _WIDE + 180, size[0] - 80)
        inner = wide - 2 * _PADDING
        button = close.measure(theme, 0)
        head = panel.measure(theme, wide) - _PADDING
        room = inner - 2 * _BUTTON
        line = max(button, foot.measure(theme, room))
        most = size[1] - 48 - head - line - 2 * 14 - _PADDING
        high = min(most, body.measure(theme, inner))
        whole = head + high + line + 2 * 14 + _PADDING
        place = Rect((size[0] - wide) // 2, (size[1] - whole) // 2, wide, whole)
        panel.place(place, theme)
        under, _ = cut_bottom(inset(place, _PADDING), line)
        body.place(Rect(under.x, place.y + head + 10, inner, high), theme)
        self._place_foot(under, (foot, more, close))

    def _place_foot(self, under: Rect, parts: tuple[Widget, Widget, Widget]) -> None:
        """Place the note left and the buttons right."""
        theme = self.theme
        foot, more, close = parts
        right = under.right
        for button in (close, more):
            if isinstance(button, Button) and button.visible:
                wide = max(120, button.natural_width(theme))
                high = button.measure(theme, wide)
                button.place(Rect(right - wide, under.bottom - high, wide, high), theme)
                right -= wide + 12
        room = right - under.x - 8
        high = foot.measure(theme, room)
        foot.place(Rect(under.x, under.centery - high // 2, room, high), theme)
