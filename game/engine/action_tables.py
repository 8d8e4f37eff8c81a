"""Tables of action codes, by masks of what is possible; filled as they are asked for."""

from collections.abc import Callable
from typing import Final

from game.engine import actions as a

# bits of what else a card may do, above four for Cooperate and four for Suspend
SUSPEND_USES: Final = 15 << 4
CAMPAIGN_USE: Final = 1 << 8
DOOR_USE: Final = 1 << 9
TENSION_USE: Final = 1 << 10
CAUSE_USE: Final = 1 << 11
FACE_DOWN_USE: Final = 1 << 12
_USES: Final = (
    (CAMPAIGN_USE, a.CAMPAIGN, 0),
    (DOOR_USE, a.BACK_CHANNEL, a.DOOR_OPTION),
    (TENSION_USE, a.BACK_CHANNEL, a.TENSION_OPTION),
    (-1, a.TECHNICAL, a.CARD_OPTION),
    (CAUSE_USE, a.TECHNICAL, a.CAUSE_OPTION),
)
CARDS_A_SIDE: Final = 32
UNVEIL_CODE: Final = a.encode(a.UNVEIL)


class CodeTable(dict[int, tuple[int, ...]]):
    """Codes by a mask, made by a function when a mask is first asked for."""

    def __init__(self, make: Callable[[int], tuple[int, ...]]) -> None:
        """Remember how a mask's codes are made."""
        super().__init__()
        self._make = make

    def __missing__(self, mask: int) -> tuple[int, ...]:
        """Make and keep the codes of a mask."""
        codes = self[mask] = self._make(mask)
        return codes


def _of_bits(codes: tuple[int, ...]) -> CodeTable:
    """Return the table of those of the codes whose bits are set."""
    return CodeTable(
        lambda mask: tuple(code for place, code in enumerate(codes) if mask >> place & 1)
    )


def _sites(kind: int, card: int, side: int) -> CodeTable:
    """Return a card's use at its side's sites, by the mask of the sites."""
    return _of_bits(tuple(a.encode(kind, card, 10 * side + site) for site in range(10)))


def _terms(side: int) -> CodeTable:
    """Return a side's terms, by the mask of the terms."""
    return _of_bits(
        tuple(a.encode(a.TERM, 0, a.term_code(side, term)) for term in range(a.TERMS))
    )


def _others(card: int) -> CodeTable:
    """Return a card's uses that are neither event nor at a site, by their bits."""

    def make(uses: int) -> tuple[int, ...]:
        found = [a.encode(a.COOPERATE, card, i) for i in range(4) if uses >> i & 1]
        found += [a.encode(a.SUSPEND, card, i) for i in range(4) if uses >> 4 + i & 1]
        found += [a.encode(kind, card, option) for bit, kind, option in _USES if uses & bit]
        if uses & FACE_DOWN_USE:
            found.append(a.encode(a.HIDE_TECHNICAL, card, a.CARD_OPTION))
            if uses & CAUSE_USE:
                found.append(a.encode(a.HIDE_TECHNICAL, card, a.CAUSE_OPTION))
            found.append(a.encode(a.HIDE_NOTHING, card))
        return tuple(found)

    return CodeTable(make)


class CardTables(dict[int, tuple[CodeTable, CodeTable, CodeTable, CodeTable]]):
    """By card: deployments, withdrawals, undeclared sites and other uses, by their masks."""

    def __missing__(self, card: int) -> tuple[CodeTable, CodeTable, CodeTable, CodeTable]:
        """Make and keep the tables of a card, for the sites of its side."""
        side = int(card >= CARDS_A_SIDE)
        deploy, withdraw, hide = (
            _sites(kind, card, side) for kind in (a.DEPLOY, a.WITHDRAW, a.HIDE)
        )
        tables = self[card] = (deploy, withdraw, hide, _others(card))
        return tables


class MaskTable(dict[int, int]):
    """Masks of ladders by a side's packed steps, made when they are first asked for."""

    def __init__(self, holds: Callable[[int], bool], first_bit: int, others: int) -> None:
        """Set the bit of each ladder whose step `holds`, and `others`."""
        super().__init__()
        self._holds = holds
        self._first_bit = first_bit
        self._others = others

    def __missing__(self, own: int) -> int:
        """Make and keep the mask of packed steps."""
        mask = self._others
        for ladder in range(4):
            if self._holds(own >> 3 * ladder & 7):
                mask |= 1 << self._first_bit + ladder
        self[own] = mask
        return mask


def _payable(ops: int) -> MaskTable:
    """Return the ladders whose next step so many operations pay for, all other bits set."""
    return MaskTable(lambda step: step + 1 <= ops, 0, -1 << 4)


CARD_TABLES: Final = CardTables()
TERM_TABLES: Final = (_terms(0), _terms(1))
"""Terms by giver and mask."""
PAYABLE: Final = tuple(_payable(ops) for ops in range(5))
"""By operations and packed steps: a mask to keep Cooperate where it can be paid for."""
STARTED: Final = MaskTable(lambda step: step > 0, 4, 0)
"""By packed steps: the ladders that a side could suspend, as bits of `SUSPEND_USES`."""
