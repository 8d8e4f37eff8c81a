"""A showing: beats played one after another, and how everything looks meanwhile.

What has moved already looks as after its last move, what will still move as before its
next one; so all that is needed beside the beats is how things are in the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.ui.board.map_marks import FILLED, SiteMark, SiteState
from game.ui.motion.beats import Beat, seconds_of
from game.ui.motion.glide import PLAYED, SITE, ease_in_out, ease_out
from game.ui.motion.moves import (
    DOOR_KEY,
    CardMove,
    DoorMove,
    Key,
    Move,
    SiteLook,
    SiteMove,
    StepMove,
    TrackMove,
    site_key,
    step_key,
    track_key,
)
from game.ui.sound.names import Sound

LONGEST: Final = 4.0
"""Seconds a showing lasts at most: where much happened, each beat is shorter."""
FLASH: Final = 0.5
"""Seconds what has changed is marked when motion is reduced."""
_FILL_STEPS: Final = 24
"""A marker is this many logical pixels high: finer steps would only fill the cache."""


_GROWING: Final = 0.6
"""The share of the time in which a half rung grows before it meets the other half."""


@dataclass(frozen=True, slots=True)
class ShownSteps:
    """A ladder on its way, as `LadderFace` has it."""

    steps: tuple[int, int]
    meeting: float
    grown: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card on its way to the table, or lying there; `share` is how far it has come."""

    move: CardMove
    share: float


class Showing:
    """Plays beats.

    Attributes:
        beats: All of them; `now` is the number of the one that plays.
    """

    def __init__(self, beats: Sequence[Beat] = ()) -> None:
        self.beats = tuple(beats)
        self.now = 0
        self._elapsed = 0.0
        self._still: float | None = None
        total = sum(beat.seconds for beat in self.beats)
        self._haste = max(1.0, total / LONGEST)
        self._by_key: dict[Key, list[tuple[int, Move]]] = {}
        for number, beat in enumerate(self.beats):
            for move in beat.moves:
                self._by_key.setdefault(move.key, []).append((number, move))
        self._unheard = list(self.beats[0].sounds) if self.beats else []

    # ------------------------------------------------------------------ its course

    @property
    def moving(self) -> bool:
        """Return whether anything is still to be shown."""
        return self.now < len(self.beats) or self._still is not None

    @property
    def flashing(self) -> bool:
        """Return whether what has changed is marked in place of a motion."""
        return self._still is not None

    def begin_still(self) -> None:
        """Show everything at once, and mark what has changed for a moment."""
        if self.beats and self.now < len(self.beats):
            self._unheard = list(dict.fromkeys(s for beat in self.beats for s in beat.sounds))
            self.now = len(self.beats)
            self._still = FLASH

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        if self._still is not None:
            self._still = self._still - seconds if self._still > seconds else None
            return
        self._elapsed += seconds * self._haste
        while self.now < len(self.beats) and self._elapsed >= self.beats[self.now].seconds:
            self._elapsed -= self.beats[self.now].seconds
            self.now += 1
            if self.now < len(self.beats):
                self._unheard += self.beats[self.now].sounds

    def stand(self, number: int) -> None:
        """Be at the beginning of a beat, in silence; its sounds begin with :meth:`start`."""
        self.now = max(0, min(len(self.beats), number))
        self._elapsed = 0.0
        self._still = None
        self._unheard = []

    def start(self) -> None:
        """Let the sounds of the beat at which it stands be heard."""
        if self.now < len(self.beats):
            self._unheard = list(self.beats[self.now].sounds)

    def finish(self) -> None:
        """Be at the end at once, in silence."""
        self.now = len(self.beats)
        self._still = None
        self._unheard = []

    def heard(self) -> list[Sound]:
        """Return the sounds that begin now, once."""
        sounds, self._unheard = self._unheard, []
        return sounds

    # ------------------------------------------------------------- how things look

    def has_changed(self, key: Key) -> bool:
        """Return whether a thing is among those that change."""
        return key in self._by_key

    def keys_now(self) -> set[Key]:
        """Return what moves in the beat that plays, or is marked."""
        if self._still is not None:
            return set(self._by_key)
        if self.now >= len(self.beats):
            return set()
        return {move.key for move in self.beats[self.now].moves}

    def track(self, track: str, side: int | None, last: int) -> float:
        """Return where a track stands now, which in the end stands at `last`."""
        found = self._current(track_key(track, side))
        if found is None:
            return last
        move, share = found
        assert isinstance(move, TrackMove)
        return move.before + (move.after - move.before) * ease_in_out(share)

    def darkened(self) -> float:
        """Return how far the zone of danger has turned carmine when Tension enters it."""
        found = self._current(track_key("tension", None))
        return 1.0 if found is None else found[1]

    def door(self, last: int) -> int:
        """Return how the door stands now: half way through it changes."""
        found = self._current(DOOR_KEY)
        if found is None:
            return last
        move, share = found
        assert isinstance(move, DoorMove)
        return move.after if share >= 0.5 else move.before

    def steps(self, ladder: int, last: tuple[int, int]) -> ShownSteps:
        """Return both sides' steps now, and how far their highest half rungs have come."""
        steps, meeting, grown = list(last), 1.0, [1.0, 1.0]
        for side in (0, 1):
            found = self._current(step_key(side, ladder))
            if found is None:
                continue
            move, share = found
            assert isinstance(move, StepMove)
            steps[side] = move.after if share > 0 else move.before
            if not 0 < share < 1 or move.after < move.before:
                continue
            first = _GROWING if move.meets else 1.0
            grown[side] = ease_in_out(min(1.0, share / first))
            if move.meets:
                meeting = ease_in_out(max(0.0, (share - first) / (1 - first)))
        return ShownSteps((steps[0], steps[1]), meeting, (grown[0], grown[1]))

    def site(self, last: SiteMark) -> SiteMark:
        """Return the mark of a site now, which in the end is `last`."""
        found = self._current(site_key(last.slug))
        if found is None:
            return last
        move, share = found
        assert isinstance(move, SiteMove)
        before, after = looking(last, move.before), looking(last, move.after)
        if share <= 0:
            return before
        if share >= 1:
            return after
        return _between(before, after, share * seconds_of(move) / SITE, share)

    @property
    def card(self) -> ShownCard | None:
        """Return the card that lies on the table while what it does is shown."""
        for number in range(min(self.now, len(self.beats) - 1), -1, -1):
            move = next(iter(self.beats[number].moves), None)
            if isinstance(move, CardMove):
                if self.now >= len(self.beats) and self._still is None:
                    return None
                share = 1.0
                if number == self.now:
                    share = ease_out(min(1.0, self._elapsed / PLAYED))
                return ShownCard(move, share)
        return None

    def _current(self, key: Key) -> tuple[Move, float] | None:
        """Return the move that says how a thing looks now, and how much of it is over."""
        for number, move in self._by_key.get(key, ()):
            if number > self.now:
                return move, 0.0
            if number == self.now:
                return move, min(1.0, self._elapsed / seconds_of(move))
        return None


def looking(last: SiteMark, look: SiteLook) -> SiteMark:
    """Return the mark of a site as it looks at one time."""
    if look.state is None:
        return replace(last, undeclared=look.undeclared)
    same = look.state is last.state and look.undeclared == last.undeclared
    if same:
        return last
    building = look.state is SiteState.BUILDING
    return replace(
        last,
        state=look.state,
        undeclared=look.undeclared,
        build_rounds=last.build_rounds if building else 0,
        pledge_rounds=0,
        at_risk=False,
    )


def _between(before: SiteMark, after: SiteMark, filled: float, grown: float) -> SiteMark:
    """Return a mark on its way: it fills or drains, and its ring grows or shrinks."""
    low, high = FILLED[before.state], FILLED[after.state]
    fill = low + (high - low) * ease_in_out(min(1.0, filled))
    fill = round(fill * _FILL_STEPS) / _FILL_STEPS
    rising = high >= low
    shown = after if rising else before
    reach = ease_out(grown) if rising else 1 - ease_out(grown)
    was_there = before.state is not SiteState.EMPTY and after.state is not SiteState.EMPTY
    return replace(shown, fill=fill, reach_share=1.0 if was_there else max(0.02, reach))
