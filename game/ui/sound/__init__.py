"""What is heard. One speaker for the window, as there is one screen."""

from game.ui.sound.names import NOTES, Sound
from game.ui.sound.speaker import Speaker, Wants

__all__ = ["NOTES", "Sound", "Speaker", "Wants", "forget", "obey", "play", "ready"]

_speaker = Speaker()


def play(sound: Sound) -> None:
    """Let a sound be heard, as loud as the settings want; without a device, nothing is."""
    _speaker.play(sound)


def obey(wants: Wants) -> None:
    """Be as loud as the settings want from now on."""
    _speaker.obey(wants)


def ready() -> None:
    """Open the device ahead of the first sound, when there is time for that."""
    _speaker.ready()


def forget() -> None:
    """Let go of the device, because pygame is about to end."""
    _speaker.close()
