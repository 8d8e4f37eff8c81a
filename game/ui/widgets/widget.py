"""What every widget is: a rectangle with an id that handles events and draws itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui.theme import Theme
from game.ui.widgets.intent import Intent


@dataclass(frozen=True, slots=True)
class Hint:
    """What a tooltip says."""

    text: str
    title: str = ""
    rule: str = ""
    """The paragraph of the rulebook that says more, such as `3.6`."""


class Widget:
    """A part of a screen. Data go down as plain attributes, intents come up.

    Attributes:
        id: By which scenes, tests and drivers find it; empty for what nobody asks for.
        rect: Logical pixels.
        why: The reason why it is not available; empty if it is.
        hint: What the tooltip says; when barred, the reason is shown in its place.
        shortcut: Label of a key that presses it from anywhere on the screen.
        hovered, focused, pressed: Kept by the tree.
        clips: Whether children are cut at its edge.
        backdrop: Whether other widgets may lie on it.
        see_through: Whether the pointer reaches what lies below it.
        cursor: Shape of the mouse's pointer over it.
        bleed: Logical pixels outside its rectangle that it may paint on, shadow and all.
    """

    focusable = False
    clips = False
    backdrop = False
    see_through = False
    cursor = pygame.SYSTEM_CURSOR_ARROW
    bleed = 20

    def __init__(self, ident: str = "", children: Sequence["Widget"] = ()) -> None:
        self.id = ident
        self.children: list[Widget] = list(children)
        self.rect = Rect(0, 0, 0, 0)
        self.visible = True
        self.why = ""
        self.hint: Hint | None = None
        self.shortcut = ""
        self.hovered = False
        self.focused = False
        self.pressed = False

    @property
    def barred(self) -> bool:
        """Return whether it is not available."""
        return bool(self.why)

    @property
    def lively(self) -> bool:
        """Return whether time means anything to it; asked anew after each event."""
        kind = type(self)
        return kind.update is not Widget.update or kind.wake is not Widget.wake

    @property
    def touched(self) -> Rect:
        """Return where the screen looks different when it does."""
        return self.rect.inflate(2 * self.bleed, 2 * self.bleed)

    @property
    def focus_rect(self) -> Rect:
        """Return what the focus ring goes round."""
        return self.rect

    def measure(self, theme: Theme, room: int) -> int:
        """Return the logical height wanted at a logical width."""
        return self.rect.height

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the logical size below which its content would not fit."""
        return (0, 0)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place; a container places its children too."""
        self.rect = rect.copy()

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Return what was wanted, or nothing if the event is not for this widget."""
        return None

    def press(self) -> Intent | None:
        """Do what a click or the Enter key does."""
        return None

    def translate(self, intent: Intent) -> Intent | None:
        """Return what a wish of a child means for the whole: a container may reword it."""
        return intent

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Let time pass."""
        return None

    def wake(self) -> float | None:
        """Return in how many seconds time should pass again; 0 while moving."""
        return None

    def focus_changed(self) -> None:
        """Take note that ``focused`` is different now."""

    def go_on(self, earlier: "Widget") -> None:
        """Look pointed at as the widget did that stood here before the screen was rebuilt."""

    def says(self) -> str:
        """Return its words, for the list of the screen."""
        return ""

    def draw(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint itself, then its children."""
        if not self.visible:
            return
        self.paint(target, theme)
        if not self.clips:
            for child in self.children:
                child.draw(target, theme)
            return
        before = target.get_clip()
        target.set_clip(theme.rect(self.rect).clip(before))
        for child in self.children:
            child.draw(target, theme)
        target.set_clip(before)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint itself without its children."""

    def walk(self) -> Iterator["Widget"]:
        """Yield itself and all visible widgets inside, in reading order."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.walk()


class Group(Widget):
    """Several widgets that are placed by the scene."""

    backdrop = True


class Column(Widget):
    """Widgets below one another, each as high as it wants to be."""

    backdrop = True

    def __init__(self, ident: str = "", children: Sequence[Widget] = (), gap: int = 8) -> None:
        super().__init__(ident, children)
        self.gap = gap

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of all children and the gaps."""
        heights = [child.measure(theme, room) for child in self.children if child.visible]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the children from the top."""
        self.rect = rect.copy()
        top = rect.y
        for child in self.children:
            if child.visible:
                height = child.measure(theme, rect.width)
                child.place(Rect(rect.x, top, rect.width, height), theme)
                top += height + self.gap
