"""Causes as ints: why a mutation happens, decoded only when somebody keeps a log.

`side + 1 << 16 | kind << 8 | id`; the id is a card, an operation's action kind, a
crisis or a rule, as the kind says.
"""

from typing import TYPE_CHECKING, Final

from game.engine import actions
from game.engine.events import Cause, CauseKind

if TYPE_CHECKING:
    from game.engine.world import World

CARD: Final = 0
OPERATION: Final = 1
CRISIS: Final = 2
PACKAGE: Final = 3
RULE: Final = 4
FACE_DOWN: Final = 5
UNVEILING: Final = 6
_KINDS: Final[tuple[CauseKind, ...]] = (
    "card",
    "operation",
    "crisis",
    "package",
    "rule",
    "face-down",
    "unveiling",
)

RULES: Final = (
    "schedule",
    "shared-need",
    "sectors",
    "drift",
    "distrust",
    "exposure",
    "routine",
    "verification",
    "construction",
    "door",
    "councils",
    "starter",
    "incident",
    "alarm",
    "brink",
    "end",
)


def _rule(name: str) -> int:
    """Return the cause of a rule without an actor."""
    return RULE << 8 | RULES.index(name)


SCHEDULE: Final = _rule("schedule")
SHARED_NEED: Final = _rule("shared-need")
SECTORS: Final = _rule("sectors")
DRIFT: Final = _rule("drift")
DISTRUST: Final = _rule("distrust")
EXPOSURE: Final = _rule("exposure")
ROUTINE: Final = _rule("routine")
VERIFICATION: Final = _rule("verification")
CONSTRUCTION: Final = _rule("construction")
DOOR: Final = _rule("door")
COUNCILS: Final = _rule("councils")
STARTER: Final = _rule("starter")
INCIDENT: Final = _rule("incident")
ALARM: Final = _rule("alarm")
BRINK: Final = _rule("brink")


def by(side: int, kind: int, identity: int = 0) -> int:
    """Return the cause of a side's act."""
    return (side + 1) << 16 | kind << 8 | identity


OPERATION_CAUSES: Final = (by(0, OPERATION), by(1, OPERATION))
"""By side: the cause of an operation, to which its action kind is added."""


def cause_of(world: "World", code: int) -> Cause:
    """Return the cause that a code stands for."""
    kind = code >> 8 & 0xFF
    identity = code & 0xFF
    side = (code >> 16) - 1
    if kind == CARD:
        slug = world.cards[identity].slug
    elif kind == OPERATION:
        slug = actions.KINDS[identity]
    elif kind == CRISIS:
        slug = world.crises[identity].slug
    else:
        slug = RULES[identity] if kind == RULE else _KINDS[kind]
    return Cause(_KINDS[kind], slug, side if side >= 0 else None)
