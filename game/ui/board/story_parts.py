"""What a story is shown with: the act's card, the maps before and after, what changed."""

from collections.abc import Iterator
from typing import Final

import pygame
from pygame import Rect

from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine.events import CardPlayed, CardPlayedFaceDown
from game.ui import text
from game.ui.board.card_page import CardPage
from game.ui.board.details import reading_boxes
from game.ui.board.map_marks import MapWords, SiteMark
from game.ui.board.map_small import MiniMap, draw_mini_map
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Place, Point
from game.ui.board.remark import Remark
from game.ui.board.site_facts import site_readings
from game.ui.board.site_marks import place_of
from game.ui.board.story import StoryStep
from game.ui.draw import frame, mark
from game.ui.motion.moves import DoorMove, SiteMove, StepMove, TrackMove
from game.ui.motion.showing import looking
from game.ui.theme import BODY_BOLD, NOTE, PANEL_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.track import PreviewRow
from game.ui.widgets.widget import Column, Hint, Widget
from game.words import (
    Words,
    door_name,
    ladder_name,
    readings,
    side_values,
    site_name,
    site_state_name,
    track_name,
)

BALTIC: Final = Place(54.55, 19.0)
NEAR: Final = 0.41
FAR: Final = 0.15
_NEAR_EDGES: Final = (51.5, 57.6, 13.5, 24.5)
"""South, north, west and east of what the map of the Baltic shows."""
_BACK: Final = (104, 138)
_MARKER: Final = 26


class CardBack(Widget):
    """The back of a card that was played face down, and what that means."""

    def __init__(self, words: Words, side: int, viewer: int) -> None:
        super().__init__("face-down")
        values = side_values(words, side)
        self.side = side
        self.title = words.text("{side} played a card face down.", **values)
        if side == viewer:
            self.note = words.text("The other side sees its back alone.")
        else:
            self.note = words.text(
                "This back is all that can be seen. A site, technical means, or nothing: the "
                "pause and the sound are the same."
            )

    def says(self) -> str:
        """Return the words beside the back."""
        return f"{self.title} {self.note}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the back, or of the words if they are higher."""
        return max(_BACK[1] + 32, sum(block.height for block in self._blocks(theme, room)) + 32)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height of the words."""
        return 0, sum(block.height for block in self._blocks(theme, self.rect.width)) + 20

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint panel, back and words."""
        palette = theme.palette
        frame.box(target, theme, self.rect, palette.panel, palette.rule)
        back = Rect(self.rect.x + 18, self.rect.y + 16, *_BACK)
        back.height = min(back.height, self.rect.height - 32)
        mark.card_back(target, theme, self.side, back)
        top = self.rect.y + 14
        colours = (palette.ink, palette.ink_2)
        for block, colour in zip(self._blocks(theme, self.rect.width), colours, strict=True):
            block.draw(target, (back.right + 18, top), colour)
            top += block.height + 4

    def _blocks(self, theme: Theme, room: int) -> tuple[text.Block, text.Block]:
        wide = room - _BACK[0] - 54
        return (
            text.block(self.title, BODY_BOLD, theme, wide),
            text.block(self.note, NOTE.sized(14, 18), theme, wide),
        )


class StoryMap(Widget):
    """A small map of where it happened, with its caption above."""

    def __init__(self, caption: str, words: MapWords, mini: MiniMap) -> None:
        super().__init__()
        self.caption = caption
        self.words = words
        self.mini = mini

    def says(self) -> str:
        """Return the caption."""
        return self.caption

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the width of the caption."""
        return text.width(self.caption, BODY_BOLD, theme), 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw caption and map."""
        head = text.line_height(BODY_BOLD, theme) + 5
        at = (self.rect.x, self.rect.y)
        text.block(self.caption, BODY_BOLD, theme).draw(target, at, theme.palette.ink)
        room = Rect(self.rect.x, self.rect.y + head, self.rect.width, self.rect.height - head)
        if room.height > 0:
            draw_mini_map(target, room, self.mini, self.words, theme)


class SiteRow(Widget):
    """A site before and after, in markers and words."""

    def __init__(self, words: Words, move: SiteMove, last: SiteMark) -> None:
        super().__init__(f"change:{move.site}")
        self.side = move.side
        self.name = site_name(words, move.site)
        self.marks = looking(last, move.before), looking(last, move.after)
        after = self.marks[1]
        state = "undeclared" if after.undeclared else after.state.value
        self.state = site_state_name(words, state)

    def says(self) -> str:
        """Return site and state."""
        return f"{self.name}: {self.state}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a row."""
        return max(44, text.line_height(BODY_BOLD, theme) + 14)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the width of name, markers and state."""
        name = text.width(self.name, BODY_BOLD, theme)
        return 26 + name + 110 + text.width(self.state, BODY_BOLD, theme), 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint mark, name, both markers and the state above a hairline."""
        palette, middle = theme.palette, self.rect.centery
        mark.side_mark(target, theme, self.side, (self.rect.x + 7, middle), 14)
        base = text.baseline_at(middle, BODY_BOLD, theme)
        at = (self.rect.x + 26, base)
        text.write(target, theme, self.name, BODY_BOLD, palette.ink, at)
        left = self.rect.x + 26 + text.width(self.name, BODY_BOLD, theme) + 28
        for n, shown in enumerate(self.marks):
            x = left + n * 2.2 * _MARKER
            body = Point(x * theme.scale, middle * theme.scale)
            draw_marker(target, _bare(shown), body, theme, small=0.9)
        arrow = (left + 1.1 * _MARKER, middle)
        mark.icon(target, theme, "arrow-right", arrow, palette.ink_2, 14)
        right = (self.rect.right, base)
        text.write(target, theme, self.state, BODY_BOLD, palette.ink, right, text.RIGHT)
        frame.rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)


def _bare(shown: SiteMark) -> SiteMark:
    """Return a mark without its tags: in a row the words say them."""
    return SiteMark(
        slug=shown.slug,
        side=shown.side,
        glyph=shown.glyph,
        label="",
        place=None,
        state=shown.state,
        undeclared=shown.undeclared,
        fill=shown.filled,
    )


def change_of(words: Words, step: StoryStep, marks: dict[str, SiteMark]) -> Widget | None:
    """Return the row of what a step changed, if it moved a number or a site."""
    match step.move:
        case TrackMove(track, side, before, after) as move:
            signed = track == "initiative"
            return PreviewRow(
                f"change:{move.key}",
                track_name(words, track),
                before,
                after,
                side=side,
                maximum=0 if signed else 10,
                signed=signed,
            )
        case StepMove(side, ladder, before, after) as move:
            name = ladder_name(words, LADDERS[ladder])
            return PreviewRow(f"change:{move.key}", name, before, after, side=side, maximum=4)
        case DoorMove(before, after):
            names = door_name(words, before), door_name(words, after)
            line = words.text("The door: {before} → {after}", before=names[0], after=names[1])
            return Remark(line, icon="door-strained")
        case SiteMove(site) as move if site in marks:
            return SiteRow(words, move, marks[site])
        case _:
            return None


def place_shown(view: View, steps: list[StoryStep]) -> tuple[Place, float]:
    """Return what the maps of an act show: round its site, or the Baltic."""
    for step in steps:
        if isinstance(step.move, SiteMove):
            place = place_of(view.world.content.sites[step.move.site])
            if place is not None and not _in_baltic(place):
                return place, FAR
    return BALTIC, NEAR


def _in_baltic(place: Place) -> bool:
    south, north, west, east = _NEAR_EDGES
    return south <= place.lat <= north and west <= place.lon <= east


def act_page(words: Words, view: View, step: StoryStep) -> Widget:
    """Return what began an act: its card, the back of one, or the sentence that tells it."""
    head = step.head
    if isinstance(head, CardPlayed):
        return CardPage(words, view.world.content.cards[head.card])
    if isinstance(head, CardPlayedFaceDown):
        return CardBack(words, head.side, view.side)
    rows: list[Widget] = [Label(step.line.text, PANEL_TITLE)]
    return Panel("act", rows, look="panel", side=step.line.side)


def act_readings(words: Words, view: View, steps: list[StoryStep]) -> Column:
    """Return how both capitals read an act: by its site, else by its card."""
    return Column("readings", list(_boxes(words, view, steps)), gap=10)


def _boxes(words: Words, view: View, steps: list[StoryStep]) -> Iterator[Widget]:
    for step in steps:
        if isinstance(step.move, SiteMove):
            content = view.world.content
            yield from reading_boxes(site_readings(words, content, step.move.site))
            return
    head = steps[0].head
    if isinstance(head, CardPlayed):
        spec = view.world.content.cards[head.card]
        both = readings(words, spec.nato_reading, spec.russia_reading, spec.slug)
        yield from reading_boxes(both)


class Marked(Widget):
    """A row on a recess while its step is shown."""

    backdrop = True

    def __init__(self, row: Widget, *, shown: bool) -> None:
        super().__init__("", [row])
        self.row = row
        self.shown = shown

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the row."""
        return max(40, self.row.measure(theme, room - 20))

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the row inside."""
        self.rect = rect.copy()
        self.row.place(rect.inflate(-20, 0), theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the recess."""
        if self.shown:
            target.fill(theme.palette.recess, theme.rect(self.rect))


def sign_button(ident: str, icon: str, word: str, key: str, why: str) -> Button:
    """Return a button of an icon and its key; its word is in the tooltip."""
    button = Button(ident, "", icon=icon, key=key, why=why, hint=Hint(word))
    # The scene takes the key, wherever the focus is.
    button.shortcut = ""
    return button
