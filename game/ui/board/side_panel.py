"""A side's panel: tracks, worth, mandate and cards, as the viewer knows them."""

from collections import Counter
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.ui import text
from game.ui.draw import mark
from game.ui.draw.bar import Notch
from game.ui.draw.frame import rule
from game.ui.theme import (
    BODY_BOLD,
    EMPHASIS,
    HISTORY_ITALIC,
    NOTE,
    PANEL_TITLE,
    VALUE,
    Role,
    Theme,
)
from game.ui.widgets.button import Pressable
from game.ui.widgets.panel import Panel
from game.ui.widgets.track import TrackRow
from game.ui.widgets.widget import Hint, Widget
from game.words import (
    Words,
    card_title,
    firm_text,
    mandate_rows,
    mandate_title,
    points,
    secured_text,
    side_name,
    signed,
    site_name,
    track_name,
    track_tooltip,
)

_TIED: Final = "\N{NO-BREAK SPACE}"
_PADDING: Final = 13
_TIGHT: Final = 9
_GATED_STEPS: Final = (2, 3, 4)
_BACK: Final = (15, 20)
_GAP: Final = 3
_AIR: Final = 5
"""Between the hairline above a row and its words."""


def side_panel(words: Words, view: View, side: int, *, mine: bool = True) -> "SidePanel":
    """Return the panel of a side; what the viewer may not know of it is not in it.

    `mine` says whether whoever reads it sits at the side that looks.
    """
    rows: list[Widget] = [
        _Head(words, view, side),
        _assurance(words, view, side),
        _support(words, view, side),
        _Worth(words, view, side),
        _mandate(words, view, side, mine=mine),
        _Cards(words, view, side),
    ]
    return SidePanel(f"side:{side}", rows, side=side, padding=_PADDING, gap=_GAP)


class SidePanel(Panel):
    """A panel that saves room when the text is large."""

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height with the padding that goes with the text."""
        self.padding = _PADDING if theme.text == 1 else _TIGHT
        return super().measure(theme, room)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place with the padding that goes with the text."""
        self.padding = _PADDING if theme.text == 1 else _TIGHT
        super().place(rect, theme)


def gate_notches(view: View, side: int) -> tuple[Notch, ...]:
    """Return where on Assurance the steps of most ladders open."""
    gates = view.gates(side)
    return tuple(
        Notch(Counter(ladder[step - 1] for ladder in gates).most_common(1)[0][0], str(step))
        for step in _GATED_STEPS
    )


def _assurance(words: Words, view: View, side: int) -> TrackRow:
    title, body = track_tooltip(words, "assurance", view.assurance[side], side)
    return TrackRow(
        f"assurance:{side}",
        track_name(words, "assurance"),
        view.assurance[side],
        side=side,
        notches=gate_notches(view, side),
        hint=Hint(body, title, "1.3"),
    )


def _support(words: Words, view: View, side: int) -> TrackRow:
    title, body = track_tooltip(words, "support", view.support[side], side)
    return TrackRow(
        f"support:{side}",
        track_name(words, "support"),
        view.support[side],
        side=side,
        hint=Hint(body, title, "1.4"),
    )


def _mandate(words: Words, view: View, side: int, *, mine: bool) -> Widget:
    """Return the own mandate with its points, or that the other's is sealed."""
    known = view.mandate if side == view.side else view.rival_mandate
    return _Mandate(words, view, side, known, mine=mine) if known else _Sealed(words, side)


class _Row(Pressable):
    """A row of the panel: a hairline above, then what it shows."""

    bleed = 2
    warms = False
    ruled = True

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of its lines and the hairline's air."""
        return self.lines(theme) + (_AIR if self.ruled else 0)

    def lines(self, theme: Theme) -> int:
        """Return the height of its lines."""
        return text.line_height(NOTE, theme)

    @property
    def top(self) -> int:
        """Return where the lines begin."""
        return self.rect.y + (_AIR if self.ruled else 0)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the hairline and the lines."""
        if self.ruled:
            rule(target, theme, (self.rect.x, self.rect.y), self.rect.width)
        self.paint_lines(target, theme)

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the lines."""

    def put(
        self,
        target: pygame.Surface,
        theme: Theme,
        words: text.Rich,
        look: tuple[Role, str],
        top: int,
    ) -> int:
        """Write words over the whole width; return where they end."""
        block = text.block(words, look[0], theme, self.rect.width)
        block.draw(target, (self.rect.x, top), getattr(theme.palette, look[1]))
        return top + block.height


class _Head(_Row):
    """The side's shape and name, and how many of its cards lie face down."""

    ruled = False

    def __init__(self, words: Words, view: View, side: int) -> None:
        super().__init__(f"face-down:{side}")
        self.side = side
        self.name = side_name(words, side)
        self.count = view.face_down_counts[side]
        self.down = words.text("{n} face down", n=self.count)
        self.hint = Hint(_down_text(words, view, side), self.down, "4.10")

    def says(self) -> str:
        return f"{self.name}, {self.down}"

    def lines(self, theme: Theme) -> int:
        return text.line_height(PANEL_TITLE, theme)

    def least(self, theme: Theme) -> tuple[int, int]:
        down = text.width(str(self.count), NOTE, theme) + _BACK[0] + 7
        return 28 + text.width(self.name, PANEL_TITLE, theme) + 8 + down, 0

    def _count(self, theme: Theme) -> str:
        """Return how many lie face down, in words where there is room for them."""
        name = 28 + text.width(self.name, PANEL_TITLE, theme) + 8
        room = self.rect.width - name - _BACK[0] - 7
        return self.down if text.width(self.down, NOTE, theme) <= room else str(self.count)

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        middle = self.rect.centery
        mark.side_mark(target, theme, self.side, (self.rect.x + 10, middle + 1), 19)
        at = (self.rect.x + 28, text.baseline_at(middle, PANEL_TITLE, theme))
        text.write(target, theme, self.name, PANEL_TITLE, palette.ink, at)
        right = (self.rect.right, text.baseline_at(middle, NOTE, theme))
        count = self._count(theme)
        text.write(target, theme, count, NOTE, palette.ink_2, right, text.RIGHT)
        left = self.rect.right - text.width(count, NOTE, theme) - 7 - _BACK[0]
        back = Rect(left, middle - _BACK[1] // 2, *_BACK)
        mark.card_back(target, theme, self.side, back)


_WORTH: Final = VALUE.sized(26)


class _Worth(_Row):
    """NATO's Coverage or Russia's Deterrent, and whether that is enough."""

    def __init__(self, words: Words, view: View, side: int) -> None:
        track = "deterrent" if side else "coverage"
        super().__init__(track)
        self.name = track_name(words, track)
        value = view.deterrent if side else view.coverage
        self.value = signed(value) if side else str(value)
        self.secured = view.secure if side else view.protected
        self.word = secured_text(words, side, secured=self.secured)
        if side:
            self.note = words.text("needs {n}", n=0)
        else:
            self.note = words.text("threat {n}", n=view.threat)
        title, body = track_tooltip(words, track, value)
        if view.firm_at_brink(side):
            brink = view.world.brink
            self.note = words.text("firm at Tension {brink}", brink=brink)
            body += " " + firm_text(words, side)
        self.hint = Hint(body, title, "3.6")

    def says(self) -> str:
        return f"{self.name} {self.value}, {self.word} · {self.note}"

    def lines(self, theme: Theme) -> int:
        return text.line_height(BODY_BOLD, theme) + text.line_height(NOTE, theme)

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        end = self.put(target, theme, self.name, (BODY_BOLD, "ink"), self.top)
        colour = "joint" if self.secured else "ink"
        runs = [
            text.Run(self.word, bold=True, colour=colour),
            text.Run(f" · {self.note}"),
        ]
        value = text.width(self.value, _WORTH, theme) + 6
        if text.width(runs, NOTE, theme) > self.rect.width - value:
            # The tooltip says it too.
            runs.pop()
        self.put(target, theme, runs, (NOTE, "ink_2"), end)
        middle = self.top + self.lines(theme) / 2
        at = (self.rect.right, text.baseline_at(middle, _WORTH, theme))
        text.write(target, theme, self.value, _WORTH, palette.ink, at, text.RIGHT)


class _Mandate(_Row):
    """A mandate that the viewer knows; of the own one also the points so far."""

    def __init__(self, words: Words, view: View, side: int, slug: str, *, mine: bool) -> None:
        super().__init__(f"mandate:{side}")
        self.title = mandate_title(words, slug)
        yours = mine and side == view.side
        self.name = words.text("Your mandate") if yours else words.text("Mandate")
        self.points = ""
        if side == view.side and view.score is not None and view.target is not None:
            self.points = f"{points(words, view.score)} / {points(words, view.target)}"
        spec = view.world.content.mandates[slug]
        counts = [f"{row.text} **{row.points}**" for row in mandate_rows(words, spec)]
        lines = [words.content_text(slug, spec.seeks), *counts]
        if self.points:
            lines.append(words.text("Points so far / target: {points}", points=self.points))
        self.hint = Hint("\n".join(lines), self.title, "9.2")

    def says(self) -> str:
        return f"{self.name} {self.points} {self.title}"

    def lines(self, theme: Theme) -> int:
        return text.line_height(NOTE, theme) + text.line_height(HISTORY_ITALIC, theme) - 2

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        end = self.put(target, theme, self.name, (NOTE, "ink_2"), self.top)
        middle = self.top + text.line_height(NOTE, theme) / 2
        at = (self.rect.right, text.baseline_at(middle, EMPHASIS, theme))
        text.write(target, theme, self.points, EMPHASIS, theme.palette.ink, at, text.RIGHT)
        self.put(target, theme, self.title, (HISTORY_ITALIC.sized(15, 21), "ink"), end - 1)


class _Sealed(_Row):
    """That the other side's mandate is not known."""

    def __init__(self, words: Words, side: int) -> None:
        super().__init__(f"mandate:{side}")
        self.title = words.text("Mandate sealed")
        self.note = words.text("opened at the end")
        body = words.text("Each side chose one of two in secret. Watch what it does.")
        self.hint = Hint(body, self.title, "9.2")

    def says(self) -> str:
        return f"{self.title}, {self.note}"

    def lines(self, theme: Theme) -> int:
        return text.line_height(BODY_BOLD, theme) + text.line_height(NOTE, theme)

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        high = self.lines(theme)
        at = (self.rect.x + 11, self.top + high / 2)
        mark.icon(target, theme, "lock", at, palette.ink_2, 20)
        left = self.rect.x + 30
        title = text.block(self.title, BODY_BOLD, theme, self.rect.right - left)
        title.draw(target, (left, self.top), palette.ink)
        note = text.block(self.note, NOTE, theme, self.rect.right - left)
        note.draw(target, (left, self.top + title.height), palette.ink_2)


class _Cards(_Row):
    """How many cards a side has in hand, deck and discard."""

    def __init__(self, words: Words, view: View, side: int) -> None:
        super().__init__(f"cards:{side}")
        counts = words.text(
            "hand {hand} · deck {deck} · discard {discard}",
            hand=view.hand_sizes[side],
            deck=view.deck_sizes[side],
            discard=len(view.discards[side]) + view.face_down_counts[side],
        )
        # A line may end between two counts, but not between a name and its number.
        self.counts = " · ".join(part.replace(" ", _TIED) for part in counts.split(" · "))
        title = words.text("{side}: cards", side=side_name(words, side))
        self.hint = Hint(_cards_text(words, view, side), title, "8.1")

    def says(self) -> str:
        return self.counts

    def measure(self, theme: Theme, room: int) -> int:
        return text.height(self.counts, NOTE, theme, room) + _AIR

    def paint_lines(self, target: pygame.Surface, theme: Theme) -> None:
        self.put(target, theme, self.counts, (NOTE, "ink_2"), self.top)


def _down_text(words: Words, view: View, side: int) -> str:
    """Return what face-down cards are, and to their owner which."""
    about = words.text(
        "A card face down is an undeclared site, technical means, or nothing. Only its owner "
        "knows."
    )
    if side != view.side or not view.own_face_down:
        return about
    names = words.listing([card_title(words, card) for card in view.own_face_down])
    hidden = [site_name(words, s.slug) for s in view.sites if s.undeclared and s.side == side]
    lines = [about, words.text("Yours: {cards}.", cards=names)]
    if hidden:
        lines.append(words.text("Undeclared: {sites}.", sites=words.listing(hidden)))
    return "\n".join(lines)


def _cards_text(words: Words, view: View, side: int) -> str:
    """Return which of a side's cards the viewer knows of."""

    def named(cards: tuple[str, ...]) -> str:
        return words.listing([card_title(words, card) for card in cards])

    lines = []
    if side != view.side:
        if view.rival_hand:
            lines.append(words.text("In hand: {cards}.", cards=named(view.rival_hand)))
        elif view.known_cards:
            lines.append(words.text("Seen in hand: {cards}.", cards=named(view.known_cards)))
    if view.discards[side]:
        lines.append(words.text("Discard: {cards}.", cards=named(view.discards[side])))
    return "\n".join(lines) or words.text("No card has been played face up yet.")
