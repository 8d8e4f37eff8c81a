"""The class screen: the table for a projector, and the question that is discussed.

It holds no secret unless the facilitator has opened it to the class.
"""

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.engine import View
from game.engine.events import CardPlayed, CrisisTurnedUp, Event
from game.match.perspective import SitesView, TableView
from game.ui.lesson.run import LessonRun
from game.ui.scene import Pop, Transition
from game.ui.scenes.spectator import SpectatorScene
from game.ui.theme import BODY, HISTORY_ITALIC, PANEL_TITLE, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Widget
from game.words import LogLine, card_title, mandate_title, side_values

_QUESTION: Final = SCREEN_TITLE.sized(24, 31)
_BACK: Final = "back"
_BAND: Final = 176
_MORE: Final = 40
"""By how much the band is higher when hands or mandates are shown."""


class ClassScene(SpectatorScene):
    """What a class sees: board and question, and nothing secret that was not opened."""

    def __init__(self, run: LessonRun) -> None:
        super().__init__(run.words)
        self.run = run
        self.start = _BACK
        truth = run.match.truth
        self._view = SitesView(truth) if "sites" in run.shown else TableView(truth)

    @property
    def view(self) -> View:
        """Return what everybody may know, with the sites that were opened."""
        return self._view

    def lines(self) -> Sequence[LogLine]:
        """Return the log that everybody may read."""
        return self.run.sitting.log(None)

    def events(self) -> Sequence[Event]:
        """Return what happened so far as everybody may know it."""
        return self.run.match.public_events()

    def band_height(self) -> int:
        """Return more where hands or mandates are told."""
        return _BAND + _MORE * len(self.run.shown & {"hands", "mandates"})

    def band_parts(self) -> list[Widget]:
        """Return the question or the last act, what was opened, and the way back."""
        words, run = self.words, self.run
        lines = self.lines()
        latest = lines[-1].text if lines else words.text("The match begins.")
        question = run.question
        parts: list[Widget] = []
        if question is None:
            parts.append(Label(latest, PANEL_TITLE, ident="latest"))
        else:
            asked = question.prompt.ask_in(words)
            parts.append(Label(asked, _QUESTION, ident="question"))
            idea = run.concept(question.prompt)
            if idea and run.concepts:
                parts.append(Label(idea, BODY.italic, colour="ink_2", ident="idea"))
        parts += [Label(line, BODY, colour="ink_2") for line in opened(run)]
        if run.history and (told := history_note(run)):
            parts.append(Label(told, HISTORY_ITALIC, colour="ink_2", ident="history"))
        return [
            ScrollArea("asked", Column("", parts, gap=5)),
            Button(_BACK, words.text("Back to the panel"), key="Esc", primary=True),
        ]

    def place_band(self, room: Rect) -> None:
        """Place the words above, the way back at the right below."""
        theme = self.theme
        asked, back = self.band
        high = back.measure(theme, 0)
        wide = back.natural_width(theme) if isinstance(back, Button) else 0
        back.place(Rect(room.right - wide, room.bottom - high, wide, high), theme)
        asked.place(Rect(room.x, room.y, room.width, back.rect.y - room.y - 4), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back to the panel."""
        if isinstance(intent, Pressed) and intent.id == _BACK:
            return Pop()
        return super().on_intent(intent)

    def pause_scene(self) -> Transition | None:
        """Go back to the panel with Esc, too."""
        return Pop()


def history_note(run: LessonRun) -> str:
    """Return what history did where the match passed last: of a card played, or a crisis."""
    words, content = run.words, run.sitting.content
    for event in reversed(run.match.public_events()):
        if isinstance(event, CardPlayed) and event.use == "event":
            return words.content_text(event.card, content.cards[event.card].history)
        if isinstance(event, CrisisTurnedUp) and content.crises[event.crisis].form is None:
            return words.content_text(event.crisis, content.crises[event.crisis].story)
    return ""


def opened(run: LessonRun) -> list[str]:
    """Return what of the hands and mandates the class may know, a line for each side."""
    words, match = run.words, run.match
    told = []
    for side in (0, 1):
        view, values = match.view(side), side_values(words, side)
        if "hands" in run.shown:
            cards = words.commas([card_title(words, card) for card in view.hand])
            told.append(words.text("{sides} hand: {cards}", cards=cards or "–", **values))
    for side in (0, 1):
        view, values = match.view(side), side_values(words, side)
        if "mandates" in run.shown and view.mandate is not None:
            title = mandate_title(words, view.mandate)
            told.append(words.text("{sides} mandate: “{mandate}”", mandate=title, **values))
    return told
