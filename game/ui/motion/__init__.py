"""Motion: what glides, and how what happened in a match is shown happening."""

from game.ui.motion.glide import (
    CROSSING,
    CURTAIN,
    DOOR,
    FADE,
    HOLD,
    LIFT,
    PLAYED,
    REVEAL,
    RING,
    RUNGS_MEET,
    SCREEN,
    SEGMENT,
    SITE,
    Glide,
    ease_in_out,
    ease_out,
)

__all__ = [
    "CROSSING",
    "CURTAIN",
    "DOOR",
    "FADE",
    "HOLD",
    "LIFT",
    "PLAYED",
    "REVEAL",
    "RING",
    "RUNGS_MEET",
    "SCREEN",
    "SEGMENT",
    "SITE",
    "Glide",
    "ease_in_out",
    "ease_out",
]
