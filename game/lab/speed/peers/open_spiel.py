"""OpenSpiel: card games written in C++, played through Python."""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any, Final

from game.lab.speed.copies import CLONE, CLONE_APPLY
from game.lab.speed.measure import Meter, Tally, clocked, library
from game.lab.speed.playouts import CHOICE, DECISION
from game.lab.speed.row import Loop, Setting
from game.lab.speed.sampling import SAMPLE

LIBRARY: Final = "open-spiel"

_PLAYED: Final = ("gin_rummy", "hanabi", "dou_dizhu", "hearts")
_CLONED: Final = ("gin_rummy", "hanabi", "dou_dizhu")
_SAMPLED: Final = ("gin_rummy", "hearts", "euchre")
_SHARE: Final = 0.4
_MOST_POSITIONS: Final = 200
"""A state of gin_rummy has a hundred kilobytes."""
_SEED: Final = "spiel"


def _pyspiel() -> Any:
    return library("pyspiel", LIBRARY)


def _draw_chance(state: Any, luck: Random) -> None:
    """Let chance act where it is chance's turn."""
    while state.is_chance_node():
        outcomes, weights = zip(*state.chance_outcomes(), strict=True)
        state.apply_action(luck.choices(outcomes, weights)[0])


def _states(game: Any, count: int, luck: Random) -> list[tuple[Any, int]]:
    """Return states along random games, each with a random legal action."""
    found: list[tuple[Any, int]] = []
    while len(found) < count:
        state = game.new_initial_state()
        _draw_chance(state, luck)
        while not state.is_terminal():
            legal = state.legal_actions()
            action = legal[int(luck.random() * len(legal))]
            if luck.random() < _SHARE:
                found.append((state.clone(), action))
            state.apply_action(action)
            _draw_chance(state, luck)
    luck.shuffle(found)
    return found[:count]


def _playouts(name: str, setting: Setting) -> Meter:
    game = _pyspiel().load_game(name)

    def work(luck: Random) -> Tally:
        rnd, choices = luck.random, luck.choices
        decisions = forced = 0
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                outcomes, weights = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(choices(outcomes, weights)[0])
                continue
            legal = state.legal_actions()
            count = len(legal)
            if count == 1:
                forced += 1
                state.apply_action(legal[0])
            else:
                state.apply_action(legal[int(rnd() * count)])
            decisions += 1
        return {DECISION: decisions, CHOICE: decisions - forced}

    return clocked(work, setting.seconds)


def _clones(name: str, setting: Setting) -> Meter:
    found = _sampled(name, setting)

    def work(luck: Random) -> Tally:
        for state, _ in found:
            state.clone()
        return {CLONE: len(found)}

    return clocked(work, setting.seconds)


def _clones_applied(name: str, setting: Setting) -> Meter:
    found = _sampled(name, setting)

    def work(luck: Random) -> Tally:
        for state, action in found:
            state.clone().apply_action(action)
        return {CLONE_APPLY: len(found)}

    return clocked(work, setting.seconds)


def _samples(name: str, setting: Setting) -> Meter:
    found = [(state, state.current_player()) for state, _ in _sampled(name, setting)]

    def work(luck: Random) -> Tally:
        for state, player in found:
            state.resample_from_infostate(player, luck.random)
        return {SAMPLE: len(found)}

    return clocked(work, setting.seconds)


def _sampled(name: str, setting: Setting) -> list[tuple[Any, int]]:
    game = _pyspiel().load_game(name)
    return _states(game, min(setting.positions, _MOST_POSITIONS), Random(_SEED))


def _loops(
    games: tuple[str, ...], includes: str, ready: Callable[[str, Setting], Meter]
) -> tuple[Loop, ...]:
    """Return a loop for each game."""
    return tuple(
        Loop(f"OpenSpiel {name}", includes, partial(ready, name), library=LIBRARY)
        for name in games
    )


SPIEL_PLAYOUTS: Final = _loops(
    _PLAYED,
    "C++ through Python: new_initial_state, then is_terminal, is_chance_node, "
    "legal_actions, one drawn, apply_action; chance_outcomes drawn in Python takes time and "
    "isn't counted",
    _playouts,
)

SPIEL_CLONES: Final = _loops(
    _CLONED, "C++ through Python: clone, over states sampled along random games", _clones
)

SPIEL_CLONES_APPLIED: Final = _loops(
    _CLONED,
    "C++ through Python: clone and apply_action of a random legal action chosen beforehand",
    _clones_applied,
)

SPIEL_SAMPLES: Final = _loops(
    _SAMPLED,
    "C++ through Python: resample_from_infostate for the player to move",
    _samples,
)
