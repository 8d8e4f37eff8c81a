"""The speaker: plays sounds as loud as the settings want, or goes on in silence.

A machine without a sound device, a device that is taken, a pygame built without sound: none
of them is worth a word to somebody who wants to play. What is heard is seen as well.
"""

import contextlib
import logging
from typing import Final, Protocol

import pygame

from game.paths import asset_path
from game.ui.sound.names import NOTES, Sound

_RATE: Final = 32_000
_BITS: Final = -16
_BUFFER: Final = 512
"""Samples: 16 ms, so that a tap is heard with the card and not after it."""
_log = logging.getLogger(__name__)


class Wants(Protocol):
    """What the settings say about sound; volumes are per cent."""

    @property
    def sound(self) -> bool:
        """Return whether anything is heard."""

    @property
    def volume(self) -> int:
        """Return how loud everything is."""

    @property
    def volume_pieces(self) -> int:
        """Return how loud things are, as a share of everything."""

    @property
    def volume_notes(self) -> int:
        """Return how loud notes are, as a share of everything."""


class Speaker:
    """Opens the device when something is first to be heard, and never twice in vain."""

    def __init__(self) -> None:
        self._on = True
        self._pieces = 1.0
        self._notes = 1.0
        self._barred = False
        self._loaded: dict[Sound, pygame.mixer.Sound] = {}

    def obey(self, wants: Wants) -> None:
        """Be as loud as the settings want from now on."""
        self._on = wants.sound and wants.volume > 0
        self._pieces = wants.volume * wants.volume_pieces / 10_000
        self._notes = wants.volume * wants.volume_notes / 10_000
        for sound, loaded in self._loaded.items():
            loaded.set_volume(self._volume(sound))

    def ready(self) -> bool:
        """Open the device and read the sounds, if that was not done; return whether it is."""
        if not self._on or self._barred:
            return False
        if self._loaded and pygame.mixer.get_init() is None:
            # Somebody ended pygame: sounds of a device that is gone must not be played.
            self._loaded.clear()
        if not self._loaded:
            self._open()
        return bool(self._loaded)

    def play(self, sound: Sound) -> None:
        """Let a sound be heard, if anything is."""
        if self.ready() and self._volume(sound) > 0:
            self._loaded[sound].play()

    def close(self) -> None:
        """Let go of the device: the window has closed."""
        self._loaded.clear()
        self._barred = False
        with contextlib.suppress(NotImplementedError, pygame.error):
            pygame.mixer.quit()

    def _open(self) -> None:
        try:
            pygame.mixer.init(_RATE, _BITS, 1, _BUFFER)
            self._loaded = {sound: _read(sound) for sound in Sound}
        except (pygame.error, NotImplementedError, FileNotFoundError) as error:
            _log.info("no sound: %s", error)
            self._barred = True
            return
        for sound, loaded in self._loaded.items():
            loaded.set_volume(self._volume(sound))

    def _volume(self, sound: Sound) -> float:
        return self._notes if sound in NOTES else self._pieces


def _read(sound: Sound) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(str(asset_path("sounds", f"{sound.value}.wav")))
