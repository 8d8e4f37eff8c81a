"""The start table of a scenario, before anything is dealt (rulebook 1, 11)."""

from game.content.vocabulary import DOORS
from game.engine import fields as f
from game.engine.position import Entries
from game.engine.world import World


def opening_of(world: World) -> Entries:
    """Return a scenario's list with tracks, ladders and sites as they stand at the start."""
    v: Entries = [0] * f.SIZE
    for field in (f.CRISIS, f.CRISIS_SITE, f.CAUSE, f.OPENED, f.OPENED_STARTER, f.ANSWER):
        v[field] = -1
    for field in (f.DRAFT, f.TABLED, f.HAND, f.DISCARD, f.DOWN):
        v[field] = ()
    for field in (f.HAND, f.DISCARD, f.DOWN):
        v[field + 1] = ()
    v[f.STARTER] = f.NOBODY
    v[f.CARD] = -1
    _set_tracks(world, v)
    _set_ladders(world, v)
    _set_sites(world, v)
    return v


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
