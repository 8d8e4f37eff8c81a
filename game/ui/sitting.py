"""A sitting: a match at this window, and whose secrets may be on the screen now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.content import Content
from game.engine import View
from game.engine.events import (
    AnswerSealed,
    CrisisResolved,
    Event,
    MandateChosen,
    PackageTabled,
)
from game.engine.world import World
from game.match import Bar, Match
from game.match.course import redacted
from game.match.perspective import TableView
from game.match.worker import Worker
from game.players.advice import Advice
from game.players.player import place_of
from game.ui import sound
from game.ui.board.revealed import GOES_ON
from game.ui.preferences import Preferences
from game.ui.scene import Companion, Scene
from game.ui.settings import Settings
from game.words import LogLine, Words, offered, short_log

if TYPE_CHECKING:
    from game.ui.lesson.run import LessonRun

_NOT_EVEN_OPENING = -1
_SEALED = (AnswerSealed, MandateChosen, PackageTabled)
"""What a person seals with a stamp."""


class Sitting:
    """A match with who looks at it.

    Attributes:
        match: What is played.
        words: The language it is played in.
        preferences: The settings of the window.
        worker: Thinks for the match beside the frame loop; no process before it is asked.
        viewer: The side whose secrets may be on the screen. With one person at the window
            always that person's; with two nobody's behind the curtain; with none nobody's.
        companion: What stands beside the screens, such as the guide of a first match.
        on_screen: Whether a screen of the match has been asked for since it was opened.
    """

    def __init__(
        self, match: Match, words: Words, preferences: Preferences | None = None
    ) -> None:
        self.match = match
        self.words = words
        self.preferences = preferences or Preferences()
        self.preferences.listen(self._heard)
        people = [side for side in (0, 1) if match.is_human(side)]
        self.people = tuple(people)
        self.viewer: int | None = people[0] if len(people) == 1 else None
        decided = len(match.history)
        # A match that is resumed has been told before; a new one not even how it begins.
        self._told = [decided or _NOT_EVEN_OPENING] * 2
        self._shown = decided
        self._moved = [decided] * 2
        self._unsaved: str | None = None
        self._remarks: list[str] = []
        self._advised: tuple[object, Advice] | None = None
        self._lesson: LessonRun | None = None
        self.worker = Worker(match)
        self.companion: Companion | None = None
        self.on_screen = False

    # -------------------------------------------------------------- who and what

    @property
    def lesson(self) -> "LessonRun | None":
        """The lesson that this match is part of, if it is of one."""
        if self._lesson is None and self.match.lesson:
            # Most matches are of no lesson; its plans and its words are read when one is.
            from game.ui.lesson.run import LessonRun  # noqa: PLC0415

            self._lesson = LessonRun(self)
        return self._lesson

    @property
    def content(self) -> Content:
        """What the match is played with."""
        return self.match.content

    @property
    def world(self) -> World:
        """The scenario's tables, public."""
        return self.match.view(0).world

    @property
    def hot_seat(self) -> bool:
        """Whether two people share the window."""
        return len(self.people) == 2

    @property
    def watched(self) -> bool:
        """Whether the computer plays both sides."""
        return not self.people

    @property
    def view(self) -> View:
        """All and only what the viewer may know. Ask only when there is a viewer."""
        if self.viewer is None:
            raise LookupError("nobody may look at the board now")
        return self.match.view(self.viewer)

    @property
    def seen_now(self) -> View:
        """What may be on the screen now: the viewer's, or with no viewer the table's."""
        return TableView(self.match.truth) if self.viewer is None else self.view

    def lift(self, side: int) -> None:
        """Let a side look: the curtain rose, and what was decided before stands."""
        self.match.settle()
        self.viewer = side
        self.address(side)

    def address(self, side: int | None) -> None:
        """Speak the language of a seat, where two people share the window."""
        settings = self.preferences.settings
        shared = self.hot_seat and side is not None
        language = settings.seat_language(side or 0) if shared else settings.language
        self.words.speak(offered(language))

    def _heard(self, settings: Settings) -> None:
        """Speak the language that was chosen just now."""
        del settings
        self.address(self.viewer)

    def lower(self) -> None:
        """Let nobody look: the curtain came down."""
        if self.hot_seat:
            self.viewer = None

    def leave(self) -> None:
        """Leave the match: end the thinking, close the journal."""
        self.worker.close()
        self.match.close()

    # ------------------------------------------------------------------- playing

    def play(self, action: int) -> None:
        """Do an action of the side to move. Raises `IllegalActionError`."""
        for event in self.match.play(action):
            if isinstance(event, _SEALED) and event.side in self.people:
                sound.play(sound.Sound.STAMP)

    def why_not_undo(self) -> Bar | None:
        """Return why the last decision can't be taken back, or `None` if it can."""
        return self.match.why_not_undo()

    def undo(self) -> None:
        """Take back the last decision. Raises `UndoBarredError`."""
        self.match.undo()
        self.rewound()

    def rewound(self) -> None:
        """Note that decisions were taken back: what they brought is to be told anew."""
        decided = len(self.match.history)
        self._told = [min(told, decided) for told in self._told]
        self._shown = min(self._shown, decided)
        self._moved = [min(moved, decided) for moved in self._moved]

    # ------------------------------------------------------------------- telling

    @property
    def fresh(self) -> tuple[Event, ...]:
        """What happened since the viewer was last told, as they may know it."""
        if self.viewer is None:
            return ()
        told = self._told[self.viewer]
        events = list(self.match.opening) if told == _NOT_EVEN_OPENING else []
        for entry in self.match.history[max(0, told) :]:
            events += entry.events
        return tuple(redacted(events, self.viewer))

    @property
    def unseen(self) -> tuple[Event, ...]:
        """What the viewer hasn't seen happen on the board yet, as they may know it.

        What a crisis brought is left out: the reveal has shown it.
        """
        if self.viewer is None:
            return ()
        events: list[Event] = []
        for entry in self.match.history[self._moved[self.viewer] :]:
            events += without_crisis(entry.events)
        return tuple(redacted(events, self.viewer))

    def seen(self) -> None:
        """Note that the viewer has seen on the board what happened so far."""
        if self.viewer is not None:
            self._moved[self.viewer] = len(self.match.history)

    def told(self) -> None:
        """Note that the viewer has been told what happened so far."""
        if self.viewer is not None:
            self._told[self.viewer] = len(self.match.history)

    def news(self) -> tuple[LogLine, ...]:
        """Return what is fresh as lines of the log, and count it as told.

        That the match can't be saved is told once, behind them.
        """
        lines = short_log(self.words, self.fresh)
        self.told()
        lines = (*lines, *(LogLine(remark, None, "round") for remark in self._remarks))
        self._remarks.clear()
        unsaved, before = self.match.unsaved, self._unsaved
        self._unsaved = unsaved
        if unsaved is not None and unsaved != before:
            lines = (*lines, LogLine(self.words.told(unsaved), None, "round"))
        return lines

    def remark(self, line: str) -> None:
        """Tell the viewer something besides what happened, with the next news."""
        self._remarks.append(line)

    # ------------------------------------------------------------------- advice

    @property
    def may_ask(self) -> bool:
        """Whether the viewer is to decide, and so may ask for a hint."""
        return self.viewer is not None and self.match.to_move == self.viewer

    @property
    def advice(self) -> Advice | None:
        """The advice that was given for the decision in hand, if it was."""
        if self._advised is None or self._advised[0] != place_of(self.view):
            return None
        return self._advised[1]

    def take_advice(self, advice: Advice) -> None:
        """Keep advice for the decision in hand, and count it as a hint."""
        best = advice.moves[0]
        self._advised = place_of(self.view), advice
        self.match.note_hint(best.action, best.package)

    def log(self, side: int | None) -> tuple[LogLine, ...]:
        """Return the whole log as a side may know it, the newest last; `None`: as both may."""
        events = self.match.public_events() if side is None else self.match.events(side)
        return short_log(self.words, events)

    @property
    def resolved(self) -> tuple[Event, ...]:
        """What came of the decision that resolved a crisis which nobody has been shown yet.

        Only what both sides may know; empty when there is no such crisis.
        """
        for entry in self.match.history[self._shown :]:
            if any(isinstance(event, CrisisResolved) for event in entry.events):
                return tuple(redacted(redacted(entry.events, 0), 1))
        return ()

    def shown(self) -> None:
        """Note that the crisis was shown: the reveal is over."""
        self._shown = len(self.match.history)

    def next_scene(self) -> Scene:
        """Return the scene that comes now."""
        # Every scene knows the sitting, so the sitting can only learn of them when asked.
        from game.ui.scenes.director import scene_of  # noqa: PLC0415

        scene = scene_of(self)
        self.on_screen = True
        return scene


def without_crisis(events: Sequence[Event]) -> Sequence[Event]:
    """Return the events of a decision without what a crisis that it resolved brought."""
    resolved = (n for n, event in enumerate(events) if isinstance(event, CrisisResolved))
    start = next(resolved, None)
    if start is None:
        return events
    later = range(start, len(events))
    end = next((n for n in later if isinstance(events[n], GOES_ON)), len(events))
    return (*events[:start], *events[end:])
