"""What a side knows as text: a line of `name: value` for each thing it knows.

Two texts of a world are equal if and only if the views are.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from game.content.vocabulary import DOORS, SIDES
from game.engine import World
from game.engine import fields as f
from game.engine.position import Entries

BEFORE: Final = "before the deal"
_UNKNOWN: Final = "?"
_NONE: Final = "-"

Told: TypeAlias = Callable[[World, Any], str]


def _plain(world: World, value: Any) -> str:
    return str(value)


def _bits(world: World, value: Any) -> str:
    """Return what is packed, as it is packed."""
    return f"{value:x}"


def _places(world: World, value: Any) -> str:
    return " ".join(map(str, value)) or _NONE


def _sites(world: World, value: Any) -> str:
    return " ".join(s.slug for i, s in enumerate(world.sites) if value >> i & 1) or _NONE


def _site(world: World, value: Any) -> str:
    return world.sites[value].slug if value >= 0 else _NONE


def _card(world: World, value: Any) -> str:
    return world.cards[value].slug if value >= 0 else _UNKNOWN


def _cards(world: World, value: Any) -> str:
    return " ".join(_card(world, card) for card in value) or _NONE


def _card_bits(world: World, value: Any) -> str:
    return " ".join(c.slug for i, c in enumerate(world.cards) if value >> i & 1) or _NONE


def _crisis(world: World, value: Any) -> str:
    return world.crises[value].slug if value >= 0 else _NONE


def _crises(world: World, value: Any) -> str:
    return " ".join(world.crises[crisis].slug for crisis in value) or _NONE


def _mandate(world: World, value: Any) -> str:
    return world.mandates[value].slug if value >= 0 else _UNKNOWN


def _mandates(world: World, value: Any) -> str:
    return " ".join(world.mandates[mandate].slug for mandate in value) or _NONE


def _side(world: World, value: Any) -> str:
    return str(SIDES[value])


def _door(world: World, value: Any) -> str:
    return str(DOORS[value])


def _decision(world: World, value: Any) -> str:
    return f.DECISIONS[value]


_LINES: Final[tuple[tuple[str, int, Told], ...]] = (
    ("round", f.ROUND, _plain),
    ("phase", f.PHASE, lambda world, value: f.PHASES[value]),
    ("decision", f.PENDING, _decision),
    ("mover", f.MOVER, _side),
    ("chair", f.CHAIR, _side),
    ("turn", f.TURN, _plain),
    ("verdict", f.VERDICT, _plain),
    ("tension", f.TENSION, _plain),
    ("threat", f.THREAT, _plain),
    ("door", f.DOOR, _door),
    ("initiative", f.INITIATIVE, _plain),
    ("assurance", f.ASSURANCE, _plain),
    ("ceiling", f.CEILING, _plain),
    ("support", f.SUPPORT, _plain),
    ("steps", f.STEP, _plain),
    ("packed steps", f.STEPS, _bits),
    ("joint sum", f.JOINT_SUM, _plain),
    ("leads", f.LEADS, _bits),
    ("reached", f.REACHED, _bits),
    ("locks", f.LOCKS, _bits),
    ("declared", f.DECLARED, _sites),
    ("undeclared", f.HIDDEN, _sites),
    ("working", f.WORKING, _sites),
    ("seen", f.SEEN, _sites),
    ("lied", f.LIED, _sites),
    ("halted", f.HALTED, _sites),
    ("building", f.BUILD, _bits),
    ("pledges", f.SITE_PLEDGES, _bits),
    ("ladder pledges", f.LADDER_PLEDGES, _bits),
    ("lasting", f.LASTING, _bits),
    ("fresh", f.FRESH, _bits),
    ("flags", f.FLAGS, _bits),
    ("failed councils", f.FAILED, _plain),
    ("draft", f.DRAFT, _places),
    ("tabled", f.TABLED, _places),
    ("crisis", f.CRISIS, _crisis),
    ("crisis site", f.CRISIS_SITE, _site),
    ("starter", f.STARTER, _plain),
    ("cause", f.CAUSE, _plain),
    ("cause known", f.CAUSE_KNOWN, _plain),
    ("opened", f.OPENED, _crisis),
    ("opened starter", f.OPENED_STARTER, _plain),
    ("sealed", f.ANSWER, _plain),
    ("crises to come", f.CRISIS_DECK, _crises),
    ("hand", f.HAND, _cards),
    ("deck", f.DECK, lambda world, value: str(len(value))),
    ("discard", f.DISCARD, _cards),
    ("face down", f.DOWN, _cards),
    ("removed", f.REMOVED, _card_bits),
    ("played face down", f.DOWN_PLAYED, _plain),
    ("known", f.KNOWN, _card_bits),
    ("maybe", f.MAYBE, _card_bits),
    ("card", f.CARD, _card),
    ("dealt", f.DEALT, _mandates),
    ("mandate", f.MANDATE, _mandate),
    ("record", f.RECORD, _bits),
)
_ENDS: Final = (*(place for _, place, _ in _LINES[1:]), f.KEY)
"""Where each line's entries end: behind the record lies chance, which nobody knows."""


def text_of(world: World, v: Entries) -> str:
    """Return a masked list as text; entries of the sides stand NATO's first."""
    return "\n".join(
        f"{name}: {' | '.join(told(world, value) for value in v[place:end])}"
        for (name, place, told), end in zip(_LINES, _ENDS, strict=True)
    )


def private_text(world: World, v: Entries, public: Entries) -> str:
    """Return what a side knows and the table doesn't, as text."""
    seen, common = text_of(world, v).split("\n"), text_of(world, public).split("\n")
    return "\n".join(one for one, other in zip(seen, common, strict=True) if one != other)
