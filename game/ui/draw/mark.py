"""The signs of the two sides and of both together, and other small marks."""

from typing import Final

import pygame

from game.ui import assets, text
from game.ui.draw.frame import box, real_box
from game.ui.draw.keys import printed
from game.ui.draw.sprite import sprite
from game.ui.theme import NOTE_BOLD, Colour, Theme

NATO: Final = 0
RUSSIA: Final = 1

UP: Final = "up"
DOWN: Final = "down"
LEFT: Final = "left"
RIGHT: Final = "right"


def disc(
    target: pygame.Surface,
    theme: Theme,
    centre: tuple[float, float],
    size: float,
    fill: Colour | None,
    edge: Colour | None = None,
    line: float = 1.5,
) -> None:
    """Draw a smooth disc of a logical diameter, filled, outlined or both."""
    side = max(2, theme.px(size))
    thick = max(1.0, line * theme.scale) if edge else 0.0

    def paint(large: pygame.Surface, zoom: int) -> None:
        radius = side * zoom / 2
        middle = (radius, radius)
        if edge:
            pygame.draw.circle(large, edge, middle, radius)
        if fill or edge:
            inside = (*(fill or edge or (0, 0, 0)), 255 if fill else 0)
            pygame.draw.circle(large, inside, middle, radius - thick * zoom)

    picture = sprite(
        ("disc", fill, edge, thick), (side, side), edge or fill or (0, 0, 0), paint
    )
    x, y = theme.point(centre)
    target.blit(picture, (x - side // 2, y - side // 2))


def square(
    target: pygame.Surface,
    theme: Theme,
    centre: tuple[float, float],
    size: float,
    fill: Colour | None,
    edge: Colour | None = None,
    line: float = 1.5,
) -> None:
    """Draw a square of a logical side, filled, outlined or both."""
    side = max(2, theme.px(size))
    x, y = theme.point(centre)
    real = pygame.Rect(x - side // 2, y - side // 2, side, side)
    if fill:
        target.fill(fill, real)
    if edge:
        pygame.draw.rect(target, edge, real, theme.line(line))


def side_mark(
    target: pygame.Surface,
    theme: Theme,
    side: int,
    centre: tuple[float, float],
    size: float = 18,
    *,
    outlined: bool = False,
    colour: Colour | None = None,
) -> None:
    """Draw NATO's disc or Russia's square, filled or in outline.

    A square is drawn a tenth smaller, so that both look equally large.
    """
    own = colour or theme.side_colour(side)
    fill, edge = (None, own) if outlined else (own, None)
    if side == NATO:
        disc(target, theme, centre, size, fill, edge, line=max(1.75, size / 17))
    else:
        square(target, theme, centre, size * 0.9, fill, edge, line=max(1.75, size / 17))


def brand_mark(
    target: pygame.Surface, theme: Theme, topleft: tuple[float, float], height: float = 24
) -> None:
    """Draw the game's mark: disc over square, verdigris where they overlap."""
    high = theme.px(height)
    line = max(1.0, high / 24)
    wide = round(high * 1.54)
    palette = theme.palette

    def paint(large: pygame.Surface, zoom: int) -> None:
        tall, thick = high * zoom, line * zoom
        radius = tall / 2
        left = round(tall * 0.56)
        square_at = pygame.Rect(left, thick, wide * zoom - left, tall - 2 * thick)
        pygame.draw.rect(large, palette.russia, square_at)
        pygame.draw.rect(large, palette.russia_t, square_at.inflate(-2 * thick, -2 * thick))
        pygame.draw.circle(large, palette.nato, (radius, radius), radius)
        pygame.draw.circle(large, palette.nato_t, (radius, radius), radius - thick)
        overlap = pygame.Surface(large.get_size(), pygame.SRCALPHA)
        pygame.draw.circle(overlap, palette.joint, (radius, radius), radius - thick)
        large.blit(overlap, (left, 0), (left, 0, tall, tall))

    picture = sprite(("brand", palette), (wide, high), palette.russia, paint)
    target.blit(picture, theme.point(topleft))


def pointer(
    target: pygame.Surface,
    theme: Theme,
    tip: tuple[float, float],
    colour: Colour,
    *,
    size: float = 10,
    towards: str = DOWN,
    outlined: bool = False,
) -> None:
    """Draw a small triangle whose tip is at a logical point."""
    side = max(4, theme.px(size))
    deep = max(3, round(side * 0.8))

    def paint(large: pygame.Surface, zoom: int) -> None:
        wide, tall = side * zoom, deep * zoom
        corners = [(0, 0), (wide, 0), (wide / 2, tall)]
        pygame.draw.polygon(large, colour, corners)
        if outlined:
            inner = [
                (wide * 0.22, wide * 0.12),
                (wide * 0.78, wide * 0.12),
                (wide / 2, tall * 0.68),
            ]
            pygame.draw.polygon(large, (*colour, 0), inner)

    picture = sprite(("pointer", colour, outlined), (side, deep), colour, paint)
    x, y = theme.point(tip)
    if towards == DOWN:
        target.blit(picture, (x - side // 2, y - deep))
    elif towards == UP:
        target.blit(pygame.transform.flip(picture, False, True), (x - side // 2, y))
    elif towards == RIGHT:
        target.blit(pygame.transform.rotate(picture, 90), (x - deep, y - side // 2))
    else:
        target.blit(pygame.transform.rotate(picture, -90), (x, y - side // 2))


def icon(
    target: pygame.Surface,
    theme: Theme,
    name: str,
    centre: tuple[float, float],
    colour: Colour,
    size: float = 20,
    accent: Colour | None = None,
) -> None:
    """Draw an icon around a logical point."""
    side = max(4, theme.px(size))
    x, y = theme.point(centre)
    target.blit(assets.icon(name, side, colour, accent), (x - side // 2, y - side // 2))


DOORS: Final = ("door-open", "door-strained", "door-closed")


def door(
    target: pygame.Surface,
    theme: Theme,
    state: int,
    centre: tuple[float, float],
    size: float = 40,
) -> None:
    """Draw the Council's door: 0 open, 1 strained, 2 closed."""
    palette = theme.palette
    leaf = (palette.joint_t, palette.recess, palette.on_fill)[state]
    icon(target, theme, DOORS[state], centre, palette.ink, size, leaf)


def card_back(target: pygame.Surface, theme: Theme, side: int, rect: pygame.Rect) -> None:
    """Draw the back of a card: plain panel, a thin frame, the side's shape in outline."""
    palette = theme.palette
    small = rect.width < 40
    box(target, theme, rect, palette.panel, palette.ctl, corner=2 if small else 3)
    if not small:
        gap = round(rect.width * 0.07)
        pygame.draw.rect(
            target, palette.rule, theme.rect(rect.inflate(-2 * gap, -2 * gap)), theme.line(1)
        )
    size = rect.width * (0.62 if small else 0.5)
    side_mark(target, theme, side, rect.center, size, outlined=True)


def key_cap_width(theme: Theme, label: str) -> int:
    """Return the logical width of a key cap."""
    return max(20, text.width(printed(label, theme.language), NOTE_BOLD, theme) + 12)


def key_cap(
    target: pygame.Surface,
    theme: Theme,
    label: str,
    left: float,
    middle: float,
    colour: Colour,
    fill: Colour | None = None,
) -> int:
    """Draw the cap of a key, as keyboards of the language print it; return its width."""
    wide = key_cap_width(theme, label)
    high = text.line_height(NOTE_BOLD, theme) + 3
    rect = pygame.Rect(round(left), round(middle - high / 2), wide, high)
    box(target, theme, rect, fill, colour)
    words = printed(label, theme.language)
    text.centred(target, theme, words, NOTE_BOLD, colour, rect)
    return wide


def tag(target: pygame.Surface, theme: Theme, label: str, rect: pygame.Rect) -> None:
    """Draw an ink tag with a short label, as the number of a step."""
    palette = theme.palette
    real_box(target, theme.rect(rect), palette.ink, None, 0, theme.px(2))
    text.centred(target, theme, label, NOTE_BOLD, palette.on_fill, rect)
