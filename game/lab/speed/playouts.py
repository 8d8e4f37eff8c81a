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
_COUNTED: Final = 40
"""Matches in which forced decisions are counted for playouts that don't list what is legal."""
_SEED: Final = "forced"


def _listed(setting: Setting, games: int, luck: Random) -> Tally:
    """Play games in which every legal action is listed, and one of them drawn."""
    rnd = luck.random
    decisions = forced = 0
    for _ in range(games):
        state = new_state(setting.content, setting.scenario, luck.getrandbits(32))
        while legal := state.legal_actions():
            count = len(legal)
            if count == 1:
                forced += 1
                state.apply(legal[0])
            else:
                state.apply(legal[int(rnd() * count)])
            decisions += 1
    return {DECISION: decisions, CHOICE: decisions - forced}


def _ready_listed(setting: Setting) -> Meter:
    return clocked(lambda luck: _listed(setting, _GAMES, luck), setting.seconds)


def _ready(setting: Setting) -> Meter:
    content, scenario = setting.content, setting.scenario
    counted = _listed(setting, _COUNTED, Random(_SEED))
    free = counted[CHOICE] / counted[DECISION]

    def work(luck: Random) -> Tally:
        rnd = luck.random
        decisions = 0
        for _ in range(_GAMES):
            decisions += new_state(content, scenario, luck.getrandbits(32)).play_out(rnd)
        return {DECISION: decisions, CHOICE: round(decisions * free)}

    return clocked(work, setting.seconds)


OWN_PLAYOUTS: Final = Loop(
    name=OWN,
    includes="new_state with its deal, then State.play_out: to the end of the match a legal "
    "action is drawn, each as likely as any other, without listing them all, and applied; "
    "chance, briefing and reckoning are inside; no log, no view; which share of decisions is "
    f"forced was counted in {_COUNTED} matches",
    ready=_ready,
    kind="own",
)

OWN_PLAYOUTS_LISTED: Final = Loop(
    name=OWN,
    includes="new_state with its deal, then legal_actions, one drawn, apply, to the end of "
    "the match; chance, briefing and reckoning are inside apply; no log, no view",
    ready=_ready_listed,
    kind="own",
)

OWN_PLAYOUTS_FROM_THE_DEAL: Final = replace(
    OWN_PLAYOUTS, name="own playouts from the deal", kind="peer"
)
"""The same as a peer of what plays out inside something else."""
