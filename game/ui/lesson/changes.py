"""A lesson goes on in another match: a branch of this one, or its deal from the other side."""

from dataclasses import replace

from game.match import HUMAN, Match
from game.match.lesson_record import LessonBegun
from game.match.marks import Marks
from game.paths import UserFolderError
from game.ui.desk import Desk
from game.ui.scene import Replace, Scene, Transition
from game.ui.scenes.branch import BranchScene
from game.ui.sitting import Sitting
from game.ui.widgets.dialog import Dialog


def swapped(sitting: Sitting) -> Scene:
    """Begin the same deal with the seats exchanged; return its first scene.

    Raises:
        UserFolderError: It can't be saved.
    """
    old, run = sitting.match, sitting.lesson
    assert run is not None, "the match is part of a lesson"
    begun = replace(run.begun, swapped=not run.begun.swapped)
    desk = Desk.of(sitting)
    seats = old.seats[1], old.seats[0]
    asked = old.asks_predictions
    match = Match.start(
        old.content, old.scenario, old.seed, seats, desk.folder, predictions=asked
    )
    return _gone_on(sitting, desk, match, begun)


class LessonBranch(BranchScene):
    """Who plays on from a point of a lesson's match; the lesson goes on in the branch."""

    def __init__(self, sitting: Sitting, decided: int, where: str, marks: Marks) -> None:
        super().__init__(Desk.of(sitting), sitting.match, decided, where, marks)
        self.sitting = sitting
        self.seats = list(sitting.match.seats)
        self.start = f"nato:{HUMAN}" if self.seats[0] == HUMAN else "start"

    def begin(self) -> Transition | None:
        """Begin the branch and leave the match that it left from."""
        seats = self.seats[0], self.seats[1]
        run = self.sitting.lesson
        assert run is not None, "the match is part of a lesson"
        try:
            match = Match.branch(self.course, self.decided, seats, self.desk.folder)
        except UserFolderError as error:
            words = self.desk.words
            title, close = words.text("This match can’t be saved"), words.text("Close")
            self.ask(Dialog("warning", title, words.told(error), [("close", close)], "close"))
            return None
        self.marks.branched(self.decided, match.path)
        return Replace(_gone_on(self.sitting, self.desk, match, run.begun))


def _gone_on(sitting: Sitting, desk: Desk, match: Match, begun: LessonBegun) -> Scene:
    """Let the lesson go on at another match; its clock and what is shown stay as they are."""
    run = sitting.lesson
    match.note_lesson(begun)
    sitting.leave()
    there = desk.at(match)
    if run is not None and there.lesson is not None:
        there.lesson.clock = run.clock
        there.lesson.concepts = run.concepts
        there.lesson.history = run.history
    return there.next_scene()
