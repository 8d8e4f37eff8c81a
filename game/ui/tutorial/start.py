"""The way into a guided match: what it is, and which seat to take."""

from typing import Final

from pygame import Rect

from game.content.tutorial import TutorialSpec, load_tutorial
from game.match import HUMAN
from game.match.seats import Seats
from game.paths import UserFolderError
from game.ui import text
from game.ui.desk import Desk
from game.ui.layout import centred, columns
from game.ui.scene import Pop, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.sitting import Sitting
from game.ui.theme import BODY, HISTORY, SCREEN_TITLE, Theme
from game.ui.tutorial.guide import Guide
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.panel import PLATE, Panel, Spacer
from game.ui.widgets.row import Row
from game.ui.widgets.widget import Column, Group, Widget
from game.words import side_values

_WIDE: Final = 720
_SEATS: Final = ("nato", "russia")


class FirstCouncilScene(Page):
    """What the guided match is, and for whom one sits in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.tutorial: TutorialSpec = load_tutorial(desk.content)
        self.start = _SEATS[0]

    def build(self) -> Widget:
        """Return the plate with the introduction and the two seats."""
        words, tutorial = self.desk.words, self.tutorial
        told = words.content_text(tutorial.slug, tutorial.introduction)
        keys = words.text(
            "Mouse or keyboard alone will do: N goes on, X sends the notes away, Esc pauses."
        )
        parts: list[Widget] = [
            Label(words.content_text(tutorial.slug, tutorial.title), SCREEN_TITLE),
            Label(told, HISTORY),
            Label(keys, BODY, colour="ink_2"),
            Spacer(8),
            Label(words.text("Where do you sit?"), BODY),
            SeatLine("seats", [self._seat(side) for side in (0, 1)]),
        ]
        plate = Panel("first-council", parts, look=PLATE, padding=36, gap=10)
        return Group("start", [plate, Button("back", words.text("Back"), key="Esc")])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plate in the middle, the way back below it."""
        plate, back = self.root.children
        theme = self.theme
        wide = min(size[0] - 80, round(_WIDE * theme.text))
        high = plate.measure(theme, wide)
        window = Rect(0, 0, size[0], size[1] - 60)
        plate.place(centred(window, wide, high), theme)
        least = text.width(self.desk.words.text("Back"), BODY, theme) + 110
        tall = back.measure(theme, least)
        back.place(Rect(plate.rect.right - least, size[1] - 36 - tall, least, tall), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Take a seat, or go back."""
        if not isinstance(intent, Pressed):
            return None
        if intent.id in _SEATS:
            return self._begin(_SEATS.index(intent.id))
        return Pop() if intent.id == "back" else None

    def _seat(self, side: int) -> Row:
        """Return the row of a seat."""
        words = self.desk.words
        values = side_values(words, side)
        rival = words.text("against {other}, which the computer plays", **values)
        return Row(
            _SEATS[side], words.text("For {side}", **values), rival, icon="person", below=True
        )

    def _begin(self, side: int) -> Transition | None:
        """Deal the match and let the guide go with it."""
        try:
            return Replace(guided(self.desk, self.tutorial, side).next_scene())
        except UserFolderError as error:
            words = self.desk.words
            title, close = words.text("This match can’t be saved"), words.text("Close")
            told = words.told(error)
            self.ask(Dialog("warning", title, told, [("close", close)], "close"))
            return None


class SeatLine(Column):
    """The two seats, NATO's left and Russia's right."""

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the higher one."""
        wide = columns(Rect(0, 0, room, 1), 2, 16)[0].width
        return max(child.measure(theme, wide) for child in self.children)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place them side by side."""
        self.rect = rect.copy()
        for child, part in zip(self.children, columns(rect, 2, 16), strict=True):
            child.place(part, theme)


def guided(desk: Desk, tutorial: TutorialSpec, side: int) -> Sitting:
    """Return the sitting at a guided match, with somebody in the seat of a side.

    Raises:
        UserFolderError: The folder of the matches can't be written to.
    """
    rival = tutorial.rival
    seats: Seats = (rival, HUMAN) if side else (HUMAN, rival)
    sitting = desk.begin(tutorial.scenario, seats, tutorial.seeds.of(side))
    sitting.match.note_guide()
    sitting.companion = Guide(tutorial, sitting, side)
    return sitting


def accompanied(sitting: Sitting, tutorial: TutorialSpec) -> Sitting:
    """Return a sitting with the guide where it was, if the match had one."""
    if sitting.match.guide_steps is not None and len(sitting.people) == 1:
        sitting.companion = Guide(tutorial, sitting, sitting.people[0])
    return sitting
