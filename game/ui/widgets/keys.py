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
_FUNCTION_KEYS: Final = {f"F{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)}
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = "0123456789"
_PLACES: Final = {
    "[": pygame.KSCAN_LEFTBRACKET,
    "]": pygame.KSCAN_RIGHTBRACKET,
    **{label: getattr(pygame, f"KSCAN_{label}") for label in (*_LETTERS, *_DIGITS)},
}
_TYPED: Final = {**{label: label for label in (*_DIGITS, *"[]+./")}, "−": "-"}
"""Labels that another layout may have elsewhere, and what is typed with them there."""
_LABELLED: Final = {code for codes in _NAMED.values() for code in codes}


def is_key(event: pygame.event.Event, label: str) -> bool:
    """Return whether a key was pressed down whose cap says ``label``.

    Letters, digits and brackets are also known by their place, so that shortcuts work on a
    Cyrillic layout, and where digits are typed with Shift, as on the French one. With Ctrl
    or Alt held it is another key.
    """
    if event.type != pygame.KEYDOWN:
        return False
    if getattr(event, "mod", 0) & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return False
    if event.key in _codes(label) or _is_typed(event, label):
        return True
    place = _PLACES.get(label)
    return place is not None and _is_free(event.key, label) and _scancode(event) == place


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


def _scancode(event: pygame.event.Event) -> int | None:
    return getattr(event, "scancode", None)


def _is_typed(event: pygame.event.Event, label: str) -> bool:
    """Return whether a key types the digit or sign of a label, by whatever means."""
    return label in _TYPED and getattr(event, "unicode", "") == _TYPED[label]


def _is_free(key: int, label: str) -> bool:
    """Return whether a key code means nothing else, so that its place may count."""
    if key & 1 << 30 or key in _LABELLED:
        return False
    # A letter of the Latin alphabet that lies elsewhere is the one that is meant.
    return key > 127 or (label not in _LETTERS and not chr(key).isalnum())
