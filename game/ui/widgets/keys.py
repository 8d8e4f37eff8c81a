"""Keys by the label on their cap, whatever layout the keyboard has."""

from typing import Final

import pygame

_NAMED: Final = {
    "Enter": (pygame.K_RETURN, pygame.K_KP_ENTER),
    "Esc": (pygame.K_ESCAPE,),
    "Space": (pygame.K_SPACE,),
    "Tab": (pygame.K_TAB,),
    "←": (pygame.K_LEFT,),
    "→": (pygame.K_RIGHT,),
    "↑": (pygame.K_UP,),
    "↓": (pygame.K_DOWN,),
    "+": (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS),
    "−": (pygame.K_MINUS, pygame.K_KP_MINUS),
    "[": (pygame.K_LEFTBRACKET,),
    "]": (pygame.K_RIGHTBRACKET,),
    "Del": (pygame.K_DELETE,),
    ".": (pygame.K_PERIOD,),
    "Home": (pygame.K_HOME,),
    "End": (pygame.K_END,),
}
_PLACES: Final = {"[": pygame.KSCAN_LEFTBRACKET, "]": pygame.KSCAN_RIGHTBRACKET}
_FUNCTION_KEYS: Final = {f"F{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)}
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = "0123456789"


def is_key(event: pygame.event.Event, label: str) -> bool:
    """Return whether a key was pressed down whose cap says ``label``.

    Letters and brackets are also known by their place, so that shortcuts work on a Cyrillic
    layout. With Ctrl or Alt held it is another key.
    """
    if event.type != pygame.KEYDOWN:
        return False
    if getattr(event, "mod", 0) & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return False
    if event.key in _codes(label):
        return True
    return _is_foreign(event.key) and getattr(event, "scancode", None) == _place(label)


def is_confirm(event: pygame.event.Event) -> bool:
    """Return whether Enter was pressed, or Space."""
    return is_key(event, "Enter") or is_key(event, "Space")


def arrow(event: pygame.event.Event) -> tuple[int, int] | None:
    """Return the direction of an arrow key as steps to the right and down."""
    if event.type != pygame.KEYDOWN:
        return None
    steps = {"←": (-1, 0), "→": (1, 0), "↑": (0, -1), "↓": (0, 1)}
    return next((step for label, step in steps.items() if is_key(event, label)), None)


def _codes(label: str) -> tuple[int, ...]:
    if label in _NAMED:
        return _NAMED[label]
    if label in _FUNCTION_KEYS:
        return (_FUNCTION_KEYS[label],)
    if label in _DIGITS:
        return (ord(label), getattr(pygame, f"K_KP{label}"))
    return (ord(label.lower()),) if len(label) == 1 else ()


def _place(label: str) -> int | None:
    if label in _LETTERS and label:
        return int(getattr(pygame, f"KSCAN_{label}"))
    return _PLACES.get(label)


def _is_foreign(key: int) -> bool:
    """Return whether a key code is a letter outside ASCII: another alphabet's layout."""
    return key > 127 and not key & 1 << 30
