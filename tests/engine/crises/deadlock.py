"""Deadlocks: each prefers to be firm whatever the other does."""

from tests.engine.crises.pairs import pair

DEADLOCK = (
    pair(
        "elections", "promise-every-phase", "run-against-the-shield", tension=2, support=(2, 2)
    ),
    pair("elections", "say-little", "say-little-russia"),
    pair(
        "elections", "ask-for-calm", "ask-for-calm-russia", assurance=(1, 1), support=(-1, -1)
    ),
    pair("strings", "promise-all-phases", "adopt-the-strings", tension=2, support=(2, 2)),
    pair("strings", "a-quiet-letter", "a-milder-text"),
    pair(
        "strings",
        "speak-for-both-texts",
        "speak-for-both-texts-russia",
        assurance=(1, 1),
        support=(-1, -1),
    ),
    pair("scuds", "send-them-at-once", "stand-by-damascus", tension=2, support=(2, 2)),
    pair("scuds", "send-a-few", "ask-for-limits"),
    pair(
        "scuds",
        "explain-their-limits",
        "accept-the-cover",
        assurance=(1, 1),
        support=(-1, -1),
    ),
    pair(
        "sector-map",
        "two-systems-or-none",
        "sectors-or-none",
        tension=2,
        initiative=1,
        support=(2, 2),
    ),
    pair("sector-map", "study-the-slide", "redraw-the-line"),
    pair(
        "sector-map",
        "look-for-overlap",
        "look-for-overlap-russia",
        assurance=(1, 1),
        support=(-1, -1),
    ),
)
