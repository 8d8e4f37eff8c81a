"""The four ladders on the board: steps, joint levels, locks with their reason, pledges."""

from typing import Final

import pygame
from pygame import Rect

from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine.preview import Preview
from game.ui import text
from game.ui.draw import mark
from game.ui.draw.ladder import LadderFace
from game.ui.theme import NOTE_BOLD, Theme
from game.ui.widgets.ladder import WIDTH, LadderWidget
from game.ui.widgets.widget import Hint, Widget
from game.words import (
    Words,
    ladder_name,
    ladder_steps,
    ladder_tooltip,
    reason_sentence,
    side_name,
    side_values,
)

_GAP: Final = 8
_OFFERS_LOCK: Final = "top-of-ladder"


class Ladders(Widget):
    """The ladders side by side. Their ids are ``ladder:<slug>``."""

    backdrop = True

    def __init__(
        self,
        words: Words,
        view: View,
        becomes: Preview | None = None,
        *,
        locks: bool = True,
    ) -> None:
        """Show the ladders; `locks` says what bars the next step of the side that looks."""
        self.ladders = [
            _ladder(words, view, number, becomes, locks=locks) for number in range(len(LADDERS))
        ]
        super().__init__("ladders", self.ladders)

    def natural_width(self, theme: Theme) -> int:
        """Return the width at which every name has room."""
        widest = max(ladder.least(theme)[0] for ladder in self.ladders)
        return len(self.ladders) * max(WIDTH, widest) + _GAP * (len(self.ladders) - 1)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the tallest."""
        return max(ladder.measure(theme, WIDTH) for ladder in self.ladders)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Give each ladder the same width."""
        self.rect = rect.copy()
        count = len(self.ladders)
        wide = (rect.width - _GAP * (count - 1)) // count
        for number, ladder in enumerate(self.ladders):
            left = rect.x + number * (wide + _GAP)
            ladder.place(Rect(left, rect.y, wide, rect.height), theme)


class BoardLadder(LadderWidget):
    """A ladder with what pledges not to suspend it still run, under each side's rail."""

    def __init__(
        self, ident: str, face: LadderFace, hint: Hint, pledges: tuple[int, int]
    ) -> None:
        super().__init__(ident, face, hint)
        self.pledges = pledges

    def says(self) -> str:
        """Return what the ladder says, and its tooltip."""
        return f"{super().says()} {self.hint.text if self.hint else ''}".strip()

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the ladder and the pledges."""
        super().paint(target, theme)
        middle = self.rect.bottom - 14
        for side, rounds in enumerate(self.pledges):
            if rounds:
                left = self.rect.x if not side else self.rect.right - 25
                mark.icon(
                    target, theme, "pledge", (left + 8, middle), theme.side_colour(side), 15
                )
                at = (left + 17, text.baseline_at(middle, NOTE_BOLD, theme))
                colour = theme.side_colour(side)
                text.write(target, theme, str(rounds), NOTE_BOLD, colour, at)


def _ladder(
    words: Words, view: View, number: int, becomes: Preview | None, *, locks: bool
) -> BoardLadder:
    slug = LADDERS[number]
    pair = view.steps[0][number], view.steps[1][number]
    reason = view.step_reason(view.side, number) if locks else None
    why = reason_sentence(words, reason) if reason is not None else ""
    planned = None
    if becomes is not None:
        planned = becomes.steps[0][number][1], becomes.steps[1][number][1]
    face = LadderFace(
        name=ladder_name(words, slug),
        steps=pair,
        joint_word=words.text_for("level", "joint"),
        preview=planned,
        locked=reason is not None and reason.slug != _OFFERS_LOCK,
        why=why,
    )
    pledges = view.ladder_pledges[0][number], view.ladder_pledges[1][number]
    hint = _hint(words, view, number, why)
    return BoardLadder(f"ladder:{slug}", face, hint, pledges)


def _hint(words: Words, view: View, number: int, why: str) -> Hint:
    """Return what a ladder means, its steps, what bars the next own one, and pledges."""
    slug = LADDERS[number]
    pair = view.steps[0][number], view.steps[1][number]
    title, note = ladder_tooltip(words, slug, pair)
    lines = [f"**{why}**", note] if why else [note]
    for step, name in enumerate(ladder_steps(words, slug), start=1):
        there = [side_name(words, side) for side in (0, 1) if pair[side] >= step]
        reached = f" ({words.listing(there)})" if there else ""
        lines.append(f"{step} {name}{reached}")
    for side in (0, 1):
        rounds = view.ladder_pledges[side][number]
        if rounds:
            values = side_values(words, side)
            lines.append(
                words.plural(
                    "{side} pledged not to suspend for {n} round",
                    "{side} pledged not to suspend for {n} rounds",
                    rounds,
                    **values,
                )
            )
    return Hint("\n".join(lines), title, "2.2")
