"""How to play: the rulebook, chapters at the left, text at the right."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.layout import cut_left, inset
from game.ui.library.rule import Entry
from game.ui.scene import Pop, Transition
from game.ui.scenes.page import Page
from game.ui.theme import (
    BODY,
    PANEL_TITLE,
    ROW_TITLE,
    SCREEN_TITLE,
    TARGET_DENSE,
    Theme,
)
from game.ui.widgets.button import Button
from game.ui.widgets.intent import HANDLED, Edited, Intent, Pressed
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, Rule
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Chapter, Words, rulebook
from game.words import Paragraph as Numbered

MANDATES_CHAPTER: Final = 9
_LIST: Final = 278
_LIMIT: Final = 60
_READING: Final = 780
"""The widest line of text that is still easy to read."""


class ChapterRow(Row):
    """A chapter of the list: dense, so that all of them are seen at once."""

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the title with a little air."""
        return max(TARGET_DENSE, text.height(self.title, ROW_TITLE, theme, room - 28) + 14)


class RulebookScene(Page):
    """The rulebook, one chapter at a time, or every paragraph that holds what is searched.

    Attributes:
        chapter: The number of the chapter that is open.
        query: What is searched for.
    """

    framed = False

    def __init__(self, words: Words, chapter: int = 1, paragraph: str = "") -> None:
        """Open the rulebook.

        Args:
            words: The language.
            chapter: The chapter to begin with.
            paragraph: The number of a paragraph to begin with, such as `3.6`.
        """
        super().__init__()
        self.words = words
        self.chapters = {chapter.number: chapter for chapter in rulebook(words)}
        self.chapter = int(paragraph.partition(".")[0]) if paragraph else chapter
        self.query = ""
        self.start = f"chapter:{self.chapter}"
        self._paragraph = paragraph

    def build(self) -> Widget:
        """Return the list of chapters and the open one."""
        words = self.words
        rows = [
            ChapterRow(
                f"chapter:{number}",
                words.text("{n} {title}", n=number, title=chapter.title),
                below=True,
                selected=number == self.chapter and not self.query,
            )
            for number, chapter in self.chapters.items()
            if not self.query or any(self._holds(one) for one in chapter.paragraphs)
        ]
        keys = KeyHints(
            "keys",
            [
                KeyHint(("↑", "↓"), words.text("scroll")),
                KeyHint(("[", "]"), words.text("chapter")),
                KeyHint(("/",), words.text("search")),
            ],
        )
        return Group(
            "rulebook",
            [
                Label(words.text("How to play"), SCREEN_TITLE),
                TextField(
                    "query", self.query, empty=words.text("Search: type a word"), limit=_LIMIT
                ),
                ScrollArea("chapters", Column("", rows, gap=3)),
                Button("back", words.text("Back"), key="Esc"),
                Panel("page", look="plain"),
                self._hits() if self.query else self._text(self.chapters[self.chapter]),
                keys,
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the list left, the text right."""
        theme = self.theme
        title, field, listed, back, panel, reading, keys = self.root.children
        left, right = cut_left(
            inset(Rect(0, 0, *size), 32, 28), round(_LIST * (1 + (theme.text - 1) / 2)), 28
        )
        title.place(Rect(left.x, left.y, left.width, title.measure(theme, left.width)), theme)
        high = back.measure(theme, 0)
        back.place(Rect(left.x, left.bottom - high, left.width, high), theme)
        line = keys.measure(theme, left.width)
        keys.place(Rect(left.x, back.rect.y - line - 12, left.width, line), theme)
        top = title.rect.bottom + 8
        line = field.measure(theme, left.width)
        field.place(Rect(left.x, top, left.width, line), theme)
        top = field.rect.bottom + 10
        listed.place(Rect(left.x, top, left.width, keys.rect.y - top - 10), theme)
        panel.place(right, theme)
        room = inset(right, 26, 20)
        reading.place(Rect(room.x, room.y, min(room.width, _READING + 60), room.height), theme)
        self._show_paragraph(reading)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the keys that scroll do so wherever the focus is."""
        reading = self.root.children[5]
        if isinstance(reading, ScrollArea) and _scrolls(reading, event):
            self.damage.whole()
            return None
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Open a chapter, search, or go back."""
        if isinstance(intent, Edited) and intent.id == "query":
            self._search(intent.text)
        if not isinstance(intent, Pressed):
            return None
        if intent.id == "back":
            return Pop()
        self._open(int(intent.id.removeprefix("chapter:")))
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go on to the next chapter or back to the last one."""
        if getattr(event, "unicode", "") == "/":
            self.focus("query")
            return None
        numbers = list(self.chapters)
        place = numbers.index(self.chapter)
        if is_key(event, "]") and place + 1 < len(numbers):
            self._open(numbers[place + 1])
        elif is_key(event, "[") and place:
            self._open(numbers[place - 1])
        return None

    def _open(self, number: int) -> None:
        self.chapter, self.query = number, ""
        self.rebuild()
        self.focus(f"chapter:{number}")

    def _search(self, query: str) -> None:
        """Show what holds every word; the caret stays where it was."""
        field = self.tree.find("query")
        caret = field.caret if isinstance(field, TextField) else len(query)
        self.query = query.strip()
        self.rebuild()
        fresh = self.tree.find("query")
        if isinstance(fresh, TextField):
            fresh.value, fresh.caret = query, caret

    def _holds(self, paragraph: Numbered) -> bool:
        said = f"{paragraph.number} {paragraph.text}".casefold()
        return all(word in said for word in self.query.casefold().split())

    def _hits(self) -> ScrollArea:
        """Return every paragraph that holds what is searched, under its chapter's title."""
        parts: list[Widget] = []
        for chapter in self.chapters.values():
            hits = [one for one in chapter.paragraphs if self._holds(one)]
            if hits:
                title = self.words.text("{n} {title}", n=chapter.number, title=chapter.title)
                parts += [Label(title, PANEL_TITLE), Rule(), *map(Entry, hits)]
        if not parts:
            parts = [Label(self.words.text("Nothing holds all of these words."), BODY)]
        return ScrollArea("reading", Column("", parts, gap=14))

    def _show_paragraph(self, reading: Widget) -> None:
        """Scroll once to the paragraph that was asked for."""
        if not self._paragraph or not isinstance(reading, ScrollArea):
            return
        for entry in reading.content.walk():
            if isinstance(entry, Entry) and entry.number == self._paragraph:
                self._paragraph = ""
                reading.scroll_to(entry.rect.y - reading.rect.y - 8)
                return

    def _text(self, chapter: Chapter) -> ScrollArea:
        """Return a chapter's text."""
        title = self.words.text("{n} {title}", n=chapter.number, title=chapter.title)
        entries = [Entry(numbered) for numbered in chapter.paragraphs]
        parts: list[Widget] = [Label(title, SCREEN_TITLE.sized(28, 36)), Rule(), *entries]
        return ScrollArea("reading", Column("", parts, gap=14))


def reading_key(reading: ScrollArea, event: pygame.event.Event) -> bool:
    """Scroll a text with the page keys, wherever the focus is; say whether it was one."""
    pages = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)
    if event.type != pygame.KEYDOWN or event.key not in pages:
        return False
    return reading.handle(event) is HANDLED


def _scrolls(reading: ScrollArea, event: pygame.event.Event) -> bool:
    """Scroll with the arrows and the page keys; say whether the event was one of them."""
    if event.type != pygame.KEYDOWN:
        return False
    steps = {"↓": 60, "↑": -60}
    for label, step in steps.items():
        if is_key(event, label):
            reading.scroll_to(reading.offset + step)
            return True
    pages = (pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END)
    return event.key in pages and reading.handle(event) is HANDLED
