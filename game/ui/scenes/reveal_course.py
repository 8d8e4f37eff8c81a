"""The course of a reveal: both cards turn together, lie open, and then the outcome is shown."""

from typing import Final

from game.ui import sound
from game.ui.board.revealed import Revealed
from game.ui.board.shared_tracks import SharedTracks
from game.ui.motion import HOLD, REVEAL, Glide
from game.ui.motion.beats import Beat, sounds_of
from game.ui.motion.moves import DoorMove, TrackMove
from game.ui.motion.showing import Showing
from game.ui.sound import Sound
from game.ui.theme import Theme

_WAIT: Final = 0.3
"""Seconds before the cards turn, so that the change of screens is over."""


class RevealCourse:
    """What is open by now.

    Attributes:
        opened: Whether what came of the answers is shown.
        showing: How the shared tracks move once it is.
    """

    def __init__(self, face: Revealed) -> None:
        self.opened = False
        self.showing = Showing([_beat(face)])
        self._face = face
        self._turn = Glide(0.0)
        self._wait = _WAIT
        self._hold = HOLD
        self._heard = False

    @property
    def turned(self) -> float:
        """Return how far both cards are turned over, 0 to 1."""
        return self._turn.value

    @property
    def moving(self) -> bool:
        """Return whether anything is still to come."""
        return not self.opened or self.showing.moving

    @property
    def turning(self) -> bool:
        """Return whether the cards are on their way round."""
        return 0.0 < self._turn.value < 1.0

    def begin(self, theme: Theme) -> None:
        """Begin; with reduced motion both cards are open at once, and all else too."""
        self._turn.send(1.0, REVEAL)
        if theme.still:
            self.finish()
            sound.play(Sound.REVEAL)

    def advance(self, seconds: float, theme: Theme) -> None:
        """Let time pass."""
        passed = seconds * theme.speed
        if self.opened:
            self.showing.advance(passed)
        elif self._wait > 0:
            self._wait -= passed
        elif self._turn.moving:
            self._turn.advance(passed)
            self._tap()
        else:
            self._hold -= passed
            self.opened = self._hold <= 0
        if self.opened:
            for one in self.showing.heard():
                sound.play(one)

    def finish(self) -> None:
        """Show everything at once."""
        self._turn.send(1.0, REVEAL)
        self._turn.arrive()
        self.opened = True
        self.showing.finish()

    def show(self, strip: SharedTracks) -> None:
        """Give the strip the values it has by now."""
        last = self._face.moment
        showing = self.showing
        tension = showing.track("tension", None, last.tension)
        strip.tension.show(tension, showing.darkened())
        strip.initiative.show(showing.track("initiative", None, last.initiative))
        strip.threat.show(showing.track("threat", None, last.threat))
        strip.door.show(showing.door(last.door))

    def _tap(self) -> None:
        if not self._heard:
            self._heard = True
            sound.play(Sound.REVEAL)


def _beat(face: Revealed) -> Beat:
    """Return what the shared tracks do at once, and how that sounds."""
    found, left = face.found, face.moment
    all_moves = (
        TrackMove("tension", None, found.tension, left.tension),
        TrackMove("initiative", None, found.initiative, left.initiative),
        TrackMove("threat", None, found.threat, left.threat),
        DoorMove(found.door, left.door),
    )
    moves = [move for move in all_moves if move.before != move.after]
    heard = [one for move in moves for one in sounds_of(face.resolved, move)]
    return Beat(tuple(moves), tuple(dict.fromkeys(heard)))
