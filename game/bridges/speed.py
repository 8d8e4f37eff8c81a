"""How fast the bridges are, beside card games of the same libraries in the same run.

Rows for `defend-together bench`: each plays random legal actions to the end of the match, and
asks for what a learner asks for at every decision, the observation and what is legal.
"""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any, Final

from game.lab.speed.floor import FLOOR
from game.lab.speed.measure import Meter, Tally, clocked, library
from game.lab.speed.peers.rlcard import RLCARD_PLAYOUTS
from game.lab.speed.playouts import CHOICE, DECISION
from game.lab.speed.row import OWN, Loop, Row, Setting

_SPIEL: Final = "open-spiel"
_ZOO: Final = "pettingzoo"
_GYM: Final = "gymnasium"
_GAMES: Final = ("liars_poker", "kuhn_poker", "block_dominoes")
"""Games of OpenSpiel's that are written in Python too."""
_CLASSIC: Final = ("leduc_holdem_v4", "texas_holdem_v4", "texas_holdem_no_limit_v6")
_RIVAL: Final = "random"
_SEED_BITS: Final = 32


def _played(game: Any, luck: Random, tensor: Callable[[Any], object]) -> Tally:
    """Play a match through OpenSpiel."""
    decisions = forced = 0
    state = game.new_initial_state()
    while not state.is_terminal():
        if state.is_chance_node():
            outcomes = state.chance_outcomes()
            state.apply_action(outcomes[int(luck.random() * len(outcomes))][0])
            continue
        tensor(state)
        legal = state.legal_actions()
        forced += len(legal) == 1
        state.apply_action(legal[int(luck.random() * len(legal))])
        decisions += 1
    return {DECISION: decisions, CHOICE: decisions - forced}


def _tensor_of(game: Any) -> Callable[[Any], object]:
    """Return what asks for the tensor that a game has, for the player to move."""
    if game.get_type().provides_observation_tensor:
        return lambda state: state.observation_tensor()
    return lambda state: state.information_state_tensor()


def _own_spiel(setting: Setting) -> Meter:
    pyspiel = library("pyspiel", _SPIEL)
    library("game.bridges.spiel", _SPIEL)
    game = pyspiel.load_game("defend_together", {"scenario": setting.scenario})
    return clocked(lambda luck: _played(game, luck, _tensor_of(game)), setting.seconds)


def _spiel(name: str, setting: Setting) -> Meter:
    pyspiel = library("pyspiel", _SPIEL)
    library("open_spiel.python.games", _SPIEL)
    game = pyspiel.load_game(f"python_{name}")
    return clocked(lambda luck: _played(game, luck, _tensor_of(game)), setting.seconds)


def _cycled(env: Any, luck: Random) -> Tally:
    """Play a match through PettingZoo."""
    flatnonzero = library("numpy", _ZOO).flatnonzero
    decisions = forced = 0
    env.reset(seed=luck.getrandbits(_SEED_BITS))
    for _ in env.agent_iter():
        told, _, over, cut, _ = env.last()
        if over or cut:
            env.step(None)
            continue
        legal = flatnonzero(told["action_mask"])
        forced += len(legal) == 1
        env.step(int(legal[int(luck.random() * len(legal))]))
        decisions += 1
    return {DECISION: decisions, CHOICE: decisions - forced}


def _own_zoo(setting: Setting) -> Meter:
    library("pettingzoo", _ZOO)
    env = library("game.bridges.aec", _ZOO).env(scenario=setting.scenario)
    return clocked(lambda luck: _cycled(env, luck), setting.seconds)


def _zoo(name: str, setting: Setting) -> Meter:
    env = library(f"pettingzoo.classic.{name}", _ZOO).env()
    return clocked(lambda luck: _cycled(env, luck), setting.seconds)


def _stepped(env: Any, luck: Random) -> Tally:
    """Play a match through Gymnasium; the rival's decisions take time and don't count."""
    flatnonzero = library("numpy", _GYM).flatnonzero
    decisions = forced = 0
    _, info = env.reset(seed=luck.getrandbits(_SEED_BITS))
    over = False
    while not over:
        legal = flatnonzero(info["action_mask"])
        forced += len(legal) == 1
        _, _, over, _, info = env.step(int(legal[int(luck.random() * len(legal))]))
        decisions += 1
    return {DECISION: decisions, CHOICE: decisions - forced}


def _own_gym(setting: Setting) -> Meter:
    library("gymnasium", _GYM)
    env = library("game.bridges.seat", _GYM).SeatEnv(setting.scenario, rival=_RIVAL)
    return clocked(lambda luck: _stepped(env, luck), setting.seconds)


_SPIELS: Final = tuple(
    Loop(
        f"OpenSpiel python_{name}",
        "the same loop; a game of OpenSpiel's own that is written in Python",
        partial(_spiel, name),
        library=_SPIEL,
    )
    for name in _GAMES
)

_ZOOS: Final = tuple(
    Loop(
        f"PettingZoo {name}",
        "the same loop, over RLCard's rules",
        partial(_zoo, name),
        library=_ZOO,
    )
    for name in _CLASSIC
)

_ALL: Final = (
    Row(
        "open-spiel",
        "random matches through OpenSpiel, with a tensor at each decision",
        Loop(
            OWN,
            "new_initial_state, chance_outcomes once, then is_terminal, observation_tensor, "
            "legal_actions, one drawn, apply_action",
            _own_spiel,
            kind="own",
            library=_SPIEL,
        ),
        (FLOOR, *_SPIELS, *RLCARD_PLAYOUTS),
    ),
    Row(
        "pettingzoo",
        "random matches through PettingZoo, with observation and mask at each decision",
        Loop(
            OWN,
            "reset, then agent_iter, last, one of the mask drawn, step, in the usual three "
            "wrappers",
            _own_zoo,
            kind="own",
            library=_ZOO,
        ),
        (FLOOR, *_ZOOS, *RLCARD_PLAYOUTS),
    ),
    Row(
        "gymnasium",
        "random matches through Gymnasium against the player “random”",
        Loop(
            OWN,
            "reset, then one of info['action_mask'] drawn, step; the rival’s decisions and the "
            "log of the match take time and aren't counted",
            _own_gym,
            kind="own",
            library=_GYM,
        ),
        (FLOOR, *RLCARD_PLAYOUTS),
    ),
)

BRIDGES: Final = {row.name: row for row in _ALL}
