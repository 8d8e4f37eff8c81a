"""What is printed on the caps of keys, as the keyboards of a language have it."""

from functools import lru_cache
from typing import Final

from game.words import Speech, mark_for, offered

_PRINTED: Final = (
    mark_for("key", "Enter"),
    mark_for("key", "Esc"),
    mark_for("key", "Space"),
    mark_for("key", "Tab"),
    mark_for("key", "Del"),
    mark_for("key", "Home"),
    mark_for("key", "End"),
    mark_for("key", "PgDn"),
)
"""Keys whose caps differ from keyboard to keyboard; all others say the same everywhere."""


def printed(label: str, language: str) -> str:
    """Return what the keyboards of a language say on a key, by its label in English."""
    return Speech(_known(language)).text_for("key", label) if label in _PRINTED else label


_known = lru_cache(maxsize=16)(offered)
"""Asking looks through a folder, which is too slow for what every picture needs."""
