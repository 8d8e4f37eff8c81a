"""Random playouts: games played by chance from the deal to the end."""

from dataclasses import replace
from random import Random
from typing import Final

from game.engine import new_state
from game.lab.speed.measure import Meter, Tally, clocked
from game.lab.speed.row import OWN, Loop, Setting

DECISION: Final = "decision"
CHOICE: Final = "choice"
"""A decision with two legal actions or more."""

_GAMES: Final = 5


def _ready(setting: Setting) -> Meter:
    content, scenario = setting.content, setting.scenario

    def work(luck: Random) -> Tally:
        rnd = luck.random
        decisions = forced = 0
        for _ in range(_GAMES):
            state = new_state(content, scenario, luck.getrandbits(32))
            while legal := state.legal_actions():
                count = len(legal)
                if count == 1:
                    forced += 1
                    state.apply(legal[0])
                else:
                    state.apply(legal[int(rnd() * count)])
                decisions += 1
        return {DECISION: decisions, CHOICE: decisions - forced}

    return clocked(work, setting.seconds)


OWN_PLAYOUTS: Final = Loop(
    name=OWN,
    includes="new_state with its deal, then legal_actions, one drawn, apply, to the end of "
    "the match; chance, briefing and reckoning are inside apply; no log, no view",
    ready=_ready,
    kind="own",
)

OWN_PLAYOUTS_FROM_THE_DEAL: Final = replace(
    OWN_PLAYOUTS, name="own playouts from the deal", kind="peer"
)
"""The same as a peer of what plays out inside something else."""
