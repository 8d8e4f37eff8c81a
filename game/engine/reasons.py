"""Reasons: why an action is not legal, as a slug with values; words makes sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """Why not: a slug such as `gate` and what it speaks of, by name."""

    slug: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return a debug line."""
        return " ".join([self.slug, *(f"{k}={v}" for k, v in self.values.items())])
