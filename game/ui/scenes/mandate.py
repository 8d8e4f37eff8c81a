"""The mandate: one of two is chosen and sealed."""

from typing import Final

import pygame
from pygame import Rect

from game.content.specs import MandateSpec
from game.engine.actions import MANDATE, encode
from game.ui import text
from game.ui.draw import bar, frame, mark
from game.ui.draw.tone import mixed
from game.ui.layout import columns, inset
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.hint import HintScene
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.scenes.rulebook import MANDATES_CHAPTER, RulebookScene
from game.ui.sitting import Sitting
from game.ui.theme import (
    BODY,
    HISTORY_ITALIC,
    NOTE,
    NOTE_BOLD,
    SCREEN_TITLE,
    VALUE_SMALL,
    Theme,
)
from game.ui.widgets.button import Button, Pressable
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import arrow, is_key
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Group, Widget
from game.words import Words, mandate_rows, mandate_title, side_values, target_texts

_TITLE: Final = SCREEN_TITLE.sized(40, 50)
_NAME: Final = SCREEN_TITLE.sized(28, 36)
_MOTTO: Final = HISTORY_ITALIC.sized(18, 24)
_LINE: Final = BODY.sized(16, 20)
_PADDING: Final = 28
_ROW: Final = 30
"""The least height of a row; rows take what is left over, up to `_ROW_MOST`."""
_ROW_MOST: Final = 40
_ROW_ENDS: Final = 76
"""What icon and points take of a row."""
_MARGIN: Final = 128


class MandateCard(Pressable):
    """A mandate: its name, what counts, and where success and triumph begin.

    The one that has the focus is the one that is chosen.
    """

    def __init__(
        self, words: Words, side: int, mandate: MandateSpec, target: int, *, selected: bool
    ) -> None:
        super().__init__(f"mandate:{mandate.slug}")
        self.mandate = mandate
        self.selected = selected
        self.side = side
        self._target = target
        self._words = words
        self._rows = mandate_rows(words, mandate)
        self._title = mandate_title(words, mandate.slug)
        motto = words.content_text(mandate.slug, mandate.motto)
        self._motto = words.text("“{motto}”", motto=motto)
        self._seeks = words.content_text(mandate.slug, mandate.seeks)

    def says(self) -> str:
        """Return name, motto and what counts."""
        rows = ", ".join(f"{row.text} {row.points}" for row in self._rows)
        return f"{self._title}, {self._motto}, {rows}, {self._seeks}"

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Be chosen by a click; Enter belongs to the seal."""
        if self.focused and is_key(event, "Enter"):
            return None
        return super().handle(event)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of all its parts."""
        wide = room - 2 * _PADDING
        high = (
            16 + text.line_height(_NAME, theme) + text.height(self._motto, _MOTTO, theme, wide)
        )
        high += 16 + text.line_height(NOTE_BOLD, theme)
        high += sum(self._row_height(theme, row.text, wide) for row in self._rows)
        high += 22 + 13 + 5 + text.line_height(NOTE, theme) + 10
        return high + text.height(self._seeks, BODY, theme, wide) + 16

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that is needed."""
        return 0, self.measure(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the card from its name down to what it seeks."""
        self._paint_ground(target, theme)
        palette = theme.palette
        inner = inset(self.rect, _PADDING, 0)
        name = text.block(self._title, _NAME, theme)
        name.draw(target, (inner.x, self.rect.y + 18), palette.ink)
        top = self.rect.y + 18 + name.height
        motto = text.block(self._motto, _MOTTO, theme, inner.width)
        motto.draw(target, (inner.x, top), palette.ink_2)
        top = self._paint_rows(target, theme, inner, top + motto.height + 16)
        seeks = text.block(self._seeks, BODY, theme, inner.width)
        foot = self.rect.bottom - 18 - seeks.height
        seeks.draw(target, (inner.x, foot), palette.ink_2)
        labels = text.line_height(NOTE, theme)
        top = max(top + 20, foot - 10 - labels - 18)
        self._paint_bar(target, theme, Rect(inner.x, top, inner.width, 13))

    def _paint_ground(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        frame.shadow(target, theme, self.rect)
        if not self.selected:
            share = self.warmth(theme)
            edge = mixed(palette.ctl, palette.ink, share)
            frame.box(target, theme, self.rect, palette.panel, edge, line=1 + share)
            return
        frame.box(target, theme, self.rect, palette.panel, palette.ink, line=4)
        tick = Rect(self.rect.right - _PADDING - 30, self.rect.y + 22, 30, 30)
        frame.box(target, theme, tick, palette.ink)
        mark.icon(target, theme, "check", tick.center, palette.on_fill, 20)

    def _paint_rows(self, target: pygame.Surface, theme: Theme, inner: Rect, top: int) -> int:
        """Draw what counts, each over a hairline, and return where that ends."""
        palette, words = theme.palette, self._words
        head = text.line_height(NOTE_BOLD, theme)
        line = text.baseline_at(top + head / 2, NOTE_BOLD, theme)
        what, counted = words.text("What counts"), words.text("points")
        text.write(target, theme, what, NOTE_BOLD, palette.ink_2, (inner.x, line))
        text.write(
            target, theme, counted, NOTE_BOLD, palette.ink_2, (inner.right, line), text.RIGHT
        )
        top += head
        frame.rule(target, theme, (inner.x, top), inner.width)
        spare = (self.rect.height - self.measure(theme, self.rect.width)) // len(self._rows)
        more = max(0, min(_ROW_MOST - _ROW, spare))
        for row in self._rows:
            high = self._row_height(theme, row.text, inner.width) + more
            middle = top + high / 2
            mark.icon(target, theme, row.icon, (inner.x + 10, middle), palette.ink_2, 20)
            block = text.block(row.text, _LINE, theme, inner.width - _ROW_ENDS)
            block.draw(target, (inner.x + 32, middle - block.height / 2), palette.ink)
            at = (inner.right, text.baseline_at(middle, VALUE_SMALL, theme))
            text.write(target, theme, row.points, VALUE_SMALL, palette.ink, at, text.RIGHT)
            top += high
            frame.rule(target, theme, (inner.x, top), inner.width)
        return top

    def _paint_bar(self, target: pygame.Surface, theme: Theme, rect: Rect) -> None:
        """Draw the bar of success and triumph with their words."""
        palette = theme.palette
        triumph = self._words.content.numbers.triumph
        scale = bar.TargetScale.of(self._target, triumph)
        shares = (scale.share(self._target), scale.share(self._target + triumph))
        colour = theme.side_colour(self.side)
        bar.target_bar(target, theme, rect, colour, shares)
        names = target_texts(self._words, self._target)
        line = text.baseline_at(
            rect.bottom + 5 + text.line_height(NOTE, theme) / 2, NOTE, theme
        )
        text.write(target, theme, names[0], NOTE, palette.ink_2, (rect.x, line))
        for name, share in zip(names[1:], shares, strict=True):
            at = (rect.x + rect.width * share, line)
            text.write(target, theme, name, NOTE_BOLD, palette.ink, at, text.CENTRE)

    def _row_height(self, theme: Theme, words: str, wide: int) -> int:
        return max(_ROW, text.height(words, _LINE, theme, wide - _ROW_ENDS) + 4)


class Question(Label):
    """The question of the screen, with the shape of the side that is asked before it."""

    def __init__(self, words: str, side: int) -> None:
        super().__init__(words, _TITLE, align=text.CENTRE)
        self.side = side

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw shape and question in the middle."""
        super().paint(target, theme)
        wide = text.block(self.words, self.role, theme, self.rect.width).width
        at = (self.rect.centerx - wide / 2 - 27, self.rect.centery + 2)
        mark.side_mark(target, theme, self.side, at, 26)


class MandateScene(Page):
    """The choice of a mandate.

    Attributes:
        chosen: The slug of the one that would be sealed now.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.dealt = sitting.view.dealt
        self.chosen = self.dealt[0]
        self.start = "seal"

    def build(self) -> Widget:
        """Return question, both mandates and the seal."""
        words, side = self.sitting.words, self.sitting.view.side
        asked = Question(words.text("What will this government call success?"), side)
        note = words.text(
            "{side} chooses one mandate. {other} will not see it before the end.",
            **side_values(words, side),
        )
        keys = KeyHints(
            "keys",
            [
                KeyHint(("←", "→"), words.text("compare")),
                KeyHint(("I",), words.text("how points are counted")),
                KeyHint(("H",), words.text("hint")),
            ],
        )
        seal = words.text("Seal this mandate")
        return Group(
            "mandates",
            [
                asked,
                Label(note, BODY.sized(18, 24), colour="ink_2", align=text.CENTRE),
                Group("cards", [self._card(slug) for slug in self.dealt]),
                keys,
                Button("seal", seal, icon="lock", key="Enter", primary=True),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the mandates as designed, or wider where long words need more room."""
        design = max(_MARGIN * size[0] // 1280, (size[0] - 1400) // 2)
        for margin in (design, design // 2, 28):
            self._place(size, margin)
            seal, cards = self.root.children[-1], self.root.children[2]
            if cards.rect.bottom + 8 <= seal.rect.y:
                return

    def _place(self, size: tuple[int, int], margin: int) -> None:
        """Place the two mandates side by side, the seal below the right one."""
        asked, note, cards, keys, seal = self.root.children
        theme, (wide, high) = self.theme, size
        area = Rect(margin, 0, wide - 2 * margin, high)
        spare = min(48, (high - 720) // 3)
        start = 36 + spare - round(40 * (theme.text - 1))
        # The shape stands before the words, and both together in the middle.
        asked.place(Rect(100, start, wide - 160, asked.measure(theme, wide - 160)), theme)
        top = asked.rect.bottom + 4
        note.place(Rect(60, top, wide - 120, note.measure(theme, wide - 120)), theme)
        rooms = columns(area, 2, 32)
        tall = max(card.measure(theme, rooms[0].width) for card in cards.children)
        top = max(note.rect.bottom + 10, min(148 + spare, high - 102 - tall))
        tall = max(tall, min(462, high - 110 - top))
        cards.rect = Rect(area.x, top, area.width, tall)
        for card, part in zip(cards.children, rooms, strict=True):
            card.place(Rect(part.x, top, part.width, tall), theme)
        press = max(50, seal.measure(theme, 0))
        foot = min(cards.rect.bottom + 20, high - 24 - press)
        seal.place(Rect(area.right - 300, foot, 300, press), theme)
        line = keys.measure(theme, 400)
        room = seal.rect.x - area.x - 16
        keys.place(Rect(area.x, seal.rect.centery - 6 - line // 2, room, line), theme)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the arrows compare wherever the focus is."""
        step = arrow(event)
        if self.dialog is None and step is not None and step[0]:
            self.tree.ring_shown = True
            self._choose(self.dealt[max(0, step[0])])
            return None
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Choose, or seal what is chosen."""
        if not isinstance(intent, Pressed):
            return None
        kind, _, slug = intent.id.partition(":")
        if kind == "mandate":
            self._choose(slug)
            return None
        self.sitting.play(encode(MANDATE, argument=self.dealt.index(self.chosen)))
        return Replace(self.sitting.next_scene())

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause, or the rulebook where mandates are explained."""
        if is_key(event, "Esc"):
            return Push(PauseScene(self.sitting))
        if is_key(event, "F7"):
            return to_panel(self.sitting)
        if is_key(event, "I"):
            return Push(RulebookScene(self.sitting.words, MANDATES_CHAPTER))
        if is_key(event, "F1"):
            return Push(RulebookScene(self.sitting.words))
        if is_key(event, "H") and self.sitting.may_ask:
            return Push(HintScene(self.sitting))
        return None

    def _choose(self, slug: str) -> None:
        self.chosen = slug
        self.rebuild()

    def _card(self, slug: str) -> MandateCard:
        world, view = self.sitting.world, self.sitting.view
        number = world.mandate_id[slug]
        return MandateCard(
            self.sitting.words,
            view.side,
            world.mandates[number],
            world.targets[number],
            selected=slug == self.chosen,
        )
