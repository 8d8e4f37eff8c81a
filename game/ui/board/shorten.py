"""Copy that is cut: as many whole words as there is room for. The whole is told elsewhere."""

from game.ui import text
from game.ui.theme import Role, Theme


def shortened(words: str, role: Role, theme: Theme, room: int, height: int) -> str:
    """Return a text, or its beginning with an ellipsis, no higher than ``height``."""
    if text.height(words, role, theme, room) <= height:
        return words
    parts = words.split(" ")
    while len(parts) > 1:
        parts.pop()
        shorter = " ".join(parts).rstrip(",;:.“(") + " …"
        if text.height(shorter, role, theme, room) <= height:
            return shorter
    return ""
