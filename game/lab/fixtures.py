"""Fixtures: which games are to be played, and on which deals.

Games of one deal share seed and so decks, mandates dealt, crises and first chair. What is
compared is compared deal by deal, so that luck cancels out.
"""

from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias

from game.content import Content
from game.content.selection import content_of
from game.content.vocabulary import SIDES
from game.lab.seating import Seat
from game.match.seats import Seats
from game.match.series import Series

MandateRule: TypeAlias = Literal["random", "chosen", "forced"]
MANDATE_RULES: Final[tuple[MandateRule, ...]] = ("random", "chosen", "forced")
"""Who picks one of two dealt mandates: luck, the player; or every pair has its turn."""

Mandates: TypeAlias = tuple[str, str]
_AS_USUAL: Final = ("", "")


@dataclass(frozen=True, slots=True)
class Fixture:
    """One game that is to be played.

    Attributes:
        group: The row of the report that it belongs to.
        deal: The number of its deal, from 1.
        seed: Of the deal.
        mandates: What both sides get, whatever they were dealt; else `None`.
        lots: Luck picks among the dealt mandates, the same for all games of a deal.
        knowledge: By side what it knows, by `game.lab.seating`; empty: what it may.
        denied: By side what it may not do, by `game.lab.denial`; empty: nothing.
        assurance: Both sides' Assurance at the start, where it isn't the scenario's.
        edition: Which of the contents at hand it is played with.
        gist: Keep only how it ended: many games of all that happens are too much to hold.
    """

    group: str
    scenario: str
    deal: int
    seed: int
    seats: Seats
    mandates: Mandates | None = None
    lots: bool = False
    knowledge: tuple[str, str] = _AS_USUAL
    denied: tuple[str, str] = _AS_USUAL
    assurance: int | None = None
    edition: int = 0
    gist: bool = False


@dataclass(frozen=True, slots=True)
class Deals:
    """So many deals of a scenario, from one seed.

    Attributes:
        seed: Gives every deal its own, as a series does: `simulate` deals the same.
    """

    content: Content
    scenario: str
    count: int
    seed: int
    mandates: MandateRule = "random"

    def fixtures(
        self,
        group: str,
        seats: tuple[Seat, Seat],
        *,
        denied: tuple[str, str] = _AS_USUAL,
        assurance: int | None = None,
        edition: int = 0,
        gist: bool = False,
    ) -> list[Fixture]:
        """Return a game on every deal.

        Where every pair of mandates is forced in turn, a deal has the pair that is next.
        """
        players = (seats[0].player, seats[1].player)
        series = Series(self.scenario, players, self.count, self.seed)
        pairs = self._pairs()
        return [
            Fixture(
                group=group,
                scenario=self.scenario,
                deal=deal,
                seed=series.seed_of(deal),
                seats=players,
                knowledge=(seats[0].knowledge, seats[1].knowledge),
                mandates=pairs[(deal - 1) % len(pairs)] if pairs else None,
                lots=self.mandates == "random",
                denied=denied,
                assurance=assurance,
                edition=edition,
                gist=gist,
            )
            for deal in range(1, self.count + 1)
        ]

    @property
    def things(self) -> Content:
        """The content with only those things that the scenario is played with."""
        return content_of(self.content, self.content.scenarios[self.scenario])

    def _pairs(self) -> list[Mandates]:
        """Return the pairs of mandates that have their turn, if they are forced."""
        fixed = self.content.scenarios[self.scenario].options.mandates
        if self.mandates != "forced" or fixed:
            return []
        nato, russia = (mandates_of(self.things, side) for side in (0, 1))
        return [(ours, theirs) for ours in nato for theirs in russia]


def mandates_of(content: Content, side: int) -> tuple[str, ...]:
    """Return the slugs of a side's mandates, in the order of the data."""
    return tuple(m.slug for m in content.mandates.values() if m.side == SIDES[side])


def lot(seed: int, side: int) -> int:
    """Return which of two dealt mandates luck picks for a side."""
    return int(Random(f"{seed}/{side}/mandate").random() * 2)
