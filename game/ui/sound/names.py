"""The sounds of the game: small, dry, of wood and paper; each has a visual twin."""

from enum import Enum


class Sound(Enum):
    """A sound; the value is its file's name."""

    PAPER = "paper"
    """A card is lifted."""
    TAP = "tap"
    """A card is played, face up or face down."""
    STAMP = "stamp"
    """A mandate, a package or an answer is sealed."""
    PIECE = "piece"
    """A site is begun, works or is taken away."""
    NATO = "note-nato"
    """NATO's step: D."""
    RUSSIA = "note-russia"
    """Russia's step: A, on the same instrument."""
    JOINT = "fifth"
    """Both stand on a rung: D and A."""
    DRUM = "drum"
    """Tension rises."""
    STRING = "string"
    """Tension reaches the zone of danger."""
    HINGE = "hinge"
    """The door opens."""
    LATCH = "latch"
    """The door is strained."""
    BOLT = "bolt"
    """The door is closed."""
    SHUTTER = "shutter"
    """An undeclared site comes to light."""
    REVEAL = "taps"
    """Both answers are turned over."""
    PAGE = "page"
    """A round begins."""
    VERDICT = "verdict"
    """The match is over: the same four notes for any winner."""


NOTES = frozenset(
    {Sound.NATO, Sound.RUSSIA, Sound.JOINT, Sound.DRUM, Sound.STRING, Sound.VERDICT}
)
"""Sounds with a pitch; all others are noises of things. Each kind has its own volume."""
