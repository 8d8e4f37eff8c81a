"""Setting up a match: tracks, sites, decks, chair and mandates (rulebook 1, 9.1)."""

from collections.abc import Callable
from random import Random

from game.content.specs import Content
from game.content.vocabulary import DOORS
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
    v: Entries = [0] * f.SIZE
    v[f.KEY] = chance.key_of(seed)
    for field in (f.CRISIS, f.CRISIS_SITE, f.CAUSE, f.OPENED, f.OPENED_STARTER, f.ANSWER):
        v[field] = -1
    for field in (f.DRAFT, f.TABLED, f.CRISIS_DECK):
        v[field] = ()
    v[f.STARTER] = f.NOBODY
    v[f.CARD] = -1
    _set_tracks(world, v)
    _set_ladders(world, v)
    _set_sites(world, v)
    _deal(world, v)
    state = State(world, v, log)
    if v[f.MANDATE] >= 0:
        begin_round(state)
    else:
        ask(state, f.CHOOSE_MANDATE, 0)
    return state


def _set_tracks(world: World, v: Entries) -> None:
    """Set the tracks as the scenario has them."""
    scenario = world.scenario
    v[f.TENSION] = scenario.tension
    v[f.THREAT] = scenario.threat
    v[f.DOOR] = DOORS.index(scenario.door)
    for side in (0, 1):
        v[f.ASSURANCE + side] = scenario.assurance[side]
        v[f.CEILING + side] = scenario.assurance[side]
        v[f.SUPPORT + side] = scenario.support[side]


def _set_ladders(world: World, v: Entries) -> None:
    """Set the steps; joint levels of the start give no Assurance, nor lose any (2.3)."""
    steps = world.scenario.steps
    for ladder in range(4):
        joint = min(steps[0][ladder], steps[1][ladder])
        v[f.STEP + ladder] = steps[0][ladder]
        v[f.STEP + 4 + ladder] = steps[1][ladder]
        v[f.JOINT_SUM] += joint
        for side in (0, 1):
            v[f.STEPS] |= steps[side][ladder] << 3 * (4 * side + ladder)
        reached = (1 << joint) - 1 << 4 * ladder
        v[f.REACHED] |= reached | reached << 16


def _set_sites(world: World, v: Entries) -> None:
    """Set the sites that stand or are being built."""
    for slug in world.scenario.working:
        bit = 1 << world.site_id[slug]
        v[f.DECLARED] |= bit
        v[f.WORKING] |= bit
    for slug, finished in world.scenario.announced.items():
        site = world.site_id[slug]
        v[f.DECLARED] |= 1 << site
        v[f.BUILD] |= (finished or f.FOREVER) << 4 * site


def _deal(world: World, v: Entries) -> None:
    """Shuffle the decks, deal the mandates and the first chair.

    The generator of the set-up is `Random.random`, whose numbers for a seed are the same
    on every Python; what comes later draws from the state's own key and counter.
    """
    scenario = world.scenario
    half = world.cards_a_side
    luck = Random(v[f.KEY]).random
    for side in (0, 1):
        cards = tuple(range(side * half, (side + 1) * half))
        v[f.DECK + side] = chance.dealt(luck, cards, world.numbers.deck_size)
        for field in (f.HAND, f.DISCARD, f.DOWN):
            v[field + side] = ()
        fixed = scenario.options.mandates.get("russia" if side else "nato")
        own = tuple(
            i for i, m in enumerate(world.mandates) if (m.side == "russia") == bool(side)
        )
        v[f.DEALT + side] = () if fixed else tuple(sorted(chance.dealt(luck, own, 2)))
        v[f.MANDATE + side] = world.mandate_id[fixed] if fixed else -1
    v[f.CRISIS_DECK] = _crisis_deck(world, luck)
    v[f.CHAIR] = int(luck() * 2)


def _crisis_deck(world: World, luck: Callable[[], float]) -> tuple[int, ...]:
    """Return the shuffled crises of the scenario, its first crisis on top."""
    scenario = world.scenario
    slugs = scenario.crises or tuple(c.slug for c in world.crises if c.form is None)
    first = scenario.first_crisis
    rest = tuple(world.crisis_id[slug] for slug in slugs if slug != first)
    deck = chance.dealt(luck, rest, len(rest))
    return (world.crisis_id[first], *deck) if first else deck
