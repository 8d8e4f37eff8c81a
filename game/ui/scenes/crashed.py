"""The game was at fault: what is kept, where the report lies, and how to go on."""

from pathlib import Path
from typing import Final

from pygame import Rect

from game.ui.layout import centred
from game.ui.scene import Pop, Quit, Transition
from game.ui.scenes.page import Page
from game.ui.theme import BODY, NOTE, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, Rule, Spacer
from game.ui.widgets.widget import Group, Widget
from game.words import Words

_WIDE: Final = 720


class CrashedScene(Page):
    """Says so in plain words. It lies on the title: going on goes there first."""

    def __init__(
        self,
        words: Words,
        *,
        what: str,
        report: Path | None,
        kept: Path | None,
        lost: bool,
        going: bool,
    ) -> None:
        """Say what happened.

        Args:
            words: The language.
            what: The error in one line.
            report: Where more about it was written, if it could be.
            kept: The match's file, if all of it is there.
            lost: Whether there was a match that is not kept.
            going: Whether the match can go on.
        """
        super().__init__()
        self.words = words
        self.what = what
        self.report = report
        self.kept = kept
        self.lost = lost
        self.going = going
        self.start = "go-on" if going else "title"

    def build(self) -> Widget:
        """Return the plate with the ways on."""
        words = self.words
        parts: list[Widget] = [
            Label(words.text("Something went wrong"), SCREEN_TITLE),
            Label(words.text("This is a fault of the game, not yours."), BODY),
            *self._match_words(),
            Rule(air=4),
            Label(self.what, NOTE, ident="what", colour="ink_2"),
            Label(self._report_words(), NOTE, ident="report", colour="ink_2"),
            Spacer(6),
        ]
        if self.going:
            label = words.text("Go on from the last decision")
            parts.append(Button("go-on", label, icon="play", primary=True))
        back = Button("title", words.text("To the title"), icon="home", primary=not self.going)
        parts += [back, Button("quit", words.text("Quit"))]
        return Group("crashed", [Panel("plate", parts, padding=28, gap=10)])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plate in the middle."""
        plate = self.root.children[0]
        wide = min(size[0] - 80, round(_WIDE * (1 + (self.theme.text - 1) / 2)))
        high = min(size[1] - 60, plate.measure(self.theme, wide))
        plate.place(centred(Rect(0, 0, *size), wide, high), self.theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go on with the match, to the title, or leave."""
        match intent:
            case Pressed("go-on"):
                return Pop(self.kept)
            case Pressed("title"):
                return Pop()
            case Pressed("quit"):
                return Quit()
            case _:
                return None

    def _match_words(self) -> list[Widget]:
        """Return what became of the match, if there was one."""
        words = self.words
        if self.kept is not None:
            told = words.text("The match is saved up to its last decision.")
            path = Label(str(self.kept), NOTE, ident="kept", colour="ink_2")
            return [Label(told, BODY), path]
        if self.lost:
            return [Label(words.text("The match could not be saved: it is lost."), BODY)]
        return []

    def _report_words(self) -> str:
        """Return where the report lies."""
        if self.report is None:
            return self.words.text("No report could be written.")
        return self.words.text("A report for us: {path}", path=str(self.report))
