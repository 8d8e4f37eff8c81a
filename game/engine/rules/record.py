"""The public record of what a side was seen to do, for players that answer in kind."""

from game.engine.fields import RECORD
from game.engine.position import Position


def note_act(state: Position, side: int, act: int) -> None:
    """Note a telling act (`fields.ACT_...`) as the side's last."""
    v = state.v
    record = v[RECORD + side]
    v[RECORD + side] = record & 0x3FFFF | act << 18 | (record & 0xC0000) << 2


def record_of(entry: int) -> tuple[int, int, int, int, int]:
    """Return firm, measured and open answers, the last act and the one before."""
    return entry & 63, entry >> 6 & 63, entry >> 12 & 63, entry >> 18 & 3, entry >> 20 & 3
