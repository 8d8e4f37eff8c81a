"""What a side may not know, blanked: the list behind a view (rulebook 10)."""

from game.engine import fields as f
from game.engine.position import Entries
from game.engine.world import SIDE_SITES, World


def masked(world: World, v: Entries, side: int) -> Entries:
    """Return a copy of a state's list that holds all and only what a side may know."""
    rival = 1 - side
    copy = v[:]
    copy[f.KEY] = copy[f.COUNTER] = 0
    for owner in (0, 1):
        copy[f.DECK + owner] = (f.UNKNOWN_CARD,) * len(v[f.DECK + owner])
    copy[f.CRISIS_DECK] = tuple(sorted(v[f.CRISIS_DECK]))
    copy[f.DOWN + rival] = (f.UNKNOWN_CARD,) * len(v[f.DOWN + rival])
    if not world.scenario.options.open_hands:
        copy[f.HAND + rival] = (f.UNKNOWN_CARD,) * len(v[f.HAND + rival])
    if v[f.DEALT + rival]:
        copy[f.DEALT + rival] = ()
        copy[f.MANDATE + rival] = -1
    copy[f.KNOWN + rival] = copy[f.MAYBE + rival] = 0
    _mask_sites(copy, v, side)
    _mask_crisis(copy, v, side)
    if v[f.MOVER] == rival:
        copy[f.DRAFT] = ()
    return copy


def _mask_sites(copy: Entries, v: Entries, side: int) -> None:
    """Blank the other side's undeclared sites, and which of the own ones it has seen."""
    own = SIDE_SITES[side]
    copy[f.SEEN] = v[f.SEEN] & ~own
    copy[f.LIED] = v[f.LIED] & own
    unknown = v[f.HIDDEN] & ~own & ~v[f.SEEN]
    if not unknown:
        return
    copy[f.HIDDEN] &= ~unknown
    copy[f.WORKING] &= ~unknown
    build = v[f.BUILD]
    while unknown:
        low = unknown & -unknown
        build &= ~(15 << 4 * (low.bit_length() - 1))
        unknown ^= low
    copy[f.BUILD] = build


def _mask_crisis(copy: Entries, v: Entries, side: int) -> None:
    """Blank an incident's cause and the other's sealed answer."""
    known = v[f.CAUSE_KNOWN]
    if v[f.CAUSE] >= 0 and not known & (f.PUBLIC | 1 << side):
        copy[f.CAUSE] = f.UNKNOWN
    copy[f.CAUSE_KNOWN] = known & (f.PUBLIC | 1 << side)
    if side:
        copy[f.ANSWER] = -1
