"""Random matches for the laws: seeded walks through whole matches."""

from functools import cache
from random import Random

from game.engine import State, new_state
from game.engine import actions as a
from tests.engine.positions import content

SCENARIOS = tuple(content().scenarios)
CALM = (a.COOPERATE, a.BACK_CHANNEL, a.TERM, a.TABLE, a.ACCEPT, a.YES, a.CAMPAIGN)
SECRET = (a.HIDE, a.HIDE_TECHNICAL, a.TECHNICAL, a.REVEAL, a.UNVEIL, a.BACK_CHANNEL)
HARD = (a.DEPLOY, a.SUSPEND, a.EVENT, a.REJECT, a.COUNTER, a.NO)
PLAIN = ()
PARTNERS = (a.COOPERATE, a.TERM, a.TABLE, a.ACCEPT, a.YES)
TEMPERS = (
    *(CALM, SECRET, HARD, PLAIN, (*CALM, *SECRET), (a.EVENT, a.ACCEPT, a.YES), PARTNERS),
)
MOODS = (0.7, 0.97)
"""How often a walk does what it likes, the same mood for all tempers in turn."""


def walk(scenario, seed, log=None, played_with=None):
    """Play a random match; yield each state before its decision, with the action to come.

    At the end the last state comes with `None`. The seed picks what the walk likes to do, so
    that some cooperate, some hide and some arm. The state is the live one: take clones. A seed
    gives the same walk on every Python. `played_with`: content other than the shipped.
    """
    luck = Random(f"{scenario} {seed}")
    state = new_state(played_with or content(), scenario, seed, log)
    temper = TEMPERS[seed % len(TEMPERS)]
    mood = MOODS[seed // len(TEMPERS) % len(MOODS)]
    while state.outcome is None:
        legal = list(state.legal_actions())
        liked = [action for action in legal if action >> 16 in temper]
        if state.decision == "crisis" and luck.random() < 0.6:
            liked = legal[-1:]  # the last answer of a crisis is an open one
        action = one_of(liked if liked and luck.random() < mood else legal, luck)
        yield state, action
        state.apply(action)
    yield state, None


def one_of(things, luck):
    """Return one of the things; only `Random.random` is the same on every Python."""
    return things[int(luck.random() * len(things))]


@cache
def reached(count, seed=0):
    """Return so many clones of undecided states, spread over scenarios and tempers."""
    found: list[State] = []
    number = seed * 100_000
    while len(found) < count:
        number += 1
        moments = [state.clone() for state, action in walk(_scenario(number), number) if action]
        luck = Random(number)
        found += [one_of(moments, luck) for _ in range(4)]
    return tuple(found[:count])


def _scenario(number):
    """Return the scenario of a numbered walk."""
    return SCENARIOS[number % len(SCENARIOS)]
