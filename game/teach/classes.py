"""The class code: one short word that deals every table of a class the same match.

It holds scenario, seats, a salt that the facilitator sets at the start, and a check on the
content, so that nobody can play the deal beforehand and no table plays another version's.
Letters and digits are Crockford's base 32: no `I`, `L`, `O` or `U` to be misread.
"""

from dataclasses import dataclass
from hashlib import sha256
from random import SystemRandom
from typing import Final

from game.content import Content
from game.told import ToldError, mark

SEATS: Final = (
    "human",
    "search:3:hidden",
    "search:1",
    "search:2",
    "search:3",
    "search:4",
    "search:5",
    "greedy",
)
"""Who may sit at a table of a class: a person, or one of these; an order that is fixed."""
_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", " ": ""})
_VERSION: Final = 0
_VERSION_BITS: Final = 2
_SCENARIO_BITS: Final = 6
_SEAT_BITS: Final = 3
_CONTENT_BITS: Final = 12
SALT_BITS: Final = 24
_CHECK_BITS: Final = 10
_CHECK_PRIME: Final = 1021
"""The largest prime of 10 bits: no one sign mistyped, nor two neighbours swapped, passes."""
_LENGTH: Final = 12
_GROUP: Final = 4
_SEED_BYTES: Final = 6


class ClassCodeError(ToldError, ValueError):
    """A class code can't be made or read; the message is one line."""


@dataclass(frozen=True, slots=True)
class ClassDeal:
    """What every table of a class plays.

    Attributes:
        scenario: Its slug.
        seats: NATO's and Russia's.
        salt: What the facilitator's word, or chance, made; `SALT_BITS` bits.
        seed: The match's luck; it rests on all the others.
    """

    scenario: str
    seats: tuple[str, str]
    salt: int
    seed: int


def salt_of(word: str | None) -> int:
    """Return the salt that a facilitator's word makes; of no word one by chance."""
    if word is None:
        return SystemRandom().getrandbits(SALT_BITS)
    return _bits(" ".join(word.casefold().split()), SALT_BITS)


def class_deal(content: Content, scenario: str, seats: tuple[str, str], salt: int) -> ClassDeal:
    """Return the deal of a class.

    Raises:
        ClassCodeError: A code can't hold this scenario or these seats.
    """
    slugs = sorted(content.scenarios)
    if scenario not in slugs:
        raise ClassCodeError(mark("no scenario “{name}”"), name=scenario)
    if slugs.index(scenario) >> _SCENARIO_BITS:
        raise ClassCodeError(mark("there are too many scenarios for a class code"))
    for seat in seats:
        if seat not in SEATS:
            raise ClassCodeError(
                mark("a class code can’t hold the seat “{seat}”; it can hold {there}"),
                seat=seat,
                there=", ".join(SEATS),
            )
    luck = f"{content.fingerprint}/{scenario}/{seats[0]}/{seats[1]}/{salt}"
    seed = int.from_bytes(sha256(luck.encode()).digest()[:_SEED_BYTES], "big")
    return ClassDeal(scenario, seats, salt, seed)


def encode(content: Content, deal: ClassDeal) -> str:
    """Return the code of a deal: three groups of four letters and digits."""
    number = _VERSION
    parts = (
        (sorted(content.scenarios).index(deal.scenario), _SCENARIO_BITS),
        (SEATS.index(deal.seats[0]), _SEAT_BITS),
        (SEATS.index(deal.seats[1]), _SEAT_BITS),
        (_bits(content.fingerprint, _CONTENT_BITS), _CONTENT_BITS),
        (deal.salt, SALT_BITS),
    )
    for value, bits in parts:
        number = number << bits | value
    number = number << _CHECK_BITS | number % _CHECK_PRIME
    digits = [_DIGITS[number >> 5 * place & 31] for place in range(_LENGTH)][::-1]
    return "-".join(
        "".join(digits[start : start + _GROUP]) for start in range(0, _LENGTH, _GROUP)
    )


def decode(content: Content, code: str) -> ClassDeal:
    """Return the deal of a code, as somebody typed it.

    Raises:
        ClassCodeError: It was mistyped, or made by another version of the game.
    """
    number = _number(code)
    body, check = number >> _CHECK_BITS, number & (1 << _CHECK_BITS) - 1
    if body % _CHECK_PRIME != check:
        raise ClassCodeError(
            mark("the class code “{code}” is mistyped: its check does not fit"), code=code
        )
    salt, body = body & (1 << SALT_BITS) - 1, body >> SALT_BITS
    made_with, body = body & (1 << _CONTENT_BITS) - 1, body >> _CONTENT_BITS
    russia, body = body & (1 << _SEAT_BITS) - 1, body >> _SEAT_BITS
    nato, body = body & (1 << _SEAT_BITS) - 1, body >> _SEAT_BITS
    place, version = body & (1 << _SCENARIO_BITS) - 1, body >> _SCENARIO_BITS
    slugs = sorted(content.scenarios)
    fits = made_with == _bits(content.fingerprint, _CONTENT_BITS)
    if version != _VERSION or not fits or place >= len(slugs):
        raise ClassCodeError(
            mark("the class code “{code}” was made by another version of the game or its data"),
            code=code,
        )
    return class_deal(content, slugs[place], (SEATS[nato], SEATS[russia]), salt)


def _number(code: str) -> int:
    """Return the number that a code writes."""
    digits = code.strip().upper().translate(_MISREAD)
    if len(digits) != _LENGTH or any(digit not in _DIGITS for digit in digits):
        raise ClassCodeError(
            f"{code!r} is no class code: those have {_LENGTH} letters and digits"
        )
    number = 0
    for digit in digits:
        number = number << 5 | _DIGITS.index(digit)
    return number


def _bits(text: str, count: int) -> int:
    """Return so many bits of a text's hash."""
    whole = int.from_bytes(sha256(text.encode()).digest()[:4], "big")
    return whole >> 32 - count
