"""The window, its clock and the stack of scenes, and nothing else."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pygame

from game.ui import assets, text
from game.ui.draw import mark, sprite
from game.ui.motion import SCREEN, Glide
from game.ui.scene import Home, Pop, Push, Quit, Replace, SceneLike, Transition
from game.ui.theme import BASE_HEIGHT, BASE_WIDTH, INK, PAPER, TEXT_SCALES, Theme

FRAMES_PER_SECOND: Final = 60
_LONGEST_REST: Final = 1.0
"""Seconds: how long the window sleeps at most. What is longer doesn't count as passed."""
_UNSEEN_DRIVERS: Final = frozenset({"offscreen", "dummy"})


class NoScreenError(RuntimeError):
    """There is no screen to open a window on; the message is one line to show."""


class App:
    """The window with a stack of scenes; the top one is seen and gets events.

    Attributes:
        theme: What everything is drawn with. Its scale follows the window.
        on_look: Called when the player changed theme, text size or full screen.
    """

    def __init__(
        self,
        scene: SceneLike,
        *,
        caption: str,
        size: tuple[int, int] = (BASE_WIDTH, BASE_HEIGHT),
        theme: Theme | None = None,
        fullscreen: bool = False,
    ) -> None:
        self.theme = theme or Theme()
        self.on_look: Callable[[Theme, bool], None] = lambda _theme, _fullscreen: None
        self.fullscreen = False
        self.running = True
        self._caption = caption
        self._windowed = size
        self._fade = Glide(1.0)
        self._before: pygame.Surface | None = None
        self._scenes: list[SceneLike] = []
        open_display()
        self._open_window(fullscreen=fullscreen)
        self._begin(scene)

    @property
    def scene(self) -> SceneLike:
        """Return the scene on top."""
        return self._scenes[-1]

    @property
    def size(self) -> tuple[int, int]:
        """Return the logical size: spare width or height over 16 : 9 is there to use."""
        wide, high = self._window.get_size()
        return int(wide / self.theme.scale), int(high / self.theme.scale)

    @property
    def fading(self) -> bool:
        """Return whether one screen is turning into another."""
        return self._fade.moving

    def run(self) -> None:
        """Show the window until the player has had enough."""
        last = time.monotonic()
        clock = pygame.time.Clock()
        try:
            while self.running:
                events = self._rest(clock)
                now = time.monotonic()
                self.tick(min(now - last, _LONGEST_REST), events)
                last = now
        finally:
            self.close()

    def tick(self, seconds: float, events: Sequence[pygame.event.Event] = ()) -> None:
        """Do one step: time, events, picture.

        Time goes first: what passed before an event is not part of what the event begins.
        ``events`` were taken from the queue already and come before the rest of it.
        """
        self._fade.advance(seconds, still=self.theme.still)
        self._go(self.scene.update(seconds))
        for event in (*events, *pygame.event.get()):
            if self.running:
                self._handle(event)
        if self.running:
            self._draw()

    def close(self) -> None:
        """Leave every scene from the top down, and close the window."""
        self.running = False
        while self._scenes:
            self._scenes.pop().leave()
        for module in (text, sprite, assets):
            module.forget()
        pygame.quit()

    def screenshot(self, path: Path) -> None:
        """Save what is seen now as a picture."""
        self._draw()
        pygame.image.save(self._window, str(path))

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size in real pixels."""
        self._windowed = size
        self._open_window(fullscreen=False)
        self._look()

    def set_fullscreen(self, fullscreen: bool) -> None:
        """Fill the screen, or go back to a window."""
        self._open_window(fullscreen=fullscreen)
        self._look()
        self.on_look(self.theme, self.fullscreen)

    def set_theme(self, theme: Theme) -> None:
        """Draw with another palette, text size or amount of motion from now on."""
        self.theme = theme.scaled(self.theme.scale)
        self._look()
        self.on_look(self.theme, self.fullscreen)

    def _open_window(self, *, fullscreen: bool) -> None:
        # toggle_fullscreen() and SCALED misbehave; setting the mode again does not.
        if fullscreen:
            self._window = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            self._window = pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
        self.fullscreen = fullscreen
        self._fit()
        pygame.display.set_caption(self._caption)

    def _fit(self) -> None:
        wide, high = self._window.get_size()
        self.theme = self.theme.scaled(min(wide / BASE_WIDTH, high / BASE_HEIGHT))
        self._before = None

    def _look(self) -> None:
        for scene in self._scenes:
            scene.look(self.size, self.theme)

    def _rest(self, clock: pygame.time.Clock) -> list[pygame.event.Event]:
        """Sleep until something moves or happens, and return what has happened."""
        wake = 0.0 if self._fade.moving else self.scene.wake()
        if wake == 0.0:
            clock.tick(FRAMES_PER_SECOND)
            return []
        rest = _LONGEST_REST if wake is None else min(wake, _LONGEST_REST)
        event = pygame.event.wait(max(1, round(rest * 1000)))
        return [] if event.type == pygame.NOEVENT else [event]

    def _handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type == pygame.VIDEORESIZE:
            self._resized(event.size)
        elif event.type == pygame.KEYDOWN and self._look_key(event):
            return
        else:
            self._go(self.scene.handle(self._logical(event)))

    def _resized(self, size: tuple[int, int]) -> None:
        self._window = pygame.display.get_surface()
        if not self.fullscreen:
            self._windowed = size
        self._fit()
        self._look()

    def _look_key(self, event: pygame.event.Event) -> bool:
        """Handle the keys that change how everything looks; return whether it was one."""
        if event.key == pygame.K_F11:
            self.set_fullscreen(not self.fullscreen)
        elif event.key == pygame.K_F10:
            self.set_theme(self.theme.toned(PAPER if self.theme.palette.dark else INK))
        elif getattr(event, "mod", 0) & pygame.KMOD_CTRL and event.key in _TEXT_STEPS:
            place = TEXT_SCALES.index(self.theme.text) + _TEXT_STEPS[event.key]
            size = TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, place))]
            self.set_theme(replace(self.theme, text=size))
        else:
            return False
        return True

    def _logical(self, event: pygame.event.Event) -> pygame.event.Event:
        """Return an event with its position in logical pixels."""
        if not hasattr(event, "pos"):
            return event
        scale = self.theme.scale
        fields = dict(event.dict)
        for name in {"pos", "rel"} & fields.keys():
            fields[name] = (int(fields[name][0] / scale), int(fields[name][1] / scale))
        return pygame.event.Event(event.type, fields)

    def _draw(self) -> None:
        self.scene.draw(self._window)
        if self._fade.moving and self._before is not None:
            self._before.set_alpha(round(255 * (1 - self._fade.value)))
            self._window.blit(self._before, (0, 0))
        else:
            self._before = None
        pygame.display.flip()

    def _go(self, transition: Transition | None) -> None:
        if transition is None:
            return
        self._keep_for_fade()
        match transition:
            case Push(scene):
                self.scene.pause()
                self._begin(scene)
            case Replace(scene):
                self._scenes.pop().leave()
                self._begin(scene)
            case Pop(result):
                self._end(result)
            case Home():
                while len(self._scenes) > 1:
                    self._end(None)
            case Quit():
                self.running = False

    def _begin(self, scene: SceneLike) -> None:
        self._scenes.append(scene)
        scene.enter()
        scene.look(self.size, self.theme)

    def _end(self, result: object) -> None:
        self._scenes.pop().leave()
        if not self._scenes:
            self.running = False
            return
        self.scene.resume(result)

    def _keep_for_fade(self) -> None:
        if self.theme.still:
            return
        self._before = self._window.copy()
        self._fade = Glide(0.0)
        self._fade.send(1.0, SCREEN)


_TEXT_STEPS: Final = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}


def open_display() -> None:
    """Start what a window needs, and make sure that it will be seen.

    Raises:
        NoScreenError: There is no screen. SDL would go on without a word, drawing nowhere.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    asked = os.environ.get("SDL_VIDEODRIVER", "").split(",")
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreenError(f"no screen to open a window on ({error})") from error
    pygame.font.init()
    driver = pygame.display.get_driver()
    if driver in _UNSEEN_DRIVERS and driver not in asked:
        pygame.display.quit()
        raise NoScreenError(
            "no screen to open a window on; the game also plays in a terminal: "
            "defend-together text"
        )
    pygame.display.set_icon(_window_icon())


def _window_icon() -> pygame.Surface:
    icon = pygame.Surface((64, 64), pygame.SRCALPHA)
    mark.brand_mark(icon, Theme(), (2, 12), 40)
    return icon
