"""What a side has made of the other's public moves so far."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Memory:
    """Beliefs about the other side; they rest on what was public, and on own looks.

    Attributes:
        mandates: The chance of each of the other side's mandates, in the content's order.
        hidden: For each card that lies face down and may be an undeclared site, the chance
            that it is one.
        moves: How many of the other's moves were weighed.
    """

    mandates: tuple[float, ...]
    hidden: tuple[float, ...] = ()
    moves: int = 0


def blank(mandates: int) -> Memory:
    """Return what is believed before the first move, of so many mandates."""
    return Memory((1 / mandates,) * mandates)
