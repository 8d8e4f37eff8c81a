"""The face of a card, as it lies in the hand."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, dashed_box, rule, shadow
from game.ui.draw.tone import mixed
from game.ui.theme import CARD_TITLE, NOTE, NOTE_BOLD, NOTE_ITALIC, VALUE, Theme

CARD_WIDTH: Final = 156
CARD_HEIGHT: Final = 160
_TAB: Final = 34
_TAB_HEIGHT: Final = 32
_PADDING: Final = 10

REST: Final = "rest"
HOVER: Final = "hover"
SELECTED: Final = "selected"
BARRED: Final = "barred"


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card in the hand shows.

    Attributes:
        ops: Its operations value.
        kind: Name of its icon without ``kind-``, like ``transparency``.
        starred: Whether it leaves the game once its event was played.
    """

    ops: int
    kind: str
    kind_word: str
    title: str
    effect: str
    date: str
    starred: bool = False

    @property
    def full_title(self) -> str:
        """Return the title with the asterisk of a card that leaves the game."""
        return f"{self.title}*" if self.starred else self.title


def card_height(face: CardFace, theme: Theme, width: int = CARD_WIDTH) -> int:
    """Return the least logical height in which all of the face has room."""
    room = width - 2 * _PADDING
    heights = (
        text.height(face.full_title, CARD_TITLE, theme, room),
        text.height(face.effect, NOTE, theme, room),
        text.height(face.date, NOTE_ITALIC, theme, room),
    )
    return max(CARD_HEIGHT, _TAB_HEIGHT + 5 + sum(heights) + 2 * 6)


def card(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    face: CardFace,
    state: str = REST,
    *,
    warmth: float = 1.0,
) -> None:
    """Draw a card at rest, under the pointer, selected, or barred from being played.

    `warmth` is how far one under the pointer has come to look so.
    """
    palette = theme.palette
    if state == BARRED:
        dashed_box(target, theme, rect, palette.ctl)
    else:
        shadow(target, theme, rect)
        share = warmth if state == HOVER else 0.0
        edge = mixed(palette.rule, palette.ink, share)
        box(target, theme, rect, palette.panel, edge, line=1 + share)
    _head(target, theme, rect, face, state)
    _body(target, theme, rect, face, state)


def selection(target: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    """Draw the frame around the selected card, with a clear gap."""
    box(target, theme, rect.inflate(8, 8), None, theme.palette.ink, line=3, corner=6)


def _head(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, face: CardFace, state: str
) -> None:
    palette = theme.palette
    tab = pygame.Rect(rect.x + 1, rect.y + 1, _TAB, _TAB_HEIGHT - 1)
    target.fill(palette.ink_3 if state == BARRED else palette.ink, theme.rect(tab))
    text.centred(target, theme, str(face.ops), VALUE, palette.on_fill, tab)
    middle = rect.y + _TAB_HEIGHT // 2
    mark.icon(target, theme, f"kind-{face.kind}", (rect.x + 51, middle), palette.ink_2, 19)
    baseline = text.baseline_at(middle, NOTE_BOLD, theme)
    text.write(target, theme, face.kind_word, NOTE_BOLD, palette.ink_2, (rect.x + 66, baseline))
    edge = palette.ctl if state == BARRED else palette.rule
    rule(target, theme, (rect.x + 1, rect.y + _TAB_HEIGHT), rect.width - 2, edge)


def _body(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, face: CardFace, state: str
) -> None:
    palette = theme.palette
    ink = palette.ink_2 if state == BARRED else palette.ink
    quiet = palette.ink_3 if state == BARRED else palette.ink_2
    room = rect.width - 2 * _PADDING
    left, top = rect.x + _PADDING, rect.y + _TAB_HEIGHT + 6
    title = text.block(face.full_title, CARD_TITLE, theme, room)
    title.draw(target, (left, top), ink)
    effect = text.block(face.effect, NOTE, theme, room)
    effect.draw(target, (left, top + title.height + 3), quiet)
    date = text.block(face.date, NOTE_ITALIC, theme, room)
    date.draw(target, (left, rect.bottom - date.height - 7), quiet)
