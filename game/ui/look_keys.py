"""The keys that change how every screen looks and sounds, wherever the player is."""

from typing import Final

import pygame

from game.ui.preferences import Preferences
from game.ui.theme import TEXT_SCALES, Theme

_TEXT_STEPS: Final = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}


def look_key(event: pygame.event.Event, preferences: Preferences, theme: Theme) -> bool:
    """Change the settings by a key that was pressed; return whether it was one of these."""
    settings = preferences.settings
    if event.key == pygame.K_F11:
        preferences.change(full_screen=not settings.full_screen)
    elif event.key == pygame.K_F9:
        preferences.change(sound=not settings.sound)
    elif event.key == pygame.K_F10:
        preferences.change(theme="paper" if theme.palette.dark else "ink")
    elif getattr(event, "mod", 0) & pygame.KMOD_CTRL and event.key in _TEXT_STEPS:
        place = TEXT_SCALES.index(theme.text) + _TEXT_STEPS[event.key]
        size = TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, place))]
        preferences.change(text=size)
    else:
        return False
    return True
