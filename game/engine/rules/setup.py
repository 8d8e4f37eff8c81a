"""Setting up a match: the start table, then decks, mandates, crises and chair are dealt."""

from random import Random

from game.content.specs import Content
from game.engine import chance
from game.engine import fields as f
from game.engine.compile import compile_world
from game.engine.events import Event
from game.engine.position import Entries
from game.engine.rules.flow import ask, begin_round
from game.engine.state import State
from game.engine.world import World


def new_state(
    content: Content, scenario: str, seed: int, log: list[Event] | None = None
) -> State:
    """Return the first position of a match.

    The same content, scenario and seed give the same match on every Python. `log`, if
    given, receives every event from the first briefing on.

    Raises:
        UnknownScenarioError: no scenario has this slug.
    """
    world = compile_world(content, scenario)
    v = world.opening[:]
    v[f.KEY] = chance.key_of(seed)
    _deal(world, v)
    state = State(world, v, log)
    if v[f.MANDATE] >= 0:
        begin_round(state)
    else:
        ask(state, f.CHOOSE_MANDATE, 0)
    return state


def _deal(world: World, v: Entries) -> None:
    """Shuffle the decks, deal the mandates and the first chair.

    The generator of the set-up is `Random.random`, whose numbers for a seed are the same
    on every Python; what comes later draws from the state's own key and counter.
    """
    luck = Random(v[f.KEY]).random
    pools = world.pools
    for side in (0, 1):
        v[f.DECK + side] = chance.dealt(luck, pools.decks[side], pools.deck_size)
        fixed = pools.fixed_mandates[side]
        dealt = () if fixed >= 0 else chance.dealt(luck, pools.mandates[side], 2)
        v[f.DEALT + side] = tuple(sorted(dealt))
        v[f.MANDATE + side] = fixed
    crises = pools.crises
    v[f.CRISIS_DECK] = pools.first_crisis + chance.dealt(luck, crises, len(crises))
    v[f.CHAIR] = int(luck() * 2)
