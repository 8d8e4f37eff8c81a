"""What the strip of shared tracks reads: of a view, or of a moment that has passed."""

from typing import Protocol


class SharedNumbers(Protocol):
    """The numbers that both sides share."""

    @property
    def tension(self) -> int:
        """Tension, 0 to 10."""

    @property
    def initiative(self) -> int:
        """Initiative; positive favours NATO."""

    @property
    def threat(self) -> int:
        """Outside threat, 0 to 10."""

    @property
    def door(self) -> int:
        """0 closed, 1 strained, 2 open."""
