"""Scenes: the screens of the game, one at a time on top of a stack.

A scene never holds the app. It returns a transition, and the app does it.
"""

from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeAlias

import pygame
from pygame import Rect

from game.ui.damage import Damage
from game.ui.motion import SCREEN
from game.ui.theme import GAP, GUTTER, PAPER_THEME, Theme
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Intent
from game.ui.widgets.toast import WIDTH as TOAST_WIDTH
from game.ui.widgets.toast import Toast, Toasts
from game.ui.widgets.tree import Tree
from game.ui.widgets.widget import Group, Widget


class SceneLike(Protocol):
    """What the app asks of a scene. Events have logical positions."""

    @property
    def change(self) -> float:
        """Return the seconds in which it comes and goes."""

    @property
    def still_change(self) -> float:
        """Return the seconds in which it comes when motion is reduced; 0 is a cut."""

    def enter(self) -> None:
        """Begin: the scene has come onto the stack."""

    def leave(self) -> None:
        """End: the scene has left the stack, or the program ends."""

    def pause(self) -> None:
        """Take note that another scene lies on top; its clock stops."""

    def resume(self, result: object) -> None:
        """Take note of being on top again, and of what the scene above handed back."""

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Lay out for a logical size and a theme."""

    def handle(self, event: pygame.event.Event) -> "Transition | None":
        """Return where to go because of an event."""

    def update(self, seconds: float) -> "Transition | None":
        """Let time pass and return where to go because of it."""

    def wake(self) -> float | None:
        """Return in how many seconds to update again; nothing while all is at rest."""

    def stale(self) -> list[Rect] | None:
        """Return what has to be drawn again (logical), `None` for everything; then forget."""

    def draw(self, target: pygame.Surface) -> None:
        """Draw the whole screen, or what lies within the target's clip."""


@dataclass(frozen=True, slots=True)
class Push:
    """Put a scene on top."""

    scene: SceneLike


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back to the scene below, handing it a result."""

    result: object = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Put a scene in the place of this one."""

    scene: SceneLike


@dataclass(frozen=True, slots=True)
class Home:
    """Go back to the first scene."""


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program."""


Transition: TypeAlias = Push | Pop | Replace | Home | Quit


class Companion(Protocol):
    """What stands beside the screens of a match and speaks of them, such as a guide."""

    def notice(self, scene: "Scene") -> None:
        """Look at a screen as it is before an event."""

    def attend(self, scene: "Scene") -> list[Widget]:
        """Return what it shows on a screen that has just been laid out, placed."""

    def takes(self, scene: "Scene", intent: Intent) -> bool:
        """Hear of a wish; say whether it was the companion's own, and is done."""


class Scene:
    """A screen of widgets. Concrete scenes say what is on it and what a wish leads to.

    They override :meth:`build`, :meth:`layout` and :meth:`on_intent`, and where needed
    :meth:`on_event`, :meth:`passed`, :meth:`paint` and the four of the life cycle.

    Attributes:
        size: Logical pixels; ``theme`` is what to draw with. Both are set before ``layout``.
        root: What :meth:`build` returned.
        dialog: The question that waits for its answer, above everything else.
        damage: What has to be drawn again.
        companion: What stands beside the screen, if anything does.
        passing: Whether it goes on by itself and asks nothing.
        change: Seconds in which it comes and goes.
        still_change: Seconds in which it comes when motion is reduced.
    """

    passing: ClassVar[bool] = False
    change: float = SCREEN
    still_change: float = 0.0

    def __init__(self) -> None:
        self.size = (1280, 720)
        self.theme: Theme = PAPER_THEME
        self.root: Widget = Group()
        self.toasts = Toasts()
        self.dialog: Dialog | None = None
        self.tree = Tree(Group())
        self.damage = Damage()
        self.companion: Companion | None = None
        self._aside = Group("aside")
        self._below = self.tree
        self._built = False

    def build(self) -> Widget:
        """Return the widgets of the screen, not yet placed."""
        return Group()

    def layout(self, size: tuple[int, int]) -> None:
        """Place the widgets. Without an override, the root takes the whole window."""
        self.root.place(Rect(0, 0, *size), self.theme)

    def news_room(self, size: tuple[int, int]) -> Rect:
        """Return where news are shown: the corner at the lower right, a column wide."""
        wide, high = size
        return Rect(wide - GUTTER - TOAST_WIDTH, high - 260, TOAST_WIDTH, 244)

    def above_news(self, column: Rect) -> Rect:
        """Return what the news at the foot of a column leave of it while they are shown."""
        news = self.news_room(self.size)
        high = self.toasts.height(self.theme, news.width)
        bottom = news.bottom - high - GAP if high else column.bottom
        return Rect(*column.topleft, column.width, min(column.bottom, bottom) - column.y)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Return where a wish leads, after doing what it asks for."""
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Handle an event that no widget wanted: the keys of the whole screen."""
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Let time pass for what is not a widget."""
        return None

    def paint(self, target: pygame.Surface) -> None:
        """Paint the ground below the widgets."""
        target.fill(self.theme.palette.page)

    def enter(self) -> None:
        """Begin."""

    def leave(self) -> None:
        """End."""

    def pause(self) -> None:
        """Take note that another scene lies on top."""

    def resume(self, result: object) -> None:
        """Take note of being on top again."""

    def rebuild(self) -> None:
        """Build the widgets anew, because what they show is different; focus stays by id."""
        earlier = self._below
        self.root = self.build()
        self._below = Tree(Group(children=[self.root, self.toasts, self._aside]))
        self._built = True
        if self.dialog is None:
            self.tree = self._below
        self.relayout()
        self._below.follow(earlier)

    def relayout(self) -> None:
        """Place the widgets again, because their content takes another size."""
        self._below.root.rect = Rect(0, 0, *self.size)
        self.damage.whole()
        self.layout(self.size)
        self.toasts.place(self.news_room(self.size), self.theme)
        if self.companion is not None:
            self._aside.children = self.companion.attend(self)
        if self.dialog is not None:
            self.dialog.place(Rect(0, 0, *self.size), self.theme)

    def focus(self, ident: str) -> None:
        """Give the focus to a widget, as the start of the screen."""
        self.damage.whole()
        self._below.focus(ident)

    def ask(self, dialog: Dialog) -> None:
        """Put a question; its answer comes as an ``Answered`` intent."""
        self._below.let_go()
        self.dialog = dialog
        self.tree = Tree(dialog)
        self.tree.ring_shown = self._below.ring_shown
        self.relayout()
        self.tree.focus(dialog.safe_button)

    def tell(self, toast: Toast) -> None:
        """Show news at the edge of the screen for four seconds."""
        self.damage.whole()
        self.toasts.add(toast)
        if self._built:
            self.relayout()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme and lay out for them."""
        spoken = self.theme.language
        self.size, self.theme = size, theme
        if self._built and theme.language == spoken:
            self.relayout()
        else:
            self.rebuild()

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Offer an event to the widgets, then to the screen itself."""
        hovered = self.tree.hovered
        if self.companion is not None:
            self.companion.notice(self)
        intent = self.tree.handle(event)
        idle = event.type == pygame.MOUSEMOTION and intent is None
        if not idle or hovered is not self.tree.hovered:
            self.damage.whole()
        if intent is not None:
            return self._intended(intent)
        return None if self.dialog is not None else self.on_event(event)

    def update(self, seconds: float) -> Transition | None:
        """Let time pass for the widgets, then for the screen itself."""
        due = self.tree.due(seconds)
        wake = self.wake()
        hint = self.tree.hinting()
        transition = self._updated(seconds)
        self.damage.add(due)
        if hint != self.tree.hinting():
            self.damage.whole()
        elif wake is not None and wake <= seconds:
            self._moved_itself(alone=not due)
        return transition

    def moved(self) -> list[Rect] | None:
        """Return what the screen itself, no widget, moves now; `None` if that is anything.

        Asked of scenes that override :meth:`wake`, when the time that they named is over.
        """
        return None

    def stale(self) -> list[Rect] | None:
        """Return what has to be drawn again, `None` for everything; then forget."""
        return self.damage.take()

    def _moved_itself(self, *, alone: bool) -> None:
        """Note what moved by itself: without widgets that did, it was surely the screen."""
        if not alone and type(self).wake is Scene.wake:
            return
        parts = self.moved()
        if parts is None:
            self.damage.whole()
        else:
            self.damage.add(parts)

    def _updated(self, seconds: float) -> Transition | None:
        told = len(self.toasts.shown)
        intents = self.tree.update(seconds, self.theme)
        if len(self.toasts.shown) != told:
            # What made room for news takes it back.
            self.relayout()
        for intent in intents:
            transition = self._intended(intent)
            if transition is not None:
                return transition
        return self.passed(seconds)

    def wake(self) -> float | None:
        """Return when the next widget moves by itself."""
        return self.tree.wake()

    def draw(self, target: pygame.Surface) -> None:
        """Draw ground, widgets, and the dialog over them, within the target's clip."""
        self.paint(target)
        self._below.draw(target, self.theme)
        if self.dialog is not None:
            self.tree.draw(target, self.theme)

    def _intended(self, intent: Intent) -> Transition | None:
        if not intent.id:
            return None
        if isinstance(intent, Answered):
            self.dialog = None
            self.tree = self._below
        if self.companion is not None and self.companion.takes(self, intent):
            return None
        return self.on_intent(intent)
