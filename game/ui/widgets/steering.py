"""How far a widget is from another in the direction of an arrow key."""

from pygame import Rect


def distance(start: Rect, end: Rect, across: int, down: int) -> float | None:
    """Return how far a rectangle is in a direction; none if it does not lie there.

    Being out of line counts double, and not at all while the two overlap sideways.
    """
    if across:
        ahead = (end.centerx - start.centerx) * across
        clear = end.left - start.right if across > 0 else start.left - end.right
        aside = max(0, end.top - start.bottom, start.top - end.bottom)
        offset = abs(end.centery - start.centery)
    else:
        ahead = (end.centery - start.centery) * down
        clear = end.top - start.bottom if down > 0 else start.top - end.bottom
        aside = max(0, end.left - start.right, start.left - end.right)
        offset = abs(end.centerx - start.centerx)
    if ahead <= 0:
        return None
    return max(0, clear) + 2 * aside + offset / 10 + (1000 if clear < -8 else 0)
