"""The map as a list: every site as a sentence, NATO's left, Russia's right."""

from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.ui import text
from game.ui.board.marker_tags import marker_boxes
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Point
from game.ui.board.ring_room import RING, RingRoom
from game.ui.board.site_facts import known_site, site_hint, site_sentence
from game.ui.board.site_marks import site_mark
from game.ui.draw import frame
from game.ui.layout import columns, cut_bottom, inset
from game.ui.scene import Pop, Transition
from game.ui.scenes.new_game import SideHead
from game.ui.scenes.page import Page
from game.ui.theme import BODY, SCREEN_TITLE, TARGET_DENSE, Theme
from game.ui.widgets.button import Button, Pressable
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words

_MARGIN: Final = 40
_TOP: Final = 84
_FOOT: Final = 60
_INDENT: Final = 46
_MARKER: Final = 0.8
_TAG: Final = 12


class SiteRow(Pressable):
    """A site's marker and its sentence above a hairline."""

    def __init__(self, words: Words, view: View, slug: str) -> None:
        super().__init__(f"site:{slug}")
        self.words = site_sentence(words, view, slug)
        self.mark = site_mark(words, view, known_site(view, slug))
        self.hint = site_hint(words, view, slug)

    def says(self) -> str:
        """Return the sentence."""
        return self.words

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped sentence, at least of a target."""
        least = TARGET_DENSE + (_TAG if self._tagged else 0)
        return max(least, self._block(theme, room).height + 8)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the sentence needs."""
        return 0, self._block(theme, self.rect.width).height

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint marker, sentence and hairline."""
        palette = theme.palette
        frame.rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)
        share = 1.0 if self.pressed else self.warmth(theme)
        frame.recess(target, theme, self.rect, share, edge=palette.ink)
        raised = _TAG // 2 if self._tagged else 1
        x, y = theme.point((self.rect.x + 22, self.rect.centery - raised))
        draw_marker(target, self.mark, Point(x, y), theme, small=_MARKER)
        block = self._block(theme, self.rect.width)
        at = (self.rect.x + _INDENT, self.rect.centery - block.height / 2)
        block.draw(target, at, palette.ink)

    @property
    def _tagged(self) -> bool:
        """Return whether a tag hangs below the marker."""
        return len(marker_boxes(self.mark)) > 1

    def _block(self, theme: Theme, room: int) -> text.Block:
        return text.block(self.words, BODY, theme, room - _INDENT - 6)


class SiteListScene(Page):
    """All sites as sentences. Enter shows one on the map: its slug is handed back."""

    def __init__(self, words: Words, view: View) -> None:
        super().__init__()
        self.words = words
        self.view = view
        self.start = f"site:{view.sites[0].slug}"

    def build(self) -> Widget:
        """Return both columns and the foot."""
        words = self.words
        return Group(
            "site-list",
            [
                Label(words.text("Every site, as a list"), SCREEN_TITLE),
                self._column(0),
                self._column(1),
                KeyHints(
                    "keys",
                    [
                        KeyHint(("Tab", "↑", "↓"), words.text("move")),
                        KeyHint(("Enter",), words.text("show on the map")),
                        KeyHint(("F4",), words.text("back to the map")),
                    ],
                ),
                Button("back", words.text("Back to the map"), key="Esc", primary=True),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place NATO's sites left, Russia's right."""
        theme = self.theme
        title, nato, russia, keys, back = self.root.children
        area = inset(Rect(0, 0, *size), _MARGIN, 32)
        title.place(Rect(area.x, area.y, area.width, title.measure(theme, area.width)), theme)
        foot, body = cut_bottom(area, _FOOT)
        top = max(_TOP, title.rect.bottom + 10)
        body = Rect(body.x, top, body.width, body.bottom - top)
        for column, room in zip((nato, russia), columns(body, 2, 40), strict=True):
            outer = room.inflate(2 * RING, 0)
            high = min(column.measure(theme, outer.width), outer.height)
            column.place(Rect(outer.x, outer.y, outer.width, high), theme)
        high = max(50, back.measure(theme, 0))
        wide = max(220, back.natural_width(theme)) if isinstance(back, Button) else 220
        back.place(Rect(foot.right - wide, foot.bottom - high, wide, high), theme)
        line = keys.measure(theme, foot.width)
        keys.place(
            Rect(foot.x, back.rect.centery - line // 2, back.rect.x - foot.x - 16, line), theme
        )

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back, with the site to show if one was chosen."""
        if not isinstance(intent, Pressed):
            return None
        kind, _, slug = intent.id.partition(":")
        return Pop(slug) if kind == "site" else Pop()

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back by the key that opened the list, too."""
        return Pop() if is_key(event, "F4") else None

    def _column(self, side: int) -> ScrollArea:
        rows: list[Widget] = [SideHead(self.words, side), Rule(heavy=True)]
        rows += [
            SiteRow(self.words, self.view, site.slug)
            for site in self.view.sites
            if site.side == side
        ]
        return ScrollArea(f"side:{side}", RingRoom(Column("", rows, gap=3)))
