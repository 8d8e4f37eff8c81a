"""Every row of the bench, in the order it is read and told."""

from typing import Final

from game.lab.speed.copies import OWN_CLONES, OWN_CLONES_APPLIED, OWN_CLONES_BY_KIND
from game.lab.speed.floor import FLOOR
from game.lab.speed.peers.chess import (
    CHESS_BYTES,
    CHESS_CLONES,
    CHESS_CLONES_APPLIED,
    CHESS_PLAYOUTS,
)
from game.lab.speed.peers.ismcts import ismcts
from game.lab.speed.peers.open_spiel import (
    SPIEL_CLONES,
    SPIEL_CLONES_APPLIED,
    SPIEL_PLAYOUTS,
    SPIEL_SAMPLES,
)
from game.lab.speed.peers.rlcard import RLCARD_PLAYOUTS
from game.lab.speed.playouts import (
    OWN_PLAYOUTS,
    OWN_PLAYOUTS_FROM_THE_DEAL,
    OWN_PLAYOUTS_LISTED,
)
from game.lab.speed.resident import OWN_BYTES
from game.lab.speed.row import Row
from game.lab.speed.sampling import OWN_SAMPLES
from game.lab.speed.search import (
    Roots,
    along,
    first_round,
    own_playouts,
    own_search,
    own_search_decisions,
)
from game.lab.speed.startup import OWN_STARTS, PEER_STARTS


def _searches(name: str, where: str, roots: Roots) -> tuple[Row, Row]:
    """Return the rows of a search from some roots: its iterations, and what they decide."""
    return (
        Row(
            name,
            f"iterations of a search, with playouts to the end, at {where}",
            own_search(roots, where),
            (FLOOR, ismcts(roots)),
            most_rounds=9,
        ),
        Row(
            f"{name}-decisions",
            "decisions inside that search",
            own_search_decisions(roots),
            (FLOOR, own_playouts(roots), OWN_PLAYOUTS_FROM_THE_DEAL),
            most_rounds=9,
        ),
    )


_ALL: Final = (
    Row(
        "playouts",
        "random playouts",
        OWN_PLAYOUTS,
        (FLOOR, CHESS_PLAYOUTS, *SPIEL_PLAYOUTS, *RLCARD_PLAYOUTS),
    ),
    Row(
        "playouts-listed",
        "random playouts that list every legal action",
        OWN_PLAYOUTS_LISTED,
        (FLOOR, CHESS_PLAYOUTS),
    ),
    Row("clone", "copies of a state", OWN_CLONES, (FLOOR, CHESS_CLONES, *SPIEL_CLONES)),
    Row(
        "clone-apply",
        "copies of a state with one action done",
        OWN_CLONES_APPLIED,
        (FLOOR, CHESS_CLONES_APPLIED, *SPIEL_CLONES_APPLIED),
    ),
    Row(
        "clone-apply-by-kind",
        "copies of a state with one action done, by the kind of decision",
        OWN_CLONES_BY_KIND,
        (FLOOR, CHESS_CLONES_APPLIED),
    ),
    Row(
        "sample",
        "whole states drawn from what a side knows",
        OWN_SAMPLES,
        (FLOOR, *SPIEL_SAMPLES),
    ),
    *_searches("search", "positions of first rounds, a whole match ahead", first_round),
    *_searches("search-along", "positions sampled along random games", along),
    Row(
        "bytes",
        "memory of a copied state",
        OWN_BYTES,
        (CHESS_BYTES,),
        measure="bytes",
        most_rounds=1,
    ),
    Row("start", "starting up", OWN_STARTS, PEER_STARTS, most_rounds=7),
)

ROWS: Final = {row.name: row for row in _ALL}
