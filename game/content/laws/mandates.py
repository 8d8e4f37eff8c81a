"""Laws of the mandates (rulebook 9)."""

from collections.abc import Iterator
from typing import Final

from game.content.errors import Problem
from game.content.laws.places import top_of
from game.content.specs import Content
from game.content.vocabulary import SIDES

PER_SIDE: Final = 6
"""Mandates that a side has."""


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with the mandates."""
    for side in SIDES:
        count = sum(
            content.mandates[slug].side == side for slug in content.standard["mandates"]
        )
        if count != PER_SIDE:
            message = f"{count} mandates for {side}; a side has {PER_SIDE}"
            yield Problem(top_of(content, "mandates.yaml"), message)
    for mandate in content.mandates.values():
        if not mandate.weights:
            message = f"mandate '{mandate.slug}' weighs nothing"
            yield Problem(mandate.place, message)
