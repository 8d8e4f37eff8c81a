"""The colours of pages and pictures: those of the game's light theme, for paper."""

from typing import Final

PAGE: Final = "#F4EDE0"
PANEL: Final = "#FCF8EF"
RECESS: Final = "#E9E0CF"
RULE: Final = "#CBBFA8"
INK: Final = "#1B2430"
QUIET: Final = "#596270"
NATO: Final = "#20549A"
RUSSIA: Final = "#97400A"
JOINT: Final = "#1F6B59"
ALARM: Final = "#86123C"
NATO_TINT: Final = "#D6E2F0"
RUSSIA_TINT: Final = "#F5DDC4"
JOINT_TINT: Final = "#D2E6DC"
ALARM_TINT: Final = "#F3D5DA"


def blend(one: str, other: str, share: float) -> str:
    """Return a colour between two: `share` 0 is the first, 1 the second."""
    share = max(0.0, min(1.0, share))
    mixed = (
        round(a + (b - a) * share) for a, b in zip(_parts(one), _parts(other), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
