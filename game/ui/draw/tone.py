"""Colours between two colours."""

from game.ui.theme import Colour


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """Return ``colour`` with a ``share`` (0 to 1) of the ground in it."""
    red, green, blue = (
        round(one + (other - one) * share) for one, other in zip(colour, ground, strict=True)
    )
    return red, green, blue
