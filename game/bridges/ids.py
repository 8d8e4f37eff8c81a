"""Actions as small stable numbers, the same for either side: what programs learn with.

An engine's code names a card and a site by its place among both sides' cards and sites; an id
names them as *own* and *the other's*, so that what is learned at one side fits the other.
Ids don't depend on the scenario: there is room for the largest decks a scenario may have.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.content.laws.crises import MOST_RESPONSES
from game.content.laws.selections import MOST_CARDS
from game.engine import World
from game.engine import actions as a
from game.engine.fields import SITES_A_SIDE

Argument: TypeAlias = Literal["plain", "own site", "other's site", "term"]

RESPONSES: Final = MOST_RESPONSES + 1
"""With *Clear it*."""


@dataclass(frozen=True, slots=True)
class Part:
    """The ids of one kind of action, in a row.

    Attributes:
        kind: The engine's kind.
        count: How many arguments there are, for each card if it is a card's use.
        argument: What the argument is.
        of_card: Whether it is a use of a card.
        first: The first id.
        meaning: What the argument says, for the documents.
    """

    kind: int
    count: int
    argument: Argument
    of_card: bool
    first: int
    meaning: str

    @property
    def size(self) -> int:
        """How many ids it has."""
        return self.count * (MOST_CARDS if self.of_card else 1)


def _parts() -> tuple[Part, ...]:
    """Return all parts in the order of their ids."""
    ladders, two, sites = 4, 2, SITES_A_SIDE
    rows: tuple[tuple[int, int, Argument, bool, str], ...] = (
        (a.MANDATE, two, "plain", False, "which of the two dealt"),
        (a.TERM, 2 * a.TERMS, "term", False, "own terms, then the other’s"),
        (a.TABLE, 1, "plain", False, ""),
        (a.NO_PROPOSAL, 1, "plain", False, ""),
        (a.ACCEPT, 1, "plain", False, ""),
        (a.REJECT, 1, "plain", False, ""),
        (a.COUNTER, 1, "plain", False, ""),
        (a.YES, 1, "plain", False, ""),
        (a.NO, 1, "plain", False, ""),
        (a.REVEAL, sites, "other's site", False, "the other’s site"),
        (a.KEEP_QUIET, 1, "plain", False, ""),
        (a.RESPOND, RESPONSES, "plain", False, "the place of the answer in the crisis"),
        (a.UNVEIL, sites, "own site", False, "own site"),
        (a.EVENT, two, "plain", True, "branch"),
        (a.DEPLOY, sites, "own site", True, "own site"),
        (a.WITHDRAW, sites, "own site", True, "own site"),
        (a.COOPERATE, ladders, "plain", True, "ladder"),
        (a.SUSPEND, ladders, "plain", True, "ladder"),
        (a.CAMPAIGN, 1, "plain", True, ""),
        (a.BACK_CHANNEL, two, "plain", True, "0 the door, 1 Tension"),
        (a.TECHNICAL, two, "plain", True, "0 a card of the other’s, 1 the cause"),
        (a.HIDE, sites, "own site", True, "own site"),
        (a.HIDE_TECHNICAL, two, "plain", True, "0 a card of the other’s, 1 the cause"),
        (a.HIDE_NOTHING, 1, "plain", True, ""),
    )
    found: list[Part] = []
    first = 0
    for kind, count, argument, of_card, meaning in rows:
        part = Part(kind, count, argument, of_card, first, meaning)
        found.append(part)
        first += part.size
    return tuple(found)


PARTS: Final = _parts()
"""Every kind of action, in the order of ids."""
ACTIONS: Final = PARTS[-1].first + PARTS[-1].size
"""How many ids there are, in every scenario."""


class ActionIds:
    """Ids and codes of a world, for either side.

    Attributes:
        ids: By side, the id of each of the engine's codes.
        codes: By side, the code of each id; -1 where the world has no such card.
    """

    __slots__ = ("codes", "ids")

    def __init__(self, world: World) -> None:
        """Number what the world's cards can do."""
        half = world.cards_a_side
        codes = tuple(tuple(_codes(side, half)) for side in (0, 1))
        self.codes: tuple[tuple[int, ...], ...] = codes
        self.ids: tuple[dict[int, int], ...] = tuple(
            {code: number for number, code in enumerate(found) if code >= 0} for found in codes
        )

    def legal(self, codes: Sequence[int], side: int) -> list[int]:
        """Return the ids of legal codes, in rising order."""
        return sorted(map(self.ids[side].__getitem__, codes))


def _codes(side: int, half: int) -> list[int]:
    """Return a side's codes in the order of ids, where it has so many cards."""
    found: list[int] = []
    for part in PARTS:
        for card in range(MOST_CARDS if part.of_card else 1):
            there = not part.of_card or card < half
            number = card + half * side if part.of_card else 0
            for argument in range(part.count):
                code = a.encode(part.kind, number, _argument(part, argument, side))
                found.append(code if there else -1)
    return found


def _argument(part: Part, argument: int, side: int) -> int:
    """Return the engine's argument of an action of a side."""
    match part.argument:
        case "own site":
            return argument + SITES_A_SIDE * side
        case "other's site":
            return argument + SITES_A_SIDE * (1 - side)
        case "term":
            giver, term = divmod(argument, a.TERMS)
            return a.term_code(giver ^ side, term)
        case "plain":
            return argument
