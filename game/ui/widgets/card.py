"""A card of the hand that can be chosen."""

import pygame
from pygame import Rect

from game.ui import sound
from game.ui.draw.card import (
    BARRED,
    CARD_WIDTH,
    HOVER,
    REST,
    CardFace,
    card,
    card_height,
    selection,
)
from game.ui.motion import LIFT, Glide
from game.ui.theme import Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Intent

RISE = 10
"""Logical pixels a card rises under the pointer."""


class CardWidget(Pressable):
    """A card: it rises under the pointer and has a frame when selected."""

    def __init__(
        self,
        ident: str,
        face: CardFace,
        *,
        selected: bool = False,
        why: str = "",
        key: str = "",
    ) -> None:
        super().__init__(ident)
        self.face = face
        self.selected = selected
        self.why = why
        self.shortcut = key
        self._rise = Glide()

    @property
    def shown(self) -> Rect:
        """Return where the card is drawn while it rises."""
        return self.rect.move(0, -round(self._rise.value))

    @property
    def focus_rect(self) -> Rect:
        """Return the raised card."""
        return self.shown

    def says(self) -> str:
        """Return value, title, effect and date."""
        face = self.face
        return f"{face.ops} {face.full_title}: {face.effect} {face.date}".strip()

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height in which all of the face has room."""
        return card_height(self.face, theme, room)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the face."""
        wide = self.rect.width or CARD_WIDTH
        return 0, card_height(self.face, theme, wide)

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Rise under the pointer, sink when it has gone."""
        super().update(seconds, theme)
        wanted = RISE if self.hovered and not self.barred else 0
        if wanted > self._rise.target:
            sound.play(sound.Sound.PAPER)
        self._rise.send(wanted, LIFT)
        self._rise.advance(seconds * theme.speed, still=theme.still)
        return None

    def wake(self) -> float | None:
        """Ask for frames while it moves, and for one when it should begin to."""
        wanted = RISE if self.hovered and not self.barred else 0
        rising = self._rise.moving or self._rise.target != wanted
        return 0.0 if rising else super().wake()

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the card in its state."""
        warmth = self.warmth(theme)
        state = BARRED if self.barred else HOVER if warmth else REST
        card(target, theme, self.shown, self.face, state, warmth=warmth)
        if self.selected:
            selection(target, theme, self.shown)
