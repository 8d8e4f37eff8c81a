"""RLCard: card games for learning players, in Python with numpy."""

from functools import partial
from random import Random
from typing import Final

from game.lab.speed.measure import Meter, Tally, clocked, library
from game.lab.speed.playouts import CHOICE, DECISION
from game.lab.speed.row import Loop, Setting

LIBRARY: Final = "rlcard"

_PLAYED: Final = ("gin-rummy", "bridge", "uno")


def _playouts(name: str, setting: Setting) -> Meter:
    env = library("rlcard", LIBRARY).make(name, config={"seed": 1})

    def work(luck: Random) -> Tally:
        rnd = luck.random
        decisions = forced = 0
        state, _ = env.reset()
        while not env.is_over():
            legal = list(state["legal_actions"])
            count = len(legal)
            if count == 1:
                forced += 1
                state, _ = env.step(legal[0])
            else:
                state, _ = env.step(legal[int(rnd() * count)])
            decisions += 1
        return {DECISION: decisions, CHOICE: decisions - forced}

    return clocked(work, setting.seconds)


RLCARD_PLAYOUTS: Final = tuple(
    Loop(
        f"RLCard {name}",
        "reset, then one of state['legal_actions'] drawn, step, until is_over; step always "
        "builds the next player's observation",
        partial(_playouts, name),
        library=LIBRARY,
    )
    for name in _PLAYED
)
