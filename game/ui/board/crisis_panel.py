"""The brewing crisis: what happened, when, who began it, and when it comes to a head."""

from collections.abc import Iterable
from typing import Final

import pygame

from game.engine import View
from game.engine.events import Event, MatchEnded, PhaseBegan, RoundBegan
from game.engine.view_parts import CrisisState
from game.ui import text
from game.ui.board.shorten import shortened
from game.ui.draw import mark
from game.ui.draw.frame import box, rule, shadow, side_edge
from game.ui.draw.tone import mixed
from game.ui.theme import BODY, DIALOG_TITLE, NOTE_BOLD, NOTE_ITALIC, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint
from game.words import (
    Words,
    cause_text,
    crisis_date,
    crisis_title,
    find_out_text,
    readings,
    site_name,
    starter_text,
)

_PADDING: Final = 15
_HEAD: Final = DIALOG_TITLE.sized(16, 21)
_TITLE: Final = DIALOG_TITLE.sized(17, 21)
_STORY: Final = BODY.sized(15, 18)


def ended_at_briefing(events: Iterable[Event]) -> bool:
    """Return whether a match ended before the crisis of its last round was turned up."""
    at_briefing = False
    for event in events:
        if isinstance(event, RoundBegan | PhaseBegan):
            at_briefing = isinstance(event, RoundBegan)
        elif isinstance(event, MatchEnded):
            return at_briefing
    return False


class CrisisPanel(Pressable):
    """The round's crisis, or that none is brewing. Its tooltip has all of the story."""

    def __init__(self, words: Words, view: View, *, turned_up: bool = True) -> None:
        """Show the crisis of a round.

        Args:
            words: The language.
            view: What may be seen.
            turned_up: Whether the round came so far: else the view still has the last one's.
        """
        super().__init__("crisis")
        state = view.crisis if turned_up else None
        self.heading = words.text("Brewing crisis")
        self.unknown = state is not None and state.incident and state.cause is None
        self.starter = state.starter if state is not None else None
        self.title = self.date = self.line = self.note = self.story = self.foot = ""
        if state is None:
            self.story = self.whole = words.text("No crisis is brewing this round.")
            return
        spec = view.world.content.crises[state.slug]
        self.title = crisis_title(words, state.slug, state.site)
        started = starter_text(words, spec, state.starter)
        if state.incident and state.cause is not None:
            started = cause_text(words, spec, state.cause)
        date = crisis_date(words, spec)
        note = words.text("cause not known") if self.unknown else _short(started)
        self.note = note
        self.date = date
        self.line = " · ".join(part for part in (date, note) if part)
        self.whole = crisis_story(words, view, state)
        self.story = first_sentence(self.whole)
        self.foot = words.text("Comes to a head this round")
        rule = "6.6" if state.incident else "6.1"
        self.hint = Hint(crisis_details(words, view, state), self.title, rule)

    def says(self) -> str:
        """Return title, date, story and when it comes to a head."""
        parts = (self.heading, self.title, self.line, self.story, self.foot)
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the room of one line: with little room the title alone is shown."""
        return 0, text.line_height(_HEAD, theme)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of everything."""
        wide = room - 2 * _PADDING
        parts = (
            (self.title, _TITLE),
            (self.line, NOTE_ITALIC),
            (self.story, BODY),
            (self.foot, NOTE_BOLD),
        )
        heights = (text.height(words, role, theme, wide) for words, role in parts if words)
        return self._head(theme) + sum(heights) + 30

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the panel; the story only as far as there is room for whole lines."""
        palette = theme.palette
        shadow(target, theme, self.rect)
        share = self.warmth(theme)
        edge = mixed(palette.rule, palette.ink, share)
        box(target, theme, self.rect, palette.panel, edge, line=1 + share)
        side_edge(target, theme, self.rect, palette.ink)
        left, right = self.rect.x + _PADDING, self.rect.right - 14
        folded = self._is_folded(theme)
        middle = self.rect.y + 7 + text.line_height(_HEAD, theme) / 2
        if folded:
            middle = self.rect.centery
        at = (left, text.baseline_at(middle, _HEAD, theme))
        heading = self.heading
        if folded and self.title:
            line = text.line_height(_HEAD, theme) + 1
            heading = shortened(self.title, _HEAD, theme, right - left - 24, line)
        text.write(target, theme, heading, _HEAD, palette.ink, at)
        mark.icon(target, theme, "hourglass", (right - 5, middle), palette.ink_2, 18)
        if folded:
            return
        top = self.rect.y + self._head(theme)
        rule(target, theme, (left, top - 5), right - left)
        if self.title:
            title = text.block(self.title, _TITLE, theme, right - left)
            title.draw(target, (left, top), palette.ink)
            top = self._paint_date(target, theme, top + title.height + 2)
        self._paint_story(target, theme, top)

    def _is_folded(self, theme: Theme) -> bool:
        room = self.rect.width - 2 * _PADDING
        title = text.height(self.title, _TITLE, theme, room) if self.title else 0
        return self.rect.height < self._head(theme) + title + 4

    def _head(self, theme: Theme) -> int:
        return text.line_height(_HEAD, theme) + 17

    def _paint_date(self, target: pygame.Surface, theme: Theme, top: int) -> int:
        """Paint who began it and the date; return where the story begins."""
        palette = theme.palette
        left = self.rect.x + _PADDING
        middle = top + text.line_height(NOTE_ITALIC, theme) / 2
        indent = 0
        if self.unknown:
            mark.icon(target, theme, "unknown-cause", (left + 9, middle), palette.ink_2, 19)
            indent = 25
        elif self.starter is not None and self.starter < 2:
            mark.side_mark(target, theme, self.starter, (left + 6, middle + 1), 12)
            indent = 18
        room = self.rect.right - 14 - left - indent
        # The mark before it says who began it where the words for that have no room.
        blocks = (
            text.block(words, NOTE_ITALIC, theme, room)
            for words in (self.line, self.date, self.note)
            if words
        )
        date = next((block for block in blocks if block.lines == 1), None)
        if date is None:
            date = text.block(self.note or self.date, NOTE_ITALIC, theme, room)
        date.draw(target, (left + indent, top), palette.ink_2)
        return top + date.height + 4

    def _paint_story(self, target: pygame.Surface, theme: Theme, top: int) -> None:
        palette = theme.palette
        left = self.rect.x + _PADDING
        room = self.rect.right - 12 - left
        foot = text.block(self.foot, NOTE_BOLD, theme, room)
        bottom = self.rect.bottom - 9 - foot.height
        if self.foot and bottom >= top:
            foot.draw(target, (left, bottom), palette.ink)
        told = self.whole
        if text.height(told, _STORY, theme, room) > bottom - top:
            told = shortened(self.story, _STORY, theme, room, bottom - top)
        text.block(told, _STORY, theme, room).draw(target, (left, top), palette.ink)


def crisis_story(words: Words, view: View, state: CrisisState) -> str:
    """Return the story of a crisis, with the site that called it."""
    spec = view.world.content.crises[state.slug]
    values = {"site": site_name(words, state.site)} if state.site else {}
    return words.content_text(state.slug, spec.story, **values)


def crisis_details(words: Words, view: View, state: CrisisState) -> str:
    """Return all that is to be read of a brewing crisis."""
    spec = view.world.content.crises[state.slug]
    date = crisis_date(words, spec)
    lines = [f"*{date}*"] if date else []
    lines.append(crisis_story(words, view, state))
    if state.incident and state.cause is not None:
        lines.append(cause_text(words, spec, state.cause))
    else:
        lines.append(starter_text(words, spec, state.starter))
    if state.incident and state.cause is None:
        lines.append(find_out_text(words))
    for heading, reading in readings(words, spec.nato_reading, spec.russia_reading, state.slug):
        lines.append(f"**{heading}:** {reading}")
    lines.append(words.text("Both sides answer at the end of the round, in secret."))
    return "\n".join(lines)


def first_sentence(story: str) -> str:
    """Return the first sentence of a text."""
    end = story.find(". ")
    return story if end < 0 else story[: end + 1]


def _short(sentence: str) -> str:
    """Return a sentence as a note: small at its start, without its full stop."""
    return sentence.rstrip(".")
