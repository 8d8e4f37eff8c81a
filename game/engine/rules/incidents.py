"""Incidents: a crisis whose cause is hidden until somebody looks (rulebook 6.6)."""

from game.engine.events import CauseLearned, CauseMadePublic
from game.engine.fields import CAUSE, CAUSE_KNOWN, CRISIS, PUBLIC
from game.engine.position import Position
from game.engine.scoring import centres_level


def cause_known(state: Position, side: int) -> bool:
    """Say whether a side knows the cause of the brewing incident."""
    v = state.v
    return v[CAUSE] >= 0 and bool(v[CAUSE_KNOWN] & (PUBLIC | 1 << side))


def share_cause(state: Position) -> None:
    """Let working joint centres show both sides the cause of a brewing incident."""
    if state.v[CAUSE] >= 0 and centres_level(state) >= 2:
        publish_cause(state)


def learn_cause(state: Position, side: int, covert: bool) -> None:
    """Let one side learn the cause of the brewing incident."""
    v = state.v
    v[CAUSE_KNOWN] |= 1 << side
    if state.log is not None:
        state.log.append(CauseLearned(side, v[CAUSE], covert))


def publish_cause(state: Position) -> None:
    """Make the cause of the brewing incident known to all."""
    v = state.v
    if v[CAUSE] < 0 or v[CAUSE_KNOWN] & PUBLIC:
        return
    v[CAUSE_KNOWN] |= PUBLIC
    if state.log is not None:
        slug = state.world.crises[v[CRISIS]].slug
        state.log.append(CauseMadePublic(slug, v[CAUSE]))
