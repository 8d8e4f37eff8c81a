"""Drives a real app as a player would: with events only, in a window nobody sees."""

from pathlib import Path

import pygame
from pygame import Rect

from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.scene import Scene, SceneLike
from game.ui.theme import PAPER, Palette, Theme
from game.ui.widgets.widget import Widget

_NAMED_KEYS = {
    "Enter": pygame.K_RETURN,
    "Esc": pygame.K_ESCAPE,
    "Space": pygame.K_SPACE,
    "Tab": pygame.K_TAB,
    "Left": pygame.K_LEFT,
    "Right": pygame.K_RIGHT,
    "Up": pygame.K_UP,
    "Down": pygame.K_DOWN,
    "Home": pygame.K_HOME,
    "End": pygame.K_END,
    "PageUp": pygame.K_PAGEUP,
    "PageDown": pygame.K_PAGEDOWN,
    "Backspace": pygame.K_BACKSPACE,
    "Del": pygame.K_DELETE,
}
_FRAME = 1 / 60
_LONG = 10.0


class Pilot:
    """One app and its player. Close it when done: it is a context manager."""

    def __init__(
        self,
        scene: SceneLike,
        *,
        size: tuple[int, int] = (1280, 720),
        palette: Palette = PAPER,
        text: float = 1.0,
        still: bool = True,
        preferences: Preferences | None = None,
        patient: bool = False,
    ) -> None:
        # Screens that only pass by are waited through, unless it is they that are looked at.
        self.patient = patient
        theme = None if preferences else Theme(palette, text=text, still=still)
        self.app = App(
            scene, caption="Defend Together", size=size, theme=theme, preferences=preferences
        )
        self.tick()

    def __enter__(self) -> "Pilot":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.app.close()

    @property
    def scene(self) -> Scene:
        scene = self.app.scene
        assert isinstance(scene, Scene)
        return scene

    def ids(self) -> list[str]:
        """Return the ids of everything that can be seen now."""
        return [widget.id for widget in self.scene.tree.walk() if widget.id]

    def find(self, ident: str) -> Widget:
        """Return the visible widget of an id, or fail with what there is."""
        widget = self.scene.tree.find(ident)
        assert widget is not None, f"no {ident!r} here; there are {self.ids()}"
        return widget

    def sees(self, words: str) -> bool:
        """Return whether some visible widget says these words."""
        return any(words in widget.says() for widget in self.scene.tree.walk())

    def dump(self) -> str:
        """Return the screen as text."""
        return self.scene.tree.dump()

    @property
    def focused(self) -> str:
        """Return the id of the widget that has the focus, or an empty string."""
        widget = self.scene.tree.focused
        return widget.id if widget is not None else ""

    @property
    def hint(self) -> str:
        """Return the words of the tooltip that is shown, or an empty string."""
        shown = self.scene.tree.hinting()
        return f"{shown[1].title} {shown[1].text}".strip() if shown is not None else ""

    def tick(self, seconds: float = _FRAME) -> None:
        """Let time pass in one step."""
        self.app.tick(seconds)

    def settle(self, seconds: float = 1.0) -> None:
        """Let time pass in steps as short as those of a window."""
        for _ in range(round(seconds / _FRAME)):
            if self.app.running:
                self.app.tick(_FRAME)

    def move(self, ident: str) -> None:
        """Put the pointer on a widget."""
        self.move_to(self.find(ident).rect.center)

    def move_to(self, at: tuple[int, int]) -> None:
        """Put the pointer on a logical point."""
        pos = self._real(at)
        self._post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))

    def click(self, ident: str) -> None:
        """Click on the middle of a widget."""
        self.click_at(self.find(ident).rect.center)

    def click_at(self, at: tuple[int, int], button: int = 1) -> None:
        """Press and let go at a logical point."""
        self.move_to(at)
        self.button_down(at, button)
        if self.app.running:
            self._post(pygame.MOUSEBUTTONUP, pos=self._real(at), button=button)

    def button_down(self, at: tuple[int, int], button: int = 1) -> None:
        """Press at a logical point and don't let go."""
        self._post(pygame.MOUSEBUTTONDOWN, pos=self._real(at), button=button)

    def wheel(self, ident: str, turns: int) -> None:
        """Turn the wheel over a widget as a real mouse does: it also sends button 4 or 5."""
        at = self.find(ident).rect.center
        self.move_to(at)
        button = 4 if turns > 0 else 5
        for _ in range(abs(turns)):
            self._post(pygame.MOUSEWHEEL, x=0, y=1 if turns > 0 else -1, flipped=False)
            self._post(pygame.MOUSEBUTTONDOWN, pos=self._real(at), button=button)
            self._post(pygame.MOUSEBUTTONUP, pos=self._real(at), button=button)

    def press(self, label: str, mod: int = 0) -> None:
        """Press and let go of a key by its label: a letter, a digit, ``Enter``, ``F1`` ..."""
        self.key_down(label, mod)
        if self.app.running:
            self._post(pygame.KEYUP, key=_key(label), mod=mod)

    def key_down(self, label: str, mod: int = 0) -> None:
        """Press a key and don't let go."""
        typed = label.lower() if len(label) == 1 else ""
        self._post(pygame.KEYDOWN, key=_key(label), mod=mod, unicode=typed, scancode=0)

    def hold(self, label: str, seconds: float) -> None:
        """Keep a key pressed for a time."""
        self.key_down(label)
        self.settle(seconds)
        if self.app.running:
            self._post(pygame.KEYUP, key=_key(label), mod=0)

    def type(self, words: str) -> None:
        """Type text into what has the focus."""
        for letter in words:
            self._post(pygame.TEXTINPUT, text=letter)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size in real pixels."""
        self.app.resize(size)
        self.tick()

    def screenshot(self, path: Path) -> None:
        """Save what is seen."""
        self.app.screenshot(path)

    def problems(self) -> list[str]:
        """Return what overflows or overlaps now."""
        return self.scene.tree.problems(self.app.theme, Rect(0, 0, *self.app.size))

    def assert_fits(self) -> None:
        """Fail with every text that has no room and everything that overlaps."""
        found = self.problems()
        assert not found, "\n".join(found)

    def _real(self, at: tuple[int, int]) -> tuple[int, int]:
        scale = self.app.theme.scale
        return round(at[0] * scale + scale / 2), round(at[1] * scale + scale / 2)

    def _post(self, kind: int, **fields: object) -> None:
        pygame.event.post(pygame.event.Event(kind, fields))
        self.tick()
        while not self.patient and self.app.running and self.scene.passing:
            self.tick(_LONG)


def _key(label: str) -> int:
    if label in _NAMED_KEYS:
        return _NAMED_KEYS[label]
    if label[0] == "F" and label[1:].isdigit():
        return int(getattr(pygame, f"K_F{label[1:]}"))
    return ord(label.lower())
