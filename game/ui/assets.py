"""Fonts and icons, opened once and kept: the only file that opens pictures and fonts."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Final

import pygame

from game.paths import BrokenInstallError, asset_path
from game.told import mark
from game.ui.kept import kept
from game.ui.theme import Colour, Face, Role, Theme

_SOURCE_SIZE: Final = 'width="24" height="24"'


def font(role: Role, theme: Theme) -> pygame.font.Font:
    """Return the font of a role at the size the theme gives it."""
    return _font(role.face, theme.font_px(role))


def icon(name: str, size: int, colour: Colour, accent: Colour | None = None) -> pygame.Surface:
    """Return an icon drawn sharp at ``size`` real pixels a side; don't draw on it.

    ``accent`` fills what the drawing marks so (the leaf of the open door); without it
    that part stays clear.
    """
    return _icon(name, size, colour, accent)


def icon_names() -> list[str]:
    """Return the names of all icons, in order."""
    return sorted(path.stem for path in asset_path("icons").glob("*.svg"))


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise BrokenInstallError(
            mark("{path} is missing; install the game again"), path=str(path)
        )
    return path


@kept(128)
def _font(face: Face, size: int) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    path = _existing(asset_path("fonts", face.value))
    try:
        return pygame.font.Font(path, size)
    except pygame.error as error:
        raise BrokenInstallError(
            mark("{path} can’t be read; install the game again"), path=str(path)
        ) from error


@kept(1024)
def _icon(name: str, size: int, colour: Colour, accent: Colour | None) -> pygame.Surface:
    drawing = _drawing(name).replace(_SOURCE_SIZE, f'width="{size}" height="{size}"')
    drawing = drawing.replace("currentColor", _code(colour))
    drawing = drawing.replace("accent", _code(accent) if accent else "none")
    return pygame.image.load(io.BytesIO(drawing.encode()), f"{name}.svg")


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return _existing(asset_path("icons", f"{name}.svg")).read_text(encoding="utf-8")


def _code(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
