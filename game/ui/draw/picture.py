"""Pictures of `game.charts` on the screen: their shapes as they are, their words in our fonts.

What draws SVG here knows no letters, so words are taken out and written by the window.
Colours are those of the light theme; each becomes that of the theme in hand.
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree

import pygame

from game.charts import colours
from game.charts.colours import blend
from game.ui import text
from game.ui.kept import kept
from game.ui.theme import BODY, Colour, Palette, Theme

_NAMES: Final[Mapping[str, str]] = {
    colours.PAGE: "page",
    colours.PANEL: "panel",
    colours.RECESS: "recess",
    colours.RULE: "rule",
    colours.INK: "ink",
    colours.QUIET: "ink_2",
    colours.NATO: "nato",
    colours.RUSSIA: "russia",
    colours.JOINT: "joint",
    colours.ALARM: "alarm",
    colours.NATO_TINT: "nato_t",
    colours.RUSSIA_TINT: "russia_t",
    colours.JOINT_TINT: "joint_t",
    colours.ALARM_TINT: "alarm_t",
}
_CODE: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_SVG: Final = "{http://www.w3.org/2000/svg}"
_ALIGNED: Final = {"start": text.LEFT, "middle": text.CENTRE, "end": text.RIGHT}
_NEAR: Final = 2
"""By how much a mixed colour may miss, of 255."""
_SHARES: Final = 100


@dataclass(frozen=True, slots=True)
class _Word:
    """A line of words: where it stands, how it is aligned, its colour's code and size."""

    words: str
    at: tuple[float, float]
    align: str
    fill: str
    size: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture taken apart: shapes as SVG without a size, and words."""

    title: str
    size: tuple[float, float]
    shapes: str
    words: tuple[_Word, ...]


@lru_cache(maxsize=32)
def taken_apart(picture: str) -> Drawing:
    """Return a picture of `game.charts` as what can be drawn here."""
    root = ElementTree.fromstring(picture)
    said, title = [], ""
    for part in list(root):
        if part.tag == f"{_SVG}title":
            title = part.text or ""
            root.remove(part)
        elif part.tag == f"{_SVG}text":
            said.append(_word(part))
            root.remove(part)
    size = float(root.attrib.pop("width")), float(root.attrib.pop("height"))
    ElementTree.register_namespace("", _SVG[1:-1])
    return Drawing(title, size, ElementTree.tostring(root, "unicode"), tuple(said))


def draw_picture(
    target: pygame.Surface, theme: Theme, drawing: Drawing, rect: pygame.Rect
) -> None:
    """Draw a picture as wide as a rectangle."""
    real = theme.rect(rect)
    target.blit(_shapes(drawing.shapes, theme.palette, real.size), real.topleft)
    scale = rect.width / drawing.size[0]
    plain = replace(theme, text=1.0)
    for word in drawing.words:
        role = BODY.sized(max(8, round(word.size * scale)))
        at = (rect.x + word.at[0] * scale, rect.y + word.at[1] * scale)
        colour = _colour(word.fill, theme.palette)
        text.write(target, plain, word.words, role, colour, at, word.align)


def height_at(drawing: Drawing, width: int) -> int:
    """Return how high a picture is at a width."""
    return round(drawing.size[1] * width / drawing.size[0])


def _word(part: ElementTree.Element) -> _Word:
    given = part.attrib
    return _Word(
        part.text or "",
        (float(given["x"]), float(given["y"])),
        _ALIGNED[given["text-anchor"]],
        given["fill"],
        int(given["font-size"]),
    )


@kept(12)
def _shapes(shapes: str, palette: Palette, size: tuple[int, int]) -> pygame.Surface:
    """Return the shapes of a picture at a size, sharp."""
    toned = _CODE.sub(lambda found: _code(_colour(found[0], palette)), shapes)
    sized = toned.replace("<svg ", f'<svg width="{size[0]}" height="{size[1]}" ', 1)
    return pygame.image.load(io.BytesIO(sized.encode()), "picture.svg")


@lru_cache(maxsize=512)
def _colour(code: str, palette: Palette) -> Colour:
    """Return a colour of the light theme as one of a palette; mixed ones are mixed anew."""
    name = _NAMES.get(code.upper())
    if name is not None:
        tone: Colour = getattr(palette, name)
        return tone
    for full, full_name in ((colours.JOINT, "joint"), (colours.ALARM, "alarm")):
        for step in range(_SHARES + 1):
            share = step / _SHARES
            if _alike(blend(colours.PANEL, full, share), code):
                mixed = blend(_code(palette.panel), _code(getattr(palette, full_name)), share)
                return _parts(mixed)
    return _parts(code)


def _alike(one: str, other: str) -> bool:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return all(abs(a - b) <= _NEAR for a, b in pairs)


def _parts(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def _code(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
