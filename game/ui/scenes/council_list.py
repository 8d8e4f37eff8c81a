"""The list beside the page: all terms of a side, those that can't be given with the reason."""

from collections.abc import Iterator

from pygame import Rect

from game.engine import View
from game.ui import text
from game.ui.board.package import TermGroup, Terms, groups, of_side, why_not
from game.ui.board.package_words import group_note, group_reason, row_note
from game.ui.board.ring_room import RING, RingRoom
from game.ui.theme import NOTE, PANEL_TITLE, Theme
from game.ui.widgets.label import Label
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Widget
from game.words import Words, reason_text, term_facts, term_icon, term_title
from game.words.terms import TermKind, term_group

TERM = "term:"
GROUP = "group:"
_TITLE = PANEL_TITLE.sized(24, 30)
_NOTE = NOTE.sized(14, 19)
_INDENT = 20
_GAP = 5
_USUAL_LIMIT = 2
_LADDER_ICONS = {
    "transparency": "kind-transparency",
    "exercises": "kind-exercise",
    "centres": "kind-centre",
    "guarantees": "kind-guarantee",
}


class _Inside(Widget):
    """A row of an open group, a little to the right."""

    backdrop = True

    def __init__(self, row: Row) -> None:
        super().__init__("", [row])
        self.row = row

    def measure(self, theme: Theme, room: int) -> int:
        return self.row.measure(theme, room - _INDENT)

    def place(self, rect: Rect, theme: Theme) -> None:
        self.rect = rect.copy()
        inner = Rect(rect.x + _INDENT, rect.y, rect.width - _INDENT, rect.height)
        self.row.place(inner, theme)


class TermList(Widget):
    """Title, the rule of how many, and the rows.

    Rows have the ids ``term:<code>`` and ``group:<kind>``; one group may stand open.
    """

    backdrop = True

    def __init__(
        self, words: Words, view: View, terms: Terms, giver: int, opened: str, stands: str
    ) -> None:
        self._words = words
        self._view = view
        self._terms = terms
        self._stands = stands
        self._giver = giver
        own = giver == view.side
        title = words.text("What we offer") if own else words.text("What we ask")
        self.title = Label(title, _TITLE)
        self.note = Label(self._rule(), _NOTE, colour="ink_2")
        self.rows = RingRoom(Column("", list(self._rows(giver, opened)), gap=_GAP))
        self.area = ScrollArea("list", self.rows)
        self.foot = Label(
            words.text("Enter adds a term or takes it back"), _NOTE, colour="ink_2"
        )
        super().__init__("terms-of", [self.title, self.note, self.area, self.foot])

    @property
    def first(self) -> str:
        """Return the id of the first row that can be pressed."""
        rows = (one for one in self.rows.walk() if isinstance(one, Row))
        return next((row.id for row in rows if not row.barred), "")

    def reveal(self, kind: str) -> None:
        """Show what stands below an open group."""
        group = next((one for one in groups(self._giver) if one.kind == kind), None)
        if group is not None:
            rows = (f"{TERM}{code}" for code in group.codes)
            self.area.reveal_all({f"{GROUP}{kind}", *rows})

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the head, the hint at the bottom, and the rows between."""
        self.rect = rect.copy()
        top = rect.y
        for label in (self.title, self.note):
            high = label.measure(theme, rect.width)
            label.place(Rect(rect.x, top, rect.width, high), theme)
            top += high
        high = text.line_height(_NOTE, theme)
        self.foot.place(Rect(rect.x, rect.bottom - high, rect.width, high), theme)
        area = Rect(rect.x, top + RING, rect.width, rect.bottom - high - 14 - top)
        self.area.place(area.inflate(2 * RING, 2 * RING), theme)

    def _rule(self) -> str:
        """Return how many terms a side may have: of another limit than two the number."""
        limit = self._view.term_limit
        words = self._words
        if limit == _USUAL_LIMIT:
            return words.text("One or two terms; at most one on a ladder.")
        return words.plural("{n} term.", "Up to {n} terms; at most one on a ladder.", limit)

    def _rows(self, giver: int, opened: str) -> Iterator[Widget]:
        for group in groups(giver):
            if not group.kind:
                yield self._term(group.codes[0])
                continue
            is_open = group.kind == opened
            yield self._group(group, is_open=is_open)
            if is_open:
                yield from (_Inside(self._term(code)) for code in self._sorted(group.codes))

    def _sorted(self, codes: Terms) -> list[int]:
        """Return what can be chosen first."""
        return sorted(codes, key=lambda code: (self._why(code) != "", code))

    def _term(self, code: int) -> Row:
        words = self._words
        taken = code in self._terms
        note = row_note(words, self._view, code)
        return Row(
            f"{TERM}{code}",
            term_title(words, code),
            note,
            icon=_icon(words, code),
            below=True,
            ticked=taken,
            why=self._why(code),
        )

    def _why(self, code: int) -> str:
        """Return why a term can't be pressed: it can't come, or it can't go."""
        if code in self._terms:
            return self._stands
        reason = why_not(self._view, self._terms, code)
        return reason_text(self._words, reason) if reason else ""

    def _group(self, group: TermGroup, *, is_open: bool) -> Row:
        words = self._words
        kind: TermKind = term_facts(words, group.codes[0]).kind
        taken = [code for code in group.codes if code in of_side(self._terms, code >> 5)]
        note = words.listing([term_title(words, code) for code in taken])
        return Row(
            f"{GROUP}{group.kind}",
            term_group(words, kind),
            note or group_note(words, self._view, self._terms, group),
            icon="chevron-down" if is_open else term_icon(words, group.codes[0]),
            below=True,
            ticked=bool(taken),
            why=group_reason(words, self._view, self._terms, group),
        )


def _icon(words: Words, code: int) -> str:
    """Return the icon of a term; each ladder has that of its kind of cards."""
    facts = term_facts(words, code)
    if facts.kind == "raise" and facts.ladder:
        return _LADDER_ICONS[facts.ladder]
    return term_icon(words, code)
