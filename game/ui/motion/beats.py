"""Beats: what happened, cut into what is shown at the same time, each with its sound."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.content.vocabulary import LADDERS
from game.engine.events import (
    Event,
    JointLevelRose,
    RoundBegan,
    SiteDeclared,
    SiteFound,
    SiteHidden,
)
from game.ui.draw.bar import DANGER
from game.ui.motion.glide import CROSSING, DOOR, PLAYED, RING, RUNGS_MEET, SEGMENT
from game.ui.motion.moves import (
    CardMove,
    DoorMove,
    Move,
    SiteMove,
    StepMove,
    TrackMove,
    move_of,
)
from game.ui.sound.names import Sound

CARD_LIES: Final = 0.5
"""Seconds a card lies before what it does begins: the same face up and face down."""
PAUSE: Final = 0.12
"""Seconds between two beats."""
_LONGEST_TRACK: Final = 0.64
_DOOR_SOUNDS: Final = (Sound.BOLT, Sound.LATCH, Sound.HINGE)


@dataclass(frozen=True, slots=True)
class Beat:
    """What moves at the same time, and what is heard when it begins."""

    moves: tuple[Move, ...]
    sounds: tuple[Sound, ...] = ()

    @property
    def seconds(self) -> float:
        """Return how long it lasts at the designed speed."""
        return max(map(seconds_of, self.moves), default=0.0) + PAUSE


def seconds_of(move: Move) -> float:
    """Return how long a move lasts at the designed speed."""
    match move:
        case TrackMove("tension", _, before, after) if before < DANGER <= after:
            return CROSSING
        case TrackMove():
            return min(_LONGEST_TRACK, SEGMENT * abs(move.after - move.before))
        case DoorMove():
            return DOOR
        case StepMove():
            return RUNGS_MEET if move.meets else SEGMENT
        case SiteMove():
            return RING
        case CardMove():
            return PLAYED + CARD_LIES


def beats_of(events: Iterable[Event], viewer: int | None) -> tuple[Beat, ...]:
    """Return what is shown of events, in order.

    Args:
        events: As the viewer may know them.
        viewer: Whose screen it is; `None` for the table's.
    """
    cutting = _Cutting(viewer)
    for event in events:
        cutting.take(event)
    return cutting.done()


class _Cutting:
    """Puts moves of one cause together, each thing once, cards alone."""

    def __init__(self, viewer: int | None) -> None:
        self.viewer = viewer
        self.beats: list[Beat] = []
        self.moves: list[Move] = []
        self.sounds: list[Sound] = []
        self.cause: object = None

    def take(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, RoundBegan):
            self.close()
            self.sounds.append(Sound.PAGE)
        elif isinstance(event, JointLevelRose):
            self._meet(LADDERS.index(event.ladder))
        move = move_of(event, self.viewer)
        if move is None:
            return
        if not self._joins(event, move):
            self.close()
        self.cause = _cause(event)
        self.moves.append(move)
        # What was done face down sounds the same, whatever it was: the room is listening.
        if not _is_hidden(event):
            self.sounds += sounds_of(event, move)

    def close(self) -> None:
        """End the beat."""
        if self.moves:
            sounds = tuple(dict.fromkeys(self.sounds))
            self.beats.append(Beat(tuple(self.moves), _with_joint(sounds, self.moves)))
            self.sounds = []
        self.moves = []

    def done(self) -> tuple[Beat, ...]:
        """Return all beats; the page of a round that nothing else opens is a beat too."""
        self.close()
        if self.sounds:
            self.beats.append(Beat((), tuple(dict.fromkeys(self.sounds))))
        return tuple(self.beats)

    def _joins(self, event: Event, move: Move) -> bool:
        """Return whether an event is shown together with those before it."""
        if isinstance(event, SiteHidden):
            return bool(self.moves)
        if isinstance(move, CardMove) or not self.moves or isinstance(self.moves[0], CardMove):
            return False
        new = move.key not in {one.key for one in self.moves}
        return new and _cause(event) == self.cause

    def _meet(self, ladder: int) -> None:
        """Note that with the last step on a ladder both stand on the rung."""
        for place in range(len(self.moves) - 1, -1, -1):
            move = self.moves[place]
            if isinstance(move, StepMove) and move.ladder == ladder:
                self.moves[place] = replace(move, meets=True)
                return


def sounds_of(event: Event, move: Move) -> Sequence[Sound]:
    """Return what is heard when an event is shown."""
    match move:
        case CardMove():
            return (Sound.TAP,)
        case TrackMove("tension", _, before, after) if after > before:
            return (Sound.STRING,) if before < DANGER <= after else (Sound.DRUM,)
        case DoorMove():
            return (_DOOR_SOUNDS[move.after],)
        case StepMove() if move.after > move.before:
            return ((Sound.NATO, Sound.RUSSIA)[move.side],)
        case SiteMove():
            found = isinstance(event, SiteFound | SiteDeclared)
            return (Sound.SHUTTER if found else Sound.PIECE,)
        case _:
            return ()


def _with_joint(sounds: tuple[Sound, ...], moves: Sequence[Move]) -> tuple[Sound, ...]:
    """Return the sounds with the fifth in place of single notes where a rung closes."""
    if not any(isinstance(move, StepMove) and move.meets for move in moves):
        return sounds
    return (*(one for one in sounds if one not in (Sound.NATO, Sound.RUSSIA)), Sound.JOINT)


def _cause(event: Event) -> object:
    """Return what makes events one: the kind and name of their cause."""
    cause = getattr(event, "cause", None)
    return None if cause is None else (cause.kind, cause.slug)


def _is_hidden(event: Event) -> bool:
    """Return whether only the owner knows of it."""
    return isinstance(event, SiteHidden) or bool(getattr(event, "undeclared", False))
