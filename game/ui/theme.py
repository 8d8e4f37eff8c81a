"""The look of the game as values: palettes, type, spacing and scale.

A :class:`Theme` is frozen and hashable, so it can be part of the key of any drawing cache.
Sizes are logical pixels (a window of 1280 x 720) until ``Theme.px`` makes them real ones.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, TypeAlias

import pygame

Colour: TypeAlias = tuple[int, int, int]

BASE_WIDTH: Final = 1280
BASE_HEIGHT: Final = 720

UNIT: Final = 4
GAP: Final = 8
GUTTER: Final = 16
PADDING: Final = 16
CORNER: Final = 3
TARGET: Final = 44
"""Least height of something to press; ``TARGET_DENSE`` in crowded panels."""
TARGET_DENSE: Final = 36

LINE_RULE: Final = 1
LINE_FRAME: Final = 1.5
LINE_FOCUS: Final = 3
LINE_SIDE: Final = 4
FOCUS_GAP: Final = 3

TEXT_SCALES: Final = (1.0, 1.2, 1.4)


def _rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@dataclass(frozen=True, eq=False)
class Palette:
    """One set of colours. Compared by identity: there are only the ones of this file.

    Attributes:
        dark: Whether light ink stands on a dark page.
        contrast: Whether lines are one pixel thicker and hatches doubled.
    """

    name: str
    dark: bool
    page: Colour
    panel: Colour
    recess: Colour
    sea: Colour
    coast_water: Colour
    land: Colour
    land_nato: Colour
    land_russia: Colour
    coastline: Colour
    border: Colour
    rule: Colour
    ctl: Colour
    ink: Colour
    ink_2: Colour
    ink_3: Colour
    nato: Colour
    russia: Colour
    joint: Colour
    alarm: Colour
    nato_t: Colour
    russia_t: Colour
    joint_t: Colour
    alarm_t: Colour
    contrast: bool = False

    @property
    def on_fill(self) -> Colour:
        """Return the colour of text that stands on a filled shape."""
        return self.page if self.dark else self.panel


PAPER: Final = Palette(
    name="paper",
    dark=False,
    page=_rgb("#F4EDE0"),
    panel=_rgb("#FCF8EF"),
    recess=_rgb("#E9E0CF"),
    sea=_rgb("#DCE4E4"),
    coast_water=_rgb("#CFDADB"),
    land=_rgb("#F3ECDD"),
    land_nato=_rgb("#D5E0EB"),
    land_russia=_rgb("#F2DDC4"),
    coastline=_rgb("#8E9490"),
    border=_rgb("#C4BBA6"),
    rule=_rgb("#CBBFA8"),
    ctl=_rgb("#7D7666"),
    ink=_rgb("#1B2430"),
    ink_2=_rgb("#465060"),
    ink_3=_rgb("#596270"),
    nato=_rgb("#20549A"),
    russia=_rgb("#97400A"),
    joint=_rgb("#1F6B59"),
    alarm=_rgb("#86123C"),
    nato_t=_rgb("#D6E2F0"),
    russia_t=_rgb("#F5DDC4"),
    joint_t=_rgb("#D2E6DC"),
    alarm_t=_rgb("#F3D5DA"),
)

INK: Final = Palette(
    name="ink",
    dark=True,
    page=_rgb("#111923"),
    panel=_rgb("#1A2430"),
    recess=_rgb("#0C131B"),
    sea=_rgb("#121C27"),
    coast_water=_rgb("#0D161F"),
    land=_rgb("#25303C"),
    land_nato=_rgb("#22344A"),
    land_russia=_rgb("#3D3025"),
    coastline=_rgb("#5F6E7C"),
    border=_rgb("#3F4C59"),
    rule=_rgb("#3A4653"),
    ctl=_rgb("#75808C"),
    ink=_rgb("#F4EDDF"),
    ink_2=_rgb("#C3C8CC"),
    ink_3=_rgb("#A3ACB6"),
    nato=_rgb("#86B8F0"),
    russia=_rgb("#F2A65E"),
    joint=_rgb("#7FCDB3"),
    alarm=_rgb("#FF8C9F"),
    nato_t=_rgb("#1E3A5C"),
    russia_t=_rgb("#55341A"),
    joint_t=_rgb("#1C463C"),
    alarm_t=_rgb("#5A1F30"),
)


def _high_contrast(palette: Palette, ground: Colour) -> Palette:
    """Return the palette on one plain ground: hairlines as strong as controls, no tints."""
    return replace(
        palette,
        name=f"{palette.name}-contrast",
        page=ground,
        panel=ground,
        rule=palette.ctl,
        border=palette.ctl,
        nato_t=ground,
        russia_t=ground,
        joint_t=ground,
        alarm_t=ground,
        contrast=True,
    )


PAPER_CONTRAST: Final = _high_contrast(PAPER, (255, 255, 255))
INK_CONTRAST: Final = _high_contrast(INK, (0, 0, 0))
PALETTES: Final = {p.name: p for p in (PAPER, INK, PAPER_CONTRAST, INK_CONTRAST)}


class Face(Enum):
    """The eight font files, by the place they have in the design."""

    SERIF = "Spectral_400Regular.ttf"
    SERIF_ITALIC = "Spectral_400Regular_Italic.ttf"
    SERIF_SEMIBOLD = "Spectral_600SemiBold.ttf"
    SERIF_BOLD = "Spectral_700Bold.ttf"
    SANS = "SourceSans3_400Regular.ttf"
    SANS_ITALIC = "SourceSans3_400Regular_Italic.ttf"
    SANS_SEMIBOLD = "SourceSans3_600SemiBold.ttf"
    SANS_BOLD = "SourceSans3_700Bold.ttf"


_BOLD: Final = {
    Face.SERIF: Face.SERIF_SEMIBOLD,
    Face.SERIF_ITALIC: Face.SERIF_SEMIBOLD,
    Face.SERIF_SEMIBOLD: Face.SERIF_BOLD,
    Face.SANS: Face.SANS_BOLD,
    Face.SANS_ITALIC: Face.SANS_SEMIBOLD,
    Face.SANS_SEMIBOLD: Face.SANS_BOLD,
}
_ITALIC: Final = {
    Face.SERIF: Face.SERIF_ITALIC,
    Face.SERIF_SEMIBOLD: Face.SERIF_ITALIC,
    Face.SERIF_BOLD: Face.SERIF_ITALIC,
    Face.SANS: Face.SANS_ITALIC,
    Face.SANS_SEMIBOLD: Face.SANS_ITALIC,
    Face.SANS_BOLD: Face.SANS_ITALIC,
}


@dataclass(frozen=True, slots=True)
class Role:
    """What a text is for: its face, its size and the height of its line (logical pixels)."""

    face: Face
    size: int
    line: int

    @property
    def bold(self) -> "Role":
        """Return the same role in the next heavier face."""
        return replace(self, face=_BOLD.get(self.face, self.face))

    @property
    def italic(self) -> "Role":
        """Return the same role in the italic face."""
        return replace(self, face=_ITALIC.get(self.face, self.face))

    def sized(self, size: int, line: int | None = None) -> "Role":
        """Return the same face at another size; the line is 1.25 times unless given."""
        return replace(self, size=size, line=line or round(size * 1.25))


GAME_TITLE: Final = Role(Face.SERIF_SEMIBOLD, 70, 80)
VERDICT: Final = Role(Face.SERIF_SEMIBOLD, 47, 58)
SCREEN_TITLE: Final = Role(Face.SERIF_SEMIBOLD, 32, 40)
PANEL_TITLE: Final = Role(Face.SERIF_SEMIBOLD, 21, 26)
CARD_TITLE: Final = Role(Face.SERIF_SEMIBOLD, 16, 19)
DIALOG_TITLE: Final = Role(Face.SERIF_SEMIBOLD, 18, 24)
VALUE: Final = Role(Face.SERIF_BOLD, 22, 26)
VALUE_SMALL: Final = Role(Face.SERIF_BOLD, 20, 25)
HISTORY: Final = Role(Face.SERIF, 16, 23)
HISTORY_ITALIC: Final = Role(Face.SERIF_ITALIC, 16, 23)
BODY: Final = Role(Face.SANS, 15, 20)
BODY_BOLD: Final = Role(Face.SANS_SEMIBOLD, 15, 20)
BODY_ITALIC: Final = Role(Face.SANS_ITALIC, 15, 20)
EMPHASIS: Final = Role(Face.SANS_BOLD, 15, 20)
BUTTON: Final = Role(Face.SANS_SEMIBOLD, 16, 20)
HEADING: Final = Role(Face.SANS_BOLD, 16, 22)
ROW_TITLE: Final = Role(Face.SANS_SEMIBOLD, 16, 21)
MAP_LABEL: Final = Role(Face.SANS_SEMIBOLD, 14, 17)
SEA_LABEL: Final = Role(Face.SERIF_ITALIC, 14, 17)
NOTE: Final = Role(Face.SANS, 13, 17)
NOTE_BOLD: Final = Role(Face.SANS_SEMIBOLD, 13, 17)
NOTE_ITALIC: Final = Role(Face.SANS_ITALIC, 13, 17)


@dataclass(frozen=True)
class Theme:
    """A palette at a scale.

    Attributes:
        scale: Real pixels to a logical one, ``min(width / 1280, height / 720)``.
        text: How much larger the reader wants text, one of :data:`TEXT_SCALES`.
        still: Whether motion is reduced.
        speed: How many times as fast as designed motions run.
        hint_delay: Seconds until the tooltip of what the pointer rests on comes.
        hold: Whether the curtain must be held to lift it; else one press is enough.
        language: What the window is read in: where it changes, every screen is built anew.
    """

    palette: Palette = PAPER
    scale: float = 1.0
    text: float = 1.0
    still: bool = False
    speed: float = 1.0
    hint_delay: float = 0.35
    hold: bool = True
    language: str = "en"

    def px(self, logical: float) -> int:
        """Return the nearest whole number of real pixels."""
        return round(logical * self.scale)

    def line(self, logical: float) -> int:
        """Return the real width of a line: at least one pixel, thicker in high contrast."""
        return max(1, round(logical * self.scale)) + (1 if self.palette.contrast else 0)

    def font_px(self, role: Role) -> int:
        """Return the real size at which a role's font is loaded."""
        return max(1, round(role.size * self.scale * self.text))

    def line_px(self, role: Role) -> int:
        """Return the real height of one line of a role."""
        return max(1, round(role.line * self.scale * self.text))

    def point(self, at: tuple[float, float]) -> tuple[int, int]:
        """Return a logical point in real pixels."""
        return self.px(at[0]), self.px(at[1])

    def rect(self, rect: pygame.Rect) -> pygame.Rect:
        """Return a logical rectangle in real pixels; neighbours stay neighbours."""
        left, top = self.px(rect.left), self.px(rect.top)
        return pygame.Rect(left, top, self.px(rect.right) - left, self.px(rect.bottom) - top)

    def logical(self, pixels: float) -> float:
        """Return a real length in logical pixels."""
        return pixels / self.scale

    def side_colour(self, side: int) -> Colour:
        """Return the colour of NATO (0) or Russia (1)."""
        return (self.palette.nato, self.palette.russia)[side]

    def side_tint(self, side: int) -> Colour:
        """Return the light ground of NATO (0) or Russia (1)."""
        return (self.palette.nato_t, self.palette.russia_t)[side]

    def scaled(self, scale: float) -> "Theme":
        """Return this theme at another scale."""
        return replace(self, scale=scale)

    def toned(self, palette: Palette) -> "Theme":
        """Return this theme in another palette."""
        return replace(self, palette=palette)


PAPER_THEME: Final = Theme(PAPER)
INK_THEME: Final = Theme(INK)
