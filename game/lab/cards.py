"""Cards: what each is played for, and what it is worth to have it in the deck.

A deck is 24 of 32 cards, drawn by lot: so games with a card in the deck and games without
it differ by chance and by that card alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.vocabulary import SIDES
from game.lab import doings
from game.lab.account import Account, Counts, below, summed
from game.lab.fixtures import Deals, Fixture
from game.lab.groups import Told, heading
from game.lab.intervals import difference, share
from game.lab.seating import Seat
from game.lab.work import Played

_GROUP = "main"


@dataclass(frozen=True, slots=True)
class CardsPlan:
    """Who plays the cards."""

    deals: Deals
    seats: tuple[Seat, Seat]

    def fixtures(self) -> list[Fixture]:
        """Return all games."""
        return self.deals.fixtures(_GROUP, self.seats)

    def told(self, played: Played) -> Told:
        """Return the report on every card."""
        accounts = played.accounts
        counts = summed(accounts)
        content = self.deals.things
        report = heading("cards", self.deals, played)
        report |= {"nato": self.seats[0].name, "russia": self.seats[1].name}
        report["cards"] = {
            slug: {
                **one,
                "value": content.cards[slug].operations,
                "uses": _uses(counts, slug),
                **_worth(accounts, slug, SIDES.index(one["side"])),
            }
            for slug, one in doings.cards(content, counts).items()
        }
        return report


def _uses(counts: Counts, card: str) -> Told:
    """Return the shares of a card's plays by use, the commonest first."""
    uses = below(counts, "card", card)
    plays = sum(uses.values())
    ordered = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
    return {use: share(number, plays).told() for use, number in ordered}


def _worth(accounts: Sequence[Account], card: str, side: int) -> Told:
    """Return what a card in the deck changes for its side and for the other."""
    having = [a for a in accounts if card in a.decks[side]]
    lacking = [a for a in accounts if card not in a.decks[side]]

    def change(of: int) -> Told:
        ones, others = ([a.utility(of) for a in held] for held in (having, lacking))
        return difference(ones, others).told()

    return {"decks": len(having), "own": change(side), "other": change(1 - side)}
