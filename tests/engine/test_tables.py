"""Laws of the tables that the engine looks things up in: they say what the rules say."""

from random import Random

import pytest

from game.engine import action_tables, step_tables
from game.engine import fields as f
from game.engine.answers import calm, ends, move
from game.engine.causes import DRIFT
from game.engine.mutations import (
    move_assurance,
    move_initiative,
    move_support,
    move_tension,
    move_tracks,
)
from game.engine.rules.ladders import CAN, open_steps, step_obstacle
from tests.engine.positions import NATO, RUSSIA, position

LADDERS = range(4)


def drawn(luck):
    """A position with its tracks and ceilings anywhere."""
    assurance = luck.randint(0, 10), luck.randint(0, 10)
    return position(
        tension=luck.randint(0, 9),
        initiative=luck.randint(-8, 8),
        support=(luck.randint(1, 10), luck.randint(1, 10)),
        assurance=assurance,
        ceiling=tuple(min(10, level + luck.randint(0, 1)) for level in assurance),
    )


@pytest.mark.parametrize("number", range(200))
def test_moving_several_tracks_is_moving_each_alone(number):
    luck = Random(number)
    together = drawn(luck)
    alone = together.clone()
    alone.log = []
    n = together.world.numbers
    by = {name: luck.randint(-12, 12) for name in ("assurance", "support", "initiative")}
    tension, side = luck.randint(-12, 12), luck.randint(0, 1)
    levels = ends(0, n.track_max)

    move_assurance(alone, side, by["assurance"], DRIFT)
    move_support(alone, side, by["support"], DRIFT)
    move_initiative(alone, NATO, by["initiative"], DRIFT)
    move_tension(alone, tension, DRIFT)
    moves = (
        move(f.ASSURANCE + side, by["assurance"], levels),
        move(f.SUPPORT + side, by["support"], levels),
        move(f.INITIATIVE, by["initiative"], ends(-n.initiative_max, n.initiative_max)),
        move(f.TENSION, tension, calm(n, tension)),
    )
    move_tracks(together, moves, DRIFT)

    assert together.v == alone.v
    assert together.log == alone.log


@pytest.mark.parametrize("before", range(11))
@pytest.mark.parametrize("by", [-3, -1, 0, 1, 2, 5])
def test_tension_above_its_limit_neither_rises_nor_drops_to_it(before, by):
    state = position()
    n = state.world.numbers

    after = calm(n, by)[before + by]

    assert after == (
        max(before, min(before + by, n.lone_limit)) if by > 0 else max(0, before + by)
    )


@pytest.mark.parametrize("number", range(60))
def test_open_steps_stay_right_when_their_tables_are_emptied(number, monkeypatch):
    monkeypatch.setattr(step_tables, "_LIMIT", 3)
    luck = Random(number)
    for _ in range(8):
        steps = tuple(tuple(luck.randint(0, 4) for _ in LADDERS) for _ in (0, 1))
        state = position(steps=steps, assurance=(luck.randint(0, 10), luck.randint(0, 10)))
        for table in state.world.next_steps:
            while len(table) > 3:
                table.popitem()
        for side in (NATO, RUSSIA):
            free = [step_obstacle(state, side, ladder) == CAN for ladder in LADDERS]
            assert open_steps(state, side) == sum(can << i for i, can in enumerate(free))
            assert len(state.world.next_steps[side]) <= 3


def test_legal_actions_stay_the_same_when_their_tables_are_emptied(monkeypatch):
    state = position(working=("ramstein", "kaliningrad"), steps=((1, 0, 0, 0), (0, 1, 0, 0)))
    known = list(state.legal_actions())
    desks = state.world.desks
    monkeypatch.setattr(action_tables, "_LIMIT", 0)

    for sheet in desks[NATO, (0, 0, 0, 0, 0)]:
        sheet.clear()

    assert list(state.legal_actions()) == known
