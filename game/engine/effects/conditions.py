"""Conditions compiled to tests of a position for a side."""

from game.content import effects as spec
from game.content.vocabulary import DOORS, LADDERS
from game.engine.answers import Test
from game.engine.fields import DECLARED, DOOR, STEP, THREAT
from game.engine.position import Position
from game.engine.rules.ladders import step_obstacle
from game.engine.scoring import concern, joint_level
from game.engine.world import SIDE_SITES, World


def compile_tests(world: World, conditions: tuple[spec.Condition, ...]) -> tuple[Test, ...]:
    """Return the tests of conditions, all of which must hold."""
    return tuple(compile_test(world, condition) for condition in conditions)


def compile_test(world: World, condition: spec.Condition) -> Test:
    """Return the test of one condition."""
    match condition:
        case spec.Joint(ladder, at_least):
            return _joint(LADDERS.index(ladder), at_least)
        case spec.Mine(ladder, at_least):
            return _step(LADDERS.index(ladder), at_least, own=True)
        case spec.Theirs(ladder, at_least):
            return _step(LADDERS.index(ladder), at_least, own=False)
        case spec.Can(ladder):
            return can_step(LADDERS.index(ladder))
        case spec.Declared(site):
            return _declared(1 << world.site_id[site], wanted=True)
        case spec.Empty(site):
            return _declared(1 << world.site_id[site], wanted=False)
        case spec.ForwardMissile(which):
            return _forward(world.forward, which == "own")
        case _:
            return _number(condition)


def can_step(ladder: int) -> Test:
    """Return the test that the side may take its next step on a ladder."""

    def test(state: Position, side: int) -> bool:
        return not step_obstacle(state, side, ladder)

    return test


def _number(condition: spec.Condition) -> Test:
    """Return the test of a condition on one number."""
    match condition:
        case spec.ThreatAtLeast(at_least):
            return lambda state, _side: state.v[THREAT] >= at_least
        case spec.ConcernAtLeast(at_least):
            return lambda state, _side: concern(state, 0) >= at_least
        case spec.DoorAtLeast(door):
            needed = DOORS.index(door)
            return lambda state, _side: state.v[DOOR] >= needed
        case _:
            raise TypeError(condition)


def _joint(ladder: int, at_least: int) -> Test:
    """Return the test of a joint level."""
    return lambda state, _side: joint_level(state, ladder) >= at_least


def _step(ladder: int, at_least: int, own: bool) -> Test:
    """Return the test of the side's own step, or of the other's."""
    if own:
        return lambda state, side: state.v[STEP + 4 * side + ladder] >= at_least
    return lambda state, side: state.v[STEP + 4 * (1 - side) + ladder] >= at_least


def _declared(bit: int, wanted: bool) -> Test:
    """Return the test that a site is declared, or is not."""
    if wanted:
        return lambda state, _side: bool(state.v[DECLARED] & bit)
    return lambda state, _side: not state.v[DECLARED] & bit


def _forward(missiles: int, own: bool) -> Test:
    """Return the test that the side has a declared forward missile, or nobody has."""
    if own:
        return lambda state, side: bool(state.v[DECLARED] & missiles & SIDE_SITES[side])
    return lambda state, _side: not state.v[DECLARED] & missiles
