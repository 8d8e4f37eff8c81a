"""The library: every card, crisis, site and source, searched as one types."""

from typing import Final

import pygame
from pygame import Rect

from game.content.packs import pictures_of
from game.ui.board.ring_room import RING, RingRoom
from game.ui.layout import cut_left, inset, shares
from game.ui.library.picture import picture_of
from game.ui.library.shelves import SHELVES, Piece, Shelf, found, pieces
from game.ui.scene import Pop, Push, Transition
from game.ui.scenes.packs import PacksScene
from game.ui.scenes.page import Page
from game.ui.scenes.rulebook import RulebookScene, reading_key
from game.ui.theme import BODY, SCREEN_TITLE, TARGET_DENSE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.intent import Chosen, Edited, Intent, Pressed, Submitted
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words, mark, side_name

_LIST: Final = 400
_READING: Final = 760
"""The widest line of text that is still easy to read."""
_LIMIT: Final = 60
_NAMES: Final = {
    "cards": mark("Cards"),
    "crises": mark("Crises"),
    "sites": mark("Sites"),
    "sources": mark("Sources"),
}


class PieceRow(Row):
    """A row of the list: dense, so that many are seen at once."""

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of title and note with a little air."""
        return max(TARGET_DENSE, super().measure(theme, room) - 8)


class LibraryScene(Page):
    """Shelves and a search at the left, what is read at the right.

    Attributes:
        shelf: The shelf that is open.
        query: What is searched for on it.
        reading: The slug of what is read; empty when nothing was found.
    """

    framed = False

    def __init__(self, words: Words, shelf: Shelf = "cards", slug: str = "") -> None:
        super().__init__()
        self.words = words
        self.query = ""
        self._pictures = pictures_of(words.content)
        self._open_shelf(shelf, slug)
        self.start = f"piece:{self.reading}"

    # ------------------------------------------------------------------ the screen

    def build(self) -> Widget:
        """Return the list and the page."""
        words = self.words
        shelves = [Option(shelf, words.text(_NAMES[shelf])) for shelf in SHELVES]
        keys = KeyHints(
            "keys",
            [
                KeyHint(("/",), words.text("search")),
                KeyHint(("↑", "↓"), words.text("choose")),
                KeyHint(("PgDn",), words.text("read on")),
            ],
        )
        return Group(
            "library",
            [
                Label(words.text("Library"), SCREEN_TITLE),
                Choice("shelf", shelves, self.shelf, words=True),
                TextField(
                    "query", self.query, empty=words.text("Search: type a word"), limit=_LIMIT
                ),
                Label(self._counted(), BODY, ident="count", colour="ink_2"),
                self._list(),
                keys,
                Button("rules", words.text("The rulebook")),
                Button("packs", words.text("Packs"), why=self._why_no_packs()),
                Button("back", words.text("Back"), key="Esc"),
                Panel("page", look="plain"),
                self._page(),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the list left, the page right."""
        theme = self.theme
        title, shelves, field, count, listed, keys, *feet, panel, page = self.root.children
        wide = round(_LIST * (1 + (theme.text - 1) / 3))
        left, right = cut_left(inset(Rect(0, 0, *size), 32, 24), wide, 28)
        top = left.y
        for part, gap in ((title, 6), (shelves, 8), (field, 6), (count, 4)):
            high = part.measure(theme, left.width)
            part.place(Rect(left.x, top, left.width, high), theme)
            top += high + gap
        buttons = [foot for foot in feet if isinstance(foot, Button)]
        high = max(44, *(button.measure(theme, 0) for button in buttons))
        wants = [button.natural_width(theme) for button in buttons]
        row = Rect(left.x, left.bottom - high, left.width, high)
        for button, place in zip(buttons, shares(row, wants, 8), strict=True):
            button.place(place, theme)
        line = keys.measure(theme, left.width)
        keys.place(Rect(left.x, row.y - line - 8, left.width, line), theme)
        listed.place(Rect(left.x - RING, top, left.width + RING, keys.rect.y - top - 6), theme)
        panel.place(right, theme)
        room = inset(right, 26, 18)
        page.place(Rect(room.x, room.y, min(room.width, _READING), room.height), theme)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Let the page keys scroll what is read; what the keyboard reaches is read."""
        page = self.root.children[10]
        if isinstance(page, ScrollArea) and reading_key(page, event):
            self.damage.whole()
            return None
        before = self._focused()
        transition = super().handle(event)
        now = self._focused()
        if transition is None and event.type == pygame.KEYDOWN and now not in ("", before):
            self._read(now)
        return transition

    def on_intent(self, intent: Intent) -> Transition | None:
        """Open a shelf or a piece, search, follow a row to another page, go back."""
        match intent:
            case Chosen("shelf", value):
                self._open_shelf(next(one for one in SHELVES if one == value))
                self.rebuild()
            case Edited("query", text):
                self._search(text)
            case Submitted("query"):
                self.focus(f"piece:{self.reading}")
            case Pressed("back"):
                return Pop()
            case Pressed("rules"):
                return Push(RulebookScene(self.words))
            case Pressed("packs"):
                return Push(PacksScene(self.words))
            case Pressed(ident) if ident.startswith("piece:"):
                self._read(ident.removeprefix("piece:"))
            case Pressed(ident) if ident.startswith("go:"):
                self._follow(ident)
            case _:
                return None
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go to the search with the slash; to the rulebook with H or F1."""
        if getattr(event, "unicode", "") == "/":
            self.focus("query")
        elif is_key(event, "H") or is_key(event, "F1"):
            return Push(RulebookScene(self.words))
        return None

    # -------------------------------------------------------------------- parts

    def _open_shelf(self, shelf: Shelf, slug: str = "") -> None:
        self.shelf: Shelf = shelf
        self._pieces = pieces(self.words, shelf)
        self._said = {piece.slug: piece.says() for piece in self._pieces}
        self._found = found(self._pieces, self._said, self.query)
        self.reading = slug or (self._found[0].slug if self._found else "")

    def _search(self, query: str) -> None:
        self.query = query
        self._found = found(self._pieces, self._said, query)
        if self.reading not in {piece.slug for piece in self._found}:
            self.reading = self._found[0].slug if self._found else ""
        self._refresh()

    def _read(self, slug: str) -> None:
        if slug != self.reading:
            self.reading = slug
            self._refresh()

    def _follow(self, ident: str) -> None:
        """Go to another page of the library."""
        _, shelf, slug = ident.split(":")
        self.query = ""
        self._open_shelf(next(one for one in SHELVES if one == shelf), slug)
        self.rebuild()
        self.focus(f"piece:{slug}")

    def _refresh(self) -> None:
        """Build anew; the list stays where it was rolled to, the caret where it was."""
        listed, field = self.root.children[4], self.root.children[2]
        self.rebuild()
        fresh_list, fresh_field = self.root.children[4], self.root.children[2]
        if isinstance(listed, ScrollArea) and isinstance(fresh_list, ScrollArea):
            fresh_list.scroll_to(listed.offset)
        if isinstance(field, TextField) and isinstance(fresh_field, TextField):
            fresh_field.caret = field.caret

    def _focused(self) -> str:
        """Return the slug of the row that the keyboard is on."""
        focused = self.tree.focused
        if focused is None or not focused.id.startswith("piece:"):
            return ""
        return focused.id.removeprefix("piece:")

    def _why_no_packs(self) -> str:
        """Return why the packs aren't reached from here: inside one or a match they aren't."""
        inside = bool(self.words.content.packs)
        return self.words.text("this is the library of a pack") if inside else ""

    def _list(self) -> ScrollArea:
        rows = [self._row(piece) for piece in self._found]
        return ScrollArea("list", RingRoom(Column("", rows, gap=4)))

    def _row(self, piece: Piece) -> Widget:
        note = piece.note
        if self.shelf == "cards" and piece.side is not None:
            note = " · ".join((side_name(self.words, piece.side), note))
        chosen = piece.slug == self.reading
        return PieceRow(f"piece:{piece.slug}", piece.title, note, below=True, selected=chosen)

    def _page(self) -> ScrollArea:
        piece = next((one for one in self._pieces if one.slug == self.reading), None)
        nothing = Label(self.words.text("Nothing holds all of these words."), BODY)
        parts = [nothing] if piece is None else piece.page()
        if self.shelf != "sources":
            parts = [*picture_of(self._pictures, self.reading), *parts]
        return ScrollArea("page-text", RingRoom(Column("", parts, gap=8)))

    def _counted(self) -> str:
        """Return how many were found."""
        n, of = len(self._found), len(self._pieces)
        return self.words.text("{n} of {of}", n=n, of=of)
