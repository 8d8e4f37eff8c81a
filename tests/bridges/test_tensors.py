"""Tensors, strings and ids: whole, stable, and functions of what a side knows alone."""

from hashlib import sha256
from random import Random

import numpy as np
import pytest

from game.bridges.ids import ACTIONS, PARTS
from game.bridges.names import name_of, part_of
from game.bridges.strings import private_text, text_of
from game.bridges.table import Table, codec_of
from game.engine import actions as a
from game.engine import fields as f
from game.match.perspective import TableView
from tests.engine.disguises import disguised, imagined
from tests.engine.playthroughs import reached

TWINS = pytest.mark.parametrize("make", [imagined, disguised], ids=lambda make: make.__name__)
SCENARIOS = ("long-negotiation", "first-council", "sectoral-defence", "third-site", "two-steps")


def tables(scenario, matches=3):
    """Yield every position of some random matches."""
    for seed in range(matches):
        luck = Random(seed)
        table = Table.dealt(scenario, seed)
        while table.side is not None:
            yield table
            table.do(luck.choice(table.legal()))
        yield table


STABLE = "60ae5ba0c6d0212c"
# -------------------------------------------------------------------------- ids


def test_the_ids_are_what_they_were():
    """Studies rely on them: a part may be added at the end, nothing else may move."""
    told = [(part.kind, part.first, part.count, part.argument, part.of_card) for part in PARTS]

    assert ACTIONS == 1631
    assert sha256(repr(told).encode()).hexdigest()[:16] == STABLE


def test_parts_follow_each_other_and_name_every_kind():
    place = 0
    for part in PARTS:
        assert part.first == place
        place += part.size
    assert place == ACTIONS
    assert sorted(part.kind for part in PARTS) == sorted(a.KINDS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_legal_action_has_an_id_of_its_own(scenario):
    for table in tables(scenario):
        side, state = table.side, table.state
        legal = table.legal()
        codes = [] if side is None else [table.codec.ids.codes[side][each] for each in legal]
        assert legal == sorted(set(legal))
        assert sorted(codes) == sorted(state.legal_actions())


def test_an_id_means_the_same_for_either_side():
    world = Table.dealt("long-negotiation", 1).state.world
    ids = codec_of(world).ids
    for number in range(ACTIONS):
        nato, russia = (ids.codes[side][number] for side in (0, 1))
        assert nato >> 16 == russia >> 16 == part_of(number).kind
        if part_of(number).of_card:
            assert (russia >> 8 & 255) - (nato >> 8 & 255) == 32


def test_names_tell_actions_apart():
    world = Table.dealt("long-negotiation", 1).state.world
    for side in (0, 1):
        names = [name_of(world, side, number) for number in range(ACTIONS)]
        assert len(set(names)) == ACTIONS
    assert name_of(world, 0, part_of(0).first) == "mandate 0"


@pytest.mark.parametrize("number", [-1, ACTIONS])
def test_there_are_no_other_ids(number):
    with pytest.raises(ValueError, match="no action"):
        part_of(number)


# ---------------------------------------------------------------------- tensors


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_number_lies_between_minus_one_and_one(scenario):
    for table in tables(scenario):
        encoder = table.codec.encoder
        for side in (0, 1):
            told = encoder.vector(table.seen(side), side)
            assert told.shape == (encoder.size,)
            assert told.dtype == np.float32
            assert np.all(np.abs(told) <= 1)


def test_fields_follow_each_other():
    for scenario in SCENARIOS:
        encoder = Table.dealt(scenario, 1).codec.encoder
        place = 0
        for _, first, size, _ in encoder.fields:
            assert first == place
            place += size
        assert place == encoder.size
        assert len({name for name, *_ in encoder.fields}) == len(encoder.fields)


def test_no_field_runs_into_the_next():
    """A field of bits holds no more bits than it has room for."""
    for scenario in SCENARIOS:
        for table in tables(scenario):
            for side in (0, 1):
                v = table.seen(side)
                for mask, size in _masks(table.codec.encoder):
                    assert 0 <= mask(v, side) < 1 << size


def _masks(encoder):
    sizes = {first: size for _, first, size, _ in encoder.fields}
    return [(mask, sizes[first]) for mask, first in encoder._bits]


def test_most_fields_are_used():
    """What is never set would be dead weight; only a few things are so rare in random play."""
    seen: np.ndarray = np.zeros(Table.dealt("long-negotiation", 1).codec.encoder.size, bool)
    for table in tables("long-negotiation", 25):
        for side in (0, 1):
            seen |= table.codec.encoder.vector(table.seen(side), side) != 0
    encoder = Table.dealt("long-negotiation", 1).codec.encoder
    idle = {name for name, at, size, _ in encoder.fields if not seen[at : at + size].any()}

    assert idle <= {"other_hand", "other_mandate", "lied", "ladder_pledges"}


@pytest.mark.parametrize("side", [0, 1])
def test_known_numbers_stand_where_the_fields_say(side):
    table = Table.dealt("november-statement", 4)
    luck = Random(4)
    while table.state.decision != "card" or table.side != side:
        table.do(luck.choice(table.legal()))
    view = table.state.view(side)
    told = table.codec.encoder.vector(view.v, side)

    def field(name):
        return next(
            told[at : at + size] for n, at, size, _ in table.codec.encoder.fields if n == name
        )

    own = [world for world in view.world.cards if (world.side == "russia") == bool(side)]
    hand = {card.slug for card, there in zip(own, field("hand"), strict=True) if there}
    assert hand == set(view.hand)
    assert field("tension")[0] * 10 == pytest.approx(view.tension)
    assert field("support")[0] * 10 == pytest.approx(view.support[side])
    assert field("initiative")[0] * 8 == pytest.approx(view.initiative * (-1 if side else 1))
    assert (field("steps")[:4] * 4).tolist() == list(view.steps[side])
    sites = [one for one in view.sites if one.side == side]
    sites += [one for one in view.sites if one.side != side]
    standing = [one.state in ("building", "working") and not one.undeclared for one in sites]
    assert field("declared").astype(bool).tolist() == standing
    assert field("side").tolist() == [side == 0, side == 1]
    assert field("decision").argmax() == f.DECISIONS.index("card")


# ---------------------------------------------------------------------- strings


def test_a_text_holds_every_entry_but_chance():
    """Whichever entry changes, the text does."""
    table = Table.dealt("long-negotiation", 2)
    world, v = table.state.world, table.seen(0)
    for place in range(f.KEY):
        other = v[:]
        other[place] = _another(v[place])
        if f.DECK <= place <= f.DECK + 1:
            other[place] = v[place][1:]
        assert text_of(world, other) != text_of(world, v), place


def _another(value):
    if isinstance(value, tuple):
        return (*value, 0)
    return 1 if value == 0 else 0


# ------------------------------------------------------------- non-interference


@TWINS
@pytest.mark.parametrize("count", [40, pytest.param(2000, id="many", marks=pytest.mark.long)])
def test_what_a_side_is_told_depends_on_its_view_alone(make, count):
    luck = Random(count)
    for state in reached(count, seed=3):
        for side in (0, 1):
            twin = make(state, side, luck)
            assert _told(Table(twin), side) == _told(Table(state.clone()), side)


def _told(table, side):
    """Return all that a bridge can tell a side."""
    v, world = table.seen(side), table.state.world
    public = TableView(table.state).v
    return (
        table.codec.encoder.vector(v, side).tobytes(),
        table.codec.encoder.vector(public, side).tobytes(),
        text_of(world, v),
        private_text(world, v, public),
        table.key(side),
        table.moves(side),
        table.legal() if table.side == side else None,
    )


@TWINS
def test_twins_that_do_the_same_stay_alike(make):
    """Own moves and open ones of the other's: each side's whole past stays the same."""
    luck = Random(5)
    for state in reached(60, seed=9):
        side = state.to_move
        if state.decision in ("crisis", "mandate") or state.decision.endswith("reply"):
            continue
        table, twin = Table(state.clone()), Table(make(state, side, luck))
        legal = [each for each in table.legal() if part_of(each).kind in (a.TERM, a.CAMPAIGN)]
        if not legal:
            continue
        number = luck.choice(legal)
        for one in (table, twin):
            one.do(number)
        if table.side is None or table.state.round != state.round:
            continue
        assert table.moves(side) == twin.moves(side)
        assert table.key(side) == twin.key(side)


def test_the_others_half_built_package_is_not_counted():
    for table in tables("long-negotiation", 2):
        if table.state.decision == "draft":
            other = 1 - table.side
            terms = [each for each in table.legal() if part_of(each).kind == a.TERM]
            if terms:
                twin = Table(table.state.clone())
                before = (
                    twin.key(other),
                    twin.moves(other),
                    text_of(twin.state.world, twin.seen(other)),
                )
                twin.do(terms[0])
                after = (
                    twin.key(other),
                    twin.moves(other),
                    text_of(twin.state.world, twin.seen(other)),
                )
                assert before == after
