"""The shape of the mouse's pointer: a bar where one writes, else an arrow."""

from contextlib import suppress

import pygame


def point_with(shape: int) -> None:
    """Show one of the system's shapes, where the window can."""
    wanted = pygame.cursors.Cursor(shape)
    with suppress(pygame.error):
        if pygame.mouse.get_cursor() != wanted:
            pygame.mouse.set_cursor(wanted)
