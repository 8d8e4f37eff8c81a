"""What a match is dealt from: decks, mandates and crises, by number."""

from typing import TYPE_CHECKING

from game.content.vocabulary import SIDES

if TYPE_CHECKING:
    from game.engine.world import World


class Pools:
    """What a match is dealt from, by number.

    Attributes:
        decks: by side, all its cards.
        mandates: by side, all its mandates.
        fixed_mandates: by side, the mandate that the scenario fixes, or -1.
        crises: the crises of the scenario, the first one apart.
        first_crisis: the crisis that lies on top, if there is one.
    """

    __slots__ = (
        "crises",
        "deck_size",
        "decks",
        "first_crisis",
        "fixed_mandates",
        "mandates",
    )

    def __init__(self, world: "World") -> None:
        """Number what the world's scenario deals."""
        scenario = world.scenario
        half = world.cards_a_side
        fixed = scenario.options.mandates
        first = scenario.first_crisis
        standard = world.content.standard["crises"]
        slugs = scenario.crises or tuple(
            c.slug for c in world.crises if c.form is None and c.slug in standard
        )
        self.deck_size = world.numbers.deck_size
        self.decks = (tuple(range(half)), tuple(range(half, 2 * half)))
        self.mandates = tuple(
            tuple(i for i, mandate in enumerate(world.mandates) if mandate.side == side)
            for side in SIDES
        )
        self.fixed_mandates = tuple(
            world.mandate_id[fixed[side]] if side in fixed else -1 for side in SIDES
        )
        self.first_crisis = (world.crisis_id[first],) if first else ()
        self.crises = tuple(world.crisis_id[slug] for slug in slugs if slug != first)
