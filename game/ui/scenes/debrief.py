"""The debrief of a match: chapter by chapter on the screen, and as a file to keep."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame
from pygame import Rect

from game.charts import html
from game.match import Course
from game.match.hints import Hint
from game.match.lesson_record import LessonItem
from game.match.predictions import Prediction
from game.paths import UserFolderError, reports_dir
from game.teach.debrief import Debrief, debrief
from game.teach.study import Effort, Study, StudyDone
from game.teach.telling.page import chapters, debrief_page, words_for
from game.teach.telling.told import Chapter, References
from game.ui.layout import cut_left, inset
from game.ui.scene import Pop, Transition
from game.ui.scenes.debrief_parts import chapter_column
from game.ui.scenes.page import Page
from game.ui.scenes.rulebook import ChapterRow, reading_key
from game.ui.theme import NOTE, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Column, Group, Widget
from game.words import languages, scenario_title

_LIST: Final = 290
_READING: Final = 860
_LOOK: Final = 0.1
"""Seconds between two looks at how far the search is."""
_SEARCHED: Final = ("decisions", "outcomes")
"""Chapters that say more once it was searched."""


class DebriefScene(Page):
    """What can be said of a match, one chapter at a time.

    Attributes:
        chapter: The slug of the chapter that is open.
        found: What is told; a search adds to it.
    """

    framed = False

    def __init__(
        self,
        course: Course,
        language: str,
        *,
        hints: Sequence[Hint] = (),
        lesson: Sequence[LessonItem] = (),
        predictions: Sequence[Prediction] = (),
        journal: Path | None = None,
        effort: Effort | None = None,
    ) -> None:
        """Open the debrief of a match.

        Args:
            course: The match; of one that goes on only what both sides may know is told.
            language: In which it is told at first.
            hints: Advice that was shown.
            lesson: What its facilitator noted and did.
            predictions: What was predicted, sealed.
            journal: The match's file, after which the report is named.
            effort: How thoroughly a search looks, if one is asked for.
        """
        super().__init__()
        self.found: Debrief = debrief(
            course, hints=hints, lesson=lesson, predictions=predictions
        )
        self.words = words_for(self.found, language)
        self.journal = journal
        self.effort = effort or Effort()
        self.study: Study | None = None
        self.chapters: dict[str, Chapter] = {}
        self._tell()
        self.chapter = next(iter(self.chapters))
        self.start = f"chapter:{self.chapter}"

    def leave(self) -> None:
        """End the search, if one runs."""
        self._stop()

    def build(self) -> Widget:
        """Return the list of chapters, the ways on, and the open chapter."""
        words = self.words
        rows = [
            ChapterRow(f"chapter:{slug}", one.title, below=True, selected=slug == self.chapter)
            for slug, one in self.chapters.items()
        ]
        spoken = [Option(code, code.upper()) for code in languages()]
        references = References(words, self.found.rounds)
        open_one = chapter_column(self.chapters[self.chapter], references)
        return Group(
            "debrief",
            [
                Label(words.text("Debrief"), SCREEN_TITLE),
                Label(scenario_title(words, self.found.scenario), NOTE, colour="ink_2"),
                ScrollArea("chapters", Column("", rows, gap=3)),
                Choice("language", spoken, words.language, words=True),
                self._search_button(),
                Button("save", words.text("Save the report"), icon="save", key="S"),
                Button("back", words.text("Back"), key="Esc"),
                Panel("page", look="plain"),
                ScrollArea("reading", open_one),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place list and ways on left, the chapter right."""
        theme = self.theme
        title, played, listed, spoken, *buttons, panel, reading = self.root.children
        wide = round(_LIST * (1 + (theme.text - 1) / 2))
        left, right = cut_left(inset(Rect(0, 0, *size), 32, 24), wide, 28)
        bottom = left.bottom
        for button in reversed(buttons):
            high = button.measure(theme, left.width)
            button.place(Rect(left.x, bottom - high, left.width, high), theme)
            bottom -= high + 6
        high = spoken.measure(theme, left.width)
        spoken.place(Rect(left.x, bottom - high, left.width, high), theme)
        top = left.y
        for label in (title, played):
            tall = label.measure(theme, left.width)
            label.place(Rect(left.x, top, left.width, tall), theme)
            top += tall
        room = Rect(left.x, top + 8, left.width, spoken.rect.y - top - 14)
        listed.place(room, theme)
        panel.place(right, theme)
        room = inset(right, 26, 18)
        reading.place(Rect(room.x, room.y, min(room.width, _READING), room.height), theme)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the page keys scroll the chapter wherever the focus is."""
        reading = self.root.children[-1]
        free = self.dialog is None
        if free and isinstance(reading, ScrollArea) and reading_key(reading, event):
            self.damage.whole()
            return None
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Open a chapter, change the language, search, save, or go back."""
        match intent:
            case Chosen("language", code):
                self.words = words_for(self.found, code)
                self._tell()
                self.rebuild()
            case Pressed("search"):
                self._search()
            case Pressed("save"):
                self._save()
            case Pressed("back"):
                return Pop()
            case Pressed(ident) if ident.startswith("chapter:"):
                self._open(ident.removeprefix("chapter:"))
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go on to the next chapter or back to the last one."""
        slugs = list(self.chapters)
        place = slugs.index(self.chapter)
        if is_key(event, "]") and place + 1 < len(slugs):
            self._open(slugs[place + 1])
        elif is_key(event, "[") and place:
            self._open(slugs[place - 1])
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Hear how far the search is, and take what it found."""
        if self.study is None:
            return None
        end = self.study.poll()
        if end is not None:
            self._stop()
            if isinstance(end, StudyDone):
                self.found = replace(self.found, review=end.review, reachable=end.reachable)
                self._tell()
                self.tell(Toast(self.words.text("The search is done.")))
            else:
                self.tell(Toast(self.words.text("The search broke off. Try it once more.")))
            self.rebuild()
        else:
            button = self.tree.find("search")
            if isinstance(button, Button):
                button.label = self._search_label()
        return None

    def wake(self) -> float | None:
        """Ask for time while a search runs."""
        rest = super().wake()
        if self.study is None:
            return rest
        return _LOOK if rest is None else min(_LOOK, rest)

    # -------------------------------------------------------------------- doing

    def _tell(self) -> None:
        """Tell every chapter in the language in hand."""
        self.chapters = {one.slug: one for one in chapters(self.words, self.found)}

    def _open(self, slug: str) -> None:
        self.chapter = slug
        self.rebuild()
        reading = self.root.children[-1]
        if isinstance(reading, ScrollArea):
            reading.scroll_to(0)
        self.focus(f"chapter:{slug}")

    def _search_button(self) -> Button:
        words = self.words
        why = ""
        if self.found.outcome is None:
            why = words.text("The match isn’t over.")
        elif self.found.reachable is not None:
            why = words.text("This was done.")
        return Button("search", self._search_label(), icon="search", why=why)

    def _search_label(self) -> str:
        words = self.words
        if self.study is None:
            return words.text("Find better moves")
        return words.text("{n} % · stop", n=round(100 * self.study.share))

    def _search(self) -> None:
        """Begin to search, or stop it."""
        if self.study is not None:
            self._stop()
        else:
            self.study = Study(self.found.course, self.effort)
            if self.chapter not in _SEARCHED:
                self.chapter = _SEARCHED[0]
        self.rebuild()
        self.focus("search")

    def _stop(self) -> None:
        if self.study is not None:
            self.study.close()
            self.study = None

    def _save(self) -> None:
        """Write the report and say where; nothing is opened."""
        words = self.words
        close = [("close", words.text("Close"))]
        try:
            path = self._free_path(reports_dir())
            path.write_text(html(debrief_page(words, self.found)), encoding="utf-8")
        except UserFolderError as error:
            title, line = words.text("The report can’t be saved"), str(error)
        except OSError as error:
            title = words.text("The report can’t be saved")
            line = error.strerror or type(error).__name__
        else:
            title = words.text("The report is saved")
            line = str(path)
        self.ask(Dialog("saved", title, line, close, "close"))

    def _free_path(self, folder: Path) -> Path:
        """Return a name that no report has: after the match, and the language."""
        course = self.found.course
        stem = f"{course.scenario}-{course.seed}" if self.journal is None else self.journal.stem
        name = f"{stem}-{self.words.language}"
        number, path = 1, folder / f"{name}.html"
        while path.exists():
            number += 1
            path = folder / f"{name}-{number}.html"
        return path
