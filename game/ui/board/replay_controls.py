"""The controls of a replay: small buttons, and how broad a row of them is."""

from typing import Final

from game.ui.theme import Theme
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Hint, Widget

_TRANSPORT: Final = 84


class SignButton(Button):
    """A button of an icon and its key; its word is in the tooltip."""

    def __init__(self, ident: str, icon: str, word: str, *, key: str, why: str = "") -> None:
        super().__init__(ident, "", icon=icon, key=key, why=why, hint=Hint(word))
        self.word = word
        # The scene takes the key: the focus stays, and no tooltip covers the bar.
        self.shortcut = ""

    def says(self) -> str:
        """Return the word."""
        return self.word

    def natural_width(self, theme: Theme) -> int:
        """Return the width of the design, less where large words need the room."""
        least = self.least(theme)[0] + 8
        return max(_TRANSPORT, least) if theme.text == 1 else least


def natural_width(control: Widget, theme: Theme) -> int:
    """Return how broad a control wants to be."""
    return control.natural_width(theme) if isinstance(control, Button) else 0


def words_width(seats: Widget, theme: Theme) -> int:
    """Return the width of a choice of words."""
    return sum(box.least(theme)[0] + 18 for box in seats.children) - 18
