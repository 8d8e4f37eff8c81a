"""Where each thing lies in a state's list.

A `State` is one flat list, so that a clone is one slice. An entry is an int or a shared,
immutable tuple of ints. Pairs lie side by side, NATO first: `v[SUPPORT + side]`.
Sets of sites are bit masks: bit `site`, NATO's sites first.
"""

from itertools import count
from typing import Final

_next = count()


def _take(entries: int = 1) -> int:
    """Return the index of the next field and reserve its entries."""
    index = next(_next)
    for _ in range(entries - 1):
        next(_next)
    return index


# ------------------------------------------------------------------------ flow
ROUND: Final = _take()
PHASE: Final = _take()
PENDING: Final = _take()
"""Kind of the decision that is asked for; `NOTHING` when the match is over."""
MOVER: Final = _take()
CHAIR: Final = _take()
TURN: Final = _take()
"""Turns of this round that are over, 0 to twice the cards a side plays."""
VERDICT: Final = _take()

# ---------------------------------------------------------------------- tracks
TENSION: Final = _take()
THREAT: Final = _take()
DOOR: Final = _take()
"""0 closed, 1 strained, 2 open."""
INITIATIVE: Final = _take()
"""Positive favours NATO."""
ASSURANCE: Final = _take(2)
CEILING: Final = _take(2)
"""Highest Assurance of this round: its value at the briefing and 1."""
SUPPORT: Final = _take(2)
RUSSIAN_SUPPORT: Final = SUPPORT + 1

# --------------------------------------------------------------------- ladders
STEP: Final = _take(8)
"""`v[STEP + 4 * side + ladder]`."""
STEPS: Final = _take()
"""All steps once more in one int, 3 bits each, to look things up by."""
JOINT_SUM: Final = _take()
LEADS: Final = _take(2)
"""Steps ahead that were paid for, bit `4 * ladder + step - 1`; signals 16 bits higher."""
REACHED: Final = _take()
"""Joint levels ever reached, bits as in `LEADS`; those whose Assurance was lost 16 higher."""
LOCKS: Final = _take(2)
"""Steps suspended this round, bits as in `LEADS`; those of last round 16 bits higher."""

# ----------------------------------------------------------------------- sites
DECLARED: Final = _take()
HIDDEN: Final = _take()
WORKING: Final = _take()
SEEN: Final = _take()
"""Undeclared sites that the other side has seen by technical means."""
LIED: Final = _take()
"""Undeclared sites that came or stood while a pledge ran."""
HALTED: Final = _take()
"""Sites emptied this round."""
BUILD: Final = _take()
"""Reckonings until a site works, 4 bits a site; 15: not before the end."""
SITE_PLEDGES: Final = _take()
"""Reckonings that a pledge still runs, 4 bits a site."""
LADDER_PLEDGES: Final = _take()
"""The same for pledges not to suspend, 4 bits for each `4 * side + ladder`."""

# --------------------------------------------------------------- lasting, flags
LASTING: Final = _take()
"""Lasting effects in force, by their number in the world."""
FRESH: Final = _take()
"""Those of `LASTING` that begun this round and run to the end of the next."""
FLAGS: Final = _take()
"""What has happened, mostly this round: the bits `BACK_CHANNEL` and so on."""
FAILED: Final = _take()
"""Councils in a row that agreed nothing."""

# --------------------------------------------------------------------- council
DRAFT: Final = _take()
"""Terms of the half-built package, in canonical order."""
TABLED: Final = _take()
"""Terms of the package on the table."""

# ---------------------------------------------------------------------- crises
CRISIS: Final = _take()
"""The round's brewing crisis, or -1."""
CRISIS_SITE: Final = _take()
STARTER: Final = _take()
CAUSE: Final = _take()
"""Who began the incident: 0, 1, `NOBODY`; `UNKNOWN` where it is hidden, -1 for no incident."""
CAUSE_KNOWN: Final = _take()
"""Bit of each side that knows the cause; `PUBLIC` when all do."""
OPENED: Final = _take()
"""The crisis that a card opened and that is being answered, or -1."""
OPENED_STARTER: Final = _take()
ANSWER: Final = _take()
"""The first sealed answer, or -1."""
CRISIS_DECK: Final = _take()

# ----------------------------------------------------------------------- cards
HAND: Final = _take(2)
DECK: Final = _take(2)
DISCARD: Final = _take(2)
DOWN: Final = _take(2)
"""Cards that lie face down in the discard."""
REMOVED: Final = _take()
"""Cards out of the game, as bits."""
DOWN_PLAYED: Final = _take(2)
"""Cards ever played face down, less the undeclared sites found or declared since."""
KNOWN: Final = _take(2)
"""`v[KNOWN + side]`: cards that this side saw in the other's hand and that must be there."""
MAYBE: Final = _take(2)
"""Cards seen there before the other played face down: in its hand or face down."""
CARD: Final = _take()
"""The card whose offer is being answered."""

# -------------------------------------------------------------------- mandates
DEALT: Final = _take(2)
MANDATE: Final = _take(2)

# ---------------------------------------------------------------------- record
RECORD: Final = _take(2)
"""What a side was seen to do: counts of firm, measured and open answers, 6 bits each,
then its last two telling acts, 2 bits each, newest lowest (`ACT_...`)."""

# ---------------------------------------------------------------------- chance
KEY: Final = _take()
COUNTER: Final = _take()

SIZE: Final = next(_next)

# ---------------------------------------------------------- values of PHASE
MANDATES: Final = 0
BRIEFING: Final = 1
COUNCIL: Final = 2
ACTIONS: Final = 3
CRISES: Final = 4
RECKONING: Final = 5
OVER: Final = 6
PHASES: Final = (
    "mandates",
    "briefing",
    "council",
    "actions",
    "crisis",
    "reckoning",
    "over",
)

# -------------------------------------------------------- values of PENDING
NOTHING: Final = 0
CHOOSE_MANDATE: Final = 1
DRAFT_PACKAGE: Final = 2
REPLY: Final = 3
DRAFT_COUNTER: Final = 4
FINAL_REPLY: Final = 5
PLAY_CARD: Final = 6
ANSWER_OFFER: Final = 7
REVEAL_SITE: Final = 8
ANSWER_CRISIS: Final = 9
DECISIONS: Final = (
    "nothing",
    "mandate",
    "draft",
    "reply",
    "counter-draft",
    "final-reply",
    "card",
    "offer",
    "reveal",
    "crisis",
)

# --------------------------------------------------------- values of VERDICT
OPEN_MATCH: Final = 0
CONFRONTATION: Final = 1
GOVERNMENT_FALLS: Final = 2
JOINT_ARCHITECTURE: Final = 3
LAST_ROUND: Final = 4

# ------------------------------------------------------------ bits of FLAGS
BACK_CHANNEL: Final = 1
"""Shifted by the side: this side has used its back channel."""
ESCALATED: Final = 4
CARD_OPENED: Final = 8
AGREED: Final = 16
FELL_NATO: Final = 32
FELL_RUSSIA: Final = 64
BOTH_OPEN: Final = 128
"""Both sides answered the round's last crisis open."""
FIRM_AT_BRINK: Final = 256
"""Shifted by the side: it answered firm at high Tension, and no crisis otherwise since; this
outlasts the round."""
FIRM_AT_BRINKS: Final = FIRM_AT_BRINK | FIRM_AT_BRINK << 1

# ------------------------------------------------------------- other values
NATO: Final = 0
RUSSIA: Final = 1
NOBODY: Final = 2
UNKNOWN: Final = 3
PUBLIC: Final = 4
FIRM: Final = 0
MEASURED: Final = 1
OPEN: Final = 2
ACT_NONE: Final = 0
ACT_HOSTILE: Final = 1
ACT_MEASURED: Final = 2
ACT_FRIENDLY: Final = 3
SITES_A_SIDE: Final = 10
FOREVER: Final = 15
TRANSPARENCY: Final = 0
EXERCISES: Final = 1
CENTRES: Final = 2
GUARANTEES: Final = 3
UNKNOWN_CARD: Final = -1
