"""A sitting: a match at this window, and whose secrets may be on the screen now."""

from game.content import Content
from game.engine import View
from game.engine.events import CrisisResolved, Event
from game.engine.world import World
from game.match import Bar, Match
from game.match.course import redacted
from game.ui.scene import Scene
from game.words import LogLine, Words, short_log

_NOT_EVEN_OPENING = -1


class Sitting:
    """A match with who looks at it.

    Attributes:
        match: What is played.
        words: The language it is played in.
        viewer: The side whose secrets may be on the screen. With one person at the window
            always that person's; with two nobody's behind the curtain; with none nobody's.
    """

    def __init__(self, match: Match, words: Words) -> None:
        self.match = match
        self.words = words
        people = [side for side in (0, 1) if match.is_human(side)]
        self.people = tuple(people)
        self.viewer: int | None = people[0] if len(people) == 1 else None
        decided = len(match.history)
        # A match that is resumed has been told before; a new one not even how it begins.
        self._told = [decided or _NOT_EVEN_OPENING] * 2
        self._shown = decided
        self._unsaved: str | None = None

    # -------------------------------------------------------------- who and what

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

    def lift(self, side: int) -> None:
        """Let a side look: the curtain rose, and what was decided before stands."""
        self.match.settle()
        self.viewer = side

    def lower(self) -> None:
        """Let nobody look: the curtain came down."""
        if self.hot_seat:
            self.viewer = None

    # ------------------------------------------------------------------- playing

    def play(self, action: int) -> None:
        """Do an action of the side to move. Raises `IllegalActionError`."""
        self.match.play(action)

    def why_not_undo(self) -> Bar | None:
        """Return why the last decision can't be taken back, or `None` if it can."""
        return self.match.why_not_undo()

    def undo(self) -> None:
        """Take back the last decision. Raises `UndoBarredError`."""
        self.match.undo()
        decided = len(self.match.history)
        self._told = [min(told, decided) for told in self._told]
        self._shown = min(self._shown, decided)

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
        unsaved, before = self.match.unsaved, self._unsaved
        self._unsaved = unsaved
        if unsaved is not None and unsaved != before:
            lines = (*lines, LogLine(unsaved, None, "round"))
        return lines

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

        return scene_of(self)
