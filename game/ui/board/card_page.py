"""An opened card: its event in full, what happened, and where that is told."""

from typing import Final

import pygame
from pygame import Rect

from game.content.specs import CardSpec
from game.ui import text
from game.ui.board.details import source_lines
from game.ui.draw import mark
from game.ui.draw.frame import box, rule, shadow
from game.ui.theme import (
    BODY,
    BODY_BOLD,
    HISTORY,
    NOTE,
    NOTE_BOLD,
    NOTE_ITALIC,
    SCREEN_TITLE,
    VALUE,
    Theme,
)
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Widget
from game.words import (
    Words,
    card_condition,
    card_effect,
    card_notes,
    card_title,
    kind_name,
)

_TAB: Final = 50
_HEAD: Final = 46
_PADDING: Final = 18
_TITLE: Final = SCREEN_TITLE.sized(26, 32)
_EFFECT: Final = BODY.sized(16, 22)
_SOURCES: Final = 2
"""Sources that stand at the foot; more scroll with the text."""


class CardPage(Widget):
    """The card, 276 wide: a head with operations and kind, then a text that scrolls."""

    backdrop = True

    def __init__(self, words: Words, spec: CardSpec) -> None:
        self.spec = spec
        self.kind = kind_name(words, spec.kind)
        self.title = card_title(words, spec.slug)
        self.area = ScrollArea("card-page:text", Column(children=_body(words, spec), gap=7))
        sources = source_lines(words, spec.sources)
        self.foot = Column(children=sources[:_SOURCES], gap=2)
        if len(sources) > _SOURCES:
            self.area.content.children += sources[_SOURCES:]
        super().__init__("card-page", [self.area, self.foot])

    def says(self) -> str:
        """Return value, kind and title."""
        return f"{self.spec.operations} {self.kind}: {self.title}"

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the text between head and sources."""
        self.rect = rect.copy()
        inner = rect.inflate(-2 * _PADDING, 0)
        indent = 24
        foot = self.foot.measure(theme, inner.width - indent)
        bottom = rect.bottom - 14 - foot
        self.foot.place(Rect(inner.x + indent, bottom, inner.width - indent, foot), theme)
        top = rect.y + _HEAD + 14
        self.area.place(Rect(inner.x, top, inner.width, bottom - 20 - top), theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the card, its head, and the line above the sources."""
        palette = theme.palette
        shadow(target, theme, self.rect)
        box(target, theme, self.rect, palette.panel, palette.rule)
        tab = Rect(self.rect.x + 1, self.rect.y + 1, _TAB, _HEAD - 1)
        target.fill(palette.ink, theme.rect(tab))
        value = VALUE.sized(28)
        text.centred(target, theme, str(self.spec.operations), value, palette.on_fill, tab)
        middle = self.rect.y + _HEAD // 2
        icon = f"kind-{self.spec.kind}"
        mark.icon(target, theme, icon, (self.rect.x + 73, middle), palette.ink_2, 20)
        at = (self.rect.x + 91, text.baseline_at(middle, BODY_BOLD, theme))
        text.write(target, theme, self.kind, BODY_BOLD, palette.ink_2, at)
        rule(target, theme, (self.rect.x + 1, self.rect.y + _HEAD), self.rect.width - 2)
        if self.foot.children:
            line = (self.rect.x + _PADDING, self.foot.rect.y - 11)
            rule(target, theme, line, self.rect.width - 2 * _PADDING)
            at = (self.rect.x + _PADDING + 8, self.foot.rect.y + 9)
            mark.icon(target, theme, "book", at, palette.ink_2, 17)


def _body(words: Words, spec: CardSpec) -> list[Widget]:
    """Return title, date, event and history."""
    title = card_title(words, spec.slug)
    body: list[Widget] = [
        Label(f"{title}*" if spec.starred else title, _TITLE),
        Label(words.content_text(spec.slug, spec.date), NOTE_ITALIC.sized(14), colour="ink_2"),
        Rule(air=4),
        Label(words.text("Event"), NOTE_BOLD, colour="ink_2"),
        Label(" ".join(card_effect(words, spec)), _EFFECT),
    ]
    condition = card_condition(words, spec)
    if condition:
        body.append(Label(condition, NOTE, colour="ink_2"))
    body += [Label(note, NOTE, colour="ink_2") for note in card_notes(words, spec)]
    body += [
        Rule(air=4),
        Label(words.text("What happened"), NOTE_BOLD, colour="ink_2"),
        Label(words.content_text(spec.slug, spec.history), HISTORY.sized(15, 22)),
    ]
    return body
