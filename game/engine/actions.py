"""Actions: what a side may decide, each one an int.

`kind << 16 | card << 8 | argument`. The argument is a site, a ladder, a term, a branch
or a response, as the kind says. Codes are stable: saves and studies rely on them.
"""

from typing import Final

# decisions outside the turn
MANDATE: Final = 1
"""Argument: 0 or 1, which of the two dealt mandates."""
TERM: Final = 2
"""Argument: a term's code (`term_code`), added to the draft."""
TABLE: Final = 3
NO_PROPOSAL: Final = 4
ACCEPT: Final = 5
REJECT: Final = 6
COUNTER: Final = 7
YES: Final = 8
NO: Final = 9
REVEAL: Final = 10
"""Argument: the site that technical means reveal."""
KEEP_QUIET: Final = 11
RESPOND: Final = 12
"""Argument: the index of the response in the crisis's list for the side."""

# a card's uses
EVENT: Final = 16
"""Argument: 0, or 1 for the second branch of a choice."""
DEPLOY: Final = 17
WITHDRAW: Final = 18
COOPERATE: Final = 19
SUSPEND: Final = 20
CAMPAIGN: Final = 21
BACK_CHANNEL: Final = 22
"""Argument: `DOOR_OPTION` or `TENSION_OPTION`."""
TECHNICAL: Final = 23
"""Argument: `CARD_OPTION` or `CAUSE_OPTION`."""
HIDE: Final = 24
HIDE_TECHNICAL: Final = 25
HIDE_NOTHING: Final = 26
UNVEIL: Final = 27
"""No card: before a card is played; the turn goes on."""

DOOR_OPTION: Final = 0
TENSION_OPTION: Final = 1
CARD_OPTION: Final = 0
CAUSE_OPTION: Final = 1

KINDS: Final[dict[int, str]] = {
    MANDATE: "mandate",
    TERM: "term",
    TABLE: "table",
    NO_PROPOSAL: "no-proposal",
    ACCEPT: "accept",
    REJECT: "reject",
    COUNTER: "counter",
    YES: "yes",
    NO: "no",
    REVEAL: "reveal",
    KEEP_QUIET: "keep-quiet",
    RESPOND: "respond",
    EVENT: "event",
    DEPLOY: "deploy",
    WITHDRAW: "withdraw",
    COOPERATE: "cooperate",
    SUSPEND: "suspend",
    CAMPAIGN: "campaign",
    BACK_CHANNEL: "back-channel",
    TECHNICAL: "technical-means",
    HIDE: "hide-site",
    HIDE_TECHNICAL: "hide-technical-means",
    HIDE_NOTHING: "hide-nothing",
    UNVEIL: "unveil",
}
"""Every kind with its stable name."""

OPERATIONS: Final = (
    DEPLOY,
    WITHDRAW,
    COOPERATE,
    SUSPEND,
    CAMPAIGN,
    BACK_CHANNEL,
    TECHNICAL,
)

# terms of a package, in canonical order: `32 * giver + term`
DECLARE_TERM: Final = 0
WITHDRAW_TERM: Final = 1
"""And the site's number on its own side, 0 to 9."""
PLEDGE_TERM: Final = 11
"""And the site's number on its own side, 0 to 9."""
LADDER_PLEDGE_TERM: Final = 21
"""And the ladder, 0 to 3."""
STATEMENT_TERM: Final = 25
RAISE_TERM: Final = 26
"""And the ladder, 0 to 3."""
TERMS: Final = 30


def encode(kind: int, card: int = 0, argument: int = 0) -> int:
    """Return the action of a kind with its card and argument."""
    return kind << 16 | card << 8 | argument


def kind_of(action: int) -> int:
    """Return the kind of an action."""
    return action >> 16


def card_of(action: int) -> int:
    """Return the card of an action; meaningless for kinds without one."""
    return action >> 8 & 0xFF


def argument_of(action: int) -> int:
    """Return the argument of an action."""
    return action & 0xFF


def term_code(giver: int, term: int) -> int:
    """Return the code of a term that a side gives."""
    return giver << 5 | term


def giver_of(code: int) -> int:
    """Return the side that gives a term."""
    return code >> 5


def term_of(code: int) -> int:
    """Return a term without its giver, 0 to 29."""
    return code & 31
