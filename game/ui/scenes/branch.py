"""A branch: who plays on from a point of a match that was played before."""

from typing import Final

from pygame import Rect

from game.match import HUMAN, Course, Match
from game.match.marks import Marks
from game.paths import UserFolderError
from game.ui import text
from game.ui.desk import Desk
from game.ui.layout import columns, cut_bottom, inset
from game.ui.scene import Replace, Transition
from game.ui.scenes.new_game import NewGameScene
from game.ui.theme import BODY, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Group, Widget

_MARGIN: Final = 40
_FOOT: Final = 60


class BranchScene(NewGameScene):
    """Both seats to choose; the scenario, the deal and all that came before stand."""

    def __init__(
        self, desk: Desk, course: Course, decided: int, where: str, marks: Marks
    ) -> None:
        rival = next((seat for seat in course.seats if seat != HUMAN), "greedy")
        super().__init__(desk, course.scenario, (HUMAN, rival))
        self.course = course
        self.decided = decided
        self.where = where
        self.marks = marks
        self.start = f"nato:{HUMAN}"

    def build(self) -> Widget:
        """Return what it is about, both columns of seats, and the foot."""
        words = self.desk.words
        about = words.text(
            "All that happened up to here stands. From here on these two decide, and luck "
            "falls as it would have fallen then."
        )
        return Group(
            "branch",
            [
                Label(words.text("What if … {where}", where=self.where), SCREEN_TITLE),
                Label(about, BODY, colour="ink_2"),
                self.rolling("nato", self.seat_rows(0)),
                self.rolling("russia", self.seat_rows(1)),
                Button("start", words.text("Play on"), icon="branch", key="S", primary=True),
                Button("back", words.text("Back"), key="Esc"),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the seats side by side."""
        theme = self.theme
        title, about, nato, russia, start, back = self.root.children
        area = inset(Rect(0, 0, *size), _MARGIN, 32)
        title.place(Rect(area.x, area.y, area.width, title.measure(theme, area.width)), theme)
        top = title.rect.bottom + 4
        about.place(Rect(area.x, top, area.width, about.measure(theme, area.width)), theme)
        foot, body = cut_bottom(area, _FOOT, 8)
        top = about.rect.bottom + 14
        body = Rect(body.x, top, body.width, body.bottom - top)
        for column, room in zip((nato, russia), columns(body, 2, 40), strict=True):
            self.roll(column, room)
        high = max(50, start.measure(theme, 0))
        start.place(Rect(foot.right - 260, foot.bottom - high, 260, high), theme)
        wide = text.width(self.desk.words.text("Back"), BODY, theme) + 120
        back.place(Rect(start.rect.x - wide - 16, foot.bottom - high, wide, high), theme)

    def begin(self) -> Transition | None:
        """Begin the branch; the replay below is left."""
        seats = (self.seats[0], self.seats[1])
        try:
            match = Match.branch(self.course, self.decided, seats, self.desk.folder)
        except UserFolderError as error:
            words = self.desk.words
            title, close = words.text("This match can’t be saved"), words.text("Close")
            self.ask(Dialog("warning", title, words.told(error), [("close", close)], "close"))
            return None
        self.marks.branched(self.decided, match.path)
        return Replace(self.desk.at(match).next_scene())
