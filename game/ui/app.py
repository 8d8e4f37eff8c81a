"""The window, its clock and the stack of scenes, and nothing else."""

import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeAlias

import pygame
from pygame import Rect

from game.ui import kept, sound
from game.ui.display import WindowPlace, open_display, placed
from game.ui.look_keys import look_key
from game.ui.motion import Glide
from game.ui.preferences import Preferences
from game.ui.scene import Home, Pop, Push, Quit, Replace, SceneLike, Transition
from game.ui.settings import Settings, SettingsError
from game.ui.theme import BASE_HEIGHT, BASE_WIDTH, Theme

FRAMES_PER_SECOND: Final = 60
_LOOK: Final = 0.012
"""Seconds between two looks at whether something has happened."""
_LONGEST_REST: Final = 1.0
"""Seconds: how long the window sleeps at most. What is longer doesn't count as passed."""
_PRESSES: Final = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)
"""What may decide something: meant for the screen that was seen, never for one that comes."""


Rescue: TypeAlias = Callable[[Exception, Sequence[SceneLike]], Sequence[SceneLike]]


class App:
    """The window with a stack of scenes; the top one is seen and gets events.

    Attributes:
        theme: What everything is drawn with. Its scale follows the window.
        preferences: The settings, which the window follows and its keys change.
        pictures: How many pictures were shown: none while nothing changes.
        rescue: Makes of an unexpected error the screens to go on with, the lowest first.
    """

    def __init__(
        self,
        scene: SceneLike,
        *,
        caption: str,
        size: tuple[int, int] | None = None,
        theme: Theme | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        """Open the window.

        Args:
            scene: What is shown first.
            caption: The window's title.
            size: Real pixels; without it as the settings say.
            theme: What to draw with, in place of what the settings say.
            preferences: The settings; without them those of a first start, kept nowhere.
        """
        self.preferences = preferences or Preferences()
        settings = self.preferences.settings
        self.theme = theme or settings.dressed(Theme())
        self.fullscreen = False
        self.running = True
        self._caption = caption
        self._windowed = size or (settings.width, settings.height)
        self._fade = Glide(1.0)
        self._before: pygame.Surface | None = None
        self._after: pygame.Surface | None = None
        self._copies: dict[int, pygame.Surface] = {}
        self._fresh = True
        self._shown = False
        self.pictures = 0
        self._scenes: list[SceneLike] = []
        self._rescued: SceneLike | None = None
        self.rescue: Rescue | None = None
        open_display()
        sound.obey(settings)
        self._place = WindowPlace(settings)
        with placed(settings):
            self._open_window(fullscreen=settings.full_screen)
        self._seen = self._window.get_size(), self.theme
        self._begin(scene)
        if theme is not None:
            self.preferences.note(settings.seen(theme))
        self.preferences.listen(self._follow)

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
        self.tick(0.0)
        sound.ready()
        try:
            self.run_for(math.inf)
        finally:
            self.close()

    def run_for(self, seconds: float) -> None:
        """Show the window for a time, and don't close it."""
        last = time.monotonic()
        end = last + seconds
        clock = pygame.time.Clock()
        while self.running and last < end:
            events = self._rest(clock)
            now = time.monotonic()
            self.tick(min(now - last, _LONGEST_REST), events)
            last = now

    def tick(self, seconds: float, events: Sequence[pygame.event.Event] = ()) -> None:
        """Do one step: time, events, picture.

        Time goes first: what passed before an event is not part of what the event begins.
        ``events`` were taken from the queue already and come before the rest of it.
        An error that nobody expected goes to :attr:`rescue`, once; without one it is raised.
        """
        try:
            self._do_tick(seconds, events)
        except Exception as error:
            if self.rescue is None or self._rescued is self.scene:
                raise
            self._rescue(error, self.rescue)

    def _do_tick(self, seconds: float, events: Sequence[pygame.event.Event]) -> None:
        self._fade.advance(seconds * self.theme.speed)
        self._go(self.scene.update(seconds))
        for event in (*events, *pygame.event.get()):
            if self.running:
                self._handle(event)
        if self.running:
            self._draw()

    def _rescue(self, error: Exception, rescue: Rescue) -> None:
        """Put other screens in the place of those that failed."""
        instead = rescue(error, tuple(self._scenes))
        while self._scenes:
            with suppress(Exception):
                self._scenes.pop().leave()
        self._before = self._after = None
        self._fade.arrive()
        for scene in instead:
            self._begin(scene)
        self._rescued = self.scene
        self._fresh = True

    def show(self, scene: SceneLike) -> None:
        """Put a screen in the place of the one on top."""
        self._go(Replace(scene))

    def close(self) -> None:
        """Leave every scene from the top down, and close the window."""
        self.running = False
        self.preferences.write()
        while self._scenes:
            self._scenes.pop().leave()
        kept.forget()
        sound.forget()
        pygame.quit()

    def screenshot(self, path: Path) -> None:
        """Save what is seen now as a picture."""
        self._fresh = True
        self._draw()
        pygame.image.save(self._window, str(path))

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size in real pixels."""
        self._windowed = size
        self._open_window(fullscreen=False)
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Draw with another palette, text size or amount of motion from now on."""
        self.preferences.put(self.preferences.settings.seen(theme))

    def _follow(self, settings: Settings) -> None:
        """Look and sound as the settings say."""
        sound.obey(settings)
        if settings.full_screen != self.fullscreen:
            # SDL opens another window for it: that one is placed like the first.
            self._place = WindowPlace(settings)
            with placed(settings):
                self._open_window(fullscreen=settings.full_screen)
        self.theme = settings.dressed(self.theme)
        self._look()

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
        self._before = self._after = None

    def _look(self) -> None:
        """Show every screen at the window's size and in its theme."""
        seen = self._window.get_size(), self.theme
        if seen != self._seen:  # what was drawn for another look is not drawn again
            kept.forget()
        self._seen = seen
        self._fresh = True
        for scene in self._scenes:
            scene.look(self.size, self.theme)

    def _rest(self, clock: pygame.time.Clock) -> list[pygame.event.Event]:
        """Sleep until something moves or happens, and return what has happened."""
        wake = 0.0 if self._fade.moving else self.scene.wake()
        if wake == 0.0:
            clock.tick(FRAMES_PER_SECOND)
            return []
        rest = _LONGEST_REST if wake is None else min(wake, _LONGEST_REST)
        # SDL's own wait looks a thousand times a second; the hand doesn't notice ten times
        # fewer, the battery does.
        end = time.monotonic() + rest
        event = pygame.event.poll()
        while event.type == pygame.NOEVENT and (left := end - time.monotonic()) > 0:
            time.sleep(min(_LOOK, left))
            event = pygame.event.poll()
        return [] if event.type == pygame.NOEVENT else [event]

    def _handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type == pygame.VIDEORESIZE:
            self._resized(event.size)
        elif event.type == pygame.WINDOWMOVED:
            self._moved(event.x, event.y)
        elif event.type == pygame.KEYDOWN and look_key(event, self.preferences, self.theme):
            return
        elif event.type not in _PRESSES or self._shown:
            self._go(self.scene.handle(self._logical(event)))

    def _resized(self, size: tuple[int, int]) -> None:
        self._window = pygame.display.get_surface()
        if not self.fullscreen:
            self._windowed = size
            self._remember(width=size[0], height=size[1])
        self._fit()
        self._look()

    def _moved(self, left: int, top: int) -> None:
        """Note where the window lies now, for the next time."""
        place = None if self.fullscreen else self._place.moved(left, top)
        if place is not None:
            self._remember(left=place[0], top=place[1])

    def _remember(self, **places: Any) -> None:
        """Note size or place; it is written down at the end, not at every step of a drag."""
        try:
            self.preferences.note(replace(self.preferences.settings, **places))
        except SettingsError:
            return  # a window too small or too large to begin with the next time

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
        """Show what has changed since the last picture; nothing, if nothing has."""
        parts = self.scene.stale()
        self._shown = True
        self.pictures += self._before is not None or self._fresh or parts != []
        if self._fresh:
            parts, self._fresh, self._after = None, False, None
        if self._before is not None:
            self._draw_fading(self._before, parts)
        elif parts is None:
            self.scene.draw(self._window)
            pygame.display.flip()
        elif parts:
            pygame.display.update(self._draw_parts(self._window, parts))

    def _copied(self, place: int) -> pygame.Surface:
        """Return a copy of what the window shows, on a surface that is used again and again.

        New ones for each change of screens would leave holes in memory that nothing fills.
        """
        copy = self._copies.get(place)
        if copy is None or copy.get_size() != self._window.get_size():
            copy = self._copies[place] = self._window.copy()
        else:
            copy.blit(self._window, (0, 0))
        return copy

    def _draw_parts(self, target: pygame.Surface, parts: Sequence[Rect]) -> list[Rect]:
        """Draw some logical parts of the scene again; return them in real pixels."""
        window = target.get_rect()
        reals = [self.theme.rect(part).inflate(2, 2).clip(window) for part in parts]
        for real in reals:
            target.set_clip(real)
            self.scene.draw(target)
        target.set_clip(None)
        return reals

    def _draw_fading(self, before: pygame.Surface, parts: Sequence[Rect] | None) -> None:
        """Show the screen that comes with what is left of the one that went upon it."""
        if self._after is None:
            self._after, parts = self._copied(1), None
        if parts is None:
            self.scene.draw(self._after)
        else:
            self._draw_parts(self._after, parts)
        self._window.blit(self._after, (0, 0))
        if self._fade.moving:
            before.set_alpha(round(255 * (1 - self._fade.value)))
            self._window.blit(before, (0, 0))
        else:
            self._before = self._after = None
        pygame.display.flip()

    def _go(self, transition: Transition | None) -> None:
        if transition is None:
            return
        self._fresh = True
        self._shown = False
        gone = self.scene
        picture = self._copied(0)
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
                kept.give_back()
            case Quit():
                self.running = False
        if self._scenes:
            moving = max(gone.change, self.scene.change)
            seconds = self.scene.still_change if self.theme.still else moving
            self._before = picture if seconds else None
            self._fade = Glide(0.0 if seconds else 1.0)
            self._fade.send(1.0, seconds)

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
