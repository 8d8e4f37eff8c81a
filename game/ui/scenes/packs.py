"""Packs: which there are, what each brings; install one and remove one."""

from pathlib import Path
from typing import Final

import pygame
from pygame import Rect

from game.content import ContentError
from game.content.packs import Installed, PackError, install, installed, remove
from game.paths import UserFolderError
from game.ui.board.ring_room import RING, RingRoom
from game.ui.layout import cut_left, inset
from game.ui.library.pack_page import pack_note, pack_page, pack_title, problem_lines
from game.ui.scene import Pop, Push, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.rulebook import reading_key
from game.ui.theme import BODY, HEADING, NOTE, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Edited, Intent, Pressed, Submitted
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words

_LIST: Final = 400
_READING: Final = 760
_LONGEST_PATH: Final = 1000
_MOST_IN_DIALOG: Final = 4


class PacksScene(Page):
    """The list at the left with a line to install from, the pack that is read at the right.

    Attributes:
        packs: What there is.
        reading: The place of the pack that is read, or -1 when there is none.
        path: What was typed to install from.
    """

    framed = False

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.path = ""
        self.packs: tuple[Installed, ...] = installed()
        self.reading = 0 if self.packs else -1
        self.start = "pack:0" if self.packs else "path"

    # ------------------------------------------------------------------ the screen

    def build(self) -> Widget:
        """Return the list and the page."""
        words = self.words
        told = words.text(
            "Type the path of a folder or a zip, or drop it on this window. A pack is only "
            "texts, numbers and pictures: nothing in it can run."
        )
        return Group(
            "packs",
            [
                Label(words.text("Packs"), SCREEN_TITLE),
                ScrollArea("list", RingRoom(Column("", self._rows(), gap=4))),
                Label(words.text("Install a pack"), HEADING),
                Label(told, NOTE, colour="ink_2"),
                TextField(
                    "path", self.path, empty=words.text("folder or zip"), limit=_LONGEST_PATH
                ),
                Button("install", words.text("Install"), primary=True),
                Button("back", words.text("Back"), key="Esc"),
                Panel("page", look="plain"),
                self._page(),
                *self._about_it(),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the list left, above the line to install from; the page right."""
        theme = self.theme
        title, listed, head, told, field, put, back, panel, page, *about = self.root.children
        wide = round(_LIST * (1 + (theme.text - 1) / 3))
        left, right = cut_left(inset(Rect(0, 0, *size), 32, 24), wide, 28)
        high = title.measure(theme, left.width)
        title.place(Rect(left.x, left.y, left.width, high), theme)
        tall = max(44, back.measure(theme, 0))
        half = (left.width - 12) // 2
        foot = left.bottom - tall
        put.place(Rect(left.x, foot, half, tall), theme)
        back.place(Rect(left.x + half + 12, foot, half, tall), theme)
        for part, gap in ((field, 8), (told, 6), (head, 2)):
            high = part.measure(theme, left.width)
            foot -= high + gap
            part.place(Rect(left.x, foot, left.width, high), theme)
        top = title.rect.bottom + 8
        listed.place(Rect(left.x - RING, top, left.width + RING, foot - top - 10), theme)
        panel.place(right, theme)
        self._place_page(page, about, inset(right, 26, 18))

    def _place_page(self, page: Widget, about: list[Widget], room: Rect) -> None:
        """Place what is read, above what can be done with it."""
        theme, foot = self.theme, room.bottom
        if about:
            tall = max(44, *(button.measure(theme, 0) for button in about))
            foot, left = room.bottom - tall, room.x + RING
            for button in about:
                wide = button.natural_width(theme) if isinstance(button, Button) else 0
                button.place(Rect(left, foot, wide, tall), theme)
                left += wide + 12
            foot -= 12
        page.place(Rect(room.x, room.y, min(room.width, _READING), foot - room.y), theme)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the page keys scroll what is read."""
        page = self.root.children[8]
        if isinstance(page, ScrollArea) and reading_key(page, event):
            self.damage.whole()
            return None
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Read a pack, install or remove one, look into one, go back."""
        match intent:
            case Pressed("back"):
                return Pop()
            case Pressed("install") | Submitted("path"):
                self._install(self.path)
            case Pressed("remove"):
                self._ask_to_remove()
            case Pressed("look"):
                return self._inside()
            case Edited("path", text):
                self.path = text
            case Answered("removing", "remove"):
                self._remove()
            case Pressed(ident) if ident.startswith("pack:"):
                self.reading = int(ident.removeprefix("pack:"))
                self.rebuild()
            case _:
                return None
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc; install what is dropped on the window."""
        if event.type == pygame.DROPFILE:
            self._install(event.file)
            return None
        return Pop() if is_key(event, "Esc") else None

    # ----------------------------------------------------------------------- doing

    def _install(self, typed: str) -> None:
        """Install from a path as somebody typed or dropped it, or say what is wrong."""
        words = self.words
        path = typed.strip().strip("\"'")
        if not path:
            self.focus("path")
            return
        try:
            fresh = install(_place(path))
        except ContentError as error:
            lines = problem_lines(words, error.problems[:_MOST_IN_DIALOG])
            if len(error.problems) > _MOST_IN_DIALOG:
                more = len(error.problems) - _MOST_IN_DIALOG
                lines.append(words.text("and {n} more", n=more))
            self._warn(words.text("This pack can’t be used"), "\n".join(lines))
        except (PackError, UserFolderError) as error:
            self._warn(words.text("This pack isn’t installed"), words.told(error))
        else:
            self.path = ""
            self._look_again(fresh.name)
            self.tell(Toast(words.text("Installed: {pack}", pack=pack_title(words, fresh))))

    def _ask_to_remove(self) -> None:
        words = self.words
        told = words.text(
            "Matches that were begun with it can still be played: each has its own copy."
        )
        answers = [("keep", words.text("Keep it")), ("remove", words.text("Remove"))]
        title = words.text("Remove {pack}?", pack=pack_title(words, self.packs[self.reading]))
        self.ask(Dialog("removing", title, told, answers, "keep"))

    def _remove(self) -> None:
        try:
            remove(self.packs[self.reading].name)
        except (PackError, UserFolderError) as error:
            title = self.words.text("This pack can’t be removed")
            self._warn(title, self.words.told(error))
        else:
            self._look_again("")

    def _inside(self) -> Transition | None:
        """Return the way to the library of a pack."""
        # This scene is reached from the library, which would be read twice.
        from game.ui.scenes.library import LibraryScene  # noqa: PLC0415

        content = self.packs[self.reading].content
        if content is None:
            return None
        return Push(LibraryScene(Words(content, self.words.language)))

    def _look_again(self, name: str) -> None:
        """List the packs anew and read the one of a name, or the first."""
        self.packs = installed()
        names = [one.name for one in self.packs]
        self.reading = names.index(name) if name in names else min(0, len(names) - 1)
        self.rebuild()
        self.focus(f"pack:{self.reading}" if names else "path")

    def _warn(self, title: str, line: str) -> None:
        close = [("close", self.words.text("Close"))]
        self.ask(Dialog("warning", title, line, close, "close"))

    # ----------------------------------------------------------------------- parts

    def _rows(self) -> list[Widget]:
        if not self.packs:
            return [Label(self.words.text("There are no packs."), BODY)]
        return [
            Row(
                f"pack:{place}",
                pack_title(self.words, one),
                pack_note(self.words, one),
                below=True,
                selected=place == self.reading,
            )
            for place, one in enumerate(self.packs)
        ]

    def _page(self) -> ScrollArea:
        parts: list[Widget] = []
        if self.reading >= 0:
            parts = pack_page(self.words, self.packs[self.reading])
        return ScrollArea("page-text", RingRoom(Column("", parts, gap=8)))

    def _about_it(self) -> list[Widget]:
        """Return what can be done with the pack that is read."""
        if self.reading < 0:
            return []
        words, one = self.words, self.packs[self.reading]
        shipped = words.text("it comes with the game") if one.shipped else ""
        look = Button("look", words.text("Its cards, crises and sites"), icon="book")
        drop = Button("remove", words.text("Remove"), why=shipped)
        return [look, drop] if one.content is not None else [drop]


def _place(path: str) -> Path:
    """Return the place that a path names; `~` is the player's own folder."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
